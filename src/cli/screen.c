/* screen: a screen as text. */
#include "verbs.h"

#include <stdlib.h>

#include <frontdesk/str.h>

enum { COLUMNS = 80, ROWS = 24 };

/* "80x24" */
static enum err
read_size(const char *text, struct cli_screen *s)
{
	char *end;
	long columns, rows = 0;

	if (text == NULL)
		return ERR_OK;
	columns = strtol(text, &end, 10);
	if (end != text && *end == 'x')
		rows = strtol(end + 1, &end, 10);
	if (*end != '\0' || columns < 1 || columns > 1000 || rows < 1 || rows > 1000)
		return err_set(ERR_USAGE, "--size \"%s\" is not a size like 80x24", text);
	s->columns = (int)columns;
	s->rows = (int)rows;
	return ERR_OK;
}

enum err
verb_screen(struct request *r)
{
	struct cli_screen s = {
	    .name = r->args.v[0],
	    .columns = COLUMNS,
	    .rows = ROWS,
	    .keys = str_or_empty(r->options[OPTION_KEYS]),
	};
	enum err e = read_size(r->options[OPTION_SIZE], &s);

	return e == ERR_OK ? r->cli->screen(&r->where, request_has(r, OPTION_ASCII), &s) : e;
}
