/* The levels of pressure, by figure and by word. */
#include <frontdesk/intake.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

static const struct {
	const char *word, *wording;
} levels[] = {
    {"", ""},
#define X(level, word, wording) [level] = {word, wording},
    PRESSURE_LIST(X)
#undef X
	[PRESSURE_VARIES] = {"varies", "as the place wants it"},
};

static bool
is_level(int level)
{
	return level > 0 && level < (int)array_size(levels);
}

const char *
pressure_word(int level)
{
	return is_level(level) ? levels[level].word : "";
}

const char *
pressure_wording(int level)
{
	return is_level(level) ? levels[level].wording : "";
}

enum err
pressure_parse(const char *word, int *level)
{
	struct str all = {0};

	for (int i = 1; is_level(i); i++) {
		char figure[] = {(char)('0' + i), '\0'};

		if (text_same(word, levels[i].word) ||
		    (i <= PRESSURE_MOST && text_same(word, figure))) {
			*level = i;
			str_release(&all);
			return ERR_OK;
		}
		str_addf(&all, "%s", i > 1 ? ", " : "");
		if (i <= PRESSURE_MOST)
			str_addf(&all, "%d ", i);
		str_add(&all, levels[i].word);
	}
	err_set(ERR_USAGE, "pressure \"%s\" is none of %s", word, str_text(&all));
	str_release(&all);
	return ERR_USAGE;
}
