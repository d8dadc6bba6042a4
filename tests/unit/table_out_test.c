/* Tables going out: TSV, JSON, aligned text. */
#include <frontdesk/mem.h>
#include <frontdesk/str.h>
#include <frontdesk/table.h>

#include "../tap.h"

static const struct table_column columns[] = {
    {"id", "no.", TABLE_NUMBER},
    {"name", "name", TABLE_STRING},
    {"uid", NULL, TABLE_STRING},
    {"price", "price", TABLE_NUMBER},
    {"note", "note", TABLE_STRING},
};

struct row {
	int64_t id;
	const char *name, *uid, *price, *note;
};

static char *
print_rows(enum table_format format, int width, const struct row *rows, size_t n)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	struct table *t = table_new(out, format, columns, array_size(columns), width);

	for (size_t i = 0; i < n; i++) {
		if (rows[i].id == 0)
			table_empty(t);
		else
			table_number(t, rows[i].id);
		table_text(t, rows[i].name);
		table_text(t, rows[i].uid);
		table_text(t, rows[i].price);
		table_text(t, rows[i].note);
	}
	ok(table_end(t) == ERR_OK, "the table ends");
	fclose(out);
	return text;
}

static const struct row people[] = {
    {7, "Zoë Åkesson", "u1", "95.00", "a"},
    {-12, "李明", "u2", "5.50", ""},
    {0, "", NULL, NULL, NULL},
};

static const struct row nasty[] = {
    {1, "tab\tline\nback\\slash \"quoted\"", "\r\b\f\v\x1b[2J\a\x7f\xC2\x9B", "free",
	"bad\xFF"
	"byte"},
};

static const struct {
	const char *name;
	enum table_format format;
	int width;
	const struct row *rows;
	size_t n;
	const char *want;
} cases[] = {
    {"tsv", TABLE_TSV, 0, people, 3,
	"id\tname\tuid\tprice\tnote\n7\tZoë "
	"Åkesson\tu1\t95.00\ta\n-12\t李明\tu2\t5.50\t\n\t\t\t\t\n"},
    {"tsv without rows", TABLE_TSV, 0, NULL, 0, "id\tname\tuid\tprice\tnote\n"},
    {"tsv: nothing that a terminal obeys", TABLE_TSV, 0, nasty, 1,
	"id\tname\tuid\tprice\tnote\n"
	"1\ttab\\tline\\nback\\\\slash \"quoted\"\t[2J\tfree\tbad\uFFFDbyte\n"},
    {"json", TABLE_JSON, 0, people, 3,
	"[\n"
	"{\"id\":7,\"name\":\"Zoë Åkesson\",\"uid\":\"u1\",\"price\":95.00,\"note\":\"a\"},\n"
	"{\"id\":-12,\"name\":\"李明\",\"uid\":\"u2\",\"price\":5.50,\"note\":null},\n"
	"{\"id\":null,\"name\":null,\"uid\":null,\"price\":null,\"note\":null}\n"
	"]\n"},
    {"json without rows", TABLE_JSON, 0, NULL, 0, "[]\n"},
    {"json: all escaped", TABLE_JSON, 0, nasty, 1,
	"[\n{\"id\":1,\"name\":\"tab\\tline\\nback\\\\slash \\\"quoted\\\"\","
	"\"uid\":\"\\r\\b\\f\\u000b\\u001b[2J\\u0007\\u007f\\u009b\",\"price\":\"free\","
	"\"note\":\"bad\uFFFDbyte\"}\n]\n"},
    {"text", TABLE_TEXT, 0, people, 3,
	"no.  name         price  note\n"
	"  7  Zoë Åkesson  95.00  a\n"
	"-12  李明          5.50\n"
	"\n"},
    {"text cut to a width", TABLE_TEXT, 24, people, 2,
	"no.  name    price  note\n"
	"  7  Zoë Å…  95.00  a\n"
	"-12  李明     5.50\n"},
    {"text never cuts numbers", TABLE_TEXT, 5, people, 1,
	"no.  …  price  …\n"
	"  7  …  95.00  a\n"},
    {"text without rows", TABLE_TEXT, 80, NULL, 0, ""},
    {"text: nothing that a terminal obeys", TABLE_TEXT, 0, nasty, 1,
	"no.  name                          price  note\n"
	"  1  tab line back\\slash \"quoted\"   free  bad\uFFFDbyte\n"},
};

