//! The walls between the crates, as their manifests keep them.

use std::collections::BTreeSet;

use toml::{Table, Value};

use crate::tree::{self, SourceFile};
use crate::{assert_found, assert_none};

/// Outside things, and the only packages that may name each.
const WALLS: &[(&[&str], &[&str])] = &[
    (&["reqwest", "hyper", "hyper-util", "ureq", "isahc", "curl", "oauth2"], &["rollcall-platform"]),
    (&["webbrowser", "open"], &["rollcall-platform"]),
    (&["keyring", "keyring-core", "secret-service"], &["rollcall-vault"]),
    // The window tells docks how far work is, by a signal of the session's bus.
    (&["zbus"], &["rollcall-vault", "rollcall"]),
    (
        &["rusqlite", "libsqlite3-sys", "sqlx"],
        &["rollcall-store", "rollcall-roster", "rollcall-runs", "rollcall-drafts", "rollcall-review"],
    ),
    (&["calamine", "chardetng"], &["rollcall-intake"]),
    (&["encoding_rs"], &["rollcall-intake", "rollcall-workbook"]),
    (&["arboard"], &["rollcall"]),
    (&["csv"], &["rollcall-intake", "rollcall-workbook"]),
    (&["rust_xlsxwriter"], &["rollcall-workbook"]),
    (&["typst", "typst-layout", "typst-pdf", "typst-kit"], &["rollcall-evidence"]),
    (&["axum", "utoipa"], &["rollcall-sandbox"]),
    (&["serde-saphyr"], &["rollcall-openapi"]),
    (&["clap"], &["rollcall-cli", "xtask"]),
];

/// Rooms that never name one another.
const APART: &[&str] = &[
    "rollcall-platform",
    "rollcall-openapi",
    "rollcall-vault",
    "rollcall-roster",
    "rollcall-intake",
    "rollcall-workbook",
    "rollcall-evidence",
    "rollcall-runs",
    "rollcall-drafts",
    "rollcall-findings",
    "rollcall-review",
];

/// The rooms of ours that a package may name; whoever is missing here may name none.
const OURS: &[(&str, &[&str])] = &[
    ("rollcall", &["rollcall-app"]),
    ("rollcall-cli", &["rollcall-app", "rollcall-sandbox"]),
    ("rollcall-platform", &["rollcall-core"]),
    ("rollcall-vault", &["rollcall-core"]),
    ("rollcall-store", &["rollcall-core"]),
    ("rollcall-roster", &["rollcall-core", "rollcall-store"]),
    ("rollcall-runs", &["rollcall-core", "rollcall-store"]),
    ("rollcall-drafts", &["rollcall-store"]),
    ("rollcall-findings", &["rollcall-core"]),
    ("rollcall-review", &["rollcall-core", "rollcall-store"]),
    ("rollcall-intake", &["rollcall-core"]),
    ("rollcall-intake-fuzz", &["rollcall-intake"]),
    ("rollcall-workbook", &["rollcall-core"]),
    ("rollcall-evidence", &[]),
    ("rollcall-openapi", &["rollcall-core"]),
];

/// What reads or writes anything outside of the program.
const INPUT_AND_OUTPUT: &[&str] = &[
    "tokio",
    "async-std",
    "directories",
    "tempfile",
    "tracing-appender",
    "rfd",
    "walkdir",
    "fs2",
    "fs4",
    "socket2",
];

/// Packages whose pre-releases only work together in exactly one version.
const PINNED: &[&str] = &["specta", "specta-typescript", "tauri-specta"];

/// A package of the workspace and what it names.
struct Package {
    name: String,
    /// Where its manifest lies.
    path: String,
    /// What the built program is made of.
    built_of: BTreeSet<String>,
    /// What its tests use beside that.
    tested_with: BTreeSet<String>,
    takes_lints: bool,
}

impl Package {
    fn read(manifest: &SourceFile, workspace: &Table) -> Option<Self> {
        let document: Table =
            manifest.text.parse().unwrap_or_else(|error| panic!("{}: {error}", manifest.path));
        let name = document.get("package")?.get("name")?.as_str()?.to_owned();
        let mut built_of = BTreeSet::new();
        let mut tested_with = BTreeSet::new();
        let targets = document.get("target").and_then(Value::as_table);
        let tables = std::iter::once(&document)
            .chain(targets.into_iter().flat_map(Table::values).filter_map(Value::as_table));
        for table in tables {
            named(table, "dependencies", workspace, &mut built_of);
            named(table, "build-dependencies", workspace, &mut built_of);
            named(table, "dev-dependencies", workspace, &mut tested_with);
        }
        let takes_lints =
            document.get("lints").and_then(|lints| lints.get("workspace")) == Some(&Value::Boolean(true));
        Some(Self { name, path: manifest.path.clone(), built_of, tested_with, takes_lints })
    }

