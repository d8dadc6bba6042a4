/* Dates and times as typed. Now is Monday 2026-11-23, 10:00; the practice opens at 8. */
#include <frontdesk/mem.h>
#include <frontdesk/when.h>

#include "../tap.h"

enum { NOW_MINUTE = 600, EIGHT = 480, SEVEN = 420 };

static struct when_habits
habits(void)
{
	return (struct when_habits){
	    .now = civil_at(civil_from_ymd(2026, 11, 23), NOW_MINUTE),
	    .opens = EIGHT,
	    .week_start = 1,
	};
}

/* "2026-11-27 14:30 60", "-" for what was not typed. */
static const char *
shown(const struct when *w)
{
	static char text[64];
	char day[CIVIL_DAY_SIZE] = "-", hm[CIVIL_HM_SIZE] = "-", length[16] = "-";

	if (w->day != CIVIL_DAY_NONE)
		civil_iso_day(w->day, day);
	if (w->minute >= 0)
		civil_hm(w->minute, hm);
	if (w->minutes >= 0)
		snprintf(length, sizeof(length), "%d", w->minutes);
	snprintf(text, sizeof(text), "%s %s %s", day, hm, length);
	return text;
}

struct row {
	const char *text, *want;
};

static void
check_rows(const struct when_habits *h, const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct when w = WHEN_EMPTY;
		enum err err = when_parse(rows[i].text, h, &w, NULL);

		is_str(err == ERR_OK ? shown(&w) : err_message(), rows[i].want, "%s", rows[i].text);
	}
}

static void
test_days(void)
{
	static const struct row rows[] = {
	    {"today", "2026-11-23 - -"},
	    {"tomorrow", "2026-11-24 - -"},
	    {"yesterday", "2026-11-22 - -"},
	    {"TODAY", "2026-11-23 - -"},
	    {"mo", "2026-11-23 - -"},
	    {"monday", "2026-11-23 - -"},
	    {"tu", "2026-11-24 - -"},
	    {"tues", "2026-11-24 - -"},
	    {"we", "2026-11-25 - -"},
	    {"th", "2026-11-26 - -"},
	    {"thurs", "2026-11-26 - -"},
	    {"fr", "2026-11-27 - -"},
	    {"Fri", "2026-11-27 - -"},
	    {"fri,", "2026-11-27 - -"},
	    {"sa", "2026-11-28 - -"},
	    {"su", "2026-11-29 - -"},
	    {"on fri", "2026-11-27 - -"},
	    {"this fri", "2026-11-27 - -"},
	    {"this mon", "2026-11-23 - -"},
	    {"next mon", "2026-11-30 - -"},
	    {"next fri", "2026-12-04 - -"},
	    {"next sunday", "2026-12-06 - -"},
	    {"last fri", "2026-11-20 - -"},
	    {"last mon", "2026-11-16 - -"},
	    {"on next tue", "2026-12-01 - -"},
	    {"+1d", "2026-11-24 - -"},
	    {"+3d", "2026-11-26 - -"},
	    {"+7", "2026-11-30 - -"},
	    {"+0", "2026-11-23 - -"},
	    {"+2w", "2026-12-07 - -"},
	    {"+2weeks", "2026-12-07 - -"},
	    {"+1m", "2026-12-23 - -"},
	    {"+3m", "2027-02-23 - -"},
	    {"4w", "2026-12-21 - -"},
	    {"3d", "2026-11-26 - -"},
	    {"-1d", "2026-11-22 - -"},
	    {"-1w", "2026-11-16 - -"},
	    {"-1m", "2026-10-23 - -"},
	    {"-7", "2026-11-16 - -"},
	    {"-30", "2026-10-24 - -"},
	    {"in 3 days", "2026-11-26 - -"},
	    {"in 1 day", "2026-11-24 - -"},
	    {"in 2 weeks", "2026-12-07 - -"},
	    {"in 2w", "2026-12-07 - -"},
	    {"in 1 month", "2026-12-23 - -"},
	    {"2026-11-23", "2026-11-23 - -"},
	    {"2026-1-5", "2026-01-05 - -"},
	    {"1970-01-01", "1970-01-01 - -"},
	    {"2199-12-31", "2199-12-31 - -"},
	};
	struct when_habits h = habits();

	check_rows(&h, rows, array_size(rows));
}

