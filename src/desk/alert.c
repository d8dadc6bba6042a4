/* Alerts of a client: added, changed, ended, and what of them shows today. */
#include <frontdesk/desk_client.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "side.h"

enum err
desk_alert_one(struct desk *d, int64_t client_id, const char *number, struct alert *out)
{
	struct alert_list l = {0};
	struct str numbers = {0};
	enum err e = store_alerts(d->store, client_id, &l);
	size_t found = 0;

	number += number[0] == '#';
	for (size_t i = 0; i < l.n; i++)
		str_addf(&numbers, "%s%lld", i > 0 ? ", " : "", (long long)l.v[i].id);
	while (found < l.n && strtoll(number, NULL, 10) != l.v[found].id)
		found++;
	if (e == ERR_OK && found < l.n && number[strspn(number, "0123456789")] == '\0')
		alert_copy(out, &l.v[found]);
	else if (e == ERR_OK && l.n == 0)
		e = err_set(ERR_NOT_FOUND, "client #%lld has no alerts", (long long)client_id);
	else if (e == ERR_OK)
		e = err_set(ERR_NOT_FOUND, "client #%lld has no alert \"%s\"; there are: %s",
		    (long long)client_id, number, str_text(&numbers));
	str_release(&numbers);
	alert_list_release(&l);
	return e;
}

/* "Added an alert of client #12 Smith, Ada": what it says is not for the log. */
static enum err
save_inside(struct desk *d, struct alert *a)
{
	const char *did = a->ended ? "Ended" : a->id == 0 ? "Added" : "Changed";
	struct str label = {0};
	struct client c;
	enum err e;

	client_init(&c);
	e = store_client(d->store, a->client_id, &c);
	if (e == ERR_OK)
		e = store_alert_save(d->store, a);
	if (e == ERR_OK) {
		str_addf(&label, "%s an alert of client #%lld ", did, (long long)c.id);
		client_full_name(&label, c.first,
		    client_shown_last(c.first, c.last, c.preferred, c.phone),
		    &d->practice.settings);
		store_relabel(d->store, str_text(&label), NULL);
	}
	str_release(&label);
	client_release(&c);
	return e;
}

enum err
desk_alert_save(struct desk *d, struct alert *a)
{
	struct store_step step = desk_step(d, "Changed an alert");
	enum err e;

	if (str_or_empty(a->text)[0] == '\0')
		return err_set(ERR_USAGE, "an alert needs a text: what the desk is to be told");
	e = store_begin(d->store, &step);
	return e == ERR_OK ? desk_end(d, save_inside(d, a), false) : e;
}

enum err
alerts_at(struct desk *d, int64_t client_id, enum alert_place at, struct words *out)
{
	struct alert_list l = {0};
	enum err e = store_alerts(d->store, client_id, &l);

	for (size_t i = 0; i < l.n; i++) {
		if (alert_shows(&l.v[i], at, civil_day_of(desk_now(d))))
			words_add(out, l.v[i].text);
	}
	alert_list_release(&l);
	return e;
}
