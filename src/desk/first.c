/* The first start: where the practice comes from while there is no file. */
#include <frontdesk/desk_file.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>

#include "fields.h"

static const char no_services[] = "code\tname\tprices\n";

enum err
desk_in_memory(struct desk *d, const struct desk_options *o, const char *name, const char *zone)
{
	struct desk_options nowhere = *o;

	nowhere.path = ":memory:";
	nowhere.usual_place = false;
	return desk_create(d, &nowhere, name, zone, no_services);
}

/* Adds "298 clients, 2 refused". */
static void
tell(struct str *told, const char *what, const struct import_report *r)
{
	str_addf(
	    told, "%s%ld %s", told->n > 0 ? ", " : "", r->rows - r->count[IMPORT_REFUSED], what);
	if (r->count[IMPORT_REFUSED] > 0)
		str_addf(told, " (%ld refused)", r->count[IMPORT_REFUSED]);
}

static enum err
take_over(struct desk *d, enum import_what what, const char *path, struct str *told)
{
	const struct import_options o = {.what = what, .yes = "first start"};
	struct import_report report = {0};
	FILE *in;
	enum err e;

	if (str_or_empty(path)[0] == '\0')
		return ERR_OK;
	in = fopen(path, "re");
	if (in == NULL)
		return err_set(ERR_FAILED, "%s cannot be read: %s", path, strerror(errno));
	e = desk_import(d, in, &o, &report);
	if (e == ERR_OK)
		tell(told, what == IMPORT_CLIENTS ? "clients" : "appointments", &report);
	else
		err_set(e, "%s: %s", path, err_message());
	import_report_release(&report);
	fclose(in);
	return e;
}

enum err
desk_first(const struct desk_options *o, const struct first *w, struct str *told)
{
	struct desk d;
	enum err e;

	if (w->zone[0] == '\0')
		return err_set(ERR_USAGE, "the zone is needed, like Europe/Berlin");
	e = desk_create(
	    &d, o, w->name[0] != '\0' ? w->name : NULL, w->zone, w->services ? NULL : no_services);
	if (e != ERR_OK)
		return e;
	e = take_over(&d, IMPORT_CLIENTS, w->clients, told);
	if (e == ERR_OK)
		e = take_over(&d, IMPORT_APPOINTMENTS, w->diary, told);
	if (e != ERR_OK)
		desk_remove(&d);
	else
		desk_close(&d);
	return e;
}

enum err
desk_adopt(const struct desk_options *o, const char *backup, struct backup *out)
{
	enum err e = o->usual_place ? store_make_folders(o->path) : ERR_OK;

	return e == ERR_OK ? store_adopt(backup, o->path, out) : e;
}
