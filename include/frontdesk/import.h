/*
 * What the columns of other products mean, and what a row of theirs says (design: commands.md, `import`;
 * desk.md 6, Notes). Pure. Known are the exports of Square, Acuity, and plain lists in common words.
 */
#ifndef FRONTDESK_IMPORT_H
#define FRONTDESK_IMPORT_H

#include <frontdesk/appt.h>
#include <frontdesk/client.h>
#include <frontdesk/err.h>
#include <frontdesk/practice.h>

/* X(ID, name): what a column may be; the names are those of --map "a=b". */
#define IMPORT_FIELD_LIST(X)                                                                    \
	X(EXTERNAL_ID, "id") X(FULL_NAME, "name") X(FIRST, "first") X(LAST, "last")             \
	X(PREFERRED, "preferred") X(PHONE, "phone") X(PHONE2, "phone2") X(EMAIL, "email")       \
	X(BIRTH, "birth") X(ADDRESS, "address") X(CITY, "city") X(REGION, "region")             \
	X(POSTCODE, "postcode") X(OCCUPATION, "occupation") X(MEMO, "memo")                     \
	X(START, "start") X(END, "end") X(SERVICE, "service") X(THERAPIST, "therapist")         \
	X(PRICE, "price") X(PAID, "paid") X(LABEL, "label")

enum import_field {
#define X(id, name) IMPORT_##id,
	IMPORT_FIELD_LIST(X)
#undef X
	IMPORT_FIELD_COUNT
};

/* Which column (0-based) holds each field; -1 = none. Several columns may make one field (address lines): the first counts, others are appended by import_client(). */
struct import_map {
	int column[IMPORT_FIELD_COUNT];
	int address2; /* a second address line, or -1 */
};
/*
 * By the header's names, and by `map` ("Mobile=phone,Kunde=name", NULL = none), which wins.
 * ERR_USAGE: a map word is unknown, or what is needed is missing (clients: a name or phone;
 * appointments: start, end or service with minutes, name, service, therapist).
 */
enum import_what { IMPORT_CLIENTS, IMPORT_APPOINTMENTS };
MUST_CHECK enum err import_map_columns(struct import_map *out, enum import_what what,
    char *const *header, size_t n, const char *map);

/* What a row says of a client. */
struct import_client {
	struct client client; /* cleaned; id 0 */
	char *external_id; /* owned; the source's, else made of name, phone and e-mail */
	char *memo; /* owned; for the therapist (health); "" = none */
	char *dropped; /* owned; what was not understood and left out ("birth date 31.02.1990"), or NULL */
};
void import_client_release(struct import_client *c);
/* ERR_USAGE: refused, with the reason. Dates of birth in ISO, d.m.y, m/d/y (d/m/y when the first is over 12 or by date_order). */
MUST_CHECK enum err import_client_row(const struct import_map *m, char *const *cells, size_t n,
    const struct practice *p, struct import_client *out);

/* What a row says of an appointment. */
struct import_appt {
	struct import_client who;
	char *external_id; /* owned */
	char *service; /* owned; as written */
	int64_t service_id; /* 0 = not known here */
	char *therapist; /* owned; as written */
	int64_t therapist_id; /* 0 = not known here */
	civil_min start;
	int minutes;
	money_cents price;
	bool paid;
	enum appt_state state;
};
void import_appt_release(struct import_appt *a);
/*
 * Start and end in ISO, "November 23, 2026 9:30 AM", 23.11.2026 09:30 and the like. State by label (Canceled,
 * No Show, Confirmed, Completed, …); none: completed before `now`, booked after. A service is known by code,
 * by name, by name without "massage", each with or without its minutes behind it. ERR_USAGE: refused, with the reason.
 */
MUST_CHECK enum err import_appt_row(const struct import_map *m, char *const *cells, size_t n,
    const struct practice *p, civil_min now, struct import_appt *out);

/* A service not known here, from the name and minutes of the source: code made to be unique. Zeroed before. */
void import_new_service(const struct practice *p, const char *written, int minutes, money_cents price,
    civil_day from, struct service *out);
void import_new_therapist(const struct practice *p, const char *written, struct therapist *out);

/* A number that changes when the row does (FNV-1a over the cells). */
int64_t import_row_hash(char *const *cells, size_t n);

#endif
