-- The practice in one file (design: store.md). Times are civil minutes since 1970-01-01 00:00 on the
-- practice's wall (…_m) or civil days (…_day); moments of record are UTC seconds (…_at).
-- rev rises with every change; last_by and updated say who and when. Health has tables of its own.
-- The id of what people edit is never given twice: an undo or the audit would mistake one for the other.

CREATE TABLE setting (
	key        TEXT PRIMARY KEY,              -- a key of setting.h
	value      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE room (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	code       TEXT NOT NULL UNIQUE CHECK (code <> ''), -- short, typed when booking
	name       TEXT NOT NULL CHECK (name <> ''),
	capacity   INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 4), -- clients of one party
	step_free  INTEGER NOT NULL CHECK (step_free IN (0, 1)),      -- reached without stairs
	location   TEXT NOT NULL,
	active     INTEGER NOT NULL CHECK (active IN (0, 1)),
	rev        INTEGER NOT NULL,
	last_by    TEXT NOT NULL,
	updated    INTEGER NOT NULL               -- UTC seconds
) STRICT;

CREATE TABLE therapist (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	code       TEXT NOT NULL UNIQUE CHECK (code <> ''),
	name       TEXT NOT NULL CHECK (name <> ''),
	gender     TEXT NOT NULL CHECK (gender IN ('', 'F', 'M', 'X')),
	colour     TEXT NOT NULL,                 -- a word of the theme, or empty
	hands_on_cap INTEGER NOT NULL CHECK (hands_on_cap >= 0), -- minutes a day; 0 = the practice's
	usual_room_id INTEGER REFERENCES room (id),
	licence_until_day INTEGER,                -- last valid day
	active     INTEGER NOT NULL CHECK (active IN (0, 1)),
	rev        INTEGER NOT NULL,
	last_by    TEXT NOT NULL,
	updated    INTEGER NOT NULL
) STRICT;

CREATE TABLE therapist_skill (
	therapist_id INTEGER NOT NULL REFERENCES therapist (id),
	skill      TEXT NOT NULL CHECK (skill <> ''),
	PRIMARY KEY (therapist_id, skill)
) STRICT, WITHOUT ROWID;

-- A span of work on one weekday. Figures of the past never change: new hours end the old ones.
CREATE TABLE shift (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	therapist_id INTEGER NOT NULL REFERENCES therapist (id),
	weekday    INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- 1 = Monday
	from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
	until_minute INTEGER NOT NULL CHECK (until_minute BETWEEN 1 AND 1440),
	cycle      INTEGER NOT NULL CHECK (cycle BETWEEN 1 AND 4),   -- weeks of the cycle
	week       INTEGER NOT NULL CHECK (week BETWEEN 0 AND 3),    -- which of them
	valid_from_day INTEGER NOT NULL,
	valid_until_day INTEGER,                  -- first day it no longer holds; NULL = open
	CHECK (from_minute < until_minute),
	CHECK (week < cycle)
) STRICT;
CREATE INDEX shift_therapist ON shift (therapist_id);

-- A day on which the shifts do not count; from = until: not working.
CREATE TABLE shift_exception (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	therapist_id INTEGER NOT NULL REFERENCES therapist (id),
	day        INTEGER NOT NULL,
	from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
	until_minute INTEGER NOT NULL CHECK (until_minute BETWEEN 0 AND 1440),
	CHECK (from_minute <= until_minute)
) STRICT;
CREATE INDEX shift_exception_therapist ON shift_exception (therapist_id, day);

-- Time off, closure, block: of a therapist, a room, or (both NULL) the whole practice.
CREATE TABLE absence (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	therapist_id INTEGER REFERENCES therapist (id),
	room_id    INTEGER REFERENCES room (id),
	start_m    INTEGER NOT NULL,
	end_m      INTEGER NOT NULL,
	weekly     INTEGER NOT NULL CHECK (weekly IN (0, 1)), -- repeats every seven days from start on
	reason     TEXT NOT NULL,                 -- for the desk, never exported
	rev        INTEGER NOT NULL,
	last_by    TEXT NOT NULL,
	updated    INTEGER NOT NULL,
	CHECK (start_m < end_m),
	CHECK (therapist_id IS NULL OR room_id IS NULL)
) STRICT;
CREATE INDEX absence_start ON absence (start_m);

