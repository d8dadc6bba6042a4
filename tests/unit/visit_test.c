/* What happened in a session: its fields typed and said, the trend; consents. */
#include <frontdesk/mem.h>
#include <frontdesk/visit.h>

#include "../tap.h"
#include "shipped.h"

static struct vocabulary words;

/* --- Words ----------------------------------------------------------------------------------- */

static void
test_words(void)
{
	enum feedback f;
	enum visit_field field;
	enum consent_kind kind;

	ok(feedback_find("deep", &f) == ERR_OK && f == FEEDBACK_DEEP, "deep");
	ok(feedback_find("Too light", &f) == ERR_OK && f == FEEDBACK_LIGHT, "too light");
	is_int(feedback_find("", &f), ERR_USAGE, "no word is no feedback");
	is_int(feedback_find("hard", &f), ERR_USAGE, "hard");
	is_str(err_message(), "\"hard\" is none of light, right, deep", "the words are listed");
	is_str(feedback_says(FEEDBACK_DEEP), "too deep", "said");
	for (size_t i = 0; i < VISIT_FIELD_COUNT; i++)
		ok(visit_field_find(visit_field_word((enum visit_field)i), &field) == ERR_OK &&
			field == (enum visit_field)i && visit_field_label(field)[0] != '\0',
		    "%s", visit_field_word((enum visit_field)i));
	is_int(visit_field_find("pulse", &field), ERR_USAGE, "pulse is no field");
	ok(visit_field_is_private(VISIT_S) && visit_field_is_private(VISIT_P) &&
		visit_field_is_private(VISIT_NOTE) && !visit_field_is_private(VISIT_PAIN) &&
		!visit_field_is_private(VISIT_AFTERCARE),
	    "S/O/A/P and the note are private");
	ok(consent_kind_find("minor", &kind) == ERR_OK && kind == CONSENT_MINOR, "minor");
	is_str(consent_kind_says(CONSENT_DATA), "keeping health data", "a consent in words");
}

/* --- Fields ---------------------------------------------------------------------------------- */

static void
written(const struct visit *v, enum visit_field field, struct str *out)
{
	str_clear(out);
	visit_write(out, v, field);
}

/* X as typed is written as `as` (NULL: the same) and said as `said`. */
static const struct good {
	enum visit_field field;
	const char *typed, *as, *said;
} goods[] = {
    {VISIT_PAIN, "6/2", NULL, "6 before, 2 after"},
    {VISIT_PAIN, "10/0", NULL, "10 before, 0 after"},
    {VISIT_PAIN, "6", NULL, "6 before"},
    {VISIT_PAIN, "6/", "6", "6 before"},
    {VISIT_PAIN, "/2", NULL, "2 after"},
    {VISIT_PAIN, "", NULL, ""},
    {VISIT_PRESSURE, "3", NULL, "3 medium"},
    {VISIT_PRESSURE, "firm", "4", "4 firm"},
    {VISIT_PRESSURE, "", NULL, ""},
    {VISIT_FEEDBACK, "deep", NULL, "too deep"},
    {VISIT_FEEDBACK, "too light", "light", "too light"},
    {VISIT_FEEDBACK, "right", NULL, "right"},
    {VISIT_FEEDBACK, "", NULL, ""},
    {VISIT_COMFORT, "7", NULL, "7 of 10"},
    {VISIT_COMFORT, "0", NULL, "0 of 10"},
    {VISIT_COMFORT, "", NULL, ""},
    {VISIT_REGIONS, "lbL trB@4", NULL, "left low back, both upper trapezius (pressure 4)"},
    {VISIT_REGIONS, "  NKb   ab ", "nkB ab", "both neck, abdomen"},
    {VISIT_REGIONS, "lbL lbL@2", "lbL@2", "left low back (pressure 2)"},
    {VISIT_REGIONS, "", NULL, ""},
    {VISIT_TECHNIQUES, "eff,pet", NULL, "effleurage, petrissage"},
    {VISIT_TECHNIQUES, "long strokes, kneading, eff,", "eff,pet", "effleurage, petrissage"},
    {VISIT_TECHNIQUES, "", NULL, ""},
    {VISIT_AGAIN, "2w x4", NULL, "every 2 weeks, 4 times"},
    {VISIT_AGAIN, "14dx4", "2w x4", "every 2 weeks, 4 times"},
    {VISIT_AGAIN, "10d", NULL, "every 10 days"},
    {VISIT_AGAIN, "1w", NULL, "every week"},
    {VISIT_AGAIN, "1w x1", NULL, "in a week"},
    {VISIT_AGAIN, "3w x1", NULL, "in 3 weeks"},
    {VISIT_AGAIN, "", NULL, ""},
    {VISIT_AFTERCARE, "yes", NULL, "yes"},
    {VISIT_AFTERCARE, "no", NULL, "no"},
    {VISIT_AFTERCARE, "", "no", "no"},
    {VISIT_S, "Better,\nslept well", NULL, "Better,\nslept well"},
    {VISIT_O, "Tight", NULL, "Tight"},
    {VISIT_A, "Improving", NULL, "Improving"},
    {VISIT_P, "Again in 2 weeks\x1b[31m", "Again in 2 weeks[31m", "Again in 2 weeks[31m"},
    {VISIT_NOTE, "Likes the radio", NULL, "Likes the radio"},
};

