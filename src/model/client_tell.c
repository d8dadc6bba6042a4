/* One field of a client as text. */
#include <string.h>

#include <frontdesk/client.h>
#include <frontdesk/mem.h>

static void
tell_birth(const struct client *c, const struct practice *p, struct str *out)
{
	char day[CIVIL_DAY_SIZE];

	(void)p;
	if (c->birth != CIVIL_DAY_NONE)
		str_add(out, civil_iso_day(c->birth, day));
}

static void
tell_guardian(const struct client *c, const struct practice *p, struct str *out)
{
	(void)p;
	if (c->guardian_id != 0)
		str_addf(out, "#%lld", (long long)c->guardian_id);
	else
		str_add(out, str_or_empty(c->guardian));
}

static void
tell_guardian_phone(const struct client *c, const struct practice *p, struct str *out)
{
	(void)p;
	str_add(out, str_or_empty(c->guardian_phone));
}

static void
tell_message(const struct client *c, const struct practice *p, struct str *out)
{
	(void)p;
	str_add(out, c->message_ok ? "yes" : "no");
}

static void
tell_gender(const struct client *c, const struct practice *p, struct str *out)
{
	(void)p;
	if (c->gender_preference == 0)
		str_add(out, "any");
	else
		str_addc(out, c->gender_preference);
}

static void
add_code(const struct practice *p, int64_t therapist_id, struct str *out)
{
	const struct therapist *t = practice_therapist(p, therapist_id);

	str_add(out, t != NULL ? t->code : "");
}

static void
tell_prefers(const struct client *c, const struct practice *p, struct str *out)
{
	add_code(p, c->preferred_therapist_id, out);
}

static void
tell_avoid(const struct client *c, const struct practice *p, struct str *out)
{
	for (size_t i = 0; i < c->avoid.n; i++) {
		str_add(out, i > 0 ? ", " : "");
		add_code(p, c->avoid.v[i], out);
	}
}

static void
tell_state(const struct client *c, const struct practice *p, struct str *out)
{
	(void)p;
	str_add(out, client_state_word(c->state));
}

void
client_tell(const struct client *c, const struct practice *p, const char *field, struct str *out)
{
	static const struct {
		const char *field;
		void (*tell)(const struct client *c, const struct practice *p, struct str *out);
	} tellers[] = {
#define X(field, label, help) {#field, tell_##field},
		CLIENT_OTHER_LIST(X)
#undef X
	};

#define X(member, label, help) \
	if (strcmp(field, #member) == 0) \
		str_add(out, str_or_empty(c->member));
	CLIENT_TEXT_LIST(X)
#undef X
	for (size_t i = 0; i < array_size(tellers); i++) {
		if (strcmp(field, tellers[i].field) == 0)
			tellers[i].tell(c, p, out);
	}
}
