/*
 * Free time is exactly what the rules let through: over random books, the search is held against
 * every start on the grid.
 */
#include <frontdesk/schedule.h>

#include "fixture.h"
#include "../tap.h"

enum { DAYS = 5, BOOKS = 150, BOOKINGS = 45 };

/* A small generator of its own, so that the books are the same everywhere. */
static uint64_t seed;

static int
below(int n)
{
	seed = seed * 6364136223846793005U + 1442695040888963407U;
	return (int)((seed >> 33) % (uint64_t)n);
}

static int
by_start(const void *va, const void *vb)
{
	const struct appt *a = va, *b = vb;

	return a->start < b->start ? -1 : a->start > b->start;
}

/* Bookings anywhere, overlaps and all: the rules have to cope. */
static void
random_book(struct book *b)
{
	*b = (struct book){
	    .from = fixture_at(1, 0, 0), .until = fixture_at(1, 0, 0) + DAYS * CIVIL_DAY_MINUTES};
	for (int i = 0; i < BOOKINGS; i++) {
		int minutes = 15 * (1 + below(6)), turnover = 5 * below(5);
		civil_min start = fixture_at(1 + below(DAYS), 8 + below(10), 5 * below(12));
		struct appt *a =
		    fixture_appt(b, 1 + below(3), below(4), 1 + below(6), start, minutes, turnover);

		a->party_id = below(4) == 0 ? 1 + below(3) : 0;
		if (below(8) == 0)
			a->state = APPT_CANCELLED;
	}
	qsort(b->appts.v, b->appts.n, sizeof(b->appts.v[0]), by_start);
	for (int i = 0; i < 4; i++) {
		struct absence *a = list_push(&b->absences);

		a->therapist_id = below(3);
		a->room_id = a->therapist_id == 0 ? below(4) : 0;
		a->start =
		    fixture_at(1 + below(DAYS), 8 + below(10), 5 * below(12)) - 7 * 1440 * (i % 2);
		a->end = a->start + 15 * (1 + below(12));
		a->weekly = i % 2 == 1;
	}
}

static void
random_query(struct free_query *q, struct client_facts *facts)
{
	static const int minutes[] = {30, 45, 60, 90};

	*facts = (struct client_facts){
	    .preferred_therapist_id = below(4), .visits = 1, .has_phone = true};
	facts->gender_preference = below(3) == 0 ? 'F' : 0;
	*q = (struct free_query){.from = fixture_monday() + below(2),
	    .until = fixture_monday() + DAYS + below(2),
	    .service_id = below(3) == 0 ? DEEP : SWEDISH,
	    .minutes = minutes[below(4)],
	    .minutes_typed = below(2) == 0,
	    .client_id = below(7),
	    .client = below(2) == 0 ? facts : NULL,
	    .therapist_id = below(2) == 0 ? 0 : 1 + below(3),
	    .gender = below(4) == 0 ? 'F' : 0,
	    .room_id = below(3) == 0 ? 1 + below(3) : 0,
	    .weekdays = below(2) == 0 ? 0 : 1U << 1 | 1U << 3 | 1U << 4,
	    .after = below(2) == 0 ? 0 : 600,
	    .before = below(2) == 0 ? 0 : 960,
	    .moving_id = below(3) == 0 ? 1 + below(BOOKINGS) : 0};
	if (below(4) == 0)
		q->skill = xstrdup("Deep-Tissue");
}

/* What the header of free_search() says, word by word; the room is the one it would be in. */
static bool
is_free(const struct practice *p, const struct book *b, const struct free_query *q,
    const struct therapist *t, civil_min start, civil_min now, int64_t *room_id)
{
	struct findings found = {0};
	struct proposal want = {.appt_id = q->moving_id,
	    .client_id = q->client_id,
	    .therapist_id = t->id,
	    .service_id = q->service_id,
	    .room_id = q->room_id,
	    .start = start,
	    .minutes = q->minutes,
	    .minutes_typed = q->minutes_typed,
	    .turnover = -1,
	    .client = q->client};
	civil_day day = civil_day_of(start);
	int from = civil_minute_of(start), until = from + q->minutes;
	bool free_then;

	if ((q->therapist_id != 0 && q->therapist_id != t->id) ||
	    (q->gender != 0 && q->gender != t->gender) ||
	    (q->skill != NULL && !words_has(&t->skills, q->skill)) ||
	    (q->weekdays != 0 && (q->weekdays & 1U << civil_weekday(day)) == 0) ||
	    from < q->after || until > (q->before != 0 ? q->before : CIVIL_DAY_MINUTES) ||
	    day < q->from || day >= q->until || start < now)
		return false;
	if (want.room_id == 0)
		want.room_id = schedule_room(p, b, &want);
	*room_id = want.room_id;
	schedule_check(p, b, &want, now, &found);
	free_then = findings_worst(&found) == LEVEL_NOTICE;
	findings_release(&found);
	return free_then;
}

static const struct slot *
slot_at(const struct slot_list *l, int64_t therapist_id, civil_min start)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].therapist_id == therapist_id && l->v[i].start == start)
			return &l->v[i];
	return NULL;
}

/* How many starts differ between the search and every start on the grid. */
static int
differences(const struct practice *p, const struct book *b, const struct free_query *q,
    civil_min now, size_t *n)
{
	struct slot_list found = {0};
	int wrong = 0;
	size_t expected = 0;

	free_search(p, b, q, now, &found);
	for (civil_min start = b->from; start < b->until; start += 15) {
		for (size_t i = 0; i < p->therapists.n; i++) {
			const struct therapist *t = &p->therapists.v[i];
			const struct slot *slot = slot_at(&found, t->id, start);
			int64_t room_id;
			bool want = is_free(p, b, q, t, start, now, &room_id);

			expected += want;
			wrong += want != (slot != NULL) || (want && slot->room_id != room_id);
		}
	}
	wrong += found.n != expected;
	*n += found.n;
	slot_list_release(&found);
	return wrong;
}

