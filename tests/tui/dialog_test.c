/* A dialog with an owner that writes down what it is told. */
#include <string.h>

#include "tui_fixture.h"

#include <frontdesk/desk_health.h>

enum { FRUIT, SECRET, NOTE, FIELDS };

struct basket {
	struct dialog d; /* first */
	struct str log; /* what happened */
	enum err answer; /* of save */
	bool released;
};
static struct str *last_log; /* outlives the dialog */

static void
choices(struct dialog *d, struct choices *out)
{
	static const char *const fruits[] = {"apple", "apricot", "banana"};
	const char *typed = dialog_text(d, FRUIT);

	for (size_t i = 0; i < array_size(fruits) && d->at == FRUIT; i++) {
		if (strncmp(fruits[i], typed, strlen(typed)) == 0)
			choices_add(out, (int64_t)i + 1, fruits[i], fruits[i]);
	}
	if (d->at == FRUIT && typed[0] != '\0')
		choices_add(out, -1, "+ a new one", typed);
}

static void
changed(struct dialog *d, size_t field)
{
	str_addf(
	    last_log, "%zu=%s/%lld ", field, dialog_text(d, field), (long long)d->fields[field].id);
}

static void
echo(struct dialog *d, struct lines *out)
{
	lines_add(out, ROLE_TEXT, "echo of %s", dialog_text(d, FRUIT));
}

static bool
save(struct dialog *d, const char *yes)
{
	struct basket *b = (struct basket *)d;
	struct findings f = {0};

	str_addf(last_log, "save(%s) ", str_or_empty(yes));
	if (b->answer == ERR_NEEDS_YES && yes == NULL) {
		findings_add(&f, LEVEL_SOFT, FINDING_PAST, 0, "it is overripe");
		dialog_ask(d, &f);
		findings_release(&f);
		return false;
	}
	if (b->answer == ERR_USAGE) {
		(void)err_set(ERR_USAGE, "no such fruit");
		dialog_fail(d, FRUIT);
		return false;
	}
	return true;
}

static bool
command(struct dialog *d, enum cmd c)
{
	(void)d;
	if (c == CMD_NEXT_FREE)
		str_add(last_log, "next ");
	return c == CMD_NEXT_FREE;
}

static void
release(struct dialog *d)
{
	(void)d;
	str_add(last_log, "released ");
}

static const struct dialog_ops ops = {
    .kind = "basket",
    .mode = IN_BOOKING,
    .choices = choices,
    .changed = changed,
    .echo = echo,
    .save = save,
    .command = command,
    .release = release,
};

static struct basket *
open_basket(struct tui *t)
{
	static const char *const labels[FIELDS] = {"Fruit", "Secret", "Note"};
	struct basket *b = dialog_new(&t->a, sizeof(*b), &ops, "Basket", labels, FIELDS);

	b->d.fields[SECRET].secret = true;
	b->d.fields[FRUIT].hint = "What grows on trees";
	str_clear(last_log);
	dialog_push(&b->d);
	return b;
}

static void
logged(const char *want, const char *what)
{
	is_str(str_text(last_log), want, "%s", what);
	str_clear(last_log);
}

static void
test_enter(struct tui *t)
{
	struct basket *b = open_basket(t);

	is_int(app_where(&t->a), IN_DIALOG | IN_BOOKING, "its own mode beside that of dialogs");
	ok(tui_shows(t, "What grows on trees"), "an empty field has its hint");
	tui_keys(t, "[ap]");
	ok(tui_shows(t, "> apple") && tui_shows(t, "  apricot"), "what may be chosen, one marked");
	logged("0=a/0 0=ap/0 ", "each letter is told");
	tui_keys(t, "Down Enter");
	logged("0=apricot/2 ", "Enter takes the marked one");
	is_int(b->d.at, SECRET, "and goes on");
	tui_keys(t, "[x y?] Enter");
	is_str(tui_field(t, SECRET), "x y?", "blanks and question marks are text");
	ok(tui_shows(t, "****") && !tui_shows(t, "x y?"), "a secret is not shown");
	str_clear(last_log);
	tui_keys(t, "[n] Ctrl-F");
	logged("2=n/0 next ", "a command of its own");
	tui_keys(t, "Enter");
	logged("save() released ", "Enter on the last field saves and closes");
	is_int(app_where(&t->a), IN_DAY, "which it has");
}

static void
test_sure(struct tui *t)
{
	struct basket *b = open_basket(t);

	b->answer = ERR_USAGE;
	tui_keys(t, "[ap] Ctrl-S");
	logged("0=a/0 0=ap/0 save() ", "of several Ctrl-S takes none");
	ok(tui_shows(t, "Not saved: no such fruit") && tui_shows(t, "> apple"),
	    "the reason, and what may be chosen");
	tui_keys(t, "Down Ctrl-S");
	logged("0=apricot/2 save() ", "but the one that was walked to");
	ok(tui_shows(t, "echo of apricot"), "the echo stays under the sentence");
	tui_keys(t, "Ctrl-U [b] Ctrl-S");
	logged("0=/0 0=b/0 0=banana/3 save() ", "or the only one");
	tui_keys(t, "Ctrl-U [kiwi] Ctrl-S");
	logged("0=/0 0=k/0 0=ki/0 0=kiw/0 0=kiwi/0 save() ", "never an offer");
	tui_keys(t, "Enter");
	logged("0=kiwi/-1 ", "which Enter takes");
	b->answer = ERR_OK;
	tui_keys(t, "Tab Shift-Tab Ctrl-S");
	logged("save() released ", "saved from any field");
}

