-- The rest of a step too large for one value.
INSERT INTO undo_part (undo_id, part, bytes) VALUES
(22, 1, X'0102'),
(22, 2, X'FF00');
