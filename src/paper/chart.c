/* The body chart of the sheets that hold health. */
#include <frontdesk/body.h>
#include <frontdesk/text.h>

#include <string.h>

#include "health.h"

enum { GAP = 2, BESIDE = BODY_COLUMNS + GAP };

void
chart_legend(struct str *out)
{
	str_add(out, "+ focus  x avoid  o numb  / scar\n# bruise  0-9 pain, * 10, ? pain");
}

/* One more line of `beside`, folded to its room; goes past it. */
static void
add_beside(struct str *line, const char **beside)
{
	const char *text = *beside;
	const size_t whole = strcspn(text, "\n");
	struct str one = {0};
	size_t n;

	str_addn(&one, text, whole);
	n = sheet_wrap(str_text(&one), PAPER_COLUMNS - BESIDE);
	if (n > 0)
		str_addf(line, "%*s%.*s", BESIDE - text_width(str_text(line)), "", (int)n, text);
	text += n;
	text += n < whole ? strspn(text, " ") : 0;
	*beside = *text == '\n' ? text + 1 : text;
	str_release(&one);
}

void
sheet_chart(struct sheet *s, const struct region_list *regions, const char *beside)
{
	struct str chart = {0}, line = {0};
	const char *row;

	body_chart(&chart, regions);
	row = str_text(&chart);
	while (*row != '\0' || *beside != '\0') {
		const size_t n = strcspn(row, "\n");

		str_addn(&line, row, n);
		row += n + (row[n] == '\n');
		if (*beside != '\0')
			add_beside(&line, &beside);
		sheet_block(s, false, &line);
	}
	str_release(&chart);
}
