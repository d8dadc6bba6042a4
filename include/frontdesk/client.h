/*
 * A client, without health (design: desk.md 1 and 7). Health stands in its own tables and structs.
 */
#ifndef FRONTDESK_CLIENT_H
#define FRONTDESK_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/civil.h>
#include <frontdesk/err.h>
#include <frontdesk/practice.h>
#include <frontdesk/str.h>

/* X(ID, word): what a client may be. */
#define CLIENT_STATE_LIST(X) \
	X(ACTIVE, "active") \
	X(ARCHIVED, "archived") \
	X(BARRED, "barred") \
	X(DECEASED, "deceased") \
	X(MERGED, "merged")

enum client_state {
#define X(id, word) CLIENT_##id,
	CLIENT_STATE_LIST(X)
#undef X
	    CLIENT_STATE_COUNT
};
const char *client_state_word(enum client_state s);
MUST_CHECK enum err client_state_parse(const char *word, enum client_state *out);

/*
 * X(member, label, help): the fields that are plain text, in the order they are shown; the label is
 * what the screens call it. Field names of
 * `client add` and `client edit` are the members' names; columns of the file have the same names.
 */
#define CLIENT_TEXT_LIST(X) \
	X(first, "First name", "First name") \
	X(last, "Last name", "Last name") \
	X(preferred, "Called", "Name they like to be called") \
	X(pronouns, "Pronouns", "Pronouns") \
	X(phone, "Phone", "Phone, as typed") \
	X(phone2, "2nd phone", "Second phone") \
	X(email, "E-mail", "E-mail") \
	X(address, "Address", "Address") \
	X(contact, "Reached by", "How they like to be reached") \
	X(told, "May be told", "Who else may be told") \
	X(emergency, "Emergency", "Emergency contact") \
	X(occupation, "Occupation", "Occupation") \
	X(found_us, "Found us by", "How they found us") \
	X(note, "Note", "Note of the desk; no health")

/* X(field, label, help): the fields that are not plain text. */
#define CLIENT_OTHER_LIST(X) \
	X(birth, "Born", "Day of birth") \
	X(guardian, "Guardian", "Who speaks for a minor: a name, or #12 for a client") \
	X(guardian_phone, "G. phone", "Phone of the guardian") \
	X(message, "Message OK", "May we leave a message: yes or no") \
	X(gender, "Wants F/M", "Gender of the therapist they prefer: any, F or M") \
	X(prefers, "Prefers", "Therapist they prefer") \
	X(avoid, "Not with", "Therapists not to book, comma separated") \
	X(state, "State", "active, archived, barred or deceased")

enum { CLIENT_UID_SIZE = 16, CLIENT_TEXT_MAX = 500 };

struct client {
	int64_t id;
	unsigned char uid[CLIENT_UID_SIZE];
	int rev;
	int64_t updated; /* UTC seconds */
#define X(member, label, help) char *member; /* owned; "" or NULL when empty */
	CLIENT_TEXT_LIST(X)
#undef X
	civil_day birth; /* CIVIL_DAY_NONE = not told */
	int64_t guardian_id; /* a client; 0 = none, or one by name */
	char *guardian, *guardian_phone; /* owned; "" or NULL when empty */
	bool message_ok; /* may we leave a message */
	char gender_preference; /* 'F', 'M' or 0 = any */
	int64_t preferred_therapist_id;
	struct ids avoid; /* do-not-pair: therapists */
	enum client_state state;
	int64_t merged_into;
};

/* An empty client: no birth date, active. */
void client_init(struct client *c);
void client_release(struct client *c);
/*
 * Sets one field of CLIENT_TEXT_LIST or CLIENT_OTHER_LIST from text; birth as ISO, or as typed by
 * date_order. Text is cleaned first. ERR_USAGE names the field or the value.
 */
MUST_CHECK enum err client_set(
    struct client *c, const struct practice *p, const char *field, const char *value);
/* Adds the field as client_set() would read it; nothing for an unknown one. */
void client_tell(
    const struct client *c, const struct practice *p, const char *field, struct str *out);
/*
 * ERR_USAGE: neither a name nor a phone, a text over CLIENT_TEXT_MAX bytes, a wrong e-mail, their
 * own guardian.
 */
