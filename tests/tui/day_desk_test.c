/* What a desk's day brings beside booking: late, sick, kept free, messages, what needs us next. */
#include "tui_fixture.h"

static const char *
focus(struct tui *t)
{
	return tui_line(t, -3);
}

/* "- 2026-11-23T10:30 Mia": how an appointment stands in the file. */
static const char *
stands(struct tui *t, int64_t id)
{
	static char buf[96];
	struct appt a = {0};
	char iso[CIVIL_MIN_SIZE];

	must(store_appt(t->d.store, id, &a));
	snprintf(buf, sizeof(buf), "%c %s %s", appt_state_char(a.state),
	    civil_iso_min(a.start, iso), practice_therapist(&t->d.practice, a.therapist_id)->name);
	appt_release(&a);
	return buf;
}

static void
at(struct tui *t, const char *hm)
{
	civil_parse_iso_min(hm, &t->d.options.pinned);
	tui_keys(t, "t");
}

static void
test_keep_free(struct tui *t)
{
	tui_keys(t, "t Left Left Left Left g[15:00] Enter k");
	ok(tui_shows(t, "= Ben 15:00–15:30"), "k asks why, and says what is kept");
	tui_keys(t, "[dentist] Enter");
	is_str(tui_message(t), "Kept free Ben 15:00–15:30: dentist.  u Undo", "the row's time");
	ok(strncmp(focus(t), "Ben 15:00–15:30 kept free: dentist", 38) == 0, "%s", focus(t));
	tui_keys(t, "k");
	is_str(tui_message(t), "Given back: dentist.  u Undo", "k again gives it back");
	tui_keys(t, "u");
	ok(strncmp(tui_message(t), "Undone: ", 8) == 0 && tui_shows(t, "dentist"),
	    "undone at once, for it is on the screen: %s", tui_message(t));
	tui_keys(t, "u");
	ok(!tui_shows(t, "//dentist"), "and what kept it, too: %s", tui_message(t));
	tui_keys(t, "k[-16:15 course] Enter");
	is_str(tui_message(t), "Kept free Ben 15:00–16:15: course.  u Undo", "until a time");
	tui_keys(t, "u k[90m] Enter");
	is_str(
	    tui_message(t), "Kept free Ben 15:00–16:30.  u Undo", "for so long, without a reason");
	tui_keys(t, "u k[2nd dentist] Enter");
	is_str(tui_message(t), "Kept free Ben 15:00–15:30: 2nd dentist.  u Undo",
	    "a reason may begin with a number");
	tui_keys(t, "u k[-14:00 x]");
	ok(tui_shows(t, "14:00"), "an end before it begins is named");
	tui_keys(t, "Enter");
	ok(t->a.prompt.open && tui_shows(t, "Keep free: -14:00 x"), "and stays to be mended");
	tui_keys(t, "Esc Right Right Right g[14:00] Enter k");
	is_str(tui_message(t),
	    "An appointment is selected; z has finer rows, with what is free beside it.",
	    "nothing beside what is selected");
	tui_keys(t, "Left Left Left g[11:00] Enter k");
	is_str(tui_message(t), "No free time is here to keep.", "nothing of what is booked");
	tui_keys(t, "g[8:00] Enter k");
	is_str(tui_message(t), "No free time is here to keep.", "nor outside the shift");
	tui_keys(t, "t v v Left Left Left Left g[13:15] Enter k[rest] Enter");
	is_str(tui_message(t), "Kept free Ben 13:15–18:00: rest.  u Undo", "of the list the line");
	tui_keys(t, "u v t");
	tui_keys(t, "v g[16:00] Enter k[paint] Enter");
	is_str(tui_message(t), "Kept free Room 1 16:00–16:30: paint.  u Undo", "a room's");
	tui_keys(t, "u v v t");
}

