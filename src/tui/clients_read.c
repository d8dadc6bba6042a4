/* What the list of clients shows: those found, or a stretch of all, read as one goes along. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/desk_health.h>
#include <frontdesk/mem.h>

#include "clients.h"

enum {
	SIMILAR_MAX = 5,
	FOUND_MAX = 100, /* nobody reads more: they type another letter */
	PAGE_MORE = 20, /* what is read beyond a page, so that not every key reads */
	STRETCH_PAGES = 5, /* of those longer ones a stretch keeps so many */
	VISITS = 40, /* beside the list */
	MARKS_MAX = 200,
};

const struct client_hit *
clients_row(const struct clients *c, size_t i)
{
	if (i < c->hits.n)
		return &c->hits.v[i];
	i -= c->hits.n;
	return i < c->similar.n ? &c->similar.v[i] : NULL;
}

const struct client_hit *
clients_selected(const struct clients *c)
{
	return clients_row(c, c->list.at);
}

int64_t
clients_selected_id(const struct clients *c)
{
	const struct client_hit *hit = clients_selected(c);

	return hit != NULL ? hit->id : 0;
}

bool
clients_filtered(const struct clients *c)
{
	return c->filter[strspn(c->filter, " ")] != '\0';
}

/* --- The stretch of all ---------------------------------------------------------------------- */

static size_t
page_size(const struct clients *c)
{
	return (size_t)c->list.rows + PAGE_MORE;
}

/* Puts the hits behind the others, or in front of them, nearest last. */
static void
join(struct clients *c, struct client_hits *more, bool back)
{
	struct client_hits all = {0}, old = c->hits;

	for (size_t i = more->n; back && i > 0; i--)
		*list_push(&all) = more->v[i - 1];
	for (size_t i = 0; i < old.n; i++)
		*list_push(&all) = old.v[i];
	for (size_t i = 0; !back && i < more->n; i++)
		*list_push(&all) = more->v[i];
	if (back) {
		c->list.at += more->n;
		c->list.top += more->n;
	}
	c->list.n = all.n;
	c->hits = all;
	free(old.v);
	free(more->v);
}

/* Lets go of what lies far behind the way we go. */
static void
shorten(struct clients *c, bool back)
{
	const size_t most = STRETCH_PAGES * page_size(c);
	const size_t many = c->hits.n > most ? c->hits.n - most : 0;
	const size_t from = back ? c->hits.n - many : 0;

	for (size_t i = from; i < from + many; i++)
		client_hit_release(&c->hits.v[i]);
	if (many == 0)
		return;
	memmove(c->hits.v + from, c->hits.v + from + many,
	    (c->hits.n - from - many) * sizeof(*c->hits.v));
	c->hits.n -= many;
	c->list.n = c->hits.n;
	if (back) {
		c->ends = false;
	} else {
		c->begins = false;
		c->list.at -= many;
		c->list.top -= many;
	}
}

/* Reads a page further on; from: the client beside whom it begins, 0 = the end of the list. */
static enum err
extend(struct clients *c, int64_t from, bool back)
{
	struct desk *d = c->view.app->desk;
	const struct client_page p = {
	    .beside = from, .back = back, .all = c->all, .limit = page_size(c)};
	struct client_hits more = {0};
	enum err e = store_client_page(d->store, &p, desk_now(d), &more);

	if (e != ERR_OK)
		return e;
	if (more.n < p.limit)
		*(back ? &c->begins : &c->ends) = true;
	join(c, &more, back);
	shorten(c, back);
	return ERR_OK;
}

static void
forget(struct clients *c)
{
	client_hits_release(&c->hits);
	client_hits_release(&c->similar);
	c->begins = c->ends = false;
	c->list.n = c->list.at = c->list.top = 0;
}

/* From one end of the list of all. */
enum err
clients_read_end(struct clients *c, bool last)
{
	enum err e;

	forget(c);
	*(last ? &c->ends : &c->begins) = true;
	e = extend(c, 0, last);
	if (last && c->list.n > 0)
		c->list.at = c->list.n - 1;
	return e;
}

