#include <frontdesk/client.h>
#include <frontdesk/err.h>
#include <frontdesk/mem.h>

#include "fixture.h"
#include "../tap.h"

static void
test_set(void)
{
	static const struct {
		const char *field, *value, *error; /* NULL: fine */
	} cases[] = {
	    {"first", "Ada", NULL},
	    {"last", "  Smith\t", NULL},
	    {"note", "two\nlines", NULL},
	    {"birth", "1980-03-12", NULL},
	    {"birth", "12.3.1980", NULL},
	    {"birth", "12/3/1980", NULL},
	    {"birth", "3/14/2000", NULL},
	    {"birth", "31.12.1899", NULL},
	    {"birth", "", NULL},
	    {"birth", "30.2.1980",
		"birth \"30.2.1980\" is not a date; write 1980-03-12 or 12.3.1980"},
	    {"birth", "12.3.80", "birth \"12.3.80\" is not a date; write 1980-03-12 or 12.3.1980"},
	    {"birth", "12.3", "birth \"12.3\" is not a date; write 1980-03-12 or 12.3.1980"},
	    {"birth", "12.3/1980",
		"birth \"12.3/1980\" is not a date; write 1980-03-12 or 12.3.1980"},
	    {"birth", "1.1.99999",
		"birth \"1.1.99999\" is not a date; write 1980-03-12 or 12.3.1980"},
	    {"message", "yes", NULL},
	    {"message", "maybe", "message \"maybe\" is neither yes nor no"},
	    {"gender", "f", NULL},
	    {"gender", "Male", NULL},
	    {"gender", "x", "gender \"x\" is none of: any F M"},
	    {"prefers", "mia", NULL},
	    {"prefers", "mai", "no therapist \"mai\"; there are: asha, jon, mia"},
	    {"prefers", "", NULL},
	    {"avoid", "jon, mia", NULL},
	    {"avoid", "jon,nobody", "no therapist \"nobody\"; there are: asha, jon, mia"},
	    {"state", "barred", NULL},
	    {"state", "merged", "state merged comes from merging two clients only"},
	    {"state", "gone",
		"no state \"gone\" of a client; there are: active archived barred deceased merged"},
	    {"shoe", "43",
		"no field \"shoe\" of a client; there are: first last preferred pronouns phone "
		"phone2 "
		"email address contact told emergency occupation found_us note birth guardian "
		"guardian_phone message "
		"gender "
		"prefers avoid state"},
	};
	struct practice p;
	struct client c;

	fixture_practice(&p);
	client_init(&c);
	for (size_t i = 0; i < array_size(cases); i++) {
		enum err err = client_set(&c, &p, cases[i].field, cases[i].value);

		is_int(err == ERR_OK, cases[i].error == NULL, "case %zu: %s", i, cases[i].field);
		if (cases[i].error != NULL)
			is_str(err_message(), cases[i].error, "and says why not");
	}
	is_str(c.last, "Smith", "text is cleaned");
	is_str(c.note, "two lines", "and on one line");
	ok(c.message_ok && c.gender_preference == 'M' && c.state == CLIENT_BARRED,
	    "the rest is set");
	ok(c.avoid.n == 2 && ids_has(&c.avoid, JON) && ids_has(&c.avoid, MIA),
	    "a wrong list leaves the old one");
	is_int(c.preferred_therapist_id, 0, "an empty value takes it back");
	is_int(c.birth, CIVIL_DAY_NONE, "the birth date too");
	client_release(&c);
	practice_release(&p);
}

