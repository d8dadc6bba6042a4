/* A new practice file, and its settings. */
#include <frontdesk/desk_health.h>
#include <frontdesk/desk_practice.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/money.h>
#include <frontdesk/text.h>

#include "fields.h"
#include "load.h"

static enum err
add_service(struct desk *d, void *arg, char *const *words, size_t n)
{
	int64_t id = 0;

	(void)arg;
	return service_save_inside(d, &id, words, n);
}

enum err
desk_services_load(struct desk *d, const char *tsv)
{
	static const char *const needed[] = {"code", "name", "prices"};
	static const struct load services = {.name = "services",
	    .needed = needed,
	    .needed_n = array_size(needed),
	    .row = add_service};

	return load_table(d, &services, tsv);
}

static enum err
fill(struct desk *d, const char *name, const char *zone, const char *services)
{
	enum err e = ERR_OK;

	if (name != NULL)
		e = setting_check(SETTING_NAME, name);
	if (name != NULL && e == ERR_OK)
		e = store_setting_set(d->store, SETTING_NAME, name);
	if (e == ERR_OK)
		e = store_setting_set(d->store, SETTING_ZONE, zone);
	if (e == ERR_OK)
		e = store_setting_set(d->store, SETTING_CURRENCY, money_currency(zone));
	if (e == ERR_OK)
		e = desk_services_load(
		    d, services != NULL ? services : load_shipped("services.tsv"));
	store_relabel(d->store, "New practice file", NULL);
	return e;
}

void
desk_remove(struct desk *d)
{
	const char *path = d->options.path;
	struct str why = {0};

	str_add(&why, err_message());
	desk_close(d);
	store_remove(path);
	err_set(ERR_FAILED, "%s", str_text(&why));
	str_release(&why);
}

enum err
desk_create(struct desk *d, const struct desk_options *o, const char *name, const char *zone,
    const char *services)
{
	struct store_step step;
	struct str spelt = {0};
	struct zone *known;
	enum err e;

	*d = (struct desk){.options = *o};
	if (zone == NULL)
		zone = "UTC";
	e = zone_open(&known, zone);
	if (e != ERR_OK)
		return e;
	if (o->usual_place)
		e = store_make_folders(o->path);
	if (e == ERR_OK)
		e = store_open(&d->store, o->path, STORE_CREATE);
	if (e != ERR_OK) {
		zone_close(known);
		return e;
	}
	/* The zone is not in the file yet, but what is said of the time is meant in it. */
	d->zone = known;
	str_add(&spelt, zone_name(known));
	step = desk_step(d, "New practice file");
	step.no_undo = true;
	e = desk_setup_begin(d, &step);
	if (e == ERR_OK)
		e = desk_setup_end(d, fill(d, name, str_text(&spelt), services));
	str_release(&spelt);
	if (e == ERR_OK)
		e = desk_vocabulary_load(d);
	if (e != ERR_OK)
		desk_remove(d);
	return e;
}

enum err
desk_init(const struct desk_options *o, const char *name, const char *zone, const char *services)
{
	struct desk d;
	enum err e;

	e = desk_create(&d, o, name, zone, services);
	if (e == ERR_OK)
		desk_close(&d);
	return e;
}

static bool
found_one(void *arg, const struct appt *a)
{
	(void)a;
	*(bool *)arg = true;
	return false;
}

/* Before the zone changes; inside its step. *name becomes as it is spelt. */
static enum err
change_zone(struct desk *d, struct str *name, const char *yes)
{
	const struct appt_query coming = {
	    .from = desk_now(d), .until = civil_at(CIVIL_DAY_LAST, 0), .holds_only = true};
	struct zone *zone;
	bool any = false;
	enum err e;

	e = zone_open(&zone, str_text(name));
	if (e != ERR_OK)
		return e;
	str_clear(name);
	str_add(name, zone_name(zone));
	zone_close(zone);
	if (strcmp(str_text(name), zone_name(d->zone)) == 0)
		return ERR_OK;
	e = store_appts(d->store, &coming, found_one, &any);
	if (e == ERR_OK && any && yes == NULL)
		return err_set(ERR_NEEDS_YES,
		    "appointments to come keep their time on the wall, now of %s; say why",
		    str_text(name));
	return e == ERR_OK && any ? store_appts_touch(d->store, coming.from) : e;
}

enum err
desk_set(struct desk *d, const char *key, const char *value, const char *yes)
{
	struct store_step step = desk_step(d, "Changed a setting");
	struct str clean = {0}, label = {0};
	enum setting id;
	enum err e;

	e = setting_find(key, &id);
	if (e != ERR_OK)
		return e;
	(void)text_clean(&clean, value, strlen(value),
	    setting_rows[id].kind == SETTING_LINES ? TEXT_LINES : TEXT_LINE);
	e = setting_check(id, str_text(&clean));
	str_addf(&label, "Set %s", setting_rows[id].key);
	step.label = str_text(&label);
	step.reason = yes;
	if (e == ERR_OK)
		e = desk_setup_begin(d, &step);
	if (e == ERR_OK) {
		if (id == SETTING_ZONE)
			e = change_zone(d, &clean, yes);
		if (e == ERR_OK)
			e = store_setting_set(d->store, id, str_text(&clean));
		e = desk_setup_end(d, e);
	}
	str_release(&label);
	str_release(&clean);
	return e;
}
