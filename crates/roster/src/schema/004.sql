-- What each refresh changed, so that any two of them can be compared without keeping their lists.
--
-- refresh: one row for each list that was taken over and is kept. joined, gone and changed count people against the
-- kept refresh before; the oldest one is the beginning and counts none.
-- delta: one row for each person of whom something is different in that refresh than in the kept one before.
-- name, email: as of that refresh, or as last known of somebody who is gone. before, after: fields as JSON, only
-- those that differ; all of them where the person joined (before is NULL) or is gone (after is NULL). See delta.rs.
-- gone_name: what a role, identity provider or organization was called that is listed no more.

CREATE TABLE refresh (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    people INTEGER NOT NULL,
    joined INTEGER NOT NULL,
    gone INTEGER NOT NULL,
    changed INTEGER NOT NULL
);
-- The list that stands is the beginning.
INSERT INTO refresh SELECT 1, fetched_at, people, 0, 0, 0 FROM roster
WHERE shelf IS NOT NULL AND fetched_at IS NOT NULL;

CREATE TABLE delta (
    refresh INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (refresh, user_id)
) WITHOUT ROWID;
CREATE INDEX delta_of_user ON delta (user_id);

CREATE TABLE gone_name (
    kind TEXT NOT NULL CHECK (kind IN ('role', 'provider', 'organization')),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
