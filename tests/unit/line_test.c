/* The one line that books. */
#include "grammar_rows.h"

/* What was understood, and only that: "smith dt60 mia c 2026-11-27 15:00 60 !disc". */
static void
show(struct str *out, const struct line *l, const struct practice *p)
{
	char buf[CIVIL_DAY_SIZE], hm[CIVIL_HM_SIZE];

	str_addf(out, "[%s", l->client);
	if (l->client2 != NULL)
		str_addf(out, " + %s", l->client2);
	str_add(out, "]");
	if (l->service_id != 0)
		str_addf(out, " %s", practice_service(p, l->service_id)->code);
	if (l->minutes != 0)
		str_addf(out, " %dm", l->minutes);
	if (l->therapist_any)
		str_add(out, " *");
	if (l->therapist_id != 0)
		str_addf(out, " by %s", practice_therapist(p, l->therapist_id)->code);
	if (l->therapist2_id != 0)
		str_addf(out, " + %s", practice_therapist(p, l->therapist2_id)->code);
	if (l->room_id != 0)
		str_addf(out, " in %s", practice_room(p, l->room_id)->code);
	if (l->when.day != CIVIL_DAY_NONE)
		str_addf(out, " %s", civil_iso_day(l->when.day, buf));
	if (l->when.minute >= 0)
		str_addf(out, " %s", civil_hm(l->when.minute, hm));
	if (l->turnover >= 0)
		str_addf(out, " turnover %d", l->turnover);
	if (l->heard[0] != '\0')
		str_addf(out, " heard %s", l->heard);
}

static enum err
parse(const char *text, const struct practice *p, const struct when_habits *h, struct str *out)
{
	struct line l = {0};
	const enum err e = line_parse(text, p, h, &l);

	if (e == ERR_OK)
		show(out, &l, p);
	line_release(&l);
	return e;
}

