-- Purpose: store what a claim was judged to be
-- Parameters: id, verdict, reason, figures, parameters (JSON). Output: row count
-- Index: claims_pkey
UPDATE evidence.claims
SET stale = false, verdict = :verdict, reason = :reason, figures = CAST(:figures AS jsonb),
    parameters = CAST(:parameters AS jsonb), judged_at = clock_timestamp(), judgements = judgements + 1
WHERE id = :id
