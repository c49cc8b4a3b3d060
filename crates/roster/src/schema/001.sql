-- The list lies in one of two shelves, a and b. A refresh fills the other one and then makes it the
-- list by changing roster.shelf, so that readers see one whole list or the other.
--
-- A person's number, n, counts from 1 in the order of arrival and is good within one list only.
-- text_*: what a person is searched by, folded. trigram_*: the same, indexed by three letters.
-- sorted_*: all numbers in the order of a column, as 4 bytes each; see order.rs.
-- people: how many hold the role, use the provider, belong to the organization.

CREATE TABLE roster (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    shelf TEXT CHECK (shelf IN ('a', 'b')),
    generation INTEGER NOT NULL,
    people INTEGER NOT NULL,
    states TEXT NOT NULL,
    organizations_listed INTEGER NOT NULL,
    fetched_at TEXT,
    complete INTEGER NOT NULL,
    subject TEXT,
    scope TEXT NOT NULL,
    staging INTEGER NOT NULL,
    failed_at TEXT,
    failure TEXT
);
INSERT INTO roster VALUES (1, NULL, 0, 0, '[]', 0, NULL, 0, NULL, '', 0, NULL, NULL);

CREATE TABLE user_a (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL,
    canonical TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT,
    accessibility TEXT,
    role_ids TEXT NOT NULL,
    identity_provider_id TEXT,
    external_id TEXT,
    organization_ids TEXT NOT NULL,
    other TEXT NOT NULL
);
CREATE INDEX user_a_canonical ON user_a (canonical);
CREATE INDEX user_a_state ON user_a (state);
CREATE INDEX user_a_identity_provider ON user_a (identity_provider_id);
CREATE TABLE user_a_role (
    role_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (role_id, n)
) WITHOUT ROWID;
CREATE TABLE user_a_organization (
    organization_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (organization_id, n)
) WITHOUT ROWID;
CREATE TABLE text_a (
    n INTEGER PRIMARY KEY,
    folded TEXT NOT NULL
);
CREATE VIRTUAL TABLE trigram_a USING fts5 (
    folded, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
);
CREATE TABLE role_a (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    weight INTEGER,
    people INTEGER NOT NULL
);
CREATE TABLE identity_provider_a (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    prefix TEXT,
    enabled INTEGER NOT NULL,
    people INTEGER NOT NULL
);
CREATE TABLE organization_a (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    erp_id TEXT,
    kind TEXT,
    parent_id TEXT,
    people INTEGER NOT NULL
);
CREATE TABLE sorted_a (
    sort_column TEXT PRIMARY KEY,
    filled INTEGER NOT NULL,
    numbers BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE user_b (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL,
    canonical TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT,
    accessibility TEXT,
    role_ids TEXT NOT NULL,
    identity_provider_id TEXT,
    external_id TEXT,
    organization_ids TEXT NOT NULL,
    other TEXT NOT NULL
);
CREATE INDEX user_b_canonical ON user_b (canonical);
CREATE INDEX user_b_state ON user_b (state);
CREATE INDEX user_b_identity_provider ON user_b (identity_provider_id);
CREATE TABLE user_b_role (
    role_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (role_id, n)
) WITHOUT ROWID;
CREATE TABLE user_b_organization (
    organization_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (organization_id, n)
) WITHOUT ROWID;
CREATE TABLE text_b (
    n INTEGER PRIMARY KEY,
    folded TEXT NOT NULL
);
CREATE VIRTUAL TABLE trigram_b USING fts5 (
    folded, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
);
CREATE TABLE role_b (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    weight INTEGER,
    people INTEGER NOT NULL
);
CREATE TABLE identity_provider_b (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    prefix TEXT,
    enabled INTEGER NOT NULL,
    people INTEGER NOT NULL
);
CREATE TABLE organization_b (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    erp_id TEXT,
    kind TEXT,
    parent_id TEXT,
    people INTEGER NOT NULL
);
CREATE TABLE sorted_b (
    sort_column TEXT PRIMARY KEY,
    filled INTEGER NOT NULL,
    numbers BLOB NOT NULL
) WITHOUT ROWID;
