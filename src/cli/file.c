/* init, demo, backup, check: the practice's file as a whole. */
#include "out.h"
#include "verbs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <frontdesk/desk_file.h>
#include <frontdesk/desk_history.h>
#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>
#include <frontdesk/safe_file.h>

#include "folder.h"

static enum err
read_text(const char *path, char **out)
{
	enum { MOST = 1 << 20 };
	FILE *in = fopen(path, "re");
	struct str text = {0};
	char part[4096];
	size_t n;
	enum err e = ERR_OK;

	if (in == NULL)
		return err_set(ERR_FAILED, "%s cannot be read: %s", path, strerror(errno));
	while (e == ERR_OK && (n = fread(part, 1, sizeof(part), in)) > 0) {
		str_addn(&text, part, n);
		if (text.n > MOST || memchr(part, '\0', n) != NULL)
			e = err_set(ERR_USAGE, "%s is not a table of services", path);
	}
	if (e == ERR_OK && ferror(in))
		e = err_set(ERR_FAILED, "%s cannot be read: %s", path, strerror(errno));
	fclose(in);
	str_add(&text, "");
	if (e == ERR_OK)
		*out = str_take(&text);
	str_release(&text);
	return e;
}

enum err
verb_init(struct request *r)
{
	const char *zone = request_has(r, OPTION_ZONE) ? r->options[OPTION_ZONE] : r->cli->zone;
	const char *group = r->options[OPTION_GROUP];
	char *services = NULL;
	bool made = false;
	enum err e = ERR_OK;

	if (request_has(r, OPTION_SERVICES))
		e = read_text(r->options[OPTION_SERVICES], &services);
	if (e == ERR_OK)
		e = group != NULL ? folder_share(r, group, &made) : ERR_OK;
	if (e == ERR_OK)
		e = desk_init(&r->where, r->options[OPTION_NAME], zone, services);
	if (e != ERR_OK && made)
		folder_remove(r);
	free(services);
	if (e == ERR_OK)
		e = desk_open(&r->desk, &r->where);
	if (e != ERR_OK)
		return e;
	out_line("Made %s: %s, zone %s, %zu services", r->path,
	    settings_text(&r->desk.practice.settings, SETTING_NAME),
	    settings_text(&r->desk.practice.settings, SETTING_ZONE), r->desk.practice.services.n);
	if (group != NULL)
		out_line("All of the group %s may read and change it", group);
	out_line(
	    "Next: frontdesk therapist add code=mia name=Mia; frontdesk hours mia mon-fri 9-17; "
	    "frontdesk room add code=r1 name=\"Room 1\"");
	return ERR_OK;
}

enum err
verb_demo(struct request *r)
{
	struct demo demo = DEMO_DEFAULT;
	long years = demo.years_back, therapists = demo.therapists, rooms = demo.rooms,
	     clients = demo.clients, seed = (long)demo.seed;
	enum err e;

	e = request_number(r, OPTION_APPOINTMENTS, 1, 10000000, &demo.appointments);
	if (e == ERR_OK)
		e = request_number(r, OPTION_YEARS, 1, 50, &years);
	if (e == ERR_OK)
		e = request_number(r, OPTION_THERAPISTS, 1, 500, &therapists);
	if (e == ERR_OK)
		e = request_number(r, OPTION_ROOMS, 1, 500, &rooms);
	if (e == ERR_OK)
		e = request_number(r, OPTION_CLIENTS, 1, 1000000, &clients);
	if (e == ERR_OK)
		e = request_number(r, OPTION_SEED, 0, INT32_MAX, &seed);
	if (e != ERR_OK)
		return e;
	demo.years_back = (int)years;
	demo.therapists = (int)therapists;
	demo.rooms = (int)rooms;
	demo.clients = (int)clients;
	demo.seed = (uint64_t)seed;
	e = desk_demo(&r->where, &demo);
	if (e == ERR_OK)
		out_line("Made %s, with invented people; look: frontdesk -f %s agenda", r->path,
		    r->path);
	return e;
}

/* --- backup ---------------------------------------------------------------------------------- */

static enum err
copy_to_stdout(const char *path)
{
	FILE *in = fopen(path, "re");
	char part[1 << 16];
	size_t n;
	bool ok = in != NULL;

	while (ok && (n = fread(part, 1, sizeof(part), in)) > 0)
		ok = fwrite(part, 1, n, stdout) == n;
	if (in != NULL) {
		ok = ok && !ferror(in);
		fclose(in);
	}
	return ok ? ERR_OK : err_set(ERR_FAILED, "the copy could not be written to its end");
}

