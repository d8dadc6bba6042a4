#include <frontdesk/err.h>
#include <frontdesk/practice.h>

#include "fixture.h"
#include "../tap.h"

/* "9-13 14-18" of a therapist on a day. */
static const char *
spans_of(const struct therapist *t, civil_day day, size_t max)
{
	static char text[128];
	struct span v[HOURS_SPANS_A_DAY];
	size_t n = therapist_spans(t, day, v, max);

	text[0] = '\0';
	for (size_t i = 0; i < n; i++)
		snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s%d-%d",
		    i > 0 ? " " : "", v[i].from / 60, v[i].until / 60);
	return text;
}

static void
test_shifts(void)
{
	civil_day monday = fixture_monday();
	struct practice p;
	struct therapist *t;

	fixture_practice(&p);
	t = &p.therapists.v[2];
	is_str(spans_of(t, monday, 6), "9-13 14-18", "two spans a day");
	is_str(spans_of(t, monday, 1), "9-13", "at most as many as asked for");
	is_str(spans_of(t, monday + 6, 6), "", "nothing on Sunday");
	fixture_shift(t, 1, 12, 15);
	is_str(spans_of(t, monday, 6), "9-18", "spans that overlap are one");
	fixture_shift(t, 1, 7, 8);
	is_str(spans_of(t, monday, 6), "7-8 9-18", "in order of time");
	fixture_shift(t, 1, 8, 9);
	is_str(spans_of(t, monday, 6), "7-18", "spans that touch are one");

	*list_push(&t->exceptions) = (struct shift_exception){monday, {600, 660}};
	*list_push(&t->exceptions) = (struct shift_exception){monday, {540, 570}};
	is_str(spans_of(t, monday, 6), "9-9 10-11", "an exception's spans instead of the shifts'");
	*list_push(&t->exceptions) = (struct shift_exception){monday + 1, {0, 0}};
	is_str(spans_of(t, monday + 1, 6), "", "an empty exception is a day off");
	is_str(spans_of(t, monday + 7, 6), "7-18", "an exception is of one day");
	practice_release(&p);
}

static void
test_validity_and_cycles(void)
{
	civil_day monday = fixture_monday();
	struct practice p = {0};
	struct therapist *t = fixture_therapist(&p, 1, "x", "X", 0);

	*list_push(&t->shifts) = (struct shift){1, {540, 600}, 1, 0, CIVIL_DAY_NONE, monday};
	*list_push(&t->shifts) = (struct shift){1, {600, 660}, 1, 0, monday, CIVIL_DAY_NONE};
	is_str(spans_of(t, monday - 7, 6), "9-10", "the old shift before the new one's first day");
	is_str(spans_of(t, monday, 6), "10-11", "the new shift from its first day on");
	t->shifts.n = 0;
	/* Monday 1969-12-29 begins week 0. */
	*list_push(&t->shifts) =
	    (struct shift){1, {540, 600}, 2, 0, CIVIL_DAY_NONE, CIVIL_DAY_NONE};
	*list_push(&t->shifts) =
	    (struct shift){1, {600, 660}, 2, 1, CIVIL_DAY_NONE, CIVIL_DAY_NONE};
	is_str(spans_of(t, civil_from_ymd(1969, 12, 29), 6), "9-10", "week 0 of a cycle of 2");
	is_str(spans_of(t, civil_from_ymd(1970, 1, 5), 6), "10-11", "week 1 of a cycle of 2");
	is_str(spans_of(t, civil_from_ymd(1969, 12, 22), 6), "10-11", "the week before week 0");
	is_str(spans_of(t, monday, 6), spans_of(t, monday + 14, 6), "the same in two weeks");
	practice_release(&p);
}

