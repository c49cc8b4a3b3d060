//! Use cases: keep, order and forget views; the file in which they lie.

use super::names::{judge, tidy};
use super::written;
use crate::App;
use crate::contract::*;
use crate::errors::blocking;
use crate::home::{file_name, storage_io, write_json};
use crate::locked;
use rollcall_core::phrase;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use uuid::Uuid;

/// The most views of a connection.
pub(super) const MOST_VIEWS: usize = 100;

/// The version of the file's shape.
pub(super) const SCHEMA: u32 = 1;

/// Lies beside the list.
const FILE: &str = "views.json";

/// The views of one connection: one change after another, and each of them whole.
pub(crate) struct KeptViews {
    path: PathBuf,
    /// The name of the file that was put aside since this process began.
    set_aside: Mutex<Option<String>>,
}

/// What the file holds.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kept {
    schema: u32,
    #[serde(default, deserialize_with = "written::views")]
    views: Vec<UserView>,
    #[serde(default, deserialize_with = "written::view")]
    last: Option<UserView>,
}

impl Default for Kept {
    fn default() -> Self {
        Self { schema: SCHEMA, views: Vec::new(), last: None }
    }
}

impl App {
    /// The views of a connection, and how its screen stood last.
    pub async fn list_views(&self, profile: String) -> Result<UserViews, AppError> {
        self.with_views(&profile, |_| Ok(Change::None)).await
    }

    /// Keeps a view; one without an id is a new one.
    pub async fn save_view(&self, profile: String, view: UserView) -> Result<UserViews, AppError> {
        self.with_views(&profile, |views| save(views, view)).await
    }

    /// Forgets a view.
    pub async fn remove_view(&self, profile: String, id: String) -> Result<UserViews, AppError> {
        let remove = move |views: &mut UserViews| {
            views.views.retain(|view| view.id != id);
            Ok(Change::Some)
        };
        self.with_views(&profile, remove).await
    }

    /// Puts the views in this order; those that are not named stay behind them, in the order in which they stood.
    pub async fn order_views(&self, profile: String, ids: Vec<String>) -> Result<UserViews, AppError> {
        let place = move |view: &UserView| ids.iter().position(|id| *id == view.id).unwrap_or(usize::MAX);
        let order = move |views: &mut UserViews| {
            views.views.sort_by_key(place);
            Ok(Change::Some)
        };
        self.with_views(&profile, order).await
    }

    /// Keeps how the screen stands.
    pub async fn keep_last_view(&self, profile: String, view: UserView) -> Result<(), AppError> {
        let keep = move |views: &mut UserViews| {
            views.last = Some(UserView { id: String::new(), ..view });
            Ok(Change::Some)
        };
        self.with_views(&profile, keep).await.map(drop)
    }

    /// The view of this name, in any case.
    ///
    /// # Errors
    /// [`ErrorCode::BadRequest`] where there is none; it names those that there are.
    pub async fn view_named(&self, profile: &str, name: &str) -> Result<UserView, AppError> {
        let views = self.list_views(profile.to_owned()).await?.views;
        let wanted = tidy(name).to_lowercase();
        let names: Vec<String> = views.iter().map(|view| view.name.clone()).collect();
        views.into_iter().find(|view| view.name.to_lowercase() == wanted).ok_or_else(|| match names.len() {
            0 => bad("This connection has no saved views. They are saved in the window, or imported there from a file."),
            _ => bad(&format!("There is no view \"{name}\". There are: {}.", names.join(", "))),
        })
    }

    pub(super) async fn with_views(
        &self,
        profile: &str,
        change: impl FnOnce(&mut UserViews) -> Result<Change, AppError> + Send + 'static,
    ) -> Result<UserViews, AppError> {
        let platform = self.platform(profile).await?;
        blocking(move || platform.views.with(change)).await
    }
}

/// Whether something was changed that has to be kept.
pub(super) enum Change {
    None,
    Some,
}

impl KeptViews {
    /// Those in a connection's folder.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { path: folder.join(FILE), set_aside: Mutex::default() }
    }

    /// Looks at the views, and keeps what `change` makes of them. Blocks.
    fn with(
        &self,
        change: impl FnOnce(&mut UserViews) -> Result<Change, AppError>,
    ) -> Result<UserViews, AppError> {
        // Held throughout: two changes at once would lose one of them.
        let mut set_aside = locked(&self.set_aside);
        let Kept { views, last, .. } = self.read(&mut set_aside)?;
        let mut views = UserViews { views, last, set_aside: set_aside.clone() };
        if let Change::Some = change(&mut views)? {
            let kept = Kept { schema: SCHEMA, views: views.views.clone(), last: views.last.clone() };
            write_json(&self.path, &kept)?;
        }
        Ok(views)
    }

    fn read(&self, set_aside: &mut Option<String>) -> Result<Kept, AppError> {
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(problem) if problem.kind() == ErrorKind::NotFound => return Ok(Kept::default()),
            Err(problem) => return Err(storage_io(&problem)),
        };
        let schema = schema_of(&bytes);
        if let Some(newer) = schema.filter(|schema| *schema > SCHEMA) {
            return Err(AppError::new(
                ErrorCode::StorageNewer,
                phrase!("The saved views were written by a newer Rollcall. They were left as they are; use that version."),
            )
            .with_detail(format!("{FILE}: schema {newer}")));
        }
        let kept = schema.and_then(|_| serde_json::from_slice(&bytes).ok());
        kept.map_or_else(|| self.begin_anew(set_aside), Ok)
    }

    fn begin_anew(&self, set_aside: &mut Option<String>) -> Result<Kept, AppError> {
        *set_aside = Some(self.put_aside()?);
        tracing::warn!("the saved views could not be read and were put aside");
        Ok(Kept::default())
    }

    /// Gives the file another name that no file has yet.
    fn put_aside(&self) -> Result<String, AppError> {
        let beside = |number: u32| self.path.with_file_name(format!("views-unreadable-{number}.json"));
        let free = (1..).map(beside).find(|path| !path.exists()).unwrap_or_else(|| self.path.clone());
        fs::rename(&self.path, &free).map_err(|problem| storage_io(&problem))?;
        Ok(file_name(&free))
    }
}

