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
