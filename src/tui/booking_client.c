/* Who is booked: type-ahead, a couple, a new client, and the rest of the line. */
#include "booking_dialog.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

enum { HITS = 5 }; /* and a row for a new client */

int64_t
booking_client(const struct booking_dialog *b)
{
	const int64_t id = b->d.fields[BOOKING_CLIENT].id;

	return id > 0 ? id : 0;
}

void
booking_forget(struct booking_dialog *b)
{
	client_hits_release(&b->hits);
	client_hits_release(&b->similar);
	line_release(&b->line);
	free(b->words);
	free(b->problem);
	b->words = b->problem = NULL;
	b->has_line = false;
	b->first = 0;
}

/* Words that say nothing to search by find nobody. */
static void
find(struct booking_dialog *b, const char *words)
{
	client_hits_release(&b->hits);
	xstrset(&b->words, words);
	if (desk_client_find(booking_desk(b), words, HITS, &b->hits) != ERR_OK)
		b->hits = (struct client_hits){0};
}

static void
find_similar(struct booking_dialog *b)
{
	if (b->hits.total == 0 && b->words[0] != '\0' &&
	    desk_client_similar(booking_desk(b), b->words, HITS, &b->similar) != ERR_OK)
		b->similar = (struct client_hits){0};
}

/* All of it may be the client's; else it is a line that books, and some of its words are. */
void
booking_look_up(struct booking_dialog *b)
{
	struct desk *desk = booking_desk(b);
	const struct when_habits habits = dialog_habits(&b->d, BOOKING_CLIENT);
	const char *text = dialog_text(&b->d, BOOKING_CLIENT);

	booking_forget(b);
	if (strstr(text, " + ") == NULL)
		find(b, text);
	if (b->hits.total > 0 || text[strspn(text, " ")] == '\0')
		return;
	if (line_parse(text, &desk->practice, &habits, &b->line) != ERR_OK) {
		b->problem = xstrdup(err_message());
		xstrset(&b->words, "");
		return;
	}
	b->has_line = true;
	if (b->line.client2 != NULL && desk_client_one(desk, b->line.client, &b->first) == ERR_OK)
		find(b, b->line.client2);
	else
		find(b, b->line.client);
	find_similar(b);
	if (b->hits.total == 0 && b->words[0] == '#') { /* is nobody's name */
		struct str why = {0};

		str_addf(&why, "no client %s", b->words);
		b->problem = str_take(&why);
		xstrset(&b->words, "");
	}
}

static void
add_name(const struct booking_dialog *b, int64_t id, bool full, struct str *out)
{
	void (*const say)(struct str *, const char *, const char *, const struct settings *) =
	    full ? client_full_name : client_name;
	struct desk *desk = booking_desk(b);
	struct client_hit hit = {0};

	if (store_client_hit(desk->store, id, desk_now(desk), &hit) == ERR_OK)
		say(out, hit.first, hit.last, &desk->practice.settings);
	client_hit_release(&hit);
}

void
booking_say_clients(const struct booking_dialog *b, int64_t id, bool full, struct str *out)
{
	add_name(b, id, full, out);
	if (b->client2 != 0) {
		str_add(out, " + ");
		add_name(b, b->client2, full, out);
	}
}

bool
booking_veil(const struct dialog *d, size_t field, struct str *out)
{
	const struct booking_dialog *b = (const struct booking_dialog *)d;
	const int64_t id = booking_client(b);

	if (field != BOOKING_CLIENT || id == 0)
		return false;
	booking_say_clients(b, id, false, out);
	if (out->n == 0) /* of a phone there are none */
		str_addf(out, "#%lld", (long long)id);
	return true;
}

void
booking_show_client(struct booking_dialog *b, int64_t id)
{
	struct str names = {0};

	booking_say_clients(b, id, true, &names);
	dialog_set(&b->d, BOOKING_CLIENT, str_text(&names), id);
	str_release(&names);
}