/* A copy is verified before it goes out, so it stands in a folder of its own beside the file. */
static enum err
backup_to_stdout(struct request *r)
{
	struct str folder = {0}, path = {0}, unproved = {0};
	struct backup done;
	enum err e = ERR_OK;

	if (r->cli->columns > 0)
		return err_set(
		    ERR_USAGE, "a copy is not for a terminal; send it into a pipe or a file");
	str_addf(&folder, "%s.backup-XXXXXX", store_path(r->desk.store));
	leftover_set(NULL, NULL, folder.v);
	if (mkdtemp(folder.v) == NULL) {
		leftover_none();
		e = err_set(
		    ERR_FAILED, "no copy: no room for one beside %s: %s", r->path, strerror(errno));
		str_release(&folder);
		return e;
	}
	str_addf(&path, "%s/copy.db", str_text(&folder));
	str_addf(&unproved, "%s.tmp", str_text(&path));
	leftover_set(str_text(&unproved), str_text(&path), str_text(&folder));
	e = desk_backup(&r->desk, str_text(&path), &done);
	if (e == ERR_OK)
		e = copy_to_stdout(str_text(&path));
	unlink(str_text(&path));
	rmdir(str_text(&folder));
	leftover_none();
	str_release(&unproved);
	str_release(&path);
	str_release(&folder);
	return e;
}

static enum err
backup_to(struct request *r, const char *path)
{
	struct str unproved = {0};
	struct backup done;
	enum err e;

	str_addf(&unproved, "%s.tmp", path);
	leftover_set(str_text(&unproved), NULL, NULL);
	e = desk_backup(&r->desk, path, &done);
	leftover_none();
	str_release(&unproved);
	if (e == ERR_OK)
		out_line("%s: %lld appointments, %lld clients, %lld bytes, sha256 %s", path,
		    (long long)done.appointments, (long long)done.clients, (long long)done.bytes,
		    done.sha256);
	return e;
}

/* A copy by its date, then the old ones go. */
static enum err
backup_into(struct request *r, const char *folder)
{
	struct rotation turned = {0};
	struct str path = {0};
	enum err e = desk_backup_name(&r->desk, folder, &path);

	if (e == ERR_OK)
		e = backup_to(r, str_text(&path));
	if (e == ERR_OK)
		e = desk_backup_rotate(&r->desk, str_text(&path), &turned);
	if (e == ERR_OK && turned.kept > 0)
		out_line("Kept %zu cop%s in %s, removed %zu", turned.kept,
		    turned.kept == 1 ? "y" : "ies", folder, turned.removed.n);
	for (size_t i = 0; i < turned.removed.n; i++)
		out_line("Removed %s", turned.removed.v[i]);
	for (size_t i = 0; i < turned.left.n; i++)
		out_notice("%s", turned.left.v[i]);
	rotation_release(&turned);
	str_release(&path);
	return e;
}

enum err
verb_backup(struct request *r)
{
	const char *path = r->args.v[0];
	struct stat st;

	if (strcmp(path, "-") == 0)
		return backup_to_stdout(r);
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return backup_into(r, path);
	return backup_to(r, path);
}

/* --- check ----------------------------------------------------------------------------------- */

static void
print_problem(void *arg, const char *problem)
{
	(void)arg;
	out_line("%s", problem);
}

static enum err
salvage(struct request *r)
{
	const char *out = r->options[OPTION_SALVAGE];
	struct salvage found = {0};
	enum err e = store_salvage(r->path, out, &found);

	if (e == ERR_OK)
		out_line("%s: %lld rows saved, %lld lost", out, (long long)found.rows,
		    (long long)found.lost);
	return e;
}

enum err
verb_check(struct request *r)
{
	enum store_depth depth = request_has(r, OPTION_DEEP) ? CHECK_DEEP : CHECK_QUICK;
	enum err e;

	if (request_has(r, OPTION_SALVAGE))
		return salvage(r);
	e = desk_open(&r->desk, &r->where);
	if (e == ERR_OK)
		e = store_check(r->desk.store, depth, print_problem, NULL);
	if (e == ERR_OK)
		out_line("%s is sound; SQLite %s", r->path, store_sqlite());
	return e;
}