/* Around a client, who stays on the same line of the screen; they may have gone meanwhile. */
static enum err
read_around(struct clients *c, int64_t id)
{
	struct desk *d = c->view.app->desk;
	const size_t line = c->list.at - c->list.top;
	struct client_hit hit = {0};
	enum err e = id == 0 ? ERR_NOT_FOUND : store_client_hit(d->store, id, desk_now(d), &hit);

	if (e == ERR_NOT_FOUND || (e == ERR_OK && hit.state == CLIENT_MERGED)) {
		client_hit_release(&hit);
		return clients_read_end(c, false);
	}
	if (e != ERR_OK)
		return e;
	forget(c);
	*list_push(&c->hits) = hit;
	c->list.n = 1;
	e = extend(c, id, true);
	if (e == ERR_OK)
		e = extend(c, id, false);
	c->list.top = c->list.at > line ? c->list.at - line : 0;
	return e;
}

/* Before it is scrolled there is a page on either side of the selected one, or the end. */
enum err
clients_read_margins(struct clients *c)
{
	const size_t margin = (size_t)c->list.rows;
	enum err e = ERR_OK;

	if (!c->begins && c->list.at < margin)
		e = extend(c, c->hits.v[0].id, true);
	if (e == ERR_OK && !c->ends && c->list.at + margin >= c->hits.n)
		e = extend(c, c->hits.v[c->hits.n - 1].id, false);
	return e;
}

/* --- What is shown --------------------------------------------------------------------------- */

/* Archived ones are left out unless asked for; the selected one stays. Returns how many went. */
static size_t
hide_archived(const struct clients *c, struct client_hits *found, int64_t selected)
{
	const size_t all = found->n;
	size_t kept = 0;

	for (size_t i = 0; i < found->n; i++) {
		struct client_hit *h = &found->v[i];

		if (c->all || h->state == CLIENT_ACTIVE || h->state == CLIENT_BARRED ||
		    h->id == selected)
			found->v[kept++] = *h;
		else
			client_hit_release(h);
	}
	found->n = kept;
	return all - kept;
}

static enum err
read_found(struct clients *c, int64_t selected)
{
	struct client_hits found = {0};
	enum err e = desk_client_find(c->view.app->desk, c->filter, FOUND_MAX, &found);

	/* Words without a letter or figure find nobody. */
	if (e != ERR_OK && e != ERR_USAGE)
		return e;
	c->hidden = hide_archived(c, &found, selected);
	forget(c);
	c->hits = found;
	if (e == ERR_OK && found.total == 0)
		e = desk_client_similar(c->view.app->desk, c->filter, SIMILAR_MAX, &c->similar);
	/* Nobody is marked who is only similar, but the row of a new client; #9 is no name. */
	c->list.n = found.n + c->similar.n + (c->filter[0] != '#');
	c->list.at = found.n > 0 ? 0 : c->similar.n;
	for (size_t i = 0; i < c->hits.n + c->similar.n; i++) {
		if (clients_row(c, i)->id == selected)
			c->list.at = i;
	}
	return e == ERR_USAGE ? ERR_OK : e;
}

/* The details of the selected one. */
void
clients_read_sheet(struct clients *c)
{
	const int64_t id = clients_selected_id(c);

	if (client_visits_load(&c->visits, id, VISITS) != ERR_OK)
		app_say_error(c->view.app);
	c->pane = c->pane && id != 0;
}

static const struct client_marked *
marked(const struct clients *c, int64_t client_id)
{
	for (size_t i = 0; i < c->marks.n; i++)
		if (c->marks.v[i].client_id == client_id)
			return &c->marks.v[i];
	return NULL;
}

const char *
clients_mark(const struct clients *c, int64_t client_id)
{
	const struct client_marked *m = marked(c, client_id);

	return m != NULL ? m->mark : "";
}

void
clients_read_marks(struct clients *c)
{
	const size_t end = c->list.top + (size_t)(c->list.rows > 0 ? c->list.rows : 0);

	if (c->marks.n > MARKS_MAX) /* far from here: they are read again on the way back */
		c->marks.n = 0;
	for (size_t i = c->list.top; i < end && i < c->hits.n; i++) {
		struct client_marked m = {.client_id = c->hits.v[i].id};

		if (marked(c, m.client_id) != NULL)
			continue;
		if (desk_client_mark(c->view.app->desk, m.client_id, &m.mark) != ERR_OK) {
			app_say_error(c->view.app);
			return;
		}
		*list_push(&c->marks) = m;
	}
}

enum err
clients_show(struct clients *c, int64_t selected)
{
	enum err e = clients_filtered(c) ? read_found(c, selected) : read_around(c, selected);

	scroll_fit(&c->list);
	clients_read_sheet(c);
	clients_read_marks(c);
	return e;
}