/* A reason of the practice's own. */
static void
must_save_reason(struct tui *t)
{
	int64_t id = 0;

	ok(desk_vocabulary_save(t->a.desk, VOCABULARY_REASON, &id,
	       WORDS("code=sweet", "label=it was sweet", "place=7"), 3) == ERR_OK,
	    "a reason is added");
}

static void
test_reason(struct tui *t)
{
	static const char *const digits[] = {
	    "1 client", "2 therap", "3 owner", "4 emerg", "7 it was"};
	struct basket *b = open_basket(t);

	b->answer = ERR_NEEDS_YES;
	tui_keys(t, "[banana] Ctrl-S");
	is_int(app_where(&t->a), IN_REASON, "a soft finding asks");
	ok(tui_shows(t, "Needs a reason: it is overripe") &&
		tui_shows(t, "1 client asked  2 therapist"),
	    "what, and how");
	ok(strstr(tui_line(t, -3), ": Why go on all the same?") != NULL, "so does the focus: %s",
	    tui_line(t, -3));
	tui_keys(t, "z");
	is_int(app_where(&t->a), IN_DIALOG | IN_BOOKING, "another key goes back");
	str_clear(last_log);
	tui_keys(t, "Ctrl-S Esc Ctrl-S 0[it is sweet] Enter");
	logged("save() save() save(it is sweet) released ", "a reason in words");
	open_basket(t)->answer = ERR_NEEDS_YES;
	tui_keys(t, "Ctrl-S 2");
	logged("save() save(therapist agreed) released ", "a reason by digit");
	open_basket(t)->answer = ERR_NEEDS_YES;
	tui_keys(t, "Ctrl-S 7");
	is_str(tui_message(t), "No reason has this digit; 0 takes one in your words.",
	    "a digit without a reason");
	is_int(app_where(&t->a), IN_REASON, "is asked again");
	str_clear(last_log);
	must_save_reason(t);
	tui_keys(t, "7");
	logged("save(it was sweet) released ", "the practice's own reason by its digit");
	open_basket(t)->answer = ERR_NEEDS_YES;
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 16, .columns = 60});
	tui_keys(t, "Ctrl-S");
	for (size_t i = 0; i < array_size(digits); i++)
		ok(strstr(tui_line(t, -2), digits[i]) != NULL, "every digit on a small screen: %s",
		    tui_line(t, -2));
	tui_keys(t, "2");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 24, .columns = 80});
}

static void
test_off(struct tui *t)
{
	struct basket *b = open_basket(t);

	b->d.fields[SECRET].off = true;
	tui_keys(t, "Tab");
	is_int(b->d.at, NOTE, "a field that is off is stepped over");
	tui_keys(t, "Tab");
	is_int(b->d.at, FRUIT, "around the end");
	ok(!tui_shows(t, "Secret"), "and not drawn");
	ok(tui_shows(t, "Basket, field 1 of 2: Fruit."), "nor counted");
	tui_keys(t, "Down");
	ok(tui_shows(t, "> apple") && tui_shows(t, "  banana"), "Down shows all there is");
	tui_keys(t, "Up Up Enter");
	is_str(tui_field(t, FRUIT), "apple", "Up stops at the first");
	tui_keys(t, "Esc");
	ok(t->a.parked.n == 1, "what was chosen is parked");
	app_unpark(&t->a, 0);
	is_str(tui_field(t, FRUIT), "apple", "and comes back");
	tui_keys(t, "Ctrl-Q");
	ok(!t->a.leave && t->a.parked.n == 1, "leaving parks it, and asks");
	app_unpark(&t->a, 0);
	tui_keys(t, "Shift-Tab Ctrl-U Esc");
	is_int(app_where(&t->a), IN_DAY, "Esc closes");
	is_int(t->a.parked.n, 0, "as it was opened, it is no loss");
}

/* What stands in a field is replaced by what is typed, unless it is edited first. */
static void
test_prefilled(struct tui *t)
{
	struct basket *b = open_basket(t);

	dialog_set(&b->d, NOTE, "as before", 0);
	tui_keys(t, "Tab Tab [new]");
	is_str(tui_field(t, NOTE), "new", "the first key replaces what was filled in");
	tui_keys(t, "Tab Shift-Tab [er]");
	is_str(tui_field(t, NOTE), "newer", "what was typed stays");
	dialog_set(&b->d, NOTE, "as before", 0);
	tui_keys(t, "Backspace [d]");
	is_str(tui_field(t, NOTE), "as beford", "Backspace edits");
	dialog_set(&b->d, NOTE, "as before", 0);
	tui_keys(t, "Home [x]");
	is_str(tui_field(t, NOTE), "xas before", "so does a key that moves in it");
	tui_keys(t, "Tab [ap] Down Enter Shift-Tab [ba]");
	is_str(tui_field(t, FRUIT), "ba", "also for what was chosen");
	b->answer = ERR_OK;
	tui_keys(t, "Ctrl-S");
}

static void
test_long(struct tui *t)
{
	struct str many = {0};

	open_basket(t);
	for (int i = 0; i < LINE_EDIT_MAX + 1; i++)
		str_addc(&many, 'x');
	tui_event(t, (struct event){.kind = EVENT_PASTE, .text = str_text(&many)});
	is_str(tui_message(t), "That is too long for a field.", "too long to paste");
	is_str(tui_field(t, FRUIT), "", "nothing went in");
	str_release(&many);
	tui_keys(t, "Esc");
}

int
main(void)
{
	struct tui t;
	struct desk d = {0};
	struct str log = {0};

	last_log = &log;
	fixture_open(&d);
	tui_start(&t, "rita", 24, 80);
	test_enter(&t);
	test_sure(&t);
	test_reason(&t);
	test_off(&t);
	test_prefilled(&t);
	test_long(&t);
	tui_stop(&t);
	str_release(&log);
	desk_close(&d);
	return done();
}
