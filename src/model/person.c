/* Roles, and PINs as crypt(3) keeps them. */
#include <frontdesk/person.h>

#include <crypt.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "phrase.h"

static const char *const words[] = {
#define X(id, word, help) word,
    PERSON_ROLE_LIST(X)
#undef X
};

const char *
person_role_word(enum person_role r)
{
	return words[r];
}

enum err
person_role_find(const char *word, enum person_role *out)
{
	size_t i;
	enum err e = word_pick(word, words, array_size(words), &i);

	if (e == ERR_OK)
		*out = (enum person_role)i;
	return e;
}

void
person_release(struct person *p)
{
	free(p->login);
	free(p->name);
}

enum err
pin_check(const char *pin)
{
	size_t n = strlen(pin);

	if (n < PIN_LEAST || n > PIN_MOST || strspn(pin, "0123456789") != n)
		return err_set(ERR_USAGE, "a PIN is %d to %d digits", PIN_LEAST, PIN_MOST);
	return ERR_OK;
}

/* What crypt(3) works in is large, and afterwards knows the PIN. */
static bool
hash(const char *pin, const char *setting, char out[static PIN_HASH_SIZE])
{
	struct crypt_data *work = xcalloc(1, sizeof(*work));
	const char *made = crypt_r(pin, setting, work);
	bool good = made != NULL && made[0] != '*' && strlen(made) < PIN_HASH_SIZE;

	if (good)
		memcpy(out, made, strlen(made) + 1);
	explicit_bzero(work, sizeof(*work));
	free(work);
	return good;
}

enum err
pin_hash(const char *pin, char out[static PIN_HASH_SIZE])
{
	char setting[CRYPT_GENSALT_OUTPUT_SIZE];

	_Static_assert(PIN_HASH_SIZE >= CRYPT_OUTPUT_SIZE, "a hash fits");
	if (crypt_gensalt_rn("$y$", 0, NULL, 0, setting, sizeof(setting)) == NULL ||
	    !hash(pin, setting, out))
		return err_set(ERR_FAILED, "this system's crypt(3) knows no yescrypt");
	return ERR_OK;
}

bool
pin_matches(const char *pin, const char *expected)
{
	char made[PIN_HASH_SIZE];
	unsigned char differ = 0;
	size_t n = strlen(expected);

	if (n == 0) { /* as long, lest the time tell that there is none */
		enum err e = pin_hash(pin, made);

		(void)e;
		return false;
	}
	if (!hash(pin, expected, made) || strlen(made) != n)
		return false;
	for (size_t i = 0; i < n; i++)
		differ |= (unsigned char)(made[i] ^ expected[i]);
	return differ == 0;
}
