#include "layout.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

void
sheet_release(struct sheet *s)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t c = 0; c < PAPER_CELLS; c++)
			free(s->v[i].cell[c]);
	free(s->v);
	free(s->title);
	free(s->subtitle);
	*s = (struct sheet){0};
}

void
sheet_list_release(struct sheet_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		sheet_release(&l->v[i]);
	free(l->v);
	*l = (struct sheet_list){0};
}

struct paper_line *
sheet_line(struct sheet *s, enum paper_kind kind)
{
	struct paper_line *l = list_push(s);

	l->kind = kind;
	return l;
}

char *
paper_clean(struct str *text)
{
	struct str clean = {0};

	(void)text_clean(&clean, str_text(text), text->n, TEXT_LINE);
	str_release(text);
	return str_take(&clean);
}

void
sheet_cell(struct paper_line *l, size_t column, const char *text)
{
	struct str clean = {0};

	assert(column < PAPER_CELLS && l->cell[column] == NULL);
	(void)text_clean(&clean, text, strlen(text), TEXT_LINE);
	l->cell[column] = str_take(&clean);
}

void
sheet_table(struct sheet *s, const struct paper_column *columns, const char *const *names, size_t n)
{
	struct paper_line *heading = sheet_line(s, PAPER_HEADING);

	assert(n <= PAPER_CELLS);
	s->columns = n;
	for (size_t i = 0; i < n; i++) {
		s->column[i] = columns[i];
		sheet_cell(heading, i, names[i]);
	}
	(void)sheet_line(s, PAPER_RULE);
}

/* How many bytes of a line go before the fold: whole words, or what fits of one too long. */
size_t
sheet_wrap(const char *s, int columns)
{
	size_t fit = text_fit(s, columns, NULL), n = fit;

	if (s[fit] == '\0')
		return fit;
	while (n > 0 && s[n] != ' ')
		n--;
	return n > 0 ? n : fit;
}

static void
add_wrapped(struct sheet *s, int indent, const char *line)
{
	int blanks = 0;

	do {
		size_t n = sheet_wrap(line, PAPER_COLUMNS - blanks);
		struct str text = {0};

		str_addf(&text, "%*s", blanks, "");
		str_addn(&text, line, n);
		sheet_line(s, PAPER_TEXT)->cell[0] = str_take(&text);
		line += n;
		line += strspn(line, " ");
		blanks = indent;
	} while (*line != '\0');
}

void
sheet_text(struct sheet *s, int indent, const char *text)
{
	struct str clean = {0};
	char *all, *end;

	(void)text_clean(&clean, text, strlen(text), TEXT_LINES);
	all = str_take(&clean);
	for (char *line = all; line != NULL; line = end) {
		end = strchr(line, '\n');
		if (end != NULL)
			*end++ = '\0';
		add_wrapped(s, indent, line);
	}
	free(all);
}

void
sheet_blocks(struct sheet *s)
{
	s->columns = 1;
	s->column[0] = (struct paper_column){.width = PAPER_COLUMNS};
}

void
sheet_block(struct sheet *s, bool first, struct str *line)
{
	sheet_line(s, first ? PAPER_ROW : PAPER_MORE)->cell[0] = str_take(line);
}

void
sheet_block_field(struct sheet *s, const struct sheet_field *f, const char *text)
{
	const int room = PAPER_COLUMNS - f->column;
	struct str clean = {0}, line = {0};
	const char *rest;

	(void)text_clean(&clean, text, strlen(text), TEXT_LINE);
	rest = str_text(&clean);
	for (int i = 0; i < f->most && *rest != '\0'; i++) {
		size_t n = sheet_wrap(rest, room);

		str_addf(&line, "%-*s", f->column, i == 0 ? f->label : "");
		if (i + 1 == f->most && rest[n] != '\0')
			text_pad(&line, rest, room, TEXT_LEFT);
		else
			str_addn(&line, rest, n);
		sheet_block(s, f->first && i == 0, &line);
		rest += n;
		rest += strspn(rest, " ");
	}
	str_release(&clean);
}

void
sheet_more(struct sheet *s, size_t column, const char *text)
{
	int columns = PAPER_COLUMNS;

	for (size_t i = 0; i < column; i++)
		columns -= s->column[i].width + 1;
	do {
		size_t n = sheet_wrap(text, columns);
		char *line = xstrndup(text, n);

		sheet_cell(sheet_line(s, PAPER_MORE), column, line);
		free(line);
		text += n;
		text += strspn(text, " ");
	} while (*text != '\0');
}

void
sheet_subtitle(struct sheet *s, const struct practice *p, const struct roster_options *o)
{
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];
	struct str text = {0};

	str_addf(&text, "%s, printed %s %s", settings_text(&p->settings, SETTING_NAME),
	    civil_long_day(civil_day_of(o->printed), day),
	    settings_hm(&p->settings, o->printed, hm));
	if (o->printed_by != NULL)
		str_addf(&text, " by %s", o->printed_by);
	s->subtitle = paper_clean(&text);
}

void
roster_day(const struct book *b, civil_day day, size_t *first, size_t *end)
{
	size_t i = 0;

	while (i < b->appts.n && b->appts.v[i].start < civil_at(day, 0))
		i++;
	*first = i;
	while (i < b->appts.n && b->appts.v[i].start < civil_at(day + 1, 0))
		i++;
	*end = i;
}

void
paper_day(struct str *out, civil_day day)
{
	int year, month, mday;

	civil_to_ymd(day, &year, &month, &mday);
	str_addf(out, "%s %d %s %d", civil_weekday_long(civil_weekday(day)), mday,
	    civil_month_long(month), year);
}

char *
paper_times(
    const struct practice *p, civil_min from, civil_min until, char buf[static PAPER_TIMES_SIZE])
{
	char a[CIVIL_HM_SIZE], b[CIVIL_HM_SIZE];

	(void)snprintf(buf, PAPER_TIMES_SIZE, "%.7s-%.7s", settings_hm(&p->settings, from, a),
	    settings_hm(&p->settings, until, b));
	return buf;
}

int
paper_times_width(const struct practice *p)
{
	const char *widest =
	    settings_is(&p->settings, SETTING_CLOCK, "12") ? "12:00pm-12:00pm" : "12:00-12:00";

	return text_width(widest);
}

void
paper_label(struct str *out, const struct practice *p, const struct appt *a)
{
	const struct service *s = practice_service(p, a->service_id);

	if (s != NULL)
		service_label(out, s, appt_minutes(a));
	else
		str_addf(out, "Appointment %d", appt_minutes(a));
}
