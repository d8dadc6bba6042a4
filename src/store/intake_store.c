/* Intakes: versions are appended and read whole; notes of imports that nobody has read. */
#include <string.h>

#include <frontdesk/mem.h>

#include "health.h"

int
health_number(struct stmt *st, const char *column, int none)
{
	return stmt_is_null(st, column) ? none : (int)stmt_i64(st, column);
}

void
health_bind_number(struct stmt *st, const char *name, int v, int none)
{
	if (v == none)
		stmt_bind_null(st, name);
	else
		stmt_bind_i64(st, name, v);
}

size_t
health_word(struct stmt *st, const char *column, const char *(*word)(size_t), size_t n)
{
	const char *text = stmt_peek(st, column);

	for (size_t i = 0; i < n; i++)
		if (strcmp(text, word(i)) == 0)
			return i;
	st->err = err_set(ERR_DAMAGED, "a health record has a %s we do not know", column);
	return 0;
}

static const char *
field_word(size_t i)
{
	return intake_field_rows[i].word;
}

static const char *
source_word(size_t i)
{
	return intake_source_word((enum intake_source)i);
}

static const char *
version_word(size_t i)
{
	return intake_version_word((enum intake_version)i);
}

static const char *
kind_word(size_t i)
{
	return region_kind_word((enum region_kind)i);
}

void
intake_read(struct stmt *st, struct intake *in)
{
	*in = (struct intake){
	    .id = stmt_i64(st, "id"),
	    .client_id = stmt_i64(st, "client_id"),
	    .at = stmt_i64(st, "at"),
	    .who = stmt_text(st, "who"),
	    .source =
		(enum intake_source)health_word(st, "source", source_word, INTAKE_SOURCE_COUNT),
	    .version =
		(enum intake_version)health_word(st, "kind", version_word, INTAKE_VERSION_COUNT),
	    .note = stmt_text(st, "note"),
	    .stamped_at = stmt_i64(st, "stamped_at"),
	};
}

static void
read_item(struct stmt *st, struct intake *in)
{
	struct intake_item item = {
	    .field = (enum intake_field)health_word(st, "field", field_word, INTAKE_FIELD_COUNT),
	    .code = stmt_text(st, "code"),
	    .text = stmt_text(st, "text"),
	    .number = health_number(st, "number", -1),
	    .day = record_day(st, "day"),
	    .past = stmt_i64(st, "past") != 0,
	};
	size_t at = in->items.n;

	/* The file has them by the names of their fields. */
	(void)list_push(&in->items);
	for (; at > 0 && in->items.v[at - 1].field > item.field; at--)
		in->items.v[at] = in->items.v[at - 1];
	in->items.v[at] = item;
}

static void
read_region(struct stmt *st, struct intake *in)
{
	struct region *r = list_push(&in->regions);

	*r = (struct region){
	    .side = stmt_peek(st, "side")[0],
	    .kind = (enum region_kind)health_word(st, "kind", kind_word, REGION_KIND_COUNT),
	    .pain = health_number(st, "pain", PAIN_NONE),
	    .pressure = health_number(st, "pressure", 0),
	};
	(void)snprintf(r->code, sizeof(r->code), "%s", stmt_peek(st, "code"));
}

enum err
intake_read_answers(struct store *s, struct intake *in)
{
	struct stmt st = stmt_begin(s, STMT_INTAKE_ITEMS);
	enum err e;

	stmt_bind_i64(&st, ":id", in->id);
	while (stmt_row(&st))
		read_item(&st, in);
	if ((e = stmt_end(&st)) != ERR_OK)
		return e;
	st = stmt_begin(s, STMT_INTAKE_REGIONS);
	stmt_bind_i64(&st, ":id", in->id);
	while (stmt_row(&st))
		read_region(&st, in);
	return stmt_end(&st);
}

enum err
store_intake_version(struct store *s, int64_t id, struct intake *out)
{
	struct stmt st = stmt_begin(s, STMT_INTAKE_VERSION);
	struct intake in = {0};
	enum err e;

	stmt_bind_i64(&st, ":id", id);
	while (stmt_row(&st))
		intake_read(&st, &in);
	e = record_end(&st, in.id != 0, "intake", id);
	if (e == ERR_OK)
		e = intake_read_answers(s, &in);
	in.stamped_at = in.at;
	if (e == ERR_OK)
		*out = in;
	else
		intake_release(&in);
	return e;
}

