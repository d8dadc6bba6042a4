/* Rows of what is typed and what is understood of it, in the practice of the grammars. */
#ifndef TESTS_GRAMMAR_ROWS_H
#define TESTS_GRAMMAR_ROWS_H

#include "../tap.h"
#include "grammar.h"

/* What is typed, and what is understood of it, or the sentence of the error. */
struct grammar_row {
	const char *text, *want;
};

/* parse adds what it understood, and holds nothing after that. */
static inline void
grammar_check(const struct grammar_row *rows, size_t n,
    enum err (*parse)(
	const char *text, const struct practice *p, const struct when_habits *h, struct str *out))
{
	const struct when_habits h = grammar_habits();
	struct practice p;

	grammar_practice(&p);
	for (size_t i = 0; i < n; i++) {
		struct str got = {0};

		if (parse(rows[i].text, &p, &h, &got) != ERR_OK)
			str_add(&got, err_message());
		is_str(str_text(&got), rows[i].want, "%s", rows[i].text);
		str_release(&got);
	}
	practice_release(&p);
}

#endif
