-- Who comes late: a client who said so, a therapist who runs behind on a day.
ALTER TABLE appointment ADD COLUMN expected_m INTEGER;      -- civil minute; NULL = at its start
ALTER TABLE appointment_past ADD COLUMN expected_m INTEGER; -- the same as it stood
ALTER TABLE therapist ADD COLUMN late_day INTEGER;          -- civil day on which they run late; NULL = none
ALTER TABLE therapist ADD COLUMN late_minutes INTEGER NOT NULL DEFAULT 0; -- by so many
