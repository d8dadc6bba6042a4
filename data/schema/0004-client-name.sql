-- The list of all clients is read by name, a stretch at a time.
CREATE INDEX client_name ON client (last COLLATE NOCASE, first COLLATE NOCASE) WHERE state <> 'merged';
