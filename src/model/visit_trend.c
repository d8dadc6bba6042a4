/* How a client's pain goes from visit to visit, drawn in characters. */
#include <frontdesk/visit.h>

#include <stdio.h>

#include <frontdesk/mem.h>

/* Columns of a line without its two bars, and the most of a bar. */
enum { LINE_COLUMNS = 23, BAR_MOST = PAIN_MOST, YEAR_COLUMNS = 5 };

struct trend {
	struct str *out;
	int columns, bar; /* of a line; of a pain of 10 */
	bool with_year;
};

static bool
has_pain(const struct visit *v)
{
	return v->pain_before != PAIN_NONE || v->pain_after != PAIN_NONE;
}

int
visit_change(const struct visit *v)
{
	if (v->pain_before == PAIN_NONE || v->pain_after == PAIN_NONE)
		return 0;
	return v->pain_before - v->pain_after;
}

/* The first visit to be shown: of those with a pain, the newest `most`. */
static size_t
first_shown(const struct visit_list *l, size_t most)
{
	size_t i = l->n;

	for (size_t shown = 0; i > 0 && shown < most; i--)
		shown += has_pain(&l->v[i - 1]);
	while (i < l->n && !has_pain(&l->v[i]))
		i++;
	return i;
}

/* " 7 #######   "; a pain that was not told is "-" */
static void
add_bar(struct str *line, const struct trend *t, int pain)
{
	int length = pain == PAIN_NONE ? 0 : (pain * t->bar + PAIN_MOST - 1) / PAIN_MOST;

	if (pain == PAIN_NONE)
		str_add(line, " -");
	else
		str_addf(line, "%2d", pain);
	if (t->bar > 0)
		str_addc(line, ' ');
	for (int i = 0; i < t->bar; i++)
		str_addc(line, i < length ? '#' : ' ');
}

/* Adds a line without the blanks at its end, at most as long as there are columns. */
static void
end_line(const struct trend *t, struct str *line)
{
	if (line->n > (size_t)t->columns)
		str_cut(line, (size_t)t->columns);
	while (line->n > 0 && line->v[line->n - 1] == ' ')
		str_cut(line, line->n - 1);
	str_addf(t->out, "%s\n", str_text(line));
	str_release(line);
}

static void
add_visit(const struct trend *t, const struct visit *v)
{
	int year, month, mday, change = visit_change(v);
	struct str line = {0};

	civil_to_ymd(civil_day_of(v->start), &year, &month, &mday);
	str_addf(&line, "%2d %s", mday, civil_month_name(month));
	if (t->with_year)
		str_addf(&line, " %d", year);
	str_addc(&line, ' ');
	add_bar(&line, t, v->pain_before);
	str_add(&line, " -> ");
	add_bar(&line, t, v->pain_after);
	if (v->pain_before != PAIN_NONE && v->pain_after != PAIN_NONE)
		str_addf(&line, change == 0 ? "   0" : " %+3d", -change);
	if (change >= VISIT_CHANGE || change <= -VISIT_CHANGE)
		str_add(&line, " *");
	end_line(t, &line);
}

/* "7 -> 3 over 3 visits": from what was told first to what was told last. */
static void
add_words(const struct trend *t, const struct visit_list *l, size_t first)
{
	const struct visit *from = &l->v[first], *to = from;
	struct str line = {0};
	size_t n = 0;

	for (size_t i = first; i < l->n; i++)
		if (has_pain(&l->v[i])) {
			to = &l->v[i];
			n++;
		}
	str_addf(&line, "%d -> %d over %zu visit%s",
	    from->pain_before != PAIN_NONE ? from->pain_before : from->pain_after,
	    to->pain_after != PAIN_NONE ? to->pain_after : to->pain_before, n, n == 1 ? "" : "s");
	end_line(t, &line);
}

void
visit_trend(struct str *out, const struct visit_list *l, int columns, size_t most)
{
	struct trend t = {.out = out, .columns = columns};
	size_t first = first_shown(l, most);
	int room;

	if (first == l->n)
		return;
	t.with_year = civil_year(civil_day_of(l->v[first].start)) !=
	    civil_year(civil_day_of(l->v[l->n - 1].start));
	room = (columns - LINE_COLUMNS - (t.with_year ? YEAR_COLUMNS : 0)) / 2;
	t.bar = room < 0 ? 0 : room > BAR_MOST ? BAR_MOST : room;
	for (size_t i = first; i < l->n; i++)
		if (has_pain(&l->v[i]))
			add_visit(&t, &l->v[i]);
	add_words(&t, l, first);
}
