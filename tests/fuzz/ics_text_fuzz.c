/*
 * Any bytes as the names of a client, a service, a room and the practice: the calendar keeps to
 * lines of at most 75 octets ended by CRLF, of valid UTF-8 without control characters, and to the
 * properties it writes itself.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/ics.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static void
check_line(const char *s, size_t n)
{
	uint32_t cp;

	assert(n >= 1 && n <= 75 && text_valid(s, n));
	assert(s[0] != ' ' || n > 1);
	for (size_t at = 0; at < n;) {
		at += text_decode(s + at, n - at, &cp);
		assert(cp >= 0x20 && !(cp >= 0x7F && cp <= 0x9F));
	}
}

static void
check_calendar(const char *s, size_t n)
{
	const char *stop = s + n;
	int begins = 0, summaries = 0;

	while (s < stop) {
		const char *end = memchr(s, '\r', (size_t)(stop - s));

		assert(end != NULL && end + 1 < stop && end[1] == '\n');
		check_line(s, (size_t)(end - s));
		begins += strncmp(s, "BEGIN:", 6) == 0;
		summaries += strncmp(s, "SUMMARY:", 8) == 0;
		s = end + 2;
	}
	/* VCALENDAR, VTIMEZONE, STANDARD, VEVENT */
	assert(begins == 4 && summaries <= 1);
}

static void
export_one(const struct ics_options *o, const struct appt *a)
{
	char *out = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&out, &n);
	struct ics *i;

	assert(f != NULL && ics_begin(&i, f, o) == ERR_OK);
	assert(ics_event(i, a) == ERR_OK);
	assert(ics_end(i, NULL, NULL) == ERR_OK);
	(void)fclose(f);
	check_calendar(out, n);
	free(out);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	char *text = xstrndup((const char *)bytes, n);
	struct therapist therapist = {.id = 1, .name = text};
	struct room room = {.id = 1, .code = text, .name = text};
	struct service service = {.id = 1, .name = text, .desk_label = text};
	struct practice p = {.settings.value = {[SETTING_NAME] = text, [SETTING_ADDRESS] = text},
	    .therapists = {&therapist, 1, 1},
	    .rooms = {&room, 1, 1},
	    .services = {&service, 1, 1}};
	struct appt a = {.id = 1,
	    .therapist_id = 1,
	    .room_id = 1,
	    .service_id = 1,
	    .start = 100,
	    .end = 160,
	    .state = APPT_BOOKED,
	    .client_first = text,
	    .client_last = text};
	struct ics_options o = {.practice = &p, .from = 0, .until = 1000, .name = text};
	struct zone *z;

	if (zone_open(&z, "UTC") != ERR_OK)
		abort();
	o.zone = z;
	for (int d = 0; d < ICS_DETAIL_COUNT * 2; d++) {
		o.detail = (enum ics_detail)(d % ICS_DETAIL_COUNT);
		o.client_file = d >= ICS_DETAIL_COUNT;
		export_one(&o, &a);
	}
	zone_close(z);
	free(text);
	return 0;
}
