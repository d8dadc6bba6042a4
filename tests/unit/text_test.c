/* Text: decoding, widths, cutting, cleaning, search keys, distances, clusters. */
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "../tap.h"

static void
test_decode(void)
{
	static const struct {
		const char *bytes;
		uint32_t cp;
		size_t took;
	} rows[] = {
	    {"a", 'a', 1},
	    {"ö", 0xF6, 2},
	    {"€", 0x20AC, 3},
	    {"💆", 0x1F486, 4},
	    {"�", 0xFFFD, 3},
	    {"\x80", 0xFFFD, 1}, /* a continuation byte alone */
	    {"\xC3", 0xFFFD, 1}, /* cut short */
	    {"\xC0\x80", 0xFFFD, 1}, /* too long a form */
	    {"\xE0\x80\xAF", 0xFFFD, 1},
	    {"\xED\xA0\x80", 0xFFFD, 1}, /* a surrogate */
	    {"\xF4\x90\x80\x80", 0xFFFD, 1}, /* beyond the last code point */
	    {"\xFF", 0xFFFD, 1},
	};

	for (size_t i = 0; i < array_size(rows); i++) {
		uint32_t cp = 0;
		size_t n = strlen(rows[i].bytes);

		is_int(text_decode(rows[i].bytes, n, &cp), rows[i].took, "row %zu: bytes", i);
		is_int(cp, rows[i].cp, "row %zu: code point", i);
		ok(text_valid(rows[i].bytes, n) == (rows[i].cp != 0xFFFD || rows[i].took == 3),
		    "row %zu: validity", i);
	}
	ok(text_valid("", 0), "nothing is valid");
	ok(text_valid("Zoë\0x", 6), "a NUL is a character");
}

static void
test_encode(void)
{
	struct str s = {0};
	int bad = 0;

	for (uint32_t cp = 1; cp <= 0x10FFFF; cp++) {
		uint32_t back;
		bool surrogate = cp >= 0xD800 && cp <= 0xDFFF;

		str_clear(&s);
		text_encode(&s, cp);
		bad += text_decode(s.v, s.n, &back) != s.n;
		bad += back != (surrogate ? 0xFFFD : cp);
	}
	is_int(bad, 0, "every code point is written and read back");
	str_clear(&s);
	text_encode(&s, 0x110000);
	is_str(str_text(&s), "�", "one too many is replaced");
	str_release(&s);
}

static void
test_width(void)
{
	static const struct {
		uint32_t cp;
		int width;
	} points[] = {
	    {0, -1},
	    {7, -1},
	    {0x1B, -1},
	    {0x7F, -1},
	    {0x85, -1},
	    {' ', 1},
	    {'~', 1},
	    {0xE9, 1},
	    {0x0301, 0},
	    {0x200D, 0},
	    {0xFE0F, 0},
	    {0x1100, 2},
	    {0x4E2D, 2},
	    {0xAC00, 2},
	    {0xFF21, 2},
	    {0x1F486, 2},
	    {0xD800, -1},
	    {0x0378, -1},
	    {0x10FFFF, -1},
	    {0x110000, -1},
	    {UINT32_MAX, -1},
	    {0x2500, 1},
	    {0x2026, 1},
	};
	static const struct {
		const char *text;
		int width;
	} texts[] = {
	    {"", 0},
	    {"Ada", 3},
	    {"Zoë", 3},
	    {"Zoe\xCC\x88", 3},
	    {"李小龍", 6},
	    {"💆", 2},
	    {"\x1B", 1},
	    {"a\xFF"
	     "b",
		3},
	};

	for (size_t i = 0; i < array_size(points); i++)
		is_int(codepoint_width(points[i].cp), points[i].width, "U+%04X",
		    (unsigned)points[i].cp);
	for (size_t i = 0; i < array_size(texts); i++)
		is_int(text_width(texts[i].text), texts[i].width, "width, row %zu", i);
}

