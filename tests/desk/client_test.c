/* Changing a client at the desk: the rev that was seen. */
#include "desk_fixture.h"

#include <string.h>

#include <frontdesk/desk_client.h>

static int64_t
add(struct desk *d)
{
	struct findings alike = {0};
	struct client c;
	int64_t id;

	if (desk_client_add(d, WORDS("Ada Smith"), 1, NULL, false, &c, &alike) != ERR_OK)
		abort();
	id = c.id;
	findings_release(&alike);
	client_release(&c);
	return id;
}

int
main(void)
{
	struct desk d = {0};
	struct client c;
	int64_t id;
	int seen;

	fixture_open(&d);
	id = add(&d);
	is_int(desk_client_edit(&d, id, 0, WORDS("phone=555 0101"), 1, &c), ERR_OK, "changed");
	seen = c.rev;
	client_release(&c);
	is_int(desk_client_edit(&d, id, seen - 1, WORDS("phone=555 0102"), 1, &c), ERR_BUSY,
	    "not by who has seen them otherwise");
	ok(strstr(err_message(), "rita") != NULL, "who changed them is said: %s", err_message());
	client_release(&c);
	is_int(desk_client_edit(&d, id, seen, WORDS("phone=555 0103"), 1, &c), ERR_OK,
	    "but by who has seen them so");
	is_str(c.phone, "555 0103", "and so they stand");
	client_release(&c);
	desk_close(&d);
	return done();
}
