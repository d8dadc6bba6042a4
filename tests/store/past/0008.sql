INSERT INTO vocabulary (id, kind, code, label, also, section, place, active, rev, last_by, updated) VALUES
	(1, 'region', 'lb', 'low back', 'lumbar', 'back', 1, 1, 1, 'rita', 1795424400),
	(2, 'condition', 'disc', 'herniated disc', 'sciatica, slipped disc', 'spine', 2, 0, 3, 'rita', 1795424401);
INSERT INTO flag_rule (id, code, name, level, raised_by, prompt, cap, blocks, skill, expires_days, acknowledge, place, active, rev, last_by, updated) VALUES
	(1, 'disc', 'herniated disc or sciatica', 'CLEAR', 'condition:disc cause:disc', 'no pressure on the spine', 2, 'dt', '', 0, 1, 1, 1, 2, 'rita', 1795424400);
-- A version with answers, one that takes them back, and a stamp.
INSERT INTO intake (id, client_id, at, who, source, kind, note) VALUES
	(3, 1, 1795424500, 'mia', 'desk', 'update', ''),
	(4, 2, 1795424600, 'rita', 'phone', 'new', ''),
	(5, 2, 1795424700, 'rita', 'desk', 'update', ''),
	(6, 1, 1795424800, 'mia', 'desk', 'no change', '');
INSERT INTO intake_item (intake_id, field, place, code, text, number, day, past) VALUES
	(3, 'conditions', 0, 'disc', 'L5/S1', NULL, 20500, 0),
	(3, 'conditions', 1, 'clot', '', NULL, NULL, 1),
	(3, 'pain', 0, '', '', 6, NULL, 0),
	(4, 'due', 0, '', '', NULL, 20863, 0);
INSERT INTO intake_region (intake_id, place, code, side, kind, pain, pressure) VALUES
	(3, 0, 'lb', 'L', 'pain', 7, NULL),
	(3, 1, 'tr', 'B', 'focus', NULL, 4);
INSERT INTO clearance (id, client_id, flag, given_by, day, until_day, note, ended, rev, last_by, updated) VALUES
	(1, 1, 'disc', 'Dr. Ott', 20770, 20950, 'light work only', 0, 1, 'rita', 1795424400),
	(2, 1, 'disc', 'Dr. Ott', 20400, NULL, '', 1, 2, 'mia', 1795424401);
INSERT INTO acknowledgement (id, client_id, flag, service_id, intake_id, appointment_id, therapist_id, by_phone, noted_by, at) VALUES
	(1, 1, 'disc', 1, 3, 1, 1, 0, 'mia', 1795424900);
INSERT INTO consent (id, client_id, kind, version, day, given_by, ended_day, rev, last_by, updated) VALUES
	(1, 1, 'treatment', '2026-01', 20770, '', NULL, 1, 'rita', 1795424400),
	(2, 2, 'photo', '', 20771, 'Ada Meier', 20780, 2, 'rita', 1795424401);
UPDATE client SET guardian_id = 1 WHERE id = 2;
UPDATE client SET guardian = 'Ada Meier', guardian_phone = '030 1112223' WHERE id = 3;
INSERT INTO visit_region (appointment_id, place, code, side, pressure) VALUES
	(1, 0, 'lb', 'L', NULL),
	(1, 1, 'tr', 'B', 4);
UPDATE visit SET pain_before = 6, pain_after = 2, comfort = 5, pressure = 4, feedback = 'deep', techniques = 'eff,pet',
	subjective = 'stiff', objective = 'tight', assessment = 'better', plan = 'again', signed_at = 1795425100,
	signed_by = 'mia', again_days = 14, again_times = 4, aftercare = 1 WHERE appointment_id = 1;
INSERT INTO visit_addendum (id, appointment_id, at, who, text) VALUES
	(1, 1, 1795425200, 'mia', 'asked for less "next" time');
INSERT INTO note_review (record, record_id, at, who) VALUES
	('intake', 2, 1795425300, 'rita'),
	('visit', 1, 1795425301, 'rita');
