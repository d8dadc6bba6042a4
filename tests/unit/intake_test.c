/* The fields of an intake, typed, written and said; what changed; how old it is; pregnancies. */
#include "intake_fixture.h"
#include "../tap.h"

static void
test_fields(void)
{
	static const struct {
		const char *field, *typed, *written, *said;
	} cases[] = {
	    {"goals", "relax,pain", "relax, pain", "relaxation; pain relief"},
	    {"goals", "other:wedding on Saturday", "other:wedding on Saturday",
		"other: wedding on Saturday"},
	    {"reason", "stiff, since \"the\" move", NULL, "stiff, since \"the\" move"},
	    {"reason", "+1 more", NULL, "+1 more"},
	    {"cause", "lift", NULL, "strain from lifting"},
	    {"cause", "overdone", "overuse", "strain from overuse"},
	    {"onset", "acute", NULL, "acute"},
	    {"onset", "ch", "chronic", "chronic"},
	    {"pain", "0", NULL, "0"},
	    {"worst", "10", NULL, "10"},
	    {"quality", "sharp,burn", "sharp, burn", "sharp; burning"},
	    {"pressure", "4", NULL, "4 firm"},
	    {"pressure", "firm", "4", "4 firm"},
	    {"pressure", "varies", NULL, "varies"},
	    {"conditions", "disc", "disc@2026-11-23", "herniated disc (23 Nov 2026)"},
	    {"conditions", "disc:L5/S1", "disc@2026-11-23:L5/S1",
		"herniated disc: L5/S1 (23 Nov 2026)"},
	    {"conditions", "slipped disc", "disc@2026-11-23", "herniated disc (23 Nov 2026)"},
	    {"conditions", "disc@past", NULL, "herniated disc (past)"},
	    {"conditions", "disc@2019-03-01@past:L4", NULL,
		"herniated disc: L4 (past, 1 Mar 2019)"},
	    {"conditions", "disc@past@2019-03-01", "disc@2019-03-01@past",
		"herniated disc (past, 1 Mar 2019)"},
	    {"conditions", "surgery@2026-10-20", NULL, "surgery (20 Oct 2026)"},
	    {"conditions", "surgery@20.10.", "surgery@2026-10-20", "surgery (20 Oct 2026)"},
	    {"conditions", "surgery@24.11.", "surgery@2025-11-24", "surgery (24 Nov 2025)"},
	    {"conditions", "surgery@20 oct", "surgery@2026-10-20", "surgery (20 Oct 2026)"},
	    {"conditions", "surgery@yesterday", "surgery@2026-11-22", "surgery (22 Nov 2026)"},
	    {"conditions", "surgery@2026-10-20,surgery@2020-01-05",
		"surgery@2026-10-20, surgery@2020-01-05",
		"surgery (20 Oct 2026); surgery (5 Jan 2020)"},
	    {"conditions", "disc:\"L5, S1\"@x,heart@past",
		"\"disc@2026-11-23:L5, S1@x\", heart@past",
		"herniated disc: L5, S1@x (23 Nov 2026); heart disease (past)"},
	    {"medications", "warfarin", "bloodthinner@2026-11-23", "blood thinner (23 Nov 2026)"},
	    {"due", "12.2.", "2027-02-12", "Fri 12 Feb 2027"},
	    {"due", "12 feb", "2027-02-12", "Fri 12 Feb 2027"},
	    {"due", "2026-11-20", NULL, "Fri 20 Nov 2026"},
	    {"surgeries", "knee 2019, left", NULL, "knee 2019, left"},
	    {"position", "no-prone step", "no-prone, step", "no prone; step"},
	    {"position", "no-l,warm", "no-left, warm-table", "no left; warm table"},
	    {"talk", "q", "quiet", "quiet"},
	    {"music", "-", NULL, "-"},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct intake in;
		char *first;

		intake_init(&in);
		is_int(set(&in, cases[i].field, cases[i].typed), ERR_OK, "%s=%s", cases[i].field,
		    cases[i].typed);
		is_str(written(&in, cases[i].field),
		    cases[i].written != NULL ? cases[i].written : cases[i].typed, "as it is typed");
		is_str(said(&in, cases[i].field), cases[i].said, "in words");
		first = xstrdup(written(&in, cases[i].field));
		ok(set(&in, cases[i].field, first) == ERR_OK &&
			strcmp(written(&in, cases[i].field), first) == 0,
		    "and read back as it was");
		is_int(set(&in, cases[i].field, " "), ERR_OK, "a blank empties it");
		ok(intake_empty(&in), "nothing is left");
		free(first);
		intake_release(&in);
	}
}

