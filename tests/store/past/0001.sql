-- A practice after some days at the desk, with rows in every table that 0001 made; written by that
-- version. migrate_test.c lays it into a file of the schema and migrates. A migration that makes
-- tables brings the next file.

INSERT INTO setting (key, value) VALUES
('name', 'Old practice'),
('zone', 'Europe/Berlin');

INSERT INTO room (id, code, name, capacity, step_free, location, active, rev, last_by, updated) VALUES
(1, 'r1', 'Room 1', 1, 0, '', 1, 1, 'rita', 1795161600),
(2, 'r2', 'Room 2', 2, 0, 'upstairs', 1, 1, 'rita', 1795161600);

INSERT INTO therapist (id, code, name, gender, colour, hands_on_cap, usual_room_id, licence_until_day, active, rev, last_by, updated) VALUES
(1, 'mia', 'Mia', 'F', '', 300, 1, 21183, 1, 1, 'rita', 1795161600),
(2, 'jon', 'Jon', 'M', '', 0, NULL, NULL, 1, 1, 'rita', 1795161600);

INSERT INTO therapist_skill (therapist_id, skill) VALUES
(1, 'swedish'),
(2, 'swedish');

INSERT INTO shift (id, therapist_id, weekday, from_minute, until_minute, cycle, week, valid_from_day, valid_until_day) VALUES
(1, 1, 1, 540, 1080, 1, 0, 20777, NULL),
(2, 1, 2, 540, 1080, 1, 0, 20777, NULL),
(6, 2, 1, 540, 1080, 1, 0, 20777, NULL),
(7, 2, 2, 540, 1080, 1, 0, 20777, NULL);

INSERT INTO shift_exception (id, therapist_id, day, from_minute, until_minute) VALUES
(1, 2, 20784, 600, 720);

INSERT INTO absence (id, therapist_id, room_id, start_m, end_m, weekly, reason, rev, last_by, updated) VALUES
(1, NULL, NULL, 29967840, 29972160, 0, 'holidays', 1, 'rita', 1795161600);

INSERT INTO service (id, code, name, description, desk_label, turnover, min_pressure, people, active, rev, last_by, updated) VALUES
(1, 'sw', 'Swedish massage', '', 'Massage', 15, 0, 1, 1, 1, 'rita', 1795161600),
(2, 'cp', 'Couples massage', 'Two people, one room.', 'Couples', 20, 0, 2, 1, 1, 'rita', 1795161600);

INSERT INTO service_skill (service_id, skill) VALUES
(2, 'swedish');

INSERT INTO service_room (service_id, room_id) VALUES
(2, 2);

INSERT INTO service_duration (service_id, minutes, from_day, price_cents) VALUES
(1, 60, 0, 8500),
(1, 90, 0, 12000),
(2, 60, 0, 17000);

INSERT INTO therapist_service (therapist_id, service_id, able, turnover) VALUES
(1, 1, 1, 20),
(2, 2, 0, NULL);

INSERT INTO addon (id, code, name, minutes, price_cents, active, rev, last_by, updated) VALUES
(1, 'hot', 'Hot towels', 0, 500, 1, 1, 'rita', 1795165200),
(2, 'feet', 'Feet, too', 15, 1500, 0, 2, 'rita', 1795165200);

INSERT INTO client (id, uid, first, last, preferred, pronouns, phone, phone2, email, address, contact, told, emergency, occupation, found_us, note, birth_day, message_ok, gender_preference, preferred_therapist_id, state, merged_into, rev, last_by, updated) VALUES
(1, X'1BC4F2FFDFCB43BFA8EF067F8A0F9D17', 'Kathe', 'Meier', '', '', '030 1234567', '', 'kathe@example.org', '', '', '', '', '', '', '', 3711, 0, '', NULL, 'active', NULL, 2, 'rita', 1795161600),
(2, X'B6D1DB4713764EADAB733CCF641C6DE5', 'Seamus', 'O''Brien', '', '', '030 7654321', '', '', '', '', '', '', '', '', 'rings the upper bell', NULL, 0, '', NULL, 'active', NULL, 1, 'rita', 1795161600),
(3, X'8243F82B64784D3391AD63BF9EA49276', '田中', '花子', '', '', '030 5556677', '', '', '', '', '', '', '', '', '', NULL, 0, '', NULL, 'active', NULL, 1, 'rita', 1795161600),
(4, X'2EBADCF236EA409EB9141F1B2DDB7D49', 'Old', 'Dora', '', '', '030 9990001', '', '', '', '', '', '', '', '', '', NULL, 0, '', NULL, 'archived', NULL, 2, 'rita', 1795161600);

