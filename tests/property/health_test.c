/*
 * 200 random operations on health, undone and redone at random and at last back to nothing: what
 * is known of each client is, step by step, what it was.
 */
#include "../store/told.h"

enum { OPERATIONS = 200, CLIENTS_MAX = OPERATIONS, ROUNDS = 5 };

static struct store *s;
static int64_t now = LITTLE_AT;
static uint64_t seed;
static char *stack[OPERATIONS + 2]; /* all that is known, after each step */
static int depth, top;
static int64_t clients[CLIENTS_MAX], appts[OPERATIONS]; /* ever made */
static int client_n, appt_n;

static int
below(int n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (int)(seed % (uint64_t)n);
}

static const char *
word(void)
{
	static const char *const list[] = {"disc", "clot", "burn", "asthma", "fever"};

	return list[below((int)array_size(list))];
}

static void
tell_visit(const struct visit *v, struct str *out)
{
	if (v->appt_id == 0)
		return;
	str_addf(out, "visit #%lld %d %d %d %d %s %s %s by %s at %lld %d\n", (long long)v->appt_id,
	    v->pain_before, v->pain_after, v->comfort, v->pressure, v->techniques, v->soap[0],
	    v->note, v->signed_by, (long long)v->signed_at, v->aftercare);
	for (size_t i = 0; i < v->regions.n; i++)
		str_addf(out, " %s %d\n", v->regions.v[i].code, v->regions.v[i].pressure);
	for (size_t i = 0; i < v->addenda.n; i++)
		str_addf(out, " + %s\n", v->addenda.v[i].text);
}

static void
tell_client(int64_t id, struct str *out)
{
	struct consent_list l = {0};
	struct health h = {0};
	struct client c;

	if (store_client(s, id, &c) != ERR_OK)
		return;
	client_release(&c);
	str_addf(out, "client #%lld\n", (long long)id);
	must(store_health(s, id, &h), "health");
	told_health(&h, out);
	health_release(&h);
	must(store_consents(s, id, &l), "consents");
	for (size_t i = 0; i < l.n; i++)
		str_addf(out, "consent #%lld %s %d\n", (long long)l.v[i].id,
		    consent_kind_word(l.v[i].kind), (int)l.v[i].ended);
	consent_list_release(&l);
}

static bool
tell_note(void *arg, const struct note_seen *n)
{
	str_addf(arg, "not read: %s #%lld\n", n->record, (long long)n->id);
	return true;
}

static char *
all(void)
{
	struct str out = {0};

	for (int i = 0; i < client_n; i++)
		tell_client(clients[i], &out);
	for (int i = 0; i < appt_n; i++) {
		struct visit v;

		must(store_visit(s, appts[i], &v), "visit");
		tell_visit(&v, &out);
		visit_release(&v);
	}
	must(store_notes_unreviewed(s, 0, tell_note, &out), "notes");
	str_add(&out, ".");
	return str_take(&out);
}

/* --- Operations, each inside a step ----------------------------------------------------------- */

static void
tell(int64_t client)
{
	struct intake in;

	intake_init(&in);
	in.client_id = client;
	in.version = below(4) == 0 ? INTAKE_IS_NO_CHANGE : INTAKE_IS_UPDATE;
	for (int i = in.version == INTAKE_IS_NO_CHANGE ? 0 : below(4); i > 0; i--) {
		told_item(&in, (enum intake_field)below(INTAKE_FIELD_COUNT), word(), "", below(11));
		told_region(&in.regions, word(), 'L', REGION_PAIN, below(11));
	}
	must(store_intake_add(s, &in), "intake");
	intake_release(&in);
}

static int64_t
client(void)
{
	struct client c;
	int64_t id = clients[below(client_n)];

	/* Whose creation was taken back is not there. */
	while (store_client(s, id, &c) != ERR_OK)
		id = clients[below(client_n)];
	client_release(&c);
	return id;
}

static int64_t
appt(void)
{
	struct appt a = {0};
	int64_t id = appts[below(appt_n)];

	while (store_appt(s, id, &a) != ERR_OK)
		id = appts[below(appt_n)];
	appt_release(&a);
	return id;
}

/* A time of its own for each. */
static void
book(int64_t client_id)
{
	struct appt a = little_appt(client_id, 9, 0);
	civil_min later = (civil_min)appt_n * CIVIL_DAY_MINUTES;

	a.start += later;
	a.end += later;
	a.held += later;
	must(store_appt_insert(s, &a), "book");
	appts[appt_n++] = a.id;
	appt_release(&a);
}

static void
do_caller(void)
{
	clients[client_n] = little_client(s, "New", word(), "");
	tell(clients[client_n]);
	book(clients[client_n++]);
}

static void
do_tell(void)
{
	tell(client());
}

static void
do_book(void)
{
	int64_t id = client();

	tell(id);
	book(id);
}

static void
do_clearance(void)
{
	struct clearance_list l = {0};
	int64_t id = client();

	must(store_clearances(s, id, &l), "clearances");
	if (l.n == 0 || below(2) == 0)
		*list_push(&l) = (struct clearance){.client_id = id,
		    .flag = xstrdup(word()),
		    .given_by = xstrdup("Dr. Ott"),
		    .note = xstrdup(""),
		    .until = CIVIL_DAY_NONE};
	l.v[l.n - 1].day = 20770 + below(100);
	l.v[l.n - 1].ended = below(2) == 0;
	must(store_clearance_save(s, &l.v[l.n - 1]), "clearance");
	clearance_list_release(&l);
}

