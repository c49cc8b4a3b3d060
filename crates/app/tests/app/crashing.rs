//! A panic leaves a report that says where it was, and nothing of what the program had in hand.

use rollcall_app::{Home, keep_crash_reports};

/// All reports below a data folder.
fn reports(home: &Home) -> String {
    let files = crate::connections::files(&home.root().join("crashes"));
    files.iter().map(|path| std::fs::read_to_string(path).expect("a report")).collect()
}

#[test]
fn a_report_of_a_panic_says_where_and_never_what_was_put_together() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = Home::moved_to(folder.path()).expect("a home");
    keep_crash_reports(&home);
    let name = std::hint::black_box("Canarina <anna.canary@contoso.example>".to_owned());
    let told = name.clone();
    let _ = std::thread::spawn(move || panic!("no user {told}")).join();
    let text = format!("ü{name}");
    let _ = std::thread::spawn(move || text[1..].len()).join();
    let _ = std::thread::spawn(move || std::hint::black_box(Err::<(), _>(name)).expect("a user")).join();
    let _ = std::thread::spawn(|| panic!("a text of the source")).join();
    let reports = reports(&home);
    assert!(!reports.contains("anarina") && !reports.contains('@'), "{reports}");
    assert_eq!(reports.matches("\"what\": \"panic\"").count(), 4, "{reports}");
    assert_eq!(reports.matches("crates/app/tests/app/crashing.rs:").count(), 4, "{reports}");
    assert!(reports.contains("a text of the source"), "{reports}");
    #[cfg(unix)]
    for path in crate::connections::files(&home.root().join("crashes")) {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&path).expect("metadata").permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", path.display());
    }
}