/* --- Every field, with every value ----------------------------------------------------------- */

static long tried;

/* Typed into one intake, written, typed into another: the same, and counted when it is not. */
static long
differs(enum intake_field f, const char *typed)
{
	struct intake a, b;
	struct str s = {0};
	char *one, *other;
	long wrong;

	tried++;
	intake_init(&a);
	intake_init(&b);
	wrong = intake_set(&a, &habits, f, typed) != ERR_OK;
	intake_write(&s, &a, f);
	wrong += s.n == 0 || intake_set(&b, &habits, f, str_text(&s)) != ERR_OK;
	one = whole(&a);
	other = whole(&b);
	wrong += strcmp(one, other) != 0 || a.items.n != b.items.n;
	if (wrong > 0)
		printf("# %s=%s: %s\n", intake_field_rows[f].word, typed, one);
	free(one);
	free(other);
	str_release(&s);
	intake_release(&a);
	intake_release(&b);
	return wrong;
}

static long
codes_differ(enum intake_field f)
{
	static const char *const marks[] = {
	    "", "@past", "@2024-02-29", "@2024-02-29@past", "@yesterday"};
	static const char *const texts[] = {"", ":L5/S1", ":\"left, right\"", ":a:b@c=d", ":-x +y"};
	enum vocabulary_kind kind;
	long wrong = vocabulary_kind_find(intake_field_rows[f].choices, &kind) != ERR_OK;

	for (size_t i = 0; i < words.n; i++)
		for (size_t n = 0; words.v[i].kind == kind && n < 25; n++) {
			struct str s = {0};

			str_addf(&s, "%s%s%s", words.v[i].code, marks[n % 5], texts[n / 5]);
			wrong += differs(f, str_text(&s));
			str_release(&s);
		}
	return wrong;
}

static long
numbers_differ(enum intake_field f, int least, int most, const char *end)
{
	long wrong = 0;

	for (int n = least; n <= most; n++) {
		struct str s = {0};

		str_addf(&s, "%d%s", n, end);
		wrong += differs(f, str_text(&s));
		str_release(&s);
	}
	return wrong;
}

static long
days_differ(enum intake_field f)
{
	char day[CIVIL_DAY_SIZE];
	long wrong = 0;

	for (civil_day d = habits.today - 20; d <= habits.today + 280; d++)
		wrong += differs(f, civil_iso_day(d, day));
	return wrong;
}

static long
field_differs(enum intake_field f)
{
	static const char *const texts[] = {
	    "x", "-", "+a, b", "\"quoted\", twice", "a@b:c=d !e", "Zoë drückt zu fest"};
	struct word_list choices = {0};
	long wrong = 0;

	switch (intake_field_rows[f].kind) {
	case INTAKE_MANY:
	case INTAKE_ONE:
		return codes_differ(f);
	case INTAKE_CHOICE:
	case INTAKE_CHOICES:
		wrong = words_split(intake_field_rows[f].choices, &choices) != ERR_OK;
		for (size_t i = 0; i < choices.n; i++)
			wrong += differs(f, choices.v[i].text);
		word_list_release(&choices);
		return wrong;
	case INTAKE_SCALE:
		return numbers_differ(f, 0, PAIN_MOST, "");
	case INTAKE_IS_PRESSURE:
		return numbers_differ(f, 1, PRESSURE_MOST, "") + differs(f, "varies");
	case INTAKE_DATE:
		return days_differ(f);
	case INTAKE_WORDS:
		break;
	}
	for (size_t i = 0; i < array_size(texts); i++)
		wrong += differs(f, texts[i]);
	return wrong;
}

