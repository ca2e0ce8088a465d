-- Several cases with one cause: a parent that is worked on once, and children that stay with their reporters.
CREATE TABLE incident.clusters (
    child_id  uuid PRIMARY KEY REFERENCES incident.incidents,
    parent_id uuid NOT NULL REFERENCES incident.incidents,
    linked_at timestamptz NOT NULL,
    linked_by text NOT NULL,
    CHECK (child_id <> parent_id)
);
CREATE INDEX clusters_parent ON incident.clusters (parent_id);
COMMENT ON TABLE incident.clusters IS 'Which cases have one cause: one level, a child has one parent. Children keep their reporters, clocks and states; they hear what becomes of the parent.';