static void
test_find(void)
{
	static const struct {
		const char *word;
		int64_t id;
		const char *error;
	} cases[] = {
	    {"mia", MIA, NULL},
	    {"MIA", MIA, NULL},
	    {"m", MIA, NULL},
	    {"Jon", JON, NULL},
	    {"jonathan b", JON, NULL},
	    {"Jonathan Blöm", JON, NULL},
	    {"a", ASHA, NULL},
	    {"old", 9, NULL},
	    {"Olga Old", 9, NULL},
	    {"olg", 0, "no therapist \"olg\"; there are: asha, jon, mia, as"},
	    {"mai", 0, "no therapist \"mai\"; there are: asha, jon, mia, as"},
	    {"", 0, "no therapist \"\"; there are: asha, jon, mia, as"},
	    {"as", 4, NULL},
	    {"ash", 0, "therapist \"ash\" could be: asha (Asha), as (Ashok)"},
	};
	struct practice p;
	struct therapist *t;
	int64_t id;

	fixture_practice(&p);
	free(p.therapists.v[1].name);
	p.therapists.v[1].name = xstrdup("Jonathan Blom");
	t = fixture_therapist(&p, 9, "old", "Olga Old", 'F');
	t->active = false;
	is_int(practice_find_therapist(&p, "a", &id), ERR_OK, "a alone begins one name");
	is_int(id, ASHA, "it is Asha");
	fixture_therapist(&p, 4, "as", "Ashok", 'M');
	for (size_t i = 0; i < array_size(cases); i++) {
		enum err err;

		if (strcmp(cases[i].word, "a") == 0)
			continue;
		id = 0;
		err = practice_find_therapist(&p, cases[i].word, &id);
		is_int(id, cases[i].id, "therapist \"%s\"", cases[i].word);
		if (cases[i].error != NULL)
			is_str(err_message(), cases[i].error, "and says why not");
		is_int(err, cases[i].error != NULL ? ERR_NOT_FOUND : ERR_OK, "and the code");
	}
	is_int(practice_find_service(&p, "dt", &id), ERR_OK, "a service by code");
	is_int(id, DEEP, "it is deep tissue");
	is_int(practice_find_service(&p, "deep tissue", &id), ERR_OK, "a service by name");
	is_int(practice_find_room(&p, "c", &id), ERR_OK, "a room by code");
	is_int(id, ROOM_C, "it is room c");
	ok(practice_therapist(&p, 77) == NULL && practice_room(&p, 0) == NULL, "no such ids");
	practice_release(&p);
	is_int(practice_find_room(&p, "c", &id), ERR_NOT_FOUND, "no room in an empty practice");
	is_str(err_message(), "no room \"c\"; there are none yet", "and says so");
}

static void
test_services(void)
{
	civil_day monday = fixture_monday();
	struct practice p;
	struct service *s;
	struct therapist *t;
	struct str label = {0};
	money_cents price = -1;

	fixture_practice(&p);
	s = &p.services.v[0];
	t = &p.therapists.v[0];
	fixture_duration(s, 60, monday, 9500);
	ok(service_price(s, 60, monday - 1, &price) && price == 9000,
	    "the old price the day before");
	ok(service_price(s, 60, monday, &price) && price == 9500, "the new price from its day on");
	price = -1;
	ok(!service_price(s, 50, monday, &price) && price == -1, "no price for 50 minutes");
	ok(!service_price(s, 60, -1, &price), "no price before the first");
	is_int(service_default_minutes(s, monday), 60, "60 when it is offered");
	is_int(service_default_minutes(s, -1), 0, "none when nothing is offered");
	fixture_duration(&p.services.v[2], 45, monday, 1);
	p.services.v[2].durations.v[0].minutes = 90;
	is_int(service_default_minutes(&p.services.v[2], monday), 45, "else the shortest");
	is_int(
	    service_default_minutes(&p.services.v[2], monday - 1), 90, "of those offered that day");

	fixture_duration(s, 60, monday + 7, PRICE_NONE);
	ok(service_price(s, 60, monday + 6, &price) && price == 9500, "until it is ended");
	ok(!service_price(s, 60, monday + 7, &price), "not offered from the day on");
	is_int(service_default_minutes(s, monday + 7), 30, "nor what comes by itself");
	fixture_duration(s, 60, monday + 14, 9900);
	ok(service_price(s, 60, monday + 14, &price) && price == 9900, "offered again later");

	is_int(practice_turnover(&p, s, t), 15, "the service's turnover");
	*list_push(&t->services) = (struct therapist_service){s->id, true, -1};
	is_int(practice_turnover(&p, s, t), 15, "-1 is the service's too");
	t->services.v[0].turnover = 5;
	is_int(practice_turnover(&p, s, t), 5, "the therapist's own turnover");
	is_int(practice_turnover(&p, s, NULL), 15, "no therapist: the service's");

	service_label(&label, s, 60);
	is_str(str_text(&label), "Swedish 60", "without a desk label the name");
	s->desk_label = xstrdup("Massage");
	str_clear(&label);
	service_label(&label, s, 60);
	is_str(str_text(&label), "Massage 60", "the desk label");
	str_release(&label);
	practice_release(&p);
}

static void
test_lists(void)
{
	struct words w = {0};
	struct ids ids = {0};

	ok(words_add(&w, "deep-tissue") && words_add(&w, "prenatal"), "words are added");
	ok(!words_add(&w, "Deep-Tissue"), "but once");
	ok(words_has(&w, "PRENATAL") && !words_has(&w, "pre"), "found whole, in any case");
	is_int((int64_t)w.n, 2, "two words");
	*list_push(&ids) = 7;
	ok(ids_has(&ids, 7) && !ids_has(&ids, 8), "ids");
	words_release(&w);
	ids_release(&ids);
	ok(w.n == 0 && ids.n == 0, "empty again");
}

int
main(void)
{
	test_lists();
	test_shifts();
	test_validity_and_cycles();
	test_find();
	test_services();
	return done();
}
