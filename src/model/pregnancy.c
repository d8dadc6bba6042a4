/* How far a pregnancy is. */
#include <frontdesk/intake.h>

enum { PREGNANCY_DAYS = 280, WEEKS_MOST = 42, SECOND_FROM = 14, THIRD_FROM = 28 };

int
pregnancy_weeks(civil_day due, civil_day day)
{
	int64_t days = PREGNANCY_DAYS - ((int64_t)due - day);

	return due == CIVIL_DAY_NONE || days < 0 || days / 7 > WEEKS_MOST ? -1 : (int)(days / 7);
}

int
pregnancy_trimester(int weeks)
{
	if (weeks < 0)
		return 0;
	return weeks < SECOND_FROM ? 1 : weeks < THIRD_FROM ? 2 : 3;
}

void
pregnancy_say(struct str *out, const struct intake *in, civil_day day)
{
	static const char *const trimesters[] = {"first", "second", "third"};
	const struct intake_item *due = intake_item(in, INTAKE_DUE);
	const int weeks = due != NULL ? pregnancy_weeks(due->day, day) : -1;

	if (weeks >= 0)
		str_addf(out, ", week %d, %s trimester", weeks,
		    trimesters[pregnancy_trimester(weeks) - 1]);
}
