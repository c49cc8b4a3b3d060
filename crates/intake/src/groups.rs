//! Problems and warnings, put together by what repairs them.

use crate::mapping::Field;
use crate::plan::{Outcome, Trouble};
use crate::trouble::{Problem, ProblemCode, ProblemGroup};
use std::collections::HashMap;

/// The groups of all rows: problems first, the most frequent first.
pub(crate) fn of(rows: &[Outcome]) -> Vec<ProblemGroup> {
    let mut places: HashMap<(ProblemCode, Field, &str), usize> = HashMap::new();
    let mut groups: Vec<ProblemGroup> = Vec::new();
    let troubles = rows.iter().filter_map(|row| row.trouble.as_deref());
    for problem in troubles.flat_map(Trouble::all) {
        let key = (problem.code, problem.field, problem.found.as_str());
        let place = *places.entry(key).or_insert_with(|| {
            groups.push(group(problem));
            groups.len() - 1
        });
        groups[place].rows += 1;
    }
    // Stable: of groups alike the one that the file shows first.
    groups.sort_by_key(|group| (group.code.is_warning(), std::cmp::Reverse(group.rows)));
    groups
}

fn group(problem: &Problem) -> ProblemGroup {
    ProblemGroup {
        code: problem.code,
        field: problem.field,
        found: problem.found.clone(),
        message: problem.message.clone(),
        rows: 0,
        suggestion: problem.suggestion.clone(),
        choices: problem.choices.clone(),
    }
}
