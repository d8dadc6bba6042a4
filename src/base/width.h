/* The table made by src/gen/width.c: every code point not listed is one column wide. */
#ifndef BASE_WIDTH_H
#define BASE_WIDTH_H

#include <stddef.h>
#include <stdint.h>

struct width_range {
	uint32_t first, last;
	int width; /* 0, 2, or -1: control character, surrogate, not assigned */
};

/* In ascending order, without overlap. */
extern const struct width_range width_ranges[];
extern const size_t width_range_count;

#endif
