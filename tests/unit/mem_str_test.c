/* Lists and growing strings. */
#include <frontdesk/mem.h>
#include <frontdesk/str.h>

#include "../tap.h"

struct pair {
	int key;
	char *text;
};

struct pair_list {
	struct pair *v;
	size_t n, cap;
};

static void
test_list(void)
{
	struct pair_list list = {0};
	size_t growths = 0;
	int bad = 0;

	for (int i = 0; i < 1000; i++) {
		size_t cap = list.cap;
		struct pair *p = list_push(&list);

		bad += p->key != 0 || p->text != NULL;
		p->key = i;
		growths += list.cap != cap;
	}
	is_int(list.n, 1000, "a thousand elements");
	is_int(bad, 0, "each was zero at first");
	ok(growths <= 8, "the list grew %zu times", growths);
	for (int i = 0; i < 1000; i++)
		bad += list.v[i].key != i;
	is_int(bad, 0, "and keeps them in order");
	list.n = 0;
	is_int(list_push(&list)->key, 0, "an element used again is zero");
	free(list.v);
}

static void
test_memory(void)
{
	char *slot = NULL, *part = xstrndup("Rossi", 3), *all = xstrdup("Ada");
	int *zeroes = xcalloc(4, sizeof(*zeroes));

	is_str(part, "Ros", "xstrndup");
	is_str(all, "Ada", "xstrdup");
	ok(zeroes[0] == 0 && zeroes[3] == 0, "xcalloc gives zeroes");
	xstrset(&slot, "one");
	xstrset(&slot, slot + 1);
	is_str(slot, "ne", "xstrset takes a part of the old text");
	xstrset(&slot, NULL);
	ok(slot == NULL, "and NULL");
	zeroes = xrealloc(zeroes, 0);
	ok(zeroes != NULL, "an empty block is a block");
	free(zeroes);
	free(part);
	free(all);
}

static void
test_str(void)
{
	struct str s = {0};
	char *taken;

	is_str(str_text(&s), "", "an empty string reads as text");
	str_clear(&s);
	str_release(&s);
	str_add(&s, "Ada");
	str_addc(&s, ' ');
	str_addn(&s, "Smithson", 5);
	is_str(str_text(&s), "Ada Smith", "add, addc, addn");
	str_addf(&s, " #%d %s", 231, "x");
	is_str(str_text(&s), "Ada Smith #231 x", "addf");
	is_int(s.n, 16, "its length");
	str_cut(&s, 100);
	is_int(s.n, 16, "cutting beyond the end changes nothing");
	str_cut(&s, 3);
	is_str(str_text(&s), "Ada", "cut");
	for (int i = 0; i < 1000; i++)
		str_addf(&s, "%03d", i);
	is_int(s.n, 3003, "it grows");
	is_str(str_text(&s) + 3000, "999", "to the end");
	taken = str_take(&s);
	is_int(strlen(taken), 3003, "take gives the text away");
	ok(s.v == NULL && s.n == 0 && s.cap == 0, "and leaves an empty string");
	free(taken);
	taken = str_take(&s);
	is_str(taken, "", "taking nothing gives an empty text");
	free(taken);
	str_addn(&s, "", 0);
	ok(s.v != NULL && s.v[0] == '\0', "adding nothing still ends in NUL");
	str_addf(&s, "%s", "");
	str_clear(&s);
	is_str(str_text(&s), "", "clear");
	str_addn(&s, "a\0b", 3);
	is_int(s.n, 3, "a NUL inside counts");
	str_release(&s);
}

int
main(void)
{
	test_list();
	test_memory();
	test_str();
	return done();
}
