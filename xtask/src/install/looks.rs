//! What is looked at in a package, by programs that are not ours.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::bundle::Packages;
use crate::desktop::Desktop;
use crate::install::root::Root;
use crate::install::{FILES, missing};
use crate::{Outcome, shell};

/// Generous: a window on a busy machine with two cores.
const PATIENCE: Duration = Duration::from_secs(90);

/// Whether everything wanted was found.
pub(crate) fn complete(found: &BTreeSet<String>, also: &[&str]) -> Outcome {
    let missing = [missing(found, FILES), missing(found, also)].concat();
    if missing.is_empty() { Ok(()) } else { Err(format!("Missing: {}.", missing.join(", "))) }
}

pub(crate) fn desktop_file(root: &Path) -> Outcome {
    shell::must(
        Command::new("desktop-file-validate").arg(root.join("usr/share/applications/Rollcall.desktop")),
    )
}

pub(crate) fn metainfo(root: &Path) -> Outcome {
    let file = root.join("usr/share/metainfo/dev.rollcall.desktop.metainfo.xml");
    shell::must(Command::new("appstreamcli").args(["validate", "--no-net"]).arg(file))
}

/// Every page, set by man itself, without a complaint and with a name.
pub(crate) fn manual(root: &Path) -> Outcome {
    let folder = root.join("usr/share/man/man1");
    let entries = fs::read_dir(&folder).map_err(|error| format!("There are no pages: {error}."))?;
    let pages: Vec<_> = entries
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("rollcall"))
        .collect();
    for page in &pages {
        let output = Command::new("man")
            .args(["--warnings", "--local-file"])
            .arg(page.path())
            .env("MANPAGER", "cat")
            .env("LC_ALL", "C.UTF-8")
            .env("MANWIDTH", "200")
            .output()
            .map_err(|error| format!("man could not be started: {error}."))?;
        let told = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() || !told.contains("NAME") || !output.stderr.is_empty() {
            let name = page.file_name();
            return Err(format!("{}: {}", name.to_string_lossy(), String::from_utf8_lossy(&output.stderr)));
        }
    }
    if pages.len() > 2 { Ok(()) } else { Err("The pages of the commands are missing.".to_owned()) }
}

/// The unit of the nightly job: the program that it runs is there, and so is what it says to read.
pub(crate) fn nightly(root: &Path) -> Outcome {
    let unit = root.join("usr/share/doc/rollcall/nightly/rollcall-nightly.service");
    let text = fs::read_to_string(&unit).map_err(|error| format!("There is no nightly job: {error}."))?;
    let lost = lost(&text, |path| root.join(path.trim_start_matches('/')).is_file());
    if lost.is_empty() { Ok(()) } else { Err(format!("It names what is not there: {}.", lost.join(", "))) }
}

/// What a unit names and is not there; a setting that names nothing stands for itself.
fn lost(unit: &str, is_there: impl Fn(&str) -> bool) -> Vec<&str> {
    let named = ["ExecStart=", "Documentation=file://"].map(|setting| {
        let words = unit.lines().find_map(|line| line.strip_prefix(setting)?.split_whitespace().next());
        words.unwrap_or(setting)
    });
    named.into_iter().filter(|path| !is_there(path)).collect()
}

/// Each shell loads its script and then knows the command `profile`.
pub(crate) fn completions(root: &Path) -> Outcome {
    let share = root.join("usr/share");
    let scripts = [
        (
            "bash",
            "bash-completion/completions/rollcallctl",
            "source \"$0\"; COMP_WORDS=(rollcallctl prof); COMP_CWORD=1; _rollcallctl rollcallctl prof rollcallctl; echo \"${COMPREPLY[@]}\"",
        ),
        (
            "zsh",
            "zsh/vendor-completions/_rollcallctl",
            "autoload -U compinit; compinit -u -D; source \"$0\"; whence -w _rollcallctl; functions _rollcallctl_commands",
        ),
        (
            "fish",
            "fish/vendor_completions.d/rollcallctl.fish",
            "source $argv[1]; complete --do-complete 'rollcallctl prof'",
        ),
    ];
    for (shell, script, line) in scripts {
        let told = shell::output(Command::new(shell).args(["-c", line]).arg(share.join(script)))
            .ok_or_else(|| format!("{shell} could not load its completions."))?;
        if !told.contains("profile") {
            return Err(format!("{shell} does not know the commands after loading; it said: {told}"));
        }
    }
    Ok(())
}

