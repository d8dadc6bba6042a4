/* Any text as what a caller says, as a place, as a field of an intake, and as what raises a flag.
 */
#include <assert.h>
#include <stdint.h>

#include <frontdesk/flag.h>

#include "../unit/intake_fixture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is understood is written, and read back as it was. */
static void
check_written(const struct intake *in)
{
	struct intake back;
	char *one, *other;

	intake_copy(&back, in);
	for (enum intake_field f = 0; f < INTAKE_FIELD_COUNT; f++) {
		struct str s = {0};

		intake_write(&s, in, f);
		assert(intake_set(&back, &habits, f, str_text(&s)) == ERR_OK);
		str_release(&s);
	}
	for (size_t i = 0; i < in->regions.n; i++) {
		struct str s = {0};
		struct region r;

		region_write(&s, &in->regions.v[i]);
		assert(region_parse(&words, str_text(&s), &r) == ERR_OK);
		assert(r.pain >= PAIN_NONE && r.pain <= PAIN_MOST);
		assert(r.pressure >= 0 && r.pressure <= PRESSURE_MOST);
		str_release(&s);
	}
	one = whole(in);
	other = whole(&back);
	assert(strcmp(one, other) == 0);
	free(one);
	free(other);
	intake_release(&back);
}

static void
check_heard(const char *text)
{
	struct intake in;
	struct str said = {0};

	intake_init(&in);
	if (intake_hear(&in, &habits, text, &said) == ERR_OK)
		check_written(&in);
	else
		assert(intake_empty(&in) && said.n == 0);
	str_release(&said);
	intake_release(&in);
}

static void
check_fields(const char *text)
{
	for (enum intake_field f = 0; f < INTAKE_FIELD_COUNT; f++) {
		struct intake in;

		intake_init(&in);
		if (intake_set(&in, &habits, f, text) == ERR_OK)
			check_written(&in);
		else
			assert(intake_empty(&in));
		intake_release(&in);
	}
}

/* A rule that is right can be derived from, one that is not is passed over. */
static void
/* NOLINTNEXTLINE(readability-non-const-parameter): a rule owns its texts */
check_rule(char *text)
{
	static char none[] = "", code[] = "x";
	struct flag_rule r = {.id = 1,
	    .code = code,
	    .name = code,
	    .raised_by = text,
	    .prompt = none,
	    .blocks = text,
	    .skill = none,
	    .active = true};
	struct flag_rules rules = {&r, 1, 1};
	struct health h = {0};
	struct flag_list l = {0};
	enum err err = flag_rule_check(&r, &words);

	assert(err == ERR_OK || err == ERR_USAGE);
	intake_init(&h.intake);
	err = intake_hear(&h.intake, &habits, "!disc !preg 12.2. !lb7 !warfarin !lift", NULL);
	assert(err == ERR_OK);
	flags_derive(&rules, &words, &h, habits.today, &l);
	assert(l.n <= 1);
	(void)flag_blocks(&r, "dt");
	flag_list_release(&l);
	health_release(&h);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = xstrndup((const char *)data, size);
	struct region r;

	if (words.n == 0)
		intake_set_up();
	if (region_parse(&words, text, &r) == ERR_OK)
		assert(r.code[0] != '\0');
	(void)region_looks_like(&words, text);
	check_heard(text);
	check_fields(text);
	check_rule(text);
	free(text);
	return 0;
}
