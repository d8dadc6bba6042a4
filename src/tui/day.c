/* The Day view: what is shown, where we stand, and which command does what. */
#include "day.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "client_card.h"
#include "say.h"
#include "note_form.h"
#include "papers_form.h"
#include "session_form.h"

static unsigned
day_where(const struct view *v)
{
	const struct day *d = (const struct day *)v;

	if (d->asking.cmd != CMD_NONE)
		return IN_REASON;
	if (d->cancelling)
		return IN_CANCEL;
	if (d->change.client_id != 0)
		return IN_CHANGE;
	if (d->moving.id != 0)
		return IN_MOVE;
	if (d->affected.appts.n > 0)
		return IN_AFFECTED;
	return d->card ? IN_CARD : IN_DAY;
}

static bool
day_shows(const struct view *v, int64_t appt_id)
{
	const struct day *d = (const struct day *)v;

	for (size_t i = 0; i < d->book.appts.n; i++) {
		if (d->book.appts.v[i].id == appt_id)
			return true;
	}
	return false;
}

static bool
day_subject(const struct view *v, struct subject *out)
{
	const struct appt *a = day_selected_appt((const struct day *)v);

	*out = (struct subject){"appointment", a != NULL ? a->id : 0};
	return a != NULL;
}

static uint64_t
day_lacks(const struct view *v)
{
	const struct day *d = (const struct day *)v;

	if (day_where(v) == IN_AFFECTED)
		return d->affected.slots.n == 0 ? ON_ROW : 0;
	return day_selected_appt(d) == NULL ? ON_ROW | ON_CLIENT : 0;
}

/* What is told of health shows in the marks of the client's appointments. */
static bool
shows_health(const struct day *d, int64_t client_id)
{
	for (size_t i = 0; i < d->book.appts.n; i++)
		if (d->book.appts.v[i].client_id == client_id)
			return true;
	return false;
}

/* Kept time of the day, whose header is selected, and whose health. */
static bool
day_shows_record(const struct view *v, const char *record, int64_t id)
{
	const struct day *d = (const struct day *)v;

	for (size_t i = 0; i < d->book.absences.n; i++) {
		if (strcmp(record, "absence") == 0 && d->book.absences.v[i].id == id)
			return true;
	}
	if (strcmp(record, "absence") == 0 && d->given_back == id)
		return true;
	if (strcmp(record, "intake") == 0)
		return shows_health(d, id);
	return d->head && strcmp(record, "therapist") == 0 && day_therapist(d) != NULL &&
	    day_therapist(d)->id == id;
}

/* A question is closed by any key that does not answer it. */
static void
close_question(struct day *d)
{
	if (d->asking.cmd != CMD_NONE)
		day_reason(d, NULL);
	else if (d->cancelling)
		day_not_cancelled(d);
	else if (d->change.client_id != 0)
		day_change(d, CMD_BACK);
	else
		d->card = false;
	d->cancelling = false;
}

static void
open_selected(struct day *d)
{
	d->card = day_needs_appt(d) != NULL;
	d->card_top = 0;
	card_load(d);
}

static void
ask_health(struct day *d, enum cmd c)
{
	const struct appt *a = day_needs_appt(d);

	if (a == NULL)
		return;
	if (c == CMD_ACKNOWLEDGE)
		acknowledge_form_push(d->view.app, a);
	else if (c == CMD_SIGNED || c == CMD_CLEARED)
		papers_form_push(d->view.app, c, a->client_id);
	else if (c == CMD_READ_NOTE)
		note_form_push(d->view.app, a->client_id);
	else
		session_form_push(d->view.app, a);
}

static bool
act_health(struct day *d, enum cmd c)
{
	switch (c) {
	case CMD_HEALTH:
		day_health(d);
		break;
	case CMD_BACK_PAIN:
		day_back_pain(d);
		break;
	case CMD_NO_CHANGE:
	case CMD_CHANGED:
		day_change(d, c);
		break;
	case CMD_ACKNOWLEDGE:
	case CMD_SESSION:
	case CMD_SIGNED:
	case CMD_CLEARED:
	case CMD_READ_NOTE:
		ask_health(d, c);
		break;
	default:
		return false;
	}
	return true;
}

static void
open_client(struct day *d)
{
	struct app *app = d->view.app;
	const struct appt *a = day_selected_appt(d);

	d->card = false;
	if (a != NULL && app_top(app) == &d->view) /* else it was opened from there */
		client_card_push(app, a->client_id);
}

/* What was opened over the day goes for that. */
static void
pick_up(struct day *d)
{
	if (d->card && app_top(d->view.app) != &d->view)
		app_to_day(d->view.app);
	d->card = false;
	day_pick_up(d);
}

/* What the desk hears, keeps free and looks for, and where it goes. */
static void
act_more(struct day *d, enum cmd c, const char *words)
{
	switch (c) {
	case CMD_OPEN_CLIENT:
		open_client(d);
		break;
	case CMD_REPEAT:
		day_repeat(d);
		break;
	case CMD_LATE:
		day_late_by(d, words);
		break;
	case CMD_MESSAGE_LEFT:
		day_message_left(d);
		break;
	case CMD_NEXT_NEED:
		day_next_need(d);
		break;
	case CMD_KEEP_FREE:
		day_keep_free(d, words);
		break;
	case CMD_GO_TO:
		day_go_to(d, words);
		break;
	case CMD_SPLIT_COUPLE:
		day_split(d, words);
		break;
	default:
		if (!act_health(d, c) && (!d->card || !card_scroll(d, c)))
			day_walk(d, c);
	}
}

