//! Pages of users that are asked for before it is their turn.

use crate::error::Call;
use crate::failures::unreadable;
use crate::http::Patience;
use crate::{Platform, PlatformError, Scope};
use rollcall_core::User;
use tokio::task::JoinHandle;

/// Pages that are under way at once.
pub(crate) const PAGES_AT_ONCE: u32 = 4;

/// What a page is asked for with.
pub(crate) type Query = Vec<(String, String)>;

/// Whose people a list holds.
#[derive(Clone)]
pub(crate) struct Whose {
    /// Says what kind of id it is.
    pub(crate) scope: Scope,
    pub(crate) id: String,
}

/// A page as it came.
pub(crate) struct Page {
    /// `None`: an entry that can't be read.
    pub(crate) entries: Vec<Option<User>>,
    pub(crate) total: Option<u32>,
}

/// Pages under way, each in a task of its own, which reads them as well.
#[derive(Default)]
pub(crate) struct Ahead(Vec<(Query, Asked)>);

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
        wanted: Vec<Query>,
        patience: Patience,
    ) -> Result<Page, PlatformError> {
        // What is not wanted any more was guessed wrongly.
        self.0.retain(|(query, _)| wanted.contains(query));
        for query in &wanted {
            if !self.0.iter().any(|(asked, _)| asked == query) {
                let asked = read(platform.clone(), whose.clone(), query.clone(), patience);
                self.0.push((query.clone(), Asked(tokio::spawn(asked))));
            }
        }
        let place = self.0.iter().position(|(query, _)| wanted.first() == Some(query));
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
    query: Query,
    patience: Patience,
) -> Result<Page, PlatformError> {
    let call = &platform.description().wording.calls.users;
    let url = platform.list_url(call, &whose.scope, &whose.id, query);
    let answer = platform.wire().read(Call::Users, &url, patience).await?;
    let readers = platform.readers();
    let listed = readers.shapes.list(answer).ok_or_else(|| unreadable(Call::Users))?;
    let entries = listed.items.into_iter().map(|item| readers.user.read(&readers.shapes, item)).collect();
    Ok(Page { entries, total: listed.total })
}