static void
test_birth_orders(void)
{
	static const struct {
		const char *order, *typed, *iso;
	} cases[] = {
	    {"dmy", "12/3/1980", "1980-03-12"},
	    {"mdy", "12/3/1980", "1980-12-03"},
	    {"mdy", "12.3.1980", "1980-03-12"},
	    {"mdy", "03/14/2000", "2000-03-14"},
	    {"dmy", "03/14/2000", "2000-03-14"},
	    {"mdy", "14-3-2000", "2000-03-14"},
	    {"mdy", "2000-03-04", "2000-03-04"},
	};
	struct practice p = {0};
	struct client c;
	char iso[CIVIL_DAY_SIZE];

	client_init(&c);
	for (size_t i = 0; i < array_size(cases); i++) {
		xstrset(&p.settings.value[SETTING_DATE_ORDER], cases[i].order);
		is_int(client_set(&c, &p, "birth", cases[i].typed), ERR_OK, "birth %s",
		    cases[i].typed);
		is_str(civil_iso_day(c.birth, iso), cases[i].iso, "%s by %s", cases[i].typed,
		    cases[i].order);
	}
	client_release(&c);
	practice_release(&p);
}

static void
test_check(void)
{
	struct practice p = {0};
	struct client c;
	char *long_text = xcalloc(1, CLIENT_TEXT_MAX + 2);

	client_init(&c);
	is_int(client_check(&c), ERR_USAGE, "nobody is no client");
	is_str(err_message(), "a client needs a name or a phone", "and says what is missing");
	xstrset(&c.phone, "555 0113");
	is_int(client_check(&c), ERR_OK, "a phone is enough");
	xstrset(&c.email, "ada.example.com");
	is_int(client_check(&c), ERR_USAGE, "an e-mail needs an @");
	is_str(err_message(), "email \"ada.example.com\" is not like name@place", "and says so");
	xstrset(&c.email, "@example.com");
	is_int(client_check(&c), ERR_USAGE, "something before it");
	xstrset(&c.email, "ada@");
	is_int(client_check(&c), ERR_USAGE, "something after it");
	xstrset(&c.email, "ada@b@c");
	is_int(client_check(&c), ERR_USAGE, "and one only");
	xstrset(&c.email, "ada@example.com");
	is_int(client_check(&c), ERR_OK, "a whole address");
	memset(long_text, 'a', CLIENT_TEXT_MAX + 1);
	is_int(client_set(&c, &p, "note", long_text), ERR_OK, "a long text can be set");
	is_int(client_check(&c), ERR_USAGE, "but not kept");
	is_str(err_message(), "note is 501 bytes long; at most 500 are kept", "and says which");
	free(long_text);
	client_release(&c);
}

static const char *
name_of(const char *first, const char *last, const char *order)
{
	static char text[128];
	struct settings s = {0};
	struct str out = {0};

	xstrset(&s.value[SETTING_NAME_ORDER], order);
	client_name(&out, first, last, &s);
	snprintf(text, sizeof(text), "%s", str_text(&out));
	str_release(&out);
	settings_release(&s);
	return text;
}

static const char *
initials_of(const char *first, const char *last)
{
	static char text[32];
	struct str out = {0};

	client_initials(&out, first, last);
	snprintf(text, sizeof(text), "%s", str_text(&out));
	str_release(&out);
	return text;
}

static void
test_names(void)
{
	is_str(name_of("Ada", "Smith", "last"), "Smith, Ada", "last name first");
	is_str(name_of("Ada", "Smith", "first"), "Ada Smith", "first name first");
	is_str(name_of("Ada", "", "last"), "Ada", "one name");
	is_str(name_of(NULL, "Smith", "first"), "Smith", "the other");
	is_str(name_of(NULL, NULL, "first"), "", "none");
	is_str(initials_of("Kim", "Maier"), "K.M.", "initials");
	is_str(initials_of("Élodie", ""), "É.", "of one name, with its accent");
	is_str(initials_of("", "555 0100"), "", "of a phone none");
	is_str(client_shown_last("Ada", "", "Addie", "555 0100"), "", "the name there is");
	is_str(
	    client_shown_last("", "", "Addie", "555 0100"), "Addie", "else what they are called");
	is_str(client_shown_last(NULL, NULL, NULL, "555 0100"), "555 0100", "else the phone");
	is_str(client_shown_last(NULL, NULL, NULL, NULL), "", "else nothing");
	is_str(initials_of("E\xcc\x81lodie", NULL), "E\xcc\x81.", "in two code points too");
}

