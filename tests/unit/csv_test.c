/* Reading tables: encodings, separators, quotes, and rows at fault that cost no good one. */
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/str.h>
#include <frontdesk/table.h>
#include <frontdesk/text.h>

#include "../tap.h"

static struct csv *
open_bytes(const char *bytes, size_t n, enum err *err)
{
	FILE *in = tmpfile();
	struct csv *c = NULL;

	if (in == NULL || fwrite(bytes, 1, n, in) != n)
		abort();
	rewind(in);
	*err = csv_open(&c, in);
	fclose(in);
	return c;
}

static void
add_cells(struct str *out, const struct csv_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		str_addf(out, "%s%s", i > 0 ? "|" : "", row->v[i]);
}

/* "header/line:cell|cell/line:!fault" */
static char *
read_bytes(const char *bytes, size_t n)
{
	struct csv_row row;
	struct str all = {0};
	enum err err;
	struct csv *c = open_bytes(bytes, n, &err);

	if (err != ERR_OK) {
		str_addf(&all, "%d %s", err, err_message());
		return str_take(&all);
	}
	add_cells(&all, csv_header(c));
	while (csv_next(c, &row)) {
		str_addf(&all, "/%ld:", row.line);
		if (row.fault != NULL)
			str_addf(&all, "!%s", row.fault);
		else
			add_cells(&all, &row);
	}
	csv_close(c);
	return str_take(&all);
}

#define BYTES(s) s, sizeof(s) - 1