/* A pain is told in two halves: what one says is not taken back by the other. */
static void
test_pain(void)
{
	static const struct {
		const char *typed;
		int before, after;
	} rows[] = {{"6", 6, PAIN_NONE}, {"/2", 6, 2}, {"5/", 5, 2}, {"7", 7, 2}, {"/0", 7, 0},
	    {"4/1", 4, 1}, {"", PAIN_NONE, PAIN_NONE}, {"/3", PAIN_NONE, 3}, {"6", 6, 3},
	    {"/", PAIN_NONE, PAIN_NONE}};
	struct visit v;

	visit_init(&v);
	for (size_t i = 0; i < array_size(rows); i++) {
		is_int(visit_set(&v, &words, VISIT_PAIN, rows[i].typed), ERR_OK, "pain=%s",
		    rows[i].typed);
		ok(v.pain_before == rows[i].before && v.pain_after == rows[i].after,
		    "makes it %d/%d", v.pain_before, v.pain_after);
	}
	visit_release(&v);
}

static void
test_goods(void)
{
	struct visit v, again;
	struct str first = {0}, second = {0}, said = {0};

	for (size_t i = 0; i < array_size(goods); i++) {
		const struct good *g = &goods[i];
		const char *as = g->as != NULL ? g->as : g->typed;

		visit_init(&v);
		visit_init(&again);
		is_int(visit_set(&v, &words, g->field, g->typed), ERR_OK, "%s=%s",
		    visit_field_word(g->field), g->typed);
		written(&v, g->field, &first);
		is_str(str_text(&first), as, "written %s", as);
		ok(visit_set(&again, &words, g->field, str_text(&first)) == ERR_OK, "read again");
		written(&again, g->field, &second);
		is_str(str_text(&second), as, "the same again");
		str_clear(&said);
		visit_say(&said, &v, &words, g->field);
		is_str(str_text(&said), g->said, "said %s", g->said);
		ok(visit_set(&v, &words, g->field, "") == ERR_OK, "emptied");
		written(&v, g->field, &first);
		is_str(str_text(&first), g->field == VISIT_AFTERCARE ? "no" : "", "it is empty");
		visit_release(&v);
		visit_release(&again);
	}
	str_release(&first);
	str_release(&second);
	str_release(&said);
}

/* Refused with a sentence that has the word in it; what was there stays. */
static const struct bad {
	enum visit_field field;
	const char *was, *typed, *names;
	enum err err;
} bads[] = {
    {VISIT_PAIN, "6/2", "6/2/1", "6/2/1", ERR_USAGE},
    {VISIT_PAIN, "6/2", "11", "11", ERR_USAGE},
    {VISIT_PAIN, "6/2", "-1/2", "-1/2", ERR_USAGE},
    {VISIT_PAIN, "6/2", "6-2", "6-2", ERR_USAGE},
    {VISIT_PAIN, "6/2", "6/99999999999", "99999999999", ERR_USAGE},
    {VISIT_PRESSURE, "3", "6", "\"6\"", ERR_USAGE},
    {VISIT_PRESSURE, "3", "0", "\"0\"", ERR_USAGE},
    {VISIT_PRESSURE, "3", "varies", "regions=lbL@4", ERR_USAGE},
    {VISIT_FEEDBACK, "deep", "hard", "hard", ERR_USAGE},
    {VISIT_COMFORT, "5", "12", "12", ERR_USAGE},
    {VISIT_COMFORT, "5", "5.5", "5.5", ERR_USAGE},
    {VISIT_REGIONS, "lbL", "nkB xyzzy", "xyzzy", ERR_USAGE},
    {VISIT_REGIONS, "lbL", "lbL7", "lbL7", ERR_USAGE},
    {VISIT_REGIONS, "lbL", "+trB", "+trB", ERR_USAGE},
    {VISIT_REGIONS, "lbL", "lbX", "lbX", ERR_USAGE},
    {VISIT_TECHNIQUES, "eff", "pet,xyzzy", "xyzzy", ERR_NOT_FOUND},
    {VISIT_AGAIN, "2w x4", "2 weeks", "2 weeks", ERR_USAGE},
    {VISIT_AGAIN, "2w x4", "2", "\"2\"", ERR_USAGE},
    {VISIT_AGAIN, "2w x4", "0w", "0w", ERR_USAGE},
    {VISIT_AGAIN, "2w x4", "999w", "999w", ERR_USAGE},
    {VISIT_AGAIN, "2w x4", "2w x0", "x0", ERR_USAGE},
    {VISIT_AGAIN, "2w x4", "2w 4", "2w 4", ERR_USAGE},
    {VISIT_AFTERCARE, "yes", "maybe", "maybe", ERR_USAGE},
};

