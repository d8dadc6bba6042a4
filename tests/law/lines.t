#!/bin/sh
# The form that clang-format does not hold: the length of files and lines, and how they end.
. tests/law/law.sh
code=$(find src include tests -name '*.[ch]' | sort)
scripts="Makefile .ci/run tests/run $(find src tests -name '*.t' -o -name '*.sh' -o -name '*.pl' | sort)"
law "no file over 600 lines" "$(wc -l $code | awk '$1 > 600 && $2 != "total" { print $2 ":600: " $1 " lines" }')"
law "no line over 100 columns" "$(perl -CSD -ne 'chomp; 1 while s/\t/" " x (8 - length($`) % 8)/e;
	print "$ARGV:$.: ", length, " columns\n" if length > 100; close ARGV if eof' $code)"
law "no blank at the end of a line" "$(grep -nE '[[:blank:]]$' $code $scripts)"
law "every file ends with its line" "$(for file in $code $scripts; do test -z "$(tail -c 1 "$file")" || echo "$file"; done)"
law "every header begins by saying what it is" "$(for file in $(find src include -name "*.h" | sort); do
	head -c 2 "$file" | grep -q "^/\*" || echo "$file:1"
done)"
law "nothing is left to do" "$(grep -nE '\b(TODO|FIXME|XXX)\b' $code $scripts | grep -v '^tests/law/lines.t')"
echo "1..$n"
