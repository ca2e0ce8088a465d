-- Room replay: what stood at a past second, and who was in an area. It keeps no states, only since when they are recorded,
-- and the questions about areas with their answers.
CREATE SCHEMA replay;

CREATE TABLE replay.recording (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    since timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO replay.recording DEFAULT VALUES;
COMMENT ON TABLE replay.recording IS 'Since when every change keeps what was before it. A second before that is shown from the timelines alone.';

CREATE TABLE replay.area_questions (
    id       uuid PRIMARY KEY,
    area     geometry(Polygon, 4326) NOT NULL CHECK (platform.sound_shape(area, 1000)),
    since    timestamptz NOT NULL,
    until    timestamptz NOT NULL,
    reason   text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    asked_by text NOT NULL,
    asked_at timestamptz NOT NULL,
    digest   text NOT NULL,
    answer   jsonb NOT NULL,
    CHECK (since < until)
);
CREATE INDEX area_questions_asked ON replay.area_questions (asked_at DESC, id DESC);
COMMENT ON TABLE replay.area_questions IS 'Who was in an area and what happened there: each question with its reason and the answer that was given. Whereabouts are sensitive: nobody asks without a reason, and every question is audited.';
