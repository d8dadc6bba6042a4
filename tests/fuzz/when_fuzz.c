/* Any text as a WHEN, a RANGE and weekly hours: an error, or a result within its bounds. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/hours.h>
#include <frontdesk/mem.h>
#include <frontdesk/when.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_when(const char *text, const struct when_habits *h)
{
	struct when w = WHEN_EMPTY;
	struct str echo = {0};
	size_t at;

	if (when_parse(text, h, &w, &at) != ERR_OK) {
		assert(at == 0 || at < strlen(text));
		assert(w.day == CIVIL_DAY_NONE && w.minute == -1 && w.minutes == -1);
		return;
	}
	assert(w.day != CIVIL_DAY_NONE || w.minute >= 0 || w.minutes > 0);
	assert(w.day == CIVIL_DAY_NONE ||
	    (civil_year(w.day) >= CIVIL_YEAR_MIN && civil_year(w.day) <= CIVIL_YEAR_MAX));
	assert(w.minute >= -1 && w.minute < CIVIL_DAY_MINUTES);
	assert(w.minutes == -1 || (w.minutes >= 1 && w.minutes <= CIVIL_DAY_MINUTES));
	assert((when_start(&w, h) == CIVIL_NONE) == (w.minute < 0));
	when_echo(&echo, &w, h);
	assert(echo.n > 0);
	str_release(&echo);
}

static void
check_hours(const char *text)
{
	struct hours h, back;
	struct str s = {0};

	if (hours_parse(text, &h) != ERR_OK)
		return;
	for (int d = 1; d <= 7; d++)
		for (size_t i = 0; i < h.day[d].n; i++)
			assert(h.day[d].v[i].from >= 0 &&
			    h.day[d].v[i].until <= CIVIL_DAY_MINUTES &&
			    h.day[d].v[i].from < h.day[d].v[i].until);
	hours_text(&s, &h);
	assert(hours_parse(str_text(&s), &back) == ERR_OK);
	assert(memcmp(h.day, back.day, sizeof(h.day)) == 0);
	str_release(&s);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct when_habits h = {
	    .now = civil_at(civil_from_ymd(2026, 11, 23), 600),
	    .month_first = size % 2 == 1,
	    .opens = size % 3 == 0 ? 420 : 480,
	    .week_start = size % 5 == 0 ? 7 : 1,
	};
	char *text = xstrndup((const char *)data, size);
	struct range r;

	check_when(text, &h);
	if (range_parse(text, &h, &r) == ERR_OK)
		assert(r.from < r.until);
	check_hours(text);
	free(text);
	return 0;
}
