-- review: one access review. scope, facts: JSON of whoever owns the reviews; this database only keeps them.
-- platform: which platform and which part of it the list was of; no list of another one says anything here.
-- compared_with: the list by which people were marked as changed or left. followed_by: the one by which the
-- removals were followed after the end.
--
-- person: everybody who is looked at, as they were in the list that the review rests on (held, JSON); n is the
-- place in its order. search: what they are found by, folded. since, now: what a later list says of them.
-- appeared: people of the scope whom a later list brought. They are not looked at.
-- act: what was done, in order, so that it can be undone; before: how each person stood before it.
-- hand_over, handed: a part that was given to somebody else, and who was in it.
-- follow: what became of the removals.

CREATE TABLE review (
    id TEXT PRIMARY KEY,
    scope TEXT NOT NULL,
    words TEXT NOT NULL,
    platform TEXT NOT NULL,
    facts TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    reviewer_email TEXT,
    started_at TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    roster_hash TEXT NOT NULL,
    previous TEXT,
    repeat_months INTEGER,
    compared_with TEXT NOT NULL,
    finished_at TEXT,
    finished_by TEXT,
    finished_undecided INTEGER,
    followed_by TEXT
) WITHOUT ROWID;

CREATE TABLE person (
    review TEXT NOT NULL REFERENCES review (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    search TEXT NOT NULL,
    held TEXT NOT NULL,
    own INTEGER NOT NULL,
    decision TEXT CHECK (decision IN ('keep', 'remove', 'ask')),
    note TEXT NOT NULL,
    decided_by TEXT,
    decided_at TEXT,
    decided_in TEXT,
    hand_over TEXT,
    since TEXT CHECK (since IN ('changed', 'left')),
    now TEXT
);
CREATE UNIQUE INDEX person_place ON person (review, n);
CREATE UNIQUE INDEX person_user ON person (review, user_id);
CREATE INDEX person_decision ON person (review, decision, n);
CREATE INDEX person_since ON person (review, since, n);
CREATE INDEX person_hand_over ON person (review, hand_over, n);
CREATE INDEX person_own ON person (review, own, n);

CREATE TABLE appeared (
    review TEXT NOT NULL REFERENCES review (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    search TEXT NOT NULL,
    held TEXT NOT NULL,
    PRIMARY KEY (review, n)
) WITHOUT ROWID;

CREATE TABLE act (
    review TEXT NOT NULL REFERENCES review (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    decision TEXT,
    people INTEGER NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (review, number)
) WITHOUT ROWID;

CREATE TABLE before (
    review TEXT NOT NULL,
    number INTEGER NOT NULL,
    n INTEGER NOT NULL,
    decision TEXT,
    note TEXT NOT NULL,
    decided_by TEXT,
    decided_at TEXT,
    decided_in TEXT,
    PRIMARY KEY (review, number, n),
    FOREIGN KEY (review, number) REFERENCES act (review, number) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE hand_over (
    id TEXT PRIMARY KEY,
    review TEXT NOT NULL REFERENCES review (id) ON DELETE CASCADE,
    handed_to TEXT NOT NULL,
    at TEXT NOT NULL,
    returned_at TEXT
) WITHOUT ROWID;
CREATE INDEX hand_over_review ON hand_over (review, at);

CREATE TABLE handed (
    hand_over TEXT NOT NULL REFERENCES hand_over (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    PRIMARY KEY (hand_over, n)
) WITHOUT ROWID;

CREATE TABLE follow (
    review TEXT NOT NULL REFERENCES review (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    stands TEXT NOT NULL CHECK (stands IN ('gone', 'blocked', 'partly', 'still-there', 'another-account')),
    now TEXT,
    PRIMARY KEY (review, n)
) WITHOUT ROWID;