static void
test_round_trip(void)
{
	for (enum intake_field f = 0; f < INTAKE_FIELD_COUNT; f++)
		is_int(
		    field_differs(f), 0, "%s is read as it was written", intake_field_rows[f].word);
	ok(tried > 2000, "%ld values tried", tried);
}

static void
test_wrong(void)
{
	static const struct {
		const char *field, *typed;
		enum err err;
		const char *message;
	} cases[] = {
	    {"pain", "11", ERR_USAGE, "pain \"11\" is not 0 to 10"},
	    {"best", "-1", ERR_USAGE, "best \"-1\" is not 0 to 10"},
	    {"pain", "6x", ERR_USAGE, "pain \"6x\" is not 0 to 10"},
	    {"onset", "old", ERR_USAGE, "onset \"old\" is none of: acute subacute chronic"},
	    {"position", "step,no", ERR_USAGE,
		"position \"no\" is none of: no-prone no-supine no-left no-right step warm-table"},
	    {"conditions", "disc,zorp", ERR_NOT_FOUND, NULL},
	    {"conditions", "disc@tomorrow", ERR_USAGE,
		"\"tomorrow\" is still to come; write since when"},
	    {"conditions", "disc@soon", ERR_USAGE,
		"\"soon\" is not a day; write 12.2., 12 mar or 2026-10-20"},
	    {"conditions", "disc@", ERR_USAGE,
		"\"\" is not a day; write 12.2., 12 mar or 2026-10-20"},
	    {"conditions", "-heart", ERR_NOT_FOUND, "\"heart\" is not among the conditions"},
	    {"conditions", "+fever,-heart", ERR_NOT_FOUND, "\"heart\" is not among the conditions"},
	    {"due", "2.2.2028", ERR_USAGE,
		"due \"2.2.2028\" is Wed 2 Feb 2028, more than 40 weeks away; of a day that was, "
		"write the year"},
	    {"due", "22.11.", ERR_USAGE,
		"due \"22.11.\" is Mon 22 Nov 2027, more than 40 weeks away; of a day that was, "
		"write the year"},
	    {"due", "spring", ERR_USAGE,
		"\"spring\" is not a day; write 12.2., 12 mar or 2026-10-20"},
	    {"due", "12.2. 13.2.", ERR_USAGE,
		"\"12.2. 13.2.\" is not a day; write 12.2., 12 mar or 2026-10-20"},
	    {"hair", "grey", ERR_USAGE, NULL},
	};
	struct intake in;
	char *before;

	intake_init(&in);
	is_int(set(&in, "conditions", "nut,disc"), ERR_OK, "some conditions");
	is_int(set(&in, "pain", "3"), ERR_OK, "some pain");
	before = whole(&in);
	for (size_t i = 0; i < array_size(cases); i++) {
		char *after;

		is_int(set(&in, cases[i].field, cases[i].typed), cases[i].err, "%s=%s",
		    cases[i].field, cases[i].typed);
		if (cases[i].message != NULL)
			is_str(err_message(), cases[i].message, "it names the word");
		after = whole(&in);
		is_str(after, before, "nothing was changed");
		free(after);
	}
	free(before);
	intake_release(&in);
}

