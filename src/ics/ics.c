/* The stream: head, events, foot. */
#include <frontdesk/ics.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "event.h"
#include "vtimezone.h"
#include "write.h"

struct ics {
	const struct ics_options *o;
	int64_t events;
	bool failed;
	struct str text; /* of the property being written */
	struct ics_writer w;
};

static const char *const detail_words[ICS_DETAIL_COUNT] = {
#define X(id, word) word,
    ICS_DETAIL_LIST(X)
#undef X
};

enum err
ics_detail_parse(const char *word, enum ics_detail *out)
{
	for (int i = 0; i < ICS_DETAIL_COUNT; i++) {
		if (strcmp(word, detail_words[i]) != 0)
			continue;
		*out = (enum ics_detail)i;
		return ERR_OK;
	}
#define X(id, word) ", " word
	/* The first comma goes. */
	return err_set(ERR_USAGE, "no detail \"%s\"; there are: %s", word, &ICS_DETAIL_LIST(X)[2]);
#undef X
}

const char *
ics_detail_word(enum ics_detail d)
{
	assert(d < ICS_DETAIL_COUNT);
	return detail_words[d];
}

/* Outlook takes the name up to the first of `,;\`: a blank stands for them. */
static void
add_calendar_name(struct ics *i, const char *name)
{
	static const char unfit[] = " ,;\\";

	str_clear(&i->text);
	for (size_t n; *name != '\0'; name += n + strspn(name + n, unfit)) {
		n = strcspn(name, unfit);
		str_addn(&i->text, name, n);
		str_addc(&i->text, ' ');
	}
	ics_text(&i->w, "NAME", str_text(&i->text), TEXT_LINE);
	ics_text(&i->w, "X-WR-CALNAME", str_text(&i->text), TEXT_LINE);
}