CREATE TABLE service (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	code       TEXT NOT NULL UNIQUE CHECK (code <> ''), -- typed with minutes: dt60
	name       TEXT NOT NULL CHECK (name <> ''),
	description TEXT NOT NULL,                -- to read aloud on the phone
	desk_label TEXT NOT NULL CHECK (desk_label <> ''), -- what may be seen over the counter
	turnover   INTEGER NOT NULL CHECK (turnover BETWEEN 0 AND 120), -- minutes
	min_pressure INTEGER NOT NULL CHECK (min_pressure BETWEEN 0 AND 5), -- 0 = any
	people     INTEGER NOT NULL CHECK (people IN (1, 2)),
	active     INTEGER NOT NULL CHECK (active IN (0, 1)),
	rev        INTEGER NOT NULL,
	last_by    TEXT NOT NULL,
	updated    INTEGER NOT NULL
) STRICT;

CREATE TABLE service_skill (
	service_id INTEGER NOT NULL REFERENCES service (id),
	skill      TEXT NOT NULL CHECK (skill <> ''),
	PRIMARY KEY (service_id, skill)
) STRICT, WITHOUT ROWID;

-- Rooms a service is given in; no row: any room.
CREATE TABLE service_room (
	service_id INTEGER NOT NULL REFERENCES service (id),
	room_id    INTEGER NOT NULL REFERENCES room (id),
	PRIMARY KEY (service_id, room_id)
) STRICT, WITHOUT ROWID;

-- The durations a service is offered in, and the price of each from a day on.
CREATE TABLE service_duration (
	service_id INTEGER NOT NULL REFERENCES service (id),
	minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 480),
	from_day   INTEGER NOT NULL,
	price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
	PRIMARY KEY (service_id, minutes, from_day)
) STRICT, WITHOUT ROWID;

