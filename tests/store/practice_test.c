/* The practice: what is saved is read back, saving by rev, hours, exceptions and absences. */
#include "little.h"

static struct practice p;

static void
reread(struct store *s)
{
	practice_release(&p);
	must(store_practice(s, &p), "practice");
}

static void
test_settings(struct store *s)
{
	reread(s);
	is_str(settings_text(&p.settings, SETTING_NAME), "Massage practice",
	    "the default of a setting");
	is_int(store_setting_set(s, SETTING_NAME, "Calm Hands"), ERR_OK, "a setting is set");
	is_int(store_setting_set(s, SETTING_NAME, "Calm Hands Ltd"), ERR_OK, "and set again");
	reread(s);
	is_str(settings_text(&p.settings, SETTING_NAME), "Calm Hands Ltd", "it is read back");
}

static void
test_room(struct store *s)
{
	struct room r = {.code = xstrdup("attic"),
	    .name = xstrdup("Attic"),
	    .capacity = 3,
	    .location = xstrdup("2nd floor")};
	const struct room *got;

	is_int(store_room_save(s, &r), ERR_OK, "a room is saved");
	ok(r.id > 0 && r.rev == 1, "it has an id and rev 1");
	reread(s);
	got = practice_room(&p, r.id);
	is_str(got->code, "attic", "room: code");
	is_str(got->name, "Attic", "room: name");
	is_str(got->location, "2nd floor", "room: location");
	ok(got->capacity == 3 && !got->step_free && !got->active,
	    "room: capacity, stairs, archived");
	is_str(p.rooms.v[0].code, "attic", "rooms come by code");
	r.active = r.step_free = true;
	is_int(store_room_save(s, &r), ERR_OK, "a room is changed");
	is_int(r.rev, 2, "its rev rises");
	reread(s);
	ok(practice_room(&p, r.id)->active && practice_room(&p, r.id)->step_free,
	    "the change is read");
	xstrset(&r.code, "Blue");
	is_int(store_room_save(s, &r), ERR_REFUSED, "a code in other capitals is taken");
	is_str(
	    err_message(), "the code \"Blue\" is taken by blue", "and the sentence says by whom");
	free(r.code);
	free(r.name);
	free(r.location);
}

static void
test_stale(struct store *s)
{
	struct room r = {.id = little_blue,
	    .rev = 1,
	    .code = xstrdup("blue"),
	    .name = xstrdup("Blue"),
	    .capacity = 1};

	must(store_commit(s), "commit");
	little_begin(s, "mia", LITTLE_AT + 100);
	is_int(store_room_save(s, &r), ERR_OK, "Mia changes a room");
	must(store_commit(s), "commit");
	little_begin(s, "jon", LITTLE_AT + 104);
	r.rev = 1;
	is_int(store_room_save(s, &r), ERR_BUSY, "Jon, who read it before, is refused");
	is_str(err_message(), "mia changed this room 4 s ago; look again, then change it",
	    "and told who was faster");
	r.id = 99;
	xstrset(&r.code, "cellar");
	is_int(store_room_save(s, &r), ERR_NOT_FOUND, "a room that does not exist");
	is_str(err_message(), "no room #99", "is named");
	free(r.code);
	free(r.name);
}

