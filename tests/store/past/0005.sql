INSERT INTO person (id, login, name, role, therapist_id, pin, active, rev, last_by, updated) VALUES
	(1, 'rita', 'Rita', 'owner', NULL, '', 1, 1, 'rita', 1795424400),
	(2, 'ana', 'Ana Müller', 'therapist', 1, '$y$j9T$abcdefghijklmnop$qrstuvwxyz', 0, 2, 'rita', 1795424401);
