/* Copies in a folder: how they are called, and which of them stay. */
#include <frontdesk/desk_history.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/generation.h>
#include <frontdesk/mem.h>

/* "/srv/backup/practice-" for the file practice.db. */
static void
add_stem(const struct desk *d, const char *folder, struct str *out)
{
	const char *path = store_path(d->store), *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1, *dot = strrchr(name, '.');
	size_t n = dot == NULL || dot == name ? strlen(name) : (size_t)(dot - name);

	str_addf(out, "%s/%.*s-", strcmp(folder, "/") == 0 ? "" : folder, (int)n, name);
}

enum err
desk_backup_name(const struct desk *d, const char *folder, struct str *out)
{
	char *real = realpath(folder, NULL);
	char day[CIVIL_DAY_SIZE];
	civil_min now = desk_now(d);

	if (real == NULL)
		return err_set(
		    ERR_FAILED, "the folder %s cannot be read: %s", folder, strerror(errno));
	add_stem(d, real, out);
	str_addf(out, "%s-%02d%02d.db", civil_iso_day(civil_day_of(now), day),
	    civil_minute_of(now) / 60, civil_minute_of(now) % 60);
	free(real);
	return ERR_OK;
}

/* "2026-11-23-0900.db": what desk_backup_name() puts behind the stem. */
static bool
is_dated(const char *tail)
{
	static const char form[] = "0000-00-00-0000.db";
	size_t i;

	for (i = 0; form[i] != '\0'; i++) {
		if (form[i] == '0' ? tail[i] < '0' || tail[i] > '9' : tail[i] != form[i])
			return false;
	}
	return tail[i] == '\0';
}

/* Of all copies those that were named by us, in the folder of `newest`. */
static void
only_ours(const struct desk *d, const char *newest, struct copy_list *l)
{
	char *folder = xstrndup(newest, (size_t)(strrchr(newest, '/') - newest));
	struct str stem = {0};
	size_t n = 0;

	add_stem(d, folder, &stem);
	for (size_t i = 0; i < l->n; i++) {
		if (strncmp(l->v[i].path, str_text(&stem), stem.n) == 0 &&
		    is_dated(l->v[i].path + stem.n))
			l->v[n++] = l->v[i];
		else
			free(l->v[i].path);
	}
	l->n = n;
	str_release(&stem);
	free(folder);
}

static enum err
forget(struct desk *d, const struct copy_list *gone)
{
	struct store_step step = desk_note_step(d, "Removed old copies");
	enum err e = store_begin(d->store, &step);

	if (e != ERR_OK)
		return e;
	for (size_t i = 0; i < gone->n && e == ERR_OK; i++) {
		struct str what = {0};

		str_addf(&what, "Removed the copy %s", gone->v[i].path);
		e = store_copy_forget(d->store, &gone->v[i]);
		if (e == ERR_OK)
			e = store_audit_add(d->store, "backup", 0, str_text(&what));
		str_release(&what);
	}
	if (e == ERR_OK)
		e = store_commit(d->store);
	store_rollback(d->store);
	return e;
}

/* Removes those that are not to stay. */
static enum err
thin_out(struct desk *d, const struct copy_list *l, const bool *keep, struct rotation *out)
{
	struct copy_list gone = {0};
	enum err e = ERR_OK;

	for (size_t i = 0; i < l->n && e == ERR_OK; i++) {
		if (keep[i])
			continue;
		e = store_copy_remove(d->store, &l->v[i]);
		if (e == ERR_OK) {
			*list_push(&out->removed) = xstrdup(l->v[i].path);
			*list_push(&gone) = l->v[i];
		} else if (e == ERR_REFUSED) {
			*list_push(&out->left) = xstrdup(err_message());
			e = ERR_OK;
		}
	}
	out->kept = l->n - gone.n;
	if (e == ERR_OK && gone.n > 0)
		e = forget(d, &gone);
	free(gone.v);
	return e;
}

enum err
desk_backup_rotate(struct desk *d, const char *newest, struct rotation *out)
{
	struct copy_list l = {0};
	civil_day *day;
	bool *keep;
	enum err e;

	*out = (struct rotation){0};
	/* Nor does the log of such a file know of the copy; and who may only look removes nothing.
	 */
	if (store_read_only(d->store) || !desk_may_write(d))
		return ERR_OK;
	e = store_copies(d->store, &l);
	if (e != ERR_OK)
		return e;
	only_ours(d, newest, &l);
	day = xcalloc(l.n + 1, sizeof(*day));
	keep = xcalloc(l.n + 1, sizeof(*keep));
	for (size_t i = 0; i < l.n; i++)
		day[i] = civil_day_of(desk_civil(d, l.v[i].at));
	generations(day, keep, l.n);
	/* What was just made stays, though a clock that was set back makes it old. */
	for (size_t i = 0; i < l.n; i++)
		keep[i] = keep[i] || strcmp(l.v[i].path, newest) == 0;
	e = thin_out(d, &l, keep, out);
	free(keep);
	free(day);
	copy_list_release(&l);
	return e;
}

void
rotation_release(struct rotation *r)
{
	words_release(&r->removed);
	words_release(&r->left);
	*r = (struct rotation){0};
}