static void
test_fit(void)
{
	static const struct {
		const char *text;
		int columns;
		size_t bytes;
		int used;
	} rows[] = {
	    {"Ada", 5, 3, 3},
	    {"Ada", 2, 2, 2},
	    {"Ada", 0, 0, 0},
	    {"Zoë", 2, 2, 2},
	    {"Zoe\xCC\x88x", 3, 5, 3}, /* the mark stays with its letter */
	    {"李小龍", 3, 3, 2},
	    {"李小龍", 1, 0, 0},
	    {"🇩🇪🇫🇷", 3, 8, 2}, /* a flag is two letters */
	    {"\xFF\xFF", 1, 1, 1},
	    {"Ada", -1, 0, 0},
	};

	for (size_t i = 0; i < array_size(rows); i++) {
		int used = -1;

		is_int(text_fit(rows[i].text, rows[i].columns, &used), rows[i].bytes,
		    "fit, row %zu: bytes", i);
		is_int(used, rows[i].used, "fit, row %zu: columns", i);
	}
	is_int(text_fit("Ada", 2, NULL), 2, "the columns may be left out");
}

static void
test_pad(void)
{
	static const struct {
		const char *text;
		int columns;
		enum text_align align;
		const char *want;
	} rows[] = {
	    {"Ada", 5, TEXT_LEFT, "Ada  "},
	    {"Ada", 5, TEXT_RIGHT, "  Ada"},
	    {"Ada", 3, TEXT_LEFT, "Ada"},
	    {"Ada", 2, TEXT_LEFT, "A…"},
	    {"Ada", 1, TEXT_LEFT, "…"},
	    {"Zoë", 4, TEXT_LEFT, "Zoë "},
	    {"李小龍", 4, TEXT_LEFT, "李… "},
	    {"李小龍", 4, TEXT_RIGHT, " 李…"},
	    {"李小龍", 2, TEXT_LEFT, "… "},
	    {"", 2, TEXT_LEFT, "  "},
	};
	struct str s = {0};

	for (size_t i = 0; i < array_size(rows); i++) {
		str_clear(&s);
		text_pad(&s, rows[i].text, rows[i].columns, rows[i].align);
		is_str(str_text(&s), rows[i].want, "pad, row %zu", i);
		is_int(text_width(str_text(&s)), rows[i].columns, "pad, row %zu: columns", i);
	}
	str_release(&s);
}

static void
test_clean(void)
{
	static const struct {
		const char *text;
		enum text_lines lines;
		const char *want;
		bool changed;
	} rows[] = {
	    {"Ada Smith", TEXT_LINE, "Ada Smith", false},
	    {"  Ada \t", TEXT_LINE, "Ada", false},
	    {"\xC2\xA0"
	     "Ada\xE3\x80\x80",
		TEXT_LINE, "Ada", false}, /* blanks of other scripts */
	    {"Ada\nSmith", TEXT_LINE, "Ada Smith", false},
	    {"Ada\r\nSmith", TEXT_LINE, "Ada Smith", false},
	    {"Ada\tSmith", TEXT_LINE, "Ada Smith", false},
	    {"a\r\nb\rc\nd", TEXT_LINES, "a\nb\nc\nd", false},
	    {"a\xE2\x80\xA8"
	     "b\xE2\x80\xA9"
	     "c",
		TEXT_LINES, "a\nb\nc", false},
	    {"a\xE2\x80\xA8"
	     "b",
		TEXT_LINE, "a b", false},
	    {"\n a\n\nb \n\n", TEXT_LINES, "a\n\nb", false},
	    {"a\tb", TEXT_LINES, "a b", false},
	    {"\x1B[31mred", TEXT_LINE, "[31mred", true},
	    {"a\x07\x7F\xC2\x9B"
	     "b",
		TEXT_LINES, "ab", true},
	    {"\xEF\xBB\xBF"
	     "Ada",
		TEXT_LINE, "Ada", true}, /* byte order mark */
	    {"a\xE2\x80\xAE"
	     "b\xE2\x80\x8F"
	     "c\xD8\x9C"
	     "d\xE2\x81\xA6",
		TEXT_LINE, "abcd", true},
	    {"Zo\xEB", TEXT_LINE, "Zo�", true},
	    {"Zo�", TEXT_LINE, "Zo�", false},
	    {"👩\xE2\x80\x8D⚕️", TEXT_LINE, "👩\xE2\x80\x8D⚕️",
		false}, /* a joiner may stay */
	    {"", TEXT_LINE, "", false},
	    {" \n ", TEXT_LINES, "", false},
	};
	struct str s = {0};

	for (size_t i = 0; i < array_size(rows); i++) {
		str_clear(&s);
		ok(text_clean(&s, rows[i].text, strlen(rows[i].text), rows[i].lines) ==
			rows[i].changed,
		    "clean, row %zu: %s", i, rows[i].changed ? "changed" : "not changed");
		is_str(str_text(&s), rows[i].want, "clean, row %zu", i);
	}
	str_clear(&s);
	str_add(&s, "before ");
	ok(text_clean(&s, " a\0b ", 5, TEXT_LINE), "a NUL is taken out");
	is_str(str_text(&s), "before ab", "what was there before stays as it is");
	str_release(&s);
}