static void
test_therapist(struct store *s)
{
	struct therapist t = {.code = xstrdup("asha"),
	    .name = xstrdup("Asha Rao"),
	    .gender = 'F',
	    .colour = xstrdup("teal"),
	    .hands_on_cap = 300,
	    .usual_room_id = little_pair,
	    .licence_until = civil_from_ymd(2027, 5, 31),
	    .active = true};
	const struct therapist *got;

	words_add(&t.skills, "prenatal");
	words_add(&t.skills, "lymph");
	*list_push(&t.services) = (struct therapist_service){little_service, true, -1};
	is_int(store_therapist_save(s, &t), ERR_OK, "a therapist is saved");
	reread(s);
	got = practice_therapist(&p, t.id);
	is_str(got->name, "Asha Rao", "therapist: name");
	is_str(got->colour, "teal", "therapist: colour");
	ok(got->gender == 'F' && got->hands_on_cap == 300 && got->usual_room_id == little_pair,
	    "therapist: gender, cap, room");
	is_int(got->licence_until, civil_from_ymd(2027, 5, 31), "therapist: licence");
	ok(got->skills.n == 2 && words_has(&got->skills, "lymph"), "therapist: skills");
	ok(got->services.n == 1 && got->services.v[0].able && got->services.v[0].turnover == -1,
	    "therapist: the usual turnover");
	ok(practice_therapist(&p, little_mia)->licence_until == CIVIL_DAY_NONE, "no licence told");
	words_release(&t.skills);
	t.services.v[0] = (struct therapist_service){little_service, false, 30};
	is_int(store_therapist_save(s, &t), ERR_OK, "skills and services are replaced");
	reread(s);
	got = practice_therapist(&p, t.id);
	ok(got->skills.n == 0, "no skill is left");
	ok(!got->services.v[0].able && got->services.v[0].turnover == 30, "the service differs");
	t.rev = 1;
	is_int(store_therapist_save(s, &t), ERR_BUSY, "a stale therapist is refused");
	free(t.code);
	free(t.name);
	free(t.colour);
	free(t.services.v);
}

static void
test_service(struct store *s)
{
	struct service v = {.code = xstrdup("ls"),
	    .name = xstrdup("Lymph"),
	    .description = xstrdup("Light strokes"),
	    .desk_label = xstrdup("Massage"),
	    .turnover = 10,
	    .min_pressure = 2,
	    .people = 2,
	    .active = true};
	const struct service *got;
	civil_day day = civil_from_ymd(2026, 1, 1);

	words_add(&v.skills, "lymph");
	*list_push(&v.rooms) = little_pair;
	*list_push(&v.durations) = (struct service_duration){90, day, 13000};
	*list_push(&v.durations) = (struct service_duration){60, day + 31, 9500};
	*list_push(&v.durations) = (struct service_duration){60, day, 9000};
	is_int(store_service_save(s, &v), ERR_OK, "a service is saved");
	reread(s);
	got = practice_service(&p, v.id);
	is_str(got->description, "Light strokes", "service: description");
	ok(got->turnover == 10 && got->min_pressure == 2 && got->people == 2, "service: numbers");
	ok(words_has(&got->skills, "lymph") && ids_has(&got->rooms, little_pair),
	    "service: skills and rooms");
	ok(got->durations.n == 3 && got->durations.v[0].minutes == 60 &&
		got->durations.v[0].from == day && got->durations.v[1].price == 9500 &&
		got->durations.v[2].minutes == 90,
	    "durations by minutes, then from");
	v.durations.n = v.rooms.n = 0;
	is_int(store_service_save(s, &v), ERR_OK, "what hangs on it is replaced");
	reread(s);
	got = practice_service(&p, v.id);
	ok(got->durations.n == 0 && got->rooms.n == 0 && got->skills.n == 1, "as it was asked");
	v.rev = 1;
	is_int(store_service_save(s, &v), ERR_BUSY, "a stale service is refused");
	free(v.code);
	free(v.name);
	free(v.description);
	free(v.desk_label);
	words_release(&v.skills);
	free(v.rooms.v);
	free(v.durations.v);
}

/* What Mia works on a day, as "540-780 840-1080". */
static const char *
works(struct store *s, civil_day day)
{
	static char text[200];
	struct span spans[8];
	size_t n, at = 0;

	reread(s);
	n = therapist_spans(practice_therapist(&p, little_mia), day, spans, array_size(spans));
	text[0] = '\0';
	for (size_t i = 0; i < n; i++)
		at += (size_t)snprintf(text + at, sizeof(text) - at, "%s%d-%d", i == 0 ? "" : " ",
		    spans[i].from, spans[i].until);
	return text;
}

