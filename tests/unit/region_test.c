/* Places of the body: the notation read and written, every one of them. */
#include <frontdesk/intake.h>

#include "shipped.h"
#include "../tap.h"

static struct vocabulary words;

static void
test_read(void)
{
	static const struct {
		const char *typed, *written, *said;
	} cases[] = {
	    {"+trB", NULL, "both upper trapezius: focus"},
	    {"+trB@4", NULL, "both upper trapezius: focus, pressure 4"},
	    {"lbL7", NULL, "left low back: pain 7"},
	    {"lb7", NULL, "low back: pain 7"},
	    {"lb", NULL, "low back: pain"},
	    {"lb0", NULL, "low back: pain 0"},
	    {"lb10", NULL, "low back: pain 10"},
	    {"-ab", NULL, "abdomen: avoid"},
	    {"spM", NULL, "middle whole spine: pain"},
	    {"fwR=numb", NULL, NULL},
	    {"faR=numb", NULL, "right forearm: numb"},
	    {"qd=scar", NULL, "front of the thigh: scar"},
	    {"hnL=bruise", NULL, "left hand: bruise"},
	    {"+lbL6@3", NULL, "left low back: focus, pain 6, pressure 3"},
	    {"faR4=numb@2", NULL, "right forearm: numb, pain 4, pressure 2"},
	    {"LBL7", "lbL7", "left low back: pain 7"},
	    {"lbl7", "lbL7", "left low back: pain 7"},
	    {"neck7", "nk7", "neck: pain 7"},
	    {"+low back@3", "+lb@3", "low back: focus, pressure 3"},
	    {"face", "fc", "face: pain"},
	    {"lb=pain", "lb", "low back: pain"},
	    {"lb=focus", "+lb", "low back: focus"},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct str s = {0};
		struct region r;

		if (cases[i].said == NULL) {
			is_int(region_parse(&words, cases[i].typed, &r), ERR_USAGE,
			    "%s: no such place", cases[i].typed);
			continue;
		}
		is_int(region_parse(&words, cases[i].typed, &r), ERR_OK, "%s", cases[i].typed);
		region_write(&s, &r);
		is_str(str_text(&s), cases[i].written != NULL ? cases[i].written : cases[i].typed,
		    "as it is typed");
		str_clear(&s);
		region_say(&s, &words, &r);
		is_str(str_text(&s), cases[i].said, "in words");
		str_release(&s);
	}
}

static void
test_wrong(void)
{
	static const struct {
		const char *typed, *message;
	} cases[] = {
	    {"zzL7",
		"\"zzL7\": no place is called \"zzL\"; write its code, as in lbL7, +trB or -ab"},
	    {"9", "\"9\" names no place; write its code, as in lbL7, +trB or -ab"},
	    {"", "\"\" names no place; write its code, as in lbL7, +trB or -ab"},
	    {"+", "\"+\" names no place; write its code, as in lbL7, +trB or -ab"},
	    {"lbX7", "\"lbX7\": \"X\" is no side; there are L left, R right, B both, M middle"},
	    {"lbL11", "\"lbL11\": pain \"11\" is not 0 to 10"},
	    {"lb777", "\"lb777\": pain \"777\" is not 0 to 10"},
	    {"lbL=foo", "\"foo\" is none of pain, focus, avoid, numb, scar, bruise"},
	    {"+lb=numb", "\"+lb=numb\": \"+\" says already that it is focus"},
	    {"+trB@6", "\"+trB@6\": pressure \"6\" is not 1 to 5"},
	    {"+trB@0", "\"+trB@0\": pressure \"0\" is not 1 to 5"},
	    {"+trB@", "\"+trB@\": pressure \"\" is not 1 to 5"},
	    {"lb@3=numb",
		"\"lb@3=numb\": \"=numb\" is not understood; the order is lbL7=numb@3: pain, kind, "
		"pressure"},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct region r = {.code = "kept"};

		is_int(
		    region_parse(&words, cases[i].typed, &r), ERR_USAGE, "\"%s\"", cases[i].typed);
		is_str(err_message(), cases[i].message, "it says what is wrong");
		is_str(r.code, "kept", "nothing was changed");
	}
}

