/*
 * What libical finds in a calendar on stdin, a line an event: UID, start and end in UTC, start and
 * end by the wall, summary. Times with a TZID are turned into UTC by the file's own VTIMEZONE.
 */
#include <libical/ical.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *
read_all(void)
{
	size_t n = 0, cap = 1 << 16, got;
	char *text = malloc(cap + 1);

	while (text != NULL && (got = fread(text + n, 1, cap - n, stdin)) > 0) {
		n += got;
		if (n == cap)
			text = realloc(text, (cap *= 2) + 1);
	}
	if (text == NULL)
		exit(1);
	text[n] = '\0';
	return text;
}

static void
print_time(struct icaltimetype t, const char *end)
{
	printf("%04d-%02d-%02dT%02d:%02d%s", t.year, t.month, t.day, t.hour, t.minute, end);
}

/* The time in UTC: by the VTIMEZONE of the file alone. */
static struct icaltimetype
in_utc(icalcomponent *calendar, icalproperty *p)
{
	struct icaltimetype t = icalvalue_get_datetime(icalproperty_get_value(p));
	icalparameter *tzid = icalproperty_get_first_parameter(p, ICAL_TZID_PARAMETER);
	icaltimezone *zone = NULL;

	if (tzid != NULL)
		zone = icalcomponent_get_timezone(calendar, icalparameter_get_tzid(tzid));
	if (zone == NULL && !icaltime_is_utc(t)) {
		fputs("libical_dump: a floating time\n", stderr);
		exit(1);
	}
	if (zone != NULL)
		icaltimezone_convert_time(&t, zone, icaltimezone_get_utc_timezone());
	return t;
}

static void
print_event(icalcomponent *calendar, icalcomponent *event)
{
	icalproperty *start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
	icalproperty *end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);

	printf("%s\t", icalcomponent_get_uid(event));
	print_time(in_utc(calendar, start), ":00Z\t");
	print_time(in_utc(calendar, end), ":00Z\t");
	print_time(icalvalue_get_datetime(icalproperty_get_value(start)), "\t");
	print_time(icalvalue_get_datetime(icalproperty_get_value(end)), "\t");
	printf("%s\n", icalcomponent_get_summary(event));
}

int
main(void)
{
	char *text = read_all();
	icalcomponent *calendar, *e;
	int errors;

	icalerror_set_errors_are_fatal(0);
	calendar = icalparser_parse_string(text);
	free(text);
	if (calendar == NULL)
		return 1;
	errors = icalcomponent_count_errors(calendar);
	if (errors > 0 || icalerrno != ICAL_NO_ERROR)
		fprintf(stderr, "libical_dump: %d errors\n", errors);
	for (e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); e != NULL;
	     e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
		print_event(calendar, e);
	icalcomponent_free(calendar);
	return errors > 0;
}
