/* What may be chosen for a field of the booking dialog. */
#include "booking_dialog.h"

#include <string.h>

#include <frontdesk/text.h>

enum { NAME_WIDTH = 18, SERVICE_WIDTH = 26, LAST_DIGITS = 2, LAST_YEAR = 300 };

/* "last 23 Nov", "last Nov 2024" when that is long ago. */
static void
last_visit(const struct booking_dialog *b, civil_min last, struct str *out)
{
	const civil_day day = civil_day_of(last), now = civil_day_of(desk_now(booking_desk(b)));
	int year, month, mday;

	civil_to_ymd(day, &year, &month, &mday);
	if (now - day < LAST_YEAR)
		str_addf(out, "  last %d %s", mday, civil_month_name(month));
	else
		str_addf(out, "  last %s %d", civil_month_name(month), year);
}

/* "Müller, Käthe     b.1979  ..42  last 23 Nov" */
static void
client_row(const struct booking_dialog *b, const struct client_hit *h, struct str *out)
{
	const char *phone = str_or_empty(h->phone);
	struct str name = {0};
	size_t n = strlen(phone);

	client_name(&name, h->first, h->last, &booking_desk(b)->practice.settings);
	text_pad(out, name.n > 0 ? str_text(&name) : phone, NAME_WIDTH, TEXT_LEFT);
	str_release(&name);
	if (h->birth != CIVIL_DAY_NONE)
		str_addf(out, "  b.%d", civil_year(h->birth));
	else
		str_add(out, "        ");
	if (n >= LAST_DIGITS)
		str_addf(out, "  ..%s", phone + n - LAST_DIGITS);
	else
		str_add(out, "      ");
	if (h->state != CLIENT_ACTIVE)
		str_addf(out, "  %s", client_state_word(h->state));
	else if (h->last_visit == CIVIL_NONE)
		str_add(out, "  new");
	else
		last_visit(b, h->last_visit, out);
}

/* What the field says once this one is taken: a couple keeps the other one. While names are kept
 * back the one who is certain is called by number: the other is still being typed beside. */
static void
client_value(const struct booking_dialog *b, const struct client_hit *h, struct str *out)
{
	const struct settings *s = &booking_desk(b)->practice.settings;
	bool couple = b->has_line && b->line.client2 != NULL;

	if (couple && b->first != 0)
		str_addf(out, "%s + ", b->line.client);
	if (couple && s->initials)
		str_addf(out, "#%lld", (long long)h->id);
	else
		client_full_name(out, h->first, h->last, s);
	if (couple && b->first == 0)
		str_addf(out, " + %s", b->line.client2);
}

static void
add_clients(const struct booking_dialog *b, const struct client_hits *l, struct choices *out)
{
	for (size_t i = 0; i < l->n; i++) {
		struct str row = {0}, value = {0};

		client_row(b, &l->v[i], &row);
		client_value(b, &l->v[i], &value);
		choices_add(out, l->v[i].id, str_text(&row), str_text(&value));
		str_release(&row);
		str_release(&value);
	}
}

/* Who fits, or is similar; and a new one, which is marked when nobody fits. */
static void
client_choices(struct booking_dialog *b, struct choices *out)
{
	const struct client_hits *l = &b->hits;
	bool couple = b->has_line && b->line.client2 != NULL;
	struct str row = {0};

	add_clients(b, l, out);
	add_clients(b, &b->similar, out);
	if (l->n == 0)
		b->d.marked = out->n;
	if (!couple && str_or_empty(b->words)[0] != '\0') {
		str_addf(&row, "+ New client \"%s\"", b->words);
		if (l->total > l->n)
			str_addf(&row, "   %zu more: keep typing", l->total - l->n);
		else if (b->similar.n > 0)
			str_add(&row, "   similar ones above");
		choices_add(out, BOOKING_NEW_CLIENT, str_text(&row), b->words);
	}
	if (b->is_new) /* said already: those above only look like it */
		b->d.marked = out->n;
	str_release(&row);
}