static const struct {
	const char *name;
	const char *bytes;
	size_t n;
	const char *want;
} cases[] = {
    {"plain", BYTES("a,b\n1,2\n"), "a|b/2:1|2"},
    {"no line end at the end", BYTES("a,b\n1,2"), "a|b/2:1|2"},
    {"CRLF, CR and LF", BYTES("a,b\r\n1,2\r3,4\n5,6"), "a|b/2:1|2/3:3|4/4:5|6"},
    {"semicolons", BYTES("a;b\n1,5;2\n"), "a|b/2:1,5|2"},
    {"tabs", BYTES("a\tb;c\td\n1\t2\t3\n"), "a|b;c|d/2:1|2|3"},
    {"separators in a quoted header do not count", BYTES("\"a;b;c\",d\n1,2\n"), "a;b;c|d/2:1|2"},
    {"one column", BYTES("a\n1\n2\n"), "a/2:1/3:2"},
    {"empty cells", BYTES("a,b,c\n,,\n1,,\n"), "a|b|c/2:||/3:1||"},
    {"too few, too many", BYTES("a,b\n1\n1,2,3\n"), "a|b/2:1/3:1|2|3"},
    {"blank lines", BYTES("\n\na\n\r\n\n1\n\n2\n\n"), "a/6:1/8:2"},
    {"quotes", BYTES("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n"), "a|b/2:x,y|say \"hi\""},
    {"a quoted line end", BYTES("a,b\n\"x\r\ny\",1\n2,3\n"), "a|b/2:x\r\ny|1/4:2|3"},
    {"an empty quoted cell", BYTES("a,b\n\"\",\"\"\n"), "a|b/2:|"},
    {"a quote inside is a quote", BYTES("a,b\n5'10\" tall,1\n"), "a|b/2:5'10\" tall|1"},
    {"text after a quote", BYTES("a,b\n\"Tom \"Tommy\" S\",1\n"), "a|b/2:Tom Tommy\" S\"|1"},
    {"blanks stay", BYTES("a,b\n  x , \"y\"\n"), "a|b/2:  x | \"y\""},
    {"open quote in the last row", BYTES("a,b\n1,2\n\"x,3\n"), "a|b/2:1|2/3:!an open quote"},
    {"open quote, then good rows", BYTES("a,b\n\"x,3\n1,2\n3,4\n"),
	"a|b/2:!an open quote/3:1|2/4:3|4"},
    {"open quote, then quoted rows", BYTES("a,b\n\"x,3\n\"1\",2\n\"3\",\"4\n5\"\n6,7\n"),
	"a|b/2:!an open quote/3:1|2/4:3|4\n5/6:6|7"},
    {"open quote, then a quoted cell of lines", BYTES("a,b\n\"x,3\n\"1\n2\",2\n6,7\n"),
	"a|b/2:!an open quote/3:1\n2|2/5:6|7"},
    {"open quote behind a good cell of lines", BYTES("a,b\n\"1\n2\",\"x\n6,7\n"),
	"a|b/2:!an open quote/3:!an open quote/4:6|7"},
    {"two open quotes", BYTES("a,b\n\"1,2\n3,4\n\"5,6\n7,8\n"),
	"a|b/2:!an open quote/3:3|4/4:!an open quote/5:7|8"},
    {"open quotes that seem to close each other", BYTES("a,b\nx\",\"\n1\",\"\ny,2\n"),
	"a|b/2:!an open quote/3:!an open quote/4:y|2"},
    {"a lone quote at the end", BYTES("a\n\""), "a/2:!an open quote"},
    {"NUL in a row", BYTES("a,b\n1\0002,3\n4,5\n"), "a|b/2:!a NUL byte/3:4|5"},
    {"UTF-8 mark",
	BYTES("\xEF\xBB\xBF"
	      "a\n\xC3\xAB\n"),
	"a/2:ë"},
    {"bad bytes in UTF-8", BYTES("a\n\xC3\xAB\nx\xE9\ny\n"),
	"a/2:ë/3:!a byte that is not UTF-8/4:y"},
    {"bad bytes behind a mark",
	BYTES("\xEF\xBB\xBF"
	      "a\nx\xE9\ny\n"),
	"a/2:!a byte that is not UTF-8/3:y"},
    {"an overlong slash",
	BYTES("\xEF\xBB\xBF"
	      "a\n\xC0\xAF\n"),
	"a/2:!a byte that is not UTF-8"},
    {"Windows-1252", BYTES("a;b\nJos\xE9;\x80 5 \x96\n"), "a|b/2:José|€ 5 –"},
    {"a hole of Windows-1252", BYTES("a\nJos\xE9\nx\x81\ny\n"),
	"a/2:José/3:!a byte that is not Windows-1252/4:y"},
    {"UTF-16LE",
	BYTES("\xFF\xFE"
	      "a\0\t\0b\0\n\0\xEB\0\t\0\x3D\xD8\x00\xDE\n\0"),
	"a|b/2:ë|😀"},
    {"UTF-16BE",
	BYTES("\xFE\xFF"
	      "\0a\0;\0b\0\n\0\xEB\0;\0y"),
	"a|b/2:ë|y"},
    {"half a pair in UTF-16",
	BYTES("\xFF\xFE"
	      "a\0\n\0\x3D\xD8\n\0b\0"),
	"a/2:!a character that is not UTF-16/3:b"},
    {"half a character in UTF-16",
	BYTES("\xFF\xFE"
	      "a\0\n\0b\0\n\0c"),
	"a/2:b/3:!a character that is not UTF-16"},
    {"header alone", BYTES("a,b\n"), "a|b"},
    {"nothing", BYTES(""), "2 the table is empty"},
    {"a mark alone", BYTES("\xFF\xFE"), "2 the table is empty"},
    {"line ends alone", BYTES("\r\n\n"), "2 the table is empty"},
    {"UTF-16 without a mark", BYTES("a\0,\0b\0\n\0"),
	"2 the names of the columns have a NUL byte; save the table as UTF-8 again"},
    {"open quote in the header", BYTES("\"a,b\n1,2\n"),
	"2 the names of the columns have an open quote; save the table as UTF-8 again"},
};

static void
test_cases(void)
{
	for (size_t i = 0; i < array_size(cases); i++) {
		char *got = read_bytes(cases[i].bytes, cases[i].n);

		is_str(got, cases[i].want, "%s", cases[i].name);
		free(got);
	}
}

