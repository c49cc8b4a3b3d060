//! The journal's tables. A released migration is never edited; a change is one more.

use rollcall_store::Schema;

/// The kind and the versions of a journal.
pub(crate) const SCHEMA: Schema = Schema {
    name: "journal",
    // "RcJn"
    application_id: 0x5263_4A6E,
    migrations: &[V1, V2],
};

/// When this journal was begun anew though there had been one before: see [`super::Journal::open_after_loss`].
const V2: &str = "
CREATE TABLE losses (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    wall TEXT NOT NULL,
    epoch TEXT NOT NULL,
    steady_ms INTEGER NOT NULL
);
CREATE TRIGGER losses_fixed BEFORE UPDATE ON losses
    BEGIN SELECT RAISE(ABORT, 'a loss is never rewritten'); END;
CREATE TRIGGER losses_stay BEFORE DELETE ON losses
    BEGIN SELECT RAISE(ABORT, 'a loss is never removed'); END;
";

/// What happened is in `events`, `calls`, `answers`, `scans` and `run_events`, to which rows are only
/// ever added. What stands now is in the second half of `rows` and in `tally`; both are changed in the
/// transaction that adds the event, and can be worked out again from the events.
const V1: &str = "
CREATE TABLE runs (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    profile TEXT NOT NULL,
    title TEXT NOT NULL,
    file_sha256 TEXT,
    fingerprint TEXT NOT NULL,
    started_by TEXT NOT NULL,
    platform TEXT NOT NULL,
    subject TEXT,
    headers TEXT NOT NULL,
    list_age_seconds INTEGER,
    mark INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    people INTEGER NOT NULL,
    wall TEXT NOT NULL,
    epoch TEXT NOT NULL,
    steady_ms INTEGER NOT NULL
);
CREATE INDEX runs_by_fingerprint ON runs (fingerprint);

CREATE TABLE rows (
    run INTEGER NOT NULL REFERENCES runs (key),
    row INTEGER NOT NULL,
    email TEXT NOT NULL,
    canonical TEXT,
    of_row INTEGER,
    cells TEXT NOT NULL,
    invitation TEXT,
    first_state TEXT NOT NULL,
    first_code TEXT,
    first_message TEXT,
    first_listed INTEGER NOT NULL,
    first_created TEXT,

    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    cap INTEGER,
    code TEXT,
    message TEXT,
    user_id TEXT,
    listed INTEGER NOT NULL,
    created TEXT,
    doubt INTEGER NOT NULL,
    mark INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    wall TEXT NOT NULL,
    epoch TEXT NOT NULL,
    steady_ms INTEGER NOT NULL,
    UNIQUE (run, row)
);
CREATE INDEX rows_by_state ON rows (run, state, row);
CREATE INDEX rows_by_person ON rows (canonical) WHERE canonical IS NOT NULL;
CREATE UNIQUE INDEX single_flight ON rows (canonical) WHERE state IN ('in-flight', 'unknown');

CREATE TABLE calls (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL REFERENCES runs (key),
    people INTEGER NOT NULL,
    body_sha256 TEXT NOT NULL,
    wall TEXT NOT NULL,
    epoch TEXT NOT NULL,
    steady_ms INTEGER NOT NULL
);
CREATE INDEX calls_by_run ON calls (run);

CREATE TABLE answers (
    call INTEGER PRIMARY KEY REFERENCES calls (key),
    code TEXT NOT NULL,
    understood INTEGER,
    wall TEXT NOT NULL,
    epoch TEXT NOT NULL,
    steady_ms INTEGER NOT NULL
);

CREATE TABLE scans (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    baseline_of INTEGER REFERENCES runs (key),
    begun_at TEXT NOT NULL,
    wall TEXT NOT NULL,
    epoch TEXT NOT NULL,
    steady_ms INTEGER NOT NULL
);

CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL,
    row INTEGER NOT NULL,
    step TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    call INTEGER REFERENCES calls (key),
    scan INTEGER REFERENCES scans (key),
    cap INTEGER,
    code TEXT,
    message TEXT,
    user_id TEXT,
    listed INTEGER,
    created TEXT,
    said_by TEXT,
    wall TEXT NOT NULL,
    epoch TEXT NOT NULL,
    steady_ms INTEGER NOT NULL,
    FOREIGN KEY (run, row) REFERENCES rows (run, row)
);
CREATE INDEX events_by_row ON events (run, row, seq);

CREATE TABLE run_events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL REFERENCES runs (key),
    state TEXT NOT NULL,
    until TEXT,
    reason TEXT,
    wall TEXT NOT NULL,
    epoch TEXT NOT NULL,
    steady_ms INTEGER NOT NULL
);
CREATE INDEX run_events_by_run ON run_events (run, seq);

CREATE TABLE tally (
    run INTEGER NOT NULL REFERENCES runs (key),
    state TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (run, state)
) WITHOUT ROWID;

CREATE TRIGGER tally_new AFTER INSERT ON rows BEGIN
    INSERT INTO tally (run, state, n) VALUES (NEW.run, NEW.state, 1)
        ON CONFLICT (run, state) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER tally_move AFTER UPDATE OF state ON rows WHEN NEW.state <> OLD.state BEGIN
    UPDATE tally SET n = n - 1 WHERE run = OLD.run AND state = OLD.state;
    INSERT INTO tally (run, state, n) VALUES (NEW.run, NEW.state, 1)
        ON CONFLICT (run, state) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER rows_as_read BEFORE UPDATE OF run, row, email, canonical, of_row, cells, invitation,
    first_state, first_code, first_message, first_listed, first_created ON rows
    BEGIN SELECT RAISE(ABORT, 'what was read of a row never changes'); END;
CREATE TRIGGER rows_ended BEFORE UPDATE OF state ON rows
    WHEN OLD.state IN ('rejected', 'duplicate', 'folded', 'already-present', 'cancelled', 'confirmed',
                       'confirmed-by-list', 'refused', 'resolved')
    BEGIN SELECT RAISE(ABORT, 'a row that ended never changes'); END;
CREATE TRIGGER rows_stay BEFORE DELETE ON rows
    BEGIN SELECT RAISE(ABORT, 'a row of a run is never removed'); END;
CREATE TRIGGER runs_fixed BEFORE UPDATE ON runs
    BEGIN SELECT RAISE(ABORT, 'a run is never rewritten'); END;
CREATE TRIGGER runs_stay BEFORE DELETE ON runs
    BEGIN SELECT RAISE(ABORT, 'a run is never removed'); END;
CREATE TRIGGER events_fixed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'an event is never rewritten'); END;
CREATE TRIGGER events_stay BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
CREATE TRIGGER calls_fixed BEFORE UPDATE ON calls
    BEGIN SELECT RAISE(ABORT, 'a call is never rewritten'); END;
CREATE TRIGGER calls_stay BEFORE DELETE ON calls
    BEGIN SELECT RAISE(ABORT, 'a call is never removed'); END;
CREATE TRIGGER answers_fixed BEFORE UPDATE ON answers
    BEGIN SELECT RAISE(ABORT, 'an answer is never rewritten'); END;
CREATE TRIGGER answers_stay BEFORE DELETE ON answers
    BEGIN SELECT RAISE(ABORT, 'an answer is never removed'); END;
CREATE TRIGGER scans_fixed BEFORE UPDATE ON scans
    BEGIN SELECT RAISE(ABORT, 'a scan is never rewritten'); END;
CREATE TRIGGER scans_stay BEFORE DELETE ON scans
    BEGIN SELECT RAISE(ABORT, 'a scan is never removed'); END;
CREATE TRIGGER run_events_fixed BEFORE UPDATE ON run_events
    BEGIN SELECT RAISE(ABORT, 'an event is never rewritten'); END;
CREATE TRIGGER run_events_stay BEFORE DELETE ON run_events
    BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
";
