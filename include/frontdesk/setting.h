/*
 * The settings of a practice: one list. `set KEY VALUE`, its help and the manual come from it
 * (design: desk.md 1). Values are kept as text; setting_check() is the only judge of them.
 */
#ifndef FRONTDESK_SETTING_H
#define FRONTDESK_SETTING_H

#include <stdbool.h>

#include <frontdesk/civil.h>
#include <frontdesk/err.h>

/*
 * X(ID, key, label, kind, choices, default, help)
 *   label     what it is called on the screens
 *   TEXT      one line of text; choices unused
 *   LINES     text with newlines
 *   IS_NAME   TEXT that cannot be empty
 *   IS_CURRENCY  three capital letters (ISO 4217)
 *   NUMBER    whole number; choices "low..high"
 *   CHOICE    one of the words in choices, blank separated
 *   IS_ZONE   IANA zone (its existence is checked by desk); choices unused
 *   IS_HOURS  weekly hours as in hours.h; choices unused
 */
#define SETTING_LIST(X) \
	X(NAME, "name", "Name", IS_NAME, "", "Massage practice", "Name of the practice") \
	X(ADDRESS, "address", "Address", TEXT, "", "", "Address, for calendars and cards") \
	X(PHONE, "phone", "Phone", TEXT, "", "", "Phone of the practice") \
	X(ZONE, "zone", "Time zone", IS_ZONE, "", "UTC", "IANA time zone of the practice") \
	X(HOURS, "hours", "Opening hours", IS_HOURS, "", "mon-sat 8-20", \
	    "Opening hours of the practice") \
	X(WEEK_START, "week_start", "Week begins", CHOICE, "mon sun", "mon", \
	    "First day of the week") \
	X(GRID, "grid", "Grid minutes", CHOICE, "15 5 10 20 30", "15", "Grid step, in minutes") \
	X(CURRENCY, "currency", "Currency", IS_CURRENCY, "", "EUR", \
	    "Currency of the prices, three letters") \
	X(DATE_ORDER, "date_order", "Date order", CHOICE, "dmy mdy", "dmy", \
	    "Which of 3/4 is the day") \
	X(CLOCK, "clock", "Clock", CHOICE, "24 12", "24", "Clock of 24 or 12 hours") \
	X(PAPER, "paper", "Paper", CHOICE, "a4 letter", "a4", "Paper size") \
	X(NAME_ORDER, "name_order", "Name order", CHOICE, "last first", "last", \
	    "Which name comes first") \
	X(PHONE_COUNTRY, "phone_country", "Country code", NUMBER, "1..999", "1", \
	    "Country code of phones") \
	X(RETENTION, "retention", "Years kept", NUMBER, "1..100", "10", \
	    "Years that records are kept") \
	X(LATE_CANCEL, "late_cancel", "Late cancel", NUMBER, "0..168", "24", \
	    "Hours in which a cancel is late") \
	X(INTAKE_MONTHS, "intake_months", "Intake valid", NUMBER, "1..120", "12", \
	    "Months an intake is valid") \
	X(IDLE_LOCK, "idle_lock", "Lock after", NUMBER, "1..240", "10", \
	    "Idle minutes until the screen locks") \
	X(HANDS_ON_CAP, "hands_on_cap", "Hands-on cap", NUMBER, "60..720", "360", \
	    "Minutes of hands-on work a day above which to warn") \
	X(HOLD_HOURS, "hold_hours", "Hold for", NUMBER, "1..336", "24", \
	    "Hours for which a held time is kept") \
	X(AFTERCARE, "aftercare", "Aftercare", LINES, "", \
	    "Drink water and take it easy today. Some soreness can happen. Avoid hard exercise " \
	    "today. Call us if anything worries you.", \
	    "Text of the aftercare slip") \
	X(CARD_FOOTER, "card_footer", "Card footer", LINES, "", "", \
	    "Text at the foot of appointment cards")

enum setting {
#define X(id, key, label, kind, choices, fallback, help) SETTING_##id,
	SETTING_LIST(X)
#undef X
	    SETTING_COUNT
};

enum setting_kind {
	SETTING_TEXT,
	SETTING_LINES,
	SETTING_IS_NAME,
	SETTING_IS_CURRENCY,
	SETTING_NUMBER,
	SETTING_CHOICE,
	SETTING_IS_ZONE,
	SETTING_IS_HOURS
};

struct setting_row {
	const char *key, *label, *choices, *fallback, *help;
	enum setting_kind kind;
};
extern const struct setting_row setting_rows[SETTING_COUNT];

/* The values of one practice; NULL stands for the default. */
struct settings {
	char *value[SETTING_COUNT]; /* owned */
	bool initials; /* of no practice, but of the screen: clients are called by initials */
};
void settings_release(struct settings *s);
const char *settings_text(const struct settings *s, enum setting id);
int settings_number(const struct settings *s, enum setting id); /* NUMBER, and CHOICE of numbers */
bool settings_is(const struct settings *s, enum setting id, const char *choice);
/* A time of day for people, by the practice's clock: "14:30" or "2:30pm". Returns buf. */
char *settings_hm(const struct settings *s, civil_min m, char buf[static CIVIL_HM_SIZE]);

/* By its key (case and - for _ do not matter). ERR_USAGE names the key and lists what exists. */
MUST_CHECK enum err setting_find(const char *key, enum setting *out);
/* ERR_USAGE says what would be right. */
MUST_CHECK enum err setting_check(enum setting id, const char *value);

#endif
