#include "event.h"

#include <string.h>

#include <frontdesk/client.h>

static void
add_label(struct str *out, const struct ics_options *o, const struct appt *a)
{
	const struct service *s = practice_service(o->practice, a->service_id);

	if (s != NULL)
		service_label(out, s, appt_minutes(a));
	else
		str_add(out, "Appointment");
}

/* A comma between what stands there and what follows. */
static void
add_comma(struct str *out)
{
	if (out->n > 0)
		str_add(out, ", ");
}

/* A client's file goes to a phone others may look at: the treatment only when asked for. */
static void
client_summary(struct str *out, const struct ics_options *o, const struct appt *a)
{
	str_add(out, "Appointment");
	if (o->detail == ICS_BUSY || practice_service(o->practice, a->service_id) == NULL)
		return;
	add_comma(out);
	add_label(out, o, a);
}

void
ics_summary(struct str *out, const struct ics_options *o, const struct appt *a)
{
	const struct room *room = practice_room(o->practice, a->room_id);

	if (o->client_file) {
		client_summary(out, o, a);
		return;
	}
	switch (o->detail) {
	case ICS_BUSY:
		str_add(out, "Busy");
		break;
	case ICS_SERVICE:
		add_label(out, o, a);
		break;
	case ICS_INITIALS:
		client_initials(out, a->client_first, a->client_last);
		add_comma(out);
		add_label(out, o, a);
		if (room != NULL)
			str_addf(out, ", room %s", room->code);
		break;
	case ICS_FULL:
		client_name(out, a->client_first, a->client_last, &o->practice->settings);
		add_comma(out);
		add_label(out, o, a);
		break;
	case ICS_DETAIL_COUNT:
		break;
	}
}

void
ics_location(struct str *out, const struct ics_options *o, const struct appt *a)
{
	const struct settings *s = &o->practice->settings;
	const struct room *room = practice_room(o->practice, a->room_id);

	if (!o->client_file) {
		if (room != NULL)
			str_add(out, room->name);
		return;
	}
	str_add(out, settings_text(s, SETTING_NAME));
	if (settings_text(s, SETTING_ADDRESS)[0] != '\0') {
		add_comma(out);
		str_add(out, settings_text(s, SETTING_ADDRESS));
	}
}

void
ics_description(struct str *out, const struct ics_options *o, const struct appt *a)
{
	const struct therapist *t = practice_therapist(o->practice, a->therapist_id);

	if (!o->client_file || t == NULL)
		return;
	str_add(out, "with ");
	str_addn(out, t->name, strcspn(t->name, " "));
	if (o->aftercare && appt_state_holds(a->state))
		str_addf(out, "\n%s", settings_text(&o->practice->settings, SETTING_AFTERCARE));
}
