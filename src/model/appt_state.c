/* The states of an appointment and the moves between them (design: desk.md 4). */
#include <frontdesk/appt.h>
#include <frontdesk/str.h>
#include <frontdesk/text.h>

static const struct {
	char character;
	bool holds;
	const char *word, *title;
} states[APPT_STATE_COUNT] = {
#define X(id, character, word, holds, title) {character, holds, word, title},
    APPT_STATE_LIST(X)
#undef X
};

char
appt_state_char(enum appt_state s)
{
	return states[s].character;
}

const char *
appt_state_word(enum appt_state s)
{
	return states[s].word;
}

const char *
appt_state_title(enum appt_state s)
{
	return states[s].title;
}

bool
appt_state_holds(enum appt_state s)
{
	return states[s].holds;
}

bool
appt_has_begun(enum appt_state s)
{
	return s == APPT_STARTED || s == APPT_COMPLETED;
}

bool
appt_state_counts(enum appt_state s)
{
	return s != APPT_VOID && s != APPT_PRACTICE;
}

bool
appt_state_from_char(char c, enum appt_state *out)
{
	for (enum appt_state s = 0; s < APPT_STATE_COUNT; s++) {
		if (states[s].character == c) {
			*out = s;
			return true;
		}
	}
	return false;
}

enum err
appt_state_parse(const char *word, enum appt_state *out)
{
	struct str words = {0};

	if (word[0] != '\0' && word[1] == '\0' && appt_state_from_char(word[0], out))
		return ERR_OK;
	for (enum appt_state s = 0; s < APPT_STATE_COUNT; s++) {
		if (text_same(states[s].word, word)) {
			*out = s;
			return ERR_OK;
		}
	}
	for (enum appt_state s = 0; s < APPT_STATE_COUNT; s++)
		str_addf(&words, " %s", states[s].word);
	err_set(ERR_USAGE, "no state \"%s\"; there are:%s", word, str_text(&words));
	str_release(&words);
	return ERR_USAGE;
}

/* How far the visit is; -1: out of the plan. Held, booked, confirmed may be skipped, so are one. */
static int
progress(enum appt_state s)
{
	switch (s) {
	case APPT_HELD:
	case APPT_BOOKED:
	case APPT_CONFIRMED:
		return 0;
	case APPT_ARRIVED:
		return 1;
	case APPT_STARTED:
		return 2;
	case APPT_COMPLETED:
		return 3;
	case APPT_CANCELLED:
	case APPT_LATE:
	case APPT_PRACTICE:
	case APPT_NOSHOW:
	case APPT_LEFT:
	case APPT_VOID:
	case APPT_STATE_COUNT:
		break;
	}
	return -1;
}

static enum appt_step
refuse(enum appt_step step, const char *sentence)
{
	err_set(ERR_REFUSED, "%s", sentence);
	return step;
}

/* Both are in the plan. */
static enum appt_step
step_along(enum appt_state from, enum appt_state to)
{
	int steps = progress(to) - progress(from);

	if (steps >= -1 && steps <= 1)
		return STEP_OK;
	if (steps < 0) {
		err_set(ERR_REFUSED, "this appointment is %s; take it back to %s first",
		    states[from].title,
		    states[from == APPT_COMPLETED ? APPT_STARTED : APPT_ARRIVED].title);
		return STEP_ORDER;
	}
	err_set(ERR_REFUSED, "this appointment is %s; it is marked %s before %s",
	    states[from].title, states[progress(from) == 0 ? APPT_ARRIVED : APPT_STARTED].title,
	    states[to].title);
	return STEP_ORDER;
}

/* It leaves the plan. */
static enum appt_step
step_out(enum appt_state from, enum appt_state to)
{
	bool by_client = to == APPT_CANCELLED || to == APPT_LATE || to == APPT_NOSHOW;

	switch (progress(from)) {
	case 0:
		if (to == APPT_LEFT)
			return refuse(STEP_ORDER, "the client has not arrived; mark arrived first");
		return STEP_OK;
	case 1:
		if (by_client)
			return refuse(STEP_NEVER,
			    "the client is here; it is cancelled by the practice, as left without "
			    "service, or as booked in error");
		return STEP_OK;
	case 2:
		if (by_client)
			return refuse(STEP_NEVER,
			    "this appointment is in session; take it back to arrived first, or "
			    "cancel it by the practice or as booked in error");
		return refuse(
		    STEP_ORDER, "this appointment is in session; take it back to arrived first");
	default:
		return refuse(
		    STEP_NEVER, "this appointment is completed; take it back to in session first");
	}
}

