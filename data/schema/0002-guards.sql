-- The last guards. desk_deferred() and desk_undoing() are functions of our own connection: a foreign
-- program that writes fails on them, which is wanted. The bound 480 is APPT_HELD_MAX (a test holds
-- the two together). A deferred run (swap, undo) is checked as a whole before its commit.

CREATE TRIGGER appointment_therapist_insert BEFORE INSERT ON appointment
WHEN NEW.holds AND NOT desk_deferred() BEGIN
	SELECT raise(ABORT, 'therapist') FROM appointment
	WHERE therapist_id = NEW.therapist_id AND holds
	  AND start_m < NEW.held_m AND start_m > NEW.start_m - 480 AND held_m > NEW.start_m
	  AND id IS NOT NEW.id;
END;
CREATE TRIGGER appointment_therapist_update
BEFORE UPDATE OF therapist_id, start_m, held_m, holds ON appointment
WHEN NEW.holds AND NOT desk_deferred() BEGIN
	SELECT raise(ABORT, 'therapist') FROM appointment
	WHERE therapist_id = NEW.therapist_id AND holds
	  AND start_m < NEW.held_m AND start_m > NEW.start_m - 480 AND held_m > NEW.start_m
	  AND id IS NOT NEW.id;
END;

CREATE TRIGGER appointment_client_insert BEFORE INSERT ON appointment
WHEN NEW.holds AND NOT desk_deferred() BEGIN
	SELECT raise(ABORT, 'client') FROM appointment
	WHERE client_id = NEW.client_id AND holds
	  AND start_m < NEW.end_m AND start_m > NEW.start_m - 480 AND end_m > NEW.start_m
	  AND id IS NOT NEW.id;
END;
CREATE TRIGGER appointment_client_update
BEFORE UPDATE OF client_id, start_m, end_m, holds ON appointment
WHEN NEW.holds AND NOT desk_deferred() BEGIN
	SELECT raise(ABORT, 'client') FROM appointment
	WHERE client_id = NEW.client_id AND holds
	  AND start_m < NEW.end_m AND start_m > NEW.start_m - 480 AND end_m > NEW.start_m
	  AND id IS NOT NEW.id;
END;

-- A room is shared by rows of one party alone, at most its capacity.
CREATE TRIGGER appointment_room_insert BEFORE INSERT ON appointment
WHEN NEW.holds AND NEW.room_id IS NOT NULL AND NOT desk_deferred() BEGIN
	SELECT raise(ABORT, 'room') FROM appointment
	WHERE room_id = NEW.room_id AND holds
	  AND start_m < NEW.held_m AND start_m > NEW.start_m - 480 AND held_m > NEW.start_m
	  AND id IS NOT NEW.id AND (party_id IS NULL OR party_id IS NOT NEW.party_id);
	SELECT raise(ABORT, 'room')
	WHERE (SELECT count(*) FROM appointment
	       WHERE room_id = NEW.room_id AND holds
	         AND start_m < NEW.held_m AND start_m > NEW.start_m - 480 AND held_m > NEW.start_m
	         AND id IS NOT NEW.id)
	   >= (SELECT capacity FROM room WHERE id = NEW.room_id);
END;
CREATE TRIGGER appointment_room_update
BEFORE UPDATE OF room_id, party_id, start_m, held_m, holds ON appointment
WHEN NEW.holds AND NEW.room_id IS NOT NULL AND NOT desk_deferred()
 -- A couple in a room that became too small may still arrive; it may not be moved there.
 AND (NEW.room_id IS NOT OLD.room_id OR NEW.party_id IS NOT OLD.party_id OR NOT OLD.holds
      OR NEW.start_m <> OLD.start_m OR NEW.held_m > OLD.held_m) BEGIN
	SELECT raise(ABORT, 'room') FROM appointment
	WHERE room_id = NEW.room_id AND holds
	  AND start_m < NEW.held_m AND start_m > NEW.start_m - 480 AND held_m > NEW.start_m
	  AND id IS NOT NEW.id AND (party_id IS NULL OR party_id IS NOT NEW.party_id);
	SELECT raise(ABORT, 'room')
	WHERE (SELECT count(*) FROM appointment
	       WHERE room_id = NEW.room_id AND holds
	         AND start_m < NEW.held_m AND start_m > NEW.start_m - 480 AND held_m > NEW.start_m
	         AND id IS NOT NEW.id)
	   >= (SELECT capacity FROM room WHERE id = NEW.room_id);
END;

-- Nothing of record is deleted or rewritten, but for undoing its own creation.
CREATE TRIGGER appointment_no_delete BEFORE DELETE ON appointment WHEN NOT desk_undoing() BEGIN
	SELECT raise(ABORT, 'appointments are cancelled or voided, not deleted');
END;
CREATE TRIGGER client_no_delete BEFORE DELETE ON client WHEN NOT desk_undoing() BEGIN
	SELECT raise(ABORT, 'clients are archived, not deleted');
END;
CREATE TRIGGER intake_no_delete BEFORE DELETE ON intake WHEN NOT desk_undoing() BEGIN
	SELECT raise(ABORT, 'intake is append-only');
END;
CREATE TRIGGER intake_no_update BEFORE UPDATE ON intake BEGIN
	SELECT raise(ABORT, 'intake is append-only');
END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
	SELECT raise(ABORT, 'audit is append-only');
END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
	SELECT raise(ABORT, 'audit is append-only');
END;
