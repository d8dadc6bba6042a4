/* Any text as the one line that books, and as a free-time query. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

#include "../unit/grammar.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_line(const char *text, const struct practice *p, const struct when_habits *h)
{
	struct line l = {0};

	if (line_parse(text, p, h, &l) != ERR_OK) {
		assert(l.client == NULL && l.heard == NULL);
		return;
	}
	assert(l.client != NULL && l.heard != NULL && l.minutes >= 0);
	assert(l.when.minute >= -1 && l.when.minute < CIVIL_DAY_MINUTES);
	assert(l.therapist_id == 0 || practice_therapist(p, l.therapist_id) != NULL);
	assert(l.therapist2_id == 0 || l.therapist2_id != l.therapist_id);
	assert(l.room_id == 0 || practice_room(p, l.room_id) != NULL);
	assert(l.service_id == 0 || practice_service(p, l.service_id) != NULL);
	assert(!l.therapist_any || l.therapist_id == 0);
	line_release(&l);
}

static void
check_query(const char *text, const struct practice *p, const struct when_habits *h)
{
	struct free_query q = {0};
	char *client = NULL;

	if (free_query_parse(text, p, h, &q, &client) != ERR_OK) {
		assert(client == NULL && q.skill == NULL);
		return;
	}
	assert(client != NULL && q.from < q.until && q.weekdays < 1u << 8);
	assert(q.before == 0 || (q.after < q.before && q.before <= CIVIL_DAY_MINUTES));
	assert(q.service_id == 0 || practice_service(p, q.service_id) != NULL);
	free(q.skill);
	free(client);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct practice p;
	struct when_habits h = grammar_habits();
	char *text = xstrndup((const char *)data, size);

	if (p.therapists.n == 0)
		grammar_practice(&p);
	check_line(text, &p, &h);
	check_query(text, &p, &h);
	free(text);
	return 0;
}
