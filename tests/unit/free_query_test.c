/* The free-time query. Now is Monday 2026-11-23, 10:00. */
#include "grammar_rows.h"

static const char *const weekdays = " mtwhfsu";

/* What was understood, and only that; the days as "23.11+14": the first, and how many. */
static void
show(struct str *out, const struct free_query *q, const char *client, const struct practice *p)
{
	int year, month, mday;

	civil_to_ymd(q->from, &year, &month, &mday);
	str_addf(out, "%d.%d+%d", mday, month, (int)(q->until - q->from));
	if (client[0] != '\0')
		str_addf(out, " [%s]", client);
	if (q->service_id != 0)
		str_addf(out, " %s", practice_service(p, q->service_id)->code);
	if (q->minutes != 0)
		str_addf(out, " %dm%s", q->minutes, q->minutes_typed ? "" : "?");
	if (q->therapist_id != 0)
		str_addf(out, " by %s", practice_therapist(p, q->therapist_id)->code);
	if (q->gender != 0)
		str_addf(out, " %c", q->gender);
	if (q->skill != NULL)
		str_addf(out, " skill %s", q->skill);
	if (q->room_id != 0)
		str_addf(out, " in %s", practice_room(p, q->room_id)->code);
	if (q->weekdays != 0)
		str_add(out, " ");
	for (int d = 1; d <= 7; d++)
		if ((q->weekdays & 1u << d) != 0)
			str_addc(out, weekdays[d]);
	if (q->after != 0)
		str_addf(out, " >%02d:%02d", q->after / 60, q->after % 60);
	if (q->before != 0 && q->before != CIVIL_DAY_MINUTES)
		str_addf(out, " <%02d:%02d", q->before / 60, q->before % 60);
	if (q->limit != 0)
		str_addf(out, " first %zu", q->limit);
}

static enum err
parse(const char *text, const struct practice *p, const struct when_habits *h, struct str *out)
{
	struct free_query q = {0};
	char *client = NULL;
	const enum err e = free_query_parse(text, p, h, &q, &client);

	if (e == ERR_OK)
		show(out, &q, client, p);
	free(q.skill);
	free(client);
	return e;
}

static void
test_words(void)
{
	static const struct grammar_row rows[] = {
	    {"dt60 female >15:00 mon-thu skill:backpain room:any first 10",
		"23.11+14 dt 60m F skill Back pain mtwh >15:00 first 10"},
	    {"smith dt60 female >15:00 week", "23.11+7 [smith] dt 60m F >15:00"},
	    {"", "23.11+14"},
	    {"dt60", "23.11+14 dt 60m"},
	    {"dt 60", "23.11+14 dt 60m"},
	    {"dt 60m", "23.11+14 dt 60m"},
	    {"dt", "23.11+14 dt"},
	    {"deep tissue 90", "23.11+14 dt 90m"},
	    {"dt60 jon", "23.11+14 dt 60m by jon"},
	    {"dt60 mia chen", "23.11+14 dt 60m by mc"},
	    {"dt60 sun li", "23.11+14 dt 60m by sun"},
	    {"dt60 *", "23.11+14 dt 60m"},
	    {"dt60 any", "23.11+14 dt 60m"},
	    {"dt60 male", "23.11+14 dt 60m M"},
	    {"dt60 f", "23.11+14 dt 60m F"},
	    {"dt60 m", "23.11+14 dt 60m M"},
	    {"dt 60 m", "23.11+14 dt 60m M"},
	    {"Ada Smith dt60", "23.11+14 [Ada Smith] dt 60m"},
	    {"#231 dt60", "23.11+14 [#231] dt 60m"},
	    {"\"jon smith\" dt60", "23.11+14 [jon smith] dt 60m"},
	    {"skill:deeptissue", "23.11+14 skill deep-tissue"},
	    {"skill:deep-tissue", "23.11+14 skill deep-tissue"},
	    {"skill:\"Deep Tissue\"", "23.11+14 skill deep-tissue"},
	    {"SKILL:BackPain", "23.11+14 skill Back pain"},
	    {"room:c", "23.11+14 in c"},
	    {"room:1", "23.11+14 in 1"},
	    {"r2", "23.11+14 in r2"},
	    {"first 3", "23.11+14 first 3"},
	    {"first smith", "23.11+14 [first smith]"},
	    {"skill:juggling", "no skill \"juggling\"; there are: Back pain, deep-tissue"},
	    {"skill:backpain skill:backpain",
		"\"skill:backpain\" beside skill \"Back pain\": one is enough"},
	    {"room:9", "no room \"9\"; there are: 1, c, r2"},
	    {"room:c r2", "\"r2\" beside room c: one is enough; a client's name goes in quotes"},
	    {"female male", "\"male\": write female or male, not both"},
	    {"first 0", "\"first 0\": write first 1 or more"},
	    {"jon asha",
		"\"asha\" beside therapist Jon Berg (jon): one is enough; a client's name "
		"goes in quotes"},
	    {"dt60 90m", "two lengths: 60 and 90 minutes"},
	    {"60m 90m", "two lengths: 90 and 60 minutes"},
	    {"\"dt60", "the quote before \"dt60\" is not closed"},
	};

	grammar_check(rows, array_size(rows), parse);
}

