//! Tauri's .deb, packed once more so that the same files always give the same bytes.
//!
//! Its bundler takes files in the order in which the disk gives them and keeps the time of each copy;
//! dpkg-deb sorts, gives every file to root, and honours SOURCE_DATE_EPOCH.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bundle::Profile;
use crate::{Outcome, shell};

/// Unpacks `from` to `work` and packs it again into `out`.
///
/// # Errors
/// A sentence when dpkg-deb fails.
pub(crate) fn deb(from: &Path, work: &Path, out: &Path, profile: Profile, born: u64) -> Outcome<PathBuf> {
    shell::must(Command::new("dpkg-deb").arg("--raw-extract").args([from, work]))?;
    let script = format!(
        "cd \"$1\" && find . -type d -exec chmod 755 {{}} + && find usr -type f -exec chmod 644 {{}} + && chmod 755 usr/bin/* \
         && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums \
         && find . -exec touch --no-dereference --date=@{born} {{}} +"
    );
    shell::must(Command::new("sh").args(["-ec", &script, "sh"]).arg(work))?;
    let to = out.join(from.file_name().unwrap_or_default().to_string_lossy().to_lowercase());
    let _ = fs::remove_file(&to);
    let packing: &[&str] = match profile {
        Profile::Release => &["-Zxz"],
        // Nobody downloads this one.
        Profile::Debug => &["-Zgzip", "-z1"],
    };
    let mut dpkg = Command::new("dpkg-deb");
    dpkg.args(packing).args(["--root-owner-group", "--build"]).args([work, &to]);
    dpkg.env("SOURCE_DATE_EPOCH", born.to_string()).stdout(std::process::Stdio::null());
    shell::must(&mut dpkg)?;
    Ok(to)
}
