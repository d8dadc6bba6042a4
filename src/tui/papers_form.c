/*
 * What a client signed, and what a clinician allowed: its fields are the lists in the desk's
 * header. HEALTH: what is on file is told under them.
 */
#include "papers_form.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "dialog.h"

enum { WHAT = 0 }; /* the first field of both: the kind of a consent, the flag of a clearance */

struct papers_form {
	struct dialog dialog; /* first */
	const struct paper *paper;
	struct client client;
};

struct paper {
	const char *title, *done;
	const char *const *names, *const *labels, *const *help;
	size_t n;
	void (*choices)(const struct papers_form *f, const char *typed, struct choices *out);
	void (*echo)(const struct papers_form *f, struct lines *out);
	enum err (*add)(struct desk *d, int64_t client_id, char *const *words, size_t n);
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

static void
consent_choices(const struct papers_form *f, const char *typed, struct choices *out)
{
	const civil_day today = civil_day_of(desk_now(desk_of(f)));

	for (enum consent_kind k = 0; k < CONSENT_KIND_COUNT; k++)
		if (k != CONSENT_MINOR || is_minor(f->client.birth, today))
			offer(typed, consent_kind_word(k), consent_kind_says(k), out);
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
#define PAPER(name, title, done, LIST) \
	static const char *const name##_names[] = {LIST(NAME)}; \
	static const char *const name##_labels[] = {LIST(LABEL)}; \
	static const char *const name##_help[] = {LIST(HELP)}; \
	static const struct paper name##_paper = {title, done, name##_names, name##_labels, \
	    name##_help, array_size(name##_names), name##_choices, name##_echo, \
	    desk_##name##_add};
PAPER(consent, "Consent: ", "Consent noted", CONSENT_FIELD_LIST)
PAPER(clearance, "Clearance: ", "Clearance noted", CLEARANCE_FIELD_LIST)
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

static bool
form_save(struct dialog *d, const char *yes)
{
	struct papers_form *f = (struct papers_form *)d;
	struct words words = {0};
	struct str who = {0};
	enum err e;

	(void)yes;
	for (size_t i = 0; i < d->n; i++) {
		struct str word = {0};

		str_addf(&word, "%s=%s", f->paper->names[i], dialog_text(d, i));
		if (dialog_text(d, i)[0] != '\0')
			*list_push(&words) = str_take(&word);
		str_release(&word);
	}
	e = f->paper->add(desk_of(f), f->client.id, words.v, words.n);
	words_release(&words);
	if (e != ERR_OK) {
		dialog_fail(d, at_fault(f, err_message()));
		return false;
	}
	form_about(d, &who);
	app_changed(d->view.app);
	app_say(d->view.app, ROLE_MESSAGE, "%s: %s  u Undo", f->paper->done, str_text(&who));
	str_release(&who);
	return true;
}

static void
form_release(struct dialog *d)
{
	client_release(&((struct papers_form *)d)->client);
}

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

/* NULL: there is no such client. */
static struct papers_form *
make(struct app *a, const struct paper *p, int64_t client_id)
{
	struct papers_form *f;
	struct client client;

	client_init(&client);
	if (store_client(a->desk->store, client_id, &client) != ERR_OK) {
		client_release(&client);
		return NULL;
	}
	f = dialog_new(a, sizeof(*f), &papers_form_ops, p->title, p->labels, p->n);
	f->paper = p;
	f->client = client;
	for (size_t i = 0; i < p->n; i++) {
		f->dialog.fields[i].hint = p->help[i];
		f->dialog.fields[i].health = true;
	}
	return f;
}

/* "231 clearance" */
static void
form_context(const struct dialog *d, struct str *out)
{
	const struct papers_form *f = (const struct papers_form *)d;

	str_addf(out, "%lld %s", (long long)f->client.id,
	    f->paper == &consent_paper ? "consent" : "clearance");
}

static struct dialog *
form_reopen(struct app *a, const char *context)
{
	char *what;
	const int64_t client_id = strtoll(context, &what, 10);
	struct papers_form *f =
	    make(a, strcmp(what, " consent") == 0 ? &consent_paper : &clearance_paper, client_id);

	return f != NULL ? &f->dialog : NULL;
}

const struct dialog_ops papers_form_ops = {
    .kind = "papers",
    .choices = form_choices,
    .echo = form_echo,
    .save = form_save,
    .about = form_about,
    .release = form_release,
    .context = form_context,
    .reopen = form_reopen,
};

void
papers_form_push(struct app *a, enum cmd c, int64_t client_id)
{
	struct papers_form *f =
	    make(a, c == CMD_SIGNED ? &consent_paper : &clearance_paper, client_id);

	if (f == NULL) {
		app_say_error(a);
		return;
	}
	if (c == CMD_SIGNED)
		dialog_set(&f->dialog, WHAT, first_missing(f), 0);
	dialog_push(&f->dialog);
}