static void
test_looks(void)
{
	static const struct {
		const char *word;
		bool looks;
	} cases[] = {{"-ab", true}, {"+trB", true}, {"lbL7", true}, {"lb", true}, {"lbL11", true},
	    {"fa=numb", true}, {"+lb@9", true}, {"pain=6", false}, {"fall", false}, {"-f", false},
	    {"--help", false}, {"", false}, {"-", false}, {"neck", false}, {"oil=none", false}};

	for (size_t i = 0; i < array_size(cases); i++)
		is_int(region_looks_like(&words, cases[i].word), cases[i].looks, "\"%s\"",
		    cases[i].word);
}

static bool
same(const struct region *a, const struct region *b)
{
	return strcmp(a->code, b->code) == 0 && a->side == b->side && a->kind == b->kind &&
	    a->pain == b->pain && a->pressure == b->pressure;
}

/* Every code x side x kind x pain x pressure is read as it was written. */
static void
test_round_trip(void)
{
	static const char sides[] = {0, 'L', 'R', 'B', 'M'};
	long tried = 0, wrong = 0;

	for (size_t i = 0; i < words.n && words.v[i].kind == VOCABULARY_REGION; i++)
		for (size_t side = 0; side < sizeof(sides); side++)
			for (enum region_kind k = 0; k < REGION_KIND_COUNT; k++)
				for (int n = 0; n < 12 * 6; n++) {
					struct region r = {.side = sides[side], .kind = k}, back;
					struct str s = {0};

					snprintf(r.code, sizeof(r.code), "%s", words.v[i].code);
					r.pain = n % 12 - 1;
					r.pressure = n / 12;
					region_write(&s, &r);
					tried++;
					wrong += !region_looks_like(&words, str_text(&s)) ||
					    region_parse(&words, str_text(&s), &back) != ERR_OK ||
					    !same(&r, &back);
					str_release(&s);
				}
	ok(tried >= 30L * 5 * 6 * 72, "%ld places written", tried);
	is_int(wrong, 0, "and all read as they were");
}

static void
put(struct region_list *l, const char *word)
{
	struct region r;

	if (region_parse(&words, word, &r) == ERR_OK)
		region_put(l, &r);
}

static void
test_put(void)
{
	struct region_list l = {0};

	put(&l, "lbL7");
	put(&l, "+lbL");
	put(&l, "lbR2");
	put(&l, "lbL4");
	is_int(l.n, 3, "the same place, side and kind is told anew");
	if (l.n == 0)
		abort();
	is_int(l.v[0].pain, 4, "where it stood");
	region_list_release(&l);
}

static void
test_pressure(void)
{
	int level = 0;

	for (int i = 1; i <= PRESSURE_VARIES; i++)
		ok(pressure_parse(pressure_word(i), &level) == ERR_OK && level == i, "%s",
		    pressure_word(i));
	ok(pressure_parse("4", &level) == ERR_OK && level == 4, "by its figure");
	is_int(pressure_parse("6", &level), ERR_USAGE, "varies has none");
	is_str(err_message(),
	    "pressure \"6\" is none of 1 very light, 2 light, 3 medium, 4 firm, 5 deep, varies",
	    "what there is, is listed");
	is_int(level, 4, "nothing was changed");
	is_str(pressure_word(0), "", "no level, no word");
	is_str(pressure_word(9), "", "nor above");
	ok(strstr(pressure_wording(4), "deep muscle") != NULL, "the full wording");
}

int
main(void)
{
	shipped_vocabulary(&words);
	test_read();
	test_wrong();
	test_looks();
	test_round_trip();
	test_put();
	test_pressure();
	vocabulary_release(&words);
	return done();
}