static void
test_dates(void)
{
	static const struct row rows[] = {
	    {"27.", "2026-11-27 - -"},
	    {"23.", "2026-11-23 - -"},
	    {"12.", "2026-12-12 - -"},
	    {"31.", "2026-12-31 - -"},
	    {"12.3.", "2027-03-12 - -"},
	    {"12.03.", "2027-03-12 - -"},
	    {"23.11.", "2026-11-23 - -"},
	    {"22.11.", "2027-11-22 - -"},
	    {"12.3.27", "2027-03-12 - -"},
	    {"12.3.99", "2099-03-12 - -"},
	    {"12.3.2027", "2027-03-12 - -"},
	    {"1.1.1970", "1970-01-01 - -"},
	    {"12/3", "2027-03-12 - -"},
	    {"12/3/27", "2027-03-12 - -"},
	    {"12/3/2027", "2027-03-12 - -"},
	    {"12 mar", "2027-03-12 - -"},
	    {"12. mar", "2027-03-12 - -"},
	    {"12 March", "2027-03-12 - -"},
	    {"12 mar 2027", "2027-03-12 - -"},
	    {"12 mar 2028", "2028-03-12 - -"},
	    {"mar 12", "2027-03-12 - -"},
	    {"Mar 12, 2028", "2028-03-12 - -"},
	    {"nov. 27", "2026-11-27 - -"},
	    {"on 27 nov", "2026-11-27 - -"},
	    {"1 jun", "2027-06-01 - -"},
	    {"1 jul", "2027-07-01 - -"},
	    {"29.2.", "2028-02-29 - -"},
	    {"29 feb", "2028-02-29 - -"},
	    {"29.2.2028", "2028-02-29 - -"},
	    {"29.2.2000", "2000-02-29 - -"},
	    {"2028-02-29", "2028-02-29 - -"},
	    {"29.2.2027", "\"29.2.2027\": the days of Feb go from 1 to 28"},
	    {"29 feb 2027", "\"29\": the days of Feb go from 1 to 28"},
	    {"29.2.2100", "\"29.2.2100\": the days of Feb go from 1 to 28"},
	    {"2027-02-29", "\"2027-02-29\": the days of Feb go from 1 to 28"},
	    {"30.2.", "\"30.2.\": the days of Feb go from 1 to 29"},
	    {"31.2.", "\"31.2.\": the days of Feb go from 1 to 29"},
	    {"31.4.", "\"31.4.\": the days of Apr go from 1 to 30"},
	    {"0.3.", "\"0.3.\": the days of Mar go from 1 to 31"},
	    {"31 jun", "\"31\": the days of Jun go from 1 to 30"},
	    {"45 mar", "\"45\": the days of Mar go from 1 to 31"},
	    {"1.13.", "\"1.13.\": there is no month 13"},
	    {"13/13", "\"13/13\": there is no month 13"},
	    {"2026-13-01", "\"2026-13-01\": there is no month 13"},
	    {"32.", "\"32.\": the days of a month go from 1 to 31"},
	    {"0.", "\"0.\": the days of a month go from 1 to 31"},
	    {"12.3.1969", "\"12.3.1969\": years go from 1970 to 2199"},
	    {"12.3.2200", "\"12.3.2200\": years go from 1970 to 2199"},
	    {"1969-12-31", "\"1969-12-31\": years go from 1970 to 2199"},
	    {"12.3.202", "\"12.3.202\" has no year; write 12.3.2027 or 2027-03-12"},
	    {"12.3.x", "\"12.3.x\" has no year; write 12.3.2027 or 2027-03-12"},
	    {"-999m", "\"-999m\": years go from 1970 to 2199"},
	};
	static const struct row american[] = {
	    {"12/3", "2026-12-03 - -"},
	    {"3/12/2027", "2027-03-12 - -"},
	    {"2/29", "2028-02-29 - -"},
	    {"12.3.", "2027-03-12 - -"},
	    {"13/1", "\"13/1\": there is no month 13"},
	};
	struct when_habits h = habits();

	check_rows(&h, rows, array_size(rows));
	h.month_first = true;
	check_rows(&h, american, array_size(american));
}

