-- Departments that walk together through several grids so many times a month.
CREATE TABLE cooperation.joint_patrols (
    id            uuid PRIMARY KEY,
    name_zh       text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 200),
    name_en       text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 200),
    departments   text[] NOT NULL CHECK (cardinality(departments) BETWEEN 2 AND 20),
    grids         text[] NOT NULL CHECK (cardinality(grids) BETWEEN 1 AND 100),
    times_a_month integer NOT NULL CHECK (times_a_month BETWEEN 1 AND 31),
    starts_on     date NOT NULL,
    ended_at      timestamptz,
    version       integer NOT NULL DEFAULT 1,
    made_by       text NOT NULL,
    made_at       timestamptz NOT NULL
);
COMMENT ON TABLE cooperation.joint_patrols IS 'Patrols of several departments together through several grids, so many a month (联合巡查).';

CREATE TABLE cooperation.joint_patrol_walks (
    id        uuid PRIMARY KEY,
    patrol_id uuid NOT NULL REFERENCES cooperation.joint_patrols,
    held_at   timestamptz NOT NULL,
    people    text NOT NULL CHECK (length(people) BETWEEN 1 AND 1000),
    findings  text CHECK (length(findings) <= 4000),
    noted_by  text NOT NULL,
    noted_at  timestamptz NOT NULL
);
CREATE INDEX joint_patrol_walks_patrol ON cooperation.joint_patrol_walks (patrol_id, held_at);
COMMENT ON TABLE cooperation.joint_patrol_walks IS 'The walks that were made, with who came and what was found; rows are only added.';
