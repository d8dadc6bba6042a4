/* Rows for the tests of the import, written as "a|b|c". */
#ifndef TESTS_IMPORT_CELLS_H
#define TESTS_IMPORT_CELLS_H

#include <string.h>

#include <frontdesk/import.h>
#include <frontdesk/mem.h>

enum { CELLS_MAX = 24 };

/* The cells of "a|b|c". */
struct line_cells {
	char *v[CELLS_MAX];
	size_t n;
};

static inline struct line_cells
split(const char *line)
{
	struct line_cells out = {0};

	for (;; line++) {
		size_t n = strcspn(line, "|");

		out.v[out.n++] = xstrndup(line, n);
		line += n;
		if (*line == '\0')
			return out;
	}
}

static inline void
line_cells_release(struct line_cells *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i]);
}

static inline enum err
map_line(struct import_map *m, enum import_what what, const char *header, const char *map)
{
	struct line_cells cells = split(header);
	enum err err = import_map_columns(m, what, cells.v, cells.n, map);

	line_cells_release(&cells);
	return err;
}

#endif
