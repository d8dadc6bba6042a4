-- The practice in one file (design: store.md). Times are civil minutes since 1970-01-01 00:00 on the
-- practice's wall (…_m) or civil days (…_day); moments of record are UTC seconds (…_at).
-- rev rises with every change; last_by and updated say who and when. Health has tables of its own.
-- The id of what people edit is never given twice: an undo or the audit would mistake one for the other.

CREATE TABLE setting (
	key        TEXT PRIMARY KEY,              -- a key of setting.h
	value      TEXT NOT NULL                   -- as text
) STRICT, WITHOUT ROWID;

CREATE TABLE room (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	code       TEXT NOT NULL UNIQUE CHECK (code <> ''), -- short, typed when booking
	name       TEXT NOT NULL CHECK (name <> ''), -- as people say it
	capacity   INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 4), -- clients of one party
	step_free  INTEGER NOT NULL CHECK (step_free IN (0, 1)),      -- reached without stairs
	location   TEXT NOT NULL,                  -- where it is; may be empty
	active     INTEGER NOT NULL CHECK (active IN (0, 1)), -- 0: archived
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL               -- UTC seconds
) STRICT;

CREATE TABLE therapist (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	code       TEXT NOT NULL UNIQUE CHECK (code <> ''), -- short, one word, typed when booking
	name       TEXT NOT NULL CHECK (name <> ''), -- as people say it
	gender     TEXT NOT NULL CHECK (gender IN ('', 'F', 'M', 'X')), -- empty = not told
	colour     TEXT NOT NULL,                 -- a word of the theme, or empty
	hands_on_cap INTEGER NOT NULL CHECK (hands_on_cap >= 0), -- minutes a day; 0 = the practice's
	usual_room_id INTEGER REFERENCES room (id), -- where this therapist works when nobody says
	licence_until_day INTEGER,                -- last valid day
	active     INTEGER NOT NULL CHECK (active IN (0, 1)), -- 0: archived
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL                -- UTC seconds
) STRICT;

CREATE TABLE therapist_skill (
	therapist_id INTEGER NOT NULL REFERENCES therapist (id), -- whose
	skill      TEXT NOT NULL CHECK (skill <> ''), -- a word of the practice
	PRIMARY KEY (therapist_id, skill)
) STRICT, WITHOUT ROWID;

-- A span of work on one weekday. Figures of the past never change: new hours end the old ones.
CREATE TABLE shift (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	therapist_id INTEGER NOT NULL REFERENCES therapist (id), -- whose
	weekday    INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- 1 = Monday
	from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439), -- minute of the day
	until_minute INTEGER NOT NULL CHECK (until_minute BETWEEN 1 AND 1440), -- minute of the day, not included
	cycle      INTEGER NOT NULL CHECK (cycle BETWEEN 1 AND 4),   -- weeks of the cycle
	week       INTEGER NOT NULL CHECK (week BETWEEN 0 AND 3),    -- which of them
	valid_from_day INTEGER NOT NULL,           -- first day it holds
	valid_until_day INTEGER,                  -- first day it no longer holds; NULL = open
	CHECK (from_minute < until_minute),
	CHECK (week < cycle)
) STRICT;
CREATE INDEX shift_therapist ON shift (therapist_id);

-- A day on which the shifts do not count; from = until: not working.
CREATE TABLE shift_exception (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	therapist_id INTEGER NOT NULL REFERENCES therapist (id), -- whose
	day        INTEGER NOT NULL,               -- civil day
	from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439), -- minute of the day
	until_minute INTEGER NOT NULL CHECK (until_minute BETWEEN 0 AND 1440), -- minute of the day, not included
	CHECK (from_minute <= until_minute)
) STRICT;
CREATE INDEX shift_exception_therapist ON shift_exception (therapist_id, day);

