-- Room incident: a tracking code that was given to a reporter is never given to another case, nor changed.
CREATE OR REPLACE FUNCTION incident.keep_what_was_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'incident %: number, first_receiver, tracking_code, decision, location and occurred_at never change', OLD.number
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER keep_what_was_recorded ON incident.incidents;
CREATE TRIGGER keep_what_was_recorded BEFORE UPDATE ON incident.incidents
    FOR EACH ROW
    WHEN (OLD.first_receiver IS DISTINCT FROM NEW.first_receiver
        OR OLD.number IS DISTINCT FROM NEW.number
        OR (OLD.tracking_code IS NOT NULL AND OLD.tracking_code IS DISTINCT FROM NEW.tracking_code)
        OR OLD.decision IS DISTINCT FROM NEW.decision
        OR OLD.location IS DISTINCT FROM NEW.location
        OR OLD.occurred_at IS DISTINCT FROM NEW.occurred_at)
    EXECUTE FUNCTION incident.keep_what_was_recorded();
