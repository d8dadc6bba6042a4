/* What the screens call the fields: words, not names of columns, and no two alike in one form. */
#include <ctype.h>

#include <frontdesk/alert.h>
#include <frontdesk/client.h>
#include <frontdesk/desk_person.h>
#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>
#include <frontdesk/setting.h>
#include <frontdesk/text.h>

#include "../tap.h"

enum { WIDEST = 13 }; /* what a dialog of 60 columns has to spare */

#define X(field, label, help) label,
static const char *const client[] = {CLIENT_TEXT_LIST(X) CLIENT_OTHER_LIST(X)};
static const char *const therapist[] = {THERAPIST_FIELD_LIST(X)};
static const char *const room[] = {ROOM_FIELD_LIST(X)};
static const char *const service[] = {SERVICE_FIELD_LIST(X)};
static const char *const person[] = {PERSON_FIELD_LIST(X)};
static const char *const alert[] = {ALERT_FIELD_LIST(X)};
#undef X
#define X(id, key, label, kind, choices, fallback, help) label,
static const char *const practice[] = {SETTING_LIST(X)};
#undef X

static void
test_form(const char *form, const char *const *labels, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t same = 0;

		for (size_t k = 0; k < n; k++)
			same += strcmp(labels[i], labels[k]) == 0;
		ok(same == 1 && !islower((unsigned char)labels[i][0]) &&
			strchr(labels[i], '_') == NULL && text_width(labels[i]) <= WIDEST,
		    "%s: %s", form, labels[i]);
	}
}

int
main(void)
{
	test_form("client", client, array_size(client));
	test_form("therapist", therapist, array_size(therapist));
	test_form("room", room, array_size(room));
	test_form("service", service, array_size(service));
	test_form("person", person, array_size(person));
	test_form("alert", alert, array_size(alert));
	test_form("practice", practice, array_size(practice));
	return done();
}
