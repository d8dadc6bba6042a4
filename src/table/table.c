/* Tables going out: TSV and JSON as the rows come, aligned text at the end. */
#include <frontdesk/table.h>

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

struct table {
	FILE *out;
	enum table_format format;
	const struct table_column *columns;
	size_t n;
	int width;
	size_t rows; /* begun */
	size_t column; /* of the next cell */
	struct str line; /* TSV and JSON: the row so far */
	struct {
		char **v; /* TEXT: all cells, row by row, owned; unused where the column is not
			     shown */
		size_t n, cap;
	} cells;
};

static bool
is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp <= 0x9F);
}

/* --- TSV ------------------------------------------------------------------------------------- */

static void
add_tsv(struct str *out, const char *v)
{
	size_t n = strlen(v);
	uint32_t cp;

	for (size_t at = 0; at < n;) {
		at += text_decode(v + at, n - at, &cp);
		if (cp == '\t')
			str_add(out, "\\t");
		else if (cp == '\n')
			str_add(out, "\\n");
		else if (cp == '\\')
			str_add(out, "\\\\");
		else if (!is_control(cp))
			text_encode(out, cp);
	}
}

static void
tsv_cell(struct table *t, const char *v)
{
	if (t->column > 0)
		str_addc(&t->line, '\t');
	add_tsv(&t->line, v);
}

static void
tsv_header(struct table *t)
{
	for (size_t i = 0; i < t->n; i++)
		fprintf(t->out, "%s%c", t->columns[i].name, i + 1 < t->n ? '\t' : '\n');
}

/* --- JSON ------------------------------------------------------------------------------------ */

static void
add_json_string(struct str *out, const char *v)
{
	static const char named[] = "\"\\\b\f\n\r\t", names[] = "\"\\bfnrt";
	size_t n = strlen(v);
	uint32_t cp;

	str_addc(out, '"');
	for (size_t at = 0; at < n;) {
		const char *special;

		at += text_decode(v + at, n - at, &cp);
		special = cp < 0x80 ? strchr(named, (int)cp) : NULL;
		if (special != NULL)
			str_addf(out, "\\%c", names[special - named]);
		else if (is_control(cp))
			str_addf(out, "\\u%04" PRIx32, cp);
		else
			text_encode(out, cp);
	}
	str_addc(out, '"');
}

/* -?(0|[1-9][0-9]*)(\.[0-9]+)?, what JSON calls a number, without exponents. */
static bool
is_json_number(const char *v)
{
	size_t whole, part;

	v += *v == '-';
	whole = strspn(v, "0123456789");
	if (whole == 0 || (whole > 1 && v[0] == '0'))
		return false;
	if (v[whole] == '\0')
		return true;
	part = strspn(v + whole + 1, "0123456789");
	return v[whole] == '.' && part > 0 && v[whole + 1 + part] == '\0';
}

static void
json_cell(struct table *t, const char *v)
{
	const struct table_column *c = &t->columns[t->column];

	str_add(&t->line, t->column > 0 ? "," : t->rows > 1 ? ",\n{" : "\n{");
	add_json_string(&t->line, c->name);
	str_addc(&t->line, ':');
	if (v[0] == '\0')
		str_add(&t->line, "null");
	else if (c->kind == TABLE_NUMBER && is_json_number(v))
		str_add(&t->line, v);
	else
		add_json_string(&t->line, v);
	if (t->column + 1 == t->n)
		str_addc(&t->line, '}');
}

/* --- TEXT ------------------------------------------------------------------------------------ */

enum { GAP = 2 };

static void
text_cell(struct table *t, const char *v)
{
	struct str clean = {0};

	text_clean(&clean, v, strlen(v), TEXT_LINE);
	*list_push(&t->cells) = str_take(&clean);
}

/* The columns' widths as wide as needed; returns the width of a line. */
static int
measure(const struct table *t, int *widths)
{
	int total = -GAP;

	for (size_t c = 0; c < t->n; c++) {
		if (t->columns[c].title == NULL)
			continue;
		widths[c] = text_width(t->columns[c].title);
		for (size_t i = c; i < t->cells.n; i += t->n) {
			int width = text_width(t->cells.v[i]);

			if (width > widths[c])
				widths[c] = width;
		}
		total += GAP + widths[c];
	}
	return total;
}

/* The end of the next part of a list, its comma with it. */
static const char *
part_end(const char *list)
{
	const char *comma = strchr(list, ',');

	return comma != NULL ? comma + 1 : list + strlen(list);
}

static int
part_width(const char *list)
{
	struct str part = {0};
	int width;

	str_addn(&part, list, (size_t)(part_end(list) - list));
	width = text_width(str_text(&part));
	str_release(&part);
	return width;
}

/* How narrow a column may become: a list down to its widest part. */
static int
least(const struct table *t, size_t c, int width)
{
	int most = 1;

	if (t->columns[c].kind == TABLE_STRING)
		return 1;
	if (t->columns[c].kind != TABLE_LIST)
		return width;
	for (size_t i = c; i < t->cells.n; i += t->n)
		for (const char *v = t->cells.v[i]; *v != '\0'; v = part_end(v))
			most = part_width(v) > most ? part_width(v) : most;
	return most;
}

