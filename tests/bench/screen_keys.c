/*
 * screen_keys FILE SIZE NOW NAME KEYS [NAME KEYS]...: for each name the screens are opened on the
 * file, which only this program may use, and the keys pressed one by one (as for `screen --keys`),
 * each with the canvas it leaves. Prints a line for each: name, keys, milliseconds until the first
 * screen, median and most of a key, which key that was, and the largest memory in KiB, TAB
 * separated. Each is a process of its own, for its memory.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <frontdesk/desk.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "../../src/tui/app.h"
#include "../../src/tui/day.h"

enum { KEYS_MAX = 1000, KEY_MS = 1000 };

struct times {
	double ms[KEYS_MAX];
	size_t n;
	double most;
	struct key slowest;
};

static double
now_ms(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void
draw(const struct app *a)
{
	struct canvas c;

	canvas_init(&c, a->rows, a->columns, a->ascii);
	app_draw(a, &c);
	canvas_release(&c);
}

static void
press(struct app *a, struct times *t, const struct key *k)
{
	const struct event e = {.kind = EVENT_KEY, .ms = a->ms + KEY_MS, .key = *k};
	double from = now_ms();

	app_handle(a, &e);
	draw(a);
	if (t->n == KEYS_MAX)
		return;
	t->ms[t->n] = now_ms() - from;
	if (t->ms[t->n] > t->most) {
		t->most = t->ms[t->n];
		t->slowest = *k;
	}
	t->n++;
}

/* False: there is no such key. */
static bool
press_all(struct app *a, struct times *t, const char *keys)
{
	struct str text = {0};
	struct key k;
	enum keys_item item;

	while ((item = keys_next(&keys, &k, &text)) != KEYS_END && item != KEYS_BAD) {
		const char *s = str_text(&text);
		size_t left = text.n;

		if (item == KEYS_KEY)
			press(a, t, &k);
		while (item == KEYS_TEXT && left > 0) {
			uint32_t cp;
			size_t n = text_decode(s, left, &cp);

			if (key_from_codepoint(&k, cp))
				press(a, t, &k);
			s += n;
			left -= n;
		}
	}
	str_release(&text);
	return item == KEYS_END;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static enum err
measure(const struct desk_options *o, int rows, int columns, const char *name, const char *keys)
{
	static struct times t; /* one a process */
	struct desk d = {0};
	struct app a = {0};
	struct rusage used;
	double from = now_ms(), first;
	enum err e = desk_open(&d, o);

	if (e == ERR_OK)
		e = app_init(&a, &d, false, rows, columns);
	if (e == ERR_OK) {
		app_push(&a, day_new(&a));
		draw(&a);
		first = now_ms() - from;
		if (!press_all(&a, &t, keys) || t.n == 0)
			e = err_set(ERR_USAGE, "no keys \"%s\"", keys);
	}
	if (e == ERR_OK) {
		qsort(t.ms, t.n, sizeof(t.ms[0]), by_size);
		getrusage(RUSAGE_SELF, &used);
		printf("%s\t%zu\t%.2f\t%.2f\t%.2f\t%s\t%ld\n", name, t.n, first, t.ms[t.n / 2],
		    t.most, t.slowest.name, used.ru_maxrss);
	}
	app_release(&a);
	desk_close(&d);
	return e;
}

/* In a child; false: it failed. */
static bool
measure_apart(
    const struct desk_options *o, int rows, int columns, const char *name, const char *keys)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		enum err e = measure(o, rows, columns, name, keys);

		if (e != ERR_OK)
			fprintf(stderr, "%s\n", err_message());
		exit(e != ERR_OK);
	}
	return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

int
main(int argc, char **argv)
{
	struct desk_options o = {.who = "bench", .terminal = "", .pinned = CIVIL_NONE};
	char *x = NULL;
	int columns = argc > 2 ? (int)strtol(argv[2], &x, 10) : 0;
	int rows = x != NULL && *x == 'x' ? (int)strtol(x + 1, NULL, 10) : 0;

	if (argc < 6 || argc % 2 != 0 || columns < APP_COLUMNS_MIN || rows < APP_ROWS_MIN ||
	    !civil_parse_iso_min(argv[3], &o.pinned)) {
		fputs("usage: screen_keys FILE SIZE NOW NAME KEYS [NAME KEYS]...\n", stderr);
		return 2;
	}
	o.path = argv[1];
	for (int i = 4; i < argc; i += 2) {
		if (!measure_apart(&o, rows, columns, argv[i], argv[i + 1]))
			return 1;
	}
	return 0;
}
