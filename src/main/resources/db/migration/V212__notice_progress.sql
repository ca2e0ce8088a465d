-- What the public sees of a case besides its state, and what its reporter thinks of how it went.
CREATE TABLE notice.progress (
    id          uuid PRIMARY KEY,
    incident_id uuid NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('PROGRESS', 'ANSWER')),
    zh          text NOT NULL CHECK (length(zh) BETWEEN 1 AND 1000),
    en          text CHECK (length(en) BETWEEN 1 AND 1000),
    eta         timestamptz,
    actor       text NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX progress_incident ON notice.progress (incident_id, at);
COMMENT ON TABLE notice.progress IS 'What was posted for the reporter of a case to read, in order. Public to whoever has the tracking code: no personal data. ANSWER: the feedback given at the end.';

CREATE TABLE notice.ratings (
    incident_id  uuid NOT NULL,
    round        integer NOT NULL CHECK (round >= 0),
    satisfaction smallint NOT NULL CHECK (satisfaction BETWEEN 1 AND 5),
    note         text CHECK (length(note) <= 1000),
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (incident_id, round)
);
COMMENT ON TABLE notice.ratings IS 'What the reporter thought of it, once each time the case was closed; round is how often it had been reopened by then.';

CREATE VIEW published.reporter_ratings AS
SELECT r.incident_id, r.round, r.satisfaction, r.at
FROM notice.ratings r;
COMMENT ON VIEW published.reporter_ratings IS 'Room notice. What reporters answered on the status page: satisfaction 1 to 5, one row a case and round. Read by evaluation.';
