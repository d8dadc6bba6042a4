/* What clients are called, also while the screen keeps names to itself. */
#include <frontdesk/client.h>
#include <frontdesk/mem.h>

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

/* Of a field; what is no name is not kept back. */
static void
test_veil(void)
{
	static const struct {
		const char *field, *text, *shown;
	} rows[] = {{"first", "Ada", "A."}, {"last", "von Trapp", "v."}, {"preferred", "", ""},
	    {"email", "ada.smith@example.org", "…@example.org"}, {"email", "", ""},
	    {"email", "ada", "…"}, {"phone", "555 0100", NULL}, {"note", "Ada", NULL},
	    {"guardian", "Ada von Trapp", "A.v."}, {"guardian", "#12 A.S.", NULL}};
	struct str out = {0};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		str_clear(&out);
		is_int(client_veil(&out, rows[i].field, rows[i].text), rows[i].shown != NULL,
		    "%s %s", rows[i].field, rows[i].text);
		is_str(str_text(&out), rows[i].shown != NULL ? rows[i].shown : "", "as shown");
	}
	str_release(&out);
}

/* One line, as it is typed or another product has it. */
static void
test_split(void)
{
	static const struct {
		const char *full, *first, *last;
	} cases[] = {
	    {"Ada Smith", "Ada", "Smith"},
	    {"Mary Ann Smith", "Mary Ann", "Smith"},
	    {"Mueller, Dmitri", "Dmitri", "Mueller"},
	    {"van der Berg, Jan", "Jan", "van der Berg"},
	    {"Jan van der Berg", "Jan", "van der Berg"},
	    {"Maria Da Silva Costa", "Maria", "Da Silva Costa"},
	    {"Van Morrison", "Van", "Morrison"},
	    {"  Ada   Smith ", "Ada", "Smith"},
	    {"Ada", "Ada", ""},
	    {"Smith,", "", "Smith"},
	    {",Ada", "Ada", ""},
	    {"", "", ""},
	    {"Ada Smith, RN, x", "RN, x", "Ada Smith"},
	    {"Anna van der Berg", "Anna", "van der Berg"},
	    {"Vincent Van Gogh", "Vincent", "Van Gogh"},
	    {"Dev de la Cruz", "Dev", "de la Cruz"},
	    {"de la Cruz, Ivan", "Ivan", "de la Cruz"},
	    {"Łukasz St. John", "Łukasz", "St. John"},
	    {"Krzysztof Abd al-Rahman", "Krzysztof", "Abd al-Rahman"},
	    {"Marianne Ó Súilleabháin", "Marianne", "Ó Súilleabháin"},
	    {"Tom O. Smith", "Tom O.", "Smith"},
	    {"Sammy Davis Jr.", "Sammy", "Davis Jr."},
	    {"Martin King, Jr.", "Martin", "King, Jr."},
	    {"Martin King III", "Martin", "King III"},
	    {"Cher", "Cher", ""},
	    {"李明", "李明", ""},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct str first = {0}, last = {0};

		client_split_name(cases[i].full, &first, &last);
		is_str(str_text(&first), cases[i].first, "first name of \"%s\"", cases[i].full);
		is_str(str_text(&last), cases[i].last, "last name of \"%s\"", cases[i].full);
		str_release(&first);
		str_release(&last);
	}
}

int
main(void)
{
	test_privacy();
	test_veil();
	test_split();
	return done();
}
