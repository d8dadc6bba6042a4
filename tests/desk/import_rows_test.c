/* What single rows of a foreign diary become, and why they are refused. */
#include "import_fixture.h"

#define HEADER "start,end,name,service,therapist,price\n"

static void
several(struct desk *d)
{
	int64_t jo = 0, jb = 0, aa = 0, ab = 0;
	size_t therapists;

	if (desk_therapist_save(d, &jo, WORDS("code=jo", "name=Joanna"), 2) != ERR_OK ||
	    desk_therapist_save(d, &jb, WORDS("code=jb", "name=Jo"), 2) != ERR_OK ||
	    desk_service_save(d, &aa, WORDS("code=aa", "name=Aroma", "prices=60=90"), 3) !=
		ERR_OK ||
	    desk_service_save(d, &ab, WORDS("code=ab", "name=Aroma massage", "prices=60=90"), 3) !=
		ERR_OK)
		exit(1);
	therapists = d->practice.therapists.n;
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "2026-11-24 10:00,11:00,Ada Smith,Swedish massage,Jo,90\n"
		   "2026-11-24 10:00,11:00,Ada Smith,and Aroma,Joanna,90\n"
		   "2026-11-24 10:00,11:00,Ada Smith,Aroma,Joanna,90\n",
	    "2 refused: \"Jo\" could be Jo (jb) or Joanna (jo); "
	    "3 refused: \"and Aroma\" could be Aroma (aa) or Aroma massage (ab); 4 new",
	    "what could be several");
	is_int(d->practice.therapists.n, therapists, "makes no third one");
}

static void
nameless(struct desk *d)
{
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "2026-11-24 12:00,13:00,Bo Li,Swedish massage,!!!,90\n"
		   "2026-11-24 12:00,13:00,Bo Li,???,Joanna,90\n",
	    "2 new; 3 refused: Bo Li is booked 12:00–13:00 with !!!", "names of signs alone");
}

static void
clock_changes(struct desk *d)
{
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "2027-03-14 02:30,03:30,Cy Ott,Swedish massage,Zed,90\n"
		   "2026-11-01 00:30,01:30,Cy Ott,Swedish massage,Jon,90\n"
		   "2026-11-01 03:30,04:30,Cy Ott,Swedish massage,Jon,90\n",
	    "2 refused: 02:30 does not exist on Sun 14 Mar 2027: the clocks change that night; "
	    "take another time; 3 refused: 01:30 exists twice on Sun 1 Nov 2026: the clocks "
	    "change that night; take another time; 4 new",
	    "in the nights of the clock changes");
	is_int(told.new_therapists.n, 0, "a refused row needs no therapist");
}

static int64_t
last_client(struct desk *d)
{
	struct client c;
	int64_t id = 0;

	while (store_client(d->store, id + 1, &c) == ERR_OK) {
		client_release(&c);
		id++;
	}
	return id;
}

static void
refused_leaves_nobody(struct desk *d)
{
	int64_t last = last_client(d);

	take(d, IMPORT_APPOINTMENTS,
	    HEADER "2026-11-24 10:00,11:00,Eve New,Swedish massage,Joanna,90\n",
	    "2 refused: Joanna is with Ada Smith 10:00–11:00 (turnover to 11:15)",
	    "a row that is refused");
	is_int(last_client(d), last, "leaves no client behind");
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "2026-11-24 14:00,15:00,Eve New,Swedish massage,Joanna,90\n"
		   "2026-11-24 15:00,16:00,Eve New,Swedish massage,Joanna,90\n",
	    "2 new; 3 new", "one that goes through");
	is_int(last_client(d), last + 1, "makes one");
}

static struct appt
booked(struct desk *d, int64_t id)
{
	struct appt a = {0};

	is_int(store_appt(d->store, id, &a), ERR_OK, "#%lld is booked", (long long)id);
	return a;
}

static void
recorded(struct desk *d)
{
	struct appt a;

	take(d, IMPORT_APPOINTMENTS,
	    HEADER "2026-11-25 10:00,10:50,Di Poe,Swedish massage,Jon,90\n", "2 new",
	    "minutes that are not offered");
	a = booked(d, told_id);
	is_int(appt_minutes(&a), 50, "they are kept");
	is_str(a.reason, "taken over: duration", "and recorded");
	appt_release(&a);
	for (size_t i = 0; i < d->practice.rooms.n; i++)
		if (desk_room_archive(d, d->practice.rooms.v[i].id, true) != ERR_OK)
			exit(1);
	take(d, IMPORT_APPOINTMENTS,
	    HEADER "2026-11-25 12:00,13:00,Di Poe,Swedish massage,Jon,90\n", "2 new",
	    "a practice without rooms");
	a = booked(d, told_id);
	is_int(a.room_id, 0, "needs none");
	is_str(a.reason, "", "and misses none");
	appt_release(&a);
}

int
main(void)
{
	struct desk d;

	fixture_open(&d);
	several(&d);
	nameless(&d);
	refused_leaves_nobody(&d);
	clock_changes(&d);
	recorded(&d);
	import_fixture_close(&d);
	return done();
}
