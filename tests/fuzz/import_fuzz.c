/* Any table as an import, of both kinds: what comes out is clean, checked and within its bounds. */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <frontdesk/import.h>
#include <frontdesk/table.h>
#include <frontdesk/text.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_text(const char *s)
{
	struct str clean = {0};

	assert(s == NULL || !text_clean(&clean, s, strlen(s), TEXT_LINES));
	str_release(&clean);
}

static void
check_client(const struct import_client *c)
{
	assert(client_check(&c->client) == ERR_OK);
	assert(c->external_id[0] != '\0');
	check_text(c->client.first);
	check_text(c->client.last);
	check_text(c->client.address);
	check_text(c->memo);
	check_text(c->dropped);
}

static void
check_row(const struct import_map *m, enum import_what what, const struct csv_row *row)
{
	static const struct practice p;
	struct import_client c;
	struct import_appt a;

	if (what == IMPORT_CLIENTS) {
		if (import_client_row(m, row->v, row->n, &p, &c) != ERR_OK)
			return;
		check_client(&c);
		import_client_release(&c);
		return;
	}
	if (import_appt_row(m, row->v, row->n, &p, 30000000, &a) != ERR_OK)
		return;
	check_client(&a.who);
	assert(a.minutes >= 5 && a.minutes <= APPT_HELD_MAX && a.price >= 0);
	assert(civil_day_of(a.start) == civil_day_of(a.start + a.minutes - 1));
	import_appt_release(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	for (enum import_what what = IMPORT_CLIENTS; size > 0 && what <= IMPORT_APPOINTMENTS;
	     what++) {
		FILE *in = fmemopen((void *)data, size, "rb");
		struct csv *c = NULL;
		struct import_map m;
		struct csv_row row;

		if (in == NULL)
			return 0;
		if (csv_open(&c, in) == ERR_OK &&
		    import_map_columns(&m, what, csv_header(c)->v, csv_header(c)->n, NULL) ==
			ERR_OK) {
			while (csv_next(c, &row)) {
				if (row.fault != NULL)
					continue;
				import_map_learn(&m, row.v, row.n);
				check_row(&m, what, &row);
			}
		}
		csv_close(c);
		fclose(in);
	}
	return 0;
}
