/* Looking up clients: which words find whom, and in which order. */
#include "little.h"

#include "../../src/store/records.h"

/* ids in order of these rows */
static const struct known {
	const char *first, *last, *preferred, *phone, *email;
} people[] = {
    {"Ada", "Smith", "", "020 7946 0958", "ada.lovelace@example.org"},
    {"Smita", "Jones", "", "+44 7700 900123", ""},
    {"J\xc3\xbcrgen", "M\xc3\xbcller", "", "+49 30 123456", ""},
    {"\xc3\x89lodie", "O'Brien-Stra\xc3\x9f", "Lo", "07700 900958", ""},
    {"Adam", "Smithson", "", "", "adam@example.org"},
    {"Berta", "Schmidt", "", "", "smith@example.org"},
    {"\xc5\x81ukasz", "S\xc3\xb8rensen", "", "", ""},
    {"Li", "Smith", "", "", ""},
};

static const struct find_row {
	const char *words, *ids;
} find_rows[] = {
    /* last names before first names before others; nearest visit first, then by the key */
    {"smi", "8 1 5 2 6"},
    {"smith", "8 1 5 6"},
    {"SMITH", "8 1 5 6"},
    {"smith ada", "1 5"},
    {"ada smith", "1 5"},
    {"ada smith 958", "1"},
    {"adam", "5"},
    {"smithson", "5"},
    {"smithx", ""},
    {"muller", "3"},
    {"mueller", "3"},
    {"m\xc3\xbcller", "3"},
    {"M\xc3\x9cL", "3"},
    {"jurgen", "3"},
    {"juergen mue", "3"},
    {"elo", "4"},
    {"obrien", "4"},
    {"o'b", "4"},
    {"strass", "4"},
    {"stra\xc3\x9f", "4"},
    {"lo", "1 4"}, /* the second word of an e-mail, and the preferred name */
    {"lukasz", "7"},
    {"sorensen", "7"},
    {"ada.lovelace@ex", "1"},
    {"lovelace", "1"},
    /* phones from the beginning, however said, and from the end */
    {"020 7946", "1"},
    {"20794", "1"},
    {"4420", "1"},
    {"958", "1 4"},
    {"900958", "4"},
    {"0958", "1 4"},
    {"07700", "2 4"},
    {"+44 7700 900123", "2"},
    {"123", "2"},
    {"4930", "3"},
    {"456", "3"},
    {"946", ""}, /* in the middle */
    {"95", ""}, /* two digits are a word, and nobody's */
    {"#4", "4"},
    {"#99", ""},
    {"nobody", ""},
    {"smith nobody", ""},
};

/* Of those same people: whom a slip hides. */
static const struct find_row similar_rows[] = {
    {"smyth", "8 1 6"}, /* a last name before a word of an e-mail */
    {"smith", "8 1 5 2 6"}, /* those who fit are among them */
    {"zmith", "8 1 6"},
    {"smth", "8 1 6"},
    {"smiith", "8 1 6"},
    {"simth", "8 1 6"},
    {"smitha", "8 1 2 6"}, /* Smita is a letter from it, too */
    {"smitho", "8 1 6"},
    {"xsmith", "8 1 6"},
    {"smythe", ""},
    {"smy", ""},
    {"smithzon", "5"},
    {"ade", "1"},
    {"adda", "1"},
    {"adem", "5"},
    {"luksz", "7"},
    {"mullr", "3"},
    {"muellar", "3"}, /* by the second key of an umlaut */
    {"jorgen", "3"},
    {"elodia", "4"},
    {"l", "8 7 1 4"}, /* too short for a slip: as it begins */
    {"xi", ""},
    {"smyth ada", "1"},
    {"ada smyth", "1"},
    {"smyth adda", "1"},
    {"smith adda", "1"},
    {"smyth a", "1"},
    {"smyth 958", "1"},
    {"smyth 959", ""}, /* a phone has no slips */
    {"smyth nobody", ""},
    {"949", ""},
    {"#9", ""},
};

static struct store *s;

static void
add_people(void)
{
	for (size_t i = 0; i < array_size(people); i++) {
		struct client c;

		client_init(&c);
		c.first = xstrdup(people[i].first);
		c.last = xstrdup(people[i].last);
		c.preferred = xstrdup(people[i].preferred);
		c.phone = xstrdup(people[i].phone);
		c.email = xstrdup(people[i].email);
		must(store_client_save(s, &c, LITTLE_COUNTRY), "client");
		client_release(&c);
	}
}

static void
visit(int64_t client_id, int days)
{
	struct appt a = little_appt(client_id, 10, 0);

	a.start += days * 1440;
	a.end += days * 1440;
	a.held += days * 1440;
	must(store_appt_insert(s, &a), "visit");
	free(a.last_by);
}

/* The ids found, blank separated; the caller frees. */
static char *
find_by(bool similar, const char *words, size_t limit, size_t *total)
{
	struct client_query q;
	struct client_hits hits;
	struct str ids = {0};

	must(client_query_parse(words, &q), words);
	must(similar ? store_client_similar(s, &q, little_time(12, 0), limit, &hits)
		     : store_client_find(s, &q, little_time(12, 0), limit, &hits),
	    words);
	for (size_t i = 0; i < hits.n; i++)
		str_addf(&ids, "%s%lld", i > 0 ? " " : "", (long long)hits.v[i].id);
	*total = hits.total;
	client_hits_release(&hits);
	client_query_release(&q);
	if (ids.v == NULL)
		str_add(&ids, "");
	return str_take(&ids);
}