/// The installed program opens a window that the desktop knows by its class, whose page says what it shows, and ends well
/// when it is closed.
pub(crate) fn window(root: &Root, desktop: &Desktop) -> Outcome {
    let mut display = Command::new("printenv");
    desktop.enter(display.arg("DISPLAY"));
    let display = shell::output(&mut display).ok_or("The desktop has no display.")?;
    let display = format!("DISPLAY={}", display.trim());
    let mut app = root
        .inside(&["env", &display, "GDK_BACKEND=x11", "ROLLCALL_KEYCHAIN=off", "rollcall"])
        .stdout(Stdio::null())
        .spawn()
        .map_err(|error| format!("The window could not be started: {error}."))?;
    let mut close = || -> Outcome {
        let started = Instant::now();
        let id = loop {
            if let Some(id) = entitled(desktop) {
                break id;
            }
            if let Ok(Some(status)) = app.try_wait() {
                return Err(format!("It ended with {status} before it showed a window."));
            }
            if started.elapsed() > PATIENCE {
                return Err("No window appeared, or its page stayed empty.".to_owned());
            }
            thread::sleep(Duration::from_millis(200));
        };
        let asked = Instant::now();
        loop {
            // The manager passes the wish to close on to the program; one that was not ready yet is asked again.
            let _ = xdotool(desktop, &["windowactivate", &id, "key", "--window", "0", "alt+F4"]);
            thread::sleep(Duration::from_secs(1));
            match app.try_wait() {
                Ok(Some(status)) if status.success() => return Ok(()),
                Ok(Some(status)) => return Err(format!("It ended with {status} when it was closed.")),
                _ if asked.elapsed() > PATIENCE => return Err("It does not close.".to_owned()),
                _ => {}
            }
        }
    };
    let outcome = close();
    shell::end(&mut app);
    outcome
}

/// The window, once its page has put the name of a screen into its title.
fn entitled(desktop: &Desktop) -> Option<String> {
    let told = xdotool(desktop, &["search", "--onlyvisible", "--class", "^rollcall$"])?;
    let id = told.lines().next_back()?;
    let title = xdotool(desktop, &["getwindowname", id])?;
    title.trim().ends_with("– Rollcall").then(|| id.to_owned())
}

fn xdotool(desktop: &Desktop, words: &[&str]) -> Option<String> {
    let mut command = Command::new("xdotool");
    desktop.enter(command.args(words));
    shell::output(&mut command)
}

pub(crate) fn lintian(packages: &Packages) -> Outcome {
    shell::must(
        Command::new("lintian")
            .args(["--allow-root", "--fail-on", "error", "--tag-display-limit", "0"])
            .arg(&packages.deb),
    )
}

/// The .rpm unpacks to the same files, and asks for each library that the programs are linked with.
pub(crate) fn rpm(package: &Path, also: &[&str]) -> Outcome {
    let ask = |words: &[&str]| {
        shell::output(Command::new("rpm").arg("-qp").args(words).arg(package))
            .ok_or("rpm can't read the package.")
    };
    let requires = ask(&["--requires"])?;
    let wanted = ["libwebkit2gtk-4.1.so.0()(64bit)", "libgtk-3.so.0()(64bit)", "libc.so.6(GLIBC_"];
    if let Some(name) = wanted.iter().find(|name| !requires.contains(**name)) {
        return Err(format!("It does not ask for {name}."));
    }
    if !ask(&["--recommends"])?.contains("gnome-keyring") {
        return Err("It recommends no keychain.".to_owned());
    }
    let place = shell::target().join("install/rpm");
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).map_err(|error| format!("There is no place to unpack it: {error}."))?;
    let unpack = "rpm2cpio \"$1\" | cpio --quiet --extract --make-directories --no-absolute-filenames";
    shell::must(Command::new("sh").args(["-ec", unpack, "sh"]).arg(package).current_dir(&place))?;
    let listed = ask(&["--list"])?;
    let found = listed
        .lines()
        .filter(|path| place.join(path.trim_start_matches('/')).is_file())
        .map(str::to_owned)
        .collect();
    let outcome = complete(&found, also).and_then(|()| nightly(&place));
    let _ = fs::remove_dir_all(&place);
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nightly_job_that_names_what_is_not_there_is_found() {
        let is_there = |path: &str| ["/usr/bin/program", "/usr/share/doc/program.md"].contains(&path);
        let unit = "[Unit]\nDocumentation=file:///usr/share/doc/program.md\n[Service]\nExecStart=/usr/bin/program now\n";
        assert!(lost(unit, is_there).is_empty());
        assert_eq!(
            lost(&unit.replace("/usr/bin", "/usr/local/bin"), is_there),
            ["/usr/local/bin/program"],
            "it is elsewhere"
        );
        assert_eq!(lost("[Unit]", is_there), ["ExecStart=", "Documentation=file://"], "nothing is named");
    }
}
