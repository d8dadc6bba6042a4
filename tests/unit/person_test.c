/* Roles by their words, PINs by their hashes. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include <crypt.h>
#include <dlfcn.h>
#include <frontdesk/person.h>

#include "../tap.h"

static int hashed; /* how often, in all */

/* In front of the library's. */
char *
crypt_r(const char *phrase, const char *setting, struct crypt_data *data)
{
	char *(*real)(const char *, const char *, struct crypt_data *);

	*(void **)&real = dlsym(RTLD_NEXT, "crypt_r");
	hashed++;
	return real(phrase, setting, data);
}

static void
test_roles(void)
{
	enum person_role role = PERSON_ROLE_COUNT;

	for (enum person_role r = 0; r < PERSON_ROLE_COUNT; r++)
		ok(person_role_find(person_role_word(r), &role) == ERR_OK && role == r,
		    "%s is found by its word", person_role_word(r));
	ok(person_role_find("Read-Only", &role) == ERR_OK && role == PERSON_READER,
	    "capitals do not matter");
	is_int(person_role_find("boss", &role), ERR_USAGE, "no such role");
	is_str(err_message(), "\"boss\" is none of owner, desk, therapist, read-only",
	    "what there is, is listed");
	is_int(role, PERSON_READER, "nothing was changed");
}

static void
test_pin_check(void)
{
	static const struct {
		const char *pin;
		bool good;
	} cases[] = {{"1234", true}, {"000000000000", true}, {"123", false}, {"", false},
	    {"1234567890123", false}, {"12 34", false}, {"12a4", false}, {"-123", false},
	    {"\xd9\xa1\xd9\xa2\xd9\xa3\xd9\xa4", false}};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		enum err e = pin_check(cases[i].pin);

		is_int(e, cases[i].good ? ERR_OK : ERR_USAGE, "\"%s\"", cases[i].pin);
		if (e != ERR_OK)
			is_str(err_message(), "a PIN is 4 to 12 digits", "it is not repeated");
	}
}

static void
test_hash(void)
{
	char one[PIN_HASH_SIZE], other[PIN_HASH_SIZE];

	is_int(pin_hash("1234", one), ERR_OK, "a hash");
	is_int(pin_hash("1234", other), ERR_OK, "and another");
	ok(strncmp(one, "$y$", 3) == 0, "of yescrypt: %s", one);
	ok(strcmp(one, other) != 0, "each has a salt of its own");
	ok(pin_matches("1234", one) && pin_matches("1234", other), "the PIN fits both");
	ok(!pin_matches("1235", one), "another does not");
	ok(!pin_matches("", one) && !pin_matches("1234", ""), "nothing fits nothing");
	hashed = 0;
	(void)pin_matches("1234", "");
	is_int(hashed, 1, "which takes as long: one hash is made");
	ok(!pin_matches("1234", "*0") && !pin_matches("*0", "*0"), "nor what is no hash");
	ok(!pin_matches(one, one), "nor the hash itself");
}

int
main(void)
{
	test_roles();
	test_pin_check();
	test_hash();
	return done();
}
