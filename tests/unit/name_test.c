/* What clients are called, also while the screen keeps names to itself. */
#include <frontdesk/client.h>

#include "../tap.h"

/* The screen keeps names to itself: initials, but for what is kept. */
static void
test_privacy(void)
{
	struct settings s = {.initials = true};
	struct str out = {0};

	client_name(&out, "Ada", "Smith", &s);
	is_str(str_text(&out), "A.S.", "initials");
	str_clear(&out);
	client_full_name(&out, "Ada", "Smith", &s);
	is_str(str_text(&out), "Smith, Ada", "in full for what is kept");
	str_clear(&out);
	client_short_name(&out, "\xc3\x89lodie", "", &s);
	is_str(str_text(&out), "\xc3\x89.", "one name");
	str_clear(&out);
	s.initials = false;
	client_short_name(&out, "Ada", "Smith", &s);
	is_str(str_text(&out), "Smith", "short is the last name");
	str_clear(&out);
	client_short_name(&out, "Ada", NULL, &s);
	is_str(str_text(&out), "Ada", "else the first");
	str_clear(&out);
	client_short_name(&out, "", NULL, &s);
	is_str(str_text(&out), "?", "none at all");
	str_release(&out);
}

int
main(void)
{
	test_privacy();
	return done();
}
