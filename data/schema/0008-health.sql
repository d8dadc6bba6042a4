-- Intake and safety (design: desk.md 6). All of it is HEALTH but vocabulary and flag_rule, which hold the
-- practice's words and rules and nothing of anybody. What was told is append-only: it is taken back by a
-- later version.

-- The practice's word lists, loaded from data/*.tsv when the file is made, then the practice's own.
CREATE TABLE vocabulary (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	kind       TEXT NOT NULL CHECK (kind <> ''),  -- which list: a kind of vocabulary.h
	code       TEXT NOT NULL CHECK (code <> ''),  -- short, typed
	label      TEXT NOT NULL CHECK (label <> ''), -- in words
	also       TEXT NOT NULL,                  -- other words for it, comma separated
	section    TEXT NOT NULL,                  -- the part of its list it stands in; may be empty
	place      INTEGER NOT NULL,               -- order in its list
	active     INTEGER NOT NULL CHECK (active IN (0, 1)), -- 0: archived
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL,               -- UTC seconds
	UNIQUE (kind, code)
) STRICT;

-- What is to be known before hands are laid on, and what raises it (flag.h).
CREATE TABLE flag_rule (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	code       TEXT NOT NULL UNIQUE CHECK (code <> ''), -- short, typed
	name       TEXT NOT NULL CHECK (name <> ''), -- in words
	level      TEXT NOT NULL CHECK (level IN ('STOP', 'CLEAR', 'LOCAL', 'ADAPT', 'INFO')), -- how grave
	raised_by  TEXT NOT NULL,                  -- of which answers, as flag.h says
	prompt     TEXT NOT NULL,                  -- what to do
	cap        INTEGER NOT NULL CHECK (cap BETWEEN 0 AND 5), -- most pressure; 0 = any
	blocks     TEXT NOT NULL,                  -- codes of services not to be given, comma separated
	skill      TEXT NOT NULL,                  -- a therapist with it is wanted; may be empty
	expires_days INTEGER NOT NULL CHECK (expires_days >= 0), -- after it was told; 0 = never
	acknowledge INTEGER NOT NULL CHECK (acknowledge IN (0, 1)), -- 1: the therapist is to be told
	place      INTEGER NOT NULL,               -- order among its level
	active     INTEGER NOT NULL CHECK (active IN (0, 1)), -- 0: archived
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL                -- UTC seconds
) STRICT;

-- Which version is the newest of a client, without a look at the versions.
CREATE INDEX intake_told ON intake (client_id, kind) WHERE source <> 'import';

-- HEALTH. The answers of one version of an intake: each version has them all.
CREATE TABLE intake_item (
	intake_id  INTEGER NOT NULL REFERENCES intake (id), -- which version
	field      TEXT NOT NULL CHECK (field <> ''), -- a field of intake.h
	place      INTEGER NOT NULL,               -- order in its field, from 0
	code       TEXT NOT NULL,                  -- of the field's vocabulary; may be empty
	text       TEXT NOT NULL,                  -- in the client's words
	number     INTEGER,                        -- pain, pressure; NULL = none
	day        INTEGER,                        -- civil day since when, or when due; NULL = not told
	past       INTEGER NOT NULL CHECK (past IN (0, 1)), -- 1: it is over
	PRIMARY KEY (intake_id, field, place)
) STRICT, WITHOUT ROWID;

-- HEALTH. Places of the body in one version of an intake.
CREATE TABLE intake_region (
	intake_id  INTEGER NOT NULL REFERENCES intake (id), -- which version
	place      INTEGER NOT NULL,               -- order, from 0
	code       TEXT NOT NULL CHECK (code <> ''), -- of the regions
	side       TEXT NOT NULL CHECK (side IN ('', 'L', 'R', 'B', 'M')), -- left, right, both, middle
	kind       TEXT NOT NULL CHECK (kind IN ('focus', 'avoid', 'pain', 'numb', 'scar', 'bruise')), -- what of it
	pain       INTEGER CHECK (pain BETWEEN 0 AND 10), -- NULL = not told
	pressure   INTEGER CHECK (pressure BETWEEN 1 AND 5), -- liked there; NULL = not told
	PRIMARY KEY (intake_id, place)
) STRICT, WITHOUT ROWID;

-- Undo takes away what an import brought (desk_undoing() is 1), and all of a client who was not there
-- before (2); what else was told is taken back by a later version.
DROP TRIGGER intake_no_delete;
CREATE TRIGGER intake_no_delete BEFORE DELETE ON intake
WHEN desk_undoing() < CASE OLD.source WHEN 'import' THEN 1 ELSE 2 END BEGIN
	SELECT raise(ABORT, 'intake is append-only');
END;
CREATE TRIGGER intake_item_no_delete BEFORE DELETE ON intake_item WHEN desk_undoing() < 2 BEGIN
	SELECT raise(ABORT, 'intake is append-only');
