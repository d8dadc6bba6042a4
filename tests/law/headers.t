#!/bin/sh
# Every public header compiles alone, twice in one source, and knows nothing but the C library.
. tests/law/law.sh
flags="-std=c17 -Wall -Wextra -Wpedantic -Werror -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -Iinclude"
for header in include/frontdesk/*.h; do
	name=frontdesk/$(basename "$header")
	law "<$name>" "$(printf '#include <%s>\n#include <%s>\nextern int nothing;\n' "$name" "$name" |
		${CC:-cc} $flags -fsyntax-only -x c - 2>&1)"
done
echo "1..$n"
