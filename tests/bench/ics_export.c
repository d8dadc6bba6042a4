/*
 * 100,000 appointments as a calendar: our stream beside libical writing one VEVENT at a time, each
 * in a process of its own. Prints seconds of CPU, largest memory and the ratio (calendar.md, "Speed
 * to reach": a fifth of libical's time, 16 MB). The argument is another number of appointments.
 */
#include <libical/ical.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../ics/sample.h"

struct work {
	struct practice practice;
	struct zone *zone;
	struct book book; /* its appointments are written over and over */
	long n;
};

static const struct appt *
appt_at(const struct work *w, long i)
{
	return &w->book.appts.v[(size_t)i % w->book.appts.n];
}

static bool
write_own(const struct work *w, FILE *f)
{
	struct ics_options o = sample_options(&w->practice, w->zone);
	struct ics *s;

	o.detail = ICS_FULL;
	if (ics_begin(&s, f, &o) != ERR_OK)
		return false;
	for (long i = 0; i < w->n; i++)
		if (ics_event(s, appt_at(w, i)) != ERR_OK)
			return false;
	return ics_end(s, NULL, NULL) == ERR_OK;
}

static struct icaltimetype
peer_time(civil_min m)
{
	struct icaltimetype t = icaltime_null_time();

	civil_to_ymd(civil_day_of(m), &t.year, &t.month, &t.day);
	t.hour = civil_minute_of(m) / 60;
	t.minute = civil_minute_of(m) % 60;
	return t;
}

static void
peer_add_time(icalcomponent *event, icalproperty *p, const char *zone)
{
	icalproperty_add_parameter(p, icalparameter_new_tzid(zone));
	icalcomponent_add_property(event, p);
}

static icalcomponent *
peer_event(const struct work *w, const struct appt *a)
{
	const struct service *s = practice_service(&w->practice, a->service_id);
	struct icaltimetype changed =
	    icaltime_from_timet_with_zone((time_t)a->updated, 0, icaltimezone_get_utc_timezone());
	icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
	char uid[APPT_UID_TEXT], summary[400];

	(void)snprintf(summary, sizeof(summary), "%s, %s, %s %d", a->client_last, a->client_first,
	    s != NULL ? s->desk_label : "", appt_minutes(a));
	icalcomponent_add_property(event, icalproperty_new_uid(appt_uid_text(a->uid, uid)));
	icalcomponent_add_property(event, icalproperty_new_dtstamp(changed));
	peer_add_time(event, icalproperty_new_dtstart(peer_time(a->start)), zone_name(w->zone));
	peer_add_time(event, icalproperty_new_dtend(peer_time(a->end)), zone_name(w->zone));
	icalcomponent_add_property(event, icalproperty_new_summary(summary));
	icalcomponent_add_property(event, icalproperty_new_location("Garden room"));
	icalcomponent_add_property(event, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
	icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_OPAQUE));
	icalcomponent_add_property(event, icalproperty_new_class(ICAL_CLASS_PRIVATE));
	icalcomponent_add_property(event, icalproperty_new_lastmodified(changed));
	icalcomponent_add_property(event, icalproperty_new_sequence(a->sequence));
	return event;
}

static bool
write_peer(const struct work *w, FILE *f)
{
	fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//peer//EN\r\n", f);
	for (long i = 0; i < w->n; i++) {
		icalcomponent *event = peer_event(w, appt_at(w, i));
		char *text = icalcomponent_as_ical_string_r(event);

		fputs(text, f);
		free(text);
		icalcomponent_free(event);
	}
	fputs("END:VCALENDAR\r\n", f);
	return fflush(f) == 0;
}

/* Seconds of CPU; < 0: it failed. */
static double
measure(const struct work *w, const char *name, bool write(const struct work *, FILE *))
{
	struct rusage used;
	double seconds;
	int status;
	pid_t child;

	(void)fflush(stdout);
	child = fork();
	if (child == 0) {
		FILE *f = tmpfile();

		_exit(f != NULL && write(w, f) ? 0 : 1);
	}
	if (child < 0 || wait4(child, &status, 0, &used) != child || status != 0)
		return -1;
	seconds = (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
	    (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e-6;
	printf("ics export\t%s\t%ld appointments\t%.3f s\t%.1f MB\n", name, w->n, seconds,
	    (double)used.ru_maxrss / 1024);
	return seconds;
}

int
main(int argc, char **argv)
{
	struct work w = {.n = argc > 1 ? strtol(argv[1], NULL, 10) : 100000};
	double own, peer;

	if (zone_open(&w.zone, "Europe/Berlin") != ERR_OK)
		return 1;
	sample_practice(&w.practice);
	sample_book(&w.book);
	own = measure(&w, "frontdesk", write_own);
	peer = measure(&w, "libical, one VEVENT at a time", write_peer);
	if (own > 0 && peer > 0)
		printf("ics export\tratio\t%.2f\n", own / peer);
	book_release(&w.book);
	practice_release(&w.practice);
	zone_close(w.zone);
	return own < 0 || peer < 0;
}
