INSERT INTO client_alert (id, client_id, text, at_booking, at_check_in, at_roster, until_day, ended, rev, last_by, updated) VALUES
	(1, 1, 'Brings her own oil', 1, 1, 0, NULL, 0, 1, 'rita', 1795424400),
	(2, 1, 'Parks in the yard', 0, 0, 1, 20790, 1, 2, 'ana', 1795424401);
