-- A step larger than one value of the file may be (an import of tens of thousands of rows) is cut:
-- the beginning of its changeset stands in undo, the rest here.
CREATE TABLE undo_part (
	undo_id    INTEGER NOT NULL REFERENCES undo (id) ON DELETE CASCADE, -- which step
	part       INTEGER NOT NULL CHECK (part > 0), -- 1 follows what stands in undo
	bytes      BLOB NOT NULL,                  -- of the changeset
	PRIMARY KEY (undo_id, part)
) STRICT;
