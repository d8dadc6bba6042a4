#include <frontdesk/text.h>

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include <frontdesk/mem.h>

enum {
	PIECES_MAX = 32, /* the longest decomposition of one code point has 18 */
	DIAERESIS = 0x0308,
	RING = 0x030A,
	O_STROKE = 0x00F8,
};

/* Letters Unicode does not decompose, as they are after case folding. */
static const struct {
	uint32_t cp;
	const char *plain;
} letters[] = {
    {0x00E6, "ae"}, /* æ */
    {0x00F0, "d"}, /* ð */
    {O_STROKE, "o"}, /* ø */
    {0x00FE, "th"}, /* þ */
    {0x0111, "d"}, /* đ */
    {0x0131, "i"}, /* ı */
    {0x0142, "l"}, /* ł */
    {0x0153, "oe"}, /* œ */
};

/* Apostrophes, what people type for them, hyphens and dashes. */
static const uint32_t silent[] = {'\'', '`', '-', 0x00B4, 0x02BB, 0x02BC, 0x2010, 0x2011, 0x2012,
    0x2013, 0x2014, 0x2018, 0x2019, 0x2032, 0x2212};

/* What is known while a key grows. */
struct fold {
	struct str *out;
	size_t start; /* where the key begins in out */
	bool gap; /* a blank is due before the next letter */
	uint32_t before; /* the piece before this one */
	enum text_fold how;
};

static bool
is_silent(uint32_t cp)
{
	for (size_t i = 0; i < array_size(silent); i++) {
		if (cp == silent[i])
			return true;
	}
	return false;
}

static void
fold_letter(struct fold *f, uint32_t cp)
{
	if (f->gap && f->out->n > f->start)
		str_addc(f->out, ' ');
	f->gap = false;
	if (cp == O_STROKE && f->how == TEXT_FOLD_DIGRAPH) {
		str_add(f->out, "oe");
		return;
	}
	for (size_t i = 0; i < array_size(letters); i++) {
		if (cp == letters[i].cp) {
			str_add(f->out, letters[i].plain);
			return;
		}
	}
	text_encode(f->out, cp);
}

/* A mark disappears, or makes its letter a digraph. */
static void
fold_mark(struct fold *f, uint32_t cp)
{
	uint32_t base = f->before;

	if (f->how != TEXT_FOLD_DIGRAPH)
		return;
	if (cp == DIAERESIS && (base == 'a' || base == 'o' || base == 'u'))
		str_addc(f->out, 'e');
	else if (cp == RING && base == 'a')
		str_addc(f->out, 'a');
}

static void
fold_piece(struct fold *f, uint32_t cp)
{
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		fold_letter(f, cp);
		break;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_ME:
		fold_mark(f, cp);
		break;
	case UTF8PROC_CATEGORY_CF:
		break;
	default:
		f->gap = true;
	}
	f->before = cp;
}

/* What most text is made of, without the tables. */
static void
fold_ascii(struct fold *f, unsigned char c)
{
	if (is_silent(c))
		return;
	if (c >= 'A' && c <= 'Z')
		c = (unsigned char)(c - 'A' + 'a');
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		fold_letter(f, c);
	else
		f->gap = true;
	f->before = c;
}

void
text_fold(struct str *out, const char *s, enum text_fold how)
{
	struct fold f = {.out = out, .start = out->n, .how = how};
	size_t n = strlen(s);
	uint32_t cp;

	str_add(out, ""); /* an empty key is a text, too */
	for (size_t at = 0; at < n;) {
		utf8proc_int32_t pieces[PIECES_MAX];
		utf8proc_ssize_t count;
		int bound = UTF8PROC_BOUNDCLASS_START;

		if ((unsigned char)s[at] < 0x80) {
			fold_ascii(&f, (unsigned char)s[at++]);
			continue;
		}
		at += text_decode(s + at, n - at, &cp);
		if (is_silent(cp))
			continue;
		count = utf8proc_decompose_char((utf8proc_int32_t)cp, pieces, PIECES_MAX,
		    UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE,
		    &bound);
		for (utf8proc_ssize_t i = 0; i < count && i < PIECES_MAX; i++) {
			if (!is_silent((uint32_t)pieces[i]))
				fold_piece(&f, (uint32_t)pieces[i]);
		}
	}
}

bool
text_same(const char *a, const char *b)
{
	struct str ka = {0}, kb = {0};
	bool same;

	text_fold(&ka, a, TEXT_FOLD_PLAIN);
	text_fold(&kb, b, TEXT_FOLD_PLAIN);
	same = strcmp(str_text(&ka), str_text(&kb)) == 0;
	str_release(&ka);
	str_release(&kb);
	return same;
}

bool
text_begins(const char *s, const char *prefix)
{
	struct str ks = {0}, kp = {0};
	bool begins;

	text_fold(&ks, s, TEXT_FOLD_PLAIN);
	text_fold(&kp, prefix, TEXT_FOLD_PLAIN);
	begins = kp.n > 0 && strncmp(str_text(&ks), str_text(&kp), kp.n) == 0;
	str_release(&ks);
	str_release(&kp);
	return begins;
}

/* The code points of s, owned by the caller; *count of them. */
static uint32_t *
codepoints(const char *s, size_t *count)
{
	size_t n = strlen(s), at = 0;
	uint32_t *v = xcalloc(n, sizeof(*v));

	for (*count = 0; at < n; ++*count)
		at += text_decode(s + at, n - at, &v[*count]);
	return v;
}

size_t
text_letters(const char *s)
{
	size_t n = strlen(s), at = 0, count;
	uint32_t cp;

	for (count = 0; at < n; count++)
		at += text_decode(s + at, n - at, &cp);
	return count;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* Optimal string alignment: rows hold the distances of a[0..i] (and i-1, i-2) to each b[0..j]. */
static int
aligned_distance(const uint32_t *a, size_t na, const uint32_t *b, size_t nb)
{
	int *cells = xcalloc(3 * (nb + 1), sizeof(*cells));
	int *older = cells, *old = older + nb + 1, *row = old + nb + 1;
	int distance;

	for (size_t j = 0; j <= nb; j++)
		row[j] = (int)j;
	for (size_t i = 1; i <= na; i++) {
		int *spare = older;

		older = old;
		old = row;
		row = spare;
		row[0] = (int)i;
		for (size_t j = 1; j <= nb; j++) {
			row[j] = least(old[j], row[j - 1]) + 1;
			row[j] = least(row[j], old[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = least(row[j], older[j - 2] + 1);
		}
	}
	distance = row[nb];
	free(cells);
	return distance;
}

int
text_distance(const char *a, const char *b, int limit)
{
	size_t la = strlen(a), lb = strlen(b), na, nb;
	uint32_t *va, *vb;
	int distance = limit + 1;

	/* The lengths alone tell that it is too far; a code point has at most 4 bytes. */
	if ((la > lb ? la - lb : lb - la) > 4 * (size_t)limit)
		return distance;
	va = codepoints(a, &na);
	vb = codepoints(b, &nb);
	if ((na > nb ? na - nb : nb - na) <= (size_t)limit)
		distance = least(aligned_distance(va, na, vb, nb), limit + 1);
	free(va);
	free(vb);
	return distance;
}