static void
test_add_and_take_out(void)
{
	static const struct {
		const char *value, *written;
	} steps[] = {
	    {"disc@2026-03-01:L5", "disc@2026-03-01:L5"},
	    {"+heart", "disc@2026-03-01:L5, heart@2026-11-23"},
	    {"+disc", "heart@2026-11-23, disc@2026-11-23:L5"},
	    {"-heart,+nut,fever", "disc@2026-11-23:L5, nut@2026-11-23, fever@2026-11-23"},
	    {"-fever,nut", "disc@2026-11-23:L5"},
	    {"+disc@past", "disc@past:L5"},
	    {"surgery@2026-10-20", "surgery@2026-10-20"},
	    {"+surgery@2020-01-05", "surgery@2026-10-20, surgery@2020-01-05"},
	    {"+surgery@2020-01-05:knee", "surgery@2026-10-20, surgery@2020-01-05:knee"},
	    {"-operation", ""},
	};
	struct intake in;

	intake_init(&in);
	for (size_t i = 0; i < array_size(steps); i++) {
		is_int(set(&in, "conditions", steps[i].value), ERR_OK, "%s", steps[i].value);
		is_str(written(&in, "conditions"), steps[i].written, "is then");
	}
	is_int(set(&in, "position", "step"), ERR_OK, "a position");
	is_int(set(&in, "position", "+no-prone"), ERR_OK, "one more");
	is_str(written(&in, "position"), "step, no-prone", "both");
	is_int(set(&in, "position", "-step"), ERR_OK, "one less");
	is_str(written(&in, "position"), "no-prone", "one");
	intake_release(&in);
}

/* What is on record stays, though its word was archived. */
static void
test_archived(void)
{
	struct vocabulary_word *disc = NULL;
	struct intake in;

	for (size_t i = 0; i < words.n; i++)
		if (words.v[i].kind == VOCABULARY_CONDITION && strcmp(words.v[i].code, "disc") == 0)
			disc = &words.v[i];
	if (disc == NULL)
		abort();
	intake_init(&in);
	is_int(set(&in, "conditions", "disc"), ERR_OK, "told while it was a word");
	disc->active = false;
	is_int(set(&in, "conditions", "disc@2026-11-23:L5, nut"), ERR_OK, "written back");
	is_str(said(&in, "conditions"),
	    "herniated disc: L5 (23 Nov 2026); nut allergy (23 Nov 2026)", "it is said");
	is_int(set(&in, "conditions", "-disc"), ERR_OK, "taken out");
	is_int(set(&in, "conditions", "disc"), ERR_NOT_FOUND, "and not told anew");
	disc->active = true;
	intake_release(&in);
}

static void
test_order_and_copy(void)
{
	struct intake in, copy;
	char *before, *after;

	intake_init(&in);
	ok(intake_empty(&in), "nothing was told");
	ok(intake_item(&in, INTAKE_PAIN) == NULL, "no pain either");
	(void)!set(&in, "talk", "quiet");
	(void)!set(&in, "conditions", "disc,nut");
	(void)!set(&in, "pain", "6");
	(void)!set(&in, "goals", "relax");
	for (size_t i = 1; i < in.items.n; i++)
		ok(in.items.v[i - 1].field <= in.items.v[i].field, "by field");
	is_int(intake_item(&in, INTAKE_PAIN)->number, 6, "the pain");
	is_str(intake_item(&in, INTAKE_CONDITIONS)->code, "disc", "the first condition");
	region_put(&in.regions, &(struct region){.code = "lb", .pain = 7});
	xstrset(&in.note, "a note");
	in.id = 7;
	before = whole(&in);
	intake_copy(&copy, &in);
	intake_release(&in);
	after = whole(&copy);
	is_str(after, before, "a copy has it all");
	is_str(copy.note, "a note", "the note");
	is_int(copy.id, 7, "the number");
	free(before);
	free(after);
	intake_release(&copy);
}