/// The number of a file's shape, whatever else is in it. Not by a type of its own: a list would pass for one.
pub(super) fn schema_of(bytes: &[u8]) -> Option<u32> {
    let value: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    u32::try_from(value.as_object()?.get("schema")?.as_u64()?).ok()
}

fn save(views: &mut UserViews, view: UserView) -> Result<Change, AppError> {
    let mut view = UserView { name: tidy(&view.name), ..view };
    judge(&view, &views.views)?;
    match views.views.iter_mut().find(|kept| kept.id == view.id) {
        Some(kept) => *kept = view,
        None => {
            // One that was removed elsewhere while it was changed here is kept once more.
            if view.id.is_empty() {
                view.id = Uuid::now_v7().to_string();
            }
            views.views.push(view);
        }
    }
    Ok(Change::Some)
}

pub(super) fn bad(sentence: &str) -> AppError {
    AppError::new(ErrorCode::BadRequest, sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(folder: &Path) -> KeptViews {
        KeptViews::in_folder(folder)
    }

    fn named(name: &str) -> UserView {
        UserView { name: name.into(), ..UserView::default() }
    }

    fn names(views: &UserViews) -> Vec<&str> {
        views.views.iter().map(|view| view.name.as_str()).collect()
    }

    #[test]
    fn a_view_is_there_again_and_its_name_is_its_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let views = kept(folder.path()).with(|views| save(views, named("  Lapsed "))).expect("saved");
        let id = views.views[0].id.clone();
        let again = kept(folder.path()).with(|_| Ok(Change::None)).expect("read");
        assert_eq!((names(&again), &again.views[0].id), (vec!["Lapsed"], &id));
        for (name, said) in [("", "a name"), ("lapsed", "Another view"), (&"x".repeat(61), "60 characters")] {
            let refused = kept(folder.path()).with(|views| save(views, named(name))).expect_err("refused");
            assert!(refused.message.contains(said), "{}", refused.message);
        }
        let renamed = UserView { id, ..named("LAPSED") };
        let views =
            kept(folder.path()).with(|views| save(views, renamed)).expect("its own name, in another case");
        assert_eq!(names(&views), ["LAPSED"]);
    }

    #[test]
    fn there_are_a_hundred_views_at_most_and_each_of_them_can_be_changed() {
        let folder = tempfile::tempdir().expect("a folder");
        let fill = |views: &mut UserViews| {
            (0..MOST_VIEWS).try_for_each(|number| save(views, named(&number.to_string())).map(drop))?;
            Ok(Change::Some)
        };
        let views = kept(folder.path()).with(fill).expect("a hundred");
        let refused = kept(folder.path()).with(|views| save(views, named("one more"))).expect_err("full");
        assert!(refused.message.contains("at most 100"), "{}", refused.message);
        let changed = UserView { density: Density::Compact, ..views.views[7].clone() };
        kept(folder.path()).with(|views| save(views, changed)).expect("changed");
    }

    #[test]
    fn a_file_that_can_not_be_read_is_put_aside_and_said_and_one_of_a_newer_rollcall_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(FILE);
        for number in 1..=2 {
            fs::write(&path, "{broken").expect("written");
            let views = kept(folder.path());
            let read = views.with(|_| Ok(Change::None)).expect("none");
            let aside = format!("views-unreadable-{number}.json");
            assert_eq!((names(&read).len(), read.set_aside.as_deref()), (0, Some(aside.as_str())));
            assert_eq!(fs::read_to_string(folder.path().join(&aside)).expect("kept"), "{broken");
            let again = views.with(|_| Ok(Change::None)).expect("none");
            assert_eq!(again.set_aside.as_deref(), Some(aside.as_str()), "it is said until Rollcall ends");
        }
        fs::write(&path, r#"{"schema":2,"views":"otherwise"}"#).expect("written");
        let newer = kept(folder.path()).with(|views| save(views, named("x"))).expect_err("newer");
        assert_eq!(newer.code, ErrorCode::StorageNewer);
        assert!(fs::read_to_string(&path).expect("there").contains("otherwise"));
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_the_views() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        kept(folder.path()).with(|views| save(views, named("x"))).expect("saved");
        let mode = fs::metadata(folder.path().join(FILE)).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
