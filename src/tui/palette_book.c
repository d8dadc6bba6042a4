/* Behind `:book`: what would be understood, and the words that Tab can complete. */
#include "palette_book.h"

#include <string.h>
#include <strings.h>

#include <frontdesk/desk_booking.h>
#include <frontdesk/desk_client.h>
#include <frontdesk/line.h>
#include <frontdesk/text.h>

#include "say.h"

enum { CLIENTS = 20 };

static void
add_part(struct str *out, const char *text)
{
	if (text[0] != '\0')
		str_addf(out, "%s%s", out->n > 0 ? ", " : "", text);
}

/* Of a line that is not whole yet, what each word was taken for. */
static void
echo_line(const struct app *a, const char *words, struct lines *out)
{
	const struct practice *p = &a->desk->practice;
	const struct when_habits habits = desk_habits(a->desk);
	struct str s = {0}, part = {0};
	const struct therapist *t;
	const struct service *service;
	char hm[CIVIL_HM_SIZE], day[CIVIL_LONG_SIZE];
	struct line l = {0};

	if (line_parse(words, p, &habits, &l) != ERR_OK) {
		lines_add(out, ROLE_CAUTION, "%s", err_message());
		return;
	}
	service = practice_service(p, l.service_id);
	t = practice_therapist(p, l.therapist_id);
	add_part(&s, str_or_empty(l.client));
	add_part(&s, str_or_empty(l.client2));
	if (service != NULL)
		service_label(&part, service, l.minutes);
	add_part(&s, str_text(&part));
	add_part(&s, t != NULL ? t->name : "");
	add_part(&s, l.when.day != CIVIL_DAY_NONE ? civil_long_day(l.when.day, day) : "");
	add_part(&s, l.when.minute >= 0 ? settings_hm(&p->settings, l.when.minute, hm) : "");
	add_part(&s, str_or_empty(l.heard));
	lines_add(out, ROLE_TEXT, "= %s ...", str_text(&s));
	str_release(&s);
	str_release(&part);
	line_release(&l);
}

void
palette_book_echo(const struct app *a, const char *words, struct lines *out)
{
	struct plan p = {0};
	struct findings f = {0};
	struct str s = {0};
	enum err e = desk_plan(a->desk, words, PLAN_CLIENT_EITHER, &p);

	if (e == ERR_NOT_FOUND)
		lines_add(out, ROLE_CAUTION, "%s", err_message());
	if (e != ERR_OK) { /* what is missing is filled in by the dialog */
		echo_line(a, words, out);
	} else if (desk_why(a->desk, &p, &f) != ERR_OK) {
		lines_add(out, ROLE_CAUTION, "%s", err_message());
	} else {
		desk_plan_echo(a->desk, &p, &s);
		lines_add(out, ROLE_TEXT, "%s", str_text(&s));
		say_findings(&f, out);
		if (p.client_id != 0)
			say_client(a, p.client_id, out);
	}
	str_release(&s);
	findings_release(&f);
	plan_release(&p);
}

void
palette_book_clients(const struct app *a, const char *typed, struct words *out)
{
	struct client_hits hits = {0};

	/* While names are kept back, none is told. */
	if (typed[0] == '\0' || a->desk->initials ||
	    desk_client_find(a->desk, typed, CLIENTS, &hits) != ERR_OK)
		return;
	for (size_t i = 0; i < hits.n; i++) {
		const char *names[] = {hits.v[i].last, hits.v[i].first};

		for (size_t k = 0; k < 2; k++) {
			const char *name = str_or_empty(names[k]);

			if (strncasecmp(name, typed, strlen(typed)) == 0 &&
			    strchr(name, ' ') == NULL)
				(void)words_add(out, name);
		}
	}
	client_hits_release(&hits);
}
