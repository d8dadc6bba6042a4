/* Which consents are missing, and who is too young to give them alone. */
#include <frontdesk/visit.h>

#include <frontdesk/mem.h>

enum { OF_AGE = 18 };

/* Who is born on 29 February comes of age on 1 March: the later day is the safe one. */
bool
is_minor(civil_day birth, civil_day day)
{
	int year, month, mday, b_year, b_month, b_mday;

	if (birth == CIVIL_DAY_NONE)
		return false;
	civil_to_ymd(day, &year, &month, &mday);
	civil_to_ymd(birth, &b_year, &b_month, &b_mday);
	if (year - b_year != OF_AGE)
		return year - b_year < OF_AGE;
	return month != b_month ? month < b_month : mday < b_mday;
}

static bool
holds(const struct consent_given *c, civil_day day)
{
	return c->day <= day && (c->ended == CIVIL_DAY_NONE || c->ended > day);
}

unsigned
consents_missing(const struct consent_list *l, civil_day birth, civil_day day)
{
	static const bool required[] = {
#define X(id, word, words, required) required,
		CONSENT_KIND_LIST(X)
#undef X
	};
	unsigned missing = is_minor(birth, day) ? 1U << CONSENT_MINOR : 0;

	for (size_t i = 0; i < array_size(required); i++)
		if (required[i])
			missing |= 1U << i;
	for (size_t i = 0; i < l->n; i++)
		if (holds(&l->v[i], day))
			missing &= ~(1U << l->v[i].kind);
	return missing;
}
