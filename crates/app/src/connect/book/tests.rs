use super::*;

fn draft(name: &str) -> ProfileDraft {
    ProfileDraft {
        id: None,
        name: name.into(),
        colour: "#7C3AED".into(),
        live: true,
        base_url: " https://api.example/ ".into(),
        scope: Scope::Platform(vec![" p-1 ".into(), " ".into()]),
        extra_headers: vec![Header { name: " ".into(), value: "x".into() }],
        sign_in: SignIn::Token,
        subscription_key: None,
        secret: None,
        session_only: false,
        read_only: false,
        description: DescriptionChoice::default(),
        network: Network::default(),
        proxy_password: None,
    }
}

fn book(folder: &tempfile::TempDir) -> Book {
    Book::read(folder.path().join("profiles.json")).expect("an empty book")
}

#[test]
fn what_was_typed_around_the_values_is_left_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = book(&folder).draft(&draft(" Nordlys "), None).expect("a profile");
    assert_eq!(
        (kept.name.as_str(), kept.base_url.as_str(), kept.colour.as_str()),
        ("Nordlys", "https://api.example", "#7c3aed")
    );
    assert_eq!((kept.scope, kept.extra_headers), (Scope::Platform(vec!["p-1".into()]), vec![]));
}

#[test]
fn two_connections_may_not_share_a_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = book(&folder);
    let first = book.draft(&draft("Nordlys"), None).expect("a profile");
    book.keep(first.clone()).expect("kept");
    assert_eq!(book.draft(&draft("nordlys"), None).expect_err("refused").code, ErrorCode::ProfileInvalid);
    assert_eq!(book.draft(&draft("Sandbox"), None).expect_err("refused").code, ErrorCode::ProfileInvalid);
    let again = ProfileDraft { id: Some(first.id), ..draft("NORDLYS") };
    assert!(book.draft(&again, None).is_ok(), "a connection may keep its own name");
}

#[test]
fn what_is_kept_is_found_again_and_holds_no_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = book(&folder);
    let profile = first.draft(&draft("Nordlys"), None).expect("a profile");
    first.keep(profile.clone()).expect("kept");
    assert_eq!(book(&folder).named("nordlys"), Some(&profile));
    first.remove(&profile.id).expect("removed");
    assert_eq!(book(&folder).all(), &[]);
}

#[test]
fn connections_that_the_first_versions_kept_are_still_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("profiles.json");
    std::fs::write(&path, include_str!("../../../fixtures/profiles-1.json")).expect("written");
    let book = Book::read(path).expect("they are read");
    let kept = |name| book.named(name).expect("it is there");
    let (first, second) = (kept("Nordlys"), kept("Fabrikam lab"));
    assert_eq!(first.description, DescriptionChoice { base: "appxite".into(), ..Default::default() });
    assert_eq!((first.read_only, &first.network), (false, &Network::default()));
    assert_eq!((first.tuning.batch, first.tuning.settle_seconds), (Some(10), Some(360)));
    assert_eq!((&second.scope, second.session_only), (&Scope::Customer(vec!["c-1".into()]), true));
    assert_eq!(second.tuning, Tuning::default(), "the oldest ones had none");
    assert!(matches!(second.sign_in, SignIn::ClientCredentials { .. }));
}

fn keep(book: &mut Book, name: &str) -> Profile {
    let profile = book.draft(&draft(name), None).expect("a profile");
    book.keep(profile.clone()).expect("kept");
    profile
}

#[test]
fn a_second_connection_has_the_next_free_number_and_stands_behind_the_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = book(&folder);
    let first = keep(&mut book, "Nordlys");
    keep(&mut book, "Fabrikam");
    for name in ["Nordlys (2)", "Nordlys (3)"] {
        let second = book.second(&first);
        assert_eq!(second.name, name);
        book.keep_behind(&first.id, second).expect("kept");
    }
    let again = book.second(book.named("Nordlys (2)").expect("it is there"));
    assert_eq!(again.name, "Nordlys (4)");
    let names: Vec<&str> = book.all().iter().map(|profile| profile.name.as_str()).collect();
    assert_eq!(names, ["Nordlys", "Nordlys (3)", "Nordlys (2)", "Fabrikam"]);
    let long = Profile { name: "ä".repeat(MOST_CHARS), ..first };
    assert!(book.second(&long).judge().is_ok(), "a number finds room");
}