/* Takes columns away where there are most, but only where something cut is not something wrong. */
static void
shrink(const struct table *t, int *widths, int excess)
{
	int *least_widths = xcalloc(t->n, sizeof(*least_widths));

	for (size_t c = 0; c < t->n; c++)
		least_widths[c] = least(t, c, widths[c]);
	for (; excess > 0; excess--) {
		size_t widest = t->n;

		for (size_t c = 0; c < t->n; c++) {
			if (widths[c] > least_widths[c] &&
			    (widest == t->n || widths[c] > widths[widest]))
				widest = c;
		}
		if (widest == t->n)
			break;
		widths[widest]--;
	}
	free(least_widths);
}

/* As many parts of a list as fit; *list moves behind them. */
static char *
take_parts(const char **list, int width)
{
	struct str parts = {0};

	do {
		const char *end = part_end(*list);

		str_addn(&parts, *list, (size_t)(end - *list));
		*list = end;
	} while (**list != '\0' && text_width(str_text(&parts)) + part_width(*list) <= width);
	return str_take(&parts);
}

/* One line of the texts; what of a list does not fit is left in its place for the next one. */
static bool
print_line(const struct table *t, const int *widths, const char **texts)
{
	struct str line = {0};
	bool more = false;

	for (size_t c = 0; c < t->n; c++) {
		const struct table_column *column = &t->columns[c];
		const char *text = texts[c];
		char *parts = NULL;

		if (column->title == NULL)
			continue;
		texts[c] = "";
		if (column->kind == TABLE_LIST && text_width(text) > widths[c]) {
			parts = take_parts(&text, widths[c]);
			texts[c] = text;
			more = true;
			text = parts;
		}
		if (line.n > 0)
			str_addf(&line, "%*s", GAP, "");
		if (widths[c] > 0)
			text_pad(&line, text, widths[c],
			    column->kind == TABLE_NUMBER ? TEXT_RIGHT : TEXT_LEFT);
		free(parts);
	}
	while (line.n > 0 && line.v[line.n - 1] == ' ')
		str_cut(&line, line.n - 1);
	fprintf(t->out, "%s\n", str_text(&line));
	str_release(&line);
	return more;
}

static void
print_text(const struct table *t)
{
	const char **texts = xcalloc(t->n, sizeof(*texts));
	int *widths = xcalloc(t->n, sizeof(*widths));
	int total = measure(t, widths);

	if (t->width > 0)
		shrink(t, widths, total - t->width);
	for (size_t c = 0; c < t->n; c++)
		texts[c] = t->columns[c].title;
	(void)print_line(t, widths, texts);
	for (size_t i = 0; i < t->cells.n; i += t->n) {
		for (size_t c = 0; c < t->n; c++)
			texts[c] = t->cells.v[i + c];
		while (print_line(t, widths, texts))
			;
	}
	free(widths);
	free(texts);
}

/* --- All ------------------------------------------------------------------------------------- */

struct table *
table_new(
    FILE *out, enum table_format format, const struct table_column *columns, size_t n, int width)
{
	struct table *t = xcalloc(1, sizeof(*t));

	assert(n > 0);
	t->out = out;
	t->format = format;
	t->columns = columns;
	t->n = n;
	t->width = width;
	switch (format) {
	case TABLE_TEXT:
		break;
	case TABLE_TSV:
		tsv_header(t);
		break;
	case TABLE_JSON:
		fputc('[', out);
		break;
	}
	return t;
}

void
table_text(struct table *t, const char *v)
{
	if (v == NULL)
		v = "";
	if (t->column == 0)
		t->rows++;
	switch (t->format) {
	case TABLE_TEXT:
		text_cell(t, v);
		break;
	case TABLE_TSV:
		tsv_cell(t, v);
		break;
	case TABLE_JSON:
		json_cell(t, v);
		break;
	}
	if (++t->column < t->n)
		return;
	t->column = 0;
	if (t->format == TABLE_TSV)
		str_addc(&t->line, '\n');
	fputs(str_text(&t->line), t->out);
	str_clear(&t->line);
}

void
table_number(struct table *t, int64_t v)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%" PRId64, v);
	table_text(t, digits);
}

void
table_empty(struct table *t)
{
	table_text(t, "");
}

enum err
table_end(struct table *t)
{
	bool failed;

	assert(t->column == 0);
	switch (t->format) {
	case TABLE_TEXT:
		if (t->rows > 0)
			print_text(t);
		break;
	case TABLE_TSV:
		break;
	case TABLE_JSON:
		fputs(t->rows > 0 ? "\n]\n" : "]\n", t->out);
		break;
	}
	failed = fflush(t->out) != 0 || ferror(t->out);
	for (size_t i = 0; i < t->cells.n; i++)
		free(t->cells.v[i]);
	free(t->cells.v);
	str_release(&t->line);
	free(t);
	return failed ? err_set(ERR_FAILED, "the table could not be written to its end") : ERR_OK;
}
