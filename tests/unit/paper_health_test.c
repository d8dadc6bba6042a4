/* The therapist's sheet and the intake form, as text (paper.md). */
#include <frontdesk/paper_health.h>
#include <frontdesk/text.h>

#include "../tap.h"
#include "../golden.h"
#include "fixture.h"
#include "shipped.h"

static struct practice practice;
static struct book book;

static const struct intake_habits *
habits(void)
{
	static struct intake_habits h;

	h = (struct intake_habits){.words = &practice.vocabulary,
	    .when = {.now = fixture_at(1, 8, 0), .opens = 480, .week_start = 1},
	    .today = fixture_monday()};
	return &h;
}

static void
tell(struct intake *in, enum intake_field field, const char *value)
{
	ok(intake_set(in, habits(), field, value) == ERR_OK, "%s=%s", intake_field_rows[field].word,
	    value);
}

static void
place(struct intake *in, const char *word)
{
	struct region r;

	ok(region_parse(&practice.vocabulary, word, &r) == ERR_OK, "%s", word);
	region_put(&in->regions, &r);
}

/* Who has told much: all that the sheet has a place for. */
static void
tell_all(struct intake *in)
{
	in->id = 1;
	in->at = in->stamped_at = (int64_t)fixture_at(1, 8, 0) * 60;
	tell(in, INTAKE_GOALS, "pain, stress");
	tell(in, INTAKE_REASON, "SECRET-COMPLAINT");
	tell(in, INTAKE_PAIN, "6");
	tell(in, INTAKE_PRESSURE, "4");
	tell(in, INTAKE_CONDITIONS, "disc:L5/S1, nut");
	tell(in, INTAKE_MEDICATIONS, "bloodthinner");
	tell(in, INTAKE_OIL, "almond");
	tell(in, INTAKE_POSITION, "no-prone, warm-table");
	tell(in, INTAKE_UNTOUCHED, "feet");
	place(in, "+trB@4");
	place(in, "+nk");
	place(in, "lbL7");
	place(in, "siR10");
	place(in, "-ab");
	place(in, "knL=scar");
	place(in, "faR=bruise");
	place(in, "ftR=numb");
}

static struct session *
session(struct session_list *l, const char *name, int64_t therapist_id, int hour, int minutes)
{
	struct session *x = list_push(l);
	struct appt *a = fixture_appt(&book, therapist_id, ROOM_1, 100 + (int64_t)book.appts.n,
	    fixture_at(1, hour, 0), minutes, 15);

	a->service_id = DEEP;
	x->appt = NULL; /* the book may still move: see settle() */
	x->name = xstrdup(name);
	intake_init(&x->intake);
	visit_init(&x->last);
	return x;
}

static void
settle(struct session_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct health h = {.intake = l->v[i].intake};

		l->v[i].appt = &book.appts.v[i];
		flags_derive(&practice.flag_rules, &practice.vocabulary, &h, fixture_monday(),
		    &l->v[i].flags);
	}
}

static void
setup_day(struct session_list *l)
{
	struct session *x = session(l, "Ada", ASHA, 9, 60);

	tell_all(&x->intake);
	x->last.appt_id = 1;
	x->last.pressure = 4;
	x->last.feedback = FEEDBACK_DEEP;
	xstrset(&x->last.soap[VISIT_P - VISIT_S], "Less pressure; hamstrings next time.");
	x = session(l, "花子 with a name that is longer than its room", JON, 10, 90);
	tell(&x->intake, INTAKE_PRESSURE, "varies");
	x->intake.id = 2;
	(void)session(l, "Bo\x1b[31m\nX", ASHA, 11, 60);
	settle(l);
	book.appts.v[1].first_visit = true;
	l->v[0].flags.v[0].cleared = true;
	*list_push(&l->v[0].flags.v[2].acknowledged) = DEEP;
	*list_push(&l->v[0].flags.v[2].acknowledged_by) = ASHA;
	/* Another therapist, and her for another service: not of this session. */
	*list_push(&l->v[0].flags.v[3].acknowledged) = DEEP;
	*list_push(&l->v[0].flags.v[3].acknowledged_by) = MIA;
	*list_push(&l->v[0].flags.v[3].acknowledged) = DEEP + 1;
	*list_push(&l->v[0].flags.v[3].acknowledged_by) = ASHA;
}

static char *
sheets_text(const struct session_list *l, int64_t therapist_id, bool in_full, int lines)
{
	const struct roster_options o = {
	    .day = fixture_monday(),
	    .therapist_id = therapist_id,
	    .printed = fixture_at(1, 8, 5),
	    .printed_by = "asha",
	};
	struct sheet_list sheets = {0};
	struct str out = {0};

	paper_therapist_sheets(&sheets, &practice, l, &o, in_full);
	paper_text(&out, &sheets, lines, true);
	sheet_list_release(&sheets);
	return str_take(&out);
}

