/* Which session a dialog is about, in words. */
#include "session_form.h"

#include <stdlib.h>

void
session_begin(struct session_about *s, const struct appt *appt)
{
	appt_copy(&s->appt, appt);
	s->open = desk_sees_private(s->d.view.app->desk);
}

bool
session_shut(const struct dialog *d)
{
	return ((const struct session_about *)d)->open && !desk_sees_private(d->view.app->desk);
}

void
session_about(const struct dialog *d, struct str *out)
{
	const struct appt *a = &((const struct session_about *)d)->appt;
	const struct settings *s = &d->view.app->desk->practice.settings;
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];

	client_name(out, a->client_first, a->client_last, s);
	str_addf(out, ", %s %s", civil_long_day(civil_day_of(a->start), day),
	    settings_hm(s, a->start, hm));
}

void
session_release(struct dialog *d)
{
	appt_release(&((struct session_about *)d)->appt);
}

void
session_say(const struct session_about *s, struct str *out)
{
	const struct settings *settings = &s->d.view.app->desk->practice.settings;
	char hm[CIVIL_HM_SIZE];

	str_addf(out, "%s ", settings_hm(settings, s->appt.start, hm));
	client_short_name(out, s->appt.client_first, s->appt.client_last, settings);
}

void
session_context(const struct dialog *d, struct str *out)
{
	const struct session_about *s = (const struct session_about *)d;

	str_addf(out, "%lld %d", (long long)s->appt.id, s->open);
}

bool
session_was_open(const char *context)
{
	char *rest;

	(void)strtoll(context, &rest, 10);
	return strtol(rest, NULL, 10) != 0;
}

bool
session_reopen(struct app *a, const char *context, struct appt *out)
{
	*out = (struct appt){0};
	return store_appt(a->desk->store, strtoll(context, NULL, 10), out) == ERR_OK;
}
