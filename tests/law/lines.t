#!/bin/sh
# The form that clang-format does not hold: the length of files and lines, and how they end.
. tests/law/law.sh
code=$(find src include tests -name '*.[ch]' | sort)
scripts="Makefile .ci/run tests/run $(find src tests -name '*.t' -o -name '*.sh' -o -name '*.pl' | sort)"
law "no file over 600 lines" "$(wc -l $code | awk '$1 > 600 && $2 != "total" { print $2 ":600: " $1 " lines" }')"
law "no line over 100 columns" "$(for file in $code; do
	expand "$file" | LC_ALL=C.UTF-8 perl -CSD -ne "length(\$_) > 101 and print '$file:', \$., ': ', length(\$_) - 1, \" columns\n\""
done)"
law "no blank at the end of a line" "$(grep -nE '[[:blank:]]$' $code $scripts)"
law "every file ends with its line" "$(for file in $code $scripts; do test -z "$(tail -c 1 "$file")" || echo "$file"; done)"
law "every C file begins by saying what it is" "$(for file in $(find src include -name '*.[ch]' | sort); do
	head -c 2 "$file" | grep -q '^/\*' || echo "$file:1"
done)"
law "nothing is left to do" "$(grep -nE '\b(TODO|FIXME|XXX)\b' $code $scripts | grep -v '^tests/law/lines.t')"
echo "1..$n"
