//! A clean Debian of the machine's own release, in a folder: no container, and nothing of the machine is touched.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, prepare, shell};

/// A system with apt and what apt needs; it is removed when this value is dropped.
pub(crate) struct Root {
    place: PathBuf,
    as_root: &'static [&'static str],
}

impl Root {
    /// Makes the system from the machine's own sources of packages.
    ///
    /// # Errors
    /// A sentence when mmdebstrap fails.
    pub(crate) fn make() -> Outcome<Self> {
        let as_root =
            prepare::root_prefix().ok_or("A clean system is made as root, and there is no sudo.")?;
        let root = Self { place: shell::target().join("install/root"), as_root };
        root.clear()?;
        fs::create_dir_all(shell::target().join("install"))
            .map_err(|error| format!("There is no place for a clean system: {error}."))?;
        let sources = [
            "/etc/apt/sources.list.d/debian.sources",
            "/etc/apt/sources.list.d/ubuntu.sources",
            "/etc/apt/sources.list",
        ]
        .into_iter()
        .find(|path| fs::metadata(path).is_ok_and(|file| file.len() > 0))
        .ok_or("This machine names no source of packages.")?;
        let mut make = root.privileged("mmdebstrap");
        make.args(["--quiet", "--variant=apt", "--mode=root", "--skip=cleanup/apt", &release()?]);
        shell::must(make.arg(&root.place).arg(sources))?;
        Ok(root)
    }

    /// Where it lies.
    pub(crate) fn place(&self) -> &Path {
        &self.place
    }

    /// Installs a package file as a person would, with what it depends on.
    ///
    /// # Errors
    /// A sentence when apt fails.
    pub(crate) fn install(&self, deb: &Path) -> Outcome {
        shell::must(self.privileged("cp").arg(deb).arg(self.place.join("tmp/rollcall.deb")))?;
        shell::must(
            self.inside(&[
                "apt-get",
                "install",
                "--quiet",
                "--yes",
                "--option=Dpkg::Use-Pty=0",
                "--no-install-recommends",
                "/tmp/rollcall.deb",
            ])
            .stdout(std::process::Stdio::null()),
        )
    }

    /// Everything that dpkg says the package put here.
    ///
    /// # Errors
    /// A sentence when it does not know the package.
    pub(crate) fn files(&self) -> Outcome<BTreeSet<String>> {
        let told = shell::output(&mut self.inside(&["dpkg-query", "--listfiles", "rollcall"]))
            .ok_or("dpkg does not know the package.")?;
        Ok(told
            .lines()
            .filter(|path| self.place.join(path.trim_start_matches('/')).is_file())
            .map(str::to_owned)
            .collect())
    }

    /// Runs a program in it, which has to end well and say `word`.
    ///
    /// # Errors
    /// A sentence with what it said instead.
    pub(crate) fn says(&self, words: &[&str], word: &str) -> Outcome {
        let output = self
            .inside(words)
            .output()
            .map_err(|error| format!("`{}` could not be started: {error}.", words.join(" ")))?;
        let told = String::from_utf8_lossy(&output.stdout);
        if output.status.success() && told.contains(word) {
            return Ok(());
        }
        Err(format!(
            "It ended with {} and said: {told}{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        ))
    }

    /// Removes the package, and looks for anything of it that is left.
    ///
    /// # Errors
    /// A sentence that names what is left.
    pub(crate) fn remove(&self) -> Outcome {
        let before = self.files()?;
        let mut purge =
            self.inside(&["apt-get", "purge", "--quiet", "--yes", "--option=Dpkg::Use-Pty=0", "rollcall"]);
        shell::must(purge.stdout(std::process::Stdio::null()))?;
        let mut left: Vec<String> = before
            .into_iter()
            .filter(|path| self.place.join(path.trim_start_matches('/')).exists())
            .collect();
        let named = shell::output(
            self.privileged("find")
                .arg(self.place.join("usr"))
                .arg(self.place.join("etc"))
                .args(["-iname", "*rollcall*"]),
        );
        left.extend(named.ok_or("What is left can't be looked for.")?.lines().map(str::to_owned));
        if left.is_empty() { Ok(()) } else { Err(format!("Left: {}.", left.join(", "))) }
    }

    /// A program within the system, with a home of its own and processes that end with it.
    pub(crate) fn inside(&self, words: &[&str]) -> Command {
        let mut command = self.privileged("unshare");
        let proc = format!("--mount-proc={}", self.place.join("proc").display());
        command.args(["--mount", "--pid", "--fork", "--kill-child", &proc, "chroot"]).arg(&self.place);
        command.args([
            "env",
            "-i",
            "HOME=/root",
            "LANG=C.UTF-8",
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
            "DEBIAN_FRONTEND=noninteractive",
        ]);
        for name in ["http_proxy", "https_proxy", "no_proxy"] {
            command.args(std::env::var(name).ok().map(|value| format!("{name}={value}")));
        }
        command.args(words);
        command
    }

    fn privileged(&self, program: &str) -> Command {
        let words: Vec<&str> = self.as_root.iter().copied().chain([program]).collect();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]);
        command
    }

    fn clear(&self) -> Outcome {
        shell::must(
            self.privileged("rm").args(["--recursive", "--force", "--one-file-system"]).arg(&self.place),
        )
    }
}

impl Drop for Root {
    fn drop(&mut self) {
        let _ = self.clear();
    }
}

fn release() -> Outcome<String> {
    let told = fs::read_to_string("/etc/os-release").unwrap_or_default();
    told.lines()
        .find_map(|line| line.strip_prefix("VERSION_CODENAME="))
        .map(|name| name.trim_matches('"').to_owned())
        .ok_or_else(|| "This system has no release that a clean one could be made of.".to_owned())
}
