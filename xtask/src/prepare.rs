//! Brings a machine to the point where the project builds and its tests run.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::parts::Needs;
use crate::{Outcome, dependencies, page, python, scim, shell};

/// What the app is built from: a C compiler, and the libraries of the window.
const LIBRARIES: &[&str] = &[
    "build-essential",
    "libdbus-1-dev",
    "libgtk-3-dev",
    "libsoup-3.0-dev",
    "libwebkit2gtk-4.1-dev",
    "perl",
    "pkg-config",
];

/// What the private desktop of the end-to-end tests is made of.
const DESKTOP: &[&str] = &[
    "at-spi2-core",
    "dbus",
    "fonts-droid-fallback",
    "fonts-noto-core",
    "gir1.2-gtk-3.0",
    "gnome-keyring",
    "openbox",
    "python3-gi",
    "webkit2gtk-driver",
    "xclip",
    "xdotool",
    "xvfb",
];

/// Programs of the engine that shows the page on Windows, one of which a test starts; Ubuntu has no package of the first, and
/// machines of a hosted CI bring the second.
const CHROMIUMS: &[&str] = &["chromium", "google-chrome"];

/// A screen reader, with what it speaks through; the service that it speaks to is one of the tests.
const SCREEN_READER: &[&str] = &["orca", "python3-speechd"];

/// What tests read documents with, and the letters of many scripts to write them in.
const DOCUMENTS: &[&str] = &["fonts-droid-fallback", "fonts-noto-core", "poppler-utils"];

/// What services written in Python are installed with.
const PYTHON: &[&str] = &["python3", "python3-venv"];
/// A proxy that is not ours, to put before the sample platform.
const NETWORK: &[&str] = &["tinyproxy-bin"];

/// What packages for Linux are signed with.
const SIGNING: &[&str] = &["gpg", "gpg-agent"];

/// What packages are made, examined and installed with.
const PACKAGES: &[&str] = &[
    "appstream",
    "bash-completion",
    "cpio",
    "desktop-file-utils",
    "fish",
    "lintian",
    "man-db",
    "mmdebstrap",
    "rpm",
    "zsh",
];

const DRIVER_VERSION: &str = "2.1.0";
const OLDEST_NODE: u32 = 20;

/// Installs whatever of `needs` is missing, asking first unless `yes` or CI says otherwise.
///
/// # Errors
/// A sentence that says what is missing and the line to type.
pub(crate) fn machine(needs: Needs, yes: bool) -> Outcome {
    let mut packages = Vec::new();
    if needs.libraries {
        packages.extend_from_slice(LIBRARIES);
    }
    if needs.documents {
        packages.extend_from_slice(DOCUMENTS);
    }
    if needs.scim && !python::is_ready() {
        packages.extend_from_slice(PYTHON);
    }
    if needs.network {
        packages.extend_from_slice(NETWORK);
    }
    if needs.desktop {
        packages.extend_from_slice(DESKTOP);
        if CHROMIUMS.iter().all(|name| shell::which(name).is_none()) {
            packages.push(CHROMIUMS[0]);
        }
    }
    if needs.screen_reader {
        packages.extend_from_slice(SCREEN_READER);
    }
    if needs.signing {
        packages.extend_from_slice(SIGNING);
    }
    if needs.packages {
        packages.extend_from_slice(PACKAGES);
    }
    if needs.dependencies && !python::is_ready() {
        packages.extend_from_slice(PYTHON);
    }
    packages.sort_unstable();
    packages.dedup();
    system_packages(&packages, yes)?;
    if needs.page {
        node()?;
        page::install()?;
    }
    if needs.scim {
        scim::install(&tools())?;
    }
    if needs.dependencies {
        dependencies::install(&tools())?;
    }
    if needs.desktop {
        driver()?;
    }
    Ok(())
}

fn system_packages(wanted: &[&str], yes: bool) -> Outcome {
    if wanted.is_empty() || !cfg!(target_os = "linux") {
        return Ok(());
    }
    if shell::which("apt-get").is_none() || shell::which("dpkg-query").is_none() {
        return elsewhere();
    }
    let missing = missing(wanted);
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!("sudo apt-get update && sudo apt-get install {}", missing.join(" "));
    let Some(as_root) = root_prefix() else {
        return Err(format!(
            "These system packages are missing, and installing them needs root. Type:\n\n  {by_hand}\n"
        ));
    };
    println!(
        "These system packages are missing and will be installed with apt-get:\n\n  {}\n",
        missing.join(" ")
    );
    if !(yes || shell::in_ci() || agreed()?) {
        return Err(format!("Nothing was installed. To install them by hand, type:\n\n  {by_hand}\n"));
    }
    apt_install(as_root, &missing).map_err(|why| format!("{why} To try by hand, type:\n\n  {by_hand}\n"))
}

/// The packages that dpkg does not know as installed.
fn missing<'a>(wanted: &[&'a str]) -> Vec<&'a str> {
    // dpkg-query fails when it knows one of the names not at all, and still prints the others.
    let known = Command::new("dpkg-query")
        .args(["-W", "-f", "${db:Status-Status} ${Package}\\n"])
        .args(wanted)
        .output()
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    not_installed(wanted, &known)
}

fn not_installed<'a>(wanted: &[&'a str], known: &str) -> Vec<&'a str> {
    let installed: BTreeSet<&str> =
        known.lines().filter_map(|line| line.strip_prefix("installed ")).collect();
    wanted.iter().copied().filter(|name| !installed.contains(name)).collect()
}

/// The words that make a command run as root: none for root itself.
pub(crate) fn root_prefix() -> Option<&'static [&'static str]> {
    let is_root = shell::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if is_root {
        return Some(&[]);
    }
    shell::which("sudo").map(|_| &["sudo"] as &[&str])
}