-- Those who left: barred, deceased, and one who was there twice.
INSERT INTO client SELECT 5, x'05050505050505050505050505050505', 'Bar', 'Red', preferred, pronouns, phone, phone2, email, address, contact, told, emergency, occupation, found_us, note, birth_day, 1, 'F', 2, 'barred', NULL, rev, last_by, updated FROM client WHERE id = 3;
INSERT INTO client SELECT 6, x'06060606060606060606060606060606', 'Ada', 'Late', preferred, pronouns, phone, phone2, email, address, contact, told, emergency, occupation, found_us, note, birth_day, 0, 'M', NULL, 'deceased', NULL, rev, last_by, updated FROM client WHERE id = 3;
INSERT INTO client SELECT 7, x'07070707070707070707070707070707', 'Cathe', 'Meier', preferred, pronouns, phone, phone2, email, address, contact, told, emergency, occupation, found_us, note, birth_day, 0, '', NULL, 'merged', 1, rev, last_by, updated FROM client WHERE id = 3;
INSERT INTO client_key (kind, key, client_id) VALUES
(0, 'red', 5),
(0, 'late', 6),
(0, 'meier', 7);

INSERT INTO client_former (id, client_id, first, last, until_at) VALUES
(1, 1, 'Kathe', 'Müller', 1795161600);

INSERT INTO client_avoid (client_id, therapist_id) VALUES
(2, 1);

INSERT INTO client_key (kind, key, client_id) VALUES
(0, 'meier', 1),
(1, 'kathe', 1),
(2, 'katheexampleorg', 1),
(2, 'mueller', 1),
(2, 'muller', 1),
(3, '1301234567', 1),
(3, '301234567', 1),
(4, '765432103', 1),
(0, 'obrien', 2),
(1, 'seamus', 2),
(3, '1307654321', 2),
(3, '307654321', 2),
(4, '123456703', 2),
(0, '花子', 3),
(1, '田中', 3),
(3, '1305556677', 3),
(3, '305556677', 3),
(4, '776655503', 3),
(0, 'dora', 4),
(1, 'old', 4),
(3, '1309990001', 4),
(3, '309990001', 4),
(4, '100099903', 4);

