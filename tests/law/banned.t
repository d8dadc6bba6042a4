#!/bin/sh
# Functions that the house does without, each for its reason. A breach is file:line.
. tests/law/law.sh
code=$(find src include tests -name '*.[ch]' | sort | xargs tests/law/code.pl)

banned() {
	law "$1" "$(printf '%s\n' "$code" | grep -E "(^|[^A-Za-z0-9_.>])($2)[[:space:]]*\\(")"
}
banned "no copying without a bound" 'strcpy|strcat|stpcpy|sprintf|vsprintf|gets|wcscpy|wcscat'
banned "no hidden state, no silent overflow" 'strtok|atoi|atol|atoll|atof|rand|srand|strerror_r|tmpnam|mktemp|tempnam'
banned "no scanf" '[fsv]*scanf'
banned "no memory on the stack by number" 'alloca|strdupa|strndupa'
banned "no shell" 'system|popen'
banned "no sleeping" 'sleep|usleep'
law "nobody allocates but base/mem.c" "$(printf '%s\n' "$code" |
	grep -E '(^|[^A-Za-z0-9_.>])(malloc|calloc|realloc|strdup|strndup)[[:space:]]*\(' |
	grep -Ev '^(src/base/mem\.c|src/gen/|src/libexec/|tests/)')"
law "no typedef of a struct" "$(printf '%s\n' "$code" | grep -E 'typedef[[:space:]]+(struct|enum|union)')"
law "no OR REPLACE in SQL" "$(grep -nEi '(or|on conflict[^;]*) replace' src/store/*.def data/schema/*.sql | grep -vE ':[[:space:]]*(--|/?\*)')"
echo "1..$n"