static void
test_phones(void)
{
	static const struct {
		const char *typed;
		int country;
		const char *digits;
	} cases[] = {
	    {"(555) 010-1234", 1, "5550101234"},
	    {"555-010-1234 x12", 1, "5550101234"},
	    {"555-010-1234 ext. 4", 1, "5550101234"},
	    {"555-010-1234 EXT 4", 1, "5550101234"},
	    {"555-010-1234 evenings 5", 1, "55501012345"},
	    {"Tel. 555 0101", 1, "5550101"},
	    {"+1 555 010 1234", 1, "5550101234"},
	    {"1.555.010.1234", 1, "5550101234"},
	    {"1 555 0101", 1, "15550101"},
	    {"+44 20 7946 0000", 1, "442079460000"},
	    {"+44 20 7946 0000", 44, "2079460000"},
	    {"+44 (0)20 7946 0000", 44, "2079460000"},
	    {"(+44) 20 7946 0000", 44, "2079460000"},
	    {"0044 20 7946 0000", 44, "2079460000"},
	    {"020 7946 0000", 44, "2079460000"},
	    {"00 1 555 010 1234", 44, "15550101234"},
	    {"0049 30 123456", 49, "30123456"},
	    {"030/123456", 49, "30123456"},
	    {"", 49, ""},
	    {"ask Jon", 49, ""},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct str out = {0};

		phone_digits(&out, cases[i].typed, cases[i].country);
		is_str(
		    str_text(&out), cases[i].digits, "%s in +%d", cases[i].typed, cases[i].country);
		str_release(&out);
	}
}

static const char *
keys_of(const struct client *c, const struct words *former, int country)
{
	static const char letters[] = "LFOPE";
	static char text[512];
	struct client_keys k = {0};

	text[0] = '\0';
	client_keys(&k, c, former, country);
	for (size_t i = 0; i < k.n; i++)
		snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s%c:%s",
		    i > 0 ? " " : "", letters[k.v[i].kind], k.v[i].key);
	client_keys_release(&k);
	return text;
}

static void
test_keys(void)
{
	struct words former = {0};
	struct client c;

	client_init(&c);
	xstrset(&c.first, "Jörg");
	xstrset(&c.last, "O'Brien");
	is_str(keys_of(&c, NULL, 1), "L:obrien F:jorg F:joerg", "two keys for an umlaut");
	xstrset(&c.last, "van der Berg");
	xstrset(&c.first, "Ada");
	is_str(keys_of(&c, NULL, 1), "L:van L:der L:berg F:ada", "each word of a name");
	xstrset(&c.last, "Smith-Jones");
	is_str(keys_of(&c, NULL, 1), "L:smithjones L:smith L:jones F:ada",
	    "a name of two, and its parts");
	xstrset(&c.preferred, "Ada Bee");
	words_add(&former, "Ada\nMaiden");
	is_str(keys_of(&c, &former, 1), "L:smithjones L:smith L:jones F:ada O:bee O:maiden",
	    "preferred and former names, once each");
	words_release(&former);
	xstrset(&c.preferred, "");
	xstrset(&c.last, "Smith");
	xstrset(&c.email, "ada.s@example.com");
	is_str(keys_of(&c, NULL, 1), "L:smith F:ada O:adasexamplecom O:s", "an e-mail");
	xstrset(&c.email, "");
	xstrset(&c.phone, "030 12345");
	is_str(keys_of(&c, NULL, 49), "L:smith F:ada P:3012345 P:493012345 P:03012345 E:5432103",
	    "a phone as it may be said");
	xstrset(&c.phone2, "+49 30 12345");
	is_str(keys_of(&c, NULL, 49), "L:smith F:ada P:3012345 P:493012345 P:03012345 E:5432103",
	    "the same phone again is no more");
	client_release(&c);
}

