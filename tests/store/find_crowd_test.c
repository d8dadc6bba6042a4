/*
 * Looking up in a crowd, where each word fits thousands: over random words the answer is held
 * against every client and every key.
 */
#include <sqlite3.h>

#include "little.h"

#include "../../src/store/store_private.h"

enum { PEOPLE = 2400, VISITORS = 300, QUERIES = 120, SHOWN = 5 };

static struct known {
	struct client_keys keys;
	civil_min away; /* INT64_MAX: never here */
} people[PEOPLE];

static struct store *s;
static uint64_t seed = 20261123;

static size_t
below(size_t n)
{
	seed = seed * 6364136223846793005U + 1442695040888963407U;
	return (size_t)(seed >> 33) % n;
}

static char *
random_name(void)
{
	char name[] = "aaa";

	for (int i = 0; i < 3; i++)
		name[i] += (char)below(3);
	return xstrdup(name);
}

static void
add_person(size_t i)
{
	struct str mail = {0}, phone = {0};
	struct client c;

	client_init(&c);
	c.first = random_name();
	c.last = random_name();
	if (below(3) == 0) {
		str_addf(&mail, "%s.%s@b.org", c.first, c.last);
		xstrset(&c.email, str_text(&mail));
	}
	if (below(3) == 0) {
		str_addf(&phone, "020 555 %04zu", i);
		xstrset(&c.phone, str_text(&phone));
	}
	must(store_client_save(s, &c, LITTLE_COUNTRY), "client");
	client_keys(&people[i].keys, &c, NULL, LITTLE_COUNTRY);
	people[i].away = INT64_MAX;
	str_release(&mail);
	str_release(&phone);
	client_release(&c);
}

/* Each on a day of their own, before now and after. */
static void
add_visit(size_t i, int days)
{
	struct appt a = little_appt((int64_t)i + 1, 12, 0);

	a.start += days * CIVIL_DAY_MINUTES;
	a.end += days * CIVIL_DAY_MINUTES;
	a.held += days * CIVIL_DAY_MINUTES;
	must(store_appt_insert(s, &a), "visit");
	free(a.last_by);
	people[i].away = (days < 0 ? -days : days) * CIVIL_DAY_MINUTES;
}

/* The best kind of key that a word fits; KEY_KIND_NONE when one of the words fits none. */
enum { KEY_KIND_NONE = 100 };
static int
best_kind(const struct client_query *q, const struct known *p)
{
	int best = KEY_KIND_NONE;

	for (size_t i = 0; i < q->n; i++) {
		bool fits = false;

		for (size_t k = 0; k < p->keys.n; k++) {
			if (!client_word_fits(&q->v[i], &p->keys.v[k]))
				continue;
			fits = true;
			if ((int)p->keys.v[k].kind < best)
				best = (int)p->keys.v[k].kind;
		}
		if (!fits)
			return KEY_KIND_NONE;
	}
	return best;
}

/* Whether what was found is in order, fits, and nobody is there twice. */
static bool
in_order(const struct client_query *q, const struct client_hits *h)
{
	static bool seen[PEOPLE];
	int kind = 0;
	civil_min away = 0;

	memset(seen, 0, sizeof(seen));
	for (size_t i = 0; i < h->n; i++) {
		const size_t at = (size_t)h->v[i].id - 1;
		const int k = best_kind(q, &people[at]);

		if (k == KEY_KIND_NONE || seen[at] || k < kind ||
		    (k == kind && people[at].away < away))
			return false;
		seen[at] = true;
		kind = k;
		away = people[at].away;
	}
	return true;
}

static bool
is_right(const char *words)
{
	const civil_min now = little_time(12, 0);
	struct client_query q;
	struct client_hits all, some;
	size_t fitting = 0, n;
	int64_t only;
	bool right;

	must(client_query_parse(words, &q), words);
	for (size_t i = 0; i < PEOPLE; i++)
		fitting += best_kind(&q, &people[i]) != KEY_KIND_NONE;
	must(store_client_find(s, &q, now, 0, &all), words);
	must(store_client_find(s, &q, now, SHOWN, &some), words);
	must(store_client_only(s, &q, &n, &only), words);
	right = all.n == fitting && all.total == fitting && in_order(&q, &all) &&
	    some.n == (fitting < SHOWN ? fitting : SHOWN) && in_order(&q, &some) &&
	    (q.n == 1 || some.total == fitting) && (fitting < 2 ? n == fitting : n > 1) &&
	    only == (fitting == 1 ? all.v[0].id : 0);
	if (!right)
		printf("# %s: %zu found, %zu fit\n", words, all.n, fitting);
	client_hits_release(&all);
	client_hits_release(&some);
	client_query_release(&q);
	return right;
}

static void
test_random_words(void)
{
	static const char *const words[] = {
	    "a", "b", "c", "ab", "ca", "b", "c", "cab", "555", "001", "bcc@b.o"};
	int wrong = 0;

	for (int i = 0; i < QUERIES; i++) {
		struct str typed = {0};

		for (size_t n = 1 + below(3); n > 0; n--)
			str_addf(&typed, "%s%s", words[below(array_size(words))], n > 1 ? " " : "");
		wrong += !is_right(str_text(&typed));
		str_release(&typed);
	}
	is_int(wrong, 0, "who fits, in order, in %d questions", QUERIES);
}

/* How often a statement ran since it was asked last. */
static int
runs(enum stmt_id id)
{
	return s->cache[id] == NULL
	    ? 0
	    : sqlite3_stmt_status(s->cache[id], SQLITE_STMTSTATUS_RUN, true);
}

/* What a key may cost, in statements: a key a client of the crowd was 60 ms at 200,000. */
static void
test_effort(void)
{
	struct client_query q;
	struct client_hits h;
	size_t n;
	int64_t only;

	must(client_query_parse("a b", &q), "a b");
	(void)runs(STMT_CLIENT_KEYS);
	(void)runs(STMT_CLIENT_KEY_SCAN_BOTH);
	must(store_client_find(s, &q, little_time(12, 0), SHOWN, &h), "a b");
	ok(h.total > 500, "%zu have both letters", h.total);
	is_int(runs(STMT_CLIENT_KEYS) + runs(STMT_CLIENT_KEY_SCAN_BOTH), 0,
	    "no client is looked up for another word");
	(void)runs(STMT_CLIENT_VISITS);
	must(store_client_only(s, &q, &n, &only), "a b");
	is_int(runs(STMT_CLIENT_VISITS), 0, "nor for visits, when only one is asked for");
	client_hits_release(&h);
	client_query_release(&q);
}

int
main(void)
{
	s = little_open();
	for (size_t i = 0; i < PEOPLE; i++)
		add_person(i);
	for (size_t i = 0; i < VISITORS; i++)
		add_visit(below(PEOPLE / VISITORS) + i * (PEOPLE / VISITORS),
		    (int)(i + 1) * (i % 2 == 0 ? 1 : -1));
	test_random_words();
	test_effort();
	for (size_t i = 0; i < PEOPLE; i++)
		client_keys_release(&people[i].keys);
	store_rollback(s);
	store_close(s);
	return done();
}
