//! The page's packages and its build.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use serde_json::Value;

use crate::{Outcome, shell};

/// Installs the packages that the lock file names, unless exactly those are there.
///
/// # Errors
/// A sentence when npm fails.
pub(crate) fn install() -> Outcome {
    let ui = shell::root().join("ui");
    let read = |path: PathBuf| fs::read_to_string(path).unwrap_or_default();
    let lock = read(ui.join("package-lock.json"));
    if fits(&lock, &read(ui.join("node_modules/.package-lock.json"))) {
        return Ok(());
    }
    // npm would empty the folder behind it, which belongs to somebody else.
    if ui.join("node_modules").is_symlink() {
        return Err("ui/node_modules is a link to packages of another lock file. Remove the link; the packages are then installed here.".to_owned());
    }
    println!("Installing the page's packages from ui/package-lock.json.");
    // No package may run a script of its own on the way in: two of them would fetch browsers' drivers.
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&ui);
    shell::must(&mut npm)
}

/// Whether what npm says it has installed is what the lock file asks for.
fn fits(lock: &str, installed: &str) -> bool {
    let (Some(lock), Some(installed)) = (packages(lock), packages(installed)) else { return false };
    let same = installed.iter().all(|(name, package)| {
        lock.get(name).is_some_and(|wanted| wanted.get("version") == package.get("version"))
    });
    // Packages for other systems are optional, and rightly missing.
    let complete = lock.iter().all(|(name, package)| {
        let may_miss = ["optional", "devOptional"].iter().any(|key| package.get(key).is_some());
        may_miss || installed.contains_key(name)
    });
    same && complete
}

fn packages(lock: &str) -> Option<BTreeMap<String, Value>> {
    let lock: Value = serde_json::from_str(lock).ok()?;
    let packages = lock.get("packages")?.as_object()?;
    // The entry without a name is the project itself.
    Some(
        packages
            .iter()
            .filter(|(name, _)| !name.is_empty())
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
    )
}

/// Whom a page is built for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// People.
    People,
    /// Pictures: it speaks the made-up languages too, in which screens are looked at.
    Pictures,
}

impl For {
    /// Vite's word for it.
    fn mode(self) -> &'static str {
        match self {
            Self::People => "production",
            Self::Pictures => "shots",
        }
    }
}

/// Builds the page for people, unless the last build is younger than all that it is made of.
///
/// # Errors
/// A sentence when the build fails.
pub(crate) fn build() -> Outcome {
    build_for(For::People)
}

/// Builds the page, unless the last build was for the same and is younger than all that it is made of.
///
/// # Errors
/// A sentence when the build fails.
pub(crate) fn build_for(whom: For) -> Outcome {
    // Beside the build and not in it: all that lies there is carried by the app.
    let note = shell::target().join("page-built-for");
    let last = fs::read_to_string(&note).unwrap_or_else(|_| For::People.mode().to_owned());
    if last == whom.mode() && is_built() {
        return Ok(());
    }
    let told = fs::create_dir_all(shell::target()).and_then(|()| fs::write(&note, whom.mode()));
    told.map_err(|error| format!("Could not note what the page is built for: {error}."))?;
    let mut npm = Command::new("npm");
    npm.args(["run", "build", "--", "--mode", whom.mode()]).current_dir(shell::root().join("ui"));
    shell::must(&mut npm)
}

/// Whether the last build is younger than all that the page is made of.
pub(crate) fn is_built() -> bool {
    let ui = shell::root().join("ui");
    let Some(built) = modified(&ui.join("dist/index.html")) else { return false };
    let Ok(entries) = fs::read_dir(&ui) else { return false };
    let made_of = entries.flatten().map(|entry| entry.path()).filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        !matches!(name.as_str(), "dist" | "node_modules" | "e2e") && !name.starts_with('.')
    });
    made_of.filter_map(|path| newest(&path)).all(|changed| changed <= built)
}

fn newest(path: &Path) -> Option<SystemTime> {
    let own = modified(path);
    let Ok(entries) = fs::read_dir(path) else { return own };
    entries.flatten().filter_map(|entry| newest(&entry.path())).chain(own).max()
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"{"packages":{"":{"name":"x"},
        "node_modules/a":{"version":"1.0.0"},
        "node_modules/b-darwin":{"version":"2.0.0","optional":true}}}"#;

    #[test]
    fn packages_for_other_systems_may_be_missing() {
        assert!(fits(LOCK, r#"{"packages":{"node_modules/a":{"version":"1.0.0"}}}"#));
    }

    #[test]
    fn another_version_or_a_missing_package_is_installed_anew() {
        assert!(!fits(LOCK, r#"{"packages":{"node_modules/a":{"version":"1.0.1"}}}"#), "another version");
        assert!(!fits(LOCK, r#"{"packages":{}}"#), "a missing package");
        assert!(!fits(LOCK, ""), "never installed");
    }

    #[test]
    fn a_package_that_the_lock_file_no_longer_names_is_removed() {
        let installed =
            r#"{"packages":{"node_modules/a":{"version":"1.0.0"},"node_modules/z":{"version":"9.0.0"}}}"#;
        assert!(!fits(LOCK, installed));
    }
}