static void
do_consent(void)
{
	struct consent_list l = {0};
	int64_t id = client();

	must(store_consents(s, id, &l), "consents");
	if (l.n == 0 || below(2) == 0)
		*list_push(&l) = (struct consent_given){.client_id = id,
		    .kind = (enum consent_kind)below(CONSENT_KIND_COUNT),
		    .version = xstrdup("1"),
		    .given_by = xstrdup(""),
		    .day = 20770};
	l.v[l.n - 1].ended = below(2) == 0 ? CIVIL_DAY_NONE : 20780 + below(100);
	must(store_consent_save(s, &l.v[l.n - 1]), "consent");
	consent_list_release(&l);
}

static void
do_acknowledge(void)
{
	struct acknowledgement a = {.service_id = little_service,
	    .appt_id = appt(),
	    .therapist_id = little_mia,
	    .flag = xstrdup(word()),
	    .noted_by = xstrdup("mia")};
	struct appt of = {0};
	struct intake_list l = {0};

	must(store_appt(s, a.appt_id, &of), "appointment");
	a.client_id = of.client_id;
	appt_release(&of);
	must(store_intakes(s, a.client_id, &l), "intakes");
	if (l.n > 0) {
		a.intake_id = l.v[0].id;
		must(store_acknowledge(s, &a), "knows");
	}
	intake_list_release(&l);
	free(a.flag);
	free(a.noted_by);
}

static void
do_visit(void)
{
	struct visit v;
	int64_t id = appt();

	must(store_visit(s, id, &v), "visit");
	if (v.signed_at != 0) {
		must(store_visit_addendum(s, id, word()), "addendum");
	} else {
		v.appt_id = id;
		v.pain_before = below(12) - 1;
		v.pressure = below(6);
		v.aftercare = below(2) == 0;
		xstrset(&v.soap[0], word());
		v.regions.n = 0;
		for (int i = below(4); i > 0; i--)
			told_region(&v.regions, word(), 'R', REGION_PAIN, PAIN_NONE);
		v.signed_at = below(3) == 0 ? now : 0;
		must(store_visit_save(s, &v), "visit");
	}
	visit_release(&v);
}

static void
do_note(void)
{
	struct intake_list l = {0};
	int64_t id = client();

	must(store_intakes(s, id, &l), "intakes");
	if (l.n > 0 && l.v[0].source == INTAKE_FROM_IMPORT)
		must(store_note_reviewed(s, "intake", l.v[0].id), "reviewed");
	else
		must(store_intake_note(s, id, "import", word()), "note");
	intake_list_release(&l);
}

/* --- There and back --------------------------------------------------------------------------- */

static void
push(char *state)
{
	for (int i = depth + 1; i <= top; i++) {
		free(stack[i]);
		stack[i] = NULL;
	}
	top = ++depth;
	stack[depth] = state;
}

static void
do_step(void)
{
	static void (*const operations[])(void) = {do_caller, do_tell, do_tell, do_tell, do_book,
	    do_clearance, do_consent, do_acknowledge, do_visit, do_visit, do_note};
	struct store_step step = {.who = "mia", .at = ++now, .label = "Did"};
	int64_t before, after;

	must(store_begin(s, &step), "begin");
	must(store_audit_last(s, &before), "audit");
	operations[below((int)array_size(operations))]();
	must(store_commit(s), "commit");
	must(store_audit_last(s, &after), "audit");
	/* What changed nothing is no step. */
	if (after != before)
		push(all());
}

static bool
same(const char *what)
{
	char *got = all();
	bool equal = strcmp(got, stack[depth]) == 0;

	if (!equal) {
		size_t i = 0, line = 0;

		for (; got[i] == stack[depth][i]; i++)
			line = got[i] == '\n' ? i + 1 : line;
		printf("# %s to depth %d: %.*s, not %.*s\n", what, depth,
		    (int)strcspn(got + line, "\n"), got + line,
		    (int)strcspn(stack[depth] + line, "\n"), stack[depth] + line);
	}
	free(got);
	return equal;
}

static bool
take_back(bool redo)
{
	struct store_step step = {.who = "mia", .at = ++now};
	char *label = NULL;
	bool can = redo ? depth < top : depth > 0;
	enum err e = redo ? store_redo(s, &step, (struct store_undo_may){0}, &label)
			  : store_undo(s, &step, (struct store_undo_may){0}, &label);

	free(label);
	if (e != (can ? ERR_OK : ERR_NOT_FOUND)) {
		printf("# %s at depth %d: %s\n", redo ? "redo" : "undo", depth, err_message());
		return false;
	}
	depth += can ? redo ? 1 : -1 : 0;
	return same(redo ? "redo" : "undo");
}

static void
one_round(int round)
{
	bool good = true;
	int deep;

	seed = 0x9e3779b97f4a7c15u * (uint64_t)(round + 1);
	s = little_open();
	client_n = appt_n = depth = top = 0;
	clients[client_n++] = little_client(s, "Ada", "Smith", "");
	clients[client_n++] = little_client(s, "Bo", "Ek", "");
	book(clients[0]);
	must(store_commit(s), "practice");
	stack[0] = all();
	for (int i = 0; i < OPERATIONS && good; i++) {
		int dice = below(100);

		if (dice < 60)
			do_step();
		else
			good = take_back(dice >= 82);
	}
	deep = depth;
	while (good && depth > 0)
		good = take_back(false);
	while (good && depth < top)
		good = take_back(true);
	while (good && depth > 0)
		good = take_back(false);
	ok(good, "round %d: %d operations, %d deep, undone, redone, undone", round, OPERATIONS,
	    deep);
	for (int i = 0; i <= top; i++)
		free(stack[i]);
	store_close(s);
}

int
main(void)
{
	for (int round = 0; round < ROUNDS && tap_bad == 0; round++)
		one_round(round);
	return done();
}
