/* set: the settings of the practice. */
#include "out.h"
#include "verbs.h"

#include <stdlib.h>

#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>

static const struct table_column columns[] = {
    {"key", "Key", TABLE_WHOLE},
    {"value", "Value", TABLE_STRING},
    {"help", "What", TABLE_STRING},
};

static enum err
out_settings(const struct request *r, enum setting first, enum setting last)
{
	struct table *t = out_table(r, columns, array_size(columns));

	for (enum setting id = first; id <= last; id++) {
		table_text(t, setting_rows[id].key);
		table_text(t, settings_text(&r->desk.practice.settings, id));
		table_text(t, setting_rows[id].help);
	}
	return table_end(t);
}

enum err
verb_set(struct request *r)
{
	enum setting id;
	char *value;
	enum err e;

	if (r->args.n == 0)
		return out_settings(r, 0, SETTING_COUNT - 1);
	e = setting_find(r->args.v[0], &id);
	if (e == ERR_OK && r->args.n > 1) {
		value = request_words(r, 1);
		e = desk_set(&r->desk, r->args.v[0], value, r->options[OPTION_YES]);
		free(value);
	}
	if (e != ERR_OK)
		return e;
	return out_settings(r, id, id);
}