END;
CREATE TRIGGER intake_item_no_update BEFORE UPDATE ON intake_item BEGIN
	SELECT raise(ABORT, 'intake is append-only');
END;
CREATE TRIGGER intake_region_no_delete BEFORE DELETE ON intake_region WHEN desk_undoing() < 2 BEGIN
	SELECT raise(ABORT, 'intake is append-only');
END;
CREATE TRIGGER intake_region_no_update BEFORE UPDATE ON intake_region BEGIN
	SELECT raise(ABORT, 'intake is append-only');
END;

-- HEALTH. A clinician's leave for what a flag asks it for.
CREATE TABLE clearance (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	client_id  INTEGER NOT NULL REFERENCES client (id), -- which client
	flag       TEXT NOT NULL CHECK (flag <> ''), -- code of the flag
	given_by   TEXT NOT NULL CHECK (given_by <> ''), -- the clinician
	day        INTEGER NOT NULL,               -- civil day of the letter
	until_day  INTEGER,                        -- last civil day it holds; NULL = open
	note       TEXT NOT NULL,                  -- what it says
	ended      INTEGER NOT NULL CHECK (ended IN (0, 1)), -- 1: it holds no more
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL                -- UTC seconds
) STRICT;
CREATE INDEX clearance_client ON clearance (client_id);

-- HEALTH. That a therapist knows of a flag: for this client and service, until the next intake.
CREATE TABLE acknowledgement (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	client_id  INTEGER NOT NULL REFERENCES client (id), -- which client
	flag       TEXT NOT NULL CHECK (flag <> ''), -- code of the flag
	service_id INTEGER NOT NULL REFERENCES service (id), -- which service
	intake_id  INTEGER NOT NULL REFERENCES intake (id), -- the version it was said of
	appointment_id INTEGER NOT NULL REFERENCES appointment (id), -- on which occasion
	therapist_id INTEGER NOT NULL REFERENCES therapist (id), -- who knows
	by_phone   INTEGER NOT NULL CHECK (by_phone IN (0, 1)), -- 1: said by phone; 0: by PIN
	noted_by   TEXT NOT NULL CHECK (noted_by <> ''), -- who wrote it down
	at         INTEGER NOT NULL                -- UTC seconds
) STRICT;
CREATE INDEX acknowledgement_client ON acknowledgement (client_id);
-- They serve the references, when a booking or a first intake is undone.
CREATE INDEX acknowledgement_appointment ON acknowledgement (appointment_id);
CREATE INDEX acknowledgement_intake ON acknowledgement (intake_id);

-- HEALTH. What a client agreed to.
CREATE TABLE consent (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	client_id  INTEGER NOT NULL REFERENCES client (id), -- which client
	kind       TEXT NOT NULL CHECK (kind <> ''), -- a kind of visit.h
	version    TEXT NOT NULL,                  -- of the text that was signed
	day        INTEGER NOT NULL,               -- civil day
	given_by   TEXT NOT NULL,                  -- the guardian; empty = the client
	ended_day  INTEGER,                        -- civil day it was withdrawn; NULL = it holds
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL                -- UTC seconds
) STRICT;
CREATE INDEX consent_client ON consent (client_id);

-- Who speaks for a client under age: another client, or a name and a phone.
ALTER TABLE client ADD COLUMN guardian_id INTEGER REFERENCES client (id); -- NULL = none
ALTER TABLE client ADD COLUMN guardian TEXT NOT NULL DEFAULT '';       -- name, when no client
ALTER TABLE client ADD COLUMN guardian_phone TEXT NOT NULL DEFAULT ''; -- as typed
CREATE INDEX client_guardian ON client (guardian_id) WHERE guardian_id IS NOT NULL;

-- What happened in a session.
ALTER TABLE visit ADD COLUMN pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10); -- NULL = not told
ALTER TABLE visit ADD COLUMN pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10);   -- NULL = not told
ALTER TABLE visit ADD COLUMN comfort INTEGER CHECK (comfort BETWEEN 0 AND 10);         -- most felt in the session; NULL = not told
ALTER TABLE visit ADD COLUMN pressure INTEGER CHECK (pressure BETWEEN 1 AND 5);        -- used; NULL = not told
ALTER TABLE visit ADD COLUMN feedback TEXT NOT NULL DEFAULT '' CHECK (feedback IN ('', 'light', 'right', 'deep')); -- of the pressure
ALTER TABLE visit ADD COLUMN techniques TEXT NOT NULL DEFAULT ''; -- codes, comma separated
ALTER TABLE visit ADD COLUMN subjective TEXT NOT NULL DEFAULT ''; -- what the client said
ALTER TABLE visit ADD COLUMN objective TEXT NOT NULL DEFAULT '';  -- what was found
ALTER TABLE visit ADD COLUMN assessment TEXT NOT NULL DEFAULT ''; -- what the therapist makes of it
ALTER TABLE visit ADD COLUMN plan TEXT NOT NULL DEFAULT '';       -- what comes next
ALTER TABLE visit ADD COLUMN signed_at INTEGER;                   -- UTC seconds; NULL = open
ALTER TABLE visit ADD COLUMN signed_by TEXT NOT NULL DEFAULT '';  -- the therapist
ALTER TABLE visit ADD COLUMN again_days INTEGER NOT NULL DEFAULT 0 CHECK (again_days >= 0);   -- interval; 0 = none
ALTER TABLE visit ADD COLUMN again_times INTEGER NOT NULL DEFAULT 0 CHECK (again_times >= 0); -- how often; 0 = not said
ALTER TABLE visit ADD COLUMN aftercare INTEGER NOT NULL DEFAULT 0 CHECK (aftercare IN (0, 1)); -- 1: it was given