enum err
store_intakes(struct store *s, int64_t client_id, struct intake_list *out)
{
	struct stmt st = stmt_begin(s, STMT_INTAKES);
	struct intake_list found = {0};
	enum err e;

	stmt_bind_i64(&st, ":client", client_id);
	while (stmt_row(&st))
		intake_read(&st, list_push(&found));
	e = stmt_end(&st);
	for (size_t i = 0; i < found.n; i++)
		found.v[i].stamped_at = found.v[i].at;
	if (e == ERR_OK)
		*out = found;
	else
		intake_list_release(&found);
	return e;
}

static enum err
add_item(struct store *s, int64_t id, const struct intake_item *item, int place)
{
	struct stmt st = stmt_begin(s, STMT_INTAKE_ITEM_ADD);

	stmt_bind_i64(&st, ":id", id);
	stmt_bind_text(&st, ":field", field_word(item->field));
	stmt_bind_i64(&st, ":place", place);
	stmt_bind_text(&st, ":code", item->code);
	stmt_bind_text(&st, ":text", item->text);
	health_bind_number(&st, ":number", item->number, -1);
	record_bind_day(&st, ":day", item->day);
	stmt_bind_i64(&st, ":past", item->past);
	return stmt_run(&st);
}

static enum err
add_region(struct store *s, int64_t id, const struct region *r, size_t place)
{
	struct stmt st = stmt_begin(s, STMT_INTAKE_REGION_ADD);

	stmt_bind_i64(&st, ":id", id);
	stmt_bind_i64(&st, ":place", (int64_t)place);
	stmt_bind_text(&st, ":code", r->code);
	record_bind_letter(&st, ":side", r->side);
	stmt_bind_text(&st, ":kind", kind_word(r->kind));
	health_bind_number(&st, ":pain", r->pain, PAIN_NONE);
	health_bind_number(&st, ":pressure", r->pressure, 0);
	return stmt_run(&st);
}

enum err
intake_append(struct store *s, struct intake *in)
{
	struct stmt st = stmt_begin(s, STMT_INTAKE_APPEND);
	int places[INTAKE_FIELD_COUNT] = {0};
	enum err e;

	stmt_bind_i64(&st, ":client", in->client_id);
	stmt_bind_i64(&st, ":told_at", in->at);
	stmt_bind_text(&st, ":who", s->step.who);
	stmt_bind_text(&st, ":source", source_word(in->source));
	stmt_bind_text(&st, ":kind", version_word(in->version));
	stmt_bind_text(&st, ":note", in->note);
	e = stmt_one(&st, "id", &in->id);
	for (size_t i = 0; e == ERR_OK && i < in->items.n; i++)
		e = add_item(s, in->id, &in->items.v[i], places[in->items.v[i].field]++);
	for (size_t i = 0; e == ERR_OK && i < in->regions.n; i++)
		e = add_region(s, in->id, &in->regions.v[i], i);
	return e;
}

enum err
store_intake_add(struct store *s, struct intake *in)
{
	struct intake before;
	enum err e = store_intake(s, in->client_id, &before);

	if (e != ERR_OK)
		return e;
	if (before.id == 0 && in->version != INTAKE_IS_NO_CHANGE)
		in->version = INTAKE_IS_NEW;
	intake_release(&before);
	in->at = in->stamped_at = s->step.at;
	xstrset(&in->who, s->step.who);
	return intake_append(s, in);
}

enum err
store_notes_unreviewed(
    struct store *s, int64_t client_id, bool (*fn)(void *, const struct note_seen *), void *arg)
{
	struct stmt st =
	    stmt_begin(s, client_id != 0 ? STMT_NOTES_UNREVIEWED_OF : STMT_NOTES_UNREVIEWED);
	bool more = true;

	if (client_id != 0)
		stmt_bind_i64(&st, ":client", client_id);
	while (more && stmt_row(&st)) {
		const struct note_seen seen = {
		    .record = stmt_peek(&st, "record"),
		    .id = stmt_i64(&st, "id"),
		    .client_id = stmt_i64(&st, "client_id"),
		    .note = stmt_peek(&st, "note"),
		};

		more = fn(arg, &seen);
	}
	return stmt_end(&st);
}

enum err
store_note_reviewed(struct store *s, const char *record, int64_t id)
{
	struct stmt st = stmt_begin(s, STMT_NOTE_REVIEWED);

	record_bind(&st, 0, 0);
	stmt_bind_text(&st, ":record", record);
	stmt_bind_i64(&st, ":id", id);
	return stmt_run(&st);
}
