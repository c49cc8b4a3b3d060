//! The files of a package that Tauri's bundler does not know of.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bundle::Profile;
use crate::{Outcome, licences, shell};

/// The page of the nightly job, and what it names.
const NIGHTLY: &[&str] = &[
    "nightly.md",
    "nightly/nightly.env.example",
    "nightly/rollcall-nightly.service",
    "nightly/rollcall-nightly.timer",
    "schemas/run.json",
];

/// Where the files lie until they are packed.
pub(crate) struct Staged {
    /// What every package has.
    pub(crate) common: PathBuf,
    /// What Debian asks for.
    pub(crate) deb: PathBuf,
    /// What the distributions with rpm ask for.
    pub(crate) rpm: PathBuf,
    /// Both programs, without the names of functions.
    pub(crate) programs: Vec<PathBuf>,
}

/// Lays out everything below `work`.
///
/// # Errors
/// A sentence that names the file that can't be written or the tool that failed.
pub(crate) fn stage(profile: Profile, work: &Path, born: u64) -> Outcome<Staged> {
    let [common, deb, rpm] = ["common", "for-deb", "for-rpm"].map(|name| work.join(name));
    let built = shell::target().join(profile.folder());
    let window = work.join(profile.folder()).join("rollcall");
    let console = common.join("usr/bin/rollcallctl");
    strip(&built.join("rollcall"), &window)?;
    strip(&built.join("rollcallctl"), &console)?;
    let date = dated(born, "+%Y-%m-%d")?;
    let fill = |name: &str| -> Outcome<String> {
        let from = shell::root().join("src-tauri/bundle/linux").join(name);
        let text = read(&from)?;
        Ok(text.replace("{{version}}", env!("CARGO_PKG_VERSION")).replace("{{date}}", &date))
    };
    let share = common.join("usr/share");
    write(
        &share.join("metainfo/dev.rollcall.desktop.metainfo.xml"),
        &fill("dev.rollcall.desktop.metainfo.xml")?,
    )?;
    write(
        &share.join("icons/hicolor/scalable/apps/rollcall.svg"),
        &read(&shell::root().join("icons/rollcall.svg"))?,
    )?;
    write(&share.join("man/man1/rollcall.1"), &fill("rollcall.1")?)?;
    of_the_console(&console, &share)?;
    of_the_nightly_job(&share.join("doc/rollcall"))?;
    let third_party = work.join("THIRD-PARTY.md");
    licences::write(&third_party)?;
    for_debian(&deb.join("usr/share"), &third_party, born)?;
    for_rpm(&rpm.join("usr/share"), &third_party)?;
    zip_pages(&share.join("man/man1"))?;
    Ok(Staged { common, deb, rpm, programs: vec![window, console] })
}

/// The pages and completions that the console writes of itself.
fn of_the_console(console: &Path, share: &Path) -> Outcome {
    shell::must(Command::new(console).arg("man-pages").arg(share.join("man/man1")))?;
    for (shell, place) in [
        ("bash", "bash-completion/completions/rollcallctl"),
        ("zsh", "zsh/vendor-completions/_rollcallctl"),
        ("fish", "fish/vendor_completions.d/rollcallctl.fish"),
    ] {
        let script = crate::shell::output(Command::new(console).args(["completions", shell]))
            .ok_or_else(|| format!("rollcallctl could not write the completions for {shell}."))?;
        write(&share.join(place), &script)?;
    }
    Ok(())
}

/// The nightly job to copy from, beside each other as its page names them.
fn of_the_nightly_job(doc: &Path) -> Outcome {
    let docs = shell::root().join("docs");
    NIGHTLY.iter().try_for_each(|name| write(&doc.join(name), &read(&docs.join(name))?))
}

fn for_debian(share: &Path, third_party: &Path, born: u64) -> Outcome {
    let doc = share.join("doc/rollcall");
    let root = shell::root();
    let mit = read(&root.join("LICENSE-MIT"))?;
    let indented: String = mit
        .lines()
        .skip_while(|line| !line.starts_with("Permission"))
        .map(|line| if line.is_empty() { " .\n".to_owned() } else { format!(" {line}\n") })
        .collect();
    let copyright = read(&root.join("src-tauri/bundle/linux/copyright"))?.replace("{{mit}}\n", &indented);
    write(&doc.join("copyright"), &copyright)?;
    let changes = format!(
        "rollcall ({}) unstable; urgency=medium\n\n  * What changed for people stands in NEWS.md.gz.\n\n -- {}  {}\n",
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_PKG_AUTHORS"),
        dated(born, "+%a, %d %b %Y %H:%M:%S +0000")?
    );
    write(&doc.join("changelog"), &changes)?;
    write(&doc.join("NEWS.md"), &read(&root.join("CHANGELOG.md"))?)?;
    write(&doc.join("THIRD-PARTY.md"), &read(third_party)?)?;
    ["changelog", "NEWS.md", "THIRD-PARTY.md"].iter().try_for_each(|name| zip(&doc.join(name)))?;
    let overrides = read(&root.join("src-tauri/bundle/linux/lintian-overrides"))?;
    write(&share.join("lintian/overrides/rollcall"), &overrides)
}

fn for_rpm(share: &Path, third_party: &Path) -> Outcome {
    let root = shell::root();
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        write(&share.join("licenses/rollcall").join(name), &read(&root.join(name))?)?;
    }
    write(&share.join("licenses/rollcall/THIRD-PARTY.md"), &read(third_party)?)?;
    write(&share.join("doc/rollcall/CHANGELOG.md"), &read(&root.join("CHANGELOG.md"))?)
}

fn zip_pages(folder: &Path) -> Outcome {
    let entries =
        fs::read_dir(folder).map_err(|error| format!("There are no pages of the manual: {error}."))?;
    entries.flatten().try_for_each(|entry| zip(&entry.path()))
}

/// Without a name and a time inside, so that the same text always gives the same bytes.
fn zip(path: &Path) -> Outcome {
    shell::must(Command::new("gzip").args(["--best", "--no-name", "--force"]).arg(path))
}

fn strip(from: &Path, to: &Path) -> Outcome {
    let folder = to.parent().unwrap_or(to);
    fs::create_dir_all(folder).map_err(|error| format!("{} can't be made: {error}.", folder.display()))?;
    shell::must(Command::new("strip").arg("-o").arg(to).arg(from))
}

fn dated(born: u64, form: &str) -> Outcome<String> {
    shell::output(Command::new("date").args(["--utc", &format!("--date=@{born}"), form]).env("LC_ALL", "C"))
        .map(|told| told.trim().to_owned())
        .ok_or_else(|| "`date` can't write the time of this version.".to_owned())
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{} can't be read: {error}.", path.display()))
}

/// Writes a file and the folders above it.
///
/// # Errors
/// A sentence that names the file.
pub(crate) fn write(path: &Path, text: &str) -> Outcome {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| format!("{} can't be written: {error}.", path.display()))
}