static void
test_times(void)
{
	static const struct grammar_row rows[] = {
	    {">15:00", "23.11+14 >15:00"},
	    {"> 15:00", "23.11+14 >15:00"},
	    {">3pm", "23.11+14 >15:00"},
	    {">3 pm", "23.11+14 >15:00"},
	    {"> 3 pm", "23.11+14 >15:00"},
	    {">3", "23.11+14 >15:00"},
	    {">9", "23.11+14 >09:00"},
	    {"<12:00", "23.11+14 <12:00"},
	    {"<noon", "23.11+14 <12:00"},
	    {">9:00 <12:00", "23.11+14 >09:00 <12:00"},
	    {"15:00-18:00", "23.11+14 >15:00 <18:00"},
	    {"2 to 4pm", "23.11+14 >14:00 <16:00"},
	    {"9-12", "23.11+14 >09:00 <12:00"},
	    {"18-24", "23.11+14 >18:00"},
	    {"morning", "23.11+14 <12:00"},
	    {"afternoon", "23.11+14 >12:00 <18:00"},
	    {"evening", "23.11+14 >17:00"},
	    {"morning >9:00", "23.11+14 >09:00 <12:00"},
	    {"15:00", "\"15:00\" alone; write >15:00, <12:00 or 15:00-18:00"},
	    {"3pm", "\"3pm\" alone; write >15:00, <12:00 or 15:00-18:00"},
	    {"-15:30", "\"-15:30\" alone; write >15:00, <12:00 or 15:00-18:00"},
	    {"2026-11-27T15:00", "\"2026-11-27T15:00\" alone; write >15:00, <12:00 or 15:00-18:00"},
	    {">", "\">\" wants a time; write >15:00 or <12:00"},
	    {">soon", "\">soon\" wants a time; write >15:00 or <12:00"},
	    {">25:99", "\"25:99\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"morning evening", "\"evening\" leaves no time of the day"},
	    {">15:00 <12:00", "\"<12:00\" leaves no time of the day"},
	};

	grammar_check(rows, array_size(rows), parse);
}

static void
test_days(void)
{
	static const struct grammar_row rows[] = {
	    {"mon", "23.11+7 m"},
	    {"fri", "23.11+7 f"},
	    {"fri morning", "23.11+7 f <12:00"},
	    {"mon <10:00", "24.11+7 m <10:00"}, /* has passed: in seven days */
	    {"mon 8-9", "24.11+7 m >08:00 <09:00"},
	    {"mon <10:15", "23.11+7 m <10:15"},
	    {"mon evening", "23.11+7 m >17:00"},
	    {"fri month", "23.11+30 f"},
	    {"fri this week", "23.11+7 f"},
	    {"mon wed", "23.11+14 mw"},
	    {"mon,wed", "23.11+14 mw"},
	    {"mon,wed,fri-sat", "23.11+14 mwfs"},
	    {"mon-thu", "23.11+14 mtwh"},
	    {"Mon–Thu", "23.11+14 mtwh"},
	    {"sat-mon", "23.11+14 msu"},
	    {"tu", "23.11+7 t"},
	    {"week", "23.11+7"},
	    {"month", "23.11+30"},
	    {"this week", "23.11+7"},
	    {"next week", "30.11+7"},
	    {"next week mon-wed", "30.11+7 mtw"},
	    {"fri next week", "30.11+7 f"},
	    {"next month", "1.12+31"},
	    {"today", "23.11+1"},
	    {"tomorrow", "24.11+1"},
	    {"next fri", "4.12+1"},
	    {"in 2 weeks", "7.12+1"},
	    {"+2w", "7.12+1"},
	    {"27.11.", "27.11+1"},
	    {"fri 27.11.", "27.11+1 f"},
	    {"12 mar", "12.3+1"},
	    {"2026-11-27", "27.11+1"},
	    {"27.11.-30.11.", "27.11+4"},
	    {"27 nov..30 nov", "27.11+4"},
	    {"2026-11-27..2026-11-30", "27.11+4"},
	    {"mon to thu", "23.11+4"},
	    {"2027-01", "1.1+31"},
	    {"31.2.", "\"31.2.\": the days of Feb go from 1 to 29"},
	    {"today tomorrow", "\"tomorrow\" is a second range of days; one is enough"},
	    {"week 27.11.", "\"27.11.\" is a second range of days; one is enough"},
	    {"30.11.2026..27.11.2026", "\"30.11.2026\": the range ends before it begins"},
	};

	grammar_check(rows, array_size(rows), parse);
}

#define WRITE \
	"; write a whole name or a code, a day as 2026-11-27, a time as 14:30, a client in quotes"

static void
test_ambiguous(void)
{
	static const struct grammar_row rows[] = {
	    {"dt60 sun", "\"sun\" could be: therapist Sun Li (sun), a weekday" WRITE},
	    {"dt60 sunday", "23.11+7 dt 60m u"},
	    {"dt60 \"sun\"", "23.11+14 [sun] dt 60m"},
	    {"dt60 mia", "\"mia\" could be: therapist Mia Chen (mc), therapist Mia Roth (a)" WRITE},
	    {"may 3", "\"may 3\" could be: therapist May Moss (mm), a day or time" WRITE},
	};

	grammar_check(rows, array_size(rows), parse);
}

int
main(void)
{
	test_words();
	test_times();
	test_days();
	test_ambiguous();
	return done();
}
