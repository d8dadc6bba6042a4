#include "load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/embedded.h>
#include <frontdesk/mem.h>
#include <frontdesk/table.h>

const char *
load_shipped(const char *name)
{
	for (size_t i = 0; i < embedded_seed_count; i++)
		if (strcmp(embedded_seeds[i].name, name) == 0)
			return embedded_seeds[i].text;
	return "";
}

static enum err
load_row(
    struct desk *d, const struct load *l, const struct csv_row *header, const struct csv_row *row)
{
	struct words words = {0};
	enum err e;

	if (row->fault != NULL)
		return err_set(ERR_USAGE, "%s, line %ld: %s", l->name, row->line, row->fault);
	for (size_t i = 0; i < row->n && i < header->n; i++)
		if (row->v[i][0] != '\0') {
			struct str word = {0};

			str_addf(&word, "%s=%s", header->v[i], row->v[i]);
			*list_push(&words) = str_take(&word);
		}
	e = l->row(d, l->arg, words.v, words.n);
	if (e != ERR_OK)
		err_set(e, "%s, line %ld: %s", l->name, row->line, err_message());
	words_release(&words);
	return e;
}

static enum err
check_header(const struct load *l, const struct csv_row *header)
{
	struct str missing = {0};
	enum err e = ERR_OK;

	for (size_t i = 0; i < l->needed_n; i++) {
		bool has = false;

		for (size_t k = 0; k < header->n && !has; k++)
			has = strcmp(header->v[k], l->needed[i]) == 0;
		if (!has)
			str_addf(&missing, "%s%s", missing.n > 0 ? ", " : "", l->needed[i]);
	}
	if (missing.n > 0)
		e = err_set(
		    ERR_USAGE, "the table of %s lacks the columns %s", l->name, str_text(&missing));
	str_release(&missing);
	return e;
}

/* Comments become blank lines, which the reader passes over: the lines keep their numbers. */
static void
without_comments(struct str *out, const char *text)
{
	for (size_t n; *text != '\0'; text += n) {
		n = strcspn(text, "\n");
		if (*text != '#')
			str_addn(out, text, n);
		if (text[n] == '\n') {
			str_addc(out, '\n');
			n++;
		}
	}
}

enum err
load_table(struct desk *d, const struct load *l, const char *text)
{
	struct str rows = {0};
	struct csv *csv = NULL;
	struct csv_row row;
	FILE *in;
	enum err e;

	without_comments(&rows, text);
	in = rows.n > 0 ? fmemopen(rows.v, rows.n, "r") : NULL;
	if (in == NULL)
		e = err_set(ERR_USAGE, "the table of %s is empty", l->name);
	else
		e = csv_open(&csv, in);
	if (in != NULL)
		fclose(in);
	str_release(&rows);
	if (e != ERR_OK)
		return e;
	e = check_header(l, csv_header(csv));
	while (e == ERR_OK && csv_next(csv, &row))
		e = load_row(d, l, csv_header(csv), &row);
	csv_close(csv);
	return e;
}
