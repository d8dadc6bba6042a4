#include <frontdesk/mem.h>
#include <frontdesk/setting.h>

#include "../tap.h"

static void
test_defaults(void)
{
	struct settings s = {0};

	for (int i = 0; i < SETTING_COUNT; i++) {
		enum setting found = SETTING_COUNT;

		ok(setting_check((enum setting)i, setting_rows[i].fallback) == ERR_OK,
		    "%s: its default is right", setting_rows[i].key);
		ok(setting_find(setting_rows[i].key, &found) == ERR_OK && (int)found == i,
		    "%s: is found", setting_rows[i].key);
		is_str(settings_text(&s, (enum setting)i), setting_rows[i].fallback,
		    "%s: the default stands for nothing", setting_rows[i].key);
		ok(setting_rows[i].help[0] != '\0', "%s: has help", setting_rows[i].key);
	}
	is_int(settings_number(&s, SETTING_GRID), 15, "a choice of numbers as a number");
	ok(settings_is(&s, SETTING_CLOCK, "24") && !settings_is(&s, SETTING_CLOCK, "12"),
	    "a choice");
	s.value[SETTING_GRID] = xstrdup("30");
	s.value[SETTING_CLOCK] = xstrdup("12");
	is_int(settings_number(&s, SETTING_GRID), 30, "a value wins over the default");
	ok(settings_is(&s, SETTING_CLOCK, "12"), "for a choice too");
	settings_release(&s);
	ok(s.value[SETTING_GRID] == NULL, "released");
}

static void
test_find(void)
{
	enum setting found = SETTING_GRID;

	ok(setting_find("Week-Start", &found) == ERR_OK && found == SETTING_WEEK_START,
	    "case and hyphen do not matter");
	found = SETTING_GRID;
	is_int(setting_find("colour", &found), ERR_USAGE, "an unknown key is refused");
	ok(found == SETTING_GRID, "and leaves the result");
	ok(strstr(err_message(), "no setting \"colour\"; there are: name, address, ") ==
		err_message(),
	    "and lists what exists");
	is_int(setting_find("gri", &found), ERR_USAGE, "a beginning is not a key");
	is_int(setting_find("grids", &found), ERR_USAGE, "nor is more");
	is_int(setting_find("", &found), ERR_USAGE, "nor is nothing");
}

static void
test_check(void)
{
	static const struct {
		enum setting id;
		const char *value, *want; /* NULL: right */
	} rows[] = {
	    {SETTING_NAME, "Quiet Hands — Massage", NULL},
	    {SETTING_NAME, "", "name cannot be empty"},
	    {SETTING_CURRENCY, "CHF", NULL},
	    {SETTING_CURRENCY, "", "currency \"\" is not three capital letters, like EUR"},
	    {SETTING_CURRENCY, "US", "currency \"US\" is not three capital letters, like EUR"},
	    {SETTING_CURRENCY, "eur", "currency \"eur\" is not three capital letters, like EUR"},
	    {SETTING_NAME, "a\nb",
		"name holds a character that is not text, or more than one line"},
	    {SETTING_NAME, "a\tb",
		"name holds a character that is not text, or more than one line"},
	    {SETTING_NAME, "a\033[1m",
		"name holds a character that is not text, or more than one line"},
	    {SETTING_NAME, "a\xff",
		"name holds a character that is not text, or more than one line"},
	    {SETTING_AFTERCARE, "Rest.\nDrink.", NULL},
	    {SETTING_AFTERCARE, "a\033[1m", "aftercare holds a character that is not text"},
	    {SETTING_ZONE, "Europe/Berlin", NULL},
	    {SETTING_ZONE, "Etc/GMT+5", NULL},
	    {SETTING_ZONE, "", "zone \"\" is not a time zone; write Europe/Berlin"},
	    {SETTING_ZONE, "/etc/passwd",
		"zone \"/etc/passwd\" is not a time zone; write Europe/Berlin"},
	    {SETTING_ZONE, "../x", "zone \"../x\" is not a time zone; write Europe/Berlin"},
	    {SETTING_HOURS, "mon-fri 9-18", NULL},
	    {SETTING_HOURS, "mon", "\"mon\" has no hours; write mon 9-13, or off"},
	    {SETTING_WEEK_START, "sun", NULL},
	    {SETTING_WEEK_START, "tue", "week_start \"tue\" is none of: mon sun"},
	    {SETTING_WEEK_START, "mon sun", "week_start \"mon sun\" is none of: mon sun"},
	    {SETTING_GRID, "5", NULL},
	    {SETTING_GRID, "7", "grid \"7\" is none of: 15 5 10 20 30"},
	    {SETTING_IDLE_LOCK, "1", NULL},
	    {SETTING_IDLE_LOCK, "240", NULL},
	    {SETTING_IDLE_LOCK, "0", "idle_lock \"0\" is not a whole number of 1 to 240"},
	    {SETTING_IDLE_LOCK, "241", "idle_lock \"241\" is not a whole number of 1 to 240"},
	    {SETTING_IDLE_LOCK, "", "idle_lock \"\" is not a whole number of 1 to 240"},
	    {SETTING_IDLE_LOCK, "1.5", "idle_lock \"1.5\" is not a whole number of 1 to 240"},
	    {SETTING_IDLE_LOCK, "-5", "idle_lock \"-5\" is not a whole number of 1 to 240"},
	    {SETTING_IDLE_LOCK, "10,", "idle_lock \"10,\" is not a whole number of 1 to 240"},
	    {SETTING_IDLE_LOCK, "99999999999",
		"idle_lock \"99999999999\" is not a whole number of 1 to 240"},
	    {SETTING_LATE_CANCEL, "0", NULL},
	};

	for (size_t i = 0; i < array_size(rows); i++) {
		enum err err = setting_check(rows[i].id, rows[i].value);

		if (rows[i].want == NULL)
			ok(err == ERR_OK, "%s %s is right", setting_rows[rows[i].id].key,
			    rows[i].value);
		else
			is_str(err == ERR_USAGE ? err_message() : "right", rows[i].want,
			    "%s: row %zu is refused", setting_rows[rows[i].id].key, i);
	}
}

/* One time by both clocks. */
static void
test_hm(void)
{
	static const struct {
		civil_min at;
		const char *of_24, *of_12;
	} rows[] = {
	    {0, "00:00", "12:00am"},
	    {5, "00:05", "12:05am"},
	    {9 * 60, "09:00", "9:00am"},
	    {11 * 60 + 59, "11:59", "11:59am"},
	    {12 * 60, "12:00", "12:00pm"},
	    {12 * 60 + 15, "12:15", "12:15pm"},
	    {14 * 60 + 30, "14:30", "2:30pm"},
	    {23 * 60 + 59, "23:59", "11:59pm"},
	    {CIVIL_DAY_MINUTES, "00:00", "12:00am"},
	    {-1, "23:59", "11:59pm"},
	};
	struct settings of_24 = {0}, of_12 = {0};
	char hm[CIVIL_HM_SIZE];

	of_12.value[SETTING_CLOCK] = xstrdup("12");
	for (size_t i = 0; i < array_size(rows); i++) {
		is_str(settings_hm(&of_24, rows[i].at, hm), rows[i].of_24, "row %zu of 24", i);
		is_str(settings_hm(&of_12, rows[i].at, hm), rows[i].of_12, "row %zu of 12", i);
	}
	settings_release(&of_12);
}

int
main(void)
{
	test_hm();
	test_defaults();
	test_find();
	test_check();
	return done();
}
