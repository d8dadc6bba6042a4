/* What is typed as heard, and the mark of a client. */
#include <frontdesk/desk_client.h>
#include <frontdesk/desk_health.h>

#include "desk_fixture.h"

static void
must(enum err e)
{
	if (e != ERR_OK) {
		printf("Bail out! fixture: %s\n", err_message());
		exit(1);
	}
}

static void
test_heard(struct desk *d)
{
	static const struct {
		const char *typed, *said;
	} cases[] = {
	    {"", ""},
	    {"preg 12.2. disc !lb7",
		"Pregnant, due: Fri 12 Feb 2027; Conditions: herniated disc (23 Nov 2026); low "
		"back: "
		"pain 7"},
	    {"preg 12 feb 2027 lb7", "Pregnant, due: Fri 12 Feb 2027; low back: pain 7"},
	    {"low back", "low back: pain"},
	    {"+trB@4 -ab p3",
		"both upper trapezius: focus, pressure 4; abdomen: avoid; Pressure liked: 3 "
		"medium"},
	    {"!disc lb7", "Conditions: herniated disc (23 Nov 2026); low back: pain 7"},
	    {"!\"reason=since the stroke\"",
		"In their words: since the stroke. Named but not told: stroke; tell it as "
		"conditions=+stroke"},
	    {"music=no jazz !lb7", "Music: no jazz; low back: pain 7"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct str out = {0}, said = {0}, again = {0};

		is_int(desk_heard(d, cases[i].typed, &out, &said), ERR_OK, "%s", cases[i].typed);
		is_str(str_text(&said), cases[i].said, "is understood");
		str_clear(&said);
		is_int(desk_heard(d, str_text(&out), &again, &said), ERR_OK, "what comes of it");
		is_str(str_text(&said), cases[i].said, "says the same");
		str_release(&out);
		str_release(&said);
		str_release(&again);
	}
}

static void
test_not_understood(struct desk *d)
{
	static const struct {
		const char *typed, *word;
	} cases[] = {{"disc zebra", "\"zebra\""}, {"zebra disc", "\"zebra\""},
	    {"preg", "\"preg\" has no due date"}, {"disc \"low back", "quote"}};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct str out = {0};

		ok(desk_heard(d, cases[i].typed, &out, NULL) != ERR_OK, "%s", cases[i].typed);
		ok(strstr(err_message(), cases[i].word) != NULL, "the word is named: %s",
		    err_message());
		str_release(&out);
	}
}

static void
is_marked(struct desk *d, int64_t client_id, const char *want, const char *why)
{
	const char *mark;

	is_int(desk_client_mark(d, client_id, &mark), ERR_OK, "a mark is read");
	is_str(mark, want, "%s", why);
}

static void
test_mark(struct desk *d)
{
	struct findings alike = {0};
	struct client c;
	int64_t id;

	must(desk_client_add(d, WORDS("Nora Field"), 1, NULL, false, &c, &alike));
	id = c.id;
	findings_release(&alike);
	client_release(&c);
	is_marked(d, id, "", "nothing is told");
	must(desk_intake_words(d, id, INTAKE_NEWEST, WORDS("conditions=varicose"), 1));
	is_marked(d, id, "", "what is to be adapted needs no mark");
	must(desk_intake_words(d, id, INTAKE_NEWEST, WORDS("conditions=+heart"), 1));
	is_marked(d, id, "!C", "what needs an OK has one");
	must(desk_clearance_add(d, id, WORDS("flag=heart", "by=Dr Grey"), 2));
	is_marked(d, id, "", "until it is there");
	must(desk_intake_words(d, id, INTAKE_NEWEST, WORDS("conditions=+fever"), 1));
	is_marked(d, id, "!S", "and what stops has another");
}

int
main(void)
{
	struct desk d;

	fixture_open(&d);
	test_heard(&d);
	test_not_understood(&d);
	test_mark(&d);
	desk_close(&d);
	return done();
}
