#include "say.h"

void
say_client(const struct app *a, int64_t client_id, struct lines *out)
{
	const struct desk *desk = a->desk;
	struct client_hit hit = {0};
	struct str s = {0};
	char day[CIVIL_LONG_SIZE];

	if (store_client_hit(desk->store, client_id, desk_now(desk), &hit) != ERR_OK)
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

void
say_free(const struct app *a, const struct plan *p, size_t most, struct lines *out)
{
	struct desk *desk = a->desk;
	struct slot_list slots = {0};
	struct str s = {0};

	if (desk_free_near(desk, p, most, &slots) != ERR_OK) {
		lines_add(out, ROLE_PROBLEM, "%s", err_message());
		return;
	}
	for (size_t i = 0; i < slots.n; i++) {
		const struct slot *slot = &slots.v[i];
		const struct therapist *t = practice_therapist(&desk->practice, slot->therapist_id);
		char hm[CIVIL_HM_SIZE];

		str_addf(&s, "  %s", settings_hm(&desk->practice.settings, slot->start, hm));
		if (slot->therapist_id != p->therapist_id)
			str_addf(&s, " %s", t->name);
	}
	if (slots.n > 0)
		lines_add(out, ROLE_MESSAGE, "Free:%s", str_text(&s));
	else
		lines_add(out, ROLE_MESSAGE, "%s for that on this day.",
		    p->therapist2_id != 0 ? "Those two are not free together" : "Nobody is free");
	str_release(&s);
	slot_list_release(&slots);
}
