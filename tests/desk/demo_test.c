/* The demonstration practice: sound, as large as asked for, the same for the same seed. */
#include <frontdesk/desk_file.h>
#include <frontdesk/mem.h>

#include "desk_fixture.h"

/* What a receptionist would see of one: every row, and what calendars know it by. */
struct seen {
	struct str rows;
	long n;
};

static bool
see(void *arg, const struct appt *a)
{
	struct seen *s = arg;
	char start[CIVIL_MIN_SIZE], uid[APPT_UID_TEXT];

	str_addf(&s->rows, "%s %s %c %s %s %lld %lld\n", appt_uid_text(a->uid, uid),
	    civil_iso_min(a->start, start), appt_state_char(a->state), a->client_first,
	    a->client_last, (long long)a->therapist_id, (long long)a->service_id);
	s->n++;
	return true;
}

static void
problem(void *arg, const char *sentence)
{
	(void)arg;
	printf("# %s\n", sentence);
}

static struct seen
demo(struct demo wish, const char *what)
{
	struct desk_options o = fixture_options("rita");
	const struct appt_query all = {0};
	struct seen s = {0};
	struct desk d = {0};

	fixture_remove();
	ok(desk_demo(&o, &wish) == ERR_OK && desk_open(&d, &o) == ERR_OK, "%s: made", what);
	is_int(store_appts(d.store, &all, see, &s), ERR_OK, "%s: read", what);
	is_int(store_check(d.store, CHECK_DEEP, problem, NULL), ERR_OK, "%s: sound", what);
	desk_close(&d);
	return s;
}

int
main(void)
{
	struct demo usual = DEMO_DEFAULT, other = DEMO_DEFAULT, many = DEMO_DEFAULT,
		    few = DEMO_DEFAULT;
	struct desk_options o = fixture_options("rita");
	struct seen a = demo(usual, "usual"), b = demo(usual, "again"), c;

	ok(a.n > 1000, "a year of it: %ld appointments", a.n);
	is_str(str_text(&a.rows), str_text(&b.rows), "the same seed gives the same");
	str_release(&b.rows);
	other.seed = 2;
	b = demo(other, "another seed");
	ok(strcmp(str_text(&a.rows), str_text(&b.rows)) != 0, "gives another");
	many.appointments = 12345;
	c = demo(many, "many");
	is_int(c.n, 12345, "as many as asked for");
	str_release(&c.rows);
	few.clients = 5;
	c = demo(few, "few clients");
	ok(c.n > 100, "who come often: %ld", c.n);
	is_int(desk_demo(&o, &usual), ERR_REFUSED, "a file is not overwritten: %s", err_message());
	few.rooms = 0;
	is_int(desk_demo(&o, &few), ERR_USAGE, "a practice without a room: %s", err_message());
	str_release(&a.rows);
	str_release(&b.rows);
	str_release(&c.rows);
	return done();
}