static void
test_times(void)
{
	static const struct row rows[] = {
	    {"14:30", "- 14:30 -"},
	    {"9:05", "- 09:05 -"},
	    {"00:00", "- 00:00 -"},
	    {"23:59", "- 23:59 -"},
	    {"1430", "- 14:30 -"},
	    {"0930", "- 09:30 -"},
	    {"0000", "- 00:00 -"},
	    {"2.30pm", "- 14:30 -"},
	    {"2:30pm", "- 14:30 -"},
	    {"2.30 pm", "- 14:30 -"},
	    {"3pm", "- 15:00 -"},
	    {"3 pm", "- 15:00 -"},
	    {"3 p", "- 15:00 -"},
	    {"3p", "- 15:00 -"},
	    {"3P", "- 15:00 -"},
	    {"9am", "- 09:00 -"},
	    {"9 a", "- 09:00 -"},
	    {"12pm", "- 12:00 -"},
	    {"12am", "- 00:00 -"},
	    {"12:15 am", "- 00:15 -"},
	    {"noon", "- 12:00 -"},
	    {"at noon", "- 12:00 -"},
	    {"now", "- 10:00 -"},
	    {"at 9:00", "- 09:00 -"},
	    {"14.30", "- 14:30 -"},
	    {"9.00", "- 09:00 -"},
	    {"1", "- 13:00 -"},
	    {"3", "- 15:00 -"},
	    {"7", "- 19:00 -"},
	    {"8", "- 08:00 -"},
	    {"12", "- 12:00 -"},
	    {"13", "- 13:00 -"},
	    {"23", "- 23:00 -"},
	    {"3:30", "- 03:30 -"},
	    {"03:30", "- 03:30 -"},
	    {"3am", "- 03:00 -"},
	    {"25:99", "\"25:99\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"24:30", "\"24:30\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"12:60", "\"12:60\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"14:3", "\"14:3\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"14:300", "\"14:300\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"14:30x", "\"14:30x\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"0", "\"0\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"25", "\"25\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"13pm", "\"13pm\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"13 pm", "\"13\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"0am", "\"0am\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"24", "\"24\" is the end of a day; write 0:00 of the next one"},
	    {"24:00", "\"24:00\" is the end of a day; write 0:00 of the next one"},
	    {"12.11", "\"12.11\" is not clear: a day is written 12.3., a time 12:03 or 2.30pm"},
	    {"12.3", "\"12.3\" is not clear: a day is written 12.3., a time 12:03 or 2.30pm"},
	    {"5678", "\"5678\" is not a day or a time; write fri 14:30, 27.11., +2w or 3pm"},
	    {"930", "\"930\" is not a day or a time; write fri 14:30, 27.11., +2w or 3pm"},
	    {"midnight",
		"\"midnight\" is not a day or a time; write fri 14:30, 27.11., +2w or 3pm"},
	};
	static const struct row early[] = {
	    {"1", "- 01:00 -"},
	    {"7", "- 07:00 -"},
	    {"7-9", "- 07:00 120"},
	    {"2pm-4", "- 14:00 120"},
	    {"10-2", "- 10:00 240"},
	    {"2 to 4pm", "- 14:00 120"},
	};
	struct when_habits h = habits();

	check_rows(&h, rows, array_size(rows));
	h.opens = SEVEN;
	check_rows(&h, early, array_size(early));
}

