/* When a client's health was last told or confirmed, for the question at arrival. */
#include <frontdesk/desk_client.h>
#include <frontdesk/desk_health.h>
#include <frontdesk/desk_history.h>

#include "desk_fixture.h"

static civil_day
stamp(struct desk *d, int64_t client_id)
{
	int64_t at = -1;

	is_int(desk_intake_stamp(d, client_id, &at), ERR_OK, "a stamp is read");
	return at == 0 ? CIVIL_DAY_NONE : civil_day_of(desk_civil(d, at));
}

static bool
count(void *arg, const struct audit *a)
{
	*(int *)arg += strcmp(a->action, "Opened health") == 0;
	return true;
}

int
main(void)
{
	const struct audit_query all = {0};
	struct findings alike = {0};
	struct client c;
	struct desk d = {0};
	civil_day today;
	int opened = 0;
	char *label = NULL;

	fixture_open(&d);
	client_init(&c);
	today = civil_day_of(desk_now(&d));
	is_int(desk_client_add(
		   &d, WORDS("first=Ada", "last=Smith"), 2, "owner agreed", false, &c, &alike),
	    ERR_OK, "a client");
	ok(stamp(&d, c.id) == CIVIL_DAY_NONE, "nothing was told");
	is_int(desk_no_change(&d, c.id), ERR_REFUSED, "there is no change from nothing");
	is_int(desk_intake_words(&d, c.id, INTAKE_NEWEST, WORDS("pain=3"), 1), ERR_OK, "told");
	is_int(stamp(&d, c.id), today, "today");
	desk_close(&d);
	{
		struct desk_options o = fixture_options("rita");

		o.pinned += (civil_min)100 * 1440;
		is_int(desk_open(&d, &o), ERR_OK, "100 days later");
	}
	is_int(stamp(&d, c.id), today, "it is as old as it was told");
	is_int(desk_no_change(&d, c.id), ERR_OK, "no change");
	is_int(stamp(&d, c.id), today + 100, "it is of that day");
	is_int(desk_undo(&d, &label), ERR_OK, "taken back");
	is_int(stamp(&d, c.id), today, "it is as old again");
	is_int(store_audit(d.store, &all, count, &opened), ERR_OK, "the audit");
	is_int(opened, 0, "the answers were not opened by that");
	free(label);
	client_release(&c);
	findings_release(&alike);
	desk_close(&d);
	return done();
}
