/* Visits: saved by rev, locked by the file once signed, added to; those of a client in order. */
#include "told.h"

static int64_t now = LITTLE_AT;

static void
begin(struct store *s)
{
	little_begin(s, "mia", ++now);
}

static enum err
save(struct store *s, struct visit *v)
{
	enum err e;

	begin(s);
	e = store_visit_save(s, v);
	if (e == ERR_OK)
		return store_commit(s);
	store_rollback(s);
	return e;
}

static int64_t
book(struct store *s, int64_t client, int hour)
{
	struct appt a = little_appt(client, hour, 0);
	int64_t id;

	begin(s);
	must(store_appt_insert(s, &a), "book");
	must(store_commit(s), "book");
	id = a.id;
	appt_release(&a);
	return id;
}

static struct visit
visit(int64_t appt)
{
	static const char *const soap[] = {"stiff", "tight", "better", "again"};
	struct visit v;

	visit_init(&v);
	v.appt_id = appt;
	v.pain_before = 6;
	v.pain_after = 0;
	v.pressure = 4;
	v.feedback = FEEDBACK_DEEP;
	xstrset(&v.techniques, "eff,pet");
	for (size_t i = 0; i < 4; i++)
		xstrset(&v.soap[i], soap[i]);
	v.again_days = 14;
	v.again_times = 4;
	v.aftercare = true;
	told_region(&v.regions, "lb", 'L', REGION_PAIN, PAIN_NONE);
	told_region(&v.regions, "tr", 'B', REGION_PAIN, PAIN_NONE);
	v.regions.v[1].pressure = 5;
	return v;
}

static void
test_round_trip(struct store *s, int64_t appt)
{
	struct visit v, got, stale;

	must(store_visit(s, appt, &got), "visit");
	ok(got.appt_id == 0 && got.rev == 0, "nothing is written of it");
	visit_release(&got);
	v = visit(appt);
	is_int(save(s, &v), ERR_OK, "it is saved: %s", err_message());
	is_int(v.rev, 1, "with a rev");
	must(store_visit(s, appt, &got), "visit");
	ok(got.appt_id == appt && got.rev == 1 && got.pain_before == 6 && got.pain_after == 0 &&
		got.comfort == PAIN_NONE && got.pressure == 4 && got.feedback == FEEDBACK_DEEP,
	    "numbers");
	ok(got.signed_at == 0 && got.again_days == 14 && got.again_times == 4 && got.aftercare,
	    "what comes next");
	is_str(got.techniques, "eff,pet", "techniques");
	is_str(got.soap[0], "stiff", "S");
	is_str(got.soap[3], "again", "P");
	ok(got.regions.n == 2 && strcmp(got.regions.v[0].code, "lb") == 0 &&
		got.regions.v[0].side == 'L' && got.regions.v[0].pressure == 0 &&
		got.regions.v[1].pressure == 5,
	    "places in their order");
	ok(got.start == little_time(9, 0) && got.service_id == little_service &&
		got.therapist_id == little_mia,
	    "and of its appointment when, what and who");
	visit_release(&got);
	stale = visit(appt);
	is_int(save(s, &stale), ERR_BUSY, "who did not see it does not write over it");
	ok(strstr(err_message(), "mia changed this visit") != NULL, "%s", err_message());
	visit_release(&stale);
	v.regions.n = 1;
	is_int(save(s, &v), ERR_OK, "a place less");
	must(store_visit(s, appt, &got), "visit");
	ok(got.rev == 2 && got.regions.n == 1, "is a place less");
	visit_release(&got);
	visit_release(&v);
}

static const char refused[] = "what is signed is added to, not changed";

static void
test_signed(struct store *s, int64_t appt)
{
	struct visit v;
	int rev;

	must(store_visit(s, appt, &v), "visit");
	v.signed_at = now;
	xstrset(&v.signed_by, "mia");
	is_int(save(s, &v), ERR_OK, "it is signed");
	rev = v.rev;
	xstrset(&v.soap[0], "numb");
	is_int(save(s, &v), ERR_REFUSED, "then its words stay");
	is_str(err_message(), refused, "which is said");
	xstrset(&v.soap[0], "stiff");
	v.pain_after = PAIN_NONE;
	is_int(save(s, &v), ERR_REFUSED, "and its numbers");
	v.pain_after = 0;
	v.signed_at = 0;
	is_int(save(s, &v), ERR_REFUSED, "and that it is signed");
	v.signed_at = now - 1;
	visit_release(&v);
	must(store_visit(s, appt, &v), "visit");
	is_int(v.rev, rev, "nothing was changed");
	told_region(&v.regions, "ne", 0, REGION_PAIN, PAIN_NONE);
	is_int(save(s, &v), ERR_REFUSED, "and its places");
	is_str(err_message(), refused, "which is said");
	v.regions.n--;
	v.aftercare = false;
	is_int(save(s, &v), ERR_OK, "aftercare may come later: %s", err_message());
	visit_release(&v);
	begin(s);
	is_int(store_visit_addendum(s, appt, "felt sore the day after"), ERR_OK, "added to");
	is_int(store_visit_addendum(s, 99, "what"), ERR_NOT_FOUND, "not where nothing is written");
	must(store_commit(s), "addendum");
	must(store_visit(s, appt, &v), "visit");
	ok(v.addenda.n == 1 && v.addenda.v[0].at == now, "an addendum");
	is_str(v.addenda.v[0].who, "mia", "by whom");
	is_str(v.addenda.v[0].text, "felt sore the day after", "in words");
	visit_release(&v);
}

static void
test_signed_at_once(struct store *s, int64_t appt)
{
	struct visit v = visit(appt);

	v.signed_at = now;
	is_int(save(s, &v), ERR_OK, "written and signed in one: %s", err_message());
	visit_release(&v);
	must(store_visit(s, appt, &v), "visit");
	ok(v.signed_at != 0 && v.regions.n == 2, "with its places");
	visit_release(&v);
}

static void
test_list(struct store *s, int64_t client)
{
	struct visit_list l = {0};

	must(store_visits(s, client, 0, 0, &l), "visits");
	ok(l.n == 2 && l.v[0].start == little_time(9, 0) && l.v[1].start == little_time(12, 0),
	    "a client's, oldest first");
	is_int((int64_t)l.v[1].regions.n, 2, "with their places");
	visit_list_release(&l);
	must(store_visits(s, client, 0, 1, &l), "visits");
	ok(l.n == 1 && l.v[0].start == little_time(12, 0), "the newest so many");
	visit_list_release(&l);
	must(store_visits(s, client, little_time(12, 0), 5, &l), "visits");
	ok(l.n == 1 && l.v[0].start == little_time(9, 0), "before a time");
	visit_list_release(&l);
}

int
main(void)
{
	struct store *s = little_open();
	int64_t client = little_client(s, "Cy", "Smith", ""), other, first, second;

	other = little_client(s, "Bo", "Ek", "");
	must(store_commit(s), "practice");
	first = book(s, client, 9);
	second = book(s, client, 12);
	(void)book(s, client, 16);
	test_round_trip(s, first);
	test_signed(s, first);
	test_signed_at_once(s, second);
	test_signed_at_once(s, book(s, other, 14));
	test_list(s, client);
	store_close(s);
	return done();
}