/* Whether every word of the query fits some key. */
static bool
finds(const char *typed, const struct client *c, int country)
{
	struct client_query q;
	struct client_keys k = {0};
	bool all = client_query_parse(typed, &q) == ERR_OK && q.id == 0;

	client_keys(&k, c, NULL, country);
	for (size_t i = 0; i < q.n && all; i++) {
		bool one = false;

		for (size_t j = 0; j < k.n; j++)
			one = one || client_word_fits(&q.v[i], &k.v[j]);
		all = one;
	}
	client_keys_release(&k);
	client_query_release(&q);
	return all;
}

static void
test_lookup(void)
{
	static const struct {
		const char *typed;
		bool found;
	} cases[] = {
	    {"muller", true},
	    {"mueller", true},
	    {"Müll", true},
	    {"MUELL zo", true},
	    {"zoe", true},
	    {"zo mu", true},
	    {"ller", false},
	    {"muller ada", false},
	    {"zoe.m@ex", true},
	    {"zoe.m", true},
	    {"example", false},
	    {"030 555", true},
	    {"030555", true},
	    {"555", false},
	    {"30555", true},
	    {"+49 30 555", true},
	    {"0049 30555", true},
	    {"0199", true},
	    {"199", true},
	    {"mu 0199", true},
	    {"99", false},
	    {"19", false},
	    {"030", true},
	    {"(030) 555-0199", true},
	    {"0550199", false},
	    {"oconnor", true},
	    {"o'con", true},
	    {"connor", false},
	    {"müller-o'con", false},
	};
	struct client c;

	client_init(&c);
	xstrset(&c.first, "Zoë");
	xstrset(&c.last, "Müller O'Connor");
	xstrset(&c.email, "zoe.m@example.com");
	xstrset(&c.phone, "(030) 555 0199");
	for (size_t i = 0; i < array_size(cases); i++)
		is_int(finds(cases[i].typed, &c, 49), cases[i].found, "\"%s\" %s", cases[i].typed,
		    cases[i].found ? "finds" : "does not find");
	client_release(&c);
}

static void
test_query(void)
{
	static const char *const nothing[] = {"", "  ", "!?", "#", "''"};
	struct client_query q;

	for (size_t i = 0; i < array_size(nothing); i++)
		is_int(client_query_parse(nothing[i], &q), ERR_USAGE,
		    "\"%s\" is nothing to look for", nothing[i]);
	ok(client_query_parse(" #231 ", &q) == ERR_OK && q.id == 231 && q.n == 0, "by number");
	ok(client_query_parse("#0", &q) == ERR_OK && q.id == 0 && q.n == 1,
	    "no client has number 0");
	client_query_release(&q);
	ok(client_query_parse("smith 555 0142 x", &q) == ERR_OK && q.n == 3,
	    "numbers in a row are one");
	is_str(q.v[1].text, "5550142", "all its digits");
	ok(q.v[1].digits && !q.v[2].digits, "a phone among names");
	client_query_release(&q);
	ok(client_query_parse("42", &q) == ERR_OK && !q.v[0].digits, "two digits are no phone");
	client_query_release(&q);
}

static bool
str_same(const char *a, const char *b)
{
	return strcmp(str_or_empty(a), str_or_empty(b)) == 0;
}

static const char nicknames[] = " thomas tom tommy \n";

static const struct known {
	const char *first, *last, *phone, *email, *birth;
} ada = {"Thomas", "Meyer", "555 0142 000", "tom@example.com", "1980-03-12"};

static void
fill(struct client *c, const struct practice *p, const struct known *from)
{
	client_init(c);
	xstrset(&c->first, from->first);
	xstrset(&c->last, from->last);
	xstrset(&c->phone, from->phone);
	xstrset(&c->email, from->email);
	if (str_or_empty(from->birth)[0] != '\0')
		ok(client_set(c, p, "birth", from->birth) == ERR_OK, "born %s", from->birth);
}