static void
test_lengths(void)
{
	static const struct row rows[] = {
	    {"90m", "- - 90"},
	    {"60min", "- - 60"},
	    {"60 min", "- - 60"},
	    {"45 minutes", "- - 45"},
	    {"1h", "- - 60"},
	    {"2 hours", "- - 120"},
	    {"1h30", "- - 90"},
	    {"1h30m", "- - 90"},
	    {"1h5", "- - 65"},
	    {"1.5h", "- - 90"},
	    {"1,5h", "- - 90"},
	    {"1.5 hours", "- - 90"},
	    {"1.25h", "- - 75"},
	    {"0.5h", "- - 30"},
	    {"24h", "- - 1440"},
	    {"14:30-15:30", "- 14:30 60"},
	    {"14:30–15:30", "- 14:30 60"},
	    {"14:30 - 15:30", "- 14:30 60"},
	    {"14:30 to 15:30", "- 14:30 60"},
	    {"14:30 -15:30", "- 14:30 60"},
	    {"14:30 90m", "- 14:30 90"},
	    {"90m 14:30", "- 14:30 90"},
	    {"1430-1530", "- 14:30 60"},
	    {"14-16", "- 14:00 120"},
	    {"14 -16", "- 14:00 120"},
	    {"2 to 4pm", "- 14:00 120"},
	    {"2-4pm", "- 14:00 120"},
	    {"2-4 pm", "- 14:00 120"},
	    {"2 to 4 pm", "- 14:00 120"},
	    {"2pm to 4pm", "- 14:00 120"},
	    {"2:30 to 4pm", "- 14:30 90"},
	    {"11-1pm", "- 11:00 120"},
	    {"9:00-5pm", "- 09:00 480"},
	    {"8-10am", "- 08:00 120"},
	    {"9-5", "- 09:00 480"},
	    {"2-4", "- 14:00 120"},
	    {"2pm-3:30", "- 14:00 90"},
	    {"noon to 1pm", "- 12:00 60"},
	    {"noon-13:00", "- 12:00 60"},
	    {"22-24", "- 22:00 120"},
	    {"23:00-24:00", "- 23:00 60"},
	    {"at 2 to 4pm", "- 14:00 120"},
	    {"15:30-14:30", "\"15:30-14:30\" ends before it begins"},
	    {"14:30-14:30", "\"14:30-14:30\" ends before it begins"},
	    {"22:00-6:00", "\"22:00-6:00\" ends before it begins"},
	    {"14:30 -13:30", "\"-13:30\" is not after the beginning"},
	    {"-15:30", "\"-15:30\" is an end without a beginning before it"},
	    {"14:30-25:99",
		"\"14:30-25:99\" is not a time; write 14:30, 1430, 3pm or 2.30pm, "
		"a length 60m"},
	    {"14:30-", "\"14:30-\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"12-34", "\"12-34\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"0m", "\"0m\": a length is 1 minute to 24 hours"},
	    {"25h", "\"25h\": a length is 1 minute to 24 hours"},
	    {"1.33h", "\"1.33h\" is not a day or a time; write fri 14:30, 27.11., +2w or 3pm"},
	    {"1h75", "\"1h75\" is not a day or a time; write fri 14:30, 27.11., +2w or 3pm"},
	    {"14:30-15:30 60m", "two lengths: \"60m\" and 60 minutes"},
	    {"60m 90m", "two lengths: \"90m\" and 60 minutes"},
	};
	struct when_habits h = habits();

	check_rows(&h, rows, array_size(rows));
}

