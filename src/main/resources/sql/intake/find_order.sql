-- Purpose: whether an order is in the book: with the same content, else with the same number.
-- Parameters: source, number, digest. Output: same_digest, row, file; at most one row. Index: orders_source_digest_key, orders_number.
SELECT o.digest = :digest AS same_digest, o.file_row AS row, o.file
FROM intake.orders o
WHERE o.source = :source AND (o.digest = :digest OR (o.number = :number AND :number <> ''))
ORDER BY (o.digest = :digest) DESC, o.id
LIMIT 1
