/* A list taken over again, after the source or the desk changed. */
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

int
main(void)
{
	struct desk d;

	fixture_open(&d);
	trade_places(&d);
	stay(&d);
	somebody_new(&d);
	import_fixture_close(&d);
	return done();
}
