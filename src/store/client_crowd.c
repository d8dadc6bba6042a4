/*
 * Looking up by words that are all common ("m c"): to read the keys of each through and let them
 * meet in memory is faster than to look thousands of clients up.
 */
#include "client_scan.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

/* Whose keys of a kind begin with a word. */
struct key_ids {
	int64_t *v;
	size_t n;
	enum client_key_kind kind;
};

/* Of all kinds, the best first. */
struct word_keys {
	struct key_ids of[CLIENT_SCAN_KINDS];
	size_t n;
};

/* Lets all of a word through and few others; of ids up to its size none. */
enum { SIEVE_BITS = 1 << 20 };
struct sieve {
	uint64_t bits[SIEVE_BITS / 64];
};

static enum err
read_ids(struct store *s, const struct client_query_word *w, struct key_ids *out)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT_KEY_IDS);
	const void *bytes;

	client_scan_bind(&st, out->kind, w->text);
	while (stmt_row(&st)) {
		size_t n = stmt_blob(&st, "ids", &bytes);

		out->n = n / sizeof(*out->v);
		out->v = xcalloc(out->n + 1, sizeof(*out->v));
		if (n > 0)
			memcpy(out->v, bytes, n);
	}
	return stmt_end(&st);
}

static enum err
read_keys(struct store *s, const struct client_query_word *w, struct word_keys *out)
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < CLIENT_SCAN_KINDS; i++)
		if (client_scan_kinds[i].digits == w->digits) {
			struct key_ids *ids = &out->of[out->n++];

			ids->kind = client_scan_kinds[i].kind;
			e = read_ids(s, w, ids);
		}
	return e;
}

static struct sieve *
sieve_of(const struct word_keys *w)
{
	struct sieve *sieve = xcalloc(1, sizeof(*sieve));

	for (size_t k = 0; k < w->n; k++)
		for (size_t i = 0; i < w->of[k].n; i++) {
			const uint64_t bit = (uint64_t)w->of[k].v[i] % SIEVE_BITS;

			sieve->bits[bit / 64] |= (uint64_t)1 << bit % 64;
		}
	return sieve;
}

static void
add_sieved(const struct word_keys *w, const struct sieve *sieve, struct candidates *out)
{
	for (size_t k = 0; k < w->n; k++)
		for (size_t i = 0; i < w->of[k].n; i++) {
			const int64_t id = w->of[k].v[i];
			const uint64_t bit = (uint64_t)id % SIEVE_BITS;

			if ((sieve->bits[bit / 64] >> bit % 64 & 1) != 0)
				*list_push(out) = (struct candidate){
				    .id = id, .kind = w->of[k].kind, .order = out->n};
		}
}

/* Notes whom the word fits of those whom so many words before it did. */
static void
mark(const struct word_keys *w, size_t before, struct candidates *c, const struct places *p)
{
	for (size_t k = 0; k < w->n; k++)
		for (size_t i = 0; i < w->of[k].n; i++) {
			struct candidate *found = candidates_find(c, p, w->of[k].v[i]);

			if (found == NULL || found->fits < before)
				continue;
			found->fits = before + 1;
			if (w->of[k].kind < found->kind)
				found->kind = w->of[k].kind;
		}
}

/* Those whom all words fit. */
static void
meet(const struct word_keys *keys, size_t n, struct candidates *c)
{
	struct sieve *sieve = sieve_of(&keys[n - 1]);
	struct places places = {0};
	size_t kept = 0;

	add_sieved(&keys[0], sieve, c);
	candidates_drop_twins(c, &places);
	for (size_t i = 1; i < n; i++)
		mark(&keys[i], i - 1, c, &places);
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i].fits == n - 1)
			c->v[kept++] = c->v[i];
	c->n = kept;
	free(places.v);
	free(sieve);
}

enum err
client_crowd(struct store *s, const struct client_query *q, size_t word, struct candidates *out)
{
	struct word_keys *keys = xcalloc(q->n, sizeof(*keys));
	enum err e = read_keys(s, &q->v[word], &keys[0]);

	for (size_t i = 0, n = 1; e == ERR_OK && i < q->n; i++)
		if (i != word)
			e = read_keys(s, &q->v[i], &keys[n++]);
	if (e == ERR_OK)
		meet(keys, q->n, out);
	for (size_t i = 0; i < q->n; i++)
		for (size_t k = 0; k < keys[i].n; k++)
			free(keys[i].of[k].v);
	free(keys);
	return e;
}
