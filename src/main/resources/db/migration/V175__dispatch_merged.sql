-- A case that another is merged into takes over its earlier clock.
ALTER TABLE dispatch.deadline_changes
    DROP CONSTRAINT deadline_changes_cause_check,
    ADD CONSTRAINT deadline_changes_cause_check
        CHECK (cause IN ('PARKED', 'RESUMED', 'EXTENDED', 'CALENDAR', 'TRIAGE', 'PLAN', 'REOPENED', 'MERGED'));
