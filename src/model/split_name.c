/* A whole name into first and last. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

/* Words that begin a last name of several words. */
static bool
is_particle(const char *word, size_t n)
{
	static const char *const particles[] = {"af", "al", "av", "bin", "da", "das", "de", "del",
	    "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "ten", "ter",
	    "van", "vom", "von", "zu", "zum", "zur"};
	char *typed = xstrndup(word, n);
	bool found = false;

	for (size_t i = 0; i < array_size(particles) && !found; i++)
		found = text_same(particles[i], typed);
	free(typed);
	return found;
}

/* Where the last name begins: at the first particle after the first word, else at the last word. */
static size_t
last_name_at(const char *name)
{
	size_t at = 0;

	for (size_t i = strcspn(name, " "); name[i] != '\0'; i += strcspn(name + i, " ")) {
		i += strspn(name + i, " ");
		at = i;
		if (is_particle(name + i, strcspn(name + i, " ")))
			break;
	}
	return at;
}

static char *
clean(const char *text, size_t n)
{
	struct str out = {0};

	text_clean(&out, text, n, TEXT_LINE);
	return str_take(&out);
}

void
client_split_name(const char *full, char **first, char **last)
{
	char *name = clean(full, strlen(full));
	const char *comma = strchr(name, ',');
	size_t at;

	if (comma != NULL) {
		*last = clean(name, (size_t)(comma - name));
		*first = clean(comma + 1, strlen(comma + 1));
	} else {
		at = last_name_at(name);
		*first = clean(name, at == 0 ? strlen(name) : at);
		*last = clean(at == 0 ? "" : name + at, at == 0 ? 0 : strlen(name + at));
	}
	free(name);
}
