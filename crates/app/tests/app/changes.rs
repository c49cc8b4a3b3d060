//! What changed from one refresh to another, through faults, for one customer alone, and by itself.

use crate::common::reviewing::everyone;
use crate::common::*;
use rollcall_app::contract::*;
use rollcall_app::{App, ChangesChoice, Minutes, OrganizationId};
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;

const TWO: [&str; 2] = ["new1@trey.example", "new2@trey.example"];

async fn refresh(desk: &Desk) -> RefreshOutcome {
    desk.app.refresh(desk.profile.clone()).await.expect("a list")
}

async fn invite(desk: &Desk, people: &[&str]) {
    let draft = desk.people(people).await;
    let run = desk.send(&draft.id, SendMode::All).await;
    assert_eq!(run.state, RunState::Finished, "{run:?}");
}

async fn trey(desk: &Desk) -> OrganizationId {
    let all = desk.app.list_organizations(desk.profile.clone()).await.expect("organizations");
    let trey =
        all.into_iter().find(|known| known.organization.name == "Trey Research").expect("Trey Research");
    trey.organization.id
}

async fn summary(desk: &Desk) -> RosterSummary {
    desk.app.roster_summary(desk.profile.clone()).await.expect("a summary")
}

async fn changes(desk: &Desk) -> ChangesView {
    desk.app.changes(desk.profile.clone(), ChangeSpan::default()).await.expect("changes")
}

