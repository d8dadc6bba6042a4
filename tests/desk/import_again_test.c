/* A list taken over again, after the source or the desk changed. */
#include <frontdesk/desk_booking.h>
#include <frontdesk/desk_client.h>

#include "import_fixture.h"

#define HEADER "id,start,end,name,service,therapist,price\n"

static void
is_at(struct desk *d, int64_t id, const char *want)
{
	char iso[CIVIL_MIN_SIZE];
	struct appt a = {0};

	if (store_appt(d->store, id, &a) != ERR_OK)
		exit(1);
	is_str(civil_iso_min(a.start, iso), want, "#%lld", (long long)id);
	appt_release(&a);
}

static void
trade_places(struct desk *d)
{
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "a,2026-11-24 10:00,11:00,Ada Smith,Swedish massage,Jon,90\n"
		   "b,2026-11-24 11:00,12:00,Bo Li,Swedish massage,Jon,90\n"
		   "c,2026-11-24 12:00,13:00,Cy Ott,Swedish massage,Jon,90\n"
		   "d,2026-11-24 13:00,14:00,Di Poe,Swedish massage,Jon,90\n",
	    "2 new; 3 new; 4 new; 5 new", "a diary");
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "a,2026-11-24 11:00,12:00,Ada Smith,Swedish massage,Jon,90\n"
		   "b,2026-11-24 10:00,11:00,Bo Li,Swedish massage,Jon,90\n",
	    "2 changed; 3 changed", "two trade places");
	is_at(d, 1, "2026-11-24T11:00");
	is_at(d, 2, "2026-11-24T10:00");
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "e,2026-11-24 10:00,11:00,Eve Fox,Swedish massage,Jon,90\n"
		   "b,2026-11-24 11:00,12:00,Bo Li,Swedish massage,Jon,90\n"
		   "a,2026-11-24 15:00,16:00,Ada Smith,Swedish massage,Jon,90\n",
	    "2 new; 3 changed; 4 changed", "each leaves for the one before");
	is_at(d, 1, "2026-11-24T15:00");
	is_at(d, 2, "2026-11-24T11:00");
	is_at(d, 5, "2026-11-24T10:00");
}

/* b would trade with c, but d does not go away: nobody moves. f and g want one place. */
static void
stay(struct desk *d)
{
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "b,2026-11-24 12:00,13:00,Bo Li,Swedish massage,Jon,90\n"
		   "c,2026-11-24 13:00,14:00,Cy Ott,Swedish massage,Jon,90\n"
		   "f,2026-11-24 11:00,12:00,Flo New,Swedish massage,Jon,90\n",
	    "2 refused: Jon is with Cy Ott 12:00–13:00; "
	    "3 refused: Jon is with Di Poe 13:00–14:00 (turnover to 14:15); "
	    "4 refused: Jon is with Bo Li 11:00–12:00",
	    "what cannot be");
	is_at(d, 2, "2026-11-24T11:00");
	is_at(d, 3, "2026-11-24T12:00");
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "b,2026-11-24 10:00,11:00,Bo Li,Swedish massage,Jon,90\n"
		   "e,2026-11-24 12:00,13:00,Eve Fox,Swedish massage,Jon,90\n"
		   "c,2026-11-24 11:00,12:00,Cy Ott,Swedish massage,Jon,90\n"
		   "f,2026-11-24 11:00,12:00,Flo New,Swedish massage,Jon,90\n"
		   "g,2026-11-24 11:30,12:30,Flo New,Swedish massage,Mia,90\n",
	    "2 changed; 3 changed; 4 changed; 5 refused: Jon is with Cy Ott 11:00–12:00; 6 new",
	    "three in a ring, and one who comes too late");
	is_at(d, 2, "2026-11-24T10:00");
	is_at(d, 5, "2026-11-24T12:00");
	is_at(d, 3, "2026-11-24T11:00");
}

/* Both wait for somebody new, who cannot be at two places. */
static void
somebody_new(struct desk *d)
{
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "m,2026-11-25 10:00,11:00,Ada Smith,Swedish massage,Jon,90\n"
		   "n,2026-11-25 10:00,11:00,Bo Li,Swedish massage,Mia,90\n",
	    "2 new; 3 new", "another day");
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "o,2026-11-25 10:00,11:00,Ned Neu,Swedish massage,Jon,90\n"
		   "p,2026-11-25 10:30,11:30,Ned Neu,Swedish massage,Mia,90\n"
		   "m,2026-11-25 14:00,15:00,Ada Smith,Swedish massage,Jon,90\n"
		   "n,2026-11-25 14:00,15:00,Bo Li,Swedish massage,Mia,90\n",
	    "2 new; 3 refused: Ned Neu is booked 10:00–11:00 with Jon; 4 changed; 5 changed",
	    "one client at two places");
}

static void
move_to(struct desk *d, int64_t id, const char *words)
{
	const struct consent yes = {.yes = "test"};
	struct booking b = {0};
	struct move m;

	if (desk_move_words(d, id, words, &m) != ERR_OK || desk_move(d, id, &m, &yes, &b) != ERR_OK)
		exit(1);
	booking_release(&b);
}