static char *
find(const char *words, size_t limit, size_t *total)
{
	return find_by(false, words, limit, total);
}

static void
test_similar(void)
{
	size_t total;

	for (size_t i = 0; i < array_size(similar_rows); i++) {
		const struct find_row *r = &similar_rows[i];
		char *got = find_by(true, r->words, 0, &total);

		is_str(got, r->ids, "similar to %s", r->words);
		free(got);
	}
}

/* In every alphabet, at every letter. */
static void
test_near(void)
{
	static const char *const slips[] = {"иваннв", "иваов", "ивванов", "ивнаов", "званов",
	    "ванов", "ивано", "иванова", "иваноф"};
	struct words near = {0};

	little_client(s, "Ольга", "Иванов", "");
	for (size_t i = 0; i < array_size(slips); i++) {
		must(client_near(s, KEY_LAST, slips[i], &near), "near");
		ok(near.n == 1 && strcmp(near.v[0], "иванов") == 0, "%s is a slip", slips[i]);
		words_release(&near);
	}
	must(client_near(s, KEY_FIRST, "иваноф", &near), "near");
	is_int(near.n, 0, "of that kind of name only");
	little_client(s, "A", "Anan", "");
	little_client(s, "A", "Anand", "");
	must(client_near(s, KEY_LAST, "anany", &near), "near");
	is_int(near.n, 2, "a name hides none that begins with it");
	words_release(&near);
	must(client_near(s, KEY_LAST, "anan", &near), "near");
	ok(near.n == 1 && strcmp(near.v[0], "anand") == 0, "the word itself is no slip");
	words_release(&near);
}

static void
finds(const char *words, const char *want, const char *why)
{
	size_t total;
	char *got = find(words, 0, &total);

	is_str(got, want, "find %s: %s", words, why);
	free(got);
}

static void
change(int64_t id, const char *first, const char *last)
{
	struct client c;

	must(store_client(s, id, &c), "client");
	xstrset(&c.first, first);
	xstrset(&c.last, last);
	must(store_client_save(s, &c, LITTLE_COUNTRY), "change");
	client_release(&c);
}

static void
test_changes(void)
{
	struct client c;

	change(2, "Smita", "Braun");
	finds("jones", "2", "a former name");
	finds("braun", "2", "the new one");
	must(store_client(s, 8, &c), "client");
	c.state = CLIENT_MERGED;
	c.merged_into = 1;
	must(store_client_save(s, &c, LITTLE_COUNTRY), "merge");
	client_release(&c);
	finds("smith", "1 5 6", "a merged one is left out");
	finds("#8", "", "by its number too");
	finds("0049 30 12", "3", "a number from abroad");
	must(store_setting_set(s, SETTING_PHONE_COUNTRY, "49"), "country");
	finds("030 12", "3", "which is at home when the country changes");
	finds("4920", "1", "and a number without country belongs to it");
}

static void
test_limit(void)
{
	size_t total;
	char *got = find("smi", 2, &total);

	is_str(got, "8 1", "the first two");
	is_int(total, 5, "of five");
	free(got);
	got = find("smith ada", 1, &total);
	ok(strcmp(got, "1") == 0 && total == 2, "the first of two by two words");
	free(got);
}

/*
 * More of one name than are ranked: all are counted, the limit is kept, and two words still find.
 */
static void
test_crowd(void)
{
	enum { CROWD = 1500 };
	size_t total, n = 0;
	char *got;

	for (int i = 0; i < CROWD; i++) {
		char last[32];

		snprintf(last, sizeof(last), "Crowd%04d", i);
		little_client(s, i == 1200 ? "Zelda" : "Xaver", last, "");
	}
	got = find("crowd", 10, &total);
	is_int(total, CROWD, "a crowd is counted");
	for (const char *p = got; p != NULL; p = strchr(p + 1, ' '))
		n++;
	is_int(n, 10, "and ten are shown");
	free(got);
	got = find("zelda crowd", 10, &total);
	is_int(total, 1, "one of the crowd by two words");
	free(got);
	got = find("crowd xaver", 0, &total);
	is_int(total, CROWD - 1, "all of them by two common words");
	free(got);
	got = find_by(true, "crewd0001", 10, &total);
	is_int(total, 1, "a slip in one of the crowd");
	free(got);
	got = find_by(true, "selda crowd1200", 10, &total);
	is_int(total, 1, "a slip beside a word that fits");
	free(got);
	got = find("crowd", 0, &total);
	is_int(total, CROWD, "all of them");
	free(got);
}

int
main(void)
{
	s = little_open();
	add_people();
	visit(5, -300);
	visit(1, -20);
	visit(8, 3);
	visit(2, 1);
	for (size_t i = 0; i < array_size(find_rows); i++)
		finds(find_rows[i].words, find_rows[i].ids, "ids in order");
	test_similar();
	test_near();
	test_limit();
	test_changes();
	test_crowd();
	store_rollback(s);
	store_close(s);
	return done();
}