static void
test_alike(void)
{
	static const struct {
		struct known other;
		enum client_alike alike;
		const char *why;
	} cases[] = {
	    {{"Thomas", "Meyer", "(555) 0142-000", NULL, NULL}, ALIKE_SURELY,
		"same name and phone"},
	    {{"thomas", "MEYER", NULL, "Tom@Example.com", NULL}, ALIKE_SURELY,
		"same name and e-mail"},
	    {{"Thomas", "Meyer", NULL, NULL, "1980-03-12"}, ALIKE_SURELY,
		"same name and birth date"},
	    {{"Thomas", "Meyer", NULL, NULL, "1981-03-12"}, ALIKE_MAYBE, "same name"},
	    {{"Berta", "Meyer", "+1 555 0142 000", NULL, NULL}, ALIKE_MAYBE, "same phone"},
	    {{"Berta", "Else", NULL, "tom@example.com", NULL}, ALIKE_MAYBE, "same e-mail"},
	    {{"Tom", "Meyer", NULL, NULL, "1980-03-12"}, ALIKE_MAYBE,
		"similar name, same birth date"},
	    {{"Tommy", "Meyer", NULL, NULL, NULL}, ALIKE_MAYBE, "similar name"},
	    {{"Tomas", "Meier", NULL, NULL, NULL}, ALIKE_MAYBE, "similar name"},
	    {{"Tho", "Meyer", NULL, NULL, NULL}, ALIKE_MAYBE, "similar name"},
	    {{"Meyer", "Thomas", NULL, NULL, NULL}, ALIKE_MAYBE, "similar name"},
	    {{"Theodor", "Meyer", NULL, NULL, NULL}, ALIKE_NOT, NULL},
	    {{"Thomas", "Maierhofer", NULL, NULL, NULL}, ALIKE_NOT, NULL},
	    {{"Thomas", NULL, NULL, NULL, NULL}, ALIKE_NOT, NULL},
	    {{NULL, "Meyer", NULL, NULL, NULL}, ALIKE_NOT, NULL},
	    {{"Berta", "Else", "0142", NULL, "1980-03-12"}, ALIKE_NOT, NULL},
	    {{NULL, NULL, NULL, NULL, NULL}, ALIKE_NOT, NULL},
	};
	struct practice p = {0};
	struct client a, b;

	fill(&a, &p, &ada);
	for (size_t i = 0; i < array_size(cases); i++) {
		const char *why = NULL, *name = cases[i].other.first;

		fill(&b, &p, &cases[i].other);
		is_int(client_alike(&a, &b, 1, nicknames, &why), cases[i].alike, "case %zu: %s", i,
		    name != NULL ? name : "(none)");
		if (cases[i].why != NULL)
			is_str(why, cases[i].why, "why");
		is_int(client_alike(&b, &a, 1, nicknames, &why), cases[i].alike,
		    "the other way round too");
		client_release(&b);
	}
	xstrset(&a.last, "Müller");
	fill(&b, &p, &(struct known){"Thomas", "Mueller", "555 0142 000", NULL, NULL});
	is_int(client_alike(&a, &b, 1, nicknames, &(const char *){NULL}), ALIKE_SURELY,
	    "Müller is Mueller");
	client_release(&a);
	client_release(&b);
}

