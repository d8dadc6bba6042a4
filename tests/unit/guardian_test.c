/* Who speaks for a client under age: a client by number, or a name; and their phone. */
#include <frontdesk/client.h>

#include "fixture.h"
#include "../tap.h"

static void
test_set(struct client *c, const struct practice *p)
{
	static const struct {
		const char *value;
		int64_t id;
		const char *name; /* NULL: refused */
	} cases[] = {{"#12", 12, ""}, {"#x", 0, NULL}, {"#0", 0, NULL}, {"#", 0, NULL},
	    {"#99999999999999999999", 0, NULL}, {"Ada Smith ", 0, "Ada Smith"}, {"#7", 7, ""},
	    {"", 0, ""}, {"Bo", 0, "Bo"}};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		enum err e = client_set(c, p, "guardian", cases[i].value);

		is_int(
		    e, cases[i].name == NULL ? ERR_USAGE : ERR_OK, "guardian %s", cases[i].value);
		if (e == ERR_OK) {
			is_int(c->guardian_id, cases[i].id, "its number");
			is_str(
			    c->guardian, cases[i].name, "or its name: one takes the other's place");
		}
	}
	is_int(client_set(c, p, "guardian", "#x"), ERR_USAGE, "not a number");
	is_str(err_message(), "guardian \"#x\" is no number of a client; write #12, or a name",
	    "said");
	is_str(c->guardian, "Bo", "and the one before stays");
	is_int(client_set(c, p, "guardian_phone", "later"), ERR_USAGE, "a phone has figures");
	is_str(err_message(), "guardian_phone \"later\" has no figures", "said");
	is_int(client_set(c, p, "guardian_phone", "030 1"), ERR_OK, "a phone");
	is_str(c->guardian_phone, "030 1", "as typed");
}

static void
test_check(struct client *c, const struct practice *p)
{
	is_int(client_set(c, p, "first", "Cy"), ERR_OK, "a name");
	c->id = 7;
	is_int(client_set(c, p, "guardian", "#7"), ERR_OK, "by number");
	is_int(client_check(c), ERR_USAGE, "nobody is their own guardian");
	is_str(err_message(), "guardian #7 is the client; name somebody else", "which is said");
	is_int(client_set(c, p, "guardian", "#8"), ERR_OK, "somebody else");
	is_int(client_check(c), ERR_OK, "may be");
}

int
main(void)
{
	struct practice p;
	struct client c;

	fixture_practice(&p);
	client_init(&c);
	test_set(&c, &p);
	test_check(&c, &p);
	client_release(&c);
	practice_release(&p);
	return done();
}