static void
test_parts(void)
{
	static const struct grammar_row rows[] = {
	    {"smith dt60 asha fri 3p !disc", "[smith] dt 60m by asha 2026-11-27 15:00 heard !disc"},
	    {"fri 3p asha dt60 smith", "[smith] dt 60m by asha 2026-11-27 15:00"},
	    {"asha smith 3p dt60 fri", "[smith] dt 60m by asha 2026-11-27 15:00"},
	    {"", "[]"},
	    {"  ", "[]"},
	    {"smith", "[smith]"},
	    {"Ada van der Berg dt60", "[Ada van der Berg] dt 60m"},
	    {"ada dt60 smith", "[ada smith] dt 60m"},
	    {"smith dt", "[smith] dt"},
	    {"smith dt 60", "[smith] dt 60m"},
	    {"smith dt 90 15", "[smith] dt 90m 15:00"},
	    {"smith dt 9", "[smith] dt 09:00"},
	    {"smith DT60", "[smith] dt 60m"},
	    {"0170 555 1234", "[0170 555 1234]"},
	    {"555 1234", "[555 1234]"},
	    {"bob walker 0170 555 1234 dt60 fri 14:30",
		"[bob walker 0170 555 1234] dt 60m 2026-11-27 14:30"},
	    {"dt60 (621) 555-0263 10", "[(621) 555-0263] dt 60m 10:00"},
	    {"dt60 621 555 1030 10", "[621 555 1030] dt 60m 10:00"},
	    {"+49 170 555 1234 dt60", "[+49 170 555 1234] dt 60m"},
	    {"smith +2 1430 60m", "[smith] 60m 2026-11-25 14:30"},
	    {"0930 2026-11-27 dt60", "[] dt 60m 2026-11-27 09:30"},
	    {"0930 27.11.2026 dt60", "[] dt 60m 2026-11-27 09:30"},
	    {"smith dt75", "[smith] dt 75m"},
	    {"smith dt 60m", "[smith] dt 60m"},
	    {"smith dt 75 min", "[smith] dt 75m"},
	    {"smith dt 14:30-15:45", "[smith] dt 75m 14:30"},
	    {"smith dt60 14:30-15:30", "[smith] dt 60m 14:30"},
	    {"smith dt60 60m", "[smith] dt 60m"},
	    {"smith deep tissue 60 fri", "[smith] dt 60m 2026-11-27"},
	    {"smith swedish 90", "[smith] sw 90m"},
	    {"deep smith", "[deep smith]"},
	    {"swed smith", "[swed smith]"},
	    {"smith hs60", "[smith] hs 60m"},
	    {"smith hs2", "[smith] hs2"},
	    {"smith hs2 90", "[smith] hs2 90m"},
	    {"smith hs260", "[smith] hs 260m"},
	    {"hot stone smith", "[smith] hs"},
	    {"hot stone long smith", "[smith] hs2"},
	    {"smith jon", "[smith] by jon"},
	    {"smith JON", "[smith] by jon"},
	    {"smith jon berg", "[smith] by jon"},
	    {"smith asha rao", "[smith] by asha"},
	    {"smith mia chen", "[smith] by mc"},
	    {"smith mc", "[smith] by mc"},
	    {"smith mia roth", "[smith] by a"},
	    {"smith berg", "[smith berg]"},
	    {"smith ash", "[smith ash]"},
	    {"smith jonathan", "[smith jonathan]"},
	    {"smith olga gone", "[smith olga gone]"},
	    {"smith old", "[smith] by old"},
	    {"smith *", "[smith] *"},
	    {"smith any dt60", "[smith] dt 60m *"},
	    {"smith c", "[smith] in c"},
	    {"smith r2 14", "[smith] in r2 14:00"},
	    {"smith 1", "[smith] 13:00"},
	    {"smith room:1", "[smith] in 1"},
	    {"smith Room:C", "[smith] in c"},
	    {"#231 dt60 fri 9", "[#231] dt 60m 2026-11-27 09:00"},
	    {"#1 9:00", "[#1] 09:00"},
	    {"0176 1234567 fri", "[0176 1234567] 2026-11-27"},
	    {"+491761234567 fri", "[+491761234567] 2026-11-27"},
	    {"1234567 1430", "[1234567] 14:30"},
	    {"555-0142 9am", "[555-0142] 09:00"},
	    {"5678 9am", "[5678] 09:00"},
	    {"930 9am", "[930] 09:00"},
	    {"ada@example.org 9am", "[ada@example.org] 09:00"},
	    {"o'brien dt60", "[o'brien] dt 60m"},
	    {"Łukasz Müller dt60", "[Łukasz Müller] dt 60m"},
	    {"smith, ada dt60", "[smith, ada] dt 60m"},
	};

	grammar_check(rows, array_size(rows), parse);
}

static void
test_when(void)
{
	static const struct grammar_row rows[] = {
	    {"smith dt60 next tue 2 to 4pm", "two lengths: 60 and 120 minutes"},
	    {"smith dt next tue 2 to 4pm", "[smith] dt 120m 2026-12-01 14:00"},
	    {"smith dt60 in 2 weeks at 9:00", "[smith] dt 60m 2026-12-07 09:00"},
	    {"smith 12 mar 2027 dt60 9", "[smith] dt 60m 2027-03-12 09:00"},
	    {"smith mar 12 dt60", "[smith] dt 60m 2027-03-12"},
	    {"smith 27.11. 2.30pm", "[smith] 2026-11-27 14:30"},
	    {"smith 12/3 1430", "[smith] 2027-03-12 14:30"},
	    {"smith +2w noon", "[smith] 2026-12-07 12:00"},
	    {"smith tomorrow now", "[smith] 2026-11-24 10:00"},
	    {"2026-11-27T15:00 smith", "[smith] 2026-11-27 15:00"},
	    {"smith mon 9:00 dt60", "[smith] dt 60m 2026-11-30 09:00"},
	    {"9:00 smith mon", "[smith] 2026-11-30 09:00"},
	    {"9:00 smith mon 23.11.", "[smith] 2026-11-23 09:00"},
	    {"14:30 smith -15:30", "[smith] 60m 14:30"},
	    {"29.2. smith", "[smith] 2028-02-29"},
	    {"2027-03-28 2:30 smith", "[smith] 2027-03-28 02:30"},
	    {"tomorrow 3pm dentist", "[dentist] 2026-11-24 15:00"},
	    {"june smith", "[june smith]"},
	    {"june 3 smith", "[smith] 2027-06-03"},
	    {"april smith 3pm", "[april smith] 15:00"},
	    {"\"june\" 3 smith", "[june smith] 15:00"},
	    {"smith \"mo\" tue", "[smith mo] 2026-11-24"},
	    {"at home", "[at home]"},
	    {"in mae", "[in mae]"},
	    {"next smith", "[next smith]"},
	    {"smith 25:99",
		"\"25:99\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"smith 31.2.", "\"31.2.\": the days of Feb go from 1 to 29"},
	    {"smith 29.2.2027", "\"29.2.2027\": the days of Feb go from 1 to 28"},
	    {"smith 45 mar", "\"45\": the days of Mar go from 1 to 31"},
	    {"smith 12.11",
		"\"12.11\" is not clear: a day is written 12.3., a time 12:03 or 2.30pm"},
	    {"smith dt 75", "\"75\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"smith 60 dt", "\"60\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"smith next week", "\"next week\" is not one day; write next fri or +1w"},
	    {"smith 2 weeks", "\"2 weeks\": write in 2 weeks"},
	    {"smith fri tue", "two days: \"tue\" is not Fri 27 Nov 2026"},
	    {"mo farah dt60 fri", "two days: \"fri\" is not Mon 23 Nov 2026"},
	    {"smith 3pm 4pm", "two times: \"4pm\" and 15:00"},
	    {"smith -15:30", "\"-15:30\" is an end without a beginning before it"},
	};

	grammar_check(rows, array_size(rows), parse);
}