static void
test_together(void)
{
	static const struct row rows[] = {
	    {"fri 14:30", "2026-11-27 14:30 -"},
	    {"14:30 fri", "2026-11-27 14:30 -"},
	    {"tomorrow 3pm", "2026-11-24 15:00 -"},
	    {"in 2 weeks at 9:00", "2026-12-07 09:00 -"},
	    {"next tue 2 to 4pm", "2026-12-01 14:00 120"},
	    {"+2w 14:30 1h30", "2026-12-07 14:30 90"},
	    {"12 mar 1430", "2027-03-12 14:30 -"},
	    {"12 mar 2027 1430", "2027-03-12 14:30 -"},
	    {"12. 9:00", "2026-12-12 09:00 -"},
	    {"12.3. 14-15:30", "2027-03-12 14:00 90"},
	    {"2026-11-23T15:00", "2026-11-23 15:00 -"},
	    {"2026-11-23t15:00", "2026-11-23 15:00 -"},
	    {"2026-11-23T15:00-16:00", "2026-11-23 15:00 60"},
	    {"2026-11-23 15:00", "2026-11-23 15:00 -"},
	    {"Fri 27 Nov 2026, 14:30–15:30", "2026-11-27 14:30 60"},
	    {"fri 27.11.", "2026-11-27 - -"},
	    {"27.11. fri", "2026-11-27 - -"},
	    {"fri 4 dec", "2026-12-04 - -"},
	    {"today 23.11.", "2026-11-23 - -"},
	    {"\"fri\" 3pm", "2026-11-27 15:00 -"},
	    {"  fri\t 3pm ", "2026-11-27 15:00 -"},
	    /* A weekday that is today: still to come, or in seven days. */
	    {"mon 10:00", "2026-11-23 10:00 -"},
	    {"mon 14:00", "2026-11-23 14:00 -"},
	    {"mon 9:59", "2026-11-30 09:59 -"},
	    {"9:00 mon", "2026-11-30 09:00 -"},
	    {"9:00-11:00 mon", "2026-11-30 09:00 120"},
	    {"today 9:00", "2026-11-23 09:00 -"},
	    {"mon 23.11. 9:00", "2026-11-23 09:00 -"},
	    {"9:00 mon 23.11.", "2026-11-23 09:00 -"},
	    /* Clocks change these nights: the civil time all the same. */
	    {"28.3.2027 2:30 1h", "2027-03-28 02:30 60"},
	    {"2027-03-28T02:30", "2027-03-28 02:30 -"},
	    {"31.10.2027 02:30", "2027-10-31 02:30 -"},
	    {"2026-03-08 2:30am", "2026-03-08 02:30 -"},
	    {"tue fri", "two days: \"fri\" is not Tue 24 Nov 2026"},
	    {"tue 27.11.", "two days: \"27.11.\" is not Tue 24 Nov 2026"},
	    {"27.11. tue", "two days: \"tue\" is not Fri 27 Nov 2026"},
	    {"today tomorrow", "two days: \"tomorrow\" is not Mon 23 Nov 2026"},
	    {"14:30 15:30", "two times: \"15:30\" and 14:30"},
	    {"next week", "\"next week\" is not one day; write next fri or +1w"},
	    {"2 weeks", "\"2 weeks\": write in 2 weeks"},
	    {"2026-11-23Tx", "\"2026-11-23Tx\" has no time after the T; write 2026-11-23T15:00"},
	    {"", "no day and no time; write fri 14:30 or +2w"},
	    {"\"\"", "\"\" is not a day or a time; write fri 14:30, 27.11., +2w or 3pm"},
	    {"9999999999",
		"\"9999999999\" is not a day or a time; write fri 14:30, 27.11., +2w "
		"or 3pm"},
	    {"   ", "no day and no time; write fri 14:30 or +2w"},
	    {"\"fri", "the quote before \"fri\" is not closed"},
	    {"t", "\"t\" is not a day or a time; write fri 14:30, 27.11., +2w or 3pm"},
	    {"s", "\"s\" is not a day or a time; write fri 14:30, 27.11., +2w or 3pm"},
	    {"mond 3pm x", "\"x\" is not a day or a time; write fri 14:30, 27.11., +2w or 3pm"},
	    {"+2x", "\"+2x\" is not a step; write +3d, +2w or +1m"},
	};
	struct when_habits h = habits();

	check_rows(&h, rows, array_size(rows));
}

