//! `cargo xtask licences`: the works of other people that the programs carry, each with its licence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{Outcome, shell};

/// The packages whose programs are given to people.
const PROGRAMS: &[&str] = &["rollcall", "rollcall-cli"];

/// A work of somebody else within the programs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Work {
    name: String,
    version: String,
    licence: String,
    source: String,
    /// Where its files lie.
    folder: PathBuf,
}

/// Writes the list.
///
/// # Errors
/// A sentence when Cargo or the page's lock file don't say what there is, or a work names no licence or is not there.
pub(crate) fn write(to: &Path) -> Outcome {
    let mut works = of_cargo(&metadata()?)?;
    let ui = shell::root().join("ui");
    let lock = fs::read_to_string(ui.join("package-lock.json"))
        .map_err(|error| format!("ui/package-lock.json can't be read: {error}."))?;
    works.extend(of_npm(&lock, &ui)?);
    let nameless: Vec<&str> =
        works.iter().filter(|work| work.licence.is_empty()).map(|work| work.name.as_str()).collect();
    if !nameless.is_empty() {
        return Err(format!("These name no licence, so they can't be shipped: {}.", nameless.join(", ")));
    }
    let missing: Vec<&str> =
        works.iter().filter(|work| !work.folder.is_dir()).map(|work| work.name.as_str()).collect();
    if !missing.is_empty() {
        return Err(format!(
            "The licences of these are not at hand: {}. Fetch them first (`cargo fetch`; `npm ci` in ui).",
            missing.join(", ")
        ));
    }
    fs::write(to, text(&works)).map_err(|error| format!("{} can't be written: {error}.", to.display()))
}

fn metadata() -> Outcome<Value> {
    let host = shell::output(std::process::Command::new("rustc").arg("-vV"))
        .and_then(|told| told.lines().find_map(|line| line.strip_prefix("host: ").map(str::to_owned)))
        .ok_or("rustc does not say for which system it builds.")?;
    let told = shell::output(&mut shell::cargo(&[
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--filter-platform",
        &host,
    ]))
    .ok_or("`cargo metadata --locked` failed: is Cargo.lock up to date?")?;
    serde_json::from_str(&told)
        .map_err(|error| format!("What Cargo says of the packages can't be read: {error}."))
}

/// Everything of a registry that the programs are linked from.
fn of_cargo(metadata: &Value) -> Outcome<BTreeSet<Work>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (word(&package["id"]), package)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (word(&node["id"]), node)).collect();
    let mut open: Vec<String> = packages
        .iter()
        .filter(|(_, package)| {
            package["source"].is_null() && PROGRAMS.contains(&word(&package["name"]).as_str())
        })
        .map(|(id, _)| id.clone())
        .collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        let node = nodes.get(&id).ok_or_else(|| format!("Cargo says nothing of {id}."))?;
        let linked = list(&node["deps"])
            .into_iter()
            .filter(|dependency| list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()));
        open.extend(linked.map(|dependency| word(&dependency["pkg"])));
    }
    let works = seen.iter().filter_map(|id| packages.get(id)).filter(|package| !package["source"].is_null());
    Ok(works
        .map(|package| Work {
            name: word(&package["name"]),
            version: word(&package["version"]),
            licence: word(&package["license"]),
            source: word(&package["repository"]),
            folder: Path::new(&word(&package["manifest_path"]))
                .parent()
                .map(Path::to_path_buf)
                .unwrap_or_default(),
        })
        .collect())
}

/// Everything that the page may be built of: what npm installs beside the tools.
fn of_npm(lock: &str, ui: &Path) -> Outcome<BTreeSet<Work>> {
    let lock: Value = serde_json::from_str(lock)
        .map_err(|error| format!("ui/package-lock.json can't be read: {error}."))?;
    let packages = lock["packages"].as_object().ok_or("ui/package-lock.json names no packages.")?;
    let shipped = packages.iter().filter(|(path, package)| {
        !path.is_empty()
            && ["dev", "devOptional", "optional"].iter().all(|key| package[key] != Value::Bool(true))
    });
    Ok(shipped
        .map(|(path, package)| {
            let name = path.rsplit("node_modules/").next().unwrap_or(path).to_owned();
            Work {
                source: format!("https://www.npmjs.com/package/{name}"),
                name,
                version: package["version"].as_str().unwrap_or_default().to_owned(),
                licence: package["license"].as_str().unwrap_or_default().to_owned(),
                folder: ui.join(path),
            }
        })
        .collect())
}

/// The list as people read it: every text once, under the names of all that came with it.
fn text(works: &BTreeSet<Work>) -> String {
    let mut by_text: BTreeMap<String, BTreeSet<&Work>> = BTreeMap::new();
    for work in works {
        for text in texts(&work.folder) {
            by_text.entry(text).or_default().insert(work);
        }
    }
    let mut list = String::from("# Works of other people in Rollcall\n\n");
    for work in works {
        list.push_str(&format!("- {} {}: {} <{}>\n", work.name, work.version, work.licence, work.source));
    }
    list.push_str("\nA work that came without a text of its own is under the licence named above, whose text stands below.\n");
    for (text, works) in &by_text {
        list.push_str("\n## ");
        list.push_str(
            &works
                .iter()
                .map(|work| format!("{} {}", work.name, work.version))
                .collect::<Vec<_>>()
                .join(", "),
        );
        list.push_str(&format!("\n\n````\n{text}\n````\n"));
    }
    list
}

/// The texts of licences and notices in the root of a work, without what editors left at their ends.
fn texts(folder: &Path) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(folder) else { return BTreeSet::new() };
    entries
        .flatten()
        .filter(|entry| {
            let name = entry.file_name().to_string_lossy().to_uppercase();
            ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE", "OFL"]
                .iter()
                .any(|start| name.starts_with(start))
        })
        .filter_map(|entry| fs::read_to_string(entry.path()).ok())
        .map(|text| text.replace("\r\n", "\n").trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_programs_link_is_listed_and_what_only_builds_or_tests_them_is_not() {
        let metadata: Value = serde_json::from_str(
            r#"{"packages":[
                {"id":"a","name":"rollcall","version":"1.0.0","source":null},
                {"id":"b","name":"linked","version":"2.0.0","source":"r","license":"MIT","manifest_path":"/x/Cargo.toml"},
                {"id":"c","name":"builder","version":"3.0.0","source":"r","license":"MIT"},
                {"id":"d","name":"below","version":"4.0.0","source":"r","license":"ISC"}],
              "resolve":{"nodes":[
                {"id":"a","deps":[{"pkg":"b","dep_kinds":[{"kind":null}]},{"pkg":"c","dep_kinds":[{"kind":"build"}]}]},
                {"id":"b","deps":[{"pkg":"d","dep_kinds":[{"kind":null}]}]},
                {"id":"c","deps":[]},{"id":"d","deps":[]}]}}"#,
        )
        .expect("an example");
        let names: Vec<String> =
            of_cargo(&metadata).expect("listed").into_iter().map(|work| work.name).collect();
        assert_eq!(names, ["below", "linked"]);
    }

    #[test]
    fn the_pages_tools_are_not_listed() {
        let lock = r#"{"packages":{"":{},"node_modules/@a/b":{"version":"1.0.0","license":"MIT"},
            "node_modules/tool":{"version":"2.0.0","dev":true}}}"#;
        let works = of_npm(lock, Path::new("/ui")).expect("listed");
        assert_eq!(works.into_iter().map(|work| work.name).collect::<Vec<_>>(), ["@a/b"]);
    }
}