-- In what a therapist differs for one service.
CREATE TABLE therapist_service (
	therapist_id INTEGER NOT NULL REFERENCES therapist (id),
	service_id INTEGER NOT NULL REFERENCES service (id),
	able       INTEGER NOT NULL CHECK (able IN (0, 1)), -- 0 = cannot give it at all
	turnover   INTEGER CHECK (turnover BETWEEN 0 AND 120), -- NULL = the service's
	PRIMARY KEY (therapist_id, service_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE addon (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	code       TEXT NOT NULL UNIQUE CHECK (code <> ''),
	name       TEXT NOT NULL CHECK (name <> ''),
	minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 120),
	price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
	active     INTEGER NOT NULL CHECK (active IN (0, 1)),
	rev        INTEGER NOT NULL,
	last_by    TEXT NOT NULL,
	updated    INTEGER NOT NULL
) STRICT;

CREATE TABLE client (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	uid        BLOB NOT NULL UNIQUE CHECK (length(uid) = 16), -- random
	first      TEXT NOT NULL,
	last       TEXT NOT NULL,
	preferred  TEXT NOT NULL,
	pronouns   TEXT NOT NULL,
	phone      TEXT NOT NULL,                 -- as typed
	phone2     TEXT NOT NULL,
	email      TEXT NOT NULL,
	address    TEXT NOT NULL,
	contact    TEXT NOT NULL,                 -- how they like to be reached
	told       TEXT NOT NULL,                 -- who else may be told
	emergency  TEXT NOT NULL,
	occupation TEXT NOT NULL,
	found_us   TEXT NOT NULL,
	note       TEXT NOT NULL,                 -- the desk's; no health
	birth_day  INTEGER,                       -- civil day
	message_ok INTEGER NOT NULL CHECK (message_ok IN (0, 1)), -- may we leave a message
	gender_preference TEXT NOT NULL CHECK (gender_preference IN ('', 'F', 'M')),
	preferred_therapist_id INTEGER REFERENCES therapist (id),
	state      TEXT NOT NULL CHECK (state IN ('active', 'archived', 'barred', 'deceased', 'merged')),
	merged_into INTEGER REFERENCES client (id),
	rev        INTEGER NOT NULL,
	last_by    TEXT NOT NULL,
	updated    INTEGER NOT NULL,
	CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
	CHECK (first <> '' OR last <> '' OR preferred <> '' OR phone <> '')
) STRICT;

-- Names a client had before; kept by themselves, searched.
CREATE TABLE client_former (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	client_id  INTEGER NOT NULL REFERENCES client (id),
	first      TEXT NOT NULL,
	last       TEXT NOT NULL,
	until_at   INTEGER NOT NULL               -- UTC seconds
) STRICT;
CREATE INDEX client_former_client ON client_former (client_id);

-- Therapists not to be paired with.
CREATE TABLE client_avoid (
	client_id  INTEGER NOT NULL REFERENCES client (id),
	therapist_id INTEGER NOT NULL REFERENCES therapist (id),
	PRIMARY KEY (client_id, therapist_id)
) STRICT, WITHOUT ROWID;

-- What a client is found by: made from client and client_former, never edited (client_keys()).
CREATE TABLE client_key (
	kind       INTEGER NOT NULL,              -- enum client_key_kind, in the order of rank
	key        TEXT NOT NULL,
	client_id  INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
	PRIMARY KEY (kind, key, client_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX client_key_client ON client_key (client_id);

-- HEALTH. What was told about a client's health, append-only; a later version replaces none.
CREATE TABLE intake (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	client_id  INTEGER NOT NULL REFERENCES client (id),
	at         INTEGER NOT NULL,              -- UTC seconds
	who        TEXT NOT NULL,
	source     TEXT NOT NULL CHECK (source IN ('paper', 'phone', 'desk', 'therapist', 'import')),
	kind       TEXT NOT NULL CHECK (kind IN ('new', 'annual', 'update', 'no change')),
	note       TEXT NOT NULL                  -- for the therapist
) STRICT;
CREATE INDEX intake_client ON intake (client_id, at);

CREATE TABLE appointment (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	uid        BLOB NOT NULL UNIQUE CHECK (length(uid) = 16), -- of the .ics event, for ever
	client_id  INTEGER NOT NULL REFERENCES client (id),
	therapist_id INTEGER NOT NULL REFERENCES therapist (id),
	room_id    INTEGER REFERENCES room (id),
	service_id INTEGER NOT NULL REFERENCES service (id),
	party_id   INTEGER,                       -- a couple shares one: the id of its first row
	series_id  INTEGER,
	start_m    INTEGER NOT NULL,
	end_m      INTEGER NOT NULL,              -- the client's end
	held_m     INTEGER NOT NULL,              -- the therapist's and room's: end + turnover
	state      TEXT NOT NULL CHECK (state IN ('~', '-', '+', '@', '*', '=', 'x', '%', 'p', '?', '^', 'v')),
	state_before TEXT NOT NULL,               -- what it was before it left the plan
	holds      INTEGER NOT NULL,              -- 1: keeps the time taken
	requested  INTEGER NOT NULL CHECK (requested IN (0, 1)), -- the therapist was asked for by name
	message_left INTEGER NOT NULL CHECK (message_left IN (0, 1)),
	desk_note  TEXT NOT NULL,                 -- seen by all at the desk; no health
	reason     TEXT NOT NULL,                 -- why a finding was overridden or it was cancelled
	price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
	paid_cents INTEGER NOT NULL CHECK (paid_cents >= 0),
	hold_until_m INTEGER,
	booked_at  INTEGER NOT NULL,              -- UTC seconds; 0 = not
	confirmed_at INTEGER NOT NULL,
	arrived_at INTEGER NOT NULL,
	started_at INTEGER NOT NULL,
	completed_at INTEGER NOT NULL,
	ended_at   INTEGER NOT NULL,              -- cancelled, no-show, left, void
	sequence   INTEGER NOT NULL,              -- RFC 5545 3.8.7.4
	rev        INTEGER NOT NULL,
	last_by    TEXT NOT NULL,
	updated    INTEGER NOT NULL,
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
	id         INTEGER NOT NULL,
	uid        BLOB NOT NULL,
	client_id  INTEGER NOT NULL,
	therapist_id INTEGER NOT NULL,
	room_id    INTEGER,
	service_id INTEGER NOT NULL,
	party_id   INTEGER,
	series_id  INTEGER,
	start_m    INTEGER NOT NULL,
	end_m      INTEGER NOT NULL,
	held_m     INTEGER NOT NULL,
	state      TEXT NOT NULL,
	state_before TEXT NOT NULL,
	holds      INTEGER NOT NULL,
	requested  INTEGER NOT NULL,
	message_left INTEGER NOT NULL,
	desk_note  TEXT NOT NULL,
	reason     TEXT NOT NULL,
	price_cents INTEGER NOT NULL,
	paid_cents INTEGER NOT NULL,
	hold_until_m INTEGER,
	booked_at  INTEGER NOT NULL,
	confirmed_at INTEGER NOT NULL,
	arrived_at INTEGER NOT NULL,
	started_at INTEGER NOT NULL,
	completed_at INTEGER NOT NULL,
	ended_at   INTEGER NOT NULL,
	sequence   INTEGER NOT NULL,
	rev        INTEGER NOT NULL,
	last_by    TEXT NOT NULL,
	updated    INTEGER NOT NULL
) STRICT;
CREATE INDEX appointment_past_id ON appointment_past (id, until_at);
CREATE INDEX appointment_past_client ON appointment_past (client_id);

-- HEALTH. What belongs to the session, for the therapist.
CREATE TABLE visit (
	appointment_id INTEGER PRIMARY KEY REFERENCES appointment (id),
	note       TEXT NOT NULL,                 -- the therapist's
	rev        INTEGER NOT NULL,
	last_by    TEXT NOT NULL,
	updated    INTEGER NOT NULL
) STRICT;

-- Who did what; append-only. Of health only the column's name and length stand here.
CREATE TABLE audit (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	at         INTEGER NOT NULL,              -- UTC seconds
	who        TEXT NOT NULL,
	desk       TEXT NOT NULL,                 -- from which desk
	action     TEXT NOT NULL,                 -- the label of the step, or of what was read
	record     TEXT NOT NULL,                 -- the table; empty: the step as a whole
	record_id  INTEGER NOT NULL,
	old        TEXT NOT NULL,                 -- column=value of what changed, blank separated
	new        TEXT NOT NULL,
	reason     TEXT NOT NULL
) STRICT;
CREATE INDEX audit_record ON audit (record, record_id);
CREATE INDEX audit_at ON audit (at);

-- Steps that can be taken back. changeset: of the SQLite session extension; empty: too large to keep.
CREATE TABLE undo (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	at         INTEGER NOT NULL,
	who        TEXT NOT NULL,
	label      TEXT NOT NULL,                 -- said back: "Cancelled 10:30 O'Brien"
	schema_version INTEGER NOT NULL,
	undone     INTEGER NOT NULL CHECK (undone IN (0, 1)), -- 1: taken back, may be redone
	changeset  BLOB NOT NULL
) STRICT;
CREATE INDEX undo_who ON undo (who, undone, id);

CREATE TABLE undo_row (
	undo_id    INTEGER NOT NULL REFERENCES undo (id) ON DELETE CASCADE,
	record     TEXT NOT NULL,
	record_id  INTEGER NOT NULL,
	PRIMARY KEY (undo_id, record, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX undo_row_record ON undo_row (record, record_id);

-- Where an imported record came from; row_hash tells whether the source changed, record_hash (of what
-- the import wrote; 0 = nothing) whether the record did.
CREATE TABLE import_map (
	source     TEXT NOT NULL,                 -- "clients", "appointments"
	external_id TEXT NOT NULL,
	record_id  INTEGER NOT NULL,
	row_hash   INTEGER NOT NULL,
	record_hash INTEGER NOT NULL,
	PRIMARY KEY (source, external_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE backup_log (
	id         INTEGER PRIMARY KEY,
	at         INTEGER NOT NULL,
	who        TEXT NOT NULL,
	path       TEXT NOT NULL,
	sha256     TEXT NOT NULL,
	appointments INTEGER NOT NULL,
	clients    INTEGER NOT NULL
) STRICT;