static void
test_late(struct tui *t, int64_t id)
{
	struct appt a = {0};

	at(t, "2026-11-23T14:10");
	tui_keys(t, "Right Right Right Right g[14:15] Enter l[20]");
	ok(tui_shows(t, "= expected at 14:30, 30 of 45 min left"), "in 20 minutes");
	tui_keys(t, "Enter");
	is_str(tui_message(t), "14:15 Jones: exp. 14:30, 30 of 45 min left.  u Undo", "is kept");
	must(store_appt(t->d.store, id, &a));
	ok(a.expected == a.start + 15, "in the file");
	appt_release(&a);
	at(t, "2026-11-23T14:29");
	tui_keys(t, "Right Right Right Right g[14:15] Enter");
	ok(strstr(focus(t), "CONFIRMED  exp. 14:30, 30 of 45 min l") != NULL, "%s", focus(t));
	ok(!tui_shows(t, "L1®"), "and not late by then");
	tui_keys(t, "Enter");
	ok(tui_shows(t, "exp. 14:30, 30 of 45 min left"), "the card says so");
	tui_keys(t, "Esc l[14:40] Enter");
	ok(strstr(tui_message(t), "exp. 14:40") != NULL, "a time: %s", tui_message(t));
	tui_keys(t, "l[5] Enter");
	ok(strstr(tui_message(t), "exp. 14:34") != NULL, "from now on: %s", tui_message(t));
	tui_keys(t, "l[15:00]");
	ok(tui_shows(t, "move it instead"), "not beyond its end");
	tui_keys(t, "Enter");
	ok(t->a.prompt.open && tui_shows(t, "at: 15:00"), "what was typed stays to be mended");
	tui_keys(t, "Ctrl-U [14:00] Enter");
	ok(tui_shows(t, "that is before it begins"), "nor before it begins");
	tui_keys(t, "Ctrl-U [soon] Enter");
	ok(tui_shows(t, "\"soon\" is"), "nor at no time");
	tui_keys(t, "Esc l Enter");
	is_str(tui_message(t), "14:15 Jones: 14 min late, 31 of 45 min left.  u Undo",
	    "nothing takes it back");
	at(t, "2026-11-23T09:00");
	tui_keys(t, "t Right Right Right Right g[14:15] Enter l Enter");
	is_str(tui_message(t), "It is expected at 14:15 already.", "nothing typed: nothing new");
	tui_keys(t, "l[5] Enter l Enter");
	is_str(tui_message(t), "14:15 Jones: expected in time.  u Undo", "but a wait is over");
	tui_keys(t, "t Right Right Right Right l");
	is_str(tui_message(t), "Only who is still to come can be expected later", "not who was");
	ok(!t->a.prompt.open, "which needs no question");
	tui_keys(t, "Left Left Left Left g[15:00] Enter l");
	is_str(tui_message(t), "Nothing is booked here; l is for who comes late.", "free time");
}

static void
test_runs_late(struct tui *t)
{
	tui_keys(t, "t Right Right Right Right Up");
	ok(strncmp(focus(t), "Mia: 3 appointments, 3.2 h, until 18:00", 39) == 0, "%s", focus(t));
	tui_keys(t, "l[20] Enter");
	is_str(tui_message(t), "Mia runs 20 min late.  u Undo", "on a header: the therapist");
	ok(tui_shows(t, ">Mia +20"), "at the header");
	ok(strstr(focus(t), ", runs 20 min late") != NULL, "in words: %s", focus(t));
	tui_keys(t, "Down g[14:15] Enter");
	ok(strstr(focus(t), "Mia runs 20 min late") != NULL, "and at her coming rows: %s",
	    focus(t));
	tui_keys(t, "Space");
	ok(!tui_shows(t, "+20"), "not tomorrow");
	tui_keys(t, "Backspace g[9:00] Enter Up l[999] Enter");
	ok(t->a.prompt.open && tui_shows(t, "0 to 240"), "but not a day");
	tui_keys(t, "Esc u");
	ok(strncmp(tui_message(t), "Undone: ", 8) == 0 && !tui_shows(t, "+20"), "undone: %s",
	    tui_message(t));
	tui_keys(t, "Down v Up l");
	is_str(tui_message(t), "Only a therapist runs late.", "no room does");
	tui_keys(t, "Down v v");
}

static void
test_message(struct tui *t)
{
	tui_keys(t, "t Right Right Right Right g[14:15] Enter c");
	is_str(tui_message(t), "Message left: 14:15 Jones.  u Undo", "c marks it");
	ok(tui_shows(t, "m1®") && strstr(focus(t), "message left") != NULL, "with m, and in words");
	tui_keys(t, "c");
	is_str(tui_message(t), "No message left: 14:15 Jones.  u Undo", "c again takes it back");
	tui_keys(t, ":[message left] Enter");
	ok(day_selected_appt(tui_day(t))->message_left, "by name");
	tui_keys(t, "u");
}