#define WORK(price, fourth) \
	HEADER \
	"q,2026-11-26 10:00,11:00,Ada Smith,Swedish massage,Jon," price "\n" \
	"r,2026-11-26 11:15,12:15,Bo Li,Swedish massage,Jon," price "\n" \
	"s,2026-11-26 13:00,14:00,Cy Ott,Swedish massage,Jon," price "\n" fourth

static void
the_desk_worked(struct desk *d)
{
	struct booking b = {0};
	struct appt a = {0};

	take(d, IMPORT_APPOINTMENTS, WORK("90", ""), "2 new; 3 new; 4 new", "before");
	is_int(told_id, 12, "the last one");
	if (desk_cancel(d, 10, 0, CANCEL_CLIENT, "ill", false, false, &b) != ERR_OK)
		exit(1);
	booking_release(&b);
	move_to(d, 11, "15:00");
	take(d, IMPORT_APPOINTMENTS, WORK("90", ""), "2 same; 3 same; 4 same",
	    "the source is unchanged");
	take(d, IMPORT_APPOINTMENTS,
	    WORK("95", "t,2026-11-26 14:00,14:45,Di Poe,Swedish massage,Jon,60\n"),
	    "2 refused: changed here since; look at #10; "
	    "3 refused: changed here since; look at #11; 4 changed; 5 new",
	    "what the desk changed stays");
	is_at(d, 11, "2026-11-26T15:00");
	if (store_appt(d->store, 10, &a) != ERR_OK)
		exit(1);
	ok(a.state == APPT_CANCELLED && a.price == 9000, "cancelled, at its price");
	is_str(a.reason, "ill", "for its reason");
	appt_release(&a);
	take(d, IMPORT_APPOINTMENTS, WORK("97", ""),
	    "2 refused: changed here since; look at #10; "
	    "3 refused: changed here since; look at #11; 4 changed",
	    "shorter turnover is no change of the desk");
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "r,2026-11-26 15:00,16:00,Bo Li,Swedish massage,Jon,90\n", "2 same",
	    "the source agrees");
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "r,2026-11-26 16:00,17:00,Bo Li,Swedish massage,Jon,90\n", "2 changed",
	    "and leads again");
}

#define PEOPLE "id,first,last,phone,address,email\n"

static void
is_client(struct desk *d, int64_t id, const char *phone, const char *address, const char *email)
{
	struct client c;

	client_init(&c);
	if (store_client(d->store, id, &c) != ERR_OK)
		exit(1);
	is_str(c.phone, phone, "phone");
	is_str(c.address, address, "address");
	is_str(c.email, email, "e-mail");
	client_release(&c);
}

static void
a_client_told_us(struct desk *d)
{
	struct client c;
	int64_t id;

	take(d, IMPORT_CLIENTS, PEOPLE "1,Zoe,Zane,555-0100,Mill Lane 1,\n", "2 new", "a client");
	id = told_id;
	take(d, IMPORT_CLIENTS, PEOPLE "1,Zoe,Zane,555-0100,Mill Lane 2,\n", "2 changed", "moved");
	is_client(d, id, "555-0100", "Mill Lane 2", "");
	if (desk_client_edit(d, id, 0, WORDS("phone=555-0199"), 1, &c) != ERR_OK)
		exit(1);
	client_release(&c);
	take(d, IMPORT_CLIENTS, PEOPLE "1,Zoe,Zane,555-0100,Mill Lane 2,z@x.org\n",
	    "2 changed: changed here since: phone kept", "the desk was told another phone");
	is_client(d, id, "555-0199", "Mill Lane 2", "z@x.org");
	take(d, IMPORT_CLIENTS, PEOPLE "1,Zoe,Zane,555-0100,Mill Lane 3,z@x.org\n",
	    "2 same: changed here since: phone, address kept", "it stays so");
	take(d, IMPORT_CLIENTS, PEOPLE "2,Zoe,Zane,555-0199,Mill Lane 4,\n", "2 same: address kept",
	    "under another number");
	take(d, IMPORT_CLIENTS, PEOPLE "1,Zoe,Zane,555-0199,Mill Lane 2,z@x.org\n", "2 same",
	    "the source agrees");
	take(d, IMPORT_CLIENTS, PEOPLE "1,Zoe,Zane,555-0199,Mill Lane 5,z@x.org\n", "2 changed",
	    "and leads again");
	is_client(d, id, "555-0199", "Mill Lane 5", "z@x.org");
}

#define MEMO(city, memo) "id,first,last,address,memo\n9,Meg,Moss," city "," memo "\n"

static void
memo_once(struct desk *d)
{
	take(d, IMPORT_CLIENTS, MEMO("Rome", "knee"), "2 new", "a memo");
	is_int(told.memos, 1, "is kept");
	take(d, IMPORT_CLIENTS, MEMO("Bonn", "knee"), "2 changed", "another city");
	is_int(told.memos, 0, "is no other memo");
	take(d, IMPORT_CLIENTS, MEMO("Bonn", "hip"), "2 same", "another memo");
	is_int(told.memos, 1, "is kept too");
}

int
main(void)
{
	struct desk d;

	fixture_open(&d);
	trade_places(&d);
	stay(&d);
	somebody_new(&d);
	the_desk_worked(&d);
	a_client_told_us(&d);
	memo_once(&d);
	import_fixture_close(&d);
	return done();
}
