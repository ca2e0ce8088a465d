-- What rooms publish for other rooms' SQL to read: views, each with its purpose and its owner in its comment.
CREATE SCHEMA IF NOT EXISTS published;
COMMENT ON SCHEMA published IS 'Views that a room publishes for others to read. A view is a promise: its columns keep their names and meaning.';