static void
test_repeat(struct tui *t, int64_t novak, int64_t jones)
{
	tui_keys(t, "t .");
	ok(strncmp(tui_message(t), "Nothing to repeat yet", 21) == 0, "nothing was done");
	tui_keys(t, "Left Left Left Left g[11:30] Enter y");
	is_str(stands(t, novak), "+ 2026-11-23T11:00 Ben", "confirmed");
	tui_keys(t, ".");
	is_str(tui_message(t), "It is confirmed already.", "never takes back");
	tui_keys(t, "u Right Right g[13:00] Enter .");
	is_str(tui_message(t), "Confirmed 13:00 Featherstonehaugh.  u Undo", "confirms here, too");
	tui_keys(t, "u Left Left g[11:30] Enter a Right Right g[13:00] Enter .");
	is_str(tui_message(t), "Arrived 13:00 Featherstonehaugh.  u Undo", "arrives here, too");
	tui_keys(t, "u u Left Left g[11:30] Enter m Down Down Down Down Down Down Down Enter");
	is_str(stands(t, novak), "- 2026-11-23T14:30 Ben", "moved by 3 and a half hours");
	tui_keys(t, "u Right Right Right g[14:15] Enter m Enter");
	is_str(tui_message(t), "14:15 Jones stays where it was.", "its own minute, not its row's");
	tui_keys(t, ".");
	is_int(app_where(&t->a), IN_REASON, "so is this one; it would be outside the shift");
	tui_keys(t, "2");
	is_str(stands(t, jones), "+ 2026-11-23T17:45 Mia", "with a reason it goes");
	tui_keys(t, "u t");
}

static void
test_need(struct tui *t)
{
	at(t, "2026-11-23T12:05");
	tui_keys(t, "j");
	is_str(tui_message(t), "10:30 O'Brien: has come and waits  (1 of 3)", "who waits");
	tui_keys(t, "j");
	is_str(tui_message(t), "11:00 Novak: no-show?  (2 of 3)", "who did not come");
	ok(tui_shows(t, "?1®<"), "with a sign");
	tui_keys(t, "j");
	is_str(tui_message(t), "10:15 花子: past its end  (3 of 3)", "who should be done");
	tui_keys(t, "j");
	is_str(tui_message(t), "10:30 O'Brien: has come and waits  (1 of 3)", "and around");
	tui_keys(t, "Space j");
	is_str(tui_message(t), "Nothing on this day needs you now.", "tomorrow nothing yet");
	tui_book(&t->d, "Call Me sw60 mia tue 10:00");
	app_changed(&t->a);
	tui_keys(t, "j");
	is_str(tui_message(t), "10:00 Me: not confirmed for tomorrow  (1 of 1)", "but a call");
	tui_keys(t, "c j");
	is_str(tui_message(t), "Nothing on this day needs you now.", "a message was left");
	at(t, "2026-11-23T09:00");
}