static void
test_changes(void)
{
	struct intake a, b;
	struct str s = {0};

	intake_init(&a);
	intake_init(&b);
	intake_changes(&s, &a, &b, &words);
	is_str(str_text(&s), "", "nothing and nothing are the same");
	(void)!set(&a, "pressure", "4");
	(void)!set(&a, "talk", "quiet");
	(void)!set(&a, "conditions", "disc@2026-03-01");
	region_put(&a.regions, &(struct region){"lb", 'L', REGION_PAIN, 7, 0});
	region_put(&a.regions, &(struct region){"ab", 0, REGION_AVOID, PAIN_NONE, 0});
	intake_release(&b);
	intake_copy(&b, &a);
	intake_changes(&s, &a, &b, &words);
	is_str(str_text(&s), "", "a copy tells the same");
	(void)!set(&b, "pressure", "3");
	(void)!set(&b, "talk", "");
	(void)!set(&b, "conditions", "+nut@2026-11-20");
	b.regions.n = 0;
	region_put(&b.regions, &(struct region){"lb", 'L', REGION_PAIN, 5, 0});
	region_put(&b.regions, &(struct region){"tr", 'B', REGION_FOCUS, PAIN_NONE, 4});
	xstrset(&b.note, "ask of the knee");
	intake_changes(&s, &a, &b, &words);
	is_str(str_text(&s),
	    "Pressure liked: 4 firm -> 3 medium\n"
	    "Conditions: herniated disc (1 Mar 2026) -> herniated disc (1 Mar 2026); nut allergy "
	    "(20 Nov 2026)\n"
	    "Talk: quiet -> not told\n"
	    "Places: left low back: pain 7 -> left low back: pain 5\n"
	    "Places: abdomen: avoid -> not told\n"
	    "Places: not told -> both upper trapezius: focus, pressure 4\n"
	    "Note: not told -> ask of the knee\n",
	    "a line for each");
	str_release(&s);
	intake_release(&a);
	intake_release(&b);
}

static void
test_age(void)
{
	static const struct {
		int year, month, day, months;
		bool old;
	} cases[] = {{2025, 11, 23, 12, false}, {2025, 11, 22, 12, true}, {2026, 11, 23, 1, false},
	    {2026, 10, 23, 1, false}, {2026, 10, 22, 1, true}, {2026, 5, 31, 6, false}};

	for (size_t i = 0; i < array_size(cases); i++)
		is_int(intake_is_old(civil_from_ymd(cases[i].year, cases[i].month, cases[i].day),
			   cases[i].months, habits.today),
		    cases[i].old, "stamped %d-%d-%d, %d months", cases[i].year, cases[i].month,
		    cases[i].day, cases[i].months);
	/* A year after 29 February is 28 February. */
	ok(!intake_is_old(civil_from_ymd(2024, 2, 29), 12, civil_from_ymd(2025, 2, 28)),
	    "a leap day's year");
	ok(intake_is_old(civil_from_ymd(2024, 2, 29), 12, civil_from_ymd(2025, 3, 1)), "is over");
	ok(intake_is_old(CIVIL_DAY_NONE, 12, habits.today), "never told");
}

static void
test_pregnancy(void)
{
	static const struct {
		int days; /* from the due date */
		int weeks, trimester;
	} cases[] = {{-281, -1, 0}, {-280, 0, 1}, {-274, 0, 1}, {-273, 1, 1}, {-183, 13, 1},
	    {-182, 14, 2}, {-85, 27, 2}, {-84, 28, 3}, {-1, 39, 3}, {0, 40, 3}, {6, 40, 3},
	    {7, 41, 3}, {14, 42, 3}, {20, 42, 3}, {21, -1, 0}, {400, -1, 0}};
	const civil_day dues[] = {civil_from_ymd(2027, 2, 12), civil_from_ymd(2028, 2, 29),
	    civil_from_ymd(2028, 3, 1), civil_from_ymd(2027, 1, 1)};

	for (size_t d = 0; d < array_size(dues); d++)
		for (size_t i = 0; i < array_size(cases); i++) {
			int weeks = pregnancy_weeks(dues[d], dues[d] + cases[i].days);

			is_int(weeks, cases[i].weeks, "%d days from due", cases[i].days);
			is_int(pregnancy_trimester(weeks), cases[i].trimester, "the trimester");
		}
	is_int(pregnancy_weeks(civil_from_ymd(2027, 2, 12), habits.today), 28,
	    "due 12 Feb 2027, on 23 Nov 2026");
	is_int(pregnancy_weeks(CIVIL_DAY_NONE, habits.today), -1, "not told");
}