#define WRITE \
	"; write a whole name or a code, a day as 2026-11-27, a time as 14:30, a client in quotes"

static void
test_ambiguous(void)
{
	static const struct grammar_row rows[] = {
	    {"smith sun 3p", "\"sun\" could be: therapist Sun Li (sun), Sunday" WRITE},
	    {"smith sun li 3p", "[smith] by sun 15:00"},
	    {"smith sunday 3p", "[smith] 2026-11-29 15:00"},
	    {"smith \"sun\" 3p", "[smith sun] 15:00"},
	    {"smith next sun", "\"next sun\" could be: therapist Sun Li (sun), a day" WRITE},
	    {"smith mia 3p",
		"\"mia\" could be: therapist Mia Chen (mc), therapist Mia Roth (a)" WRITE},
	    {"smith \"mia\" 3p", "[smith mia] 15:00"},
	    {"smith 3 a", "\"3 a\" could be: therapist Mia Roth (a), a time" WRITE},
	    {"smith 3am a", "[smith] by a 03:00"},
	    {"smith may 3", "\"may 3\" could be: therapist May Moss (mm), a day" WRITE},
	    {"smith 3 may", "\"3 may\" could be: therapist May Moss (mm), a day" WRITE},
	    {"smith may 3pm", "[smith] by mm 15:00"},
	    {"smith may moss 3", "[smith] by mm 15:00"},
	    {"jon smith asha dt60",
		"\"asha\" beside therapist Jon Berg (jon): one is enough; "
		"a client's name goes in quotes"},
	    {"\"jon smith\" asha dt60", "[jon smith] dt 60m by asha"},
	    {"jon smith jon", "[smith] by jon"},
	    {"dt60 sw60",
		"\"sw60\" beside service Deep tissue: one is enough; a client's name goes "
		"in quotes"},
	    {"smith c r2", "\"r2\" beside room c: one is enough; a client's name goes in quotes"},
	    {"smith dt60 90m", "two lengths: 60 and 90 minutes"},
	    {"smith * jon", "\"jon\" beside \"any\" therapist: one is enough"},
	    {"smith jon *", "\"*\" therapist beside Jon Berg: one is enough"},
	    {"smith room:9", "no room \"9\"; there are: 1, c, r2"},
	    {"\"smith dt60", "the quote before \"smith dt60\" is not closed"},
	};

	grammar_check(rows, array_size(rows), parse);
}

