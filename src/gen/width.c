/*
 * Prints the C source of the width table of src/base/width.h: what wcwidth(3) of this system says
 * about every code point, because that is what curses believes.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

enum { CODEPOINT_MAX = 0x10FFFF };

static int
width_of(int cp)
{
	int width;

	if (cp == 0)
		return -1;
	width = wcwidth((wchar_t)cp);
	return width < 0 ? -1 : width;
}

int
main(void)
{
	size_t count = 0;

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) {
		fputs("width: this system has no C.UTF-8 locale\n", stderr);
		return EXIT_FAILURE;
	}
	puts("/* Made by src/gen/width.c. */\n#include \"base/width.h\"\n");
	puts("const struct width_range width_ranges[] = {");
	for (int first = 0, last; first <= CODEPOINT_MAX; first = last + 1) {
		int width = width_of(first);

		for (last = first; last < CODEPOINT_MAX && width_of(last + 1) == width;)
			last++;
		if (width == 1)
			continue;
		printf("\t{0x%X, 0x%X, %d},\n", (unsigned)first, (unsigned)last, width);
		count++;
	}
	printf("};\nconst size_t width_range_count = %zu;\n", count);
	return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
