/* Alerts in the file: as saved, by rev, of the client in audit and undo, their text in no log. */
#include <frontdesk/mem.h>

#include "little.h"

static const struct store_step ann = {.who = "ann", .at = LITTLE_AT, .label = "Tested"};

static struct alert
alert_of(int64_t client_id, const char *text)
{
	struct alert a;

	alert_init(&a, client_id);
	a.text = xstrdup(text);
	return a;
}

/* The only alert of a client; id 0 when there is none. */
static struct alert
only(struct store *s, int64_t client_id)
{
	struct alert_list l = {0};
	struct alert a = {0};

	must(store_alerts(s, client_id, &l), "alerts");
	if (l.n == 1)
		alert_copy(&a, &l.v[0]);
	alert_list_release(&l);
	return a;
}

static void
test_saved(struct store *s, int64_t ada, int64_t bo)
{
	struct alert a = alert_of(ada, "Brings her own oil"), b, stale;
	struct alert_list l = {0};

	a.until = 20784;
	a.places = 1u << ALERT_AT_ROSTER;
	must(store_begin(s, &ann), "begin");
	is_int(store_alert_save(s, &a), ERR_OK, "added");
	ok(a.id != 0 && a.rev == 1, "with a number and rev 1");
	must(store_commit(s), "commit");
	b = only(s, ada);
	is_str(b.text, "Brings her own oil", "its text");
	ok(b.id == a.id && b.client_id == ada && b.rev == 1 && b.until == 20784 &&
		b.places == 1u << ALERT_AT_ROSTER && !b.ended,
	    "all of it");
	must(store_alerts(s, bo, &l), "alerts");
	is_int((long long)l.n, 0, "nobody else's");
	stale = alert_of(ada, "stale");
	stale.id = a.id;
	stale.rev = 1;
	b.until = CIVIL_DAY_NONE;
	must(store_begin(s, &ann), "begin");
	is_int(store_alert_save(s, &b), ERR_OK, "changed");
	is_int(b.rev, 2, "its rev rises");
	is_int(store_alert_save(s, &stale), ERR_BUSY, "not by who saw it before");
	is_str(err_message(), "ann changed this alert 0 s ago; look again, then change it", "who");
	must(store_commit(s), "commit");
	alert_release(&stale);
	alert_release(&a);
	a = only(s, ada);
	ok(a.until == CIVIL_DAY_NONE && a.rev == 2, "no end is no end");
	alert_release(&a);
	alert_release(&b);
}

struct said {
	int rows;
	char old[200], new_[200];
};

static bool
note_row(void *arg, const struct audit *row)
{
	struct said *s = arg;

	if (s->rows++ == 0) {
		snprintf(s->old, sizeof(s->old), "%s", row->old);
		snprintf(s->new_, sizeof(s->new_), "%s", row->new_);
	}
	return true;
}

/* What the newest row of the client's audit says. */
static struct said
newest(struct store *s, int64_t client_id)
{
	const struct audit_query q = {
	    .record = "client", .record_id = client_id, .newest_first = true};
	struct said said = {0};

	must(store_audit(s, &q, note_row, &said), "audit");
	return said;
}

static void
test_undo(struct store *s, int64_t ada)
{
	struct alert a = only(s, ada), now;
	struct said said;
	char *label = NULL;

	xstrset(&a.text, "Faints at the sight of needles");
	a.ended = true;
	must(store_begin(s, &ann), "begin");
	must(store_alert_save(s, &a), "end it");
	must(store_commit(s), "commit");
	now = only(s, ada);
	is_int(now.id, 0, "one that was ended is not read");
	said = newest(s, ada);
	is_str(said.old, "text(18) ended=0", "the log has the length of the text");
	is_str(said.new_, "text(30) ended=1", "before and after, and what else changed");
	must(store_undo(s, &ann, (struct store_undo_may){0}, &label), "undo");
	alert_release(&now);
	now = only(s, ada);
	is_str(str_or_empty(now.text), "Brings her own oil", "undone");
	ok(now.rev > a.rev, "its rev is beyond all that were seen: %d after %d", now.rev, a.rev);
	free(label);
	must(store_redo(s, &ann, (struct store_undo_may){0}, &label), "redo");
	alert_release(&now);
	now = only(s, ada);
	is_int(now.id, 0, "and done again");
	free(label);
	alert_release(&a);
}

int
main(void)
{
	struct store *s = little_open();
	int64_t ada = little_client(s, "Ada", "Smith", ""), bo = little_client(s, "Bo", "Kim", "");

	must(store_commit(s), "commit");
	test_saved(s, ada, bo);
	test_undo(s, ada);
	store_close(s);
	return done();
}