-- HEALTH. Where was worked in a session.
CREATE TABLE visit_region (
	appointment_id INTEGER NOT NULL REFERENCES visit (appointment_id), -- which session
	place      INTEGER NOT NULL,               -- order, from 0
	code       TEXT NOT NULL CHECK (code <> ''), -- of the regions
	side       TEXT NOT NULL CHECK (side IN ('', 'L', 'R', 'B', 'M')), -- left, right, both, middle
	pressure   INTEGER CHECK (pressure BETWEEN 1 AND 5), -- used there; NULL = as everywhere
	PRIMARY KEY (appointment_id, place)
) STRICT, WITHOUT ROWID;

-- HEALTH. What was added to a session's record once it was signed.
CREATE TABLE visit_addendum (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	appointment_id INTEGER NOT NULL REFERENCES visit (appointment_id), -- which session
	at         INTEGER NOT NULL,               -- UTC seconds
	who        TEXT NOT NULL,                  -- login or person
	text       TEXT NOT NULL CHECK (text <> '') -- what
) STRICT;
CREATE INDEX visit_addendum_visit ON visit_addendum (appointment_id);

CREATE TRIGGER visit_signed BEFORE UPDATE ON visit
WHEN OLD.signed_at IS NOT NULL AND NOT desk_undoing()
 AND (OLD.pain_before, OLD.pain_after, OLD.comfort, OLD.pressure, OLD.feedback, OLD.techniques,
      OLD.subjective, OLD.objective, OLD.assessment, OLD.plan, OLD.signed_at, OLD.signed_by)
  IS NOT (NEW.pain_before, NEW.pain_after, NEW.comfort, NEW.pressure, NEW.feedback, NEW.techniques,
      NEW.subjective, NEW.objective, NEW.assessment, NEW.plan, NEW.signed_at, NEW.signed_by) BEGIN
	SELECT raise(ABORT, 'what is signed is added to, not changed');
END;
CREATE TRIGGER visit_addendum_no_update BEFORE UPDATE ON visit_addendum BEGIN
	SELECT raise(ABORT, 'what is signed is added to, not changed');
END;
CREATE TRIGGER visit_addendum_no_delete BEFORE DELETE ON visit_addendum WHEN NOT desk_undoing() BEGIN
	SELECT raise(ABORT, 'what is signed is added to, not changed');
END;

CREATE TRIGGER visit_region_signed_insert BEFORE INSERT ON visit_region
WHEN NOT desk_undoing()
 AND EXISTS (SELECT 1 FROM visit WHERE appointment_id = NEW.appointment_id AND signed_at IS NOT NULL) BEGIN
	SELECT raise(ABORT, 'what is signed is added to, not changed');
END;
CREATE TRIGGER visit_region_signed_update BEFORE UPDATE ON visit_region
WHEN NOT desk_undoing()
 AND EXISTS (SELECT 1 FROM visit WHERE appointment_id = OLD.appointment_id AND signed_at IS NOT NULL) BEGIN
	SELECT raise(ABORT, 'what is signed is added to, not changed');
END;
CREATE TRIGGER visit_region_signed_delete BEFORE DELETE ON visit_region
WHEN NOT desk_undoing()
 AND EXISTS (SELECT 1 FROM visit WHERE appointment_id = OLD.appointment_id AND signed_at IS NOT NULL) BEGIN
	SELECT raise(ABORT, 'what is signed is added to, not changed');
END;

-- Notes of an import that somebody has read for words that name a flag.
CREATE TABLE note_review (
	record     TEXT NOT NULL CHECK (record IN ('intake', 'visit')), -- which kind of note
	record_id  INTEGER NOT NULL,               -- its number
	at         INTEGER NOT NULL,               -- UTC seconds
	who        TEXT NOT NULL,                  -- login or person
	PRIMARY KEY (record, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX intake_import ON intake (client_id) WHERE source = 'import' AND note <> '';
