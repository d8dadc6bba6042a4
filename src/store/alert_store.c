/* Alerts of clients. */
#include <frontdesk/mem.h>

#include "records.h"

static void
read_alert(struct stmt *st, struct alert *a)
{
	a->id = stmt_i64(st, "id");
	a->client_id = stmt_i64(st, "client_id");
	a->rev = (int)stmt_i64(st, "rev");
	a->text = stmt_text(st, "text");
#define X(id, member, word) \
	if (stmt_i64(st, "at_" #member) != 0) \
		a->places |= 1u << ALERT_AT_##id;
	ALERT_PLACE_LIST(X)
#undef X
	a->until = record_day(st, "until_day");
}

enum err
store_alerts(struct store *s, int64_t client_id, struct alert_list *out)
{
	struct stmt st = stmt_begin(s, STMT_ALERTS);
	struct alert_list found = {0};
	enum err e;

	stmt_bind_i64(&st, ":client", client_id);
	while (stmt_row(&st))
		read_alert(&st, list_push(&found));
	e = stmt_end(&st);
	if (e == ERR_OK)
		*out = found;
	else
		alert_list_release(&found);
	return e;
}

enum err
store_alert_save(struct store *s, struct alert *a)
{
	struct stmt st = stmt_begin(s, a->id == 0 ? STMT_ALERT_INSERT : STMT_ALERT_UPDATE);

	if (a->id == 0)
		stmt_bind_i64(&st, ":client", a->client_id);
	record_bind(&st, a->id, a->rev);
	stmt_bind_text(&st, ":text", a->text);
#define X(id, member, word) stmt_bind_i64(&st, ":at_" #member, (a->places >> ALERT_AT_##id) & 1);
	ALERT_PLACE_LIST(X)
#undef X
	record_bind_day(&st, ":until_day", a->until);
	stmt_bind_i64(&st, ":ended", a->ended);
	return record_saved(&st, STMT_ALERT_CHANGED, "alert", &a->id, &a->rev);
}