-- Time off, closure, block: of a therapist, a room, or (both NULL) the whole practice.
CREATE TABLE absence (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	therapist_id INTEGER REFERENCES therapist (id), -- whose
	room_id    INTEGER REFERENCES room (id),   -- which room; NULL = none
	start_m    INTEGER NOT NULL,               -- civil minute
	end_m      INTEGER NOT NULL,               -- civil minute, not included
	weekly     INTEGER NOT NULL CHECK (weekly IN (0, 1)), -- repeats every seven days from start on
	reason     TEXT NOT NULL,                 -- for the desk, never exported
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL,               -- UTC seconds
	CHECK (start_m < end_m),
	CHECK (therapist_id IS NULL OR room_id IS NULL)
) STRICT;
CREATE INDEX absence_start ON absence (start_m);

CREATE TABLE service (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	code       TEXT NOT NULL UNIQUE CHECK (code <> ''), -- typed with minutes: dt60
	name       TEXT NOT NULL CHECK (name <> ''), -- as people say it
	description TEXT NOT NULL,                -- to read aloud on the phone
	desk_label TEXT NOT NULL CHECK (desk_label <> ''), -- what may be seen over the counter
	turnover   INTEGER NOT NULL CHECK (turnover BETWEEN 0 AND 120), -- minutes
	min_pressure INTEGER NOT NULL CHECK (min_pressure BETWEEN 0 AND 5), -- 0 = any
	people     INTEGER NOT NULL CHECK (people IN (1, 2)), -- clients and therapists of one booking
	active     INTEGER NOT NULL CHECK (active IN (0, 1)), -- 0: archived
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL                -- UTC seconds
) STRICT;

CREATE TABLE service_skill (
	service_id INTEGER NOT NULL REFERENCES service (id), -- which service
	skill      TEXT NOT NULL CHECK (skill <> ''), -- a word of the practice
	PRIMARY KEY (service_id, skill)
) STRICT, WITHOUT ROWID;

-- Rooms a service is given in; no row: any room.
CREATE TABLE service_room (
	service_id INTEGER NOT NULL REFERENCES service (id), -- which service
	room_id    INTEGER NOT NULL REFERENCES room (id), -- which room; NULL = none
	PRIMARY KEY (service_id, room_id)
) STRICT, WITHOUT ROWID;

-- The durations a service is offered in, and the price of each from a day on.
CREATE TABLE service_duration (
	service_id INTEGER NOT NULL REFERENCES service (id), -- which service
	minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 480), -- length of the session
	from_day   INTEGER NOT NULL,               -- first day on which it counts
	price_cents INTEGER NOT NULL CHECK (price_cents >= 0), -- in the smallest unit of the currency
	PRIMARY KEY (service_id, minutes, from_day)
) STRICT, WITHOUT ROWID;