MUST_CHECK enum err client_check(const struct client *c);
/*
 * What is shown as the last name: it, but of who has neither name what they like to be called, or
 * else the phone. Never NULL. Appointments are read with it (struct appt).
 */
const char *client_shown_last(
    const char *first, const char *last, const char *preferred, const char *phone);
/*
 * "Smith, Ada" or "Ada Smith", by the practice's name order; the one there is; nothing if none.
 * While the screen keeps names to itself (settings.initials): "A.S.". client_full_name() does not
 * mind: it is for what is kept.
 */
void client_name(struct str *out, const char *first, const char *last, const struct settings *s);
void client_full_name(
    struct str *out, const char *first, const char *last, const struct settings *s);
/* Where there is room for one name: the last, else the first; initials as above; "?" = none. */
void client_short_name(
    struct str *out, const char *first, const char *last, const struct settings *s);
/*
 * Adds one name as written to two: "Mueller, Dmitri", "Jan van der Berg", "Ada Smith". The last
 * name begins at the first particle, else it is the last word; one word is a first name.
 */
void client_split_name(const char *full, struct str *first, struct str *last);
/* "K.M."; of a phone that stands for a name nothing */
void client_initials(struct str *out, const char *first, const char *last);
/*
 * While the screen keeps names to itself, what it shows of a field of CLIENT_TEXT_LIST: of a name
 * its initial, of an e-mail where it is ("…@example.org"). False: nothing is added, all of the
 * field may be shown.
 */
bool client_veil(struct str *out, const char *field, const char *text);

/*
 * A phone as digits for search: no blanks or signs, no extension ("x12"), no own country code
 * ("+CC", "00CC", in country 1 also a bare 1 before ten digits), no leading 0.
 */
void phone_digits(struct str *out, const char *typed, int country);

/*
 * The words a client is found by (screens.md, "Looking up a client"). kind orders the hits:
 * a last name before a first name before anything else. A phone from its beginning, in each form it
 * may be said (with the country code, with the leading 0), and reversed for the end.
 */
enum client_key_kind { KEY_LAST, KEY_FIRST, KEY_OTHER, KEY_PHONE, KEY_PHONE_END };
struct client_key {
	enum client_key_kind kind;
	char *key; /* owned */
};
struct client_keys {
	struct client_key *v;
	size_t n, cap;
};
/* former: names they had, each "first\nlast"; may be NULL. */
void client_keys(
    struct client_keys *out, const struct client *c, const struct words *former, int country);
void client_keys_release(struct client_keys *k);

/* Words typed to find a client, split and folded. */
struct client_query {
	int64_t id; /* "#231"; 0 = by words */
	struct client_query_word {
		char *text; /* owned; folded; of a phone the digits alone */
		bool digits; /* a part of a phone: 3 or more; numbers in a row are one */
	} * v;
	size_t n, cap;
};
/* ERR_USAGE: nothing to search by. */
MUST_CHECK enum err client_query_parse(const char *words, struct client_query *out);
void client_query_release(struct client_query *q);
/* Whether one word of the query fits one key (digits: phone keys, else name keys, by beginning). */
bool client_word_fits(const struct client_query_word *w, const struct client_key *k);

/* Letters of a name in which a slip of the finger is looked for; in which two are forgiven. */
enum { CLIENT_SLIP_MIN = 3, CLIENT_SLIP_TWO = 8 };
/* Whether a name is one slip (text_distance) from the word or equal; a phone never is. */
bool client_word_near(const struct client_query_word *w, const struct client_key *k);

/*
 * How alike two clients are, before a new one is saved (desk.md 7, Duplicates): by phone, e-mail,
 * name (a slip in each part, a nickname, a beginning, both parts exchanged), or birth date and one
 * same part of the name. *why = words for the person; untouched when not alike.
 */
enum client_alike { ALIKE_NOT, ALIKE_MAYBE, ALIKE_SURELY };
enum client_alike client_alike(const struct client *a, const struct client *b, int country,
    const char *nicknames, const char **why);
/* Whether two first names, as keys, may be the same person's; client_alike() asks for no less. */
bool client_first_alike(const char *a, const char *b, const char *nicknames);
/*
 * The nicknames of a practice, as those two want them: a line each of search keys, for thousands of
 * clients are asked for their names at once. "" = none.
 */
void client_nicknames(struct str *out, const struct vocabulary *l);

#endif