static void
test_couples(void)
{
	static const struct grammar_row rows[] = {
	    {"costa + lima cp60 fri 9", "[costa + lima] cp 60m 2026-11-27 09:00"},
	    {"ada costa + leo lima cp60", "[ada costa + leo lima] cp 60m"},
	    {"costa + lima cp60 jon + asha", "[costa + lima] cp 60m by jon + asha"},
	    {"jon + mia chen cp60 costa + lima", "[costa + lima] cp 60m by jon + mc"},
	    {"asha rao + jon berg costa", "[costa] by asha + jon"},
	    {"costa + \"jon lima\" cp60", "[costa + jon lima] cp 60m"},
	    {"#12 + #13 cp60", "[#12 + #13] cp 60m"},
	    {"costa + jon", "\"jon\" after \"+\" is not a client; a client's name goes in quotes"},
	    {"jon + costa", "\"costa\" after \"+\" is not a therapist"},
	    {"jon + fri", "\"fri\" after \"+\" is not a therapist; a client's name goes in quotes"},
	    {"jon + jon", "\"jon\" twice: a couple has two therapists"},
	    {"jon + asha + mc", "\"+\" joins two; there are three"},
	    {"costa + lima + lee", "\"+\" joins two; there are three"},
	    {"+ costa", "\"+\" stands between two clients or two therapists: costa + lima"},
	    {"costa +", "\"+\" stands between two clients or two therapists: costa + lima"},
	    {"costa + + lima", "\"+\" stands between two clients or two therapists: costa + lima"},
	    {"costa + !disc", "\"+\" stands between two clients or two therapists: costa + lima"},
	    {"dt60 + costa", "\"+\" stands between two clients or two therapists: costa + lima"},
	    {"costa + *", "\"*\" therapist beside \"+\": one is enough"},
	};

	grammar_check(rows, array_size(rows), parse);
}

static void
test_heard(void)
{
	static const struct grammar_row rows[] = {
	    {"smith dt60 !preg 12.2. !disc !lb7", "[smith] dt 60m heard !preg 12.2. !disc !lb7"},
	    {"!disc", "[] heard !disc"},
	    {"!disc smith !lb7 dt60 fri !ab asha 9:00",
		"[smith] dt 60m by asha 2026-11-27 09:00 heard !disc !lb7 !ab"},
	    {"smith !preg 12.2. 12.3. 9:00", "[smith] 2027-03-12 09:00 heard !preg 12.2."},
	    {"smith !preg 9:00", "[smith] 09:00 heard !preg"},
	    {"smith !disc 12.3.", "[smith] 2027-03-12 heard !disc"},
	    {"smith !\"low back\" fri", "[smith] 2026-11-27 heard !low back"},
	    {"smith + !disc lima", "[smith + lima] heard !disc"},
	    {"smith !disc fri 25:99",
		"\"25:99\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"smith ! disc", "\"!\" stands right before what was heard, without a blank"},
	    {"smith turnover=30 dt60", "[smith] dt 60m turnover 30"},
	    {"smith turnover=0", "[smith] turnover 0"},
	    {"turnover=121", "\"turnover=121\": write the minutes, like turnover=30, at most 120"},
	    {"turnover=", "\"turnover=\": write the minutes, like turnover=30, at most 120"},
	    {"turnover=5 turnover=6", "\"turnover=6\" is a second turnover; one is enough"},
	    {"smith \"!disc\"", "[smith !disc]"},
	};

	grammar_check(rows, array_size(rows), parse);
}

static void
test_untouched(void)
{
	struct when_habits h = grammar_habits();
	struct line l = {.minutes = 7};
	struct practice p;

	grammar_practice(&p);
	is_int(line_parse("smith 25:99", &p, &h, &l), ERR_USAGE, "refused");
	ok(l.minutes == 7 && l.client == NULL, "an error leaves the line as it was");
	is_int(line_parse("smith room:9", &p, &h, &l), ERR_NOT_FOUND, "no such room");
	practice_release(&p);
	p = (struct practice){0};
	is_int(line_parse("smith dt60 fri", &p, &h, &l), ERR_OK, "a practice without anything");
	is_str(l.client, "smith dt60", "leaves the words to the client");
	line_release(&l);
	ok(l.client == NULL, "released");
}

int
main(void)
{
	test_parts();
	test_when();
	test_ambiguous();
	test_couples();
	test_heard();
	test_untouched();
	return done();
}
