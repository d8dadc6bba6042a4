/*
 * Looking up clients by what is typed (screens.md, "Looking up a client"): those whom every word
 * fits, or, when asked for, those whom it would fit but for slips of the finger.
 */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "records.h"

enum {
	RANKED_MAX = 500, /* of so many candidates the nearest visit is asked for */
	COUNTED_MAX = 1000, /* a word with more keys than this is a common one */
};

/* One who may be shown; `order` is that of the keys. */
struct candidate {
	int64_t id;
	enum client_key_kind kind;
	size_t order;
	civil_min away; /* minutes between now and the nearest visit */
};
struct candidates {
	struct candidate *v;
	size_t n, cap;
	bool cut; /* a common word: there are more */
};

/* What is looked for. */
struct search {
	struct store *s;
	const struct client_query *q;
	civil_min now;
	size_t limit; /* of those shown; 0 = all */
	bool near; /* a name one slip from the word is as good */
};

static const struct {
	enum client_key_kind kind;
	bool digits;
} kinds[] = {
    {KEY_LAST, false},
    {KEY_FIRST, false},
    {KEY_OTHER, false},
    {KEY_PHONE, true},
    {KEY_PHONE_END, true},
};

static void
bind_prefix(struct stmt *st, enum client_key_kind kind, const char *word, int64_t limit)
{
	char *backwards = NULL;
	size_t n = strlen(word);

	if (kind == KEY_PHONE_END) {
		backwards = xstrdup(word);
		for (size_t i = 0; i < n; i++)
			backwards[i] = word[n - 1 - i];
	}
	stmt_bind_i64(st, ":kind", kind);
	stmt_bind_text(st, ":word", backwards != NULL ? backwards : word);
	stmt_bind_i64(st, ":limit", limit);
	free(backwards);
}

/* How many keys begin with the word, counted up to a limit (-1: all). */
static enum err
count_keys(struct store *s, const struct client_query_word *w, int64_t limit, size_t *out)
{
	int64_t n = 0;
	enum err e = ERR_OK;

	*out = 0;
	for (size_t i = 0; e == ERR_OK && i < array_size(kinds); i++) {
		struct stmt st;

		if (kinds[i].digits != w->digits)
			continue;
		st = stmt_begin(s, STMT_CLIENT_KEY_COUNT);
		bind_prefix(&st, kinds[i].kind, w->text, limit);
		e = stmt_one(&st, "n", &n);
		*out += (size_t)n;
	}
	return e;
}

/*
 * The word with the fewest keys, of common ones the longest: its clients are looked through for the
 * others.
 */
static enum err
choose_word(struct store *s, const struct client_query *q, size_t *out)
{
	size_t fewest = SIZE_MAX, n;
	enum err e = ERR_OK;

	*out = 0;
	for (size_t i = 0; e == ERR_OK && q->n > 1 && i < q->n; i++) {
		e = count_keys(s, &q->v[i], COUNTED_MAX, &n);
		if (e == ERR_OK &&
		    (n < fewest ||
			(n == fewest && strlen(q->v[i].text) > strlen(q->v[*out].text)))) {
			fewest = n;
			*out = i;
		}
	}
	return e;
}

