/* One appointment in as few bytes as a phone understands. */
#include <frontdesk/ics.h>

#include <string.h>

#include <frontdesk/text.h>

#include "write.h"

static void
add_text(struct str *out, const char *name, const char *text)
{
	struct str clean = {0};

	(void)text_clean(&clean, text, strlen(text), TEXT_LINE);
	if (clean.n > 0) {
		str_addf(out, "%s:", name);
		ics_escape(out, str_text(&clean));
		str_add(out, "\r\n");
	}
	str_release(&clean);
}

enum err
ics_small(struct str *out, const struct zone *z, const struct practice *p, const struct appt *a)
{
	char from[ICS_STAMP_SIZE], until[ICS_STAMP_SIZE];
	int64_t start, end;

	if (zone_utc(z, a->start, &start) == ZONE_GAP || zone_utc(z, a->end, &end) == ZONE_GAP)
		return err_set(
		    ERR_FAILED, "appointment %lld is at a time that is not", (long long)a->id);
	str_add(out, "BEGIN:VEVENT\r\n");
	add_text(out, "SUMMARY", settings_text(&p->settings, SETTING_NAME));
	str_addf(out, "DTSTART:%s\r\n", ics_stamp_utc(start, from));
	str_addf(out, "DTEND:%s\r\n", ics_stamp_utc(end, until));
	add_text(out, "LOCATION", settings_text(&p->settings, SETTING_ADDRESS));
	str_add(out, "END:VEVENT\r\n");
	return ERR_OK;
}