static void
test_fold(void)
{
	static const struct {
		const char *text, *plain, *digraph;
	} rows[] = {
	    {"Müller", "muller", "mueller"},
	    {"MU\xCC\x88LLER", "muller", "mueller"}, /* decomposed */
	    {"Ärzte Öl Übung", "arzte ol ubung", "aerzte oel uebung"},
	    {"Groß", "gross", "gross"},
	    {"GROẞ", "gross", "gross"},
	    {"Søren", "soren", "soeren"},
	    {"Åsa", "asa", "aasa"},
	    {"Łukasz", "lukasz", "lukasz"},
	    {"Đorđe Guðrún Þór", "dorde gudrun thor", "dorde gudrun thor"},
	    {"Ægir Œuvre", "aegir oeuvre", "aegir oeuvre"},
	    {"Işık İnce", "isik ince", "isik ince"},
	    {"Zoë", "zoe", "zoe"},
	    {"José", "jose", "jose"},
	    {"Nguyễn", "nguyen", "nguyen"},
	    {"O'Brien", "obrien", "obrien"},
	    {"O’Brien O‘Brien OʼBrien O`Brien O´Brien", "obrien obrien obrien obrien obrien",
		"obrien obrien obrien obrien obrien"},
	    {"Anne-Marie", "annemarie", "annemarie"},
	    {"Anne‐Marie‑Eva–Lea—Ina", "annemarieevaleaina", "annemarieevaleaina"},
	    {"  Ada,  Smith. ", "ada smith", "ada smith"},
	    {"ada@example.org", "ada example org", "ada example org"},
	    {"Ａｄａ", "ada", "ada"}, /* full width */
	    {"ﬁn", "fin", "fin"}, /* a ligature */
	    {"Ⅳ", "iv", "iv"},
	    {"ΣΊΣΥΦΟΣ", "σισυφοσ", "σισυφοσ"},
	    {"Иван", "иван", "иван"},
	    {"李小龍", "李小龍", "李小龍"},
	    {"a\xE2\x80\x8B"
	     "b\xC2\xAD"
	     "c",
		"abc", "abc"}, /* invisible */
	    {"Ada 💆", "ada", "ada"},
	    {"\xFF"
	     "Ada\xFF"
	     "B",
		"ada b", "ada b"},
	    {"...", "", ""},
	    {"", "", ""},
	};
	struct str s = {0};

	for (size_t i = 0; i < array_size(rows); i++) {
		str_clear(&s);
		text_fold(&s, rows[i].text, TEXT_FOLD_PLAIN);
		is_str(str_text(&s), rows[i].plain, "fold, row %zu: plain", i);
		str_clear(&s);
		text_fold(&s, rows[i].text, TEXT_FOLD_DIGRAPH);
		is_str(str_text(&s), rows[i].digraph, "fold, row %zu: digraphs", i);
		/* A key is its own key: it may be stored and folded again. */
		str_clear(&s);
		text_fold(&s, rows[i].plain, TEXT_FOLD_DIGRAPH);
		is_str(str_text(&s), rows[i].plain, "fold, row %zu: again", i);
	}
	str_clear(&s);
	str_add(&s, "x");
	text_fold(&s, " Ada", TEXT_FOLD_PLAIN);
	is_str(str_text(&s), "xada", "a key is added without a blank before it");
	str_release(&s);
}