fn agreed() -> Outcome<bool> {
    if !io::stdin().is_terminal() {
        return Ok(false);
    }
    print!("Install them now? [Y/n] ");
    let mut answer = String::new();
    io::stdout()
        .flush()
        .and_then(|()| io::stdin().read_line(&mut answer))
        .map_err(|error| format!("The answer could not be read: {error}."))?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "" | "y" | "yes"))
}

fn apt_install(as_root: &[&str], packages: &[&str]) -> Outcome {
    if lists_are_old() {
        shell::must(&mut apt(as_root, &["update"]))?;
    }
    let install: Vec<&str> =
        ["install", "--yes", "--no-install-recommends"].iter().chain(packages).copied().collect();
    if shell::status(&mut apt(as_root, &install))?.success() {
        return Ok(());
    }
    // A list that looked fresh can still name versions that the archive has since replaced.
    shell::must(&mut apt(as_root, &["update"]))?;
    shell::must(&mut apt(as_root, &install))
}

fn apt(as_root: &[&str], args: &[&str]) -> Command {
    let words: Vec<&str> = as_root
        .iter()
        .chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
        .chain(args)
        .copied()
        .collect();
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    command
}

/// Whether apt's lists are missing (as in a fresh container) or older than a day.
fn lists_are_old() -> bool {
    let Ok(entries) = fs::read_dir("/var/lib/apt/lists") else { return true };
    let newest: Option<SystemTime> = entries
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().contains("_Packages"))
        .filter_map(|entry| entry.metadata().ok()?.modified().ok())
        .max();
    let Some(newest) = newest else { return true };
    newest.elapsed().is_ok_and(|age| age > Duration::from_secs(24 * 60 * 60))
}

/// On a Linux without apt: nothing to say when the libraries are there, else the line to type.
fn elsewhere() -> Outcome {
    let there = shell::which("pkg-config").is_some_and(|program| {
        Command::new(program)
            .args(["--exists", "webkit2gtk-4.1", "dbus-1"])
            .status()
            .is_ok_and(|status| status.success())
    });
    if there {
        return Ok(());
    }
    let line = if shell::which("dnf").is_some() {
        "sudo dnf install webkit2gtk4.1-devel dbus-devel perl gcc make pkgconf"
    } else if shell::which("pacman").is_some() {
        "sudo pacman -S --needed webkit2gtk-4.1 dbus perl base-devel pkgconf"
    } else if shell::which("zypper").is_some() {
        "sudo zypper install webkit2gtk3-devel dbus-1-devel perl gcc make pkg-config"
    } else {
        "install the development files of WebKitGTK 4.1 and D-Bus, with perl, make, pkg-config and a C compiler"
    };
    Err(format!("The libraries of the window (WebKitGTK 4.1, D-Bus) were not found. Type:\n\n  {line}\n"))
}

fn node() -> Outcome {
    let told = shell::output(Command::new("node").arg("--version"));
    match told.as_deref().map(major) {
        Some(Some(version)) if version >= OLDEST_NODE => {}
        Some(_) => {
            return Err(format!(
                "Node {} is too old: the window's page is built with Node {OLDEST_NODE} or newer. Install one from your system or from nodejs.org, then run this again.",
                told.unwrap_or_default().trim()
            ));
        }
        None => {
            return Err(format!(
                "Node was not found: the window's page is built with Node {OLDEST_NODE} or newer. Install it, then run this again."
            ));
        }
    }
    if shell::which("npm").is_none() {
        return Err(
            "npm was not found beside Node. On Debian and Ubuntu it is a package of its own: npm.".to_owned()
        );
    }
    Ok(())
}

fn major(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Installs the WebDriver of Tauri apps, unless the right version is there.
fn driver() -> Outcome {
    if installed_driver().is_some() {
        return Ok(());
    }
    let place = tools();
    let place = place.to_string_lossy();
    shell::must(&mut shell::cargo(&[
        "install",
        &format!("tauri-driver@{DRIVER_VERSION}"),
        "--locked",
        "--root",
        &place,
        // Debug information of a driver helps nobody, and the build takes half as long without optimising.
        "--debug",
    ]))
}

/// The WebDriver of Tauri apps in the version that the tests are written for.
pub(crate) fn installed_driver() -> Option<PathBuf> {
    let homes = [Some(tools()), std::env::home_dir().map(|home| home.join(".cargo"))];
    homes.into_iter().flatten().find_map(|home| {
        let binary = home.join("bin/tauri-driver");
        (binary.is_file() && has_driver(&home)).then_some(binary)
    })
}

fn has_driver(home: &Path) -> bool {
    fs::read_to_string(home.join(".crates.toml"))
        .is_ok_and(|list| list.contains(&format!("\"tauri-driver {DRIVER_VERSION} ")))
}

pub(crate) fn tools() -> PathBuf {
    shell::target().join("tools")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_package_whose_settings_stayed_counts_as_missing() {
        let known = "installed perl\nconfig-files xvfb\nnot-installed openbox\n";
        assert_eq!(not_installed(&["perl", "xvfb", "openbox", "dbus"], known), ["xvfb", "openbox", "dbus"]);
    }

    #[test]
    fn the_major_version_is_read_as_node_prints_it() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("not a version"), None);
    }

    #[test]
    fn root_runs_apt_directly_and_others_go_through_sudo() {
        let told = |prefix: &[&str]| format!("{:?}", apt(prefix, &["update"]));
        assert!(told(&[]).starts_with("\"env\""), "root: {}", told(&[]));
        assert!(told(&["sudo"]).starts_with("\"sudo\" \"env\""), "others: {}", told(&["sudo"]));
    }
}
