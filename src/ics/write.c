#include "write.h"

#include <errno.h>
#include <string.h>

/* A file that ends early would look whole to a reader: after a failure nothing more is written. */
static void
empty_buffer(struct ics_writer *w)
{
	if (w->reason == 0 && fwrite(w->buffer, 1, w->n, w->file) != w->n)
		w->reason = errno != 0 ? errno : EIO;
	w->n = 0;
}

static void
add_bytes(struct ics_writer *w, const char *s, size_t n)
{
	w->bytes += (int64_t)n;
	while (n > 0) {
		size_t part = ICS_BUFFER - w->n < n ? ICS_BUFFER - w->n : n;

		memcpy(w->buffer + w->n, s, part);
		w->n += part;
		s += part;
		n -= part;
		if (w->n == ICS_BUFFER)
			empty_buffer(w);
	}
}

/* The end of the character at s[at]; a backslash stays with what it escapes. */
static size_t
character_end(const char *s, size_t at)
{
	return text_next(s, s[at] == '\\' ? at + 1 : at);
}

/*
 * How many bytes of s fit into room: whole characters, or whole code points of one longer than any
 * line.
 */
static size_t
fitting(const char *s, size_t room)
{
	size_t at = 0, end = 0;
	uint32_t cp;

	while ((end = character_end(s, at)) <= room)
		at = end;
	if (at > 0 || room < ICS_LINE_MAX - 1)
		return at;
	while ((end = at + text_decode(s + at, ICS_LINE_MAX, &cp)) <= room)
		at = end;
	return at;
}

void
ics_add(struct ics_writer *w, const char *s)
{
	size_t n = strlen(s);

	while (w->column + n > ICS_LINE_MAX) {
		size_t part = fitting(s, ICS_LINE_MAX - w->column);

		add_bytes(w, s, part);
		add_bytes(w, "\r\n ", 3);
		w->column = 1;
		s += part;
		n -= part;
	}
	add_bytes(w, s, n);
	w->column += n;
}

void
ics_end_line(struct ics_writer *w)
{
	add_bytes(w, "\r\n", 2);
	w->column = 0;
}

void
ics_line(struct ics_writer *w, const char *s)
{
	ics_add(w, s);
	ics_end_line(w);
}

void
ics_escape(struct str *out, const char *s)
{
	while (*s != '\0') {
		size_t plain = strcspn(s, "\\;,\n");

		str_addn(out, s, plain);
		s += plain;
		if (*s == '\0')
			break;
		str_addc(out, '\\');
		str_addc(out, *s == '\n' ? 'n' : *s);
		s++;
	}
}

/* Letters, digits and the like, as most texts are: nothing to clean. */
static bool
is_plain(const char *s)
{
	size_t n = strlen(s);

	for (size_t i = 0; i < n; i++)
		if (s[i] < ' ' || s[i] > '~')
			return false;
	return n == 0 || (s[0] != ' ' && s[n - 1] != ' ');
}

void
ics_text(struct ics_writer *w, const char *name, const char *text, enum text_lines lines)
{
	if (text == NULL)
		return;
	if (!is_plain(text)) {
		str_clear(&w->clean);
		(void)text_clean(&w->clean, text, strlen(text), lines);
		text = str_text(&w->clean);
	}
	if (text[0] == '\0')
		return;
	str_clear(&w->escaped);
	ics_escape(&w->escaped, text);
	ics_add(w, name);
	ics_add(w, ":");
	ics_add(w, str_text(&w->escaped));
	ics_end_line(w);
}

/* n digits of a number; returns what follows them. */
static char *
put_digits(char *p, int value, int n)
{
	for (int i = n - 1; i >= 0; i--, value /= 10)
		p[i] = (char)('0' + value % 10);
	return p + n;
}

char *
ics_stamp(civil_min m, int second, char buf[static ICS_STAMP_SIZE])
{
	int year, month, mday, minute = civil_minute_of(m);
	char *p = buf;

	civil_to_ymd(civil_day_of(m), &year, &month, &mday);
	p = put_digits(p, year, 4);
	p = put_digits(p, month, 2);
	p = put_digits(p, mday, 2);
	*p++ = 'T';
	p = put_digits(p, minute / 60, 2);
	p = put_digits(p, minute % 60, 2);
	p = put_digits(p, second, 2);
	*p = '\0';
	return buf;
}

char *
ics_stamp_utc(int64_t utc, char buf[static ICS_STAMP_SIZE])
{
	civil_min m = utc / 60 - (utc % 60 < 0);

	(void)ics_stamp(m, (int)(utc - m * 60), buf);
	memcpy(buf + strlen(buf), "Z", 2);
	return buf;
}

enum err
ics_flush(struct ics_writer *w)
{
	empty_buffer(w);
	if (w->reason == 0 && fflush(w->file) != 0)
		w->reason = errno;
	if (w->reason != 0)
		return err_set(
		    ERR_FAILED, "the calendar cannot be written: %s", strerror(w->reason));
	return ERR_OK;
}

void
ics_writer_release(struct ics_writer *w)
{
	str_release(&w->clean);
	str_release(&w->escaped);
}