static void
test_limits(void)
{
	struct str s = {0};
	char *got;

	str_add(&s, "a\n");
	for (int i = 0; i < CSV_CELL_MAX; i++)
		str_addc(&s, 'x');
	str_add(&s, "\ny\n");
	got = read_bytes(s.v, s.n);
	ok(strstr(got, "!") == NULL, "a cell of %d bytes is good", CSV_CELL_MAX);
	free(got);
	str_clear(&s);
	str_add(&s, "a\n");
	for (int i = 0; i <= CSV_CELL_MAX; i++)
		str_addc(&s, 'x');
	str_add(&s, "\ny\n");
	got = read_bytes(s.v, s.n);
	is_str(got, "a/2:!a cell longer than 65,536 bytes/3:y", "one of a byte more is not");
	free(got);
	str_clear(&s);
	str_add(&s, "a\n\"open\n");
	for (int i = 0; i < CSV_CELL_MAX; i++)
		str_addc(&s, 'x');
	str_add(&s, "\n\"y\"\n");
	got = read_bytes(s.v, s.n);
	ok(strncmp(got, "a/2:!an open quote/3:xx", 23) == 0 && strstr(got, "/4:y") != NULL,
	    "a quote that is open for so long was not meant to be one");
	free(got);
	str_clear(&s);
	str_add(&s, "a\n");
	for (int i = 0; i < CSV_CELLS_MAX; i++)
		str_addc(&s, ',');
	str_add(&s, "\ny\n");
	got = read_bytes(s.v, s.n);
	is_str(got, "a/2:!more than 1,000 cells/3:y", "more than 1,000 cells");
	free(got);
	str_release(&s);
}

/* Each line leaves a quote open: were the rest read again for each, this would take hours. */
static void
test_many_open_quotes(void)
{
	enum { LINES = 300000 };
	struct str s = {0};
	struct csv_row row;
	enum err err;
	struct csv *c;
	long rows = 0, last = 0;

	str_add(&s, "a,b\n");
	for (int i = 0; i < LINES; i++)
		str_add(&s, "x\",\"\n");
	c = open_bytes(s.v, s.n, &err);
	ok(err == ERR_OK, "a table of open quotes opens");
	while (csv_next(c, &row)) {
		rows++;
		last = row.line;
	}
	is_int(rows, LINES, "each of its rows is told");
	is_int(last, LINES + 1, "and the last is in the last line");
	csv_close(c);
	str_release(&s);
}

/* The real files of ../shared/data. */
static void
test_shared(void)
{
	static const struct {
		const char *file, *encoding;
		size_t columns;
		long good, bad;
	} files[] = {
	    {"clients-square.csv", "UTF-8", 22, 500, 0},
	    {"clients-acuity-cp1252.csv", "Windows-1252", 6, 120, 0},
	    {"clients-names-semicolon-bom.csv", "UTF-8", 4, 80, 0},
	    {"clients-utf16.csv", "UTF-16", 3, 1, 0},
	    {"clients-invalid-utf8.csv", "UTF-8", 4, 1, 2},
	    {"clients-hostile.csv", "UTF-8", 5, 18, 2},
	    {"appointments-acuity.csv", "UTF-8", 16, 1945, 0},
	};
	const char *folder = getenv("FRONTDESK_SHARED");

	for (size_t i = 0; i < array_size(files); i++) {
		struct str path = {0};
		struct csv_row row;
		struct csv *c = NULL;
		long good = 0, bad = 0;
		FILE *in;

		str_addf(&path, "%s/data/%s", folder == NULL ? "../shared" : folder, files[i].file);
		in = fopen(str_text(&path), "rb");
		str_release(&path);
		if (in == NULL) {
			ok(true, "%s # SKIP not there", files[i].file);
			continue;
		}
		ok(csv_open(&c, in) == ERR_OK, "%s opens", files[i].file);
		fclose(in);
		if (c == NULL)
			continue;
		while (csv_next(c, &row)) {
			good += row.fault == NULL;
			bad += row.fault != NULL;
		}
		is_str(csv_encoding(c), files[i].encoding, "%s: its encoding", files[i].file);
		is_int(csv_header(c)->n, files[i].columns, "%s: its columns", files[i].file);
		is_int(good, files[i].good, "%s: good rows", files[i].file);
		is_int(bad, files[i].bad, "%s: rows at fault", files[i].file);
		csv_close(c);
	}
}

int
main(void)
{
	test_cases();
	test_limits();
	test_many_open_quotes();
	test_shared();
	return done();
}
