/* The list of all clients, a stretch at a time; a client's appointments and the audit backwards. */
#include "little.h"

static struct store *s;

/* Each page's ids, blank separated, pages by "|"; the caller frees. */
static char *
walk(bool back, bool all, size_t limit)
{
	struct client_page p = {.back = back, .all = all, .limit = limit};
	struct str ids = {0};

	for (size_t n = limit; n == limit;) {
		struct client_hits hits = {0};

		must(store_client_page(s, &p, little_time(12, 0), &hits), "page");
		n = hits.n;
		for (size_t i = 0; i < n; i++)
			str_addf(&ids, "%s%lld", i > 0 ? " " : "", (long long)hits.v[i].id);
		str_addc(&ids, '|');
		if (n > 0)
			p.beside = hits.v[n - 1].id;
		client_hits_release(&hits);
	}
	return str_take(&ids);
}

static void
test_page(bool back, bool all, size_t limit, const char *want)
{
	char *got = walk(back, all, limit);

	is_str(got, want, "%s%s, %zu at a time", back ? "back" : "on", all ? ", all" : "", limit);
	free(got);
}

static void
put(int64_t id, enum client_state state, int64_t merged_into)
{
	struct client c;

	must(store_client(s, id, &c), "client");
	c.state = state;
	c.merged_into = merged_into;
	must(store_client_save(s, &c, LITTLE_COUNTRY), "state");
	client_release(&c);
}

static void
test_pages(void)
{
	static const char *const names[][2] = {{"Zoe", "adams"}, {"ada", "Smith"}, {"Ada", "Smith"},
	    {"Cher", ""}, {"Bo", "Smith"}, {"Al", "Young"}, {"Di", "Baker"}, {"Ed", "Baker"}};
	struct client_page gone = {.beside = 99, .limit = 3};
	struct client_hits none = {0};

	for (size_t i = 0; i < array_size(names); i++)
		little_client(s, names[i][0], names[i][1], "");
	test_page(false, false, 100, "4 1 7 8 2 3 5 6|");
	test_page(false, false, 3, "4 1 7|8 2 3|5 6|");
	test_page(false, false, 4, "4 1 7 8|2 3 5 6||");
	test_page(true, false, 3, "6 5 3|2 8 7|1 4|");
	put(2, CLIENT_ARCHIVED, 0);
	put(5, CLIENT_DECEASED, 0);
	put(8, CLIENT_BARRED, 0);
	put(1, CLIENT_MERGED, 6);
	test_page(false, false, 2, "4 7|8 3|6|");
	test_page(false, true, 3, "4 7 8|2 3 5|6|");
	test_page(true, false, 2, "6 3|8 7|4|");
	is_int(store_client_page(s, &gone, 0, &none), ERR_NOT_FOUND, "beside nobody");
}

static void
test_visits(void)
{
	struct appt_list l = {0};
	int64_t ids[3];

	for (int i = 0; i < 3; i++) {
		struct appt a = little_appt(4, 9 + 2 * i, 0);

		a.state = i == 1 ? APPT_NOSHOW : APPT_BOOKED;
		must(store_appt_insert(s, &a), "visit");
		ids[i] = a.id;
		free(a.last_by);
	}
	must(store_client_appts(s, 4, 2, &l), "visits");
	ok(l.n == 2 && l.v[0].id == ids[2] && l.v[1].id == ids[1],
	    "the latest first, of every state, so many");
	appt_list_release(&l);
	must(store_client_appts(s, 7, 2, &l), "no visits");
	is_int((long long)l.n, 0, "nobody else's");
}

static bool
keep_id(void *arg, const struct audit *a)
{
	*list_push((struct ids *)arg) = a->id;
	return true;
}

static void
test_back(const struct audit_query *on, const char *what)
{
	struct audit_query back = *on;
	struct ids there = {0}, again = {0};
	bool same;

	back.newest_first = true;
	must(store_audit(s, on, keep_id, &there), "audit");
	must(store_audit(s, &back, keep_id, &again), "audit");
	same = there.n == again.n && there.n > 1;
	for (size_t i = 0; same && i < there.n; i++)
		same = there.v[i] == again.v[again.n - 1 - i];
	ok(same, "%s: %zu rows, the newest first", what, there.n);
	back.before_id = there.v[there.n - 1];
	again.n = 0;
	must(store_audit(s, &back, keep_id, &again), "audit");
	ok(again.n == there.n - 1 && again.v[0] == there.v[there.n - 2], "%s: before one", what);
	ids_release(&there);
	ids_release(&again);
}

int
main(void)
{
	s = little_open();
	test_pages();
	test_visits();
	must(store_commit(s), "commit");
	little_begin(s, "bo", LITTLE_AT + 60);
	put(4, CLIENT_ARCHIVED, 0);
	must(store_commit(s), "commit");
	test_back(&(struct audit_query){0}, "everything");
	test_back(&(struct audit_query){.record = "client", .record_id = 4}, "a record");
	test_back(&(struct audit_query){.client_id = 4}, "a client");
	store_close(s);
	return done();
}