/* No code point makes a key that is not its own key, or that is not valid. */
static void
test_fold_all(void)
{
	struct str text = {0}, key = {0}, again = {0};
	int bad = 0;

	for (uint32_t cp = 1; cp <= 0x10FFFF; cp++) {
		str_clear(&text);
		str_clear(&key);
		str_clear(&again);
		text_encode(&text, cp);
		text_fold(&key, str_text(&text), TEXT_FOLD_PLAIN);
		text_fold(&again, str_text(&key), TEXT_FOLD_PLAIN);
		if (strcmp(str_text(&key), str_text(&again)) != 0 || !text_valid(key.v, key.n)) {
			if (bad++ < 5)
				printf("# U+%04X: %s, %s\n", (unsigned)cp, key.v, again.v);
		}
	}
	is_int(bad, 0, "the key of every code point is its own key");
	str_release(&text);
	str_release(&key);
	str_release(&again);
}

static void
test_compare(void)
{
	static const struct {
		const char *a, *b;
		int limit, distance;
	} rows[] = {
	    {"", "", 2, 0},
	    {"ada", "ada", 2, 0},
	    {"ada", "adam", 2, 1},
	    {"ada", "da", 2, 1},
	    {"ada", "ida", 2, 1},
	    {"ada", "aad", 2, 1},
	    {"smith", "smyth", 2, 1},
	    {"smith", "schmidt", 2, 3},
	    {"smith", "schmidt", 4, 4},
	    {"", "ab", 2, 2},
	    {"", "abc", 2, 3},
	    {"zoë", "zoe", 2, 1},
	    {"ca", "abc", 5, 3},
	    {"ada", "ben", 0, 1},
	    {"ada", "ada", 0, 0},
	};

	for (size_t i = 0; i < array_size(rows); i++) {
		is_int(text_distance(rows[i].a, rows[i].b, rows[i].limit), rows[i].distance,
		    "from \"%s\" to \"%s\"", rows[i].a, rows[i].b);
		is_int(text_distance(rows[i].b, rows[i].a, rows[i].limit), rows[i].distance,
		    "and back");
	}
	ok(text_same("O'Brien", "OBRIEN"), "the same name");
	ok(!text_same("Mueller", "Müller"), "not by the plain key");
	ok(text_begins("Anne-Marie", "annem"), "a beginning");
	ok(text_begins("Émile", "é"), "with its accent");
	ok(!text_begins("Anne", "Annem"), "too long");
	ok(!text_begins("Anne", "ne"), "not the beginning");
	ok(!text_begins("Anne", "") && !text_begins("Anne", " '"), "nothing begins nothing");
}

static void
test_clusters(void)
{
	/* a, ë of two code points, a family of three, a flag, a bad byte */
	const char *s = "ae\xCC\x88👩\xE2\x80\x8D👧🇩🇪\xFF";
	static const size_t stops[] = {0, 1, 4, 15, 23, 24};
	size_t n = array_size(stops);

	for (size_t i = 0; i + 1 < n; i++) {
		is_int(text_next(s, stops[i]), stops[i + 1], "the stop after %zu", stops[i]);
		is_int(text_prev(s, stops[i + 1]), stops[i], "the stop before %zu", stops[i + 1]);
	}
	is_int(text_next(s, 24), 24, "none after the end");
	is_int(text_next(s, 99), 24, "also not from beyond it");
	is_int(text_prev(s, 0), 0, "none before the start");
	is_int(text_prev(s, 99), 23, "from beyond the end to the last");
	is_int(text_prev("", 0), 0, "nothing in nothing");
	is_int(text_next("", 0), 0, "nothing after nothing");
	is_int(text_prev("abc", 2), 1, "plain letters");
}

int
main(void)
{
	test_decode();
	test_encode();
	test_width();
	test_fit();
	test_pad();
	test_clean();
	test_fold();
	test_fold_all();
	test_compare();
	test_clusters();
	return done();
}
