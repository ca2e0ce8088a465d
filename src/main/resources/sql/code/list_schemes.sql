-- Purpose: every scheme with its parts and what they may hold, in one read
-- Parameters: none
-- Output: one row a range, or a part without one: scheme, version, …, part …, low, high, meaning, range names (null: none)
-- Index relied on: primary keys (a few hundred rows)
SELECT s.id, s.version, s.subject, s.standing, s.digits, s.name_zh, s.name_en, s.source,
       p.name AS part, p.name_zh AS part_zh, p.name_en AS part_en, p.from_digit, p.length, p.rule, p.layer, p.key_from,
       r.low, r.high, r.meaning, r.name_zh AS range_zh, r.name_en AS range_en
FROM code.code_schemes s
JOIN code.code_parts p ON p.scheme = s.id AND p.version = s.version
LEFT JOIN code.code_ranges r ON r.scheme = p.scheme AND r.version = p.version AND r.part = p.name
ORDER BY s.digits, s.id, s.version, p.ordinal, r.low;
