#!/bin/sh
# What a function looks like (design: house.md): it fits one screen, and a switch over a set of our
# own names every member, so that the compiler says where a new one is missing.
. tests/law/law.sh
own=$(find src include -name '*.[ch]' | sort)
# clang-format puts the braces of a function at column 0; its head begins after a blank line, a
# comment, a directive or what stood before. Counted from the line of its name.
law "no function over 40 lines" "$(awk '
	FNR == 1 { head = 1; inside = 0 }
	/^\{$/ { inside = 1 }
	/^\}$/ && inside && FNR - head > 40 { print FILENAME ":" head ": " FNR - head " lines" }
	/^\}/ { inside = 0 }
	!inside && (/^(#.*|\}.*)?$/ || /(\*\/|;)$/) { head = FNR + 1 }' $own)"
# clang-format aligns a label with its switch. Not closed: a number, the sets of others. The cmd of
# a view is for it to know or not.
law "no default: in a switch over a closed set" "$(tests/law/code.pl $own | awk '
	{
		at = $0
		code = $0
		sub(/^[^:]*:[0-9]*:/, "", code)
		at = substr($0, 1, length($0) - length(code))
		match(code, /^[ \t]*/)
		deep = RLENGTH
	}
	code ~ /^[ \t]*switch / { of[deep] = substr(code, deep + 1) }
	code ~ /^[ \t]*default:/ { print at " " of[deep] }' | grep -Ev \
	-e '^src/tui/[a-z_]*\.c:[0-9]*: switch \(c\)' \
	-e '^src/model/appt_state\.c:[0-9]*: switch \(progress\(from\)\)' \
	-e '^src/base/text_fold\.c:[0-9]*: switch \(utf8proc_category')"
echo "1..$n"