-- In what a therapist differs for one service.
CREATE TABLE therapist_service (
	therapist_id INTEGER NOT NULL REFERENCES therapist (id), -- whose
	service_id INTEGER NOT NULL REFERENCES service (id), -- which service
	able       INTEGER NOT NULL CHECK (able IN (0, 1)), -- 0 = cannot give it at all
	turnover   INTEGER CHECK (turnover BETWEEN 0 AND 120), -- NULL = the service's
	PRIMARY KEY (therapist_id, service_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE addon (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	code       TEXT NOT NULL UNIQUE CHECK (code <> ''), -- short, one word, typed when booking
	name       TEXT NOT NULL CHECK (name <> ''), -- as people say it
	minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 120), -- length of the session
	price_cents INTEGER NOT NULL CHECK (price_cents >= 0), -- in the smallest unit of the currency
	active     INTEGER NOT NULL CHECK (active IN (0, 1)), -- 0: archived
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL                -- UTC seconds
) STRICT;

CREATE TABLE client (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	uid        BLOB NOT NULL UNIQUE CHECK (length(uid) = 16), -- random
	first      TEXT NOT NULL,                  -- first name
	last       TEXT NOT NULL,                  -- last name
	preferred  TEXT NOT NULL,                  -- name they like to be called
	pronouns   TEXT NOT NULL,                  -- as told
	phone      TEXT NOT NULL,                 -- as typed
	phone2     TEXT NOT NULL,                  -- a second one
	email      TEXT NOT NULL,                  -- as typed
	address    TEXT NOT NULL,                  -- as typed
	contact    TEXT NOT NULL,                 -- how they like to be reached
	told       TEXT NOT NULL,                 -- who else may be told
	emergency  TEXT NOT NULL,                  -- whom to call
	occupation TEXT NOT NULL,                  -- what they do
	found_us   TEXT NOT NULL,                  -- how they found us
	note       TEXT NOT NULL,                 -- the desk's; no health
	birth_day  INTEGER,                       -- civil day
	message_ok INTEGER NOT NULL CHECK (message_ok IN (0, 1)), -- may we leave a message
	gender_preference TEXT NOT NULL CHECK (gender_preference IN ('', 'F', 'M')), -- of the therapist; empty = any
	preferred_therapist_id INTEGER REFERENCES therapist (id), -- NULL = none
	state      TEXT NOT NULL CHECK (state IN ('active', 'archived', 'barred', 'deceased', 'merged')), -- one of the list
	merged_into INTEGER REFERENCES client (id), -- the client who stands for this one
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL,               -- UTC seconds
	CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
	CHECK (first <> '' OR last <> '' OR preferred <> '' OR phone <> '')
) STRICT;

-- Names a client had before; kept by themselves, searched.
CREATE TABLE client_former (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	client_id  INTEGER NOT NULL REFERENCES client (id), -- which client
	first      TEXT NOT NULL,                  -- first name
	last       TEXT NOT NULL,                  -- last name
	until_at   INTEGER NOT NULL               -- UTC seconds
) STRICT;
CREATE INDEX client_former_client ON client_former (client_id);

-- Therapists not to be paired with.
CREATE TABLE client_avoid (
	client_id  INTEGER NOT NULL REFERENCES client (id), -- which client
	therapist_id INTEGER NOT NULL REFERENCES therapist (id), -- whose
	PRIMARY KEY (client_id, therapist_id)
) STRICT, WITHOUT ROWID;

-- What a client is found by: made from client and client_former, never edited (client_keys()).
CREATE TABLE client_key (
	kind       INTEGER NOT NULL,              -- enum client_key_kind, in the order of rank
	key        TEXT NOT NULL,                  -- folded
	client_id  INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE, -- which client
	PRIMARY KEY (kind, key, client_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX client_key_client ON client_key (client_id);

-- HEALTH. What was told about a client's health, append-only; a later version replaces none.
CREATE TABLE intake (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	client_id  INTEGER NOT NULL REFERENCES client (id), -- which client
	at         INTEGER NOT NULL,              -- UTC seconds
	who        TEXT NOT NULL,                  -- login or person
	source     TEXT NOT NULL CHECK (source IN ('paper', 'phone', 'desk', 'therapist', 'import')), -- where it was told
	kind       TEXT NOT NULL CHECK (kind IN ('new', 'annual', 'update', 'no change')), -- of what kind
	note       TEXT NOT NULL                  -- for the therapist
) STRICT;
CREATE INDEX intake_client ON intake (client_id, at);

CREATE TABLE appointment (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	uid        BLOB NOT NULL UNIQUE CHECK (length(uid) = 16), -- of the .ics event, for ever
	client_id  INTEGER NOT NULL REFERENCES client (id), -- which client
	therapist_id INTEGER NOT NULL REFERENCES therapist (id), -- whose
	room_id    INTEGER REFERENCES room (id),   -- which room; NULL = none
	service_id INTEGER NOT NULL REFERENCES service (id), -- which service
	party_id   INTEGER,                       -- a couple shares one: the id of its first row
	series_id  INTEGER,                        -- a series shares one
	start_m    INTEGER NOT NULL,               -- civil minute
	end_m      INTEGER NOT NULL,              -- the client's end
	held_m     INTEGER NOT NULL,              -- the therapist's and room's: end + turnover
	state      TEXT NOT NULL CHECK (state IN ('~', '-', '+', '@', '*', '=', 'x', '%', 'p', '?', '^', 'v')), -- one of the list
	state_before TEXT NOT NULL,               -- what it was before it left the plan
	holds      INTEGER NOT NULL,              -- 1: keeps the time taken
	requested  INTEGER NOT NULL CHECK (requested IN (0, 1)), -- the therapist was asked for by name
	message_left INTEGER NOT NULL CHECK (message_left IN (0, 1)), -- 1: a message was left
	desk_note  TEXT NOT NULL,                 -- seen by all at the desk; no health
	reason     TEXT NOT NULL,                 -- why a finding was overridden or it was cancelled
	price_cents INTEGER NOT NULL CHECK (price_cents >= 0), -- in the smallest unit of the currency
	paid_cents INTEGER NOT NULL CHECK (paid_cents >= 0), -- what was paid
	hold_until_m INTEGER,                      -- a held time lapses then; NULL = not held
	booked_at  INTEGER NOT NULL,              -- UTC seconds; 0 = not
	confirmed_at INTEGER NOT NULL,             -- UTC seconds; 0 = not
	arrived_at INTEGER NOT NULL,               -- UTC seconds; 0 = not
	started_at INTEGER NOT NULL,               -- UTC seconds; 0 = not
	completed_at INTEGER NOT NULL,             -- UTC seconds; 0 = not
	ended_at   INTEGER NOT NULL,              -- cancelled, no-show, left, void
	sequence   INTEGER NOT NULL,              -- RFC 5545 3.8.7.4
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL,               -- UTC seconds
	CHECK (holds = (state IN ('~', '-', '+', '@', '*', '='))),
	CHECK (start_m < end_m AND end_m <= held_m),
	CHECK (held_m - start_m <= 480),
	CHECK (start_m / 1440 = (held_m - 1) / 1440)
) STRICT;
CREATE INDEX appointment_therapist ON appointment (therapist_id, start_m, held_m) WHERE holds;
CREATE INDEX appointment_room ON appointment (room_id, start_m, held_m) WHERE holds;
-- Not partial: it also serves the foreign key when the creation of a client is undone.
CREATE INDEX appointment_client ON appointment (client_id, start_m, end_m, holds);
CREATE INDEX appointment_start ON appointment (start_m);
CREATE INDEX appointment_party ON appointment (party_id) WHERE party_id IS NOT NULL;

-- Rows as they stood: the image before a change, and until when it stood.
CREATE TABLE appointment_past (
	until_at   INTEGER NOT NULL,              -- UTC seconds
	by_audit   INTEGER NOT NULL,              -- the audit row of the change
	id         INTEGER NOT NULL,               -- its number
	uid        BLOB NOT NULL,                  -- 16 random bytes, for ever
	client_id  INTEGER NOT NULL,               -- which client
	therapist_id INTEGER NOT NULL,             -- whose
	room_id    INTEGER,                        -- which room; NULL = none
	service_id INTEGER NOT NULL,               -- which service
	party_id   INTEGER,                        -- a couple shares one
	series_id  INTEGER,                        -- a series shares one
	start_m    INTEGER NOT NULL,               -- civil minute
	end_m      INTEGER NOT NULL,               -- civil minute, not included
	held_m     INTEGER NOT NULL,               -- end and turnover
	state      TEXT NOT NULL,                  -- one of the list
	state_before TEXT NOT NULL,                -- what it was before it left the plan
	holds      INTEGER NOT NULL,               -- 1: keeps the time taken
	requested  INTEGER NOT NULL,               -- 1: the therapist was asked for by name
	message_left INTEGER NOT NULL,             -- 1: a message was left
	desk_note  TEXT NOT NULL,                  -- seen by all at the desk
	reason     TEXT NOT NULL,                  -- why
	price_cents INTEGER NOT NULL,              -- in the smallest unit of the currency
	paid_cents INTEGER NOT NULL,               -- what was paid
	hold_until_m INTEGER,                      -- a held time lapses then; NULL = not held
	booked_at  INTEGER NOT NULL,               -- UTC seconds; 0 = not
	confirmed_at INTEGER NOT NULL,             -- UTC seconds; 0 = not
	arrived_at INTEGER NOT NULL,               -- UTC seconds; 0 = not
	started_at INTEGER NOT NULL,               -- UTC seconds; 0 = not
	completed_at INTEGER NOT NULL,             -- UTC seconds; 0 = not
	ended_at   INTEGER NOT NULL,               -- UTC seconds; 0 = not
	sequence   INTEGER NOT NULL,               -- RFC 5545 3.8.7.4
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL                -- UTC seconds
) STRICT;
CREATE INDEX appointment_past_id ON appointment_past (id, until_at);
CREATE INDEX appointment_past_client ON appointment_past (client_id);

-- HEALTH. What belongs to the session, for the therapist.
CREATE TABLE visit (
	appointment_id INTEGER PRIMARY KEY REFERENCES appointment (id), -- which appointment
	note       TEXT NOT NULL,                 -- the therapist's
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL                -- UTC seconds
) STRICT;

-- Who did what; append-only. Of health only the column's name and length stand here.
CREATE TABLE audit (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	at         INTEGER NOT NULL,              -- UTC seconds
	who        TEXT NOT NULL,                  -- login or person
	desk       TEXT NOT NULL,                 -- from which desk
	action     TEXT NOT NULL,                 -- the label of the step, or of what was read
	record     TEXT NOT NULL,                 -- the table; empty: the step as a whole
	record_id  INTEGER NOT NULL,               -- its number
	old        TEXT NOT NULL,                 -- column=value of what changed, blank separated
	new        TEXT NOT NULL,                  -- after
	reason     TEXT NOT NULL                   -- why
) STRICT;
CREATE INDEX audit_record ON audit (record, record_id);
CREATE INDEX audit_at ON audit (at);

-- Steps that can be taken back. changeset: of the SQLite session extension; empty: too large to keep.
CREATE TABLE undo (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	at         INTEGER NOT NULL,               -- UTC seconds
	who        TEXT NOT NULL,                  -- login or person
	label      TEXT NOT NULL,                 -- said back: "Cancelled 10:30 O'Brien"
	schema_version INTEGER NOT NULL,           -- of the file when it was done
	undone     INTEGER NOT NULL CHECK (undone IN (0, 1)), -- 1: taken back, may be redone
	changeset  BLOB NOT NULL                   -- of the SQLite session extension
) STRICT;
CREATE INDEX undo_who ON undo (who, undone, id);

CREATE TABLE undo_row (
	undo_id    INTEGER NOT NULL REFERENCES undo (id) ON DELETE CASCADE, -- which step
	record     TEXT NOT NULL,                  -- which kind of record
	record_id  INTEGER NOT NULL,               -- its number
	PRIMARY KEY (undo_id, record, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX undo_row_record ON undo_row (record, record_id);

-- Where an imported record came from; row_hash tells whether the source changed, record_hash (of what
-- the import wrote; 0 = nothing) whether the record did.
CREATE TABLE import_map (
	source     TEXT NOT NULL,                 -- "clients", "appointments"
	external_id TEXT NOT NULL,                 -- the number it has there
	record_id  INTEGER NOT NULL,               -- its number
	row_hash   INTEGER NOT NULL,               -- changes when the row does
	record_hash INTEGER NOT NULL,              -- of the record as the import last wrote it
	PRIMARY KEY (source, external_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE backup_log (
	id         INTEGER PRIMARY KEY,            -- its number
	at         INTEGER NOT NULL,               -- UTC seconds
	who        TEXT NOT NULL,                  -- login or person
	path       TEXT NOT NULL,                  -- where the copy stands
	sha256     TEXT NOT NULL,                  -- of the copy
	appointments INTEGER NOT NULL,             -- rows in the copy
	clients    INTEGER NOT NULL                -- rows in the copy
) STRICT;
