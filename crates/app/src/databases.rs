//! The databases of a connection: opened together, and laid aside where they can't be read any more.

use crate::contract::{AppError, ErrorCode};
use crate::errors::{of_drafts, of_journal, of_review, of_roster};
use crate::home::{make_folder, storage_io};
use jiff::Timestamp;
use rollcall_core::{phrase, sentence};
use rollcall_drafts::{Drafts, DraftsError};
use rollcall_review::{ReviewError, Reviews};
use rollcall_roster::{Roster, RosterError};
use rollcall_runs::{Journal, JournalError};
use rollcall_store::{DataKey, StoreError};
use std::path::Path;

/// Everything that is kept of a connection.
pub(crate) struct Databases {
    pub roster: Roster,
    pub journal: Journal,
    pub drafts: Drafts,
    pub reviews: Reviews,
}

/// What of it can't be fetched again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    Runs,
    Drafts,
    Reviews,
}

impl Kept {
    fn words(self) -> &'static str {
        match self {
            Self::Runs => "the record of who was invited",
            Self::Drafts => "the drafts",
            Self::Reviews => "the access reviews",
        }
    }
}

const ROSTER: &str = "roster.db";
const JOURNAL: &str = "journal.db";
const DRAFTS: &str = "drafts.db";
const REVIEWS: &str = "review.db";

/// Opens all of it. A list of people that can't be read is laid aside and fetched anew, but only where everything
/// else can: with a wrong key for once, nothing is moved.
pub(crate) fn open(folder: &Path, key: Option<&DataKey>) -> Result<Databases, AppError> {
    let mut lost = Vec::new();
    let journal = readable(journal(folder, key), &mut lost, Kept::Runs)?;
    let drafts = readable(drafts(folder, key), &mut lost, Kept::Drafts)?;
    let reviews = readable(reviews(folder, key), &mut lost, Kept::Reviews)?;
    let (Some(journal), Some(drafts), Some(reviews)) = (journal, drafts, reviews) else {
        return Err(told(&lost));
    };
    let roster = match Roster::open(&folder.join(ROSTER), key) {
        Err(RosterError::Store(problem)) if is_lost(&problem) => {
            lay_one_aside(folder, ROSTER)?;
            Roster::open(&folder.join(ROSTER), key)
        }
        opened => opened,
    };
    Ok(Databases { roster: roster.map_err(of_roster)?, journal, drafts, reviews })
}

/// Lays aside what can't be read, and begins the journal anew as one that was lost.
pub(crate) fn lay_aside(folder: &Path, key: Option<&DataKey>) -> Result<(), AppError> {
    let mut lost = Vec::new();
    // The journal first, while the list is still beside it: should the process die in between, the next one finds a
    // list without a journal and knows what that means.
    if readable(journal(folder, key), &mut lost, Kept::Runs)?.is_none() {
        lay_one_aside(folder, JOURNAL)?;
        Journal::open_after_loss(&folder.join(JOURNAL), key).map_err(of_journal)?;
    }
    // A list that can't be read is laid aside when all is opened again.
    if readable(drafts(folder, key), &mut lost, Kept::Drafts)?.is_none() {
        lay_one_aside(folder, DRAFTS)?;
    }
    if readable(reviews(folder, key), &mut lost, Kept::Reviews)?.is_none() {
        lay_one_aside(folder, REVIEWS)?;
    }
    Ok(())
}

/// What opening a database comes to: what is in it, or why it can't be opened, whether or not that is for good.
type Opened<T> = Result<T, (bool, AppError)>;

fn journal(folder: &Path, key: Option<&DataKey>) -> Opened<Journal> {
    let path = folder.join(JOURNAL);
    // The journal is made whole before the list is: a list without one, or with an empty one, means that it was lost.
    let opened = match rollcall_store::is_nothing(&path) {
        Ok(true) if folder.join(ROSTER).exists() => Journal::open_after_loss(&path, key),
        Ok(_) => Journal::open(&path, key),
        Err(problem) => Err(problem.into()),
    };
    opened.map_err(|problem| match &problem {
        JournalError::Store(store) => (is_lost(store), of_journal(problem)),
        _ => (false, of_journal(problem)),
    })
}

fn drafts(folder: &Path, key: Option<&DataKey>) -> Opened<Drafts> {
    Drafts::open(&folder.join(DRAFTS), key).map_err(|problem| match &problem {
        DraftsError::Store(store) => (is_lost(store), of_drafts(problem)),
        DraftsError::Gone => (false, of_drafts(problem)),
    })
}

fn reviews(folder: &Path, key: Option<&DataKey>) -> Opened<Reviews> {
    Reviews::open(&folder.join(REVIEWS), key).map_err(|problem| match &problem {
        ReviewError::Store(store) => (is_lost(store), of_review(problem)),
        _ => (false, of_review(problem)),
    })
}

/// Nothing where it is lost, which is noted; any other problem ends it.
fn readable<T>(opened: Opened<T>, lost: &mut Vec<Kept>, what: Kept) -> Result<Option<T>, AppError> {
    match opened {
        Ok(opened) => Ok(Some(opened)),
        Err((true, problem)) => {
            tracing::warn!(what = what.words(), code = ?problem.code, "a database can't be read any more");
            lost.push(what);
            Ok(None)
        }
        Err((false, problem)) => Err(problem),
    }
}

/// Whether waiting and trying again will not help.
fn is_lost(problem: &StoreError) -> bool {
    matches!(problem, StoreError::WrongKey | StoreError::NotADatabase | StoreError::Damaged)
}

/// What can't be read, that it is kept, and what comes next.
fn told(lost: &[Kept]) -> AppError {
    let words: Vec<&str> = lost.iter().map(|kept| kept.words()).collect();
    let what = match words.as_slice() {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        _ => words.concat(),
    };
    let mut told = sentence!(
        "Rollcall can't read {what} of this platform: the key in the keychain is another one than they were encrypted \
         with, or the files are damaged. Nothing was changed. If there is a copy of the keychain or of the data folder, \
         bring it back and try again. If not, begin anew: the old files are kept beside the new ones, and the list of \
         people is fetched again.",
        what = what
    )
    .text;
    if lost.contains(&Kept::Runs) {
        told.push(' ');
        told.push_str(phrase!(
            "Before anything is sent, Rollcall then waits and looks at who is there, so that nobody is invited twice."
        ));
    }
    AppError::new(ErrorCode::StorageLost, told)
}

/// Moves a database with its logs into a folder of the day beside it.
fn lay_one_aside(folder: &Path, name: &str) -> Result<(), AppError> {
    let moment = Timestamp::now().strftime("%Y-%m-%dT%H-%M-%SZ").to_string();
    let aside = folder.join(format!("unreadable-{moment}"));
    make_folder(&aside)?;
    // The database last: as long as it is there it is known that something is left to be moved.
    for suffix in ["-shm", "-wal", "-journal", ""] {
        let file = format!("{name}{suffix}");
        match std::fs::rename(folder.join(&file), aside.join(&file)) {
            Err(problem) if problem.kind() != std::io::ErrorKind::NotFound => {
                return Err(storage_io(&problem));
            }
            _ => {}
        }
    }
    tracing::warn!(name, "a database that can't be read was laid aside");
    Ok(())
}