static void
test_bads(void)
{
	struct visit v;
	struct str now = {0};

	for (size_t i = 0; i < array_size(bads); i++) {
		const struct bad *b = &bads[i];

		visit_init(&v);
		ok(visit_set(&v, &words, b->field, b->was) == ERR_OK, "%s", b->was);
		is_int(visit_set(&v, &words, b->field, b->typed), b->err, "%s=%s is refused",
		    visit_field_word(b->field), b->typed);
		ok(strstr(err_message(), b->names) != NULL, "it names %s: %s", b->names,
		    err_message());
		written(&v, b->field, &now);
		is_str(str_text(&now), b->was, "%s stays", b->was);
		visit_release(&v);
	}
	str_release(&now);
}

static void
test_signed(void)
{
	static const char *const values[] = {
	    "6/2", "3", "deep", "5", "lbL", "eff", "2w", "yes", "s", "o", "a", "p", "note"};
	struct visit v;

	visit_init(&v);
	v.signed_at = 1;
	for (size_t i = 0; i < VISIT_FIELD_COUNT; i++) {
		const enum visit_field f = (enum visit_field)i;
		const bool open = f == VISIT_AGAIN || f == VISIT_AFTERCARE || f == VISIT_NOTE;

		is_int(visit_set(&v, &words, f, values[i]), open ? ERR_OK : ERR_REFUSED,
		    "signed, %s is %s", visit_field_word(f), open ? "open" : "locked");
		ok(open || strstr(err_message(), "addendum") != NULL, "it says what to do");
	}
	visit_release(&v);
}

/* --- Last time, and the trend ---------------------------------------------------------------- */

static void
test_last(void)
{
	static const struct {
		int pressure;
		enum feedback feedback;
		const char *said;
	} cases[] = {
	    {4, FEEDBACK_DEEP, "last: 4, too deep"},
	    {3, FEEDBACK_RIGHT, "last: 3, right"},
	    {2, FEEDBACK_NONE, "last: 2"},
	    {0, FEEDBACK_LIGHT, "last: too light"},
	    {0, FEEDBACK_NONE, ""},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		const struct visit v = {
		    .pressure = cases[i].pressure, .feedback = cases[i].feedback};
		struct str said = {0};

		visit_last(&said, &v);
		is_str(str_text(&said), cases[i].said, "%s", cases[i].said);
		str_release(&said);
	}
}

static void
add_visit(struct visit_list *l, int year, int month, int mday, int before, int after)
{
	struct visit *v = list_push(l);

	visit_init(v);
	v->start = civil_at(civil_from_ymd(year, month, mday), 600);
	v->pain_before = before;
	v->pain_after = after;
}

static void
is_trend(const struct visit_list *l, int columns, size_t most, const char *want, const char *what)
{
	struct str out = {0};

	visit_trend(&out, l, columns, most);
	is_str(str_text(&out), want, "%s", what);
	str_release(&out);
}

static void
test_trend(void)
{
	struct visit_list l = {0};

	is_trend(&l, 80, 10, "", "no visit, no trend");
	add_visit(&l, 2026, 9, 28, PAIN_NONE, PAIN_NONE);
	is_trend(&l, 80, 10, "", "no pain told, no trend");
	add_visit(&l, 2026, 10, 12, 7, 4);
	is_trend(&l, 80, 10,
	    "12 Oct  7 #######    ->  4 ####        -3 *\n"
	    "7 -> 4 over 1 visit\n",
	    "one visit");
	add_visit(&l, 2026, 10, 26, 5, 7);
	add_visit(&l, 2026, 11, 2, 10, 9);
	add_visit(&l, 2026, 11, 3, PAIN_NONE, PAIN_NONE);
	add_visit(&l, 2026, 11, 9, 4, PAIN_NONE);
	add_visit(&l, 2026, 11, 16, 3, 3);
	is_trend(&l, 80, 10,
	    "12 Oct  7 #######    ->  4 ####        -3 *\n"
	    "26 Oct  5 #####      ->  7 #######     +2 *\n"
	    " 2 Nov 10 ########## ->  9 #########   -1\n"
	    " 9 Nov  4 ####       ->  -\n"
	    "16 Nov  3 ###        ->  3 ###          0\n"
	    "7 -> 3 over 5 visits\n",
	    "better, worse, hardly, half told, the same");
	is_trend(&l, 33, 3,
	    " 2 Nov 10 ##### ->  9 #####  -1\n"
	    " 9 Nov  4 ##    ->  -\n"
	    "16 Nov  3 ##    ->  3 ##      0\n"
	    "10 -> 3 over 3 visits\n",
	    "the newest three, in few columns");
	is_trend(&l, 12, 1, "16 Nov  3 ->\n3 -> 3 over\n", "cut where there is no room");
	add_visit(&l, 2027, 1, 4, PAIN_NONE, 1);
	is_trend(&l, 48, 2,
	    "16 Nov 2026  3 ###        ->  3 ###          0\n"
	    " 4 Jan 2027  -            ->  1 #\n"
	    "3 -> 1 over 2 visits\n",
	    "over the turn of a year it is told");
	is_int(visit_change(&l.v[1]), 3, "a change");
	is_int(visit_change(&l.v[2]), -2, "for the worse");
	is_int(visit_change(&l.v[5]), 0, "half told");
	visit_list_release(&l);
}

