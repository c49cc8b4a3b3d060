//! Access reviews: started from a complete list, decided, signed off, followed.

use crate::common::drafting::reopened;
use crate::common::reviewing::everyone;
use crate::common::*;
use rollcall_app::contract::*;
use rollcall_intake::{ReadOptions, read};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_review_is_gone_on_with_after_closing_in_the_middle_and_signed_off_by_name() {
    let desk = Desk::new().await;
    let review = desk.review(everyone()).await;
    assert_eq!((review.review.words.as_str(), review.review.reviewer.as_str()), ("Everyone", "Rita Roe"));
    assert_eq!((review.review.counts.people, review.listed), (33, 33));
    let id = review.review.id.clone();
    desk.decide(&id, &["Ravi Menon", "Wei Zhang"], ReviewDecision::Remove).await;
    let undone = desk.app.undo_decision(desk.profile.clone(), id.clone()).await.expect("taken back");
    assert_eq!((undone.review.counts.undecided, undone.last), (33, None));
    desk.decide(&id, &["Ravi Menon"], ReviewDecision::Remove).await;
    let desk = reopened(desk).await;
    let row = desk.reviewed(&id, "Ravi Menon").await;
    assert_eq!((row.decision, row.decided_by.as_deref()), (Some(ReviewDecision::Remove), Some("Rita Roe")));
    let early = desk.app.finish_review(desk.profile.clone(), id.clone(), "Rita".into(), 0).await;
    let early = early.expect_err("people are undecided");
    assert_eq!(early.code, ErrorCode::ReviewRefused);
    assert!(early.message.contains("32 people are not decided on"), "{}", early.message);
    let end = desk.finish(&id).await.review.finished.expect("an end");
    assert_eq!((end.by.as_str(), end.undecided), ("R. Roe", 32));
    let late = desk.app.undo_decision(desk.profile.clone(), id.clone()).await;
    assert_eq!(late.expect_err("it is finished").code, ErrorCode::ReviewRefused);
    assert!(desk.folder.path().join("profiles").join(&desk.profile).join("review.db").is_file());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_review_is_not_started_from_a_list_that_could_not_be_fetched_or_looks_wrong() {
    let desk = Desk::with(60, None).await;
    desk.app.refresh(desk.profile.clone()).await.expect("a first list");
    let start = async || desk.app.start_review(desk.profile.clone(), everyone()).await;
    desk.faults(r#"{"rules":[{"when":{"endpoint":"users"},"fault":{"part_of_list":{"first":48}}}]}"#);
    assert_eq!(start().await.expect_err("it looks wrong").code, ErrorCode::ListHeld);
    desk.faults(r#"{"rules":[{"when":{"endpoint":"users"},"fault":{"status_before":{"status":403}}}]}"#);
    assert_eq!(start().await.expect_err("no list").code, ErrorCode::Forbidden);
    let reviews = desk.app.list_reviews(desk.profile.clone()).await.expect("reviews");
    assert_eq!(reviews, [], "nothing was started, though a list from before is there");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_wrongly_starts_nothing() {
    let desk = Desk::new().await;
    let wrong = [
        NewReview { reviewer: "  ".into(), ..everyone() },
        NewReview { reviewer: "a\nb".into(), ..everyone() },
        NewReview { reviewer_email: Some("not an address".into()), ..everyone() },
        NewReview { repeat_months: Some(37), ..everyone() },
        NewReview { scope: ReviewScope::RoleAndAbove("gone".into()), ..everyone() },
        NewReview { scope: ReviewScope::IdentityProvider("gone".into()), ..everyone() },
    ];
    for new in wrong {
        let refused = desk.app.start_review(desk.profile.clone(), new.clone()).await;
        assert_eq!(refused.expect_err("refused").code, ErrorCode::ReviewRefused, "{new:?}");
    }
    assert_eq!(desk.app.list_reviews(desk.profile.clone()).await.expect("reviews"), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scope_is_exactly_those_whom_it_names() {
    let desk = Desk::with(0, None).await;
    let seller_admin = "ed58a57e-2ec3-5d4f-92c7-3a3219745f47";
    let nordlys = "78eb0c15-0648-50ee-b2dd-8fedd5e302b0";
    let blocked = UserQuery { states: vec!["Blocked".into()], ..UserQuery::default() };
    let scopes: [(ReviewScope, &str, &[&str]); 4] = [
        (
            ReviewScope::RoleAndAbove(seller_admin.into()),
            "Seller Admin and above",
            &["Anna Ozola", "Dana Cohen", "Ingrid Larsen", "Olga Petrova", "Tom Becker"],
        ),
        (
            ReviewScope::OrganizationAndBelow(nordlys.into()),
            "Nordlys IT – S-1001 and below",
            &["Anna Ozola", "Chloé Dubois", "Māris Bērziņš", "Peter Novak", "Ravi Menon", "Sofia Rossi"],
        ),
        (
            ReviewScope::IdentityProvider("73e97721-32e2-543f-9605-008d24dd211a".into()),
            "Signs in with Account",
            &["Ingrid Larsen", "Peter Novak", "Sofia Rossi"],
        ),
        (
            ReviewScope::View(ReviewedView { name: "Blocked people".into(), query: Box::new(blocked) }),
            "View “Blocked people”",
            &["Sofia Rossi"],
        ),
    ];
    for (scope, words, names) in scopes {
        let review = desk.review(NewReview { scope: scope.clone(), ..everyone() }).await;
        let before = desk.app.review_scope(desk.profile.clone(), scope).await.expect("a scope");
        assert_eq!((before.words.as_str(), before.people as usize), (words, names.len()));
        assert_eq!(before.roles, review.roles_in_scope);
        let mut found: Vec<String> = desk
            .review_rows(&review.review.id, ReviewFilter::All)
            .await
            .into_iter()
            .map(|row| row.name)
            .collect();
        found.sort();
        assert_eq!(found, names, "{words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_changes_leaves_or_appears_and_ones_own_row_are_flagged() {
    let mut desk = Desk::new().await;
    let id = desk.review(everyone()).await.review.id;
    let own: Vec<String> =
        desk.review_rows(&id, ReviewFilter::Flagged).await.into_iter().map(|row| row.name).collect();
    assert_eq!(own, ["Anna Ozola"], "by the address that was typed, in any case");
    desk.later_with(|users| {
        users.retain(|user| user["firstName"] != "Olga");
        let wei = users.iter_mut().find(|user| user["firstName"] == "Wei").expect("Wei");
        wei["accountState"] = json!("Blocked");
        let mut new = wei.clone();
        new["id"] = json!("00000000-0000-4000-8000-000000000001");
        new["firstName"] = json!("New");
        new["email"] = json!("new@tailspin.example");
        users.push(new);
    })
    .await;
    let counts =
        desk.app.review_view(desk.profile.clone(), id.clone()).await.expect("a review").review.counts;
    assert_eq!((counts.people, counts.changed, counts.left, counts.appeared, counts.own), (33, 1, 1, 1, 1));
    let wei = desk.reviewed(&id, "Wei Zhang").await;
    assert_eq!((wei.state.as_str(), wei.flags.as_slice()), ("Active", &[ReviewFlag::Changed][..]));
    assert_eq!(
        (wei.changes[0].what, wei.changes[0].after.as_slice()),
        (ReviewPart::State, &["Blocked".into()][..])
    );
    assert_eq!(desk.reviewed(&id, "Olga Petrova").await.flags, [ReviewFlag::Left]);
    let appeared = desk.review_rows(&id, ReviewFilter::Appeared).await;
    assert_eq!((appeared.len(), appeared[0].email.as_str()), (1, "new@tailspin.example"));
    let users = vec![appeared[0].user_id.clone()];
    let refused = desk.app.decide(desk.profile.clone(), id, users, ReviewDecision::Keep, None).await;
    assert_eq!(refused.expect_err("not part of it").code, ErrorCode::ReviewRefused);
}

#[tokio::test(flavor = "multi_thread")]
async fn removals_are_followed_by_the_lists_after_the_end() {
    let mut desk = Desk::new().await;
    let id = desk.review(everyone()).await.review.id;
    let names = ["Olga Petrova", "Wei Zhang", "Ravi Menon", "Ingrid Larsen", "Tom Becker"];
    desk.decide(&id, &names, ReviewDecision::Remove).await;
    let follow =
        async |desk: &Desk, which| desk.app.follow_up(desk.profile.clone(), id.clone(), which, 0, 50).await;
    let early = follow(&desk, vec![]).await;
    assert_eq!(early.expect_err("it goes on").code, ErrorCode::ReviewRefused);
    desk.finish(&id).await;
    let known = follow(&desk, vec![]).await.expect("a follow-up");
    assert_eq!((known.as_of, known.removals, known.total), (None, 5, 5));
    assert!(known.rows.iter().all(|row| row.stands.is_none()), "no list since the end");
    desk.later_with(|users| {
        users.retain(|user| user["firstName"] != "Olga");
        for user in users.iter_mut() {
            match user["firstName"].as_str() {
                Some("Wei") => user["accountState"] = json!("Blocked"),
                Some("Ravi") => user["groupIds"] = json!([]),
                Some("Tom") => user["id"] = json!("00000000-0000-4000-8000-000000000002"),
                _ => {}
            }
        }
    })
    .await;
    let known = follow(&desk, vec![]).await.expect("a follow-up");
    assert!(known.as_of.is_some());
    let counted: Vec<(RemovalStands, u32)> =
        known.counts.iter().map(|count| (count.stands, count.people)).collect();
    let each = [
        RemovalStands::Gone,
        RemovalStands::Blocked,
        RemovalStands::Partly,
        RemovalStands::StillThere,
        RemovalStands::AnotherAccount,
    ];
    assert_eq!(counted, each.map(|stands| (stands, 1)));
    let partly = follow(&desk, vec![RemovalStands::Partly]).await.expect("a follow-up");
    assert_eq!((partly.total, partly.rows[0].name.as_str()), (1, "Ravi Menon"));
    assert_eq!((partly.rows[0].roles.len(), partly.rows[0].roles_now.len()), (1, 0));
    let view = desk.app.review_view(desk.profile.clone(), id.clone()).await.expect("a review");
    assert_eq!((view.review.counts.left, view.review.counts.changed), (0, 0), "the end stands as it was");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_review_that_repeats_is_due_after_its_months_and_shows_what_was_decided() {
    let desk = Desk::new().await;
    let first = desk.review(NewReview { repeat_months: Some(3), ..everyone() }).await.review;
    assert_eq!(first.due, None, "it goes on still");
    desk.decide(&first.id, &["Wei Zhang"], ReviewDecision::Ask).await;
    let ended = desk.finish(&first.id).await.review;
    assert!(ended.due.is_some() && !ended.is_due, "{:?}", ended.due);
    let never = desk.app.set_review_repeat(desk.profile.clone(), first.id.clone(), None).await;
    assert_eq!(never.expect("set").review.due, None);
    let again = desk.app.set_review_repeat(desk.profile.clone(), first.id.clone(), Some(3)).await;
    assert_eq!(again.expect("set").review.due, ended.due);
    let second = desk.review(everyone()).await;
    assert_eq!(second.review.repeat_months, Some(3));
    assert_eq!(second.previous.map(|before| before.id), Some(first.id.clone()));
    let last = desk.reviewed(&second.review.id, "Wei Zhang").await.last_time.expect("it was decided");
    assert_eq!((last.decision, last.note.as_str()), (ReviewDecision::Ask, "=noted"));
    let listed = desk.app.list_reviews(desk.profile.clone()).await.expect("reviews");
    assert_eq!(listed.iter().map(|review| review.due.is_some()).collect::<Vec<_>>(), [false, false]);
    desk.app.discard_review(desk.profile.clone(), second.review.id).await.expect("discarded");
    let kept = desk.app.discard_review(desk.profile.clone(), first.id).await;
    assert_eq!(kept.expect_err("it is signed off").code, ErrorCode::ReviewRefused);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_evidence_says_what_was_seen_and_decided_and_can_be_read_again() {
    let desk = Desk::new().await;
    let roles = desk.app.list_roles(desk.profile.clone()).await.expect("roles");
    assert_eq!(roles, [], "before the first list");
    let view = desk.review(everyone()).await;
    let id = view.review.id.clone();
    desk.decide(&id, &["Wei Zhang", "Anna Ozola"], ReviewDecision::Remove).await;
    let early = desk.app.evidence(desk.profile.clone(), id.clone()).await.expect("evidence");
    assert_eq!(early.signed_off, None);
    desk.finish(&id).await;
    let evidence = desk.app.evidence(desk.profile.clone(), id.clone()).await.expect("evidence");
    assert_eq!((evidence.people.len(), evidence.removals().count()), (33, 2));
    assert_eq!((evidence.seen.people, evidence.counts.undecided), (33, 31));
    assert_eq!(evidence.roster_hash, view.roster_hash);
    assert!(evidence.seen.signed_in_as.is_some() && evidence.seen.part.is_some());
    assert!(evidence.privileged.iter().any(|role| role.role == "Distributor Admin" && role.by.is_none()));
    let anna = evidence.people.iter().find(|person| person.held.name == "Anna Ozola").expect("Anna");
    assert_eq!(anna.flags, ["Privileged: Seller Admin.", "The reviewer's own row, or that of the API user."]);
    let file = desk.app.evidence_workbook(desk.profile.clone(), id.clone()).await.expect("a workbook");
    assert_eq!(file.name, "Everyone - access review.xlsx");
    let bytes = desk.written(file).await;
    let options = ReadOptions { sheet: Some("Decisions".into()), ..ReadOptions::default() };
    let table = read(&bytes, "evidence.xlsx", &options).expect("a workbook");
    assert_eq!(table.len(), 33);
    let wei = table.rows().find(|row| row.cell(0).shown() == "Wei Zhang").expect("Wei");
    assert_eq!([wei.cell(7).shown(), wei.cell(8).shown()], ["Remove", "=noted"]);
    let (pages, unknown_letters) =
        desk.app.evidence_pdf(desk.profile.clone(), id.clone()).await.expect("pages");
    assert_eq!((pages.name.as_str(), unknown_letters), ("Everyone - access review.pdf", 0));
    let pages = text_of_pages(&desk.written(pages).await);
    let signed_off = evidence.signed_off.as_ref().expect("signed off");
    for said in ["To be removed (2)", "33 people, 15 roles", "(proposed from its name and weight)"] {
        assert!(pages.contains(&joined(said)), "the pages don't say {said:?}");
    }
    let removed = pages.split("Toberemoved(2)").nth(1).and_then(|rest| rest.split("Decisions(33)").next());
    let removed = removed.expect("the removals come before all decisions");
    assert!(removed.contains("WeiZhang") && removed.contains("AnnaOzola"), "{removed}");
    let others = evidence.people.iter().filter(|person| person.decision != "Remove");
    assert!(others.into_iter().all(|other| !removed.contains(&joined(&other.held.email))), "nobody else");
    let all = [
        &evidence.title,
        &evidence.scope,
        &evidence.reviewer,
        &evidence.roster_hash,
        &signed_off.by,
        &signed_off.at,
    ];
    for said in all.into_iter().chain(&evidence.limits) {
        assert!(pages.contains(&joined(said)), "the pages don't say {said:?}");
    }
    for person in &evidence.people {
        let held = [&person.held.name, &person.held.email, &person.note];
        for said in held.into_iter().chain(&person.held.roles).chain(&person.flags) {
            assert!(pages.contains(&joined(said)), "the pages don't say {said:?} of {}", person.held.name);
        }
    }
    for format in ReportFormat::ALL {
        let list = desk.app.remove_list(desk.profile.clone(), id.clone(), format).await.expect("a list");
        let text = String::from_utf8_lossy(&desk.written(list).await).into_owned();
        if format == ReportFormat::Xlsx {
            continue;
        }
        assert!(text.contains("wei.zhang@tailspin.example"), "{text}");
        assert!(format != ReportFormat::Csv || text.contains("'=noted"), "nothing runs: {text}");
    }
    let list = desk.app.remove_list(desk.profile.clone(), id.clone(), ReportFormat::Xlsx).await;
    let bytes = desk.written(list.expect("a list")).await;
    let table = read(&bytes, "removals.xlsx", &ReadOptions::default()).expect("a workbook");
    let mail =
        table.columns.iter().find(|column| column.header.as_deref() == Some("E-mail")).expect("addresses");
    let mut told: Vec<String> = table.rows().map(|row| row.cell(mail.index).shown().to_owned()).collect();
    let mut removed: Vec<String> = evidence.removals().map(|person| person.held.email.clone()).collect();
    told.sort();
    removed.sort();
    assert_eq!(told, removed, "those who are to be removed, and nobody else");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_evidence_says_who_ticked_a_privileged_role_and_when() {
    let desk = Desk::new().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let roles = desk.app.list_roles(desk.profile.clone()).await.expect("roles");
    let mut ids: Vec<_> = roles.iter().filter(|one| one.privileged).map(|one| one.role.id.clone()).collect();
    let plain = roles.iter().find(|one| !one.privileged).expect("a role without power");
    ids.push(plain.role.id.clone());
    desk.app.set_privileged(desk.profile.clone(), ids).await.expect("ticked");
    let id = desk.review(everyone()).await.review.id;
    desk.finish(&id).await;
    let evidence = desk.app.evidence(desk.profile.clone(), id.clone()).await.expect("evidence");
    let told = evidence.privileged.iter().find(|one| one.role == plain.role.name).expect("it counts");
    let (by, at) = (told.by.clone().expect("who"), told.at.clone().expect("when"));
    let (pages, _) = desk.app.evidence_pdf(desk.profile.clone(), id).await.expect("pages");
    let said = format!("{} (ticked by {by}, {})", plain.role.name, &at[..10]);
    assert!(
        text_of_pages(&desk.written(pages).await).contains(&joined(&said)),
        "the pages don't say {said:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_evidence_says_who_took_the_tick_of_a_privileged_role_away_and_when() {
    let desk = Desk::new().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let roles = desk.app.list_roles(desk.profile.clone()).await.expect("roles");
    let (gone, kept): (Vec<_>, Vec<_>) =
        roles.iter().filter(|one| one.privileged).partition(|one| one.role.name == "Distributor Admin");
    let kept = kept.iter().map(|one| one.role.id.clone()).collect();
    desk.app.set_privileged(desk.profile.clone(), kept).await.expect("taken away");
    let id = desk.review(everyone()).await.review.id;
    let evidence = desk.app.evidence(desk.profile.clone(), id.clone()).await.expect("evidence");
    assert_eq!((gone.len(), evidence.unticked.len()), (1, 1), "roles that nobody proposes are not told");
    assert!(evidence.privileged.iter().all(|one| one.role != "Distributor Admin"));
    let told = &evidence.unticked[0];
    let (by, at) = (told.by.clone().expect("who"), told.at.clone().expect("when"));
    let (pages, _) = desk.app.evidence_pdf(desk.profile.clone(), id).await.expect("pages");
    let said = format!("Distributor Admin (tick taken away by {by}, {})", &at[..10]);
    let text = text_of_pages(&desk.written(pages).await);
    assert!(text.contains(&joined(&said)), "the pages don't say {said:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_review_of_privileged_people_is_of_exactly_those_and_marks_each_by_role() {
    let mut desk = Desk::new().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let roles = desk.app.list_roles(desk.profile.clone()).await.expect("roles");
    let named: Vec<&str> =
        roles.iter().filter(|one| one.privileged).map(|one| one.role.name.as_str()).collect();
    let all = desk.review(everyone()).await.review.id;
    let mut naive = desk.review_rows(&all, ReviewFilter::All).await;
    for row in &naive {
        let held: Vec<&str> =
            row.roles.iter().map(String::as_str).filter(|role| named.contains(role)).collect();
        assert_eq!(row.privileged, held, "{}", row.name);
    }
    naive.retain(|row| !row.privileged.is_empty());
    assert!(!naive.is_empty() && naive.len() < 33);
    assert_eq!(desk.review_rows(&all, ReviewFilter::Privileged).await, naive);
    let scope = ReviewScope::Privileged;
    let before = desk.app.review_scope(desk.profile.clone(), scope.clone()).await.expect("a scope");
    assert_eq!((before.words.as_str(), before.people as usize), ("Privileged people", naive.len()));
    let review = desk.review(NewReview { scope, ..everyone() }).await;
    assert_eq!((&before.roles, &review.roles_in_scope), (&review.privileged_roles, &before.roles));
    assert_eq!(desk.review_rows(&review.review.id, ReviewFilter::All).await, naive);
    let evidence = desk.app.evidence(desk.profile.clone(), review.review.id.clone()).await.expect("evidence");
    assert!(
        evidence.people.iter().all(|person| person.flags.iter().any(|one| one.starts_with("Privileged: ")))
    );
    desk.later_with(|users| {
        let mut new =
            users.iter().find(|user| user["id"] == naive[0].user_id.0.as_str()).expect("one").clone();
        new["id"] = json!("00000000-0000-4000-8000-000000000001");
        new["email"] = json!("new@tailspin.example");
        users.push(new);
    })
    .await;
    let looked =
        desk.app.review_view(desk.profile.clone(), review.review.id.clone()).await.expect("a review");
    assert_eq!(looked.review.counts.appeared, 1);
    let appeared = desk.review_rows(&review.review.id, ReviewFilter::Appeared).await;
    assert_eq!((appeared.len(), &appeared[0].privileged), (1, &naive[0].privileged));
}

/// What poppler reads on the pages of a PDF, without any space: where a line is broken is the page's business.
fn text_of_pages(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("pages.pdf");
    std::fs::write(&file, pdf).expect("written");
    let read = std::process::Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(&file).arg("-").output();
    let read = read.expect("pdftotext (package poppler-utils) reads the PDF: `cargo xtask test` installs it");
    assert!(read.status.success(), "pdftotext refuses the file");
    joined(&String::from_utf8(read.stdout).expect("UTF-8"))
}

fn joined(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}