INSERT INTO intake (id, client_id, at, who, source, kind, note) VALUES
(1, 1, 1795421100, 'mia', 'paper', 'new', 'left shoulder, an old fracture'),
(2, 1, 1795424400, 'mia', 'therapist', 'update', 'better; "no" stones
nor heat');

INSERT INTO appointment (id, uid, client_id, therapist_id, room_id, service_id, party_id, series_id, start_m, end_m, held_m, state, state_before, holds, requested, message_left, desk_note, reason, price_cents, paid_cents, hold_until_m, booked_at, confirmed_at, arrived_at, started_at, completed_at, ended_at, sequence, rev, last_by, updated) VALUES
(1, X'533776C278E54D588FAAD4A2B702F158', 1, 1, 1, 1, NULL, NULL, 29923740, 29923800, 29923815, '=', '=', 1, 1, 0, '', '', 8500, 0, NULL, 1795161600, 0, 1795421100, 1795421160, 1795425000, 0, 3, 4, 'rita', 1795425000),
(2, X'B7998757D356470DA86855F6EEA918C3', 2, 2, 1, 1, NULL, NULL, 29923830, 29923920, 29923935, '-', '-', 1, 1, 0, '', '', 12000, 0, NULL, 1795161600, 0, 0, 0, 0, 0, 0, 1, 'rita', 1795161600),
(3, X'29BFBC51B31F49538AC6CE6A4827AFD0', 1, 1, 2, 2, 3, NULL, 29924040, 29924100, 29924120, '-', '-', 1, 1, 0, '', '', 17000, 0, NULL, 1795161600, 0, 0, 0, 0, 0, 0, 2, 'rita', 1795161600),
(4, X'97F51E10ACE04601AD389DFEC1B18149', 2, 2, 2, 2, 3, NULL, 29924040, 29924100, 29924120, '-', '-', 1, 1, 0, '', '', 0, 0, NULL, 1795161600, 0, 0, 0, 0, 0, 0, 1, 'rita', 1795161600),
(5, X'62EBE757B2F9467881B4010C421C3B48', 3, 1, 1, 1, NULL, NULL, 29925180, 29925240, 29925255, '%', '-', 0, 1, 0, '', 'is ill', 8500, 0, NULL, 1795161600, 0, 0, 0, 0, 1795425120, 1, 2, 'rita', 1795425120),
(6, X'56ACB6264D614293861602461730DF54', 3, 2, 1, 1, NULL, NULL, 29925300, 29925360, 29925375, '-', '-', 1, 1, 0, '', '', 8500, 0, NULL, 1795161600, 0, 0, 0, 0, 0, 2, 3, 'rita', 1795425240);

-- Every other state, a week later, an hour each.
WITH other (n, state, holds, hold_until_m, ended_at) AS (VALUES
(1, '~', 1, 29933760, 0), (2, '+', 1, NULL, 0), (3, '@', 1, NULL, 0), (4, '*', 1, NULL, 0), (5, 'x', 0, NULL, 1795510800),
(6, 'p', 0, NULL, 1795510800), (7, '?', 0, NULL, 1795510800), (8, '^', 0, NULL, 1795510800), (9, 'v', 0, NULL, 1795510800))
INSERT INTO appointment SELECT 100 + n, CAST(printf('appointment-%4d', n) AS BLOB), 2, 2, 1, 1, NULL, 9, 29933760 + n * 60, 29933760 + n * 60 + 45,
29933760 + n * 60 + 60, state, CASE WHEN holds THEN '' ELSE '-' END, holds, 1, 1, 'at the door', 'as asked', 8500, 500, hold_until_m,
1795165200, 1795165201, 1795165202, 1795165203, 1795165204, ended_at, 3, 2, 'rita', 1795165205 FROM other;

INSERT INTO appointment_past (until_at, by_audit, id, uid, client_id, therapist_id, room_id, service_id, party_id, series_id, start_m, end_m, held_m, state, state_before, holds, requested, message_left, desk_note, reason, price_cents, paid_cents, hold_until_m, booked_at, confirmed_at, arrived_at, started_at, completed_at, ended_at, sequence, rev, last_by, updated) VALUES
(1795421100, 40, 1, X'533776C278E54D588FAAD4A2B702F158', 1, 1, 1, 1, NULL, NULL, 29923740, 29923800, 29923815, '-', '-', 1, 1, 0, '', '', 8500, 0, NULL, 1795161600, 0, 0, 0, 0, 0, 0, 1, 'rita', 1795161600),
(1795421160, 41, 1, X'533776C278E54D588FAAD4A2B702F158', 1, 1, 1, 1, NULL, NULL, 29923740, 29923800, 29923815, '@', '@', 1, 1, 0, '', '', 8500, 0, NULL, 1795161600, 0, 1795421100, 0, 0, 0, 1, 2, 'rita', 1795421100),
(1795425000, 42, 1, X'533776C278E54D588FAAD4A2B702F158', 1, 1, 1, 1, NULL, NULL, 29923740, 29923800, 29923815, '*', '*', 1, 1, 0, '', '', 8500, 0, NULL, 1795161600, 0, 1795421100, 1795421160, 0, 0, 2, 3, 'rita', 1795421160),
(1795425120, 43, 5, X'62EBE757B2F9467881B4010C421C3B48', 3, 1, 1, 1, NULL, NULL, 29925180, 29925240, 29925255, '-', '-', 1, 1, 0, '', '', 8500, 0, NULL, 1795161600, 0, 0, 0, 0, 0, 0, 1, 'rita', 1795161600),
(1795425180, 44, 6, X'56ACB6264D614293861602461730DF54', 3, 2, 1, 1, NULL, NULL, 29925300, 29925360, 29925375, '-', '-', 1, 1, 0, '', '', 8500, 0, NULL, 1795161600, 0, 0, 0, 0, 0, 0, 1, 'rita', 1795161600),
(1795425240, 45, 6, X'56ACB6264D614293861602461730DF54', 3, 2, 1, 1, NULL, NULL, 29926740, 29926800, 29926815, '-', '-', 1, 1, 0, '', '', 8500, 0, NULL, 1795161600, 0, 0, 0, 0, 0, 1, 2, 'rita', 1795425180);

INSERT INTO visit (appointment_id, note, rev, last_by, updated) VALUES
(1, 'worked on the left side; drank water', 2, 'mia', 1795425000);

INSERT INTO audit (id, at, who, desk, action, record, record_id, old, new, reason) VALUES
(39, 1795161600, 'rita', '', 'Booked Tue 24 Nov 2026 11:00 花子, 田中 · Massage 60 · Jon', 'appointment', 6, '', 'client_id=3 therapist_id=2 room_id=1 service_id=1 start_m=2026-11-24T11:00 end_m=2026-11-24T12:00 held_m=2026-11-24T12:15 state=- state_before=- holds=1 requested=1 price_cents=8500 booked_at=2026-11-20T08:00:00Z', ''),
(40, 1795421100, 'rita', '', 'Arrived Mon 23 Nov 2026 09:00 Meier, Kathe · Massage 60 · Mia', 'appointment', 1, 'state=- state_before=- arrived_at=0', 'state=@ state_before=@ arrived_at=2026-11-23T08:05:00Z', ''),
(41, 1795421160, 'rita', '', 'In session Mon 23 Nov 2026 09:00 Meier, Kathe · Massage 60 · Mia', 'appointment', 1, 'state=@ state_before=@ started_at=0', 'state=* state_before=* started_at=2026-11-23T08:06:00Z', ''),
(42, 1795425000, 'rita', '', 'Completed Mon 23 Nov 2026 09:00 Meier, Kathe · Massage 60 · Mia', 'appointment', 1, 'state=* state_before=* completed_at=0', 'state="=" state_before="=" completed_at=2026-11-23T09:10:00Z', ''),
(43, 1795425120, 'rita', '', 'Cancelled late Tue 24 Nov 2026 09:00 花子, 田中 · Massage 60 · Mia', 'appointment', 5, 'state=- holds=1 reason="" ended_at=0', 'state=% holds=0 reason="is ill" ended_at=2026-11-23T09:12:00Z', 'is ill'),
(44, 1795425180, 'rita', '', 'Moved to Wed 25 Nov 2026 11:00 花子, 田中 · Massage 60 · Jon', 'appointment', 6, 'start_m=2026-11-24T11:00 end_m=2026-11-24T12:00 held_m=2026-11-24T12:15', 'start_m=2026-11-25T11:00 end_m=2026-11-25T12:00 held_m=2026-11-25T12:15', ''),
(45, 1795425240, 'rita', '', 'Undo: Moved to Wed 25 Nov 2026 11:00 花子, 田中 · Massage 60 · Jon', 'appointment', 6, 'start_m=2026-11-25T11:00 end_m=2026-11-25T12:00 held_m=2026-11-25T12:15', 'start_m=2026-11-24T11:00 end_m=2026-11-24T12:00 held_m=2026-11-24T12:15', ''),
(46, 1795425300, 'rita', '', 'Backup', 'backup', 0, '', '', '');

INSERT INTO undo (id, at, who, label, schema_version, undone, changeset) VALUES
(22, 1795425000, 'rita', 'Completed Mon 23 Nov 2026 09:00 Meier, Kathe · Massage 60 · Mia', 1, 0, X'541F010000000000000000000000000000000000000000000000000000000000006170706F696E746D656E740017000100000000000000010000000000000000000003012A03012A000000000000000000000000010000000000000000000100000000000000020100000000000000030001000000006B03F3E8000000000000000000000003013D03013D00000000000000000000000001000000006B0402E8000100000000000000030100000000000000040001000000006B0402E8'),
(23, 1795425120, 'rita', 'Cancelled late Tue 24 Nov 2026 09:00 花子, 田中 · Massage 60 · Mia', 1, 0, X'541F010000000000000000000000000000000000000000000000000000000000006170706F696E746D656E740017000100000000000000050000000000000000000003012D00010000000000000001000000030000000000000000000100000000000000000100000000000000000100000000000000010001000000006AFFFE000000000000000000000000030125000100000000000000000000000306697320696C6C000000000000000001000000006B0403600100000000000000010100000000000000020001000000006B040360'),
(24, 1795425180, 'rita', 'Moved to Wed 25 Nov 2026 11:00 花子, 田中 · Massage 60 · Jon', 1, 1, X'541F010000000000000000000000000000000000000000000000000000000000006170706F696E746D656E7400170001000000000000000600000000000000010000000001C8A554010000000001C8A590010000000001C8A59F000000000000000000000000000000000100000000000000010100000000000000020001000000006B04039C0000000000000000010000000001C89FB4010000000001C89FF0010000000001C89FFF000000000000000000000000000000000100000000000000020100000000000000030001000000006B0403D8');

INSERT INTO undo_row (undo_id, record, record_id) VALUES
(22, 'appointment', 1),
(23, 'appointment', 5),
(24, 'appointment', 6);

INSERT INTO import_map (source, external_id, record_id, row_hash, record_hash) VALUES
('appointments', '', 2, -9223372036854775808, 0),
('clients', 'SQ-1', 1, 4611686018427387904, -1);

INSERT INTO backup_log (id, at, who, path, sha256, appointments, clients) VALUES
(1, 1795425300, 'rita', '/backup/practice.db', 'ccd77b534a57aefe90aaa1a3707b108b84127134e80b93fb1d056bd44a5492d4', 6, 4);
