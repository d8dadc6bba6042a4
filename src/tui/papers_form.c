/*
 * What a client signed, and what a clinician allowed: its fields are the lists in the desk's
 * header. HEALTH: what is on file is told under them. "end WORD" in the first, as the commands
 * have it, ends what is on file.
 */
#include "papers_form.h"

#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "dialog.h"

enum { WHAT = 0 }; /* the first field of both: the kind of a consent, the flag of a clearance */

#define END "end "

struct papers_form {
	struct dialog dialog; /* first */
	const struct paper *paper;
	struct client client;
};

struct paper {
	const char *title, *done, *ended, *hint;
	const char *const *names, *const *labels, *const *help;
	size_t n;
	void (*choices)(const struct papers_form *f, const char *typed, struct choices *out);
	void (*echo)(const struct papers_form *f, struct lines *out);
	enum err (*add)(struct desk *d, int64_t client_id, char *const *words, size_t n);
	enum err (*end)(const struct papers_form *f, const char *word);
};

static struct desk *
desk_of(const struct papers_form *f)
{
	return f->dialog.view.app->desk;
}

static void
offer(const char *typed, const char *word, const char *says, struct choices *out)
{
	struct str row = {0};

	str_addf(&row, "%s: %s", word, says);
	if (typed[0] == '\0' || text_begins(word, typed))
		choices_add(out, 0, str_text(&row), word);
	str_release(&row);
}

/* --- Consents -------------------------------------------------------------------------------- */

/* Each kind that is on file. */
static void
consent_ends(const struct papers_form *f, const char *typed, struct choices *out)
{
	struct consent_list l = {0};
	unsigned held = 0;

	if (desk_consents(desk_of(f), f->client.id, &l) != ERR_OK)
		return;
	for (size_t i = 0; i < l.n; i++)
		if (l.v[i].ended == CIVIL_DAY_NONE)
			held |= 1u << l.v[i].kind;
	for (enum consent_kind k = 0; k < CONSENT_KIND_COUNT; k++) {
		struct str word = {0}, says = {0};

		str_addf(&word, END "%s", consent_kind_word(k));
		str_addf(&says, "withdraw the consent to %s", consent_kind_says(k));
		if ((held & 1u << k) != 0)
			offer(typed, str_text(&word), str_text(&says), out);
		str_release(&word);
		str_release(&says);
	}
	consent_list_release(&l);
}

static void
consent_choices(const struct papers_form *f, const char *typed, struct choices *out)
{
	const civil_day today = civil_day_of(desk_now(desk_of(f)));

	for (enum consent_kind k = 0; k < CONSENT_KIND_COUNT; k++)
		if (k != CONSENT_MINOR || is_minor(f->client.birth, today))
			offer(typed, consent_kind_word(k), consent_kind_says(k), out);
	consent_ends(f, typed, out);
}

static enum err
consent_end(const struct papers_form *f, const char *word)
{
	enum consent_kind kind = CONSENT_KIND_COUNT;
	enum err e = consent_kind_find(word, &kind);

	return e == ERR_OK ? desk_consent_end(desk_of(f), f->client.id, kind) : e;
}

static void
consent_echo(const struct papers_form *f, struct lines *out)
{
	struct consent_list l = {0};
	char day[CIVIL_LONG_SIZE];

	if (desk_consents(desk_of(f), f->client.id, &l) != ERR_OK)
		lines_add(out, ROLE_PROBLEM, "%s", err_message());
	for (size_t i = 0; i < l.n; i++) {
		const struct consent_given *c = &l.v[i];

		if (c->ended == CIVIL_DAY_NONE)
			lines_add(out, ROLE_TEXT, "On file: %s, %s%s%s", consent_kind_says(c->kind),
			    civil_long_day(c->day, day), c->given_by[0] != '\0' ? ", by " : "",
			    c->given_by);
	}
	consent_list_release(&l);
}

/* --- Clearances ------------------------------------------------------------------------------ */

