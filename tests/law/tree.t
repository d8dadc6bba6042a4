#!/bin/sh
# The top level of the tree is what the house says, and nothing else, tracked or lying about.
. tests/law/law.sh
if git rev-parse --git-dir > /dev/null 2>&1; then
	top=$(git ls-files --cached --others --exclude-standard)
else
	top=$(ls | grep -v '^build\|^dist$')
fi
law "nothing but the house's own on the top level" "$(printf '%s\n' "$top" | sed 's|/.*||' | grep -v '^\.' | sort -u |
	grep -vxE 'Makefile|README\.md|LICENSE|src|include|data|tests|man')"
echo "1..$n"
