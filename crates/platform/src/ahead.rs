//! Pages of users that are asked for before it is their turn.

use crate::asking::{ListPage, Question};
use crate::error::Call;
use crate::failures::unreadable;
use crate::http::Patience;
use crate::marks::Next;
use crate::{Platform, PlatformError, Scope};
use rollcall_core::User;
use tokio::task::JoinHandle;

/// Pages that are under way at once.
pub(crate) const PAGES_AT_ONCE: u32 = 4;

/// Whose people a list holds.
#[derive(Clone)]
pub(crate) struct Whose {
    /// Says what kind of id it is.
    pub(crate) scope: Scope,
    pub(crate) id: String,
}

/// A page as it came.
pub(crate) struct Page {
    pub(crate) people: Vec<User>,
    /// Entries that can't be read.
    pub(crate) unreadable: usize,
    pub(crate) total: Option<u32>,
    pub(crate) next: Next,
}

/// Pages under way, each in a task of its own, which reads them as well.
#[derive(Default)]
pub(crate) struct Ahead(Vec<(Question, Asked)>);

/// A page under way; nobody asks on where nobody waits.
struct Asked(JoinHandle<Result<Page, PlatformError>>);

impl Drop for Asked {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Ahead {
    /// The first of the pages `wanted` of a list, while the others are under way as well.
    ///
    /// # Errors
    /// [`PlatformError`] when it could not be had; it is asked for anew by the next call.
    pub(crate) async fn first(
        &mut self,
        platform: &Platform,
        whose: &Whose,
        wanted: Vec<Question>,
        patience: Patience,
    ) -> Result<Page, PlatformError> {
        // What is not wanted any more was guessed wrongly.
        self.0.retain(|(question, _)| wanted.contains(question));
        for question in &wanted {
            if !self.0.iter().any(|(asked, _)| asked == question) {
                let asked = read(platform.clone(), whose.clone(), question.clone(), patience);
                self.0.push((question.clone(), Asked(tokio::spawn(asked))));
            }
        }
        let place = self.0.iter().position(|(question, _)| wanted.first() == Some(question));
        let Some(place) = place else { return Err(unreadable(Call::Users)) };
        let (_, mut asked) = self.0.remove(place);
        (&mut asked.0).await.unwrap_or_else(|_| Err(unreadable(Call::Users)))
    }

    /// Forgets what is under way: another list follows.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

/// Asks for one page and reads it.
pub(crate) async fn read(
    platform: Platform,
    whose: Whose,
    question: Question,
    patience: Patience,
) -> Result<Page, PlatformError> {
    let call = &platform.description().wording.calls.users;
    let whose = (&whose.scope, whose.id.as_str());
    let ListPage { items, total, next } =
        platform.list_page(Call::Users, call, whose, &question, patience).await?;
    let readers = platform.readers();
    let entries = items.len();
    let read = |item| readers.user.read(&readers.shapes, item);
    let people: Vec<User> = items.into_iter().filter_map(read).collect();
    Ok(Page { unreadable: entries - people.len(), people, total, next })
}