static int
by_id(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

static int
by_rank(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->away != y->away)
		return x->away < y->away ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

/* A client found by two keys is kept by the better one. */
static void
drop_twins(struct candidates *c)
{
	size_t kept = 0;

	if (c->n > 0)
		qsort(c->v, c->n, sizeof(*c->v), by_id);
	for (size_t i = 0; i < c->n; i++)
		if (kept == 0 || c->v[kept - 1].id != c->v[i].id)
			c->v[kept++] = c->v[i];
	c->n = kept;
}

/* Ends the statement; `limit` as it was bound. */
static enum err
take(struct stmt *st, enum client_key_kind kind, int64_t limit, struct candidates *out)
{
	size_t before = out->n;

	while (stmt_row(st)) {
		struct candidate *c = list_push(out);

		c->id = stmt_i64(st, "client_id");
		c->kind = kind;
		c->order = out->n;
	}
	out->cut |= limit > 0 && out->n - before >= (size_t)limit;
	return stmt_end(st);
}

static enum err
scan_near(struct store *s, enum client_key_kind kind, const char *word, int64_t limit,
    struct candidates *out)
{
	struct words names = {0};
	enum err e = client_near(s, kind, word, &names);

	for (size_t i = 0; e == ERR_OK && i < names.n; i++) {
		struct stmt st = stmt_begin(s, STMT_CLIENT_KEY_SAME);

		stmt_bind_i64(&st, ":kind", kind);
		stmt_bind_text(&st, ":word", names.v[i]);
		stmt_bind_i64(&st, ":limit", limit);
		e = take(&st, kind, limit, out);
	}
	words_release(&names);
	return e;
}

/*
 * A name that must fit as well as the word, the longest there is: few of a crowd are left to be
 * looked through one by one. NULL: none; or one that is near is as good.
 */
static const char *
other_name(const struct search *f, const struct client_query_word *w)
{
	const char *other = NULL;

	for (size_t i = 0; !f->near && i < f->q->n; i++) {
		const struct client_query_word *o = &f->q->v[i];

		if (o != w && !o->digits && (other == NULL || strlen(o->text) > strlen(other)))
			other = o->text;
	}
	return other;
}

static struct stmt
begin_scan(const struct search *f, enum client_key_kind kind, const struct client_query_word *w,
    int64_t limit)
{
	const char *other = other_name(f, w);
	struct stmt st =
	    stmt_begin(f->s, other != NULL ? STMT_CLIENT_KEY_SCAN_BOTH : STMT_CLIENT_KEY_SCAN);

	bind_prefix(&st, kind, w->text, limit);
	if (other != NULL) {
		stmt_bind_i64(&st, ":names", KEY_OTHER);
		stmt_bind_text(&st, ":other", other);
	}
	return st;
}

/* The clients with a key that the word fits; at most `limit` of each (-1: all). */
static enum err
scan_word(const struct search *f, const struct client_query_word *w, int64_t limit,
    struct candidates *out)
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < array_size(kinds); i++) {
		struct stmt st;

		if (kinds[i].digits != w->digits)
			continue;
		st = begin_scan(f, kinds[i].kind, w, limit);
		e = take(&st, kinds[i].kind, limit, out);
		if (e == ERR_OK && f->near && !w->digits)
			e = scan_near(f->s, kinds[i].kind, w->text, limit, out);
	}
	drop_twins(out);
	return e;
}

/* Whether every word fits some key of the client; their rank is that of the best fit. */
static enum err
fits_all(const struct search *f, struct candidate *c, bool *fits)
{
	const struct client_query *q = f->q;
	struct stmt st = stmt_begin(f->s, STMT_CLIENT_KEYS);
	bool *found = xcalloc(q->n, sizeof(*found));
	enum err e;

	stmt_bind_i64(&st, ":id", c->id);
	while (stmt_row(&st)) {
		struct client_key k = {.kind = (enum client_key_kind)stmt_i64(&st, "kind")};

		k.key = stmt_text(&st, "key");
		for (size_t i = 0; i < q->n; i++) {
			if (!client_word_fits(&q->v[i], &k) &&
			    !(f->near && client_word_near(&q->v[i], &k)))
				continue;
			found[i] = true;
			if (k.kind < c->kind)
				c->kind = k.kind;
		}
		free(k.key);
	}
	e = stmt_end(&st);
	*fits = true;
	for (size_t i = 0; i < q->n; i++)
		*fits = *fits && found[i];
	free(found);
	return e;
}

static enum err
keep_fitting(const struct search *f, struct candidates *c)
{
	size_t kept = 0;
	enum err e = ERR_OK;
	bool fits;

	for (size_t i = 0; e == ERR_OK && i < c->n; i++) {
		e = fits_all(f, &c->v[i], &fits);
		if (e == ERR_OK && fits)
			c->v[kept++] = c->v[i];
	}
	c->n = kept;
	return e;
}

