#!/bin/sh
# The README's tour works as printed: every command of its sh blocks, in order, on a Monday.
. tests/law/law.sh
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
top=$PWD
B=$(cd "${B:-build}" && pwd)
mkdir "$tmp/bin"
ln -s "$B/frontdesk" "$tmp/bin/frontdesk"
PATH=$tmp/bin:$PATH
FRONTDESK_FILE=$tmp/practice.db
FRONTDESK_NOW=2026-11-23T09:00
export PATH FRONTDESK_FILE FRONTDESK_NOW
sed -n '/^```sh$/,/^```$/p' README.md | grep '^frontdesk ' > "$tmp/tour"
cd "$tmp" || exit 1
law "there is a tour" "$(test "$(grep -c . tour)" -gt 15 || cat tour)"
while IFS= read -r line; do
	said=$(sh -c "$line" < /dev/null 2>&1) && said=
	law "$line" "$said"
done < tour
law "every target of the README is in make help" "$(sed -n 's/^\(make [a-z]*\) .*/\1/p' "$top/README.md" | while read -r target; do
	make -s -C "$top" help | grep -q "^$target " || echo "$target"
done)"
echo "1..$n"