static void
set_hours(struct store *s, const char *text, int cycle, int week, civil_day from)
{
	struct hours h;

	must(hours_parse(text, &h), "hours");
	must(store_shifts_set(s, little_mia, &h, cycle, week, from), "shifts");
}

static void
test_hours(struct store *s)
{
	civil_day monday = civil_from_ymd(2026, 11, 23);
	int week = (int)((monday + 3) / 7 % 2); /* which of two weeks that Monday is in */
	const struct span late = {720, 900};

	set_hours(s, "mon-fri 9-13 14-18", 1, 0, monday - 70);
	is_str(works(s, monday), "540-780 840-1080", "weekly hours");
	is_str(works(s, monday - 77), "", "not before they begin");
	set_hours(s, "mon 8-12", 1, 0, monday);
	is_str(works(s, monday), "480-720", "new hours from a day on");
	is_str(works(s, monday - 7), "540-780 840-1080", "the past keeps the old ones");
	is_str(works(s, monday + 1), "", "a day that the new ones do not name");
	set_hours(s, "mon 10-12", 1, 0, monday);
	is_str(works(s, monday), "600-720", "hours of the same day are replaced");
	set_hours(s, "mon 7-9", 2, week, monday + 7);
	set_hours(s, "mon 17-19", 2, !week, monday + 7);
	is_str(works(s, monday), "600-720", "a cycle of two weeks: before it");
	is_str(works(s, monday + 7), "1020-1140", "a cycle of two weeks: the one");
	is_str(works(s, monday + 14), "420-540", "a cycle of two weeks: the other");
	must(store_exception_set(s, little_mia, monday, &late, 1), "exception");
	is_str(works(s, monday), "720-900", "an exception comes before the shift");
	must(store_exception_set(s, little_mia, monday, NULL, 0), "exception");
	is_str(works(s, monday), "", "no span: not working");
}

static void
test_absences(struct store *s)
{
	struct absence off = {.therapist_id = little_mia,
	    .start = little_time(9, 0),
	    .end = little_time(12, 0),
	    .reason = xstrdup("dentist")};
	struct absence weekly = {.room_id = little_blue,
	    .start = little_time(9, 0) - 14 * 1440,
	    .end = little_time(10, 0) - 14 * 1440,
	    .weekly = true};
	struct absence both = {
	    .therapist_id = little_mia, .room_id = little_blue, .start = 0, .end = 1};
	struct absence_list l;

	must(store_absence_add(s, &off), "absence");
	must(store_absence_add(s, &weekly), "absence");
	ok(off.id > 0 && weekly.id > off.id, "absences have ids");
	is_int(store_absences(s, little_time(9, 30), little_time(11, 0), &l), ERR_OK, "absences");
	is_int(l.n, 2, "both touch that time");
	ok(l.v[0].id == weekly.id && l.v[0].room_id == little_blue && l.v[0].weekly,
	    "the weekly one");
	ok(l.v[1].therapist_id == little_mia && l.v[1].room_id == 0, "the therapist's");
	is_str(l.v[1].reason, "dentist", "with its reason");
	absence_list_release(&l);
	must(store_absences(s, little_time(12, 0), little_time(13, 0), &l), "absences");
	is_int(l.n, 0, "none touches the time after");
	absence_list_release(&l);
	must(store_absences(s, little_time(8, 0), little_time(9, 0), &l), "absences");
	is_int(l.n, 0, "nor the time before");
	absence_list_release(&l);
	is_int(store_absence_remove(s, off.id), ERR_OK, "an absence is removed");
	is_int(store_absence_remove(s, off.id), ERR_NOT_FOUND, "once");
	is_int(store_absence_add(s, &both), ERR_FAILED, "therapist and room at once is our fault");
	free(off.reason);
}

int
main(void)
{
	struct store *s = little_open();

	test_settings(s);
	test_room(s);
	test_stale(s);
	test_therapist(s);
	test_service(s);
	test_hours(s);
	test_absences(s);
	practice_release(&p);
	store_rollback(s);
	store_close(s);
	return done();
}
