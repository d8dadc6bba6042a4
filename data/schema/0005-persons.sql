-- Who works at the desk, and what they may do. Without active persons everybody may do everything.
CREATE TABLE person (
	id         INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	login      TEXT NOT NULL UNIQUE CHECK (login <> ''), -- of the system, or a short name on a shared one
	name       TEXT NOT NULL CHECK (name <> ''), -- as people say it
	role       TEXT NOT NULL CHECK (role IN ('owner', 'desk', 'therapist', 'read-only')), -- what they may do
	therapist_id INTEGER REFERENCES therapist (id), -- which therapist this is; NULL = none
	pin        TEXT NOT NULL,                  -- crypt(3) hash; empty = none
	active     INTEGER NOT NULL CHECK (active IN (0, 1)), -- 0: archived
	rev        INTEGER NOT NULL,               -- rises with every change
	last_by    TEXT NOT NULL,                  -- who changed it last
	updated    INTEGER NOT NULL                -- UTC seconds
) STRICT;
