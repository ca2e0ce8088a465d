-- The versions of the agreement of one deliberation, each with who signed it.
-- Parameters: id. Index: proposals_deliberation_id_ordinal_key, signatures_pkey.
SELECT p.id, p.deliberation_id, p.ordinal, p.text, p.items, p.proposed_by, p.proposed_at, p.signed_at,
       coalesce((SELECT jsonb_agg(jsonb_build_object('party', s.party, 'person', s.person, 'signedAt', s.signed_at)
                                  ORDER BY s.signed_at)
                 FROM cooperation.signatures s WHERE s.proposal_id = p.id), '[]') AS signatures
FROM cooperation.proposals p
WHERE p.deliberation_id = :id
ORDER BY p.ordinal
