/*
 * Somebody stands in for those who are lost but still referred to: an appointment whose client
 * nobody knows must be seen all the same. What belongs to an appointment that is lost goes with it.
 */
#include <frontdesk/mem.h>

#include "salvage.h"

#define NOW "CAST(strftime('%s', 'now') AS INTEGER)"
#define EDITED "1, 'salvage', " NOW

static const char *const mending[] = {
    "INSERT INTO main.room (id, code, name, capacity, step_free, location, active, rev, last_by,"
    " updated) SELECT id, 'lost' || id, 'Lost room ' || id, 1, 0, '', 1, " EDITED
    " FROM (SELECT room_id AS id FROM main.appointment UNION SELECT room_id FROM main.absence"
    "  UNION SELECT room_id FROM main.service_room UNION SELECT usual_room_id FROM main.therapist)"
    " WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM main.room)",

    "INSERT INTO main.therapist (id, code, name, gender, colour, hands_on_cap, active, rev,"
    " last_by, updated) SELECT id, 'lost' || id, 'Lost therapist ' || id, '', '', 0, 1, " EDITED
    " FROM (SELECT therapist_id AS id FROM main.appointment"
    "  UNION SELECT therapist_id FROM main.therapist_skill"
    "  UNION SELECT therapist_id FROM main.therapist_service"
    "  UNION SELECT therapist_id FROM main.shift UNION SELECT therapist_id FROM "
    "main.shift_exception"
    "  UNION SELECT therapist_id FROM main.absence UNION SELECT therapist_id FROM main.client_avoid"
    "  UNION SELECT preferred_therapist_id FROM main.client"
    "  UNION SELECT therapist_id FROM main.person)"
    " WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM main.therapist)",

    "INSERT INTO main.service (id, code, name, description, desk_label, turnover, min_pressure,"
    " people, active, rev, last_by, updated)"
    " SELECT id, 'lost' || id, 'Lost service ' || id, '', 'Massage', 15, 0, 1, 1, " EDITED
    " FROM (SELECT service_id AS id FROM main.appointment"
    "  UNION SELECT service_id FROM main.service_skill UNION SELECT service_id FROM "
    "main.service_room"
    "  UNION SELECT service_id FROM main.service_duration"
    "  UNION SELECT service_id FROM main.therapist_service)"
    " WHERE id NOT IN (SELECT id FROM main.service)",

    "INSERT INTO main.client (id, uid, first, last, preferred, pronouns, phone, phone2, email,"
    " address, contact, told, emergency, occupation, found_us, note, message_ok,"
    " gender_preference, state, rev, last_by, updated)"
    " SELECT id, randomblob(16), '', 'Lost client ' || id, '', '', '', '', '', '', '', '', '', '',"
    "  '', '', 0, '', 'active', " EDITED " FROM (SELECT client_id AS id FROM main.appointment"
    "  UNION SELECT client_id FROM main.client_former UNION SELECT client_id FROM main.client_avoid"
    "  UNION SELECT client_id FROM main.client_alert UNION SELECT client_id FROM main.intake"
    "  UNION SELECT client_id FROM main.clearance UNION SELECT client_id FROM main.consent"
    "  UNION SELECT guardian_id FROM main.client UNION SELECT merged_into FROM main.client)"
    " WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM main.client)",

    "DELETE FROM main.visit_region WHERE appointment_id NOT IN (SELECT id FROM main.appointment)",
    "DELETE FROM main.visit_addendum WHERE appointment_id NOT IN (SELECT id FROM main.appointment)",
    "DELETE FROM main.visit WHERE appointment_id NOT IN (SELECT id FROM main.appointment)",
    /* What was written of a session is kept although the session's own row is lost. */
    "INSERT INTO main.visit (appointment_id, note, rev, last_by, updated)"
    " SELECT id, '', " EDITED " FROM (SELECT appointment_id AS id FROM main.visit_region"
    "  UNION SELECT appointment_id FROM main.visit_addendum)"
    " WHERE id NOT IN (SELECT appointment_id FROM main.visit)",

    /* An answer does not tell whose it is; a flag is asked about again. */
    "DELETE FROM main.intake_item WHERE intake_id NOT IN (SELECT id FROM main.intake)",
    "DELETE FROM main.intake_region WHERE intake_id NOT IN (SELECT id FROM main.intake)",
    "DELETE FROM main.acknowledgement WHERE client_id NOT IN (SELECT id FROM main.client)"
    " OR service_id NOT IN (SELECT id FROM main.service)"
    " OR intake_id NOT IN (SELECT id FROM main.intake)"
    " OR appointment_id NOT IN (SELECT id FROM main.appointment)"
    " OR therapist_id NOT IN (SELECT id FROM main.therapist)",
};

enum err
salvage_mend(struct store *out)
{
	enum err e = ERR_OK;

	for (size_t i = 0; i < array_size(mending) && e == ERR_OK; i++)
		e = store_exec(out, mending[i], "salvage");
	return e;
}
