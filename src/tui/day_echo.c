/* Under the prompts of the day: what is understood of the words. */
#include "day.h"

#include <string.h>

#include "say.h"

static void
echo_again(const struct day *d, const char *words, struct lines *out)
{
	struct desk *desk = d->view.app->desk;
	struct plan plan = {.start = CIVIL_NONE, .hold_until = CIVIL_NONE};
	struct findings f = {0};
	struct str s = {0};

	if (words[strspn(words, " ")] == '\0') {
		lines_add(out, ROLE_TEXT, "when: 4w, fri, fri 10:00");
		return;
	}
	if (desk_rebook_plan(desk, d->again_id, words, &plan) != ERR_OK) {
		lines_add(out, ROLE_CAUTION, "%s", err_message());
		return;
	}
	if (desk_why(desk, &plan, &f) != ERR_OK)
		lines_add(out, ROLE_PROBLEM, "%s", err_message());
	say_client(d->view.app, plan.client_id, out);
	desk_plan_echo(desk, &plan, &s);
	lines_add(out, ROLE_TEXT, "%s", str_text(&s));
	say_findings(&f, out);
	str_release(&s);
	findings_release(&f);
	plan_release(&plan);
}

void
day_echo(struct view *v, enum cmd c, const char *words, struct lines *out)
{
	const struct day *d = (const struct day *)v;

	if (c == CMD_GO_TO)
		day_go_to_echo(d, words, out);
	else if (c == CMD_LATE)
		day_late_echo(d, words, out);
	else if (c == CMD_KEEP_FREE)
		day_keep_echo(d, words, out);
	else if (c == CMD_SPLIT_COUPLE)
		day_split_echo(d, words, out);
	else if (c == CMD_AGAIN)
		echo_again(d, words, out);
}
