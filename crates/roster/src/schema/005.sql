-- Organizations that a person told from a small list of their own, for platforms that list none or not all of them.
-- They lie under what the platform lists: of an organization that it names itself, its own word holds. See told.rs.

CREATE TABLE told_organization (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    erp_id TEXT,
    kind TEXT,
    parent_id TEXT
);
