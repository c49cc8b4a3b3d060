//! What is kept of a connection and can't be read any more: kept, said, and begun anew only by a person's word.

use crate::common::*;
use rollcall_app::contract::*;
use rollcall_app::{App, AppOptions, GivenCredentials, Home, Reading, Secret, Tuning};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const OTHER_KEY: &str = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";
const PEOPLE: [&str; 2] = ["ann@trey.example", "bob@trey.example"];

/// A desk from which two people were invited, and a draft is left; Rollcall is closed.
async fn after_a_run() -> Desk {
    let desk = Desk::settling(20, None, 0).await;
    let draft = desk.people(&PEOPLE).await;
    let run = desk.send(&draft.id, SendMode::All).await;
    assert_eq!(rows_in(&run, RowState::Confirmed), 2, "{run:?}");
    desk.people(&["cyd@trey.example"]).await;
    desk
}

/// Waits until whoever had the databases open let go of them: then their logs are in their files.
async fn at_rest(folder: &Path) {
    for _ in 0..500 {
        let logs = crate::connections::files(folder).into_iter();
        if logs.filter(|path| path.to_string_lossy().ends_with("-wal")).count() == 0 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("somebody still has the databases open");
}

/// Rollcall in another process on the same folder.
async fn again(desk: Desk, key: &str) -> Desk {
    let desk = closed(desk).await;
    at_rest(&place(&desk)).await;
    opened(desk, key).await
}

/// The desk without Rollcall: another one on an empty folder stands in for it.
async fn closed(desk: Desk) -> Desk {
    let other = open(tempfile::tempdir().expect("another").path()).await;
    let Desk { folder, app, sandbox, profile } = desk;
    drop(app);
    Desk { folder, app: other, sandbox, profile }
}

async fn opened(desk: Desk, key: &str) -> Desk {
    let Desk { folder, sandbox, profile, .. } = desk;
    let options = AppOptions {
        home: Home::moved_to(folder.path()).expect("the folder"),
        data_key: Some(Secret::new(key)),
        credentials: GivenCredentials::default(),
        keychain: false,
        sample_people: 0,
        reading: Reading::Here,
        keep_drafts: true,
    };
    let app = App::open_with(options).await.expect("Rollcall opens");
    let entered = ProfileDraft { id: Some(profile.clone()), ..draft(&sandbox) };
    app.save_profile(entered).await.expect("the same connection");
    Desk { folder, app, sandbox, profile }
}

fn place(desk: &Desk) -> PathBuf {
    desk.folder.path().join("profiles").join(&desk.profile)
}

/// The databases of the connection, by name, wherever below its folder they lie.
fn databases(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = crate::connections::files(folder).into_iter();
    all.filter(|path| path.extension().is_some_and(|extension| extension == "db"))
        .map(|path| {
            let inside = path.strip_prefix(folder).expect("inside").display().to_string();
            (inside, std::fs::read(&path).expect("a file"))
        })
        .collect()
}

/// What was laid aside, by name.
fn laid_aside(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = databases(folder).into_iter();
    all.filter_map(|(name, bytes)| {
        Some((name.strip_prefix("unreadable-")?.split_once('/')?.1.to_owned(), bytes))
    })
    .collect()
}

fn halve(path: &Path) {
    let bytes = std::fs::read(path).expect("a database");
    std::fs::write(path, &bytes[..bytes.len() / 2]).expect("half of it");
}

async fn refused(desk: &Desk) -> AppError {
    desk.app.roster_summary(desk.profile.clone()).await.expect_err("it can't be read")
}

#[tokio::test(flavor = "multi_thread")]
async fn another_key_moves_nothing_says_what_is_kept_and_the_old_key_finds_all_of_it() {
    let desk = again(after_a_run().await, OTHER_KEY).await;
    let before = databases(&place(&desk));
    let told = refused(&desk).await;
    assert_eq!(told.code, ErrorCode::StorageLost, "{told:?}");
    for words in [
        "the record of who was invited, the drafts and the access reviews",
        "Nothing was changed",
        "begin anew",
    ] {
        assert!(told.message.contains(words), "{words}: {}", told.message);
    }
    assert!(databases(&place(&desk)) == before, "a file was changed though nobody said so");
    let desk = again(desk, KEY).await;
    assert_eq!(desk.runs().await.len(), 1, "with the old key all is there");
    assert_eq!(desk.app.list_drafts(desk.profile.clone()).await.expect("drafts").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_begun_anew_keeps_the_old_files_and_mails_nobody_twice() {
    let desk = again(after_a_run().await, OTHER_KEY).await;
    let mut before = databases(&place(&desk));
    refused(&desk).await;
    desk.app.begin_anew(desk.profile.clone()).await.expect("begun anew");
    let aside = laid_aside(&place(&desk));
    before.retain(|name, _| name.ends_with(".db"));
    assert_eq!(aside.keys().collect::<Vec<_>>(), ["drafts.db", "journal.db", "review.db", "roster.db"]);
    for (name, bytes) in &before {
        assert!(aside.get(name) == Some(bytes), "{name} is not what it was");
    }
    assert!(desk.runs().await.is_empty());
    desk.app.refresh(desk.profile.clone()).await.expect("the list is fetched anew");
    let summary = desk.app.roster_summary(desk.profile.clone()).await.expect("a summary");
    assert_eq!(summary.people, 35, "thirteen of the world, twenty more, and the two who were invited");
    let draft = desk.people(&["ann@trey.example", "bob@trey.example", "dan@trey.example"]).await;
    desk.send(&draft.id, SendMode::All).await;
    for email in ["ann@trey.example", "bob@trey.example", "dan@trey.example"] {
        assert_eq!(desk.mails_to(email), 1, "{email}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn half_a_list_of_people_is_laid_aside_and_fetched_anew_and_the_runs_are_still_there() {
    let desk = after_a_run().await;
    let path = place(&desk).join("roster.db");
    let Desk { folder, app, sandbox, profile } = desk;
    app.refresh(profile.clone()).await.expect("a list");
    drop(app);
    at_rest(path.parent().expect("a folder")).await;
    halve(&path);
    let half = std::fs::read(&path).expect("half");
    let desk = again(
        Desk { folder, app: open(tempfile::tempdir().expect("another").path()).await, sandbox, profile },
        KEY,
    )
    .await;
    assert_eq!(desk.runs().await.len(), 1, "the record of who was invited is whole");
    assert!(laid_aside(&place(&desk)).get("roster.db") == Some(&half), "the old file is kept as it was");
    desk.app.refresh(desk.profile.clone()).await.expect("fetched anew");
    let summary = desk.app.roster_summary(desk.profile.clone()).await.expect("a summary");
    assert_eq!(summary.people, 35);
}

#[tokio::test(flavor = "multi_thread")]
async fn half_a_journal_is_kept_and_said_and_what_can_be_read_stays_where_it_is() {
    for damage in [halve as fn(&Path), |path| std::fs::write(path, vec![7; 9_000]).expect("noise")] {
        let desk = closed(after_a_run().await).await;
        at_rest(&place(&desk)).await;
        damage(&place(&desk).join("journal.db"));
        let damaged = std::fs::read(place(&desk).join("journal.db")).expect("damaged");
        let desk = again(desk, KEY).await;
        let told = refused(&desk).await;
        assert_eq!(told.code, ErrorCode::StorageLost, "{told:?}");
        assert!(
            told.message.contains("can't read the record of who was invited of this"),
            "{}",
            told.message
        );
        assert!(told.message.contains("nobody is invited twice"), "{}", told.message);
        assert!(laid_aside(&place(&desk)).is_empty(), "it was moved though nobody said so");
        desk.app.begin_anew(desk.profile.clone()).await.expect("begun anew");
        let aside = laid_aside(&place(&desk));
        assert!(aside == BTreeMap::from([("journal.db".to_owned(), damaged)]), "{:?}", aside.keys());
        assert_eq!(desk.app.list_drafts(desk.profile.clone()).await.expect("drafts").len(), 1);
        let draft = desk.people(&PEOPLE).await;
        desk.check(&draft).await;
        assert_eq!(PEOPLE.map(|email| desk.mails_to(email)), [1, 1], "once each");
    }
}

/// A desk after a run whose connection's folder was changed while nothing was open.
async fn harmed(harm: impl FnOnce(&Path)) -> Desk {
    let desk = closed(after_a_run().await).await;
    at_rest(&place(&desk)).await;
    harm(&place(&desk));
    opened(desk, KEY).await
}

/// Sends to one of those who were invited before and to somebody else, as after a loss: with a wait, and once each.
async fn nobody_twice_after_a_loss(desk: &Desk) {
    assert!(desk.runs().await.is_empty());
    desk.app
        .keep_profile(
            ProfileDraft { id: Some(desk.profile.clone()), ..draft(&desk.sandbox) },
            Some(Tuning { settle_seconds: Some(1), ..Tuning::default() }),
        )
        .await
        .expect("the same connection");
    let people = desk.people(&["ann@trey.example", "dan@trey.example"]).await;
    desk.check(&people).await;
    let run = desk.start(&people).await;
    let waits = desk.until(&run, |view| view.pause.is_some()).await;
    assert!(waits.pause.is_some_and(|pause| pause.reason.contains("is gone")), "it says why it waits");
    desk.rest(&run).await;
    assert_eq!(
        ["ann@trey.example", "dan@trey.example"].map(|email| desk.mails_to(email)),
        [1, 1],
        "once each"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_emptied_journal_counts_as_lost_and_not_as_a_new_one() {
    let desk = harmed(|folder| std::fs::write(folder.join("journal.db"), []).expect("emptied")).await;
    nobody_twice_after_a_loss(&desk).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_without_its_journal_is_said_and_kept_until_a_person_begins_anew() {
    let desk = harmed(|folder| {
        std::fs::remove_file(folder.join("journal.db")).expect("lost");
        std::fs::write(folder.join("journal.db-wal"), vec![7; 9_000]).expect("what is left of it");
    })
    .await;
    let told = refused(&desk).await;
    assert_eq!(told.code, ErrorCode::StorageLost, "{told:?}");
    assert!(!place(&desk).join("journal.db").exists(), "nothing is begun beside what is left");
    desk.app.begin_anew(desk.profile.clone()).await.expect("begun anew");
    let kept = crate::connections::files(&place(&desk)).into_iter();
    let kept = kept.filter(|path| path.to_string_lossy().contains("unreadable-"));
    let names: Vec<_> = kept.filter_map(|path| path.file_name().map(std::ffi::OsStr::to_owned)).collect();
    assert_eq!(names, ["journal.db-wal"]);
    nobody_twice_after_a_loss(&desk).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_be_read_is_not_laid_aside_by_any_word() {
    let desk = again(after_a_run().await, KEY).await;
    desk.app.begin_anew(desk.profile.clone()).await.expect("there is nothing to begin");
    assert!(laid_aside(&place(&desk)).is_empty());
    assert_eq!(desk.runs().await.len(), 1);
}
