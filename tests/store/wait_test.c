/*
 * Another desk holds the lock: we wait for it, a person may give up, and stop signals come before
 * or after a transaction, never within. No clock is asked: pipes and the callback order everything.
 */
#include <signal.h>
#include <sys/wait.h>

#include "../../src/store/store_private.h"
#include "file.h"

static const struct store_step step = {.who = "mia", .at = LITTLE_AT, .label = "Tried"};

static int orders[2], answers[2];
static int asked, signals_seen;

static void
tell(int fd)
{
	if (write(fd, "x", 1) != 1)
		exit(1);
}

static void
hear(int fd)
{
	char c;

	if (read(fd, &c, 1) != 1)
		exit(1);
}

/* Takes the lock, keeps it until told, saves. */
static void
other_desk(const char *path)
{
	struct store *s = NULL;

	must(store_open(&s, path, STORE_OPEN), "open");
	hear(orders[0]);
	for (int i = 0; i < 2; i++) {
		must(store_begin(s, &step), "begin");
		must(store_audit_add(s, "client", 1, "Looked"), "add");
		tell(answers[1]);
		hear(orders[0]);
		must(store_commit(s), "commit");
		tell(answers[1]);
		hear(orders[0]);
	}
	store_close(s);
	_exit(0);
}

static bool
give_up_third(void *arg)
{
	(void)arg;
	return ++asked == 3;
}

static bool
free_third(void *arg)
{
	(void)arg;
	if (++asked == 3)
		tell(orders[1]);
	return false;
}

static void
test_wait(struct store *s)
{
	bool changed;

	must(store_changed(s, &changed), "changed");
	tell(orders[1]);
	hear(answers[0]); /* it has the lock */
	store_on_wait(s, give_up_third, NULL);
	is_int(store_begin(s, &step), ERR_BUSY, "a person gives up: %s", err_message());
	is_str(err_message(), "another desk is saving; nothing was changed; try again",
	    "and hears what to do");
	is_int(asked, 3, "when asked for the third time");
	must(store_changed(s, &changed), "changed");
	ok(!changed, "what the other does is not there yet");
	asked = 0;
	store_on_wait(s, free_third, NULL);
	is_int(store_begin(s, &step), ERR_OK, "the lock comes free while we wait");
	ok(asked >= 3, "after the person was told");
	store_rollback(s);
	hear(answers[0]);
	must(store_changed(s, &changed), "changed");
	ok(changed, "the other desk's step is seen");
	must(store_changed(s, &changed), "changed");
	ok(!changed, "once");
	store_on_wait(s, NULL, NULL);
}

static void
on_signal(int number)
{
	(void)number;
	signals_seen++;
}

static void
test_signals(struct store *s)
{
	static const int stops[] = {SIGTERM, SIGHUP, SIGINT, SIGTSTP};
	struct sigaction action = {.sa_handler = on_signal};

	for (size_t i = 0; i < array_size(stops); i++) {
		(void)sigaction(stops[i], &action, NULL);
		signals_seen = 0;
		must(store_begin(s, &step), "begin");
		(void)raise(stops[i]);
		ok(signals_seen == 0, "signal %d waits for the end of the transaction", stops[i]);
		must(store_commit(s), "commit");
		ok(signals_seen == 1, "and comes after the commit");
		signals_seen = 0;
		must(store_begin(s, &step), "begin");
		(void)raise(stops[i]);
		store_rollback(s);
		ok(signals_seen == 1, "or after a rollback");
	}
}

/* While it waits for the lock, a signal may still end it. */
static bool
raise_once(void *arg)
{
	(void)arg;
	if (asked++ == 0)
		(void)raise(SIGTERM);
	return signals_seen > 0;
}

static void
test_signal_in_wait(struct store *s)
{
	tell(orders[1]);
	hear(answers[0]); /* the other has the lock */
	asked = signals_seen = 0;
	store_on_wait(s, raise_once, NULL);
	is_int(store_begin(s, &step), ERR_BUSY, "waiting");
	ok(signals_seen == 1, "a signal is heard while it waits");
	store_on_wait(s, NULL, NULL);
	tell(orders[1]);
	hear(answers[0]);
	tell(orders[1]);
}

/* Writes some 4,100 pages. */
static void
write_much(struct store *s)
{
	enum { MB = 1024 * 1024 };
	char *text = xcalloc(MB + 1, 1);

	memset(text, 'x', MB);
	must(store_begin(s, &step), "begin");
	for (int i = 0; i < 16; i++)
		must(store_audit_add(s, "client", 1, text), "add");
	must(store_commit(s), "commit");
	free(text);
}

static void
write_little(struct store *s)
{
	must(store_begin(s, &step), "begin");
	must(store_audit_add(s, "client", 1, "Looked"), "add");
	must(store_commit(s), "commit");
}

/* A desk that was stopped while it read: the log cannot be emptied, and that is not tried always.
 */
static void
test_reader(struct store *s, const char *path)
{
	struct store *reader = NULL;
	int64_t id;
	int tried;

	must(store_open(&reader, path, STORE_OPEN), "open");
	must(store_read_begin(reader), "read");
	must(store_audit_last(reader, &id), "read");
	write_much(s);
	tried = s->log_tried;
	ok(tried > 4000 && s->log_pages == tried, "someone reads: tried at %d pages, in vain",
	    tried);
	write_little(s);
	must(store_checkpoint(s, true), "idle");
	is_int(s->log_tried, tried, "the next commit, and an idle desk, do not try again");
	write_much(s);
	ok(s->log_tried > tried + 4000, "4,000 pages later it is tried again: at %d", s->log_tried);
	store_read_end(reader);
	store_close(reader);
	write_much(s);
	is_int(s->log_pages, 0, "and done, when nobody reads");
	write_little(s);
	is_int(s->log_tried, 0, "the log begins anew");
}

/* A copy must not take the word from the one who asks what other desks changed. */
static void
test_backup(struct store *s, const char *path)
{
	const char *copy = file_path("copy.db");
	struct store *other = NULL;
	struct backup made;
	bool changed;

	must(store_changed(s, &changed), "changed");
	must(store_open(&other, path, STORE_OPEN), "open");
	write_little(other);
	must(store_backup(s, &step, copy, &made), "backup");
	must(store_changed(s, &changed), "changed");
	ok(changed, "another desk's change is told after a backup");
	store_close(other);
	file_remove(copy);
}

int
main(void)
{
	const char *path = file_path("wait.db");
	struct store *s = NULL;
	pid_t child;

	s = little_open_at(path);
	must(store_commit(s), "practice");
	store_close(s);
	if (pipe(orders) != 0 || pipe(answers) != 0)
		return 1;
	fflush(stdout);
	if ((child = fork()) == 0)
		other_desk(path);
	must(store_open(&s, path, STORE_OPEN), "open");
	test_wait(s);
	test_signals(s);
	test_signal_in_wait(s);
	(void)waitpid(child, NULL, 0);
	test_reader(s, path);
	test_backup(s, path);
	store_close(s);
	file_remove(path);
	file_done();
	return done();
}