    fn all(&self) -> impl Iterator<Item = &String> {
        self.built_of.union(&self.tested_with)
    }
}

/// Adds what a table of dependencies names, under its real name if it was renamed.
fn named(table: &Table, key: &str, workspace: &Table, into: &mut BTreeSet<String>) {
    let Some(dependencies) = table.get(key).and_then(Value::as_table) else { return };
    for (alias, value) in dependencies {
        let shared = value.get("workspace").and_then(|_| workspace.get(alias));
        let renamed =
            [Some(value), shared].into_iter().flatten().find_map(|value| value.get("package")?.as_str());
        into.insert(renamed.unwrap_or(alias).to_owned());
    }
}

fn workspace_dependencies() -> Table {
    let document: Table = tree::read("Cargo.toml").text.parse().expect("the root manifest is TOML");
    let dependencies = document.get("workspace").and_then(|workspace| workspace.get("dependencies"));
    dependencies.and_then(Value::as_table).cloned().expect("the workspace lists its dependencies")
}

fn packages() -> Vec<Package> {
    let workspace = workspace_dependencies();
    // Fuzz targets are a workspace of their own: they are built by a tool that wants it so, and are no part of the program.
    let ours =
        |file: &SourceFile| file.path.ends_with("Cargo.toml") && !file.path.ends_with("fuzz/Cargo.toml");
    let manifests = tree::files("").into_iter().filter(ours);
    manifests.filter_map(|manifest| Package::read(&manifest, &workspace)).collect()
}

fn example(text: &str) -> Package {
    Package::read(&SourceFile::example("crates/x/Cargo.toml", text), &Table::new()).expect("a package")
}

fn through_walls(package: &Package) -> Vec<String> {
    let outside = |name: &str| {
        if name == "tauri" || name.starts_with("tauri-") || matches!(name, "wry" | "tao") {
            return Some(&["rollcall"] as &[&str]);
        }
        WALLS.iter().find(|(things, _)| things.contains(&name)).map(|(_, owners)| *owners)
    };
    let named = package.built_of.iter().filter_map(|name| outside(name).map(|owners| (name, owners)));
    named
        .filter(|(_, owners)| !owners.contains(&package.name.as_str()))
        .map(|(name, owners)| {
            format!("{}: {} names {name}; only {} may", package.path, package.name, owners.join(", "))
        })
        .collect()
}

fn between_rooms(package: &Package) -> Vec<String> {
    if package.name == "rollcall-app" {
        return Vec::new();
    }
    let may = OURS.iter().find(|(name, _)| *name == package.name).map_or(&[] as &[&str], |(_, may)| *may);
    let rooms = package.built_of.iter().filter(|name| name.starts_with("rollcall-"));
    rooms
        .filter(|room| !may.contains(&room.as_str()))
        .map(|room| {
            format!(
                "{}: {} names {room}, which the plan of the house does not show",
                package.path, package.name
            )
        })
        .collect()
}

fn sideways(package: &Package) -> Vec<String> {
    if !APART.contains(&package.name.as_str()) {
        return Vec::new();
    }
    let others = package.all().filter(|name| APART.contains(&name.as_str()));
    others.map(|other| format!("{}: {} names {other}, be it in a test", package.path, package.name)).collect()
}

fn shares_code_with_us(package: &Package) -> Vec<String> {
    let ours = package.all().filter(|name| name.starts_with("rollcall"));
    ours.map(|name| format!("{}: {} names {name}", package.path, package.name)).collect()
}

fn does_input_and_output(package: &Package) -> Vec<String> {
    let named = package.built_of.iter().filter(|name| {
        INPUT_AND_OUTPUT.contains(&name.as_str())
            || WALLS.iter().any(|(things, _)| things.contains(&name.as_str()))
    });
    named.map(|name| format!("{}: {name} reads or writes something outside", package.path)).collect()
}

fn unpinned(workspace: &Table) -> Vec<String> {
    let version =
        |value: &Value| value.get("version").or(Some(value)).and_then(Value::as_str).map(ToOwned::to_owned);
    let loose = PINNED.iter().filter(|name| {
        let version = workspace.get(**name).and_then(version);
        !version.is_some_and(|version| version.starts_with('='))
    });
    loose.map(|name| format!("Cargo.toml: {name} must be pinned with \"=\"")).collect()
}

