/* Under the prompt that books: what is understood of the words, and what could be booked instead.
 */
#include "day.h"

#include <string.h>

#include <frontdesk/desk_client.h>

void
day_echo_offer(const struct day *d, const struct plan *plan, struct lines *out)
{
	struct str words = {0}, offer = {0};

	str_addf(&words, "%s %s", str_or_empty(plan->new_name), str_or_empty(plan->new_phone));
	if (desk_client_offer(d->view.app->desk, str_text(&words), &offer) != ERR_OK)
		lines_add(out, ROLE_PROBLEM, "%s", err_message());
	else if (offer.n > 0)
		lines_add(out, ROLE_TEXT, "%s", str_text(&offer));
	str_release(&words);
	str_release(&offer);
}

/* Who it is for: "Smith, Ada #12, last visit Mon 26 Oct 2026". */
static void
echo_client(const struct day *d, const struct plan *plan, struct lines *out)
{
	const struct desk *desk = day_desk(d);
	struct client_hit hit = {0};
	struct str s = {0};
	char day[CIVIL_LONG_SIZE];

	if (day_plan_client(plan) != ERR_OK) {
		lines_add(out, ROLE_CAUTION, "%s", err_message());
		day_echo_offer(d, plan, out);
		return;
	}
	if (store_client_hit(desk->store, plan->client_id, desk_now(desk), &hit) != ERR_OK)
		return;
	client_name(&s, hit.first, hit.last, &desk->practice.settings);
	str_addf(&s, " #%lld", (long long)hit.id);
	if (hit.birth != CIVIL_DAY_NONE)
		str_addf(&s, ", born %d", civil_year(hit.birth));
	if (hit.last_visit != CIVIL_NONE)
		str_addf(&s, ", last visit %s", civil_long_day(civil_day_of(hit.last_visit), day));
	lines_add(out, ROLE_TEXT, "%s", str_text(&s));
	str_release(&s);
	client_hit_release(&hit);
}

static void
echo_plan(const struct day *d, enum cmd c, const char *words, struct lines *out)
{
	struct desk *desk = d->view.app->desk;
	struct plan plan = {.start = CIVIL_NONE, .hold_until = CIVIL_NONE};
	struct findings f = {0};
	struct str s = {0};

	if (words[strspn(words, " ")] == '\0') {
		lines_add(out, ROLE_TEXT, "%s",
		    c == CMD_AGAIN
			? "when: 4w, fri, fri 10:00"
			: "client and service, like: smith dt60; the rest comes from here");
		return;
	}
	if (day_plan(d, c, words, &plan) != ERR_OK) {
		lines_add(out, ROLE_CAUTION, "%s", err_message());
		return;
	}
	if (desk_why(desk, &plan, &f) != ERR_OK)
		lines_add(out, ROLE_PROBLEM, "%s", err_message());
	echo_client(d, &plan, out);
	desk_plan_echo(desk, &plan, &s);
	lines_add(out, ROLE_TEXT, "%s", str_text(&s));
	lines_add_findings(out, &f);
	str_release(&s);
	findings_release(&f);
	plan_release(&plan);
}

/* "Free: 11:15  12:00  14:30"; with other therapists' names when this one has nothing. */
void
day_echo_free(const struct day *d, const struct plan *plan, struct lines *out)
{
	enum { MOST = 3 };
	struct desk *desk = d->view.app->desk;
	struct slot_list slots = {0};
	struct str s = {0};

	if (desk_free_near(desk, plan, MOST, &slots) != ERR_OK) {
		lines_add(out, ROLE_PROBLEM, "%s", err_message());
		return;
	}
	for (size_t i = 0; i < slots.n; i++) {
		const struct slot *slot = &slots.v[i];
		const struct therapist *t = practice_therapist(&desk->practice, slot->therapist_id);
		char hm[CIVIL_HM_SIZE];

		str_addf(&s, "  %s", day_say_time(d, slot->start, hm));
		if (slot->therapist_id != plan->therapist_id)
			str_addf(&s, " %s", t->name);
	}
	if (slots.n > 0)
		lines_add(out, ROLE_MESSAGE, "Free:%s", str_text(&s));
	else
		lines_add(out, ROLE_MESSAGE, "Nobody is free for that on this day.");
	str_release(&s);
	slot_list_release(&slots);
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
	else if (c == CMD_NEW || c == CMD_AGAIN)
		echo_plan(d, c, words, out);
}
