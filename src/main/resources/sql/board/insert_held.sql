-- Purpose: keep reports over a limit, many at once; one that came before with the same key is not kept twice
-- Parameters: arrays of one length, one entry a report: ids, places, categories, descriptions, locations (JSON or null),
--   names, phones, whys, senders, keys (null: none), micros (since 1970, UTC)
-- Output: id and key of each report that is kept now
-- Index: held_reports_pkey, held_reports_key
INSERT INTO board.held_reports (id, place_code, category, description, location, reporter_name, reporter_phone, why,
                                sender, request_key, received_at)
SELECT id::uuid, place, category, description, location::jsonb, name, phone, why, sender, key,
       timestamptz 'epoch' + micros * interval '1 microsecond'
FROM unnest(CAST(:ids AS text[]), CAST(:places AS text[]), CAST(:categories AS text[]), CAST(:descriptions AS text[]),
            CAST(:locations AS text[]), CAST(:names AS text[]), CAST(:phones AS text[]), CAST(:whys AS text[]),
            CAST(:senders AS text[]), CAST(:keys AS text[]), CAST(:micros AS bigint[]))
     AS report (id, place, category, description, location, name, phone, why, sender, key, micros)
ON CONFLICT DO NOTHING
RETURNING id
