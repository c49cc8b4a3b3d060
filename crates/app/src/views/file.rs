//! Use cases: views as a file, to be carried to another connection or another person.

use super::kept::{Change, MOST_VIEWS, SCHEMA, bad, schema_of};
use super::names::free;
use crate::App;
use crate::contract::*;
use crate::errors::blocking;
use crate::runs::{ReportFile, named};
use rollcall_core::phrase;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use uuid::Uuid;

/// A hundred views with every column that there may be take a part of it.
const MOST_BYTES: u64 = 8 << 20;

/// What a file of views holds.
#[derive(Serialize, Deserialize)]
struct Carried {
    schema: u32,
    #[serde(deserialize_with = "super::written::views")]
    views: Vec<UserView>,
}

impl App {
    /// All views of a connection, ready to be written where a person says.
    pub async fn views_file(&self, profile: String) -> Result<ReportFile, AppError> {
        let views = self.list_views(profile.clone()).await?.views;
        if views.is_empty() {
            return Err(bad(phrase!(
                "There are no saved views yet, so there is nothing to export. Save one first."
            )));
        }
        let bytes = serde_json::to_vec_pretty(&Carried { schema: SCHEMA, views }).map_err(|problem| {
            AppError::new(
                ErrorCode::Internal,
                phrase!("The views can't be written as a file. They are kept."),
            )
            .with_detail(problem.to_string())
        })?;
        let name = named(&self.profile(&profile)?.name, "views", ReportFormat::Json);
        Ok(ReportFile::new(name, bytes))
    }

    /// Takes the views of a file. Those of an id that is there already take its place; all others are added, under a name
    /// that is free. Roles and the like that this platform does not have are kept, and match nobody.
    pub async fn take_views(&self, profile: String, path: &Path) -> Result<ViewsImported, AppError> {
        let path = path.to_owned();
        let carried = blocking(move || read(&path)).await?;
        let mut imported = ViewsImported::default();
        let (tell, told) = std::sync::mpsc::channel();
        self.with_views(&profile, move |views| {
            take(&mut views.views, carried, &mut imported)?;
            // It is received below, after the change was kept.
            let _ = tell.send(imported);
            Ok(Change::Some)
        })
        .await?;
        told.recv().map_err(|_| {
            AppError::new(
                ErrorCode::Internal,
                phrase!("The views could not be imported. Nothing was changed."),
            )
        })
    }
}

fn read(path: &Path) -> Result<Vec<UserView>, AppError> {
    let unreadable = |problem: std::io::Error| {
        bad(phrase!("The file can't be read. Nothing was changed; choose another one."))
            .with_detail(problem.to_string())
    };
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    parse(&bytes)
}

fn parse(bytes: &[u8]) -> Result<Vec<UserView>, AppError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(bad(phrase!(
            "This file is too large for a file of views. Nothing was changed; choose another one."
        )));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match schema_of(bytes) {
        Some(SCHEMA) => {}
        Some(_) => {
            return Err(bad(phrase!(
                "This file of views was written by a newer Rollcall. Nothing was changed; update Rollcall, then import it."
            )));
        }
        None => {
            return Err(bad(phrase!(
                "This is not a file of views that Rollcall exported. Nothing was changed."
            )));
        }
    }
    let carried: Carried = serde_json::from_slice(bytes).map_err(|problem| {
        bad(phrase!("The views in this file can't be read. Nothing was changed; export them once more."))
            .with_detail(format!("line {}, column {}", problem.line(), problem.column()))
    })?;
    Ok(carried.views)
}

fn take(
    views: &mut Vec<UserView>,
    carried: Vec<UserView>,
    imported: &mut ViewsImported,
) -> Result<(), AppError> {
    for mut view in carried {
        view.name = free(&view.name, &view.id, views);
        match views.iter_mut().find(|kept| !view.id.is_empty() && kept.id == view.id) {
            Some(kept) => {
                *kept = view;
                imported.replaced += 1;
            }
            None => {
                if view.id.is_empty() {
                    view.id = Uuid::now_v7().to_string();
                }
                views.push(view);
                imported.added += 1;
            }
        }
    }
    if views.len() > MOST_VIEWS {
        return Err(bad(phrase!(
            "With this file the connection would have more than 100 views. Nothing was changed; remove some first."
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(id: &str, name: &str) -> UserView {
        UserView { id: id.into(), name: name.into(), ..UserView::default() }
    }

    #[test]
    fn a_view_of_the_same_id_is_replaced_and_one_of_the_same_name_gets_a_number() {
        let mut views = vec![view("1", "Lapsed"), view("2", "New")];
        let mut imported = ViewsImported::default();
        let file = vec![view("2", "lapsed"), view("3", "LAPSED"), view("", "lapsed (2)"), view("", " ")];
        take(&mut views, file, &mut imported).expect("taken");
        assert_eq!(imported, ViewsImported { added: 3, replaced: 1 });
        let names: Vec<&str> = views.iter().map(|view| view.name.as_str()).collect();
        assert_eq!(names, ["Lapsed", "lapsed (2)", "LAPSED (3)", "lapsed (2) (2)", "View"]);
        assert!(views.iter().all(|view| !view.id.is_empty()));
    }

    #[test]
    fn a_long_name_stays_within_its_limit_with_its_number() {
        let long = "ä".repeat(70);
        let mut views = Vec::new();
        take(&mut views, vec![view("1", &long), view("2", &long)], &mut ViewsImported::default())
            .expect("taken");
        assert_eq!(views[0].name.chars().count(), 60);
        assert!(views[1].name.ends_with(" (2)") && views[1].name.chars().count() <= 60, "{}", views[1].name);
    }

    #[test]
    fn more_than_a_hundred_are_refused_and_nothing_else_is_read_as_views() {
        let many = (0..=MOST_VIEWS).map(|number| view(&number.to_string(), &number.to_string())).collect();
        assert!(take(&mut Vec::new(), many, &mut ViewsImported::default()).is_err());
        for (file, said) in [
            ("", "not a file of views"),
            ("[1]", "not a file of views"),
            (r#"{"schema":9,"views":[]}"#, "newer Rollcall"),
            (r#"{"schema":1,"views":[{"density":"huge"}]}"#, "can't be read"),
        ] {
            let refused = parse(file.as_bytes()).expect_err(file);
            assert!(refused.message.contains(said), "{file}: {}", refused.message);
        }
    }

    #[test]
    fn what_a_platform_does_not_have_is_kept() {
        let file = r#"{"schema":1,"views":[{"id":"v","name":"Ours","query":{"states":["Frozen"],"search":"<b>"},"columns":[{"id":"other:shoe"}]}]}"#;
        let views = parse(file.as_bytes()).expect("read");
        assert_eq!(
            (views[0].query.states.as_slice(), views[0].columns[0].id.as_str()),
            (&["Frozen".to_owned()][..], "other:shoe")
        );
    }
}