/* "end 12: disc, by Dr. Lee" */
static void
clearance_ends(const struct papers_form *f, const char *typed, struct choices *out)
{
	struct clearance_list l = {0};

	if (desk_clearances(desk_of(f), f->client.id, &l) != ERR_OK)
		return;
	for (size_t i = 0; i < l.n; i++) {
		struct str word = {0}, says = {0};

		str_addf(&word, END "%lld", (long long)l.v[i].id);
		str_addf(&says, "%s, by %s", l.v[i].flag, l.v[i].given_by);
		if (!l.v[i].ended)
			offer(typed, str_text(&word), str_text(&says), out);
		str_release(&word);
		str_release(&says);
	}
	clearance_list_release(&l);
}

/* Those of the client that ask for one. */
static void
clearance_choices(const struct papers_form *f, const char *typed, struct choices *out)
{
	struct desk *d = desk_of(f);
	struct flag_list flags = {0};

	if (desk_flags(d, f->client.id, civil_day_of(desk_now(d)), &flags) != ERR_OK)
		return;
	for (size_t i = 0; i < flags.n; i++) {
		const struct flag_rule *r = practice_flag_rule(&d->practice, flags.v[i].rule_id);

		if (flags.v[i].level == FLAG_CLEAR)
			offer(typed, r->code, r->name, out);
	}
	flag_list_release(&flags);
	clearance_ends(f, typed, out);
}

/* By its number, or by the flag it is for. */
static enum err
clearance_end(const struct papers_form *f, const char *word)
{
	struct clearance_list l = {0};
	int64_t id = 0;
	enum err e = desk_clearances(desk_of(f), f->client.id, &l);

	for (size_t i = 0; i < l.n; i++) {
		struct str number = {0};

		str_addf(&number, "%lld", (long long)l.v[i].id);
		if (!l.v[i].ended &&
		    (strcmp(word, str_text(&number)) == 0 || text_same(l.v[i].flag, word)))
			id = l.v[i].id;
		str_release(&number);
	}
	clearance_list_release(&l);
	if (e == ERR_OK && id == 0)
		e = err_set(ERR_NOT_FOUND, "no clearance \"%s\" is on file", word);
	return e == ERR_OK ? desk_clearance_end(desk_of(f), f->client.id, id) : e;
}

static void
clearance_echo(const struct papers_form *f, struct lines *out)
{
	struct clearance_list l = {0};
	char day[CIVIL_LONG_SIZE];

	if (desk_clearances(desk_of(f), f->client.id, &l) != ERR_OK)
		lines_add(out, ROLE_PROBLEM, "%s", err_message());
	for (size_t i = 0; i < l.n; i++)
		if (!l.v[i].ended)
			lines_add(out, ROLE_TEXT, "On file: %s, %s, by %s", l.v[i].flag,
			    civil_long_day(l.v[i].day, day), l.v[i].given_by);
	clearance_list_release(&l);
}

#define NAME(name, label, help) #name,
#define LABEL(name, label, help) label,
#define HELP(name, label, help) help,
#define PAPER(name, title, done, ended, hint, LIST) \
	static const char *const name##_names[] = {LIST(NAME)}; \
	static const char *const name##_labels[] = {LIST(LABEL)}; \
	static const char *const name##_help[] = {LIST(HELP)}; \
	static const struct paper name##_paper = {title, done, ended, hint, name##_names, \
	    name##_labels, name##_help, array_size(name##_names), name##_choices, name##_echo, \
	    desk_##name##_add, name##_end};
PAPER(consent, "Consent: ", "Consent noted", "Consent withdrawn",
    "What is agreed to; end treatment withdraws one; Down shows", CONSENT_FIELD_LIST)
PAPER(clearance, "Clearance: ", "Clearance noted", "Clearance ended",
    "Code of the flag; end 12 ends one; Down shows", CLEARANCE_FIELD_LIST)
#undef PAPER
#undef HELP
#undef LABEL
#undef NAME

/* --- The dialog ------------------------------------------------------------------------------ */

static void
form_choices(struct dialog *d, struct choices *out)
{
	const struct papers_form *f = (struct papers_form *)d;

	if (d->at == WHAT)
		f->paper->choices(f, d->fields[WHAT].touched ? dialog_text(d, WHAT) : "", out);
}

static void
form_echo(struct dialog *d, struct lines *out)
{
	const struct papers_form *f = (struct papers_form *)d;

	f->paper->echo(f, out);
}

static void
form_about(const struct dialog *d, struct str *out)
{
	const struct papers_form *f = (const struct papers_form *)d;

	client_name(out, f->client.first, f->client.last, &desk_of(f)->practice.settings);
}

