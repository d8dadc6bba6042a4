/* Appointments as records: copies, lists, the text of a UID. */
#include <stdlib.h>

#include <frontdesk/appt.h>
#include <frontdesk/mem.h>

void
appt_release(struct appt *a)
{
	free(a->desk_note);
	free(a->reason);
	free(a->last_by);
	free(a->client_first);
	free(a->client_last);
	*a = (struct appt){0};
}

void
appt_copy(struct appt *to, const struct appt *from)
{
	*to = *from;
	to->desk_note = NULL;
	to->reason = NULL;
	to->last_by = NULL;
	to->client_first = NULL;
	to->client_last = NULL;
	xstrset(&to->desk_note, from->desk_note);
	xstrset(&to->reason, from->reason);
	xstrset(&to->last_by, from->last_by);
	xstrset(&to->client_first, from->client_first);
	xstrset(&to->client_last, from->client_last);
}

void
appt_list_release(struct appt_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		appt_release(&l->v[i]);
	free(l->v);
	*l = (struct appt_list){0};
}

int
appt_minutes(const struct appt *a)
{
	return (int)(a->end - a->start);
}

char *
appt_uid_text(const unsigned char uid[static APPT_UID_SIZE], char buf[static APPT_UID_TEXT])
{
	static const char digits[] = "0123456789abcdef";
	char *p = buf;

	for (size_t i = 0; i < APPT_UID_SIZE; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			*p++ = '-';
		*p++ = digits[uid[i] >> 4];
		*p++ = digits[uid[i] & 15];
	}
	*p = '\0';
	return buf;
}