static void
test_numbers(void)
{
	static const struct {
		const char *v, *json;
	} values[] = {{"0", "0"}, {"-0.5", "-0.5"}, {"12", "12"}, {"012", "\"012\""},
	    {"1.", "\"1.\""}, {".5", "\".5\""}, {"-", "\"-\""}, {"1e5", "\"1e5\""},
	    {"+1", "\"+1\""}, {"0x1", "\"0x1\""}};

	for (size_t i = 0; i < array_size(values); i++) {
		static const struct table_column one = {"n", "n", TABLE_NUMBER};
		struct str want = {0};
		char *text = NULL;
		size_t size = 0;
		FILE *out = open_memstream(&text, &size);
		struct table *t = table_new(out, TABLE_JSON, &one, 1, 0);

		table_text(t, values[i].v);
		ok(table_end(t) == ERR_OK, "the table of %s ends", values[i].v);
		fclose(out);
		str_addf(&want, "[\n{\"n\":%s}\n]\n", values[i].json);
		is_str(text, str_text(&want), "%s in a column of numbers", values[i].v);
		str_release(&want);
		free(text);
	}
}

static void
test_full_disk(void)
{
	FILE *out = fopen("/dev/full", "w");
	struct table *t;

	if (out == NULL) {
		ok(true, "a full disk # SKIP no /dev/full");
		return;
	}
	t = table_new(out, TABLE_TSV, columns, array_size(columns), 0);
	is_int(table_end(t), ERR_FAILED, "a full disk is told");
	fclose(out);
}

/* What is wrong when cut stays whole, and the others give way. */
static void
test_whole(void)
{
	static const struct table_column parts[] = {
	    {"name", "Name", TABLE_STRING}, {"born", "Born", TABLE_WHOLE}};
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	struct table *t = table_new(out, TABLE_TEXT, parts, array_size(parts), 16);

	table_text(t, "Featherstone");
	table_text(t, "1990-02-28");
	ok(table_end(t) == ERR_OK, "the table ends");
	fclose(out);
	is_str(text, "Name  Born\nFea…  1990-02-28\n", "a date is not cut");
	free(text);
}

/* A list goes on in the next line, broken at its commas. */
static void
test_list(void)
{
	static const struct table_column parts[] = {{"code", "Code", TABLE_WHOLE},
	    {"prices", "Prices", TABLE_LIST}, {"active", "Active", TABLE_WHOLE}};
	static const struct {
		int width;
		const char *want;
	} widths[] = {
	    {0,
		"Code  Prices                       Active\n"
		"sw    30=50.00,60=85.00,90=120.00  yes\n"
		"dt    60=95.00                     no\n"},
	    {33,
		"Code  Prices               Active\n"
		"sw    30=50.00,60=85.00,   yes\n"
		"      90=120.00\n"
		"dt    60=95.00             no\n"},
	    {10,
		"Code  Prices     Active\n"
		"sw    30=50.00,  yes\n"
		"      60=85.00,\n"
		"      90=120.00\n"
		"dt    60=95.00   no\n"},
	};

	for (size_t i = 0; i < array_size(widths); i++) {
		char *text = NULL;
		size_t size = 0;
		FILE *out = open_memstream(&text, &size);
		struct table *t =
		    table_new(out, TABLE_TEXT, parts, array_size(parts), widths[i].width);

		table_text(t, "sw");
		table_text(t, "30=50.00,60=85.00,90=120.00");
		table_text(t, "yes");
		table_text(t, "dt");
		table_text(t, "60=95.00");
		table_text(t, "no");
		ok(table_end(t) == ERR_OK, "the table ends");
		fclose(out);
		is_str(text, widths[i].want, "a list in %d columns", widths[i].width);
		free(text);
	}
}

int
main(void)
{
	test_whole();
	test_list();
	for (size_t i = 0; i < array_size(cases); i++) {
		char *got = print_rows(cases[i].format, cases[i].width, cases[i].rows, cases[i].n);

		is_str(got, cases[i].want, "%s", cases[i].name);
		free(got);
	}
	test_numbers();
	test_full_disk();
	return done();
}
