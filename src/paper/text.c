/* Sheets as plain text, cut into pages. */
#include <limits.h>
#include <string.h>

#include <frontdesk/paper.h>
#include <frontdesk/text.h>

/*
 * A part of a sheet that goes on one page: its lines [from, until), and the heading said again
 * above them.
 */
struct page {
	size_t from, until;
	size_t heading; /* index of a HEADING, with its RULE; SIZE_MAX = none */
};

/*
 * The end of the lines that must stay with line `at`: a row with its MORE, a heading with its first
 * row.
 */
static size_t
block_end(const struct sheet *s, size_t at)
{
	bool heading = s->v[at].kind == PAPER_HEADING;

	for (at++; at < s->n; at++) {
		if (s->v[at].kind == PAPER_RULE || s->v[at].kind == PAPER_MORE)
			continue;
		if (!heading || s->v[at].kind != PAPER_ROW)
			break;
		heading = false;
	}
	return at;
}

static size_t
heading_above(const struct sheet *s, size_t at)
{
	if (at >= s->n || s->v[at].kind != PAPER_ROW)
		return SIZE_MAX;
	while (s->v[at].kind != PAPER_HEADING)
		if (at-- == 0)
			return SIZE_MAX;
	return at;
}

/* Lines of title, subtitle and the empty one below them. */
static size_t
head_lines(const struct sheet *s)
{
	return s->subtitle != NULL ? 3 : 2;
}

/* The page that begins at `from`; at least one block stands on it, whatever its length. */
static struct page
page_at(const struct sheet *s, size_t from, size_t lines)
{
	struct page p;
	size_t used;

	while (from < s->n && s->v[from].kind == PAPER_BLANK)
		from++;
	p = (struct page){from, from, heading_above(s, from)};
	used = head_lines(s) + (p.heading == SIZE_MAX ? 0 : 2);
	while (p.until < s->n) {
		size_t end = block_end(s, p.until);

		if (p.until > from && used + (end - from) > lines)
			break;
		p.until = end;
	}
	return p;
}

/* Ends the line that began at byte `from`, without blanks at its end. */
static void
end_line(struct str *out, size_t from)
{
	while (out->n > from && out->v[out->n - 1] == ' ')
		str_cut(out, out->n - 1);
	str_addc(out, '\n');
}

static void
add_cells(struct str *out, const struct sheet *s, const struct paper_line *l)
{
	for (size_t c = 0; c < s->columns; c++) {
		const char *cell = l->cell[c] == NULL ? "" : l->cell[c];

		if (c > 0)
			str_addc(out, ' ');
		text_pad(
		    out, cell, s->column[c].width, s->column[c].right ? TEXT_RIGHT : TEXT_LEFT);
	}
}

static void
add_rule(struct str *out, const struct sheet *s)
{
	for (size_t c = 0; c < s->columns; c++) {
		if (c > 0)
			str_addc(out, ' ');
		for (int i = 0; i < s->column[c].width; i++)
			str_addc(out, '-');
	}
}

static void
add_more(struct str *out, const struct sheet *s, const struct paper_line *l)
{
	int column = 0;
	size_t c = 0;

	for (; c + 1 < s->columns && l->cell[c] == NULL; c++)
		column += s->column[c].width + 1;
	str_addf(out, "%*s", column, "");
	if (l->cell[c] != NULL)
		text_pad(out, l->cell[c], PAPER_COLUMNS - column, TEXT_LEFT);
}

static void
add_line(struct str *out, const struct sheet *s, const struct paper_line *l)
{
	size_t from = out->n;

	switch (l->kind) {
	case PAPER_HEADING:
	case PAPER_ROW:
		add_cells(out, s, l);
		break;
	case PAPER_RULE:
		add_rule(out, s);
		break;
	case PAPER_MORE:
		add_more(out, s, l);
		break;
	case PAPER_TEXT:
		str_add(out, l->cell[0] == NULL ? "" : l->cell[0]);
		break;
	case PAPER_BLANK:
		break;
	}
	end_line(out, from);
}

static void
add_head(struct str *out, const struct sheet *s, size_t page, size_t pages)
{
	struct str number = {0};
	size_t from;

	str_addf(&number, "page %zu of %zu", page, pages);
	text_pad(out, s->title, PAPER_COLUMNS - 1 - (int)number.n, TEXT_LEFT);
	str_addf(out, " %s\n", str_text(&number));
	str_release(&number);
	from = out->n;
	if (s->subtitle != NULL) {
		text_pad(out, s->subtitle, PAPER_COLUMNS, TEXT_LEFT);
		end_line(out, from);
	}
	str_addc(out, '\n');
}

static size_t
count_pages(const struct sheet *s, size_t lines)
{
	size_t pages = 0, from = 0;

	do {
		from = page_at(s, from, lines).until;
		pages++;
	} while (from < s->n);
	return pages;
}

static void
add_page(struct str *out, const struct sheet *s, const struct page *p)
{
	if (p->heading != SIZE_MAX) {
		add_line(out, s, &s->v[p->heading]);
		add_line(out, s, &s->v[p->heading + 1]);
	}
	for (size_t i = p->from; i < p->until; i++)
		add_line(out, s, &s->v[i]);
}

void
paper_text(struct str *out, const struct sheet_list *sheets, int lines_a_page, bool feed)
{
	size_t lines = lines_a_page > 0 ? (size_t)lines_a_page : SIZE_MAX;

	for (size_t i = 0; i < sheets->n; i++) {
		const struct sheet *s = &sheets->v[i];
		size_t pages = count_pages(s, lines), from = 0;

		for (size_t n = 1; n <= pages; n++) {
			struct page p = page_at(s, from, lines);

			if (i > 0 || n > 1)
				str_addc(out, feed ? '\f' : '\n');
			add_head(out, s, n, pages);
			add_page(out, s, &p);
			from = p.until;
		}
	}
}
