/*
 * What the columns of other products mean, and what a row of theirs says (design: commands.md,
 * `import`; desk.md 6, Notes). Pure. Known are the exports of Square, Acuity, and plain lists in
 * common words.
 *
 * The order of calls: import_map_columns() with the header; import_map_learn() for every good
 * row; then, from the first row again, import_client_row() or import_appt_row().
 */
#ifndef FRONTDESK_IMPORT_H
#define FRONTDESK_IMPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/appt.h>
#include <frontdesk/client.h>
#include <frontdesk/err.h>
#include <frontdesk/practice.h>
#include <frontdesk/str.h>

/* X(ID, name): what a column may be; the names are those of --map "a=b". */
#define IMPORT_FIELD_LIST(X) \
	X(EXTERNAL_ID, "id") \
	X(FULL_NAME, "name") \
	X(FIRST, "first") \
	X(LAST, "last") \
	X(PREFERRED, "preferred") \
	X(PHONE, "phone") \
	X(PHONE2, "phone2") \
	X(EMAIL, "email") \
	X(BIRTH, "birth") \
	X(ADDRESS, "address") \
	X(ADDRESS2, "address2") \
	X(CITY, "city") \
	X(REGION, "region") \
	X(POSTCODE, "postcode") \
	X(OCCUPATION, "occupation") \
	X(MEMO, "memo") \
	X(START, "start") \
	X(END, "end") \
	X(SERVICE, "service") \
	X(THERAPIST, "therapist") \
	X(PRICE, "price") \
	X(PAID, "paid") \
	X(LABEL, "label")

enum import_field {
#define X(id, name) IMPORT_##id,
	IMPORT_FIELD_LIST(X)
#undef X
	    IMPORT_FIELD_COUNT
};

struct import_map {
	int column[IMPORT_FIELD_COUNT]; /* 0-based, which holds the field; -1 = none */
	size_t columns; /* of the header */
	/*
	 * How many dates of the file can only be read with the month first (3/14/2000), less
	 * those that can only be read with the day first. It decides for the others; 0: the
	 * practice's date_order does.
	 */
	int month_first;
};
/*
 * By the header's names, and by `map` ("Mobile=phone,Kunde=name", NULL = none), which wins. Where
 * several columns could be one field, the best known is taken ("Square Customer ID" before
 * "Reference ID"). ERR_USAGE: a word of map is unknown, a field is given twice, or what is needed
 * is missing (clients: a name or phone; appointments: start, name, service, therapist; minutes
 * come from the end or the service).
 */
enum import_what { IMPORT_CLIENTS, IMPORT_APPOINTMENTS };
MUST_CHECK enum err import_map_columns(
    struct import_map *out, enum import_what what, char *const *header, size_t n, const char *map);
/* Adds the names of the columns that are not taken over, comma separated; nothing when all are. */
void import_map_unused(const struct import_map *m, char *const *header, size_t n, struct str *out);
/* Learns from a row in which order the file writes its dates. */
void import_map_learn(struct import_map *m, char *const *cells, size_t n);

/* What a row says of a client. */
struct import_client {
	struct client client; /* cleaned and checked; id 0 */
	char *external_id; /* owned; the source's, else made of name, phone and e-mail */
	char *memo; /* owned; for the therapist (health), never the desk's note; "" = none */
	/* owned; what was left out or changed ("left out: birth date 31.02.1990"), no health; or
	 * NULL */
	char *dropped;
};
void import_client_release(struct import_client *c);
/*
 * ERR_USAGE: refused, with the reason. Missing cells are empty. Dates of birth: ISO, d.m.y, and
 * with slashes in the order that makes a date, else as the file's others are, else by date_order.
 * The last word of a full name is the last name, with the particles before it ("van der Berg").
 */
MUST_CHECK enum err import_client_row(const struct import_map *m, char *const *cells, size_t n,
    const struct practice *p, struct import_client *out);

/* What a row says of an appointment. */
struct import_appt {
	/* its external_id is the made one; its memo is of this appointment */
	struct import_client who;
	char *external_id; /* owned; the source's, else made of start, therapist and client */
	char *service; /* owned; as written */
	int64_t service_id; /* 0 = not known here */
	char *therapist; /* owned; as written */
	int64_t therapist_id; /* 0 = not known here */
	civil_min start;
	int minutes; /* 5..APPT_HELD_MAX, within one day */
	money_cents price; /* of the row, else of the service known, else 0 */
	bool paid;
	enum appt_state state, state_before; /* as in struct appt */
};
void import_appt_release(struct import_appt *a);
/*
 * Start and end in ISO, "November 23, 2026 9:30 AM", 23.11.2026 09:30 and the like; an end may be
 * a time alone. State by label (Canceled, No Show, Confirmed, …); confirmed, completed and no
 * label: completed when it ends by `now`, else confirmed or booked. A no-show on a day to come is
 * kept and told. A service is known by code, by name, by name without "massage", each with or
 * without its minutes behind it; a therapist by code, by name, by first name. ERR_USAGE: refused
 * (also what could be several), with the reason.
 */
MUST_CHECK enum err import_appt_row(const struct import_map *m, char *const *cells, size_t n,
    const struct practice *p, civil_min now, struct import_appt *out);

/*
 * A service not known here, from the name of the source: its minutes are cut off, its code is one
 * that no service, therapist or room has. No turnover, because the other diary knew none and all
 * of it must fit.
 */
void import_new_service(const struct practice *p, const char *written, int minutes,
    money_cents price, civil_day from, struct service *out);
/*
 * The service or therapist meant by what is written; 0 = none. IMPORT_SEVERAL: err_message() says
 * which it could be.
 */
enum { IMPORT_SEVERAL = -1 };
int64_t import_find_service(const struct practice *p, const char *written);
int64_t import_find_therapist(const struct practice *p, const char *written);
void import_new_therapist(const struct practice *p, const char *written, struct therapist *out);

/* A number that changes when something does that is taken over (FNV-1a over the mapped cells). */
int64_t import_row_hash(const struct import_map *m, char *const *cells, size_t n);
int64_t import_text_hash(const char *text);

#endif