static void
test_exactly_what_is_free(void)
{
	struct practice p;
	size_t n = 0;
	int wrong = 0;

	fixture_practice(&p);
	seed = 20261123;
	for (int i = 0; i < BOOKS; i++) {
		struct book b;
		struct free_query q;
		struct client_facts facts;

		random_book(&b);
		random_query(&q, &facts);
		wrong +=
		    differences(&p, &b, &q, fixture_at(1 + below(3), below(24), below(60)), &n);
		free_query_release(&q);
		book_release(&b);
	}
	is_int(wrong, 0, "no start more, none fewer, over %d random books", BOOKS);
	ok(n > 1000, "and there was something to find: %zu starts", n);
	practice_release(&p);
}

static const char *
slots_text(const struct slot_list *l)
{
	static char text[1024];

	text[0] = '\0';
	for (size_t i = 0; i < l->n; i++) {
		char hm[CIVIL_HM_SIZE];

		snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s%d %s %d%s%s",
		    i > 0 ? ", " : "", (int)l->v[i].therapist_id, civil_hm(l->v[i].start, hm),
		    (int)l->v[i].room_id, l->v[i].orphan ? " orphan" : "",
		    l->v[i].touches ? " touches" : "");
	}
	return text;
}

static void
test_rank(void)
{
	struct practice p;
	struct book b = {.from = fixture_at(1, 0, 0), .until = fixture_at(6, 0, 0)};
	struct client_facts facts = {.visits = 1};
	struct free_query q = {.service_id = SWEDISH,
	    .minutes = 60,
	    .from = fixture_monday() + 1,
	    .until = fixture_monday() + 2,
	    .after = 600,
	    .before = 720};
	struct slot_list found = {0};
	civil_min now = fixture_at(1, 8, 0);

	fixture_practice(&p);
	fixture_appt(&b, ASHA, ROOM_C, 1, fixture_at(2, 9, 0), 45, 15);
	free_search(&p, &b, &q, now, &found);
	is_str(slots_text(&found),
	    "2 10:00 1 touches, 1 10:00 3 touches, 3 10:00 1, 3 10:15 1, 2 10:30 1, 3 10:30 1, "
	    "1 10:30 3, 2 10:45 1, 3 10:45 1, 1 10:45 3, 2 11:00 1, 3 11:00 1, 1 11:00 3, "
	    "2 10:15 1 orphan, 1 10:15 3 orphan",
	    "fitting ones first, then the earliest, then who has fewest hands-on minutes");
	slot_list_release(&found);

	q.therapist_id = ASHA;
	free_search(&p, &b, &q, now, &found);
	is_str(slots_text(&found),
	    "1 10:00 3 touches, 1 10:15 3 orphan, 1 10:30 3, 1 10:45 3, 1 11:00 3",
	    "for a named therapist by time");
	slot_list_release(&found);

	free_search(&p, &b, &q, fixture_at(2, 10, 5), &found);
	is_str(slots_text(&found), "1 10:15 3, 1 10:30 3, 1 10:45 3, 1 11:00 3",
	    "none that has passed, and what is under way is no gap");
	slot_list_release(&found);

	q.therapist_id = 0;
	q.client = &facts;
	facts.preferred_therapist_id = JON;
	q.limit = 2;
	free_search(&p, &b, &q, now, &found);
	is_str(slots_text(&found), "2 10:00 1 touches, 2 10:30 1",
	    "the preferred therapist before all, and no more than asked for");
	slot_list_release(&found);

	q.minutes = 0;
	q.limit = 1;
	free_search(&p, &b, &q, now, &found);
	ok(found.n == 1 && found.v[0].end - found.v[0].start == 60, "minutes of the service");
	slot_list_release(&found);

	q.until = fixture_monday() + 30;
	q.from = fixture_monday() + 5;
	q.limit = 0;
	free_search(&p, &b, &q, now, &found);
	is_int((int64_t)found.n, 0, "nothing is said about days the book does not cover");
	slot_list_release(&found);
	book_release(&b);
	practice_release(&p);
}

static void
test_party(void)
{
	struct practice p;
	struct book b = {.from = fixture_at(1, 0, 0), .until = fixture_at(6, 0, 0)};
	struct free_query q = {.service_id = COUPLES,
	    .minutes = 60,
	    .from = fixture_monday() + 1,
	    .until = fixture_monday() + 2,
	    .after = 540,
	    .before = 660,
	    .therapist_id = ASHA};
	struct slot_list found = {0};
	civil_min now = fixture_at(1, 8, 0);

	fixture_practice(&p);
	fixture_appt(&b, MIA, ROOM_1, 1, fixture_at(2, 9, 0), 30, 0);
	free_search(&p, &b, &q, now, &found);
	is_str(slots_text(&found), "1 09:30 3, 1 09:45 3, 1 10:00 3",
	    "a couple's times are those at which a second therapist is free");
	slot_list_release(&found);
	q.gender = 'M';
	q.therapist_id = 0;
	free_search(&p, &b, &q, now, &found);
	is_str(slots_text(&found), "2 10:00 3 touches", "what is asked for of one holds for one");
	slot_list_release(&found);
	book_release(&b);
	practice_release(&p);
}

int
main(void)
{
	test_exactly_what_is_free();
	test_rank();
	test_party();
	return done();
}
