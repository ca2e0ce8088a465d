-- Room evaluation: the standard's counters. It keeps no counts, only the numbers that counts depend on, in versions.
CREATE SCHEMA evaluation;

CREATE TABLE evaluation.goals (
    name  text PRIMARY KEY CHECK (name IN ('CLOSURE', 'SATISFACTION')),
    share double precision NOT NULL CHECK (share > 0 AND share <= 1)
);
COMMENT ON TABLE evaluation.goals IS 'What is aimed at: closure rate and satisfaction rate.';
INSERT INTO evaluation.goals (name, share) VALUES ('CLOSURE', 0.94), ('SATISFACTION', 0.96);

CREATE TABLE evaluation.sight (
    version    integer NOT NULL,
    valid_from timestamptz NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('foot', 'bicycle', 'vehicle', 'vessel', 'other')),
    sight_m    double precision NOT NULL CHECK (sight_m > 0 AND sight_m <= 5000),
    PRIMARY KEY (version, kind)
);
COMMENT ON TABLE evaluation.sight IS 'How far somebody on patrol sees a matter beside the way, by how the unit travels. A change is a new version.';
INSERT INTO evaluation.sight (version, valid_from, kind, sight_m) VALUES
(1, '-infinity', 'foot', 30), (1, '-infinity', 'bicycle', 30), (1, '-infinity', 'vehicle', 40),
(1, '-infinity', 'vessel', 150), (1, '-infinity', 'other', 30);
