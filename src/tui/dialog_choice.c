#include "dialog_choice.h"

#include <stdlib.h>

#include <frontdesk/mem.h>

void
choices_add(struct choices *l, int64_t id, const char *text, const char *value)
{
	struct choice *c = list_push(l);

	*c = (struct choice){xstrdup(text), xstrdup(value), id};
}

void
choices_clear(struct choices *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].text);
		free(l->v[i].value);
	}
	l->n = 0;
}

void
dialog_find_choices(struct dialog *d, bool open)
{
	choices_clear(&d->choices);
	d->marked = 0;
	d->walked = false;
	if (open && d->ops->choices != NULL)
		d->ops->choices(d, &d->choices);
}

void
dialog_keep_choices(struct dialog *d)
{
	int64_t id = d->marked < d->choices.n ? d->choices.v[d->marked].id : 0;
	bool walked = d->walked;

	dialog_find_choices(d, d->choices.n > 0);
	for (size_t i = 0; walked && i < d->choices.n; i++) {
		if (d->choices.v[i].id != id)
			continue;
		d->marked = i;
		d->walked = true;
	}
}

void
dialog_take_choice(struct dialog *d)
{
	const struct choice *c = &d->choices.v[d->marked];

	if (dialog_only_read(d))
		return;
	dialog_set(d, d->at, c->value, c->id);
	dialog_changed(d);
	dialog_find_choices(d, false);
}

bool
dialog_is_sure(const struct dialog *d)
{
	size_t records = 0;

	for (size_t i = 0; i < d->choices.n; i++)
		records += d->choices.v[i].id > 0;
	return d->marked < d->choices.n && d->choices.v[d->marked].id > 0 &&
	    d->fields[d->at].id == 0 && (records == 1 || d->walked);
}

void
dialog_choose(struct dialog *d, bool down)
{
	if (d->choices.n == 0) {
		dialog_find_choices(d, down);
		return;
	}
	if (down && d->marked + 1 < d->choices.n)
		d->marked++;
	else if (down && d->marked >= d->choices.n)
		d->marked = 0;
	else if (!down && d->marked > 0 && d->marked < d->choices.n)
		d->marked--;
	d->walked = true;
}