fn without_lints(package: &Package) -> Vec<String> {
    let finding = format!("{}: `[lints] workspace = true` is missing", package.path);
    // The fuzzers are built by another compiler, outside of the workspace: they have nothing to take lints from.
    let outside = package.name == "rollcall-intake-fuzz";
    if package.takes_lints || outside { Vec::new() } else { vec![finding] }
}

fn over_all(check: impl Fn(&Package) -> Vec<String>) -> Vec<String> {
    packages().iter().flat_map(check).collect()
}

fn only(name: &str) -> Package {
    packages().into_iter().find(|package| package.name == name).unwrap_or_else(|| panic!("{name} is gone"))
}

#[test]
fn each_outside_thing_is_named_by_its_own_room_alone() {
    assert_none(
        &over_all(through_walls),
        "An outside thing stands behind one crate; ask that room for an operation.",
    );
}

#[test]
fn a_room_that_names_an_outside_thing_of_another_is_found() {
    let renamed = "[package]\nname = \"rollcall-app\"\n[dependencies]\nweb = { package = \"reqwest\", version = \"1\" }";
    assert_found(&through_walls(&example(renamed)), "reqwest");
    let by_target =
        "[package]\nname = \"rollcall-app\"\n[target.'cfg(unix)'.dependencies]\ntauri-plugin-fs = \"2\"";
    assert_found(&through_walls(&example(by_target)), "tauri-plugin-fs");
    let tests = "[package]\nname = \"rollcall-workbook\"\n[dev-dependencies]\ncalamine = \"1\"";
    assert_none(&through_walls(&example(tests)), "Tests may read back what they wrote.");
}

#[test]
fn rooms_name_only_the_rooms_that_the_plan_shows() {
    assert_none(&over_all(between_rooms), "Rooms are joined in rollcall-app.");
}

#[test]
fn a_room_that_reaches_past_the_plan_is_found() {
    let shell = "[package]\nname = \"rollcall\"\n[dependencies]\nrollcall-roster.workspace = true";
    assert_found(&between_rooms(&example(shell)), "rollcall-roster");
}

#[test]
fn the_eight_rooms_never_name_one_another() {
    assert_none(
        &over_all(sideways),
        "A room states what it needs as a small trait, and rollcall-app joins it.",
    );
}

#[test]
fn a_room_that_names_its_neighbour_even_in_a_test_is_found() {
    let runs = "[package]\nname = \"rollcall-runs\"\n[dev-dependencies]\nrollcall-platform.workspace = true";
    assert_found(&sideways(&example(runs)), "rollcall-platform");
}

#[test]
fn the_sample_platform_and_the_project_commands_share_no_code_with_the_rooms() {
    for name in ["rollcall-sandbox", "xtask"] {
        assert_none(
            &shares_code_with_us(&only(name)),
            "It checks the rooms from outside, so it must not be made of them.",
        );
    }
    let sandbox =
        "[package]\nname = \"rollcall-sandbox\"\n[dev-dependencies]\nrollcall-core.workspace = true";
    assert_found(&shares_code_with_us(&example(sandbox)), "rollcall-core");
}

#[test]
fn core_names_nothing_that_reads_or_writes() {
    let core = only("rollcall-core");
    assert_none(
        &does_input_and_output(&core),
        "core holds values and rules; what does I/O goes behind a wall.",
    );
    assert_none(
        &does_input_and_output(&only("rollcall-findings")),
        "findings judges what it is given; who gives it reads.",
    );
    assert_none(
        &does_input_and_output(&only("rollcall-openapi"))
            .into_iter()
            .filter(|it| !it.contains("serde-saphyr"))
            .collect::<Vec<_>>(),
        "openapi finds what a document says; who hands it over reads the file.",
    );
    assert_none(&shares_code_with_us(&core), "core is the ground floor: it names no other room.");
    let bad = "[package]\nname = \"rollcall-core\"\n[dependencies]\ntokio = \"1\"";
    assert_found(&does_input_and_output(&example(bad)), "tokio");
}

#[test]
fn versions_that_only_resolve_together_are_pinned() {
    assert_none(
        &unpinned(&workspace_dependencies()),
        "A newer pre-release of one does not build with the others.",
    );
    let loose = "specta = \"2.0.0-rc.26\"\nspecta-typescript = \"=1\"\ntauri-specta = { version = \"=1\" }";
    assert_found(&unpinned(&loose.parse().expect("TOML")), "specta");
}

#[test]
fn every_package_takes_the_lints_of_the_workspace() {
    assert_none(&over_all(without_lints), "Add `[lints] workspace = true` to the manifest.");
    assert_found(&without_lints(&example("[package]\nname = \"x\"")), "crates/x/Cargo.toml");
}