void
booking_fill_usual(struct booking_dialog *b)
{
	const int people = b->client2 != 0 ? 2 : 1;

	if (b->typed[BOOKING_SERVICE])
		return;
	if (desk_usual(booking_desk(b), booking_client(b), people, &b->usual) != ERR_OK)
		app_say_error(b->d.view.app);
	else
		booking_set_service(b, b->usual.service_id, b->usual.minutes);
}

static void
settled(struct booking_dialog *b, bool is_new)
{
	b->is_new = is_new;
	b->d.fields[BOOKING_PHONE].off = !is_new;
	booking_apply_line(b);
	booking_forget(b);
	booking_fill_usual(b);
}

/* Of a couple, the other one is certain by the words, or is still to be chosen: then nobody is. */
static void
take_of_couple(struct booking_dialog *b, int64_t id)
{
	int64_t first = b->first != 0 ? b->first : id;

	if (b->first != 0)
		b->client2 = id;
	else if (desk_client_one(booking_desk(b), b->line.client2, &b->client2) != ERR_OK)
		b->client2 = 0;
	if (b->client2 != 0) {
		booking_show_client(b, first);
		settled(b, false);
	} else {
		b->d.fields[BOOKING_CLIENT].id = 0;
		booking_apply_line(b);
		booking_look_up(b);
		if (b->first != 0 || !b->has_line || b->line.client2 == NULL)
			return;
		/* The name alone is not certain, but it was chosen. */
		b->first = first;
		find(b, b->line.client2);
		find_similar(b);
	}
}

void
booking_take_client(struct booking_dialog *b, int64_t id)
{
	if (b->has_line && b->line.client2 != NULL) {
		take_of_couple(b, id);
	} else {
		booking_show_client(b, id);
		settled(b, false);
	}
}

void
booking_take_new(struct booking_dialog *b)
{
	struct plan p = {.start = CIVIL_NONE};

	if (b->words == NULL)
		booking_look_up(b);
	/* A client may be called as a therapist is, or as a day. */
	if (str_or_empty(b->words)[0] == '\0') {
		b->has_line = false;
		xstrset(&b->words, dialog_text(&b->d, BOOKING_CLIENT));
	}
	plan_new_words(&p, b->words);
	b->client2 = 0;
	dialog_set(&b->d, BOOKING_CLIENT, p.new_name, 0);
	if (p.new_phone[0] != '\0')
		dialog_set(&b->d, BOOKING_PHONE, p.new_phone, 0);
	plan_release(&p);
	settled(b, true);
}

/* Nobody, or too many: what to do about it. */
static enum err
not_one(const struct booking_dialog *b)
{
	const char *words = str_or_empty(b->words);
	char key[COMMAND_KEY_SIZE];

	if (b->problem != NULL)
		return err_set(ERR_USAGE, "%s", b->problem);
	if (words[0] == '\0')
		return err_set(ERR_USAGE, "no client; write a name, a phone or #number");
	if (b->hits.total > 1)
		return err_set(ERR_NOT_FOUND,
		    "\"%s\" could be %zu clients; Enter takes the marked one", words,
		    b->hits.total);
	if (b->has_line && b->line.client2 != NULL)
		return err_set(ERR_NOT_FOUND,
		    "nobody is called \"%s\"; a couple are two clients you have", words);
	command_key(CMD_NEW_CLIENT, 0, key);
	return err_set(ERR_NOT_FOUND,
	    "nobody is called \"%s\"; %s books a new client, or take + New client", words, key);
}

enum err
booking_settle_client(struct booking_dialog *b)
{
	if (booking_client(b) != 0)
		return ERR_OK;
	if (b->is_new)
		return dialog_text(&b->d, BOOKING_CLIENT)[0] != '\0' ||
			dialog_text(&b->d, BOOKING_PHONE)[0] != '\0'
		    ? ERR_OK
		    : err_set(ERR_USAGE, "a new client has a name or a phone");
	booking_look_up(b);
	if (b->hits.total != 1)
		return not_one(b);
	booking_take_client(b, b->hits.v[0].id);
	return booking_client(b) != 0 ? ERR_OK : not_one(b);
}
