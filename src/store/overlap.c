/* Who is in the way: asked for a whole step at once, when the guards of the file were off. */
#include <frontdesk/appt.h>
#include <frontdesk/civil.h>

#include "store_private.h"

enum err
overlap_check(struct store *s, int64_t appointment_id)
{
	struct stmt st = stmt_begin(s, STMT_IN_THE_WAY);
	char when[CIVIL_MIN_SIZE];
	enum err refused = ERR_OK, e;

	stmt_bind_i64(&st, ":id", appointment_id);
	stmt_bind_i64(&st, ":held_max", APPT_HELD_MAX);
	if (stmt_row(&st))
		refused = err_set(ERR_REFUSED,
		    "the time is booked again: the %s is taken by #%lld "
		    "(%s %s with %s)",
		    stmt_peek(&st, "what"), (long long)stmt_i64(&st, "id"),
		    civil_iso_min(stmt_i64(&st, "start_m"), when), stmt_peek(&st, "client"),
		    stmt_peek(&st, "therapist"));
	e = stmt_end(&st);
	return e == ERR_OK ? refused : e;
}
