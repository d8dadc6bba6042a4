#!/bin/sh
# The README's tour works as printed: every command of its sh blocks, in order, on a Monday. Each of
# its screens is what the command in the comment above it prints on the demonstration practice;
# FRONTDESK_GOLDEN=write puts that there.
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
FRONTDESK_FILE=$tmp/demo.db FRONTDESK_NOW=2026-11-23T10:20
frontdesk demo > out
perl -ne '
	if ($screen) { next if !/^```$/ || --$screen; }
	print;
	($command) = /^<!-- (frontdesk .* screen .*) -->$/ or next;
	print "```\n", `$command`;
	$screen = 2;
' "$top/README.md" > README.md
test "$FRONTDESK_GOLDEN" != write || cp README.md "$top/README.md"
law "there are four screens" "$(test "$(grep -c '^<!-- frontdesk ' README.md)" = 4 || grep '^<!--' README.md)"
law "the screens are those of the program" "$(diff "$top/README.md" README.md)"
law "every target of the README is in make help" "$(sed -n 's/^\(make [a-z]*\) .*/\1/p' "$top/README.md" | while read -r target; do
	make -s -C "$top" help | grep -q "^$target " || echo "$target"
done)"
echo "1..$n"
