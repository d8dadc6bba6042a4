/* A field of a session, as it is typed and in words. */
#include <frontdesk/visit.h>

#include <string.h>

#include <frontdesk/mem.h>

enum { WEEK = 7 };

/* --- As typed -------------------------------------------------------------------------------- */

static void
add_number(struct str *out, int n)
{
	if (n != PAIN_NONE)
		str_addf(out, "%d", n);
}

static void
write_pain(struct str *out, const struct visit *v)
{
	add_number(out, v->pain_before);
	if (v->pain_after != PAIN_NONE)
		str_addf(out, "/%d", v->pain_after);
}

static void
write_regions(struct str *out, const struct visit *v)
{
	for (size_t i = 0; i < v->regions.n; i++) {
		if (i > 0)
			str_addc(out, ' ');
		region_write(out, &v->regions.v[i]);
	}
}

static void
write_again(struct str *out, const struct visit *v)
{
	if (v->again_days == 0)
		return;
	if (v->again_days % WEEK == 0)
		str_addf(out, "%dw", v->again_days / WEEK);
	else
		str_addf(out, "%dd", v->again_days);
	if (v->again_times > 0)
		str_addf(out, " x%d", v->again_times);
}

void
visit_write(struct str *out, const struct visit *v, enum visit_field field)
{
	switch (field) {
	case VISIT_PAIN:
		write_pain(out, v);
		break;
	case VISIT_PRESSURE:
		add_number(out, v->pressure != 0 ? v->pressure : PAIN_NONE);
		break;
	case VISIT_FEEDBACK:
		str_add(out, feedback_word(v->feedback));
		break;
	case VISIT_COMFORT:
		add_number(out, v->comfort);
		break;
	case VISIT_REGIONS:
		write_regions(out, v);
		break;
	case VISIT_TECHNIQUES:
		str_add(out, v->techniques);
		break;
	case VISIT_AGAIN:
		write_again(out, v);
		break;
	case VISIT_AFTERCARE:
		str_add(out, v->aftercare ? "yes" : "no");
		break;
	case VISIT_S:
	case VISIT_O:
	case VISIT_A:
	case VISIT_P:
		str_add(out, v->soap[field - VISIT_S]);
		break;
	case VISIT_NOTE:
		str_add(out, v->note);
		break;
	case VISIT_FIELD_COUNT:
		break;
	}
}

/* --- In words -------------------------------------------------------------------------------- */

static void
say_pain(struct str *out, const struct visit *v)
{
	if (v->pain_before != PAIN_NONE)
		str_addf(out, "%d before", v->pain_before);
	if (v->pain_after != PAIN_NONE)
		str_addf(out, "%s%d after", v->pain_before != PAIN_NONE ? ", " : "", v->pain_after);
}

static void
say_regions(struct str *out, const struct visit *v, const struct vocabulary *l)
{
	for (size_t i = 0; i < v->regions.n; i++) {
		const struct region *r = &v->regions.v[i];

		if (i > 0)
			str_add(out, ", ");
		region_say_place(out, l, r);
		if (r->pressure != 0)
			str_addf(out, " (pressure %d)", r->pressure);
	}
}

static void
say_techniques(struct str *out, const struct visit *v, const struct vocabulary *l)
{
	for (const char *s = v->techniques; *s != '\0'; s += *s == ',') {
		size_t n = strcspn(s, ",");
		struct str code = {0};

		str_addn(&code, s, n);
		str_addf(out, "%s%s", s > v->techniques ? ", " : "",
		    vocabulary_label(l, VOCABULARY_TECHNIQUE, str_text(&code)));
		str_release(&code);
		s += n;
	}
}

/* "every 2 weeks, 4 times" */
static void
say_again(struct str *out, const struct visit *v)
{
	bool weeks = v->again_days % WEEK == 0;
	int n = weeks ? v->again_days / WEEK : v->again_days;
	const char *unit = weeks ? "week" : "day";

	if (v->again_days == 0)
		return;
	str_addf(out, "%s ", v->again_times == 1 ? "in" : "every");
	if (n == 1)
		str_addf(out, "%s%s", v->again_times == 1 ? "a " : "", unit);
	else
		str_addf(out, "%d %ss", n, unit);
	if (v->again_times > 1)
		str_addf(out, ", %d times", v->again_times);
}

void
visit_say(
    struct str *out, const struct visit *v, const struct vocabulary *l, enum visit_field field)
{
	switch (field) {
	case VISIT_PAIN:
		say_pain(out, v);
		break;
	case VISIT_PRESSURE:
		if (v->pressure != 0)
			str_addf(out, "%d %s", v->pressure, pressure_word(v->pressure));
		break;
	case VISIT_FEEDBACK:
		str_add(out, feedback_says(v->feedback));
		break;
	case VISIT_COMFORT:
		if (v->comfort != PAIN_NONE)
			str_addf(out, "%d of %d", v->comfort, PAIN_MOST);
		break;
	case VISIT_REGIONS:
		say_regions(out, v, l);
		break;
	case VISIT_TECHNIQUES:
		say_techniques(out, v, l);
		break;
	case VISIT_AGAIN:
		say_again(out, v);
		break;
	case VISIT_AFTERCARE:
	case VISIT_S:
	case VISIT_O:
	case VISIT_A:
	case VISIT_P:
	case VISIT_NOTE:
		visit_write(out, v, field);
		break;
	case VISIT_FIELD_COUNT:
		break;
	}
}

void
visit_last(struct str *out, const struct visit *v)
{
	if (v->pressure == 0 && v->feedback == FEEDBACK_NONE)
		return;
	str_add(out, "last: ");
	if (v->pressure != 0)
		str_addf(out, "%d%s", v->pressure, v->feedback != FEEDBACK_NONE ? ", " : "");
	str_add(out, feedback_says(v->feedback));
}
