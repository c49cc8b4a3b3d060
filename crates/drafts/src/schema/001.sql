-- draft: one file, or people typed by hand, being prepared. `holds` is how many of its steps hold; those
-- beyond were taken back and can be brought back. Its bytes stand apart, so that a list of drafts is cheap.
-- mapping: what the columns of files of one shape meant. answer: what a value meant.
-- Steps, columns and meanings are JSON of whoever owns the draft: this database only keeps them.

CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    name TEXT,
    origin TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    rows INTEGER NOT NULL,
    holds INTEGER NOT NULL,
    changed_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX draft_sha256 ON draft (sha256);

CREATE TABLE draft_bytes (
    draft TEXT PRIMARY KEY REFERENCES draft (id) ON DELETE CASCADE,
    bytes BLOB NOT NULL
);

CREATE TABLE step (
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    step TEXT NOT NULL,
    PRIMARY KEY (draft, position)
);

CREATE TABLE mapping (
    id TEXT PRIMARY KEY,
    shape TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    columns TEXT NOT NULL,
    used_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE answer (
    id TEXT PRIMARY KEY,
    field TEXT NOT NULL,
    key TEXT NOT NULL,
    found TEXT NOT NULL,
    means TEXT NOT NULL,
    used_at TEXT NOT NULL,
    UNIQUE (field, key)
) WITHOUT ROWID;
