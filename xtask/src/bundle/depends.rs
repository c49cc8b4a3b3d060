//! What a package needs of the system, read from the programs themselves.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, shell};

/// What each kind of package says that it depends on.
pub(crate) struct Depends {
    pub(crate) deb: Vec<String>,
    pub(crate) rpm: Vec<String>,
}

/// Asks dpkg-shlibdeps for Debian's names and readelf for the names that rpm uses.
///
/// # Errors
/// A sentence when one of them fails.
pub(crate) fn of(work: &Path, programs: &[PathBuf]) -> Outcome<Depends> {
    let place = work.join("shlibs");
    let control = "Source: rollcall\n\nPackage: rollcall\nArchitecture: any\n";
    fs::create_dir_all(place.join("debian"))
        .and_then(|()| fs::write(place.join("debian/control"), control))
        .map_err(|error| format!("{} can't be written: {error}.", place.display()))?;
    let told = shell::output(Command::new("dpkg-shlibdeps").arg("-O").args(programs).current_dir(&place))
        .ok_or("dpkg-shlibdeps could not tell which packages the programs need.")?;
    let deb = of_shlibdeps(&told).ok_or("dpkg-shlibdeps named no packages.")?;
    let mut rpm = BTreeSet::new();
    for program in programs {
        let told = shell::output(
            Command::new("readelf").args(["--wide", "--dynamic", "--version-info"]).arg(program),
        )
        .ok_or_else(|| format!("readelf can't read {}.", program.display()))?;
        rpm.extend(of_readelf(&told));
    }
    Ok(Depends { deb, rpm: rpm.into_iter().collect() })
}

fn of_shlibdeps(told: &str) -> Option<Vec<String>> {
    let list = told.lines().find_map(|line| line.strip_prefix("shlibs:Depends="))?;
    Some(list.split(", ").map(|name| name.trim().to_owned()).collect())
}

/// Each library by its name, and the newest version of the C library that is asked for.
fn of_readelf(told: &str) -> BTreeSet<String> {
    let libraries = told
        .lines()
        .filter(|line| line.contains("(NEEDED)"))
        .filter_map(|line| line.split_once('[')?.1.split_once(']').map(|(name, _)| name))
        .filter(|name| !name.starts_with("ld-linux"))
        .map(|name| format!("{name}()(64bit)"));
    let newest = told
        .split("Name: GLIBC_")
        .skip(1)
        .filter_map(|rest| rest.split_whitespace().next())
        .filter_map(|version| version.split('.').map(|part| part.parse().ok()).collect::<Option<Vec<u32>>>())
        .max();
    let version = newest.map(|parts| {
        let version = parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
        format!("libc.so.6(GLIBC_{version})(64bit)")
    });
    libraries.chain(version).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_names_stay_whole_with_their_versions() {
        let told = "shlibs:Depends=libc6 (>= 2.34), libgtk-3-0 (>= 3.22.0)\n";
        assert_eq!(
            of_shlibdeps(told),
            Some(vec!["libc6 (>= 2.34)".to_owned(), "libgtk-3-0 (>= 3.22.0)".to_owned()])
        );
        assert_eq!(of_shlibdeps(""), None, "nothing said is not the same as nothing needed");
    }

    #[test]
    fn rpm_asks_for_libraries_by_name_and_for_the_newest_c_library() {
        let told = " 0x01 (NEEDED) Shared library: [libgtk-3.so.0]\n 0x01 (NEEDED) Shared library: [ld-linux-x86-64.so.2]\n
            0x0010: Name: GLIBC_2.9  Flags: none\n 0x0010: Name: GLIBC_2.34  Flags: none\n";
        let names: Vec<String> = of_readelf(told).into_iter().collect();
        assert_eq!(names, ["libc.so.6(GLIBC_2.34)(64bit)", "libgtk-3.so.0()(64bit)"]);
    }
}
