/* One field of a client as text. */
#include <frontdesk/client.h>
#include <frontdesk/mem.h>

#include "fixture.h"
#include "../tap.h"

/* What is told of a field sets another client to the same. */
int
main(void)
{
	static const char *const cases[][2] = {{"first", "Ada"}, {"last", "Smith"},
	    {"note", "two words"}, {"birth", "1980-03-12"}, {"birth", ""},
	    {"guardian", "Ada Smith"}, {"guardian", "#12"}, {"guardian", ""},
	    {"guardian_phone", "030 1"}, {"message", "yes"}, {"message", "no"}, {"gender", "F"},
	    {"gender", "any"}, {"prefers", "mia"}, {"prefers", ""}, {"avoid", "jon, mia"},
	    {"avoid", ""}, {"state", "barred"}};
	struct practice p;
	struct client c;
	struct str s = {0};

	fixture_practice(&p);
	client_init(&c);
	for (size_t i = 0; i < array_size(cases); i++) {
		str_clear(&s);
		is_int(client_set(&c, &p, cases[i][0], cases[i][1]), ERR_OK, "%s", cases[i][0]);
		client_tell(&c, &p, cases[i][0], &s);
		is_str(str_text(&s), cases[i][1], "is told as it is set");
	}
	str_clear(&s);
	client_tell(&c, &p, "shoe", &s);
	is_str(str_text(&s), "", "there is nothing to tell of an unknown field");
	str_release(&s);
	client_release(&c);
	practice_release(&p);
	return done();
}