/* Whether some word of the name, or the code, begins with what is typed. */
static bool
fits(const char *typed, const char *code, const char *name)
{
	bool at_word = true;

	if (text_begins(code, typed))
		return true;
	for (; *name != '\0'; name++) {
		if (at_word && text_begins(name, typed))
			return true;
		at_word = *name == ' ';
	}
	return false;
}

/* Each length of a service is a choice: "dt  Deep tissue 60    95.00 EUR". */
static void
service_lengths(struct booking_dialog *b, const struct service *s, struct choices *out)
{
	const struct practice *p = &booking_desk(b)->practice;
	const civil_day today = civil_day_of(desk_now(booking_desk(b)));

	for (size_t i = 0; i < s->durations.n; i++) {
		const int minutes = s->durations.v[i].minutes;
		struct str value = {0}, row = {0};
		char amount[MONEY_SIZE];
		money_cents price;

		/* Listed by minutes, then by day: each length once, at today's price. */
		if ((i > 0 && s->durations.v[i - 1].minutes == minutes) ||
		    !service_price(s, minutes, today, &price))
			continue;
		str_addf(&value, "%s %d", s->name, minutes);
		str_addf(&row, "%-4s ", s->code);
		text_pad(&row, str_text(&value), SERVICE_WIDTH, TEXT_LEFT);
		str_addf(&row, "  %s %s", money_text(price, amount),
		    settings_text(&p->settings, SETTING_CURRENCY));
		choices_add(out, s->id, str_text(&row), str_text(&value));
		str_release(&value);
		str_release(&row);
	}
}

static void
service_choices(struct booking_dialog *b, struct choices *out)
{
	const struct practice *p = &booking_desk(b)->practice;
	const char *typed = dialog_text(&b->d, BOOKING_SERVICE);
	bool all = b->d.fields[BOOKING_SERVICE].id != 0 || typed[0] == '\0';

	for (size_t i = 0; i < p->services.n; i++) {
		const struct service *s = &p->services.v[i];

		if (s->active && (all || fits(typed, s->code, s->name)))
			service_lengths(b, s, out);
	}
}

static void
therapist_choices(struct booking_dialog *b, struct choices *out)
{
	const struct practice *p = &booking_desk(b)->practice;
	const char *typed = dialog_text(&b->d, BOOKING_THERAPIST);
	const bool any = booking_is_any(typed);
	const bool all = b->d.fields[BOOKING_THERAPIST].id != 0 || any;

	if (any) /* first, so that Enter leaves it so */
		choices_add(out, 0, "* whoever is free", "*");
	for (size_t i = 0; i < p->therapists.n; i++) {
		const struct therapist *t = &p->therapists.v[i];

		if (t->active && (all || fits(typed, t->code, t->name)))
			choices_add(out, t->id, t->name, t->name);
	}
}

static void
room_choices(struct booking_dialog *b, struct choices *out)
{
	const struct practice *p = &booking_desk(b)->practice;
	const char *typed = dialog_text(&b->d, BOOKING_ROOM);
	bool all = b->d.fields[BOOKING_ROOM].id != 0 || typed[0] == '\0';

	for (size_t i = 0; i < p->rooms.n; i++) {
		const struct room *r = &p->rooms.v[i];

		if (r->active && (all || fits(typed, r->code, r->name)))
			choices_add(out, r->id, r->name, r->code);
	}
}

void
booking_choices(struct dialog *d, struct choices *out)
{
	struct booking_dialog *b = (struct booking_dialog *)d;

	switch ((enum booking_field)d->at) {
	case BOOKING_CLIENT:
		client_choices(b, out);
		break;
	case BOOKING_SERVICE:
		service_choices(b, out);
		break;
	case BOOKING_THERAPIST:
		therapist_choices(b, out);
		break;
	case BOOKING_ROOM:
		room_choices(b, out);
		break;
	case BOOKING_PHONE:
	case BOOKING_HEARD:
	case BOOKING_WHEN:
	case BOOKING_HOLD:
	case BOOKING_DESK_NOTE:
	case BOOKING_NOTE:
	case BOOKING_FIELDS:
		break;
	}
}