/* What a slip, a nickname or one other word makes of a name; the birth dates where they count. */
static void
test_alike_names(void)
{
	static const struct {
		const char *first, *last, *birth, *first2, *last2, *birth2;
		const char *why; /* NULL: not alike */
	} cases[] = {
	    {"Ada", "Smyth", "", "Ada", "Smith", "", "similar name"},
	    {"Ada", "Zmith", "", "Ada", "Smith", "", "similar name"},
	    {"Ada", "Smit", "", "Ada", "Smith", "", "similar name"},
	    {"Ada", "Simth", "", "Ada", "Smith", "", "similar name"},
	    {"Ada", "Smythe", "", "Ada", "Smith", "", NULL},
	    {"Ade", "Smith", "", "Ada", "Smith", "", "similar name"},
	    {"Adda", "Smith", "", "Ada", "Smith", "", "similar name"},
	    {"Da", "Smith", "", "Ada", "Smith", "", NULL},
	    {"Ana", "Smyth", "", "Ada", "Smith", "", NULL}, /* three letters and another name */
	    {"Anna", "Smyth", "", "Anne", "Smith", "", "similar name"},
	    {"Anna", "Smyth", "", "Jon", "Smith", "", NULL},
	    {"Anna", "Meyer", "", "Anna", "Smith", "", NULL},
	    {"Anna", "Lee", "", "Anna", "Lea", "", "similar name"},
	    {"Anna", "Li", "", "Anna", "Lu", "", NULL},
	    {"Tom", "Lee", "", "Thomas", "Lea", "", NULL},
	    {"Tom", "Smyth", "", "Thomas", "Smith", "", "similar name"},
	    {"Ольга", "Иванова", "", "Ольга", "Ивонова", "", "similar name"},
	    {"Ян", "Ли", "", "Яс", "Ли", "", NULL}, /* letters are counted, not bytes */
	    {"Eva", "Christopherson", "", "Eva", "Kristofferson", "", NULL},
	    {"Eva", "Christopherson", "", "Eva", "Kristopherson", "", "similar name"},
	    {"Ada", "Smith", "1980-01-02", "Ada", "Jones", "1980-01-02",
		"similar name, same birth date"},
	    {"Tim", "Smith", "1980-01-02", "Maria", "Smith", "1980-01-02",
		"similar name, same birth date"},
	    {"Ada", "Smith", "1980-01-02", "Tim", "Jones", "1980-01-02", NULL},
	    {"Ada", "Smith", "1980-01-02", "Ada", "Jones", "1981-01-02", NULL},
	    {"Ada", "Smyth", "1980-01-02", "Ada", "Smith", "1981-01-02", "similar name"},
	};
	struct practice p = {0};
	struct client a, b;

	for (size_t i = 0; i < array_size(cases); i++) {
		const struct known one = {cases[i].first, cases[i].last, "", "", cases[i].birth};
		const struct known other = {
		    cases[i].first2, cases[i].last2, "", "", cases[i].birth2};
		const char *why = NULL, *back = NULL;

		fill(&a, &p, &one);
		fill(&b, &p, &other);
		client_alike(&a, &b, 1, nicknames, &why);
		client_alike(&b, &a, 1, nicknames, &back);
		ok(str_same(why, cases[i].why) && str_same(back, cases[i].why), "%s %s, %s %s: %s",
		    one.first, one.last, other.first, other.last, str_or_empty(why));
		client_release(&a);
		client_release(&b);
	}
}

static void
test_near(void)
{
	static const struct {
		const char *word;
		enum client_key_kind kind;
		const char *key;
		bool near;
	} cases[] = {
	    {"smyth", KEY_LAST, "smith", true},
	    {"smyth", KEY_FIRST, "smith", true},
	    {"smyth", KEY_OTHER, "smith", true},
	    {"smth", KEY_LAST, "smith", true},
	    {"smiith", KEY_LAST, "smith", true},
	    {"msith", KEY_LAST, "smith", true},
	    {"smith", KEY_LAST, "smith", true},
	    {"smy", KEY_LAST, "smith", false}, /* the whole name, not its beginning */
	    {"smyth", KEY_LAST, "smithson", false},
	    {"smythe", KEY_LAST, "smith", false},
	    {"adx", KEY_FIRST, "ada", true},
	    {"ax", KEY_FIRST, "al", false},
	    {"李明", KEY_LAST, "李红", false},
	    {"5550142", KEY_PHONE, "5550143", false},
	    {"5550142", KEY_PHONE_END, "5550143", false},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		char *word = xstrdup(cases[i].word), *key = xstrdup(cases[i].key);
		const struct client_query_word w = {word, .digits = cases[i].kind >= KEY_PHONE};
		const struct client_key k = {cases[i].kind, key};

		is_int(client_word_near(&w, &k), cases[i].near, "%s %s one slip from %s", word,
		    cases[i].near ? "is" : "is not", key);
		free(word);
		free(key);
	}
}

int
main(void)
{
	test_set();
	test_birth_orders();
	test_check();
	test_names();
	test_phones();
	test_keys();
	test_lookup();
	test_query();
	test_alike();
	test_alike_names();
	test_near();
	return done();
}
