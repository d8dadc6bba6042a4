/* A flag stands in the way of what is to be booked: the ways on, and what each does. */
#include "booking_dialog.h"

enum { WAY_FITS = 1, WAY_OK, WAY_CALL };

static const char *const labels[] = {"Fits", "Subject to OK", "Call back"};

bool
booking_ask_ways(struct booking_dialog *b, const struct plan *p, const struct findings *found)
{
	struct ways *w = &b->ways;

	ways_release(w);
	if (desk_ways(booking_desk(b), p, found, w) != ERR_OK || w->sentence == NULL)
		return false;
	b->offered = (struct dialog_ways){
	    .n = b->was.id == 0 ? WAY_CALL : WAY_OK, /* what is booked is not held again */
	    .say = (const char *const *)w->say,
	    .label = labels,
	    .sentence = w->sentence,
	};
	dialog_ask_ways(&b->d, found, &b->offered);
	return true;
}

/* Into the fields, to be said to the caller; what was typed on purpose there makes way. */
static void
take_fitting(struct booking_dialog *b)
{
	const struct plan *w = &b->ways.fitting;

	booking_apply_line(b);
	b->has_line = false;
	booking_set_service(b, w->service_id, w->minutes);
	booking_set_therapists(b, w->therapist_id, 0);
	booking_set_room(b, w->room_id);
	booking_set_time(b, BOOKING_WHEN, w->start);
	b->typed[BOOKING_SERVICE] = true;
	b->typed[BOOKING_THERAPIST] = w->requested;
	b->d.asking = false;
	b->d.dirty = true;
	dialog_refresh(&b->d);
	app_say(b->d.view.app, ROLE_MESSAGE, "It is in the fields: %s. Ctrl-S saves it.",
	    b->ways.say[WAY_FITS - 1]);
}

static void
call_back(struct booking_dialog *b)
{
	if (b->d.fields[BOOKING_HOLD].off)
		booking_hold(b);
	if (dialog_text(&b->d, BOOKING_DESK_NOTE)[0] == '\0')
		dialog_set(&b->d, BOOKING_DESK_NOTE, CALL_BACK, 0);
	dialog_save(&b->d, CALL_BACK);
}

void
booking_way(struct dialog *d, int way)
{
	struct booking_dialog *b = (struct booking_dialog *)d;

	if (way == WAY_FITS)
		take_fitting(b);
	else if (way == WAY_OK)
		dialog_save(d, SUBJECT_TO_OK);
	else
		call_back(b);
}
