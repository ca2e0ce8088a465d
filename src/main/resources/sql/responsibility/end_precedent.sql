-- Ends what is known of a precedent. Parameters: id, knownAt. Output: rows changed, 0 or 1. Index: precedents_pkey.
UPDATE responsibility.precedents SET known = tstzrange(lower(known), :knownAt::timestamptz)
WHERE id = :id AND upper(known) = 'infinity'
