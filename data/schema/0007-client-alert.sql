-- What the desk is to be told of a client, and where. People write health into it: the audit keeps
-- its length alone.
CREATE TABLE client_alert (
	id          INTEGER PRIMARY KEY AUTOINCREMENT, -- its number
	client_id   INTEGER NOT NULL REFERENCES client (id), -- whose
	text        TEXT NOT NULL CHECK (text <> ''), -- what is told
	at_booking  INTEGER NOT NULL CHECK (at_booking IN (0, 1)), -- shows when they are booked
	at_check_in INTEGER NOT NULL CHECK (at_check_in IN (0, 1)), -- shows when they arrive
	at_roster   INTEGER NOT NULL CHECK (at_roster IN (0, 1)), -- shows on the desk's roster
	until_day   INTEGER,                       -- the last civil day on which it shows; NULL = no end
	ended       INTEGER NOT NULL CHECK (ended IN (0, 1)), -- 1: shows nowhere, kept for undo
	rev         INTEGER NOT NULL,              -- rises with every change
	last_by     TEXT NOT NULL,                 -- who changed it last
	updated     INTEGER NOT NULL,              -- UTC seconds
	CHECK (at_booking + at_check_in + at_roster > 0)
) STRICT;
CREATE INDEX client_alert_client ON client_alert (client_id);
