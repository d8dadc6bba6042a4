/*
 * 100,000 random bookings, moves, cancels, undos and redos against a naive model: a flat list of
 * rows and a stack of copies of it. Each round of 1,000 starts from nothing and is undone back to
 * nothing.
 */
#include <frontdesk/desk_booking.h>
#include <frontdesk/desk_client.h>
#include <frontdesk/desk_history.h>
#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>

#include "../desk/desk_fixture.h"

enum { OPERATIONS = 100000, A_ROUND = 1000, CLIENTS = 6, DAYS = 3, ROWS_MAX = A_ROUND };

struct row {
	int64_t id, client, therapist, room;
	civil_min start, end, held;
	enum appt_state state;
	int noted; /* a reason was kept: of the rules, so taken from the answer */
};

struct model {
	struct row v[ROWS_MAX];
	size_t n;
};

static struct desk d;
static struct model *stack; /* stack[depth] is now; below it what undo goes back to */
static int depth, top; /* top: how far redo can go */
static uint64_t seed;
static int64_t service;

static int
below(int n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (int)(seed % (uint64_t)n);
}

static civil_min
random_start(void)
{
	return civil_at(civil_day_of(d.options.pinned) + 1 + below(DAYS), 9 * 60 + 15 * below(32));
}

static bool
overlap(civil_min a, civil_min b, civil_min from, civil_min until)
{
	return a < until && from < b;
}

/* What the rules say of a session here, the naive way. */
static bool
possible(const struct model *m, const struct row *want)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct row *r = &m->v[i];

		if (!appt_state_holds(r->state) || r->id == want->id ||
		    !overlap(r->start, r->end, want->start, want->end))
			continue;
		if (r->therapist == want->therapist || r->room == want->room ||
		    r->client == want->client)
			return false;
	}
	return true;
}

/* Turnover goes as far as the next session of the same therapist or room, wherever that came from.
 */
static void
settle(struct model *m)
{
	for (size_t i = 0; i < m->n; i++) {
		struct row *r = &m->v[i];

		if (!appt_state_holds(r->state))
			continue;
		r->held = r->end + 15;
		for (size_t j = 0; j < m->n; j++) {
			const struct row *o = &m->v[j];

			if (j != i && appt_state_holds(o->state) && o->start >= r->end &&
			    o->start < r->held &&
			    (o->therapist == r->therapist || o->room == r->room))
				r->held = o->start;
		}
	}
}

/* What would be the next state is made apart: a move to the very same place is no step. */
static struct model next;

static struct model *
next_state(void)
{
	next = stack[depth];
	return &next;
}

static void
take_step(void)
{
	if (memcmp(&next, &stack[depth], sizeof(next)) == 0)
		return;
	top = ++depth;
	stack[depth] = next;
}

static bool
do_book(void)
{
	static const int lengths[] = {30, 45, 60, 90};
	const struct consent yes = {.yes = "test"};
	struct row want = {.client = 1 + below(CLIENTS),
	    .therapist = 1 + below(2),
	    .room = 1 + below(2),
	    .start = random_start(),
	    .state = APPT_BOOKED};
	struct plan plan = {.client_id = want.client,
	    .service_id = service,
	    .minutes = lengths[below(4)],
	    .minutes_typed = true,
	    .therapist_id = want.therapist,
	    .room_id = want.room,
	    .start = want.start,
	    .hold_until = CIVIL_NONE};
	struct booking b;
	bool can;
	enum err e;

	want.end = want.start + plan.minutes;
	can = possible(&stack[depth], &want);
	e = desk_book(&d, &plan, &yes, &b);
	if (e == ERR_OK && can) {
		struct model *m = next_state();

		want.id = b.appt.id;
		want.noted = b.appt.reason[0] != '\0';
		m->v[m->n++] = want;
		settle(m);
		take_step();
	}
	booking_release(&b);
	return e == (can ? ERR_OK : ERR_REFUSED);
}

static struct row *
random_row(struct model *m)
{
	return m->n > 0 ? &m->v[below((int)m->n)] : NULL;
}

static bool
do_move(void)
{
	const struct consent yes = {.yes = "test"};
	struct row *old = random_row(&stack[depth]), want;
	struct move move;
	struct booking b;
	bool can;
	enum err e;

	if (old == NULL)
		return true;
	want = *old;
	want.start = random_start();
	want.end = want.start + (old->end - old->start);
	want.therapist = 1 + below(2);
	want.room = 1 + below(2);
	can = appt_state_holds(old->state) && possible(&stack[depth], &want);
	move = (struct move){
	    .start = want.start, .therapist_id = want.therapist, .room_id = want.room};
	e = desk_move(&d, want.id, &move, &yes, &b);
	if (e == ERR_OK && can) {
		size_t at = (size_t)(old - stack[depth].v);
		struct model *m = next_state();

		want.noted = b.appt.reason[0] != '\0';
		m->v[at] = want;
		settle(m);
		take_step();
	}
	booking_release(&b);
	return e == (can ? ERR_OK : ERR_REFUSED);
}