/* It comes back to where it left the plan, or goes elsewhere from out of it. */
static enum appt_step
step_from_out(const struct appt *a, enum appt_state to)
{
	if (to == a->state_before)
		return STEP_OK;
	err_set(ERR_REFUSED, "this appointment is \"%s\"; take that back first",
	    states[a->state].title);
	return STEP_ORDER;
}

static bool
is_of_the_day(enum appt_state to)
{
	return progress(to) > 0 || to == APPT_NOSHOW || to == APPT_LEFT;
}

/* What can only be known on the day. */
static bool
too_early(enum appt_state from, enum appt_state to, civil_min start, civil_min now)
{
	char day[CIVIL_LONG_SIZE];
	bool taken_back = progress(to) >= 0 && progress(from) > progress(to);

	if (!is_of_the_day(to) || taken_back || civil_day_of(now) >= civil_day_of(start))
		return false;
	err_set(ERR_REFUSED, "this appointment is on %s; it can be marked %s on that day",
	    civil_long_day(civil_day_of(start), day), states[to].title);
	return true;
}

/* What is fine in order, but odd at this hour: it is asked, and may be forced. */
static enum appt_step
step_by_clock(enum appt_state from, enum appt_state to, civil_min start, civil_min now)
{
	bool forward = progress(from) >= 0 && progress(to) > progress(from);
	char day[CIVIL_LONG_SIZE];

	if (to == APPT_NOSHOW && now < start)
		return refuse(
		    STEP_ORDER, "this appointment has not begun; a no-show is known only then");
	if (forward && to == APPT_COMPLETED && now < start)
		return refuse(
		    STEP_ORDER, "this appointment has not begun; it is finished after that");
	if (forward && progress(to) > 0 && civil_day_of(now) > civil_day_of(start)) {
		err_set(ERR_REFUSED, "this appointment was on %s; %s is marked on the day itself",
		    civil_long_day(civil_day_of(start), day), states[to].title);
		return STEP_ORDER;
	}
	return STEP_OK;
}

static enum appt_step
step_by_order(const struct appt *a, enum appt_state to)
{
	if (progress(a->state) < 0)
		return step_from_out(a, to);
	return progress(to) >= 0 ? step_along(a->state, to) : step_out(a->state, to);
}

enum appt_step
appt_step(const struct appt *a, enum appt_state to, civil_min now)
{
	enum appt_step step;

	if (a->state == to) {
		err_set(ERR_REFUSED, "this appointment is %s already", states[to].title);
		return STEP_NEVER;
	}
	if (too_early(a->state, to, a->start, now))
		return STEP_NEVER;
	step = step_by_order(a, to);
	return step == STEP_OK ? step_by_clock(a->state, to, a->start, now) : step;
}

int64_t *
appt_stamp(struct appt *a, enum appt_state s)
{
	switch (s) {
	case APPT_HELD:
	case APPT_BOOKED:
		return &a->booked_at;
	case APPT_CONFIRMED:
		return &a->confirmed_at;
	case APPT_ARRIVED:
		return &a->arrived_at;
	case APPT_STARTED:
		return &a->started_at;
	case APPT_COMPLETED:
		return &a->completed_at;
	case APPT_CANCELLED:
	case APPT_LATE:
	case APPT_PRACTICE:
	case APPT_NOSHOW:
	case APPT_LEFT:
	case APPT_VOID:
	case APPT_STATE_COUNT:
		break;
	}
	return &a->ended_at;
}

void
appt_enter(struct appt *a, enum appt_state to, int64_t utc)
{
	if (states[to].holds) {
		/* What came after is taken back, and so are its stamps. */
		for (enum appt_state s = to + 1; s < APPT_STATE_COUNT; s++)
			if (appt_stamp(a, s) != appt_stamp(a, to))
				*appt_stamp(a, s) = 0;
		if (*appt_stamp(a, to) == 0)
			*appt_stamp(a, to) = utc;
		if (to != APPT_HELD)
			a->hold_until = CIVIL_NONE;
		a->state_before = to;
	} else {
		if (states[a->state].holds)
			a->state_before = a->state;
		a->ended_at = utc;
	}
	a->state = to;
}

enum appt_state
appt_cancelled(civil_min start, civil_min now, int late_hours)
{
	return start - now < (civil_min)late_hours * 60 ? APPT_LATE : APPT_CANCELLED;
}
