//! What views may be called.

use super::kept::{MOST_VIEWS, bad};
use crate::contract::{AppError, UserView};
use rollcall_core::phrase;

/// The most characters of a name.
const MOST_CHARS: usize = 60;

/// A name as it is kept: without blanks around it, and on one line.
pub(super) fn tidy(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}

/// Refuses a name that is empty, too long, or another view's.
pub(super) fn judge(view: &UserView, others: &[UserView]) -> Result<(), AppError> {
    if view.name.is_empty() {
        return Err(bad(phrase!("Give the view a name.")));
    }
    if view.name.chars().count() > MOST_CHARS {
        return Err(bad(phrase!("The name of a view has at most 60 characters. Choose a shorter one.")));
    }
    if is_taken(&view.name, &view.id, others) {
        return Err(bad(phrase!("Another view has that name. Choose one that tells them apart.")));
    }
    if others.len() >= MOST_VIEWS && others.iter().all(|other| other.id != view.id) {
        return Err(bad(phrase!(
            "A connection has at most 100 views. Remove one that you no longer need, then save this one."
        )));
    }
    Ok(())
}

/// A name that no other view has: the same, or with the next number behind it.
pub(super) fn free(name: &str, id: &str, others: &[UserView]) -> String {
    let name = match shorten(&tidy(name), MOST_CHARS) {
        empty if empty.is_empty() => "View".to_owned(),
        name => name,
    };
    let numbered = |number: usize| {
        let behind = format!(" ({number})");
        shorten(&name, MOST_CHARS - behind.len()) + &behind
    };
    std::iter::once(name.clone())
        .chain((2..).map(numbered))
        .find(|name| !is_taken(name, id, others))
        .unwrap_or_default()
}

fn is_taken(name: &str, id: &str, others: &[UserView]) -> bool {
    let name = name.to_lowercase();
    others.iter().any(|other| other.id != id && other.name.to_lowercase() == name)
}

fn shorten(name: &str, most: usize) -> String {
    name.chars().take(most).collect::<String>().trim_end().to_owned()
}
