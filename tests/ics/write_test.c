/* Content lines: folding, escaping, cleaning (calendar.md E2, E3). */
#include <frontdesk/mem.h>
#include <frontdesk/str.h>

#include "../../src/ics/write.h"
#include "../tap.h"

/* What the writer made of one property; the caller frees it. */
static char *
written(const char *name, const char *text, enum text_lines lines)
{
	static struct ics_writer w;
	char *bytes = NULL;
	size_t n = 0;

	w = (struct ics_writer){.file = open_memstream(&bytes, &n)};
	ics_text(&w, name, text, lines);
	if (ics_flush(&w) != ERR_OK || w.bytes != (int64_t)n)
		ok(0, "flushed and counted");
	(void)fclose(w.file);
	ics_writer_release(&w);
	return bytes;
}

static void
test_text(void)
{
	static const struct {
		const char *text, *want;
		enum text_lines lines;
	} rows[] = {
	    {"Busy", "X:Busy\r\n", TEXT_LINE},
	    {"", "", TEXT_LINE},
	    {NULL, "", TEXT_LINE},
	    {" \t ", "", TEXT_LINE},
	    {"\x01\x7f", "", TEXT_LINE},
	    {"a,b;c\\d:e\"f", "X:a\\,b\\;c\\\\d:e\"f\r\n", TEXT_LINE},
	    {"one\ntwo", "X:one two\r\n", TEXT_LINE},
	    {"one\r\ntwo", "X:one two\r\n", TEXT_LINE},
	    {"one\ntwo\rthree\r\nfour", "X:one\\ntwo\\nthree\\nfour\r\n", TEXT_LINES},
	    {"a\x1b[31mb\x07", "X:a[31mb\r\n", TEXT_LINE},
	    {"a\xc2\x9bz", "X:az\r\n", TEXT_LINE},
	    {"a\xe2\x80\xaez", "X:az\r\n", TEXT_LINE},
	    {"\xef\xbb\xbfz", "X:z\r\n", TEXT_LINE},
	    {"a\xffz", "X:a\xef\xbf\xbdz\r\n", TEXT_LINE},
	    {"a\xc3", "X:a\xef\xbf\xbd\r\n", TEXT_LINE},
	    {"a\xed\xa0\x80z", "X:a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz\r\n", TEXT_LINE},
	    {"田中 Zoë", "X:田中 Zoë\r\n", TEXT_LINE},
	    {"x\r\nEND:VEVENT", "X:x END:VEVENT\r\n", TEXT_LINE},
	};

	for (size_t i = 0; i < array_size(rows); i++) {
		char *got = written("X", rows[i].text, rows[i].lines);

		is_str(got, rows[i].want, "text %zu", i);
		free(got);
	}
}

/*
 * Whether every line has at most 75 octets and holds whole units after its beginning: the name, or
 * the blank of a fold. No line is empty.
 */
static bool
lines_hold(const char *s, size_t name, size_t unit)
{
	for (size_t head = name; *s != '\0'; head = 1) {
		const char *end = strstr(s, "\r\n");
		size_t n = end == NULL ? 0 : (size_t)(end - s);

		if (n <= head || n > ICS_LINE_MAX || (n - head) % unit != 0 ||
		    (head == 1 && s[0] != ' '))
			return false;
		s = end + 2;
	}
	return true;
}

static bool
unfolds_to(const char *s, const char *name, const char *unit, int n)
{
	struct str want = {0}, got = {0};
	bool same;

	str_add(&want, name);
	for (int i = 0; i < n; i++)
		str_add(&want, unit);
	str_add(&want, "\r\n");
	while (*s != '\0') {
		if (strncmp(s, "\r\n ", 3) == 0)
			s += 3;
		else
			str_addc(&got, *s++);
	}
	same = strcmp(str_text(&got), str_text(&want)) == 0;
	str_release(&want);
	str_release(&got);
	return same;
}

/* Every length up to four lines, of characters of one to eighteen octets. */
static void
test_fold(void)
{
	static const struct {
		const char *unit, *escaped;
	} rows[] = {{"a", "a"}, {"é", "é"}, {"田", "田"}, {"😀", "😀"}, {"e\xcc\x81", "e\xcc\x81"},
	    {",", "\\,"}, {"\\", "\\\\"}, {"👩‍👩‍👧", "👩‍👩‍👧"},
	    {"🇩🇪", "🇩🇪"}};

	for (size_t k = 0; k < array_size(rows); k++) {
		struct str text = {0};
		bool held = true, same = true;

		for (int n = 1; n <= 300; n++) {
			char *got;

			str_add(&text, rows[k].unit);
			got = written("SUMMARY", str_text(&text), TEXT_LINE);
			held = held && lines_hold(got, strlen("SUMMARY:"), strlen(rows[k].escaped));
			same = same && unfolds_to(got, "SUMMARY:", rows[k].escaped, n);
			free(got);
		}
		ok(held, "fold %zu: lines of whole characters, 75 octets at most", k);
		ok(same, "fold %zu: unfolds to the text", k);
		str_release(&text);
	}
}

/* A letter with more marks than a line can hold: cut between code points. */
static void
test_endless_character(void)
{
	struct str text = {0};
	char *got;

	str_add(&text, "e");
	for (int i = 0; i < 200; i++)
		str_add(&text, "\xcc\x81");
	got = written("X", str_text(&text), TEXT_LINE);
	for (const char *s = got; *s != '\0'; s = strstr(s, "\r\n") + 2)
		if (strcspn(s, "\r") > ICS_LINE_MAX || !text_valid(s, strcspn(s, "\r")))
			ok(0, "a line is too long or cut in a code point");
	ok(unfolds_to(got, "X:", str_text(&text), 1), "an endless character unfolds to itself");
	free(got);
	str_release(&text);
}

static void
test_stamp(void)
{
	char buf[ICS_STAMP_SIZE];

	is_str(ics_stamp(civil_at(civil_from_ymd(2026, 11, 23), 545), 0, buf), "20261123T090500",
	    "a local time");
	is_str(ics_stamp(civil_at(civil_from_ymd(2199, 12, 31), 1439), 59, buf), "21991231T235959",
	    "the last second");
	is_str(ics_stamp_utc(0, buf), "19700101T000000Z", "UTC");
	is_str(ics_stamp_utc(-1, buf), "19691231T235959Z", "UTC before 1970");
	is_str(ics_stamp_utc(1795424705, buf), "20261123T090505Z", "UTC with seconds");
}

static void
test_full_disk(void)
{
	static struct ics_writer w;
	char line[80] = {0};

	w = (struct ics_writer){.file = fopen("/dev/full", "w")};
	if (w.file == NULL)
		skip_all("no /dev/full");
	memset(line, 'x', 70);
	for (int i = 0; i < 2000; i++)
		ics_line(&w, line);
	ok(ics_flush(&w) == ERR_FAILED, "a full disk is told");
	is_str(
	    err_message(), "the calendar cannot be written: No space left on device", "and named");
	ok(ics_flush(&w) == ERR_FAILED, "and stays told");
	(void)fclose(w.file);
	ics_writer_release(&w);
}

int
main(void)
{
	test_text();
	test_fold();
	test_endless_character();
	test_stamp();
	test_full_disk();
	return done();
}