/* Cancels, or takes the cancelling back. */
static bool
do_state(void)
{
	struct row *row = random_row(&stack[depth]);
	enum appt_state to;
	struct booking b;
	bool can;
	enum err e;

	if (row == NULL)
		return true;
	to = appt_state_holds(row->state) ? APPT_CANCELLED : APPT_BOOKED;
	can = to == APPT_CANCELLED || possible(&stack[depth], row);
	e = desk_status(&d, row->id, 0, to, true, NULL, &b);
	if (e == ERR_OK && can) {
		size_t at = (size_t)(row - stack[depth].v);
		struct model *m = next_state();

		m->v[at].state = to;
		settle(m);
		take_step();
	}
	booking_release(&b);
	return e == (can ? ERR_OK : ERR_REFUSED);
}

static bool
do_undo(void)
{
	char *label = NULL;
	enum err e = desk_undo(&d, &label);
	bool right = e == (depth > 0 ? ERR_OK : ERR_NOT_FOUND);

	depth -= depth > 0;
	free(label);
	return right;
}

static bool
do_redo(void)
{
	char *label = NULL;
	enum err e = desk_redo(&d, &label);
	bool right = e == (depth < top ? ERR_OK : ERR_NOT_FOUND);

	depth += depth < top;
	free(label);
	return right;
}

/* Whether the file holds exactly the rows of the model. */
static bool
same_as_model(void)
{
	const struct model *m = &stack[depth];
	civil_day day = civil_day_of(d.options.pinned);
	struct book b = {0};
	bool same = store_book(d.store, day, day + DAYS + 2, &b) == ERR_OK && b.appts.n == m->n;

	for (size_t i = 0; i < b.appts.n && same; i++) {
		const struct appt *a = &b.appts.v[i];
		const struct row *r = NULL;

		for (size_t j = 0; j < m->n; j++)
			if (m->v[j].id == a->id)
				r = &m->v[j];
		same = r != NULL && r->start == a->start && r->end == a->end &&
		    r->held == a->held && r->state == a->state && r->therapist == a->therapist_id &&
		    r->room == a->room_id;
		if (!same)
			printf("# row %lld differs\n", (long long)a->id);
	}
	if (!same)
		printf(
		    "# %zu rows in the file, %zu in the model, depth %d\n", b.appts.n, m->n, depth);
	book_release(&b);
	return same;
}

static void
one_round(int round)
{
	int wrong = 0, n, depth_reached;

	seed = 0x9e3779b97f4a7c15u * (uint64_t)(round + 1);
	depth = 0; /* what the round before undid may be redone */
	for (n = 0; n < A_ROUND && wrong == 0; n++) {
		int dice = below(100);
		bool right = dice < 40 ? do_book()
		    : dice < 65        ? do_move()
		    : dice < 85        ? do_state()
		    : dice < 94        ? do_undo()
				       : do_redo();

		wrong += !right;
		if (!right)
			printf("# operation %d (%d): %s\n", n, dice, err_message());
		if (n % 100 == 99)
			wrong += !same_as_model();
	}
	depth_reached = depth;
	while (depth > 0 && wrong == 0) {
		wrong += !do_undo();
		if (wrong > 0)
			printf("# undo at depth %d: %s\n", depth, err_message());
		if (depth % 50 == 0)
			wrong += !same_as_model();
	}
	ok(wrong == 0 && stack[0].n == 0, "round %d: %d operations, %d deep, undone to nothing",
	    round, n, depth_reached);
}

static void
open_in_memory(void)
{
	struct appt_list way = {0};
	int64_t id;
	enum err e;

	d.options = fixture_options("rita");
	e = store_open(&d.store, ":memory:", STORE_CREATE);
	if (e == ERR_OK)
		e = desk_reload(&d);
	for (int i = 1; i <= 2 && e == ERR_OK; i++) {
		char room[32], code[32], name[32];

		snprintf(room, sizeof(room), "code=r%d", i);
		snprintf(code, sizeof(code), "code=t%d", i);
		snprintf(name, sizeof(name), "name=T%d", i);
		id = 0;
		e = desk_room_save(&d, &id, WORDS(room), 1);
		id = 0;
		if (e == ERR_OK)
			e = desk_therapist_save(&d, &id, WORDS(code, name), 2);
		if (e == ERR_OK)
			e = desk_hours(&d, id, "mon-sun 8-20", CIVIL_DAY_NONE, 1, 0, &way);
	}
	if (e == ERR_OK)
		e = desk_service_save(
		    &d, &service, WORDS("code=sw", "name=Swedish", "prices=60=85"), 3);
	for (int i = 0; i < CLIENTS && e == ERR_OK; i++) {
		struct findings alike = {0};
		struct client c;
		char name[] = "Client A";

		name[7] = (char)('A' + i);
		e = desk_client_add(&d, WORDS(name), 1, "test", false, &c, &alike);
		client_release(&c);
		findings_release(&alike);
	}
	if (e != ERR_OK) {
		printf("Bail out! %s\n", err_message());
		exit(1);
	}
}

int
main(void)
{
	int rounds = (getenv("FRONTDESK_QUICK") != NULL ? OPERATIONS / 10 : OPERATIONS) / A_ROUND;

	stack = xcalloc(A_ROUND + 2, sizeof(*stack));
	open_in_memory();
	/* What was set up is another person's to undo. */
	d.options.who = "mia";
	/* After a failure the file and the model are apart: nothing more can be told. */
	for (int round = 0; round < rounds && tap_bad == 0; round++)
		one_round(round);
	free(stack);
	desk_close(&d);
	return done();
}
