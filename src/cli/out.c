#include "out.h"

#include <stdio.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

static void
put_clean(FILE *to, const char *text)
{
	struct str clean = {0};
	size_t indent = strspn(text, " ");

	text_clean(&clean, text + indent, strlen(text + indent), TEXT_LINE);
	fprintf(to, "%*s%s\n", (int)indent, "", str_text(&clean));
	str_release(&clean);
}

void
out_line(const char *fmt, ...)
{
	struct str line = {0};
	va_list ap;

	va_start(ap, fmt);
	str_addv(&line, fmt, ap);
	va_end(ap);
	put_clean(stdout, str_text(&line));
	str_release(&line);
}

static int label_width = 12; /* with the blank behind it */

void
out_label(const char *label)
{
	const int width = text_width(label) + 1;

	if (width > label_width)
		label_width = width;
}

void
out_field(const char *label, const char *fmt, ...)
{
	struct str line = {0}, text = {0};
	va_list ap;

	va_start(ap, fmt);
	str_addv(&text, fmt, ap);
	va_end(ap);
	if (text.n > 0) {
		text_pad(&line, label, label_width, TEXT_LEFT);
		str_add(&line, str_text(&text));
		put_clean(stdout, str_text(&line));
	}
	str_release(&text);
	str_release(&line);
}

void
out_error(const char *sentence)
{
	fflush(stdout);
	fputs("frontdesk: ", stderr);
	put_clean(stderr, sentence);
}

void
out_error_more(const struct finding *f)
{
	struct str line = {0};

	str_addf(&line, "  %-6s  %s", finding_level_word(f->level), f->text);
	put_clean(stderr, str_text(&line));
	str_release(&line);
}

void
out_notice(const char *fmt, ...)
{
	struct str line = {0};
	va_list ap;

	va_start(ap, fmt);
	str_addv(&line, fmt, ap);
	va_end(ap);
	fflush(stdout);
	put_clean(stderr, str_text(&line));
	str_release(&line);
}

struct table *
out_table(const struct request *r, const struct table_column *columns, size_t n)
{
	return table_new(stdout, r->format, columns, n, r->cli->columns);
}

void
table_money(struct table *t, money_cents amount)
{
	char text[MONEY_SIZE];

	table_text(t, money_text(amount, text));
}

void
table_time(struct table *t, civil_min m)
{
	char text[CIVIL_MIN_SIZE];

	table_text(t, m == CIVIL_NONE ? "" : civil_iso_min(m, text));
}

void
add_moment(struct str *out, const struct desk *d, civil_min m)
{
	char day[CIVIL_DAY_SIZE], hm[CIVIL_HM_SIZE];

	str_addf(out, "%s %s", civil_iso_day(civil_day_of(m), day),
	    settings_hm(&d->practice.settings, m, hm));
}

void
table_moment(struct table *t, const struct request *r, civil_min m)
{
	struct str text = {0};

	if (r->format != TABLE_TEXT || m == CIVIL_NONE) {
		table_time(t, m);
		return;
	}
	add_moment(&text, &r->desk, m);
	table_str(t, &text);
}

void
table_day(struct table *t, civil_day day)
{
	char text[CIVIL_DAY_SIZE];

	table_text(t, day == CIVIL_DAY_NONE ? "" : civil_iso_day(day, text));
}

void
table_id(struct table *t, int64_t id)
{
	if (id == 0)
		table_empty(t);
	else
		table_number(t, id);
}

void
table_str(struct table *t, struct str *s)
{
	table_text(t, str_text(s));
	str_release(s);
}

/* --- Findings -------------------------------------------------------------------------------- */

static const struct table_column finding_columns[] = {
    {"level", NULL, TABLE_STRING},
    {"code", NULL, TABLE_STRING},
    {"text", NULL, TABLE_STRING},
};
const struct fields fields_finding = {finding_columns, array_size(finding_columns)};

enum err
out_findings(const struct request *r, const struct findings *f)
{
	struct table *t;

	if (r->format == TABLE_TEXT) {
		for (size_t i = 0; i < f->n; i++)
			out_line("%-6s  %s", finding_level_word(f->v[i].level), f->v[i].text);
		return ERR_OK;
	}
	t = out_table(r, finding_columns, array_size(finding_columns));
	for (size_t i = 0; i < f->n; i++) {
		table_text(t, finding_level_word(f->v[i].level));
		table_text(t, finding_code_word(f->v[i].code));
		table_text(t, f->v[i].text);
	}
	return table_end(t);
}

enum err
out_refused_how(struct request *r, enum err e, struct findings *f, const char *how)
{
	struct str sentence = {0};
	enum err printed = ERR_OK;

	r->refused = *f;
	*f = (struct findings){0};
	str_addf(&sentence, "%s%s", err_message(), e == ERR_NEEDS_YES ? how : "");
	if (r->format != TABLE_TEXT && (e == ERR_REFUSED || e == ERR_NEEDS_YES))
		printed = out_findings(r, &r->refused);
	if (printed == ERR_OK)
		e = err_set(e, "%s", str_text(&sentence));
	str_release(&sentence);
	return e;
}

enum err
out_refused(struct request *r, enum err e, struct findings *f)
{
	return out_refused_how(r, e, f, ": --yes REASON");
}