/* The field that the sentence names: "on: …", "… by=…". */
static size_t
at_fault(const struct papers_form *f, const char *sentence)
{
	size_t at = f->dialog.at;

	for (size_t i = f->paper->n; i-- > 0;) {
		const char *name = f->paper->names[i];
		struct str word = {0};

		str_addf(&word, " %s=", name);
		if (strstr(sentence, str_text(&word)) != NULL ||
		    (text_begins(sentence, name) && sentence[strlen(name)] == ':'))
			at = i;
		str_release(&word);
	}
	return at;
}

/* Nothing else is said of what ends. */
static enum err
end_one(const struct papers_form *f, const char *word)
{
	for (size_t i = WHAT + 1; i < f->dialog.n; i++)
		if (dialog_text(&f->dialog, i)[0] != '\0')
			return err_set(
			    ERR_USAGE, "%s: what ends takes no other words", f->paper->names[i]);
	return f->paper->end(f, word);
}

static enum err
add_one(const struct papers_form *f)
{
	const struct dialog *d = &f->dialog;
	struct words words = {0};
	enum err e;

	for (size_t i = 0; i < d->n; i++) {
		struct str word = {0};

		str_addf(&word, "%s=%s", f->paper->names[i], dialog_text(d, i));
		if (dialog_text(d, i)[0] != '\0')
			*list_push(&words) = str_take(&word);
		str_release(&word);
	}
	e = f->paper->add(desk_of(f), f->client.id, words.v, words.n);
	words_release(&words);
	return e;
}

static bool
form_save(struct dialog *d, const char *yes)
{
	struct papers_form *f = (struct papers_form *)d;
	const char *what = dialog_text(d, WHAT);
	const bool ends = strncmp(what, END, strlen(END)) == 0;
	struct str who = {0};

	(void)yes;
	if ((ends ? end_one(f, what + strlen(END)) : add_one(f)) != ERR_OK) {
		dialog_fail(d, at_fault(f, err_message()));
		return false;
	}
	form_about(d, &who);
	app_changed(d->view.app);
	app_say(d->view.app, ROLE_MESSAGE, "%s: %s  u Undo",
	    ends ? f->paper->ended : f->paper->done, str_text(&who));
	str_release(&who);
	return true;
}

static void
form_release(struct dialog *d)
{
	client_release(&((struct papers_form *)d)->client);
}

static const struct dialog_ops papers_form_ops = {
    .kind = "papers",
    .choices = form_choices,
    .echo = form_echo,
    .save = form_save,
    .about = form_about,
    .release = form_release,
};

/* What is missing is what is asked for. */
static const char *
first_missing(const struct papers_form *f)
{
	struct consent_list given = {0};
	unsigned missing = 0;

	if (desk_consents(desk_of(f), f->client.id, &given) == ERR_OK)
		missing =
		    consents_missing(&given, f->client.birth, civil_day_of(desk_now(desk_of(f))));
	consent_list_release(&given);
	if ((missing & 1u << CONSENT_MINOR) != 0)
		return consent_kind_word(CONSENT_MINOR);
	for (enum consent_kind k = 0; k < CONSENT_KIND_COUNT; k++)
		if ((missing & 1u << k) != 0)
			return consent_kind_word(k);
	return "";
}

void
papers_form_push(struct app *a, enum cmd c, int64_t client_id)
{
	const struct paper *p = c == CMD_SIGNED ? &consent_paper : &clearance_paper;
	struct papers_form *f;
	struct client client;

	client_init(&client);
	if (store_client(a->desk->store, client_id, &client) != ERR_OK) {
		app_say_error(a);
		client_release(&client);
		return;
	}
	f = dialog_new(a, sizeof(*f), &papers_form_ops, p->title, p->labels, p->n);
	f->paper = p;
	f->client = client;
	for (size_t i = 0; i < p->n; i++) {
		f->dialog.fields[i].hint = p->help[i];
		f->dialog.fields[i].health = true;
	}
	f->dialog.fields[WHAT].hint = p->hint;
	if (c == CMD_SIGNED)
		dialog_set(&f->dialog, WHAT, first_missing(f), 0);
	dialog_push(&f->dialog);
}
