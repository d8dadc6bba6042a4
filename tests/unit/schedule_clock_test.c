/* The sentences of findings say times by a clock of 12 hours where the practice has one. */
#include "../tap.h"
#include "fixture.h"

static const struct {
	int64_t therapist, room;
	int hour, minute;
	const char *text;
} cases[] = {
    {MIA, ROOM_C, 15, 0, "Mia is with Ada Smith 2:30pm–3:30pm (turnover to 3:45pm)"},
    {MIA, ROOM_C, 8, 0,
	"Mia works 9:00am–1:00pm and 2:00pm–6:00pm on Tue 24 Nov; 8:00am is outside"},
    {MIA, ROOM_C, 13, 30, "Mia has a break 1:00pm–2:00pm"},
    {ASHA, ROOM_2, 14, 30, "room 2 is taken 2:30pm–3:30pm by Ada Smith with Mia"},
    {ASHA, ROOM_C, 10, 0, "Asha is off all day"},
};

static bool
says(const struct findings *f, const char *text)
{
	for (size_t i = 0; i < f->n; i++)
		if (strcmp(f->v[i].text, text) == 0)
			return true;
	return false;
}

int
main(void)
{
	struct practice practice = {0};
	struct book book = {.from = fixture_at(1, 0, 0), .until = fixture_at(7, 0, 0)};
	struct absence *off;

	fixture_practice(&practice);
	xstrset(&practice.settings.value[SETTING_CLOCK], "12");
	fixture_appt(&book, MIA, ROOM_2, 1, fixture_at(2, 14, 30), 60, 15);
	off = list_push(&book.absences);
	off->therapist_id = ASHA;
	off->start = fixture_at(1, 0, 0);
	off->end = fixture_at(5, 0, 0);
	for (size_t i = 0; i < array_size(cases); i++) {
		const struct proposal want = {
		    .therapist_id = cases[i].therapist,
		    .service_id = SWEDISH,
		    .room_id = cases[i].room,
		    .start = fixture_at(2, cases[i].hour, cases[i].minute),
		    .minutes = 60,
		    .turnover = -1,
		};
		struct findings found = {0};

		schedule_check(&practice, &book, &want, fixture_at(1, 8, 0), &found);
		ok(says(&found, cases[i].text), "%s", cases[i].text);
		findings_release(&found);
	}
	book_release(&book);
	practice_release(&practice);
	return done();
}