/* No line is wider than it may be. */
static void
test_trend_width(void)
{
	struct visit_list l = {0};

	add_visit(&l, 2025, 12, 31, 10, 0);
	add_visit(&l, 2026, 12, 31, 0, 10);
	for (int columns = 1; columns <= 60; columns++) {
		struct str out = {0};
		size_t longest = 0;

		visit_trend(&out, &l, columns, 10);
		for (const char *s = str_text(&out); *s != '\0'; s += strcspn(s, "\n") + 1)
			if (strcspn(s, "\n") > longest)
				longest = strcspn(s, "\n");
		ok(longest <= (size_t)columns, "%d columns hold", columns);
		str_release(&out);
	}
	visit_list_release(&l);
}

/* --- Consents -------------------------------------------------------------------------------- */

static void
test_minor(void)
{
	static const struct {
		int birth[3], day[3];
		bool minor;
	} cases[] = {
	    {{2008, 11, 23}, {2026, 11, 22}, true},
	    {{2008, 11, 23}, {2026, 11, 23}, false},
	    {{2008, 11, 23}, {2026, 12, 1}, false},
	    {{2008, 11, 23}, {2026, 10, 30}, true},
	    {{2008, 2, 29}, {2026, 2, 28}, true},
	    {{2008, 2, 29}, {2026, 3, 1}, false},
	    {{2006, 3, 1}, {2024, 2, 29}, true},
	    {{1950, 1, 1}, {2026, 1, 1}, false},
	    {{2026, 1, 1}, {2026, 11, 23}, true},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		const int *b = cases[i].birth, *d = cases[i].day;

		is_int(is_minor(civil_from_ymd(b[0], b[1], b[2]), civil_from_ymd(d[0], d[1], d[2])),
		    cases[i].minor, "born %d-%d-%d, on %d-%d-%d", b[0], b[1], b[2], d[0], d[1],
		    d[2]);
	}
	ok(!is_minor(CIVIL_DAY_NONE, 0), "not told: nobody is taken for a minor");
}

static void
test_consents(void)
{
	const civil_day adult = civil_from_ymd(1980, 1, 1), child = civil_from_ymd(2015, 1, 1),
			day = civil_from_ymd(2026, 11, 23);
	const unsigned both = 1U << CONSENT_TREATMENT | 1U << CONSENT_DATA;
	struct consent_list l = {0};

	is_int(consents_missing(&l, adult, day), both, "an adult without any");
	is_int(consents_missing(&l, CIVIL_DAY_NONE, day), both, "whose birth was not told");
	is_int(consents_missing(&l, child, day), both | 1U << CONSENT_MINOR, "a child");
	*list_push(&l) = (struct consent_given){
	    .kind = CONSENT_TREATMENT, .day = day - 10, .ended = CIVIL_DAY_NONE};
	*list_push(&l) =
	    (struct consent_given){.kind = CONSENT_PHOTO, .day = day - 10, .ended = CIVIL_DAY_NONE};
	is_int(consents_missing(&l, adult, day), 1U << CONSENT_DATA, "one is given");
	*list_push(&l) =
	    (struct consent_given){.kind = CONSENT_DATA, .day = day - 10, .ended = day};
	is_int(consents_missing(&l, adult, day), 1U << CONSENT_DATA, "withdrawn that day");
	is_int(consents_missing(&l, adult, day - 1), 0, "the day before it held");
	is_int(consents_missing(&l, adult, day - 11), both, "before they were given");
	consent_list_release(&l);
}

int
main(void)
{
	shipped_vocabulary(&words);
	test_words();
	test_goods();
	test_pain();
	test_bads();
	test_signed();
	test_last();
	test_trend();
	test_trend_width();
	test_minor();
	test_consents();
	vocabulary_release(&words);
	return done();
}