static void
test_week_start(void)
{
	static const struct row monday[] = {
	    {"sun", "2026-11-29 - -"},
	    {"this sun", "2026-11-29 - -"},
	    {"next sun", "2026-12-06 - -"},
	};
	static const struct row sunday[] = {
	    {"this sun", "2026-11-22 - -"},
	    {"next sun", "2026-11-29 - -"},
	    {"next sat", "2026-12-05 - -"},
	    {"last sun", "2026-11-15 - -"},
	};
	struct when_habits h = habits();

	check_rows(&h, monday, array_size(monday));
	h.week_start = 7;
	check_rows(&h, sunday, array_size(sunday));
}

static void
test_word_at_fault(void)
{
	static const struct {
		const char *text;
		size_t at;
	} rows[] = {
	    {"tomorrow 3pm dentist", 13},
	    {"dentist tomorrow 3pm", 0},
	    {"fri 25:99", 4},
	    {"fri at 25:99", 7},
	    {"fri  on 31.2.", 8},
	    {"in 2 winters", 5},
	    {"fri in 2x", 7},
	    {"fri 2 to soon", 9},
	    {"fri tue", 4},
	    {"3pm 4pm", 4},
	    {"", 0},
	    {"\"fri", 0},
	};
	struct when_habits h = habits();

	for (size_t i = 0; i < array_size(rows); i++) {
		struct when w = {.day = 7, .minute = 7, .minutes = 7};
		size_t at = 99;

		is_int(
		    when_parse(rows[i].text, &h, &w, &at), ERR_USAGE, "%s: refused", rows[i].text);
		is_int(at, rows[i].at, "%s: points at the word", rows[i].text);
		ok(w.day == 7 && w.minute == 7 && w.minutes == 7, "%s: untouched", rows[i].text);
	}
	ok(when_parse("tomorrow 3pm dentist", &h, &(struct when){0}, NULL) == ERR_USAGE &&
		strstr(err_message(), "\"dentist\"") != NULL,
	    "the dentist is named");
}

static void
test_take(void)
{
	char text[7][8] = {"smith", "next", "tue", "2", "to", "4pm", "31.2."}, *line[7];
	struct when_habits h = habits();
	struct when w = WHEN_EMPTY;
	size_t taken = 9;

	for (size_t i = 0; i < 7; i++)
		line[i] = text[i];
	ok(when_take(line, 7, &h, &w, &taken) == ERR_OK && taken == 0, "a name is no part");
	ok(when_take(line + 1, 6, &h, &w, &taken) == ERR_OK && taken == 2, "two words of a day");
	ok(when_take(line + 3, 4, &h, &w, &taken) == ERR_OK && taken == 3, "three words of a time");
	is_str(shown(&w), "2026-12-01 14:00 120", "the parts are merged");
	ok(when_take(line + 6, 1, &h, &w, &taken) == ERR_USAGE && taken == 0, "a broken date");
	is_str(shown(&w), "2026-12-01 14:00 120", "an error leaves what was there");
	w = WHEN_EMPTY;
	ok(when_take(line + 1, 1, &h, &w, &taken) == ERR_OK && taken == 0, "next alone is no part");
}

