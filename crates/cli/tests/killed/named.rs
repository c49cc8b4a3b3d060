//! The named points of the journal.

/// How often a start passes a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// The start that writes the run, and no other.
    ByTheFirst,
    Once,
    WithEachCall,
    WithEachLook,
}

/// The points in the order of one call, as `rollcall_runs` names them.
pub const POINTS: [(&str, Passed); 12] = [
    ("run-uncommitted", Passed::ByTheFirst),
    ("run-written", Passed::ByTheFirst),
    ("recovered", Passed::Once),
    ("claim-uncommitted", Passed::WithEachCall),
    ("claimed", Passed::WithEachCall),
    ("answered", Passed::WithEachCall),
    ("record-uncommitted", Passed::WithEachCall),
    ("recorded", Passed::WithEachCall),
    ("list-read", Passed::WithEachLook),
    ("settle-uncommitted", Passed::WithEachLook),
    ("settled", Passed::WithEachLook),
    ("ending", Passed::Once),
];

/// The names of all points.
pub const NAMES: [&str; POINTS.len()] = {
    let mut names = [""; POINTS.len()];
    let mut at = 0;
    while at < POINTS.len() {
        names[at] = POINTS[at].0;
        at += 1;
    }
    names
};
