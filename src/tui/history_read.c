#include "history_read.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "lines.h"

enum { SCAN_MAX = 500, WHO = 8 };

static void
entry_release(struct entry *e)
{
	free(e->who);
	free(e->desk);
	free(e->action);
	free(e->record);
	free(e->old);
	free(e->new_);
	free(e->reason);
}

void
entries_clear(struct entries *l)
{
	for (size_t i = 0; i < l->n; i++)
		entry_release(&l->v[i]);
	l->n = 0;
	l->oldest = 0;
	l->ended = false;
}

void
entries_release(struct entries *l)
{
	entries_clear(l);
	free(l->v);
	*l = (struct entries){0};
}

void
entry_say(const struct desk *d, int64_t at, const char *who, const char *action, struct str *out)
{
	const civil_min m = desk_civil(d, at);
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];

	text_pad(out, civil_long_day(civil_day_of(m), day), 15, TEXT_LEFT);
	str_addf(out, " %s ", settings_hm(&d->practice.settings, m, hm));
	text_pad(out, who, WHO, TEXT_LEFT);
	str_addf(out, " %s", action);
}

/* One step writes several rows: that of a new client or of a former name says so, not the same once
 * more. */
static char *
action_of(const struct audit *a)
{
	struct str s = {0};

	if (strcmp(a->record, "client") == 0 && strstr(a->new_, " until_at=") != NULL)
		str_add(&s, "Kept the former name: ");
	else if (strcmp(a->record, "client") == 0 && a->old[0] == '\0' && a->new_[0] != '\0' &&
	    strncmp(a->action, "Added", strlen("Added")) != 0)
		str_addf(&s, "Added client #%lld: ", (long long)a->record_id);
	str_add(&s, a->action);
	return str_take(&s);
}

struct reading {
	struct entries *entries;
	const struct desk *desk;
	const char *filter; /* folded */
	size_t looked_at;
};

static bool
keep_entry(void *arg, const struct audit *a)
{
	struct reading *r = arg;
	struct str line = {0};
	char *action = action_of(a);

	entry_say(r->desk, a->at, a->who, action, &line);
	str_addf(&line, " %s %s %s %s", a->desk, a->record, a->new_, a->reason);
	if (lines_fit(r->filter, str_text(&line)))
		*list_push(r->entries) = (struct entry){a->id, a->at, a->record_id, xstrdup(a->who),
		    xstrdup(a->desk), xstrdup(action), xstrdup(a->record), xstrdup(a->old),
		    xstrdup(a->new_), xstrdup(a->reason)};
	str_release(&line);
	free(action);
	r->entries->oldest = a->id;
	return ++r->looked_at < SCAN_MAX;
}

/* By time: the clock of the desk may have gone back, and a practice may have been taken over. */
static int
newest_first(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;

	if (a->at != b->at)
		return a->at > b->at ? -1 : 1;
	return a->id > b->id ? -1 : 1;
}

enum err
entries_more(
    struct entries *l, const struct desk *d, const struct subject *subject, const char *filter)
{
	struct audit_query q = {.newest_first = true, .before_id = l->oldest};
	struct reading r = {.entries = l, .desk = d};
	struct str folded = {0};
	enum err e;

	if (subject->record != NULL && strcmp(subject->record, "client") == 0) {
		q.client_id = subject->id;
	} else if (subject->record != NULL) {
		q.record = subject->record;
		q.record_id = subject->id;
	}
	text_fold(&folded, filter, TEXT_FOLD_PLAIN);
	r.filter = str_text(&folded);
	e = store_audit(d->store, &q, keep_entry, &r);
	str_release(&folded);
	if (l->n > 0)
		qsort(l->v, l->n, sizeof(l->v[0]), newest_first);
	l->ended = r.looked_at < SCAN_MAX;
	return e;
}
