/*
 * Looking up clients by what is typed (screens.md, "Looking up a client"): those whom every word
 * fits, or, when asked for, those whom it would fit but for slips of the finger.
 */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "client_scan.h"

enum {
	RANKED_MAX = 200, /* of so many candidates the nearest visit is asked for */
	TOTAL_MAX = 100000, /* so many keys of a kind are counted to say how many more there are */
	COUNTED_MAX = 1000, /* a word with more keys of a kind than this is a common one */
};

/* What is looked for. */
struct search {
	struct store *s;
	const struct client_query *q;
	civil_min now;
	size_t limit; /* of those shown; 0 = all */
	bool near; /* a name one slip from the word is as good */
	bool only; /* it counts whether they are one, and nothing else */
};

/*
 * The word with the fewest keys, of common ones the longest: its clients are looked through for the
 * others.
 */
static enum err
choose_word(struct store *s, const struct client_query *q, size_t *out, bool *common)
{
	size_t fewest = SIZE_MAX, n;
	enum err e = ERR_OK;

	*out = 0;
	for (size_t i = 0; e == ERR_OK && q->n > 1 && i < q->n; i++) {
		e = client_count_keys(s, &q->v[i], COUNTED_MAX, &n);
		if (e == ERR_OK &&
		    (n < fewest ||
			(n == fewest && strlen(q->v[i].text) > strlen(q->v[*out].text)))) {
			fewest = n;
			*out = i;
		}
	}
	*common = fewest >= COUNTED_MAX;
	return e;
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
	bool few = q->n == 1 && f->limit > 0 && f->limit <= RANKED_MAX, common;
	struct client_scan how = {.limit = few ? RANKED_MAX : -1, .near = f->near};
	struct places places = {0};
	size_t word;
	enum err e = choose_word(f->s, q, &word, &common);

	if (e == ERR_OK && common && q->n > 1 && !f->near) {
		e = client_crowd(f->s, q, word, c);
	} else if (e == ERR_OK) {
		how.other = other_name(f, &q->v[word]);
		e = client_scan_word(f->s, &q->v[word], &how, c);
		candidates_drop_twins(c, &places);
		if (e == ERR_OK && q->n > 1)
			e = keep_fitting(f, c);
	}
	free(places.v);
	*total = c->n;
	if (e != ERR_OK || f->only)
		return e;
	if (c->cut && !f->near)
		e = client_count_keys(f->s, &q->v[word], TOTAL_MAX, total);
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
find_candidates(const struct search *f, struct candidates *c, size_t *total)
{
	if (f->q->id == 0)
		return find_words(f, c, total);
	return f->near ? ERR_OK : find_id(f->s, f->q->id, c, total);
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
	e = find_candidates(f, &c, &hits.total);
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
store_client_only(struct store *s, const struct client_query *q, size_t *n, int64_t *id)
{
	const struct search f = {.s = s, .q = q, .limit = 1, .only = true};
	struct candidates c = {0};
	bool alone;
	enum err e = store_read_alone(s, &alone);

	*n = 0;
	*id = 0;
	if (e != ERR_OK)
		return e;
	e = find_candidates(&f, &c, n);
	if (alone)
		store_read_end(s);
	if (e == ERR_OK && c.n == 1)
		*id = c.v[0].id;
	free(c.v);
	return e;
}

enum err
store_client_similar(struct store *s, const struct client_query *q, civil_min now, size_t limit,
    struct client_hits *out)
{
	return find(&(const struct search){s, q, now, limit, .near = true}, out);
}
