/* What two versions of an intake differ in, and how old one is. */
#include <string.h>

#include <frontdesk/intake.h>

static void
add_line(struct str *out, const char *label, const char *before, const char *after)
{
	str_addf(out, "%s: %s -> %s\n", label, before[0] != '\0' ? before : "not told",
	    after[0] != '\0' ? after : "not told");
}

/* What is acute again was told anew, by the same word. */
static civil_day
onset_day(const struct intake *in, enum intake_field field)
{
	const struct intake_item *item =
	    field == INTAKE_ONSET ? intake_item(in, INTAKE_ONSET) : NULL;

	return item != NULL ? item->day : CIVIL_DAY_NONE;
}

static void
field_change(struct str *out, const struct intake *before, const struct intake *after,
    const struct vocabulary *l, enum intake_field field)
{
	struct str a = {0}, b = {0};
	bool same;

	intake_write(&a, before, field);
	intake_write(&b, after, field);
	same = strcmp(str_text(&a), str_text(&b)) == 0 &&
	    onset_day(before, field) == onset_day(after, field);
	str_clear(&a);
	str_clear(&b);
	if (!same) {
		intake_say(&a, before, l, field);
		intake_say(&b, after, l, field);
		add_line(out, intake_field_rows[field].label, str_text(&a), str_text(&b));
	}
	str_release(&a);
	str_release(&b);
}

/* The region of the list that is of the same place and kind. */
static const struct region *
same_place(const struct region_list *l, const struct region *r)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i].code, r->code) == 0 && l->v[i].side == r->side &&
		    l->v[i].kind == r->kind)
			return &l->v[i];
	return NULL;
}

/* Either may be NULL. */
static void
region_change(struct str *out, const struct vocabulary *l, const struct region *before,
    const struct region *after)
{
	struct str a = {0}, b = {0};

	if (before != NULL)
		region_say(&a, l, before);
	if (after != NULL)
		region_say(&b, l, after);
	if (strcmp(str_text(&a), str_text(&b)) != 0)
		add_line(
		    out, intake_section_title(INTAKE_SECTION_REGIONS), str_text(&a), str_text(&b));
	str_release(&a);
	str_release(&b);
}

void
intake_changes(struct str *out, const struct intake *before, const struct intake *after,
    const struct vocabulary *l)
{
	const char *was = str_or_empty(before->note), *is = str_or_empty(after->note);

	for (enum intake_field f = 0; f < INTAKE_FIELD_COUNT; f++)
		field_change(out, before, after, l, f);
	for (size_t i = 0; i < before->regions.n; i++)
		region_change(out, l, &before->regions.v[i],
		    same_place(&after->regions, &before->regions.v[i]));
	for (size_t i = 0; i < after->regions.n; i++)
		if (same_place(&before->regions, &after->regions.v[i]) == NULL)
			region_change(out, l, NULL, &after->regions.v[i]);
	if (strcmp(was, is) != 0)
		add_line(out, "Note", was, is);
}

bool
intake_is_old(civil_day stamped, int months, civil_day today)
{
	return stamped == CIVIL_DAY_NONE || civil_add_months(stamped, months) < today;
}