/* Mia is sick: the rest of her day, and one key a client. */
static void
test_sick(struct tui *t, int64_t obrien, int64_t jones)
{
	static const char *const others[] = {"jon", "ben", "dev"};

	tui_state(&t->d, obrien, APPT_BOOKED);
	app_changed(&t->a);
	tui_keys(t, "t Right Right Right Right Up k");
	ok(tui_shows(t, "Sick today, or why else:"), "k on a header asks why");
	tui_keys(t, "Enter");
	is_int(app_where(&t->a), IN_AFFECTED, "then those affected");
	is_str(tui_message(t), "Kept free Mia 09:00–24:00: sick.", "sick, when nothing is said");
	ok(tui_shows(t, "1 of 2: 10:30 O'Brien, Seamus, Massage 90 r1, tel. not known"),
	    "the first, with the phone");
	ok(tui_shows(t, "1 ") && tui_shows(t, ">-O'Brien"), "and where it could go");
	tui_golden(t, "day-affected-80");
	tui_keys(t, "Space");
	is_int(app_where(&t->a), IN_AFFECTED, "another key does nothing");
	tui_keys(t, "1");
	ok(strncmp(stands(t, obrien), "- 2026-11-23T", 13) == 0 &&
		strstr(stands(t, obrien), "Mia") == NULL,
	    "1: to the first free time of somebody else: %s", stands(t, obrien));
	ok(tui_shows(t, "2 of 2: 14:15 Jones, Tom"), "the next");
	tui_keys(t, "Up");
	ok(tui_shows(t, "1 of 2: "), "back");
	tui_keys(t, "Down m Space Enter");
	ok(tui_shows(t, "Tue 24 Nov") || app_where(&t->a) != IN_AFFECTED, "m goes anywhere");
	is_str(stands(t, jones), "+ 2026-11-24T14:15 Mia", "tomorrow");
	is_int(app_where(&t->a), IN_DAY, "that was the last");
	ok(strstr(tui_message(t), "2 affected: 2 moved, 0 cancelled") != NULL, "%s",
	    tui_message(t));
	tui_keys(t, "t u u u u");
	is_str(stands(t, jones), "+ 2026-11-23T14:15 Mia", "undone");
	tui_keys(t, "t Right Right Right Right Up k[flu] Enter x Esc");
	ok(strncmp(stands(t, obrien), "p ", 2) == 0, "x: cancelled by the practice");
	is_str(
	    stands(t, jones), "+ 2026-11-23T14:15 Mia", "Esc leaves the rest: nothing is deleted");
	ok(strstr(tui_message(t), "Mia 09:00–24:00: flu. 2 affected: 0 moved, 1 cancelled") != NULL,
	    "%s", tui_message(t));
	ok(strstr(tui_message(t), "1 still open; k on the header goes on.") != NULL, "%s",
	    tui_message(t));
	tui_keys(t, "t Right Right Right Right Up k");
	is_int(app_where(&t->a), IN_AFFECTED, "k on the header goes on");
	ok(tui_shows(t, "1 of 1: 14:15 Jones, Tom"), "with who is still in the way");
	ok(tui_shows(t, "1 Take time"), "a free time can be taken");
	for (size_t i = 0; i < array_size(others); i++)
		tui_block(&t->d, others[i], "2026-11-23T09:00", "2026-11-24T00:00", "course");
	app_changed(&t->a);
	tui_keys(t, "Esc t Right Right Right Right Up k");
	ok(tui_shows(t, "Nobody is free for that") && !tui_shows(t, "1 Take time"),
	    "where nobody is free the footer offers none");
	tui_keys(t, "Esc u u u u u t");
	is_str(stands(t, obrien), "- 2026-11-23T10:30 Mia", "undone");
}

/* Another desk moves what we look at as a list. */
static void
test_follow(struct tui *t, int64_t jones)
{
	struct tui other;

	tui_start(&other, "mia", 24, 80);
	tui_keys(t, "t v v g[14:15] Enter");
	tui_keys(&other, "t Right Right Right Right g[14:15] Enter m Down Down Down Enter");
	tui_event(t, (struct event){.kind = EVENT_TICK});
	is_str(stands(t, jones), "+ 2026-11-23T15:30 Mia", "moved by the other");
	is_int(day_selected_appt(tui_day(t))->id, jones, "the selection goes along");
	ok(tui_shows(t, "> 15:30–16:15 + confirmed       Jones Tom"), "on our screen");
	tui_keys(&other, "u");
	tui_stop(&other);
	tui_keys(t, "v");
}

static int64_t
id_of(struct tui *t, const char *last)
{
	const struct day *d = tui_day(t);

	for (size_t i = 0; i < d->book.appts.n; i++) {
		if (strcmp(d->book.appts.v[i].client_last, last) == 0)
			return d->book.appts.v[i].id;
	}
	abort();
}

int
main(void)
{
	struct tui t;

	tui_start_monday(&t);
	test_keep_free(&t);
	test_late(&t, id_of(&t, "Jones"));
	test_runs_late(&t);
	test_message(&t);
	test_repeat(&t, id_of(&t, "Novak"), id_of(&t, "Jones"));
	test_need(&t);
	test_sick(&t, id_of(&t, "O'Brien"), id_of(&t, "Jones"));
	test_follow(&t, id_of(&t, "Jones"));
	tui_stop(&t);
	return done();
}
