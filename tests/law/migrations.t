#!/bin/sh
# A landed migration never changes: tests/law/schema.sha256 holds what each file was when it landed.
# A new file is added with: sha256sum data/schema/NNNN-what.sql >> tests/law/schema.sha256
. tests/law/law.sh
for file in data/schema/*.sql; do
	law "$file is as it landed" "$(grep " $file\$" tests/law/schema.sha256 > /dev/null || echo "$file is not listed in tests/law/schema.sha256"
		grep " $file\$" tests/law/schema.sha256 | sha256sum -c --quiet 2>&1)"
done
law "the files are numbered without a gap" "$(ls data/schema/*.sql | sed 's|.*/||; s|-.*||' |
	awk '$1 + 0 != NR { print "data/schema: " $1 " where " NR " is due"; exit }')"
law "no file is missing" "$(cut -d' ' -f3 tests/law/schema.sha256 | while read -r file; do test -f "$file" || echo "$file"; done)"
echo "1..$n"
