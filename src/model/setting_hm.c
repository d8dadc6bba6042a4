/* The practice's clock of 24 or 12 hours. */
#include <frontdesk/setting.h>

char *
settings_hm(const struct settings *s, civil_min m, char buf[static CIVIL_HM_SIZE])
{
	return settings_is(s, SETTING_CLOCK, "12") ? civil_hm12(m, buf) : civil_hm(m, buf);
}
