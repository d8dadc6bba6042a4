/*
 * Setting the practice up: settings, therapists, rooms, services, hours, absences. Words are
 * "field=value" as in `frontdesk therapist add`; ERR_USAGE names the field. Each reloads the
 * desk's practice.
 */
#ifndef FRONTDESK_DESK_PRACTICE_H
#define FRONTDESK_DESK_PRACTICE_H

#include <frontdesk/desk.h>
#include <frontdesk/schedule.h>

/*
 * A new file with settings, the shipped services and vocabularies. services: the text of a
 * services table, NULL = the shipped one.
 */
MUST_CHECK enum err desk_init(
    const struct desk_options *o, const char *name, const char *zone, const char *services);

/*
 * Another zone leaves every appointment at its civil time; while there are any to come it asks
 * first (ERR_NEEDS_YES without yes), and calendars are told by a new SEQUENCE (desk.md 2).
 */
MUST_CHECK enum err desk_set(struct desk *d, const char *key, const char *value, const char *yes);

/*
 * X(field, label, help): what the words of add and edit may be.
 */
#define THERAPIST_FIELD_LIST(X) \
	X(code, "Code", "Short code, typed when booking") \
	X(name, "Name", "Name") \
	X(gender, "Gender", "F, M or X") \
	X(colour, "Colour", "red green yellow blue magenta cyan or none") \
	X(skills, "Skills", "Skills, comma separated") \
	X(cap, "Hands-on cap", "Hands-on minutes a day above which to warn; 0 = the practice's") \
	X(room, "Usual room", "Usual room") \
	X(licence, "Licence until", "Last day the licence is valid") \
	X(cannot, "Never gives", "Services never given, comma separated") \
	X(turnover, "Turnover", "Turnover of a service: dt=20, comma separated")
#define ROOM_FIELD_LIST(X) \
	X(code, "Code", "Short code, typed when booking") \
	X(name, "Name", "Name") \
	X(capacity, "For how many", "Clients of one party, 1 to 4") \
	X(step_free, "Step-free", "Reached without stairs: yes or no") \
	X(location, "Where", "Where it is")
#define SERVICE_FIELD_LIST(X) \
	X(code, "Code", "Short code, typed with minutes: dt60") \
	X(name, "Name", "Name") \
	X(description, "Read aloud", "What to read aloud on the phone") \
	X(label, "Shown as", "What may be seen over the counter") \
	X(prices, "Prices", \
	    "Minutes and prices: 60=95,90=130, of a couple for both; 60=none ends that length") \
	X(from, "Prices from", "Day from which the prices count; today when not said") \
	X(turnover, "Turnover", "Minutes after each session") \
	X(pressure, "Pressure from", "Least pressure, 1 to 5; 0 = any") \
	X(skills, "Skills needed", "Skills required, comma separated") \
	X(rooms, "Rooms", "Rooms it is given in, comma separated; empty = any") \
	X(people, "For how many", "1, or 2 for a couple")

/* id 0 adds; else edits. *id comes back. */
MUST_CHECK enum err desk_therapist_save(struct desk *d, int64_t *id, char *const *fields, size_t n);
MUST_CHECK enum err desk_room_save(struct desk *d, int64_t *id, char *const *fields, size_t n);
MUST_CHECK enum err desk_service_save(struct desk *d, int64_t *id, char *const *fields, size_t n);
/* Runs late on a day by so many minutes, up to DESK_LATE_MAX; 0: on time after all. */
enum { DESK_LATE_MAX = 240 };
MUST_CHECK enum err desk_runs_late(
    struct desk *d, int64_t therapist_id, civil_day day, int minutes);
/* Archived, or back. Existing bookings stay. */
MUST_CHECK enum err desk_therapist_archive(struct desk *d, int64_t id, bool archived);
MUST_CHECK enum err desk_room_archive(struct desk *d, int64_t id, bool archived);
MUST_CHECK enum err desk_service_archive(struct desk *d, int64_t id, bool archived);

/* A field as add and edit take it; field: its place in the list. Nothing of a record that is gone.
 */
void desk_therapist_say(const struct desk *d, int64_t id, size_t field, struct str *out);
void desk_room_say(const struct desk *d, int64_t id, size_t field, struct str *out);
void desk_service_say(const struct desk *d, int64_t id, size_t field, struct str *out);

/*
 * "mon-fri 9-13 14-18"; from: CIVIL_DAY_NONE = today. Days that are not named keep the hours that
 * are valid then, in the weeks of a cycle as well; said of no week (cycle 1), it is of each.
 * *in_the_way: bookings from then on outside the new hours.
 */
MUST_CHECK enum err desk_hours(struct desk *d, int64_t therapist_id, const char *hours,
    civil_day from, int cycle, int week, struct appt_list *in_the_way);
/*
 * The hours of one day instead of the weekly ones: "9-13 14-18", "off", or "usual" for the weekly
 * ones again.
 */
MUST_CHECK enum err desk_hours_on(struct desk *d, int64_t therapist_id, const char *spans,
    civil_day day, struct appt_list *in_the_way);
/* Whose time off: a word for a therapist or a room, or "all". ERR_NOT_FOUND names the word. */
MUST_CHECK enum err desk_absence_who(const struct desk *d, const char *word, struct absence *a);
/*
 * Time off of a therapist, a room, or (both 0) all. *in_the_way as above; nothing is deleted.
 * ERR_REFUSED: the very same is there.
 */
MUST_CHECK enum err desk_block(struct desk *d, struct absence *a, struct appt_list *in_the_way);
MUST_CHECK enum err desk_unblock(struct desk *d, int64_t id);

#endif
