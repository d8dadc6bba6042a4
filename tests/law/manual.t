#!/bin/sh
# The manual is clean mdoc, and says the same as the tables and as the program's own help.
. tests/law/law.sh
B=${B:-build}
page=$B/man/frontdesk.1
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
# As read: one blank between words, hyphens as typed.
text() {
	mandoc -Tutf8 -Owidth=400 "$1" | perl -CSD -pe 's/.\x08//g' | tr -s ' \n' ' '
}
# rows FILE: the quoted texts of each row of a table, TAB separated.
rows() {
	sed -n 's/^\(COMMAND\|OPTION\)([A-Z_0-9]*, *\(.*\))$/\2/p' "$1"
}
# lacks TEXT PHRASE...: each phrase on the input that TEXT does not hold.
lacks() {
	while IFS= read -r phrase; do
		grep -qF -- "$phrase" "$1" || echo "not there: $phrase"
	done
}

if ! command -v mandoc > /dev/null; then
	echo "1..0 # SKIP no mandoc"
	exit 0
fi
text "$page" > "$tmp/manual"
"$B/frontdesk" help > "$tmp/help.txt"
tr -s ' \n' ' ' < "$tmp/help.txt" > "$tmp/help"
"$B/frontdesk" completion bash > "$tmp/completion"
rows include/frontdesk/commands.def > "$tmp/commands"
rows include/frontdesk/options.def > "$tmp/options"
law "the tables are read whole" "$(for f in commands options; do
	test "$(grep -c '^\(COMMAND\|OPTION\)(' include/frontdesk/$f.def)" = "$(grep -c . "$tmp/$f")" || echo "$f.def"
done)"

text "$B/man/frontdesk-tour.7" > "$tmp/tour"
law "the tour shows every word that the screen does" "$(sed -n 's/^\.D1 \(\\&\)*//p' man/frontdesk-tour.7 | lacks "$tmp/tour")"

for file in "$B"/man/*; do
	law "$file is clean" "$(mandoc -Tlint -Wstyle "$file" 2>&1 |
		grep -Ev 'referenced manual not found|outdated mandoc.db')"
done
law "the manual has every sign of the grid" "$(sed -n 's/^	X([A-Z]*, .*, "\(.*\)").*$/\1/p' \
	include/frontdesk/sign.h | lacks "$tmp/manual")"
# Verbs, with their arguments and their help.
grep '^"[^"]*", *IN_CLI[ ,]' "$tmp/commands" > "$tmp/verbs"
field() {
	sed "s/^\"\\([^\"]*\\)\", *[^\"]*\"[^\"]*\", *\"\\([^\"]*\\)\", *\"[^\"]*\", *\"\\([^\"]*\\)\"\$/$1/" "$tmp/verbs" | sed 's/ *$//'
}
law "every command is in the manual, with its arguments" "$(field '\1 \2' | lacks "$tmp/manual")"
law "every command's help is in the manual" "$(field '\3' | lacks "$tmp/manual")"
law "every command is in the help" "$(field '\1 \3' | lacks "$tmp/help")"
law "every command has help of its own" "$(field '\1' | while read -r name; do
	"$B/frontdesk" help $name < /dev/null 2>&1 | grep -q "^frontdesk $name" || echo "frontdesk help $name"
done)"
law "every command is completed" "$(field '\1' | tr ' ' '\n' | sort -u | lacks "$tmp/completion")"
law "the help lists nothing else" "$(sed -n '/^  [a-z]/s/^  \([a-z]*\( [a-z]*\)\{0,1\}\)  .*/\1/p' "$tmp/help.txt" | while read -r name; do
	field '\1' | grep -qx "$name" || echo "$name"
done)"
# Options: all in the manual, those of every command in the help.
sed 's/^"\([^"]*\)".*/--\1/' "$tmp/options" > "$tmp/flags"
law "every option is in the manual" "$(lacks "$tmp/manual" < "$tmp/flags")"
law "the options of every command are in the help" "$(sed '/^--version/q' "$tmp/flags" | lacks "$tmp/help")"
law "every option is taken by a command" "$(sed '1,/^--version/d' "$tmp/flags" | while read -r flag; do
	grep -qE -- "$flag( |\[|\]|\")" "$tmp/commands" || echo "$flag"
done)"
# Keys: a part for each mode of the screens that has any.
sed -n 's/^	X([A-Z]*, [0-9]*, "\([^"]*\)").*/\1/p' include/frontdesk/command.h > "$tmp/modes"
law "there are modes" "$(test -s "$tmp/modes" || echo none)"
law "every part of the manual on keys is of a mode" "$(sed -n '/^KEYS/,/^[A-Z]/p' "$tmp/manual" | grep '^   [A-Z]' | sed 's/^ *//' |
	grep -vxF -e 'Signs of the day' -f "$tmp/modes")"
law "every key is in the manual" "$(sed 's/^"[^"]*", *[^"]*"\([^"]*\)".*/\1/' "$tmp/commands" | grep . | lacks "$tmp/manual")"
# Settings and exit statuses.
law "every setting is in the manual" "$(sed -n 's/^	X([A-Z_]*, "\([a-z_]*\)", [A-Z_]*,.*/\1/p' include/frontdesk/setting.h | lacks "$tmp/manual")"
sed -n 's/^	X([A-Z_]*, \([0-9]*\), "\([^"]*\)").*/\1 \2/p' include/frontdesk/err.h > "$tmp/statuses"
law "there are eight exit statuses" "$(test "$(grep -c . "$tmp/statuses")" = 8 || cat "$tmp/statuses")"
law "every exit status is in the manual" "$(lacks "$tmp/manual" < "$tmp/statuses")"
law "every exit status is in the help" "$(lacks "$tmp/help" < "$tmp/statuses")"
law "the manual has the program's version" "$(v=$("$B/frontdesk" --version | cut -d, -f1)
	grep -qF "$v" "$tmp/manual" || echo "$v")"
echo "1..$n"