static size_t
count(const char *s, size_t n, const char *what)
{
	size_t found = 0;

	for (size_t i = 0; i + strlen(what) <= n; i++)
		found += strncmp(s + i, what, strlen(what)) == 0;
	return found;
}

static bool
fits(const char *text)
{
	bool fit = true;
	char *all = xstrdup(text), *rest = all, *line;

	while ((line = strsep(&rest, "\n\f")) != NULL)
		fit &= text_width(line) <= PAPER_COLUMNS;
	free(all);
	return fit;
}

static void
test_sheets(void)
{
	struct session_list l = {0};
	char *text;

	setup_day(&l);
	text = sheets_text(&l, 0, true, 0);
	is_golden(text, "tests/unit/golden/therapist.txt");
	ok(fits(text), "at most %d columns", PAPER_COLUMNS);
	ok(strstr(text, "SECRET") == NULL, "the complaint has no place on it");
	free(text);
	text = sheets_text(&l, 0, false, 0);
	ok(strstr(text, "herniated disc or") == NULL && strstr(text, "at most 3") != NULL,
	    "for the desk: prompts and caps, not what they are of");
	free(text);
	text = sheets_text(&l, JON, true, 0);
	ok(strstr(text, "Ada") == NULL && strstr(text, "varies (") != NULL, "Jon's alone");
	free(text);
	text = sheets_text(&l, MIA, true, 0);
	ok(strstr(text, "Mia") != NULL && strstr(text, "Nothing is booked.") != NULL,
	    "Mia has nothing");
	free(text);
	session_list_release(&l);
	text = sheets_text(&l, 0, true, 0);
	ok(strstr(text, "Nothing is booked.") != NULL, "an empty day says so");
	free(text);
}

/* On every page as many sessions begin as end. */
static void
test_pages(void)
{
	struct session_list l = {0};
	size_t pages = 0, begun = 0;
	char *text;

	book_release(&book);
	for (int i = 0; i < 7; i++) {
		struct session *x = session(&l, "Ada", ASHA, 9 + i, 60);

		if (i % 2 == 0)
			tell_all(&x->intake);
	}
	settle(&l);
	text = sheets_text(&l, 0, true, PAPER_PAGE_LINES);
	for (const char *page = text; *page != '\0'; pages++) {
		const size_t n = strcspn(page, "\f");
		const size_t heads = count(page, n, "  Ada "), ends = count(page, n, "\nNotes ");

		ok(heads > 0 && heads == ends, "page %zu: %zu whole sessions", pages + 1, heads);
		ok(count(page, n, "Therapist's sheet") == 1, "and its head");
		ok(count(page, n, "\n") <= PAPER_PAGE_LINES, "on %zu lines", count(page, n, "\n"));
		begun += heads;
		page += n + (page[n] == '\f');
	}
	is_int(begun, 7, "all sessions are there");
	ok(pages >= 4, "on %zu pages", pages);
	free(text);
	session_list_release(&l);
}

static char *
form_text(const struct intake_form *f)
{
	struct sheet s = {0};
	const struct sheet_list l = {&s, 1, 1};
	struct str out = {0};

	paper_intake_form(&s, &practice, f);
	paper_text(&out, &l, PAPER_PAGE_LINES, false);
	sheet_release(&s);
	return str_take(&out);
}

static void
test_form(void)
{
	struct intake_form f = {.printed = fixture_at(1, 8, 5)};
	struct intake in;
	struct client c;
	char *text = form_text(&f);

	is_golden(text, "tests/unit/golden/form.txt");
	ok(fits(text), "at most %d columns", PAPER_COLUMNS);
	ok(strstr(text, "[x]") == NULL, "blank");
	free(text);
	client_init(&c);
	intake_init(&in);
	tell_all(&in);
	ok(client_set(&c, &practice, "first", "Ada") == ERR_OK &&
		client_set(&c, &practice, "last", "Smith") == ERR_OK &&
		client_set(&c, &practice, "birth", "1980-03-12") == ERR_OK,
	    "a client");
	f.client = &c;
	f.intake = &in;
	text = form_text(&f);
	is_golden(text, "tests/unit/golden/form-told.txt");
	ok(fits(text), "at most %d columns", PAPER_COLUMNS);
	free(text);
	client_release(&c);
	intake_release(&in);
}

int
main(void)
{
	fixture_practice(&practice);
	practice.settings.value[SETTING_NAME] = xstrdup("Elm Street Massage");
	shipped_vocabulary(&practice.vocabulary);
	shipped_rules(&practice.flag_rules);
	test_sheets();
	test_pages();
	test_form();
	book_release(&book);
	practice_release(&practice);
	return done();
}
