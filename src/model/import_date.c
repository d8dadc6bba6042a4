/* Dates and times as other products write them. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "import_parts.h"

/* Births that can be meant, and appointments, which import_appt_row() narrows down. */
enum { YEAR_MIN = 1880 };

static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December"};
static const char *const weekdays[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

/* A date as three numbers, and the order they stood in. */
struct numbers {
	int v[3];
	int digits[3];
	char mark; /* between them: - / . */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Takes a number of at most four digits; returns how many there were, 0 = none or more. */
static int
take_number(const char **s, int *out)
{
	int digits = 0, n = 0;

	while (is_digit((*s)[digits]) && digits < 5) {
		n = n * 10 + ((*s)[digits] - '0');
		digits++;
	}
	if (digits == 0 || digits == 5)
		return 0;
	*s += digits;
	*out = n;
	return digits;
}

/*
 * Takes a word of the list, or three letters or more it begins with; returns its number from 1, 0 =
 * none.
 */
static int
take_word(const char **s, const char *const *list, size_t n)
{
	size_t length = 0;

	while (is_letter((*s)[length]))
		length++;
	for (size_t i = 0; length >= 3 && i < n; i++) {
		char *word = xstrndup(*s, length);
		bool same = text_begins(list[i], word);

		free(word);
		if (!same)
			continue;
		*s += length;
		return (int)i + 1;
	}
	return 0;
}

static void
pass(const char **s, const char *marks)
{
	*s += strspn(*s, marks);
}

static bool
take_numbers(const char **s, struct numbers *out)
{
	for (int i = 0; i < 3; i++) {
		out->digits[i] = take_number(s, &out->v[i]);
		if (out->digits[i] == 0)
			return false;
		if (i == 2)
			return true;
		if (i == 0)
			out->mark = **s;
		if (**s != out->mark || strchr("-/.", out->mark) == NULL || out->mark == '\0')
			return false;
		(*s)++;
	}
	return false;
}

static bool
make_day(int year, int month, int day, civil_day *out)
{
	if (year < YEAR_MIN || year > CIVIL_YEAR_MAX || !civil_ymd_valid(year, month, day))
		return false;
	*out = civil_from_ymd(year, month, day);
	return true;
}

/* 2000-03-14, 14.3.2000, 3/14/2000; years have four digits, because two do not tell the century. */
static bool
day_of_numbers(const struct numbers *d, bool month_first, civil_day *out)
{
	const int *v = d->v;

	if (d->digits[0] == 4)
		return make_day(v[0], v[1], v[2], out);
	if (d->digits[2] != 4)
		return false;
	if (d->mark == '.' || v[0] > 12)
		month_first = false;
	else if (v[1] > 12)
		month_first = true;
	return month_first ? make_day(v[2], v[0], v[1], out) : make_day(v[2], v[1], v[0], out);
}

/* "March 14, 2000", "14 March 2000", "14-Mar-2000" */
static bool
take_written_day(const char **s, civil_day *out)
{
	int month, day, year;

	month = take_word(s, months, array_size(months));
	pass(s, " .");
	if (take_number(s, &day) == 0)
		return false;
	pass(s, " .,-");
	if (month == 0)
		month = take_word(s, months, array_size(months));
	pass(s, " .,-");
	return month > 0 && take_number(s, &year) == 4 && make_day(year, month, day, out);
}

static bool
take_day(const char **s, bool month_first, civil_day *out)
{
	struct numbers d = {0};
	const char *start;

	if (take_word(s, weekdays, array_size(weekdays)) > 0)
		pass(s, " .,");
	start = *s;
	if (take_numbers(s, &d))
		return day_of_numbers(&d, month_first, out);
	*s = start;
	return take_written_day(s, out);
}

/* Takes am or pm: 0 or 12 hours; -1 = neither. */
static int
take_half(const char **s)
{
	static const struct {
		const char *text;
		int hours;
	} halves[] = {{"a.m.", 0}, {"p.m.", 12}, {"am", 0}, {"pm", 12}};

	for (size_t i = 0; i < array_size(halves); i++) {
		size_t n = strlen(halves[i].text);

		if (strncasecmp(*s, halves[i].text, n) == 0) {
			*s += n;
			return halves[i].hours;
		}
	}
	return -1;
}

/* Seconds are passed over: an appointment begins on the minute. */
static bool
take_seconds(const char **s)
{
	int seconds;

	if (**s != ':')
		return true;
	(*s)++;
	if (take_number(s, &seconds) != 2 || seconds > 59)
		return false;
	if (**s == '.')
		*s += 1 + strspn(*s + 1, "0123456789");
	return true;
}

bool
import_time(const char *text, int *minute)
{
	const char *s = text;
	int hour, past = 0, half;
	bool colon;

	if (take_number(&s, &hour) == 0)
		return false;
	colon = *s == ':';
	if (colon) {
		s++;
		if (take_number(&s, &past) != 2 || past > 59 || !take_seconds(&s))
			return false;
	}
	pass(&s, " ");
	half = take_half(&s);
	if (*s != '\0' || (half < 0 && !colon))
		return false;
	if (half < 0 ? hour > 23 : hour < 1 || hour > 12)
		return false;
	*minute = (half < 0 ? hour : hour % 12 + half) * 60 + past;
	return true;
}

bool
import_moment(const char *text, bool month_first, civil_day *day, int *minute)
{
	const char *s = text;
	civil_day d;

	if (!take_day(&s, month_first, &d))
		return false;
	if (*s == 'T')
		s++;
	else
		pass(&s, " ,");
	if (strncmp(s, "at ", 3) == 0)
		s += 3;
	*minute = -1;
	if (*s != '\0' && !import_time(s, minute))
		return false;
	*day = d;
	return true;
}

int
import_date_order(const char *text)
{
	struct numbers d = {0};

	if (!take_numbers(&text, &d) || d.digits[0] == 4 || d.digits[2] != 4 || d.mark == '.')
		return 0;
	return (d.v[1] > 12 && d.v[0] <= 12) - (d.v[0] > 12 && d.v[1] <= 12);
}
