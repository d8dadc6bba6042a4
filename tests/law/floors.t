#!/bin/sh
# The floors (design: house.md): who includes what, and who may talk to the world. A breach is file:line.
. tests/law/law.sh
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
own=$(find src include -name '*.[ch]' ! -path 'src/gen/*' | sort)
tests/law/code.pl $own > "$tmp/code"
tests/law/code.pl -s $own > "$tmp/quoted"

# only NAME PLACES PATTERN [FILE]: no line has PATTERN, but in PLACES (a pattern of paths).
only() {
	law "$1" "$(grep -E -- "$3" "${4:-$tmp/code}" | grep -Ev "^($2)")"
}
call() {
	echo "(^|[^A-Za-z0-9_])($1)[[:space:]]*\\("
}
face='src/(main\.c:|cli/|tui/terminal\.c:)'
only "sqlite3.h is seen by src/store alone" 'src/store/' 'include.*<sqlite3'
only "libical is seen by src/libexec/ics.c alone" 'src/libexec/ics\.c:' 'include.*<libical'
only "pangocairo is seen by src/libexec/pdf.c alone" 'src/libexec/pdf\.c:' 'include.*<(pango|cairo)'
only "qrencode.h is seen by src/paper/qr.c alone" 'src/paper/qr\.c:' 'include.*<qrencode'
only "curses.h is seen by src/tui/terminal.c alone" 'src/tui/terminal\.c:' 'include.*<n?curses'
only "zone files are read by src/base/zone*.c alone" 'src/base/zone[a-z_]*\.[ch]:' '/zoneinfo|TZif' "$tmp/quoted"
only "the clock comes in through main.c" 'src/main\.c:' \
    "$(call 'time|gettimeofday|localtime|localtime_r|gmtime|gmtime_r|mktime|tzset')|CLOCK_REALTIME"
only "environment, locale and person come in through main.c" 'src/main\.c:' \
    "$(call 'getenv|secure_getenv|setlocale|getlogin|getlogin_r')"
only "only curses is told something by the environment" 'src/tui/terminal\.c:' "$(call 'setenv|putenv|unsetenv')"
only "only the faces print" "$face" \
    "$(call 'printf|vprintf|puts|putchar|perror|psignal')|(^|[^A-Za-z0-9_])(stdout|stderr|stdin)([^A-Za-z0-9_]|\$)"
only "only the faces end the program" "$face" "$(call 'exit|quick_exit')"

# What each floor is made of, from below. A floor sees itself and what stands on the lines above its
# own; names on one line are siblings, and do not see each other.
cat > "$tmp/floors" <<'END'
base
model
store ics paper table
desk
cli tui
main
END
# Each floor, and the public headers that are its face.
cat > "$tmp/headers" <<'END'
base civil embedded err mem str text zone
model alert appt body client flag generation hours import intake line money person practice schedule setting sign visit vocabulary when words
store store store_health
ics ics
paper paper paper_health
table table
desk command commands desk desk_booking desk_client desk_file desk_health desk_history desk_person desk_practice options safe_file
cli cli
tui sign tui
END
law "every public header belongs to a floor" "$(for header in include/frontdesk/*; do
	name=$(basename "${header%.*}")
	grep -Eq " $name( |\$)" "$tmp/headers" || echo "$header:1: name its floor in tests/law/floors.t"
done)"

# FILE LINE <HEADER or "HEADER
awk '/^[ \t]*#[ \t]*include[ \t]*[<"]/ { match($0, /[<"][^>"]*/); print FILENAME, FNR, substr($0, RSTART, RLENGTH) }' \
    $own > "$tmp/includes"
law "a floor sees itself and what lies below" "$(awk -v floors="$tmp/floors" -v headers="$tmp/headers" '
	BEGIN {
		while ((getline line < floors) > 0) {
			level++
			for (i = split(line, word, " "); i > 0; i--)
				height[word[i]] = level
		}
		while ((getline line < headers) > 0)
			for (i = split(line, word, " "); i > 1; i--)
				floor[word[i]] = word[1]
	}
	function name_of(path) {
		sub(/.*\//, "", path)
		sub(/\.[a-z]*$/, "", path)
		return path
	}
	$3 ~ /^<frontdesk\// {
		n = split($1, path, "/")
		here = path[1] == "include" ? floor[name_of($1)] : n == 2 ? "main" : path[2]
		there = floor[name_of($3)]
		if (here == "libexec")
			next
		if (here != there && height[there] >= height[here])
			print $1 ":" $2 ": " here " does not see " there " (" name_of($3) ".h)"
		else if (height[here] == height["cli"] && there ~ /^(store|ics|paper)$/)
			print $1 ":" $2 ": the faces go through desk, not to " there " (" name_of($3) ".h)"
	}' "$tmp/includes")"
law "a public header includes no private one" \
    "$(awk '$1 ~ /^include/ && $3 ~ /^"/ { print $1 ":" $2 ": " substr($3, 2) }' "$tmp/includes")"
law "a private header lies beside its source" "$(awk '$3 ~ /^"/ { print $1, $2, substr($3, 2) }' "$tmp/includes" |
	while read -r file line header; do
		case $header in */*) echo "$file:$line: $header" ;; *) test -f "$(dirname "$file")/$header" || echo "$file:$line: $header" ;; esac
	done)"
echo "1..$n"
