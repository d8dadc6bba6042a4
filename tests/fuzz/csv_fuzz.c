/*
 * Any bytes as a table: read to the end, every cell is there, good rows are UTF-8, lines only rise.
 */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <frontdesk/table.h>
#include <frontdesk/text.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FILE *in = size > 0 ? fmemopen((void *)data, size, "rb") : NULL;
	struct csv *c = NULL;
	struct csv_row row;
	long line = 0;

	if (in == NULL)
		return 0;
	if (csv_open(&c, in) == ERR_OK) {
		assert(csv_header(c)->fault == NULL);
		while (csv_next(c, &row)) {
			assert(row.line > line && row.n > 0 && row.n <= CSV_CELLS_MAX);
			line = row.line;
			for (size_t i = 0; i < row.n; i++)
				assert(row.fault != NULL || text_valid(row.v[i], strlen(row.v[i])));
		}
	}
	csv_close(c);
	fclose(in);
	return 0;
}