static void
test_words(void)
{
	enum intake_source source;
	enum intake_field field;

	for (enum intake_field f = 0; f < INTAKE_FIELD_COUNT; f++) {
		const struct intake_field_row *row = &intake_field_rows[f];
		enum vocabulary_kind kind;

		ok(intake_field_find(row->word, &field) == ERR_OK && field == f, "%s", row->word);
		if (row->kind == INTAKE_MANY || row->kind == INTAKE_ONE)
			is_int(vocabulary_kind_find(row->choices, &kind), ERR_OK, "of %ss",
			    row->choices);
	}
	is_int(intake_field_rows[INTAKE_PRESSURE].kind, INTAKE_IS_PRESSURE, "pressure is its own");
	is_str(intake_section_title(INTAKE_SECTION_REGIONS), "Places", "a section");
	for (enum intake_source s = 0; s < INTAKE_SOURCE_COUNT; s++)
		ok(intake_source_find(intake_source_word(s), &source) == ERR_OK && source == s,
		    "%s", intake_source_word(s));
	is_int(intake_source_find("gossip", &source), ERR_USAGE, "no such source");
	is_str(err_message(), "\"gossip\" is none of paper, phone, desk, therapist, import",
	    "what there is, is listed");
	is_str(intake_version_word(INTAKE_IS_NO_CHANGE), "no change", "a kind of version");
}

/* The day of free words of health, on 2026-11-23: the last that they may mean. */
static void
test_day_told(void)
{
	static const struct {
		const char *words;
		int year, month, mday;
	} cases[] = {
	    {"hip replaced 10 Nov", 2026, 11, 10},
	    {"hip replaced 10 Nov 2024", 2024, 11, 10},
	    {"10.11. hip", 2026, 11, 10},
	    {"24.12. hip", 2025, 12, 24},
	    {"hip (2026-11-10); knee 2019", 2026, 11, 10},
	    {"knee 2019, left", 2019, 12, 31},
	    {"tonsils 1958", 1958, 12, 31},
	    {"knee Oct 2026", 2026, 10, 31},
	    {"knee in October", 2026, 10, 31},
	    {"knee in December", 2025, 12, 31},
	    {"knee 10/2026", 2026, 10, 31},
	    {"knee 2026-10", 2026, 10, 31},
	    {"knee 3 weeks ago", 2026, 11, 2},
	    {"knee yesterday", 2026, 11, 22},
	    {"knee last week", 2026, 11, 22},
	    {"knee last month", 2026, 10, 31},
	    {"knee this year", 2026, 11, 23},
	    {"knee planned 5 Dec 2026", 2026, 11, 23},
	    {"knee", 2026, 11, 23},
	    {"1. knee 2. hip", 2026, 11, 23},
	    {"L5 2 screws", 2026, 11, 23},
	    {"\"knee", 2026, 11, 23},
	};
	struct intake in;

	intake_init(&in);
	for (size_t i = 0; i < array_size(cases); i++) {
		is_int(intake_set(&in, &habits, INTAKE_SURGERIES, cases[i].words), ERR_OK, "taken");
		is_int(intake_item(&in, INTAKE_SURGERIES)->day,
		    civil_from_ymd(cases[i].year, cases[i].month, cases[i].mday), "%s",
		    cases[i].words);
	}
	is_int(intake_set(&in, &habits, INTAKE_SURGERIES, "hip"), ERR_OK, "told");
	habits.today += 30;
	is_int(intake_set(&in, &habits, INTAKE_SURGERIES, "hip"), ERR_OK, "told again");
	habits.today -= 30;
	is_int(intake_item(&in, INTAKE_SURGERIES)->day, habits.today, "it is no younger");
	is_int(intake_set(&in, &habits, INTAKE_MUSIC, "harp 2019"), ERR_OK, "no health");
	is_int(intake_item(&in, INTAKE_MUSIC)->day, CIVIL_DAY_NONE, "has no day");
	intake_release(&in);
}

int
main(void)
{
	intake_set_up();
	test_day_told();
	test_words();
	test_fields();
	test_round_trip();
	test_wrong();
	test_add_and_take_out();
	test_archived();
	test_order_and_copy();
	test_changes();
	test_age();
	test_pregnancy();
	vocabulary_release(&words);
	return done();
}