static enum err
measure(struct store *s, civil_min now, struct candidate *c)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT_VISITS);

	stmt_bind_i64(&st, ":id", c->id);
	stmt_bind_i64(&st, ":now", now);
	while (stmt_row(&st)) {
		civil_min last = record_min(&st, "last_visit"),
			  next = record_min(&st, "next_visit");

		c->away = INT64_MAX;
		if (last != CIVIL_NONE)
			c->away = now - last;
		if (next != CIVIL_NONE && next - now < c->away)
			c->away = next - now;
	}
	return stmt_end(&st);
}

/* Puts the best first. Of a crowd only the first by their keys are ranked by their visits. */
static enum err
rank(const struct search *f, struct candidates *c)
{
	size_t ranked = f->limit > RANKED_MAX ? f->limit : RANKED_MAX;
	enum err e = ERR_OK;

	if (c->n > 0)
		qsort(c->v, c->n, sizeof(*c->v), by_rank);
	if (f->limit == 0 || ranked > c->n)
		ranked = c->n;
	for (size_t i = 0; e == ERR_OK && i < ranked; i++)
		e = measure(f->s, f->now, &c->v[i]);
	if (ranked > 0)
		qsort(c->v, ranked, sizeof(*c->v), by_rank);
	return e;
}

static enum err
find_words(const struct search *f, struct candidates *c, size_t *total)
{
	const struct client_query *q = f->q;
	bool few = q->n == 1 && f->limit > 0 && f->limit <= RANKED_MAX;
	size_t word;
	enum err e = choose_word(f->s, q, &word);

	if (e == ERR_OK)
		e = scan_word(f, &q->v[word], few ? RANKED_MAX : -1, c);
	if (e == ERR_OK && q->n > 1)
		e = keep_fitting(f, c);
	*total = c->n;
	if (e == ERR_OK && c->cut && !f->near)
		e = count_keys(f->s, &q->v[word], -1, total);
	return e == ERR_OK ? rank(f, c) : e;
}

/* "#231": that one, unless merged into another. */
static enum err
find_id(struct store *s, int64_t id, struct candidates *c, size_t *total)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT_KEYS);
	bool found = false;
	enum err e;

	stmt_bind_i64(&st, ":id", id);
	while (stmt_row(&st))
		found = true;
	e = stmt_end(&st);
	if (found)
		list_push(c)->id = id;
	*total = c->n;
	return e;
}

/* Reads the lines of those who are shown. */
static enum err
read_hits(const struct search *f, const struct candidates *c, struct client_hits *out)
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < c->n && (f->limit == 0 || i < f->limit); i++) {
		struct client_hit hit;

		e = store_client_hit(f->s, c->v[i].id, f->now, &hit);
		if (e == ERR_OK)
			*list_push(out) = hit;
	}
	return e;
}

static enum err
find(const struct search *f, struct client_hits *out)
{
	struct candidates c = {0};
	struct client_hits hits = {0};
	bool alone;
	enum err e = store_read_alone(f->s, &alone);

	if (e != ERR_OK)
		return e;
	if (f->q->id == 0)
		e = find_words(f, &c, &hits.total);
	else if (!f->near)
		e = find_id(f->s, f->q->id, &c, &hits.total);
	if (e == ERR_OK)
		e = read_hits(f, &c, &hits);
	if (alone)
		store_read_end(f->s);
	free(c.v);
	if (e == ERR_OK)
		*out = hits;
	else
		client_hits_release(&hits);
	return e;
}

enum err
store_client_find(struct store *s, const struct client_query *q, civil_min now, size_t limit,
    struct client_hits *out)
{
	return find(&(const struct search){s, q, now, limit, .near = false}, out);
}

enum err
store_client_similar(struct store *s, const struct client_query *q, civil_min now, size_t limit,
    struct client_hits *out)
{
	return find(&(const struct search){s, q, now, limit, .near = true}, out);
}