enum err
ics_begin(struct ics **out, FILE *file, const struct ics_options *o)
{
	struct ics *i = xcalloc(1, sizeof(*i));

	assert(o->from <= o->until);
	i->o = o;
	i->w.file = file;
	ics_line(&i->w, "BEGIN:VCALENDAR");
	ics_line(&i->w, "VERSION:2.0");
	ics_line(&i->w, "PRODID:-//frontdesk//frontdesk " VERSION "//EN");
	ics_line(&i->w, "CALSCALE:GREGORIAN");
	if (o->name != NULL) {
		add_calendar_name(i, o->name);
		ics_line(&i->w, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
		ics_line(&i->w, "X-PUBLISHED-TTL:PT1H");
	}
	if (!o->utc)
		ics_vtimezone(&i->w, o->zone, o->from, o->until);
	*out = i;
	return ERR_OK;
}

static enum err
check_civil(const struct ics *i, const struct appt *a, civil_min m, int64_t *utc)
{
	char text[CIVIL_MIN_SIZE];

	if (zone_utc(i->o->zone, m, utc) != ZONE_GAP)
		return ERR_OK;
	return err_set(ERR_FAILED,
	    "appointment %lld: there is no %s in %s, where the clocks change then",
	    (long long)a->id, civil_iso_min(m, text), zone_name(i->o->zone));
}

static enum err
check_times(const struct ics *i, const struct appt *a, int64_t *start_utc, int64_t *end_utc)
{
	enum err e;

	if (a->end <= a->start)
		return err_set(
		    ERR_FAILED, "appointment %lld ends before it starts", (long long)a->id);
	if (a->start < i->o->from || a->start >= i->o->until)
		return err_set(ERR_FAILED, "appointment %lld is outside of the range exported",
		    (long long)a->id);
	e = check_civil(i, a, a->start, start_utc);
	return e != ERR_OK ? e : check_civil(i, a, a->end, end_utc);
}

static void
add_time(struct ics *i, const char *property, civil_min m, int64_t utc)
{
	char stamp[ICS_STAMP_SIZE];

	ics_add(&i->w, property);
	if (i->o->utc) {
		ics_add(&i->w, ":");
		ics_line(&i->w, ics_stamp_utc(utc, stamp));
		return;
	}
	ics_add(&i->w, ";TZID=");
	ics_add(&i->w, zone_name(i->o->zone));
	ics_add(&i->w, ":");
	ics_line(&i->w, ics_stamp(m, 0, stamp));
}

static void
add_text(struct ics *i, const char *property, const struct appt *a, enum text_lines lines,
    void say(struct str *, const struct ics_options *, const struct appt *))
{
	str_clear(&i->text);
	say(&i->text, i->o, a);
	ics_text(&i->w, property, str_text(&i->text), lines);
}

static void
add_alarm(struct ics *i, const struct appt *a)
{
	int minutes = i->o->alarm;

	str_clear(&i->text);
	str_addf(&i->text, "TRIGGER:-PT%d%c", minutes % 60 == 0 ? minutes / 60 : minutes,
	    minutes % 60 == 0 ? 'H' : 'M');
	ics_line(&i->w, "BEGIN:VALARM");
	ics_line(&i->w, "ACTION:DISPLAY");
	ics_line(&i->w, str_text(&i->text));
	add_text(i, "DESCRIPTION", a, TEXT_LINE, ics_summary);
	ics_line(&i->w, "END:VALARM");
}

static void
add_event(struct ics *i, const struct appt *a, int64_t start_utc, int64_t end_utc)
{
	bool on = appt_state_holds(a->state);
	char uid[APPT_UID_TEXT], changed[ICS_STAMP_SIZE];
	struct ics_writer *w = &i->w;

	(void)ics_stamp_utc(a->updated, changed);
	ics_line(w, "BEGIN:VEVENT");
	ics_add(w, "UID:");
	ics_line(w, appt_uid_text(a->uid, uid));
	ics_add(w, "DTSTAMP:");
	ics_line(w, changed);
	add_time(i, "DTSTART", a->start, start_utc);
	add_time(i, "DTEND", a->end, end_utc);
	add_text(i, "SUMMARY", a, TEXT_LINE, ics_summary);
	add_text(i, "LOCATION", a, TEXT_LINE, ics_location);
	add_text(i, "DESCRIPTION", a, TEXT_LINES, ics_description);
	ics_line(w, on ? "STATUS:CONFIRMED" : "STATUS:CANCELLED");
	ics_line(w, on ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT");
	ics_line(w, "CLASS:PRIVATE");
	ics_add(w, "LAST-MODIFIED:");
	ics_line(w, changed);
	str_clear(&i->text);
	str_addf(&i->text, "SEQUENCE:%d", a->sequence);
	ics_line(w, str_text(&i->text));
	if (i->o->client_file && i->o->alarm > 0 && on)
		add_alarm(i, a);
	ics_line(w, "END:VEVENT");
}

enum err
ics_event(struct ics *i, const struct appt *a)
{
	int64_t start_utc, end_utc;
	enum err e;

	if (a->state == APPT_HELD)
		return ERR_OK;
	e = check_times(i, a, &start_utc, &end_utc);
	if (e == ERR_OK && i->w.reason != 0)
		e = ics_flush(&i->w);
	if (e != ERR_OK) {
		i->failed = true;
		return e;
	}
	add_event(i, a, start_utc, end_utc);
	i->events++;
	return ERR_OK;
}

enum err
ics_end(struct ics *i, int64_t *bytes, int64_t *events)
{
	enum err e = ERR_FAILED;

	/* Without its foot a reader can tell that the file is not whole. */
	if (!i->failed) {
		ics_line(&i->w, "END:VCALENDAR");
		e = ics_flush(&i->w);
	}
	if (e == ERR_OK && bytes != NULL)
		*bytes = i->w.bytes;
	if (e == ERR_OK && events != NULL)
		*events = i->events;
	ics_writer_release(&i->w);
	str_release(&i->text);
	free(i);
	return e;
}
