/* intake history: every version of what was told, and what it changed. HEALTH. */
#include "health.h"
#include "verbs.h"

#include <frontdesk/desk_health.h>
#include <frontdesk/mem.h>

static const struct table_column columns[] = {
    {"at", "Told", TABLE_WHOLE},
    {"who", "By", TABLE_WHOLE},
    {"source", "From", TABLE_WHOLE},
    {"version", "Version", TABLE_WHOLE},
    {"changes", "What changed", TABLE_LIST},
};
const struct fields fields_versions = {columns, array_size(columns)};

/* In a table a version is one row: what changed, one behind the other. */
static void
join_lines(struct str *out, const char *lines)
{
	for (const char *s = lines; *s != '\0'; s++)
		if (*s != '\n')
			str_addc(out, *s);
		else if (s[1] != '\0')
			str_add(out, "; ");
}

static enum err
out_version(struct request *r, struct table *t, int64_t client_id, const struct intake *head,
    struct intake *before)
{
	const struct vocabulary *l = &r->desk.practice.vocabulary;
	struct str changes = {0}, joined = {0};
	struct intake in = {0};
	enum err e = desk_intake_version(&r->desk, client_id, head->id, &in);

	/* "No change" has no answers: those before it hold. */
	if (e == ERR_OK && head->version != INTAKE_IS_NO_CHANGE) {
		intake_changes(&changes, before, &in, l);
		join_lines(&joined, str_text(&changes));
		intake_release(before);
		*before = in;
	} else {
		intake_release(&in);
	}
	table_time(t, desk_civil(&r->desk, head->at));
	table_text(t, str_or_empty(head->who));
	table_text(t, intake_source_word(head->source));
	table_text(t, intake_version_word(head->version));
	table_str(t, &joined);
	str_release(&changes);
	return e;
}

enum err
verb_intake_history(struct request *r)
{
	struct intake_list l = {0};
	struct intake before;
	struct table *t;
	int64_t id = 0;
	enum err e = health_client(r, r->args.n, "intake history", &id), ended;

	if (e == ERR_OK)
		e = desk_intakes(&r->desk, id, &l);
	if (e != ERR_OK)
		return e;
	if (l.n == 0 && r->format == TABLE_TEXT)
		out_line("Nothing was told yet.");
	intake_init(&before);
	t = out_table(r, columns, array_size(columns));
	for (size_t i = l.n; i > 0 && e == ERR_OK; i--)
		e = out_version(r, t, id, &l.v[i - 1], &before);
	ended = table_end(t);
	intake_release(&before);
	intake_list_release(&l);
	return e != ERR_OK ? e : ended;
}
