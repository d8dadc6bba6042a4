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

int
main(void)
{
	struct desk d;

	fixture_open(&d);
	several(&d);
	nameless(&d);
	import_fixture_close(&d);
	return done();
}