static void
test_start_and_echo(void)
{
	static const struct {
		const char *text, *start, *echo;
	} rows[] = {
	    {"fri 14:30-15:30", "2026-11-27T14:30", "= Fri 27 Nov 2026, 14:30–15:30 (in 4 days)"},
	    {"fri", "", "= Fri 27 Nov 2026 (in 4 days)"},
	    {"fri 60m", "", "= Fri 27 Nov 2026, 60 min (in 4 days)"},
	    {"14:30", "2026-11-23T14:30", "= Mon 23 Nov 2026, 14:30 (today)"},
	    {"10:00", "2026-11-23T10:00", "= Mon 23 Nov 2026, 10:00 (today)"},
	    {"9:59", "2026-11-24T09:59", "= Tue 24 Nov 2026, 09:59 (tomorrow)"},
	    {"now", "2026-11-23T10:00", "= Mon 23 Nov 2026, 10:00 (today)"},
	    {"yesterday 9:00", "2026-11-22T09:00", "= Sun 22 Nov 2026, 09:00 (yesterday)"},
	    {"-1w", "", "= Mon 16 Nov 2026 (7 days ago)"},
	    {"60m", "", "= 60 min"},
	};
	struct when_habits h = habits();
	struct str echo = {0};

	for (size_t i = 0; i < array_size(rows); i++) {
		struct when w = WHEN_EMPTY;
		char buf[CIVIL_MIN_SIZE] = "";
		civil_min start = CIVIL_NONE;

		if (when_parse(rows[i].text, &h, &w, NULL) == ERR_OK)
			start = when_start(&w, &h);
		is_str(start == CIVIL_NONE ? "" : civil_iso_min(start, buf), rows[i].start,
		    "%s begins", rows[i].text);
		when_echo(&echo, &w, &h);
		is_str(str_text(&echo), rows[i].echo, "%s is echoed", rows[i].text);
		str_clear(&echo);
	}
	h.twelve = true;
	when_echo(&echo, &(struct when){civil_day_of(h.now), 14 * 60 + 30, 60, false}, &h);
	is_str(str_text(&echo), "= Mon 23 Nov 2026, 2:30pm–3:30pm (today)", "by the clock of 12");
	str_clear(&echo);
	when_echo(&echo, &WHEN_EMPTY, &h);
	is_str(str_text(&echo), "", "nothing typed, nothing echoed");
	str_release(&echo);
}

/* Every day is understood as it is echoed. */
static void
test_echo_is_understood(bool twelve)
{
	struct when_habits h = habits();
	struct when w = WHEN_EMPTY, back;
	civil_day last = civil_from_ymd(CIVIL_YEAR_MAX, 12, 31);
	int bad = 0;

	w.minute = 870;
	w.minutes = 60;
	h.twelve = twelve;
	for (w.day = 0; w.day <= last; w.day += 17) {
		struct str echo = {0};
		char *end;

		when_echo(&echo, &w, &h);
		end = strchr(str_text(&echo), '(');
		*end = '\0';
		bad += when_parse(str_text(&echo) + 2, &h, &back, NULL) != ERR_OK ||
		    back.day != w.day || back.minute != w.minute || back.minutes != w.minutes;
		str_release(&echo);
	}
	is_int(bad, 0, "every day of 1970-2199 is understood as it is echoed, clock of %s",
	    twelve ? "12" : "24");
}

static void
test_words(void)
{
	struct word_list l = {0};

	ok(words_split(" ada  \"van der Berg\" skill:\"back pain\" \"\"", &l) == ERR_OK, "split");
	is_int(l.n, 4, "four words");
	is_str(l.v[0].text, "ada", "a plain word");
	ok(!l.v[0].quoted && l.v[0].at == 1, "not quoted, and where it stands");
	is_str(l.v[1].text, "van der Berg", "quotes keep words together");
	ok(l.v[1].quoted && l.v[1].at == 6, "quoted, at its quote");
	is_str(l.v[2].text, "skill:back pain", "quotes inside a word");
	ok(!l.v[2].quoted, "which is not a quoted word");
	is_str(l.v[3].text, "", "an empty quoted word");
	word_list_release(&l);
	ok(words_split("ada \"van", &l) == ERR_USAGE && l.n == 0, "an open quote is refused");
	word_list_release(&l);
}

int
main(void)
{
	test_days();
	test_dates();
	test_times();
	test_lengths();
	test_together();
	test_week_start();
	test_word_at_fault();
	test_take();
	test_start_and_echo();
	test_echo_is_understood(false);
	test_echo_is_understood(true);
	test_words();
	return done();
}
