/* The therapist's note of an appointment: who may read it, and adding to it. */
#include <frontdesk/desk_booking.h>

#include <stdlib.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

#include "side.h"

enum err
desk_therapist_note(struct desk *d, int64_t appt_id, char **text)
{
	const struct person *me = desk_me(d);
	const bool may = !d->initials &&
	    (me == NULL ? !desk_has_persons(d)
			: me->role == PERSON_OWNER || me->role == PERSON_THERAPIST);
	enum err e = store_therapist_note(d->store, appt_id, text);

	if (e == ERR_OK && !may && (*text)[0] != '\0') {
		free(*text);
		*text = NULL;
	}
	return e;
}

enum err
note_add(struct desk *d, int64_t appt_id, const char *note)
{
	struct str all = {0};
	char *before = NULL;
	enum err e = store_therapist_note(d->store, appt_id, &before);

	str_addf(&all, "%s%s%s", str_or_empty(before), str_or_empty(before)[0] != '\0' ? "\n" : "",
	    note);
	if (e == ERR_OK)
		e = store_therapist_note_set(d->store, appt_id, str_text(&all));
	str_release(&all);
	free(before);
	return e;
}
