//! `cargo xtask bundle`: the packages that people install.

mod depends;
mod repack;
mod stage;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use serde_json::{Value, json};

use crate::parts::Needs;
use crate::{Outcome, page, prepare, shell, test};

/// How the programs in a package are built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As they are given to people.
    Release,
    /// As the tests build them: quicker to make, slower to use.
    Debug,
}

impl Profile {
    /// The name of the folder where Cargo puts the programs.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Debug => "debug",
        }
    }
}

/// What a bundle came to.
pub(crate) struct Packages {
    pub(crate) deb: PathBuf,
    pub(crate) rpm: PathBuf,
}

/// Builds the programs and makes a package for each kind of Linux.
///
/// # Errors
/// A sentence when something is missing or does not build.
pub(crate) fn command(profile: Profile, appimage: bool, yes: bool) -> Outcome<ExitCode> {
    if !cfg!(target_os = "linux") {
        return Err(
            "Packages for Windows and macOS are made by the workflow of a release: see docs/releasing.md."
                .to_owned(),
        );
    }
    prepare::machine(Needs { page: true, libraries: true, packages: true, ..Needs::default() }, yes)?;
    match profile {
        Profile::Debug => test::build_all()?,
        Profile::Release => {
            page::build()?;
            shell::must(&mut shell::cargo(&["build", "--locked", "--workspace", "--bins", "--release"]))?;
        }
    }
    let born = born()?;
    let packages = packages(profile, born)?;
    if appimage {
        println!("{}", self::appimage(profile, born)?.display());
    }
    for package in [&packages.deb, &packages.rpm] {
        println!("{}: {}", package.display(), weight(package));
    }
    Ok(ExitCode::SUCCESS)
}

/// What a package takes: to fetch, and once it is installed as it says itself.
fn weight(package: &Path) -> String {
    let fetched = fs::metadata(package).map(|file| file.len()).unwrap_or_default() / 1_000_000;
    let is_deb = package.extension().is_some_and(|extension| extension == "deb");
    let (mut asked, unit) = if is_deb { (Command::new("dpkg-deb"), 1024) } else { (Command::new("rpm"), 1) };
    if is_deb {
        asked.arg("--field").arg(package).arg("Installed-Size");
    } else {
        asked.args(["--query", "--package", "--queryformat", "%{SIZE}"]).arg(package);
    }
    let size = shell::output(&mut asked).and_then(|text| text.trim().parse::<u64>().ok());
    let installed =
        size.map_or_else(String::new, |size| format!(", {} MB installed", size * unit / 1_000_000));
    format!("{fetched} MB{installed}")
}

/// Makes the packages of programs that are built already, anew each time.
///
/// # Errors
/// A sentence that names the step that failed.
pub(crate) fn packages(profile: Profile, born: u64) -> Outcome<Packages> {
    let out = shell::target().join("bundle");
    let work = out.join(format!("work-{}", profile.folder()));
    let _ = fs::remove_dir_all(&work);
    let staged = stage::stage(profile, &work, born)?;
    let depends = depends::of(&work, &staged.programs)?;
    let config = work.join("tauri.json");
    stage::write(&config, &overlay(&staged, &depends).to_string())?;
    bundler(profile, &work, &config, "deb,rpm", born)?;
    let made = work.join(profile.folder()).join("bundle");
    let deb = repack::deb(&only_file(&made.join("deb"), "deb")?, &work.join("deb"), &out, profile, born)?;
    let made_rpm = only_file(&made.join("rpm"), "rpm")?;
    let rpm = out.join(made_rpm.file_name().unwrap_or_default().to_string_lossy().to_lowercase());
    fs::copy(&made_rpm, &rpm).map_err(|error| format!("The .rpm can't be kept: {error}."))?;
    Ok(Packages { deb, rpm })
}

/// Makes the AppImage of what [`packages`] laid out. Tauri's bundler fetches the tools for this one.
fn appimage(profile: Profile, born: u64) -> Outcome<PathBuf> {
    let out = shell::target().join("bundle");
    let work = out.join(format!("work-{}", profile.folder()));
    bundler(profile, &work, &work.join("tauri.json"), "appimage", born)?;
    let made = only_file(&work.join(profile.folder()).join("bundle/appimage"), "AppImage")?;
    let to = out.join(made.file_name().unwrap_or_default());
    fs::copy(&made, &to).map_err(|error| format!("The AppImage can't be kept: {error}."))?;
    Ok(to)
}

/// What is said to Tauri's bundler beside `tauri.conf.json`: what is found out only now.
fn overlay(staged: &stage::Staged, depends: &depends::Depends) -> Value {
    let icons: Vec<String> =
        ["16x16", "22x22", "24x24", "32x32", "48x48", "64x64", "128x128", "256x256", "icon"]
            .iter()
            .map(|size| format!("icons/{size}.png"))
            .collect();
    let desktop = "src-tauri/bundle/linux/Rollcall.desktop";
    json!({ "bundle": {
        "icon": icons,
        "targets": ["deb", "rpm"],
        "linux": {
            "appimage": { "files": {
                "/usr": staged.common.join("usr"),
                "/usr/share/licenses": staged.rpm.join("usr/share/licenses"),
            } },
            "deb": {
                "depends": depends.deb,
                "recommends": ["gnome-keyring | kwalletmanager | keepassxc"],
                "section": "admin",
                "desktopTemplate": desktop,
                "files": { "/usr": staged.common.join("usr"), "/usr/share": staged.deb.join("usr/share") },
            },
            "rpm": {
                "depends": depends.rpm,
                "recommends": ["gnome-keyring"],
                "desktopTemplate": desktop,
                "compression": { "type": "zstd", "level": 3 },
                "files": { "/usr": staged.common.join("usr"), "/usr/share": staged.rpm.join("usr/share") },
            },
        },
    }})
}

/// Runs Tauri's bundler over the stripped copies of the programs.
fn bundler(profile: Profile, work: &Path, config: &Path, kinds: &str, born: u64) -> Outcome {
    let mut tauri = Command::new("node");
    tauri.arg("ui/node_modules/@tauri-apps/cli/tauri.js").args([
        "bundle",
        "--ci",
        "--no-sign",
        "--bundles",
        kinds,
    ]);
    tauri.arg("--config").arg(config).current_dir(shell::root());
    if profile == Profile::Debug {
        tauri.arg("--debug");
    }
    // It writes a word into the program that it packs; that has to be the copy, or Cargo's own would change.
    tauri.env("CARGO_TARGET_DIR", work).env("SOURCE_DATE_EPOCH", born.to_string());
    shell::must(&mut tauri)
}

/// The moment that stands on every file of a package: that of the last commit, unless the environment says another.
///
/// # Errors
/// A sentence when neither says one.
pub(crate) fn born() -> Outcome<u64> {
    let told = env::var("SOURCE_DATE_EPOCH").ok().or_else(|| {
        shell::output(Command::new("git").args(["log", "-1", "--format=%ct"]).current_dir(shell::root()))
    });
    told.and_then(|told| told.trim().parse().ok())
        .ok_or_else(|| "Neither SOURCE_DATE_EPOCH nor git says when this version was made.".to_owned())
}

fn only_file(folder: &Path, extension: &str) -> Outcome<PathBuf> {
    let found = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut fitting: Vec<PathBuf> =
        found.filter(|path| path.extension().is_some_and(|is| is == extension)).collect();
    match (fitting.pop(), fitting.pop()) {
        (Some(one), None) => Ok(one),
        _ => Err(format!("Tauri's bundler left no single .{extension} in {}.", folder.display())),
    }
}