#[test]
fn connections_stand_as_they_were_put_and_those_that_were_not_named_behind_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = book(&folder);
    let ids: Vec<String> = ["A", "B", "C", "D"].map(|name| keep(&mut first, name).id).into();
    first.order(&[ids[3].clone(), "gone".into(), ids[1].clone()]).expect("ordered");
    let again = book(&folder);
    let names: Vec<&str> = again.all().iter().map(|profile| profile.name.as_str()).collect();
    assert_eq!(names, ["D", "B", "A", "C"]);
}

#[test]
fn what_another_window_kept_meanwhile_is_not_undone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut here, mut there) = (book(&folder), book(&folder));
    let kept = keep(&mut there, "Nordlys");
    there.edit(&kept.id, locked).expect("locked there");
    assert!(here.is_read_only(&kept.id).expect("an answer"), "the disk says so");
    keep(&mut here, "Fabrikam");
    assert_eq!(book(&folder).by_id(&kept.id).map(|profile| profile.read_only), Some(true));
}

fn locked(profile: &mut Profile) -> Result<(), AppError> {
    profile.read_only = true;
    Ok(())
}

#[test]
fn a_change_of_one_thing_leaves_what_another_window_changed_of_the_same_connection() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut here = book(&folder);
    let kept = keep(&mut here, "Nordlys");
    book(&folder).edit(&kept.id, locked).expect("locked there");
    let named = |profile: &mut Profile| {
        profile.signed_in_as = Some("p-7".into());
        Ok(())
    };
    let after = here.edit(&kept.id, named).expect("kept");
    assert!(after.read_only && after.signed_in_as.is_some(), "{after:?}");
    assert_eq!(book(&folder).by_id(&kept.id), Some(&after));
    assert_eq!(here.by_id(&kept.id), Some(&after));
}

#[test]
fn a_connection_that_another_window_changed_or_removed_is_not_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut here = book(&folder);
    let kept = keep(&mut here, "Nordlys");
    book(&folder).edit(&kept.id, locked).expect("locked there");
    let renamed = Profile { name: "Nordlys two".into(), ..kept.clone() };
    let refused = here.keep(renamed.clone()).expect_err("refused");
    assert!(refused.message.contains("has changed this connection"), "{}", refused.message);
    assert_eq!(here.by_id(&kept.id).map(|now| now.read_only), Some(true), "it is seen here now");
    here.keep(Profile { read_only: true, ..renamed.clone() }).expect("whoever has seen it may change it");
    book(&folder).remove(&kept.id).expect("removed there");
    assert_eq!(here.keep(renamed).expect_err("refused").code, ErrorCode::ProfileUnknown);
    assert_eq!(here.edit(&kept.id, locked).expect_err("refused").code, ErrorCode::ProfileUnknown);
    assert_eq!(book(&folder).all(), &[], "it does not come back");
}

#[test]
fn two_windows_that_change_connections_at_once_lose_no_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = book(&folder);
    let ids: Vec<String> = (0..4).map(|at| keep(&mut first, &format!("Platform {at}")).id).collect();
    std::thread::scope(|scope| {
        for id in &ids {
            scope.spawn(|| {
                let mut here = book(&folder);
                for batch in 1..=25 {
                    let set = |profile: &mut Profile| {
                        profile.tuning.batch = Some(batch);
                        Ok(())
                    };
                    here.edit(id, set).expect("kept");
                }
            });
        }
    });
    let kept: Vec<Option<u32>> = book(&folder).all().iter().map(|profile| profile.tuning.batch).collect();
    assert_eq!(kept, [Some(25); 4]);
}

#[test]
fn a_name_that_nobody_could_type_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["two\nlines", "a\u{7}bell", &"x".repeat(101)] {
        let refused = book(&folder).draft(&draft(name), None).expect_err("refused");
        assert_eq!(refused.code, ErrorCode::ProfileInvalid, "{name:?}");
    }
}