/* What is done to the selected appointment, and what needs words. */
static void
act(struct day *d, enum cmd c, const char *words)
{
	switch (c) {
	case CMD_OPEN:
		open_selected(d);
		break;
	case CMD_NEW:
		day_book(d);
		break;
	case CMD_EDIT:
		day_edit(d);
		break;
	case CMD_AGAIN:
		day_again(d, words);
		break;
	case CMD_WHY_NOT:
		day_why(d);
		break;
	case CMD_PICK_UP:
		pick_up(d);
		break;
	case CMD_DROP:
		day_drop(d, NULL);
		break;
	case CMD_PUT_BACK:
		day_put_back(d);
		break;
	case CMD_DAY:
	case CMD_CLOSE_CARD:
		d->card = false;
		break;
	default:
		act_more(d, c, words);
	}
}

static void
reason_in_words(struct day *d, const char *words)
{
	if (words == NULL)
		app_ask(d->view.app, CMD_REASON_TEXT, "Reason:", "");
	else if (words[0] != '\0')
		day_reason(d, words);
	else
		app_say(d->view.app, ROLE_CAUTION, "A reason is needed; Esc goes back.");
}

static void
pick_reason(struct day *d)
{
	char *reason = say_reason(d->view.app, 0);

	if (reason != NULL)
		day_reason(d, reason);
	free(reason);
}

/* A key that does nothing here, but for an open question, which it closes. */
static void
no_command(struct day *d)
{
	if (d->cancelling || d->change.client_id != 0 || d->asking.cmd != CMD_NONE)
		close_question(d);
	else if (d->moving.id != 0)
		day_still_moving(d);
}

static void
obey(struct day *d, enum cmd c, const char *words)
{
	switch (c) {
	case CMD_NONE:
		no_command(d);
		break;
	case CMD_BACK:
		close_question(d);
		break;
	case CMD_CONFIRMED:
	case CMD_ARRIVED:
	case CMD_STARTED:
	case CMD_FINISHED:
	case CMD_CANCEL_MENU:
		day_status(d, c);
		break;
	case CMD_CANCEL_CLIENT:
	case CMD_CANCEL_PRACTICE:
	case CMD_CANCEL_NOSHOW:
	case CMD_CANCEL_LEFT:
	case CMD_CANCEL_VOID:
		day_cancel(d, c);
		break;
	case CMD_REASON_PICK:
		pick_reason(d);
		break;
	case CMD_REASON_TEXT:
		reason_in_words(d, words);
		break;
	default:
		act(d, c, words);
	}
}

static void
day_command(struct view *v, enum cmd c, const char *words)
{
	struct day *d = (struct day *)v;
	/* "x c" as on the day: the c came after the last of those affected */
	const bool slip = d->affected.just_cancelled && c == CMD_MESSAGE_LEFT;

	/* The arrows go through a question in a dialog; any key but an answer closes this one. */
	if (day_where(v) == IN_REASON && c != CMD_REASON_PICK && c != CMD_REASON_TEXT)
		c = CMD_NONE;
	d->force_key = c == d->force_key ? c : CMD_NONE;
	d->affected.just_cancelled = false;
	if (slip) {
		app_keep_message(v->app);
		return;
	}
	if (day_where(v) == IN_AFFECTED)
		day_affected_command(d, c);
	else
		obey(d, c, words);
	if (day_where(v) == IN_MOVE && v->app->stale && !v->app->prompt.open)
		day_weigh(d);
}

static void
day_resize(struct view *v, int rows, int columns)
{
	struct day *d = (struct day *)v;

	(void)rows;
	(void)columns;
	day_lay_out_again(d, d->as, d->zoom);
}

static void
day_settle(struct view *v)
{
	day_client_load((struct day *)v);
}

static void
day_release(struct view *v)
{
	struct day *d = (struct day *)v;

	free(d->asking.words);
	client_hit_release(&d->client);
	str_release(&d->usual);
	health_lines_release(&d->health);
	health_lines_release(&d->others_health);
	flag_marks_release(&d->marks);
	str_release(&d->force_asked);
	appt_release(&d->moving);
	book_release(&d->book);
	ids_release(&d->therapists);
	ids_release(&d->rooms);
	ids_release(&d->affected.appts);
	slot_list_release(&d->affected.slots);
	free(d->affected.why);
	free(d->lines.v);
	free(d->cells);
	free(d);
}

static const struct view_ops day_ops = {
    .title = "DAY",
    .where = day_where,
    .load = day_load,
    .draw = day_draw,
    .heading = day_heading,
    .focus = day_focus,
    .hint = day_hint,
    .command = day_command,
    .echo = day_echo,
    .shows = day_shows,
    .subject = day_subject,
    .shows_record = day_shows_record,
    .lacks = day_lacks,
    .resize = day_resize,
    .settle = day_settle,
    .release = day_release,
};

struct view *
day_new(struct app *a)
{
	struct day *d = xcalloc(1, sizeof(*d));

	d->view = (struct view){.ops = &day_ops, .app = a};
	d->day = civil_day_of(a->now);
	d->minute = civil_minute_of(a->now);
	return &d->view;
}

civil_day
day_shown(const struct app *a)
{
	return ((const struct day *)a->views[0])->day;
}
