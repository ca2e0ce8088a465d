-- Purpose: sign a handover as who comes
-- Parameters: id, version, coming, at
-- (version: -1 stands for any)
-- Output: row count, 0 where it is signed or has changed
-- Index relied on: primary key
UPDATE console.handovers
SET coming = :coming, signed_at = :at, version = version + 1
WHERE id = :id AND :version IN (-1, version) AND coming IS NULL;
