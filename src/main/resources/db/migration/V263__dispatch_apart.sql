-- Two cases that were merged by mistake are taken apart again: what the clock of the one that stood for both was before.
CREATE TABLE dispatch.merged_clocks (
    from_id           uuid NOT NULL,
    into_id           uuid NOT NULL,
    kind              text NOT NULL,
    due               timestamptz NOT NULL,
    started_at        timestamptz NOT NULL,
    warn_at           timestamptz NOT NULL,
    warned_at         timestamptz,
    length_us         bigint NOT NULL,
    unit              text NOT NULL,
    profile_version   integer NOT NULL,
    provisional       boolean NOT NULL,
    calendar_revision bigint NOT NULL,
    anchor_at         timestamptz NOT NULL,
    left_us           bigint NOT NULL,
    merged_due        timestamptz NOT NULL,
    PRIMARY KEY (from_id, kind)
);
COMMENT ON TABLE dispatch.merged_clocks IS 'A deadline of into_id as it was before it took over the earlier one of from_id, which is merged_due; the row goes when the two are taken apart.';

ALTER TABLE dispatch.deadline_changes
    DROP CONSTRAINT deadline_changes_cause_check,
    ADD CONSTRAINT deadline_changes_cause_check
        CHECK (cause IN ('PARKED', 'RESUMED', 'EXTENDED', 'CALENDAR', 'TRIAGE', 'PLAN', 'REOPENED', 'MERGED', 'UNMERGED'));