#[tokio::test(flavor = "multi_thread")]
async fn who_joined_between_two_refreshes_is_counted_listed_told_and_written_down() {
    let desk = Desk::new().await;
    let nothing = desk.app.changes(desk.profile.clone(), ChangeSpan::default()).await.expect_err("no list");
    assert_eq!(nothing.code, ErrorCode::ListNotFresh);
    refresh(&desk).await;
    assert_eq!(changes(&desk).await.people, 0, "the first list is the beginning");
    invite(&desk, &TWO).await;
    refresh(&desk).await;
    let view = changes(&desk).await;
    let joined = view.counts.iter().find(|count| count.kind == ChangeKind::Joined).map(|count| count.people);
    assert_eq!((view.from.people, view.to.people, view.people, joined), (33, 35, 2, Some(2)));
    let refreshes = desk.app.list_refreshes(desk.profile.clone()).await.expect("refreshes");
    assert!(refreshes.is_sorted_by(|one, next| one.number > next.number), "{refreshes:?}");
    let window = desk
        .app
        .change_rows(
            desk.profile.clone(),
            ChangeSpan::default(),
            vec![ChangeKind::Joined],
            "new2".into(),
            0,
            9,
        )
        .await
        .expect("rows");
    assert_eq!((window.total, window.rows[0].email.as_str()), (1, TWO[1]));
    let person = window.rows[0].user_id.clone();
    let history = desk.app.person_history(desk.profile.clone(), person).await.expect("a history");
    assert_eq!((history.len(), history[0].kind), (1, ChangeKind::Joined));
    for (format, begins) in [
        (ReportFormat::Csv, "\u{feff}\"Name\",\"E-mail\",\"Id\",\"What\"".as_bytes()),
        (ReportFormat::Json, b"{\"schema\":1,\"from\":{\"number\":1,"),
        (ReportFormat::Xlsx, b"PK"),
    ] {
        let choice = ChangesChoice::default();
        let file = desk.app.export_changes(desk.profile.clone(), choice, format).await.expect("a file");
        let path = desk.folder.path().join(&file.name);
        desk.app.write_report(&path, file).await.expect("written");
        assert!(std::fs::read(&path).expect("a file").starts_with(begins), "{format:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_fails_for_a_while_does_not_begin_the_refresh_anew() {
    // Pages of 200: the third fails as often as the client alone would bear, and once more.
    let desk = Desk::with(600, None).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"users","page":3,"first":5},"fault":{"status_before":{"status":503}}}]}"#,
    );
    let outcome = refresh(&desk).await;
    assert_eq!((outcome.people, outcome.complete), (613, true));
    let asked = desk.calls("/users");
    assert_eq!(asked, 4 + 5 + 1, "four pages, five failures, and the first page again: no page twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_in_the_middle_that_never_comes_leaves_the_list_from_before() {
    let desk = Desk::with(600, None).await;
    refresh(&desk).await;
    let before = summary(&desk).await;
    invite(&desk, &TWO).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"users","page":3},"fault":{"status_before":{"status":403}}}]}"#,
    );
    let failed = desk.app.refresh(desk.profile.clone()).await.expect_err("no whole list");
    assert_eq!(failed.code, ErrorCode::Forbidden);
    let after = summary(&desk).await;
    assert_eq!((after.people, &after.fetched_at), (before.people, &before.fetched_at), "the old list stays");
    assert_eq!(after.last_failure.map(|failure| failure.sentence), Some(failed.message));
    desk.faults("{}");
    assert_eq!(refresh(&desk).await.joined, 2, "and nothing of the broken reading is left");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_wants_an_hour_of_rest_in_the_middle_of_a_list_is_told_and_not_waited_for() {
    let desk = Desk::with(600, None).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"users","page":3},"fault":{"status_before":{"status":429,"retry_after":3600}}}]}"#,
    );
    let refreshed = desk.app.refresh(desk.profile.clone());
    let answer = tokio::time::timeout(Duration::from_secs(120), refreshed)
        .await
        .expect("an answer, long before the hour");
    let failed = answer.expect_err("no whole list");
    assert_eq!(failed.code, ErrorCode::RateLimited, "{failed:?}");
    desk.faults("{}");
    assert!(refresh(&desk).await.complete, "whoever asks then reads all of it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_page_that_fails_is_told_at_once() {
    let desk = Desk::new().await;
    desk.faults(r#"{"rules":[{"when":{"endpoint":"users"},"fault":{"status_before":{"status":503}}}]}"#);
    let failed = desk.app.refresh(desk.profile.clone()).await.expect_err("no list");
    assert_eq!(failed.code, ErrorCode::PlatformFailed);
}

/// One page of the list, each second time that it is asked for, lacks people who are there.
const KEEPS_MOVING: &str =
    r#"{"rules":[{"when":{"endpoint":"users","every":2},"fault":{"part_of_list":{"first":1}}}]}"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_moved_while_it_was_read_is_read_again() {
    let desk = Desk::new().await;
    desk.faults(r#"{"rules":[{"when":{"endpoint":"users","nth":2},"fault":{"part_of_list":{"first":30}}}]}"#);
    let outcome = refresh(&desk).await;
    assert_eq!((outcome.people, outcome.complete), (33, true));
    assert_eq!(desk.calls("/users"), 2 + 2, "one page and that page again, twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_moves_at_every_reading_is_not_taken_over_and_it_says_so() {
    let desk = Desk::new().await;
    invite(&desk, &TWO).await;
    refresh(&desk).await;
    let before = summary(&desk).await;
    let asked = desk.calls("/users");
    desk.faults(KEEPS_MOVING);
    let failed = desk.app.refresh(desk.profile.clone()).await.expect_err("it moves");
    assert_eq!(failed.code, ErrorCode::ListNotFresh);
    for said in ["could not be read whole", "The list changed while it was read", "list from before"] {
        assert!(failed.message.contains(said), "{said}: {}", failed.message);
    }
    assert_eq!(desk.calls("/users"), asked + 3 * 2, "three readings");
    let after = summary(&desk).await;
    assert_eq!((after.people, after.fetched_at), (35, before.fetched_at), "the list from before stays");
    let customer = trey(&desk).await;
    let asked = desk.calls("/users");
    let failed = desk.app.refresh_customer(desk.profile.clone(), customer).await;
    assert!(failed.is_err_and(|error| error.code == ErrorCode::ListNotFresh), "nor one customer's");
    assert!(desk.calls("/users") > asked + 2, "that is read again as well");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_customer_is_refreshed_alone_and_the_list_stays_as_old_as_it_is() {
    let desk = Desk::new().await;
    let customer = async |id| desk.app.refresh_customer(desk.profile.clone(), id).await;
    let early = customer("o-1".into()).await.expect_err("there is no list");
    assert_eq!(early.code, ErrorCode::ListNotFresh);
    refresh(&desk).await;
    let before = summary(&desk).await;
    invite(&desk, &TWO).await;
    let asked = desk.calls("/users");
    let outcome = customer(trey(&desk).await).await.expect("refreshed");
    assert_eq!((outcome.people, outcome.joined, outcome.left, outcome.complete), (35, 2, 0, true));
    assert_eq!(desk.calls("/users"), asked + 2, "one page, and that page again");
    let after = summary(&desk).await;
    assert_eq!((after.people, after.fetched_at, after.complete), (35, before.fetched_at, true));
    assert_eq!(changes(&desk).await.people, 2);
    let unknown = customer("nowhere".into()).await.expect_err("no such customer");
    assert_eq!(unknown.code, ErrorCode::PlatformFailed);
    assert_eq!(summary(&desk).await.people, 35);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_one_customer_takes_in_no_other_ones_people() {
    let desk = Desk::new().await;
    refresh(&desk).await;
    let all = desk.app.list_organizations(desk.profile.clone()).await.expect("organizations");
    let ids: Vec<OrganizationId> = all.into_iter().map(|known| known.organization.id).collect();
    desk.lead_to(&desk.sandbox, Some(Scope::Customer(vec![ids[0].0.clone()]))).await;
    refresh(&desk).await;
    let stranger = desk.app.refresh_customer(desk.profile.clone(), ids[1].clone()).await;
    assert_eq!(stranger.expect_err("another customer").code, ErrorCode::BadRequest);
    desk.app.refresh_customer(desk.profile.clone(), ids[0].clone()).await.expect("its own");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customers_list_that_lacks_most_people_changes_nothing() {
    let desk = Desk::new().await;
    refresh(&desk).await;
    desk.faults(r#"{"rules":[{"when":{"endpoint":"users"},"fault":{"part_of_list":{"first":0}}}]}"#);
    let people = desk.app.list_organizations(desk.profile.clone()).await.expect("organizations");
    let largest = people.into_iter().max_by_key(|known| known.people).expect("organizations");
    let wrong = desk.app.refresh_customer(desk.profile.clone(), largest.organization.id).await;
    let wrong = wrong.expect_err("it looks wrong");
    assert_eq!(wrong.code, ErrorCode::ListNotFresh);
    assert!(wrong.message.contains("looks wrong"), "{}", wrong.message);
    let now = summary(&desk).await;
    assert_eq!((now.people, now.held, now.complete), (33, None, true));
}

/// Minutes that go by when the test says so. Asking for the next one says that the last one is over.
struct Told(UnboundedReceiver<()>, UnboundedSender<()>);

impl Minutes for Told {
    async fn next(&mut self) -> bool {
        let _ = self.1.send(());
        self.0.recv().await.is_some()
    }
}

/// An app that counts minutes as a test tells them.
struct Counting {
    pass: UnboundedSender<()>,
    is_over: UnboundedReceiver<()>,
    working: JoinHandle<()>,
}

impl Counting {
    fn begin(app: &App) -> Self {
        let ((pass, passing), (over, is_over)) = (unbounded_channel(), unbounded_channel());
        let app = app.clone();
        let working = tokio::spawn(async move { app.refresh_now_and_then(Told(passing, over)).await });
        Self { pass, is_over, working }
    }

    async fn minutes(&mut self, count: u32) {
        // The last one is over once the next is asked for.
        for _ in 0..=count {
            self.is_over.recv().await.expect("it asks for a minute");
            self.pass.send(()).expect("it counts");
        }
        self.is_over.recv().await.expect("it asks for a minute");
        self.pass.send(()).expect("it counts");
    }

    async fn end(self) {
        drop(self.pass);
        self.working.await.expect("it ends with the minutes");
    }
}

async fn every_five_minutes(app: &App) {
    let settings = Settings { refresh_every_minutes: Some(5), ..Settings::default() };
    app.save_settings(settings).await.expect("kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_has_stood_for_so_many_minutes_is_refreshed_by_itself_and_quietly() {
    let desk = Desk::new().await;
    refresh(&desk).await;
    for minutes in [4, 1441] {
        let settings = Settings { refresh_every_minutes: Some(minutes), ..Settings::default() };
        let refused = desk.app.save_settings(settings).await.expect_err("no sensible time");
        assert_eq!(refused.code, ErrorCode::BadRequest);
    }
    let mut counting = Counting::begin(&desk.app);
    let asked = desk.calls("/users");
    counting.minutes(10).await;
    assert_eq!(desk.calls("/users"), asked, "nobody wanted it");
    every_five_minutes(&desk.app).await;
    let before = summary(&desk).await.fetched_at;
    counting.minutes(5).await;
    let fetched = summary(&desk).await.fetched_at;
    assert_ne!(fetched, before, "five minutes went by");
    desk.faults(r#"{"rules":[{"when":{"endpoint":"roles"},"fault":{"status_before":{"status":400}}}]}"#);
    counting.minutes(6).await;
    let failed = summary(&desk).await;
    assert!(failed.last_failure.is_some(), "it is noted");
    assert_eq!((failed.people, failed.fetched_at), (33, fetched), "the list from before stays");
    counting.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_nobody_looked_at_since_the_start_is_refreshed_as_well() {
    let desk = Desk::new().await;
    refresh(&desk).await;
    let before = summary(&desk).await.fetched_at;
    let started_later = open(desk.folder.path()).await;
    let again = ProfileDraft { id: Some(desk.profile.clone()), ..draft(&desk.sandbox) };
    started_later.save_profile(again).await.expect("kept");
    every_five_minutes(&started_later).await;
    let mut counting = Counting::begin(&started_later);
    counting.minutes(3).await;
    assert_eq!(summary(&desk).await.fetched_at, before, "it is young yet");
    counting.minutes(3).await;
    assert_ne!(summary(&desk).await.fetched_at, before, "five minutes went by");
    counting.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_is_measured_and_forgotten_as_a_whole() {
    let desk = Desk::new().await;
    refresh(&desk).await;
    invite(&desk, &TWO).await;
    let kept = desk.app.storage(desk.profile.clone()).await.expect("storage");
    let of = |what| kept.parts.iter().find(|part| part.what == what).map_or(0, |part| part.kib);
    for what in [StorageWhat::List, StorageWhat::History, StorageWhat::Runs, StorageWhat::Drafts] {
        assert!(of(what) > 0, "{what:?} of {kept:?}");
    }
    assert!(kept.total >= of(StorageWhat::List) && kept.refreshes >= 1 && kept.oldest_refresh.is_some());
    let folder = desk.folder.path().join("profiles").join(&desk.profile);
    desk.app.forget_platform(desk.profile.clone(), false).await.expect("forgotten");
    assert!(!folder.exists(), "there were no reviews to keep");
    assert_eq!(desk.app.list_profiles().await.expect("profiles"), vec![]);
    let gone = desk.app.roster_summary(desk.profile.clone()).await.expect_err("it is gone");
    assert_eq!(gone.code, ErrorCode::ProfileUnknown);
}

/// Several that ask for the list over and over, as windows do, until the connection is gone.
fn askers(desk: &Desk) -> tokio::task::JoinSet<()> {
    let ask_until_gone = |_| {
        let (app, profile) = (desk.app.clone(), desk.profile.clone());
        async move {
            loop {
                match app.roster_summary(profile.clone()).await {
                    Err(gone) if gone.code == ErrorCode::ProfileUnknown => return,
                    _ => tokio::task::yield_now().await,
                }
            }
        }
    };
    (0..8).map(ask_until_gone).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_while_a_platform_is_forgotten_brings_nothing_of_it_back() {
    let desk = Desk::new().await;
    refresh(&desk).await;
    let folder = desk.folder.path().join("profiles").join(&desk.profile);
    let asking = askers(&desk);
    desk.app.forget_platform(desk.profile.clone(), true).await.expect("forgotten");
    asking.join_all().await;
    assert!(!folder.exists(), "left: {:?}", std::fs::read_dir(&folder).map(Iterator::count));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_while_a_connection_is_removed_brings_no_list_back() {
    let desk = Desk::new().await;
    refresh(&desk).await;
    let asking = askers(&desk);
    desk.app.remove_profile(desk.profile.clone()).await.expect("removed");
    asking.join_all().await;
    let list = desk.folder.path().join("profiles").join(&desk.profile).join("roster.db");
    assert!(!list.exists(), "the list is there again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_is_removed_leaves_what_was_done_and_nothing_that_was_read() {
    let desk = Desk::new().await;
    refresh(&desk).await;
    invite(&desk, &TWO).await;
    let folder = desk.folder.path().join("profiles").join(&desk.profile);
    desk.app.remove_profile(desk.profile.clone()).await.expect("removed");
    let mut left: Vec<String> = std::fs::read_dir(&folder)
        .expect("what was done")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".db"))
        .collect();
    left.sort();
    assert_eq!(left, ["journal.db", "review.db"]);
    assert!(std::fs::read_dir(&folder).expect("it").all(|entry| {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        name.starts_with("journal.db") || name.starts_with("review.db")
    }));
}

#[tokio::test(flavor = "multi_thread")]
async fn reviews_stay_readable_when_a_platform_is_forgotten_unless_they_are_ticked() {
    let desk = Desk::new().await;
    let review = desk.review(everyone()).await;
    desk.app.forget_platform(desk.profile.clone(), false).await.expect("forgotten");
    let kept = desk.app.list_reviews(desk.profile.clone()).await.expect("its reviews");
    assert_eq!(kept.iter().map(|kept| kept.id.as_str()).collect::<Vec<_>>(), [review.review.id.as_str()]);
    assert_eq!(summary(&desk).await.fetched_at, None, "the list is gone");
    desk.app.forget_platform(desk.profile.clone(), true).await.expect("forgotten");
    assert_eq!(desk.app.list_profiles().await.expect("profiles"), vec![]);
    assert!(!desk.folder.path().join("profiles").join(&desk.profile).exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_is_not_forgotten_while_it_is_unclear_what_became_of_somebody() {
    let desk = Desk::settling(20, None, 600).await;
    let draft = desk.people(&TWO).await;
    desk.check(&draft).await;
    desk.faults(r#"{"rules":[{"when":{"endpoint":"invite"},"fault":"reset_before"}]}"#);
    let run = desk.start(&draft).await;
    let sending = desk.app.forget_platform(desk.profile.clone(), true).await.expect_err("it is sent");
    assert_eq!(sending.code, ErrorCode::RunRefused);
    desk.until(&run, |view| rows_in(view, RowState::Unknown) > 0).await;
    desk.app.stop_run(desk.profile.clone(), run.id.clone()).await.expect("stopped");
    let run = desk.rest(&run).await;
    assert!(rows_in(&run, RowState::Unknown) > 0, "{run:?}");
    let unclear = desk.app.forget_platform(desk.profile.clone(), true).await.expect_err("it is unclear");
    assert_eq!(unclear.code, ErrorCode::RunRefused);
    assert!(unclear.message.contains("not known yet"), "{}", unclear.message);
    assert_eq!(summary(&desk).await.people, 33, "nothing was removed");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_platform_is_forgotten_with_what_it_keeps_itself_and_begins_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = open(folder.path()).await;
    let sample = app.open_sample().await.expect("the sample").id;
    app.refresh(sample.clone()).await.expect("a list");
    app.forget_platform(sample.clone(), true).await.expect("forgotten");
    assert_eq!(app.list_profiles().await.expect("profiles"), vec![]);
    assert!(
        !folder.path().join("sandbox").exists() && !folder.path().join("profiles").join(&sample).exists()
    );
    let again = app.open_sample().await.expect("the sample").id;
    assert_eq!(app.refresh(again).await.expect("a list").people, 33);
}
