/* One rule, what a client told on a Monday, and the flag of it. */
#ifndef TESTS_FLAG_FIXTURE_H
#define TESTS_FLAG_FIXTURE_H

#include <frontdesk/practice.h>

#include "intake_fixture.h"
#include "../tap.h"

enum { CLIENT = 5, TOLD = 70, SERVICE = 2, OTHER_SERVICE, THERAPIST = 9 };

static struct health health;

/* One rule, of level ADAPT. */
static inline struct flag_rule
rule_of(const char *raised_by)
{
	static char code[] = "flag", name[] = "a flag", empty[] = "";
	static struct str s;

	str_clear(&s);
	str_add(&s, raised_by);
	return (struct flag_rule){.id = 1,
	    .code = code,
	    .name = name,
	    .level = FLAG_ADAPT,
	    .raised_by = s.n > 0 ? s.v : empty,
	    .prompt = empty,
	    .blocks = empty,
	    .skill = empty,
	    .active = true};
}

/* An intake told on a Monday, 2026-11-23, with these words. */
static inline void
tell(const char *heard)
{
	health_release(&health);
	intake_init(&health.intake);
	health.intake.id = TOLD;
	health.intake.client_id = CLIENT;
	health.intake.at = (int64_t)habits.today * 86400 + 8 * 3600;
	if (intake_hear(&health.intake, &habits, heard, NULL) != ERR_OK)
		ok(0, "%s: %s", heard, err_message());
}

/* The flags of one rule on a day. */
static inline struct flag_list
derive(const struct flag_rule *rule, civil_day day)
{
	struct flag_rule copy = *rule;
	struct flag_rules rules = {&copy, 1, 1};
	struct flag_list l = {0};

	flags_derive(&rules, &words, &health, day, &l);
	return l;
}

static inline bool
stands(const struct flag_rule *rule, civil_day day)
{
	struct flag_list l = derive(rule, day);
	bool any = l.n > 0;

	flag_list_release(&l);
	return any;
}

#endif
