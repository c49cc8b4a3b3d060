//! What is known of the system around Rollcall, without anything that says whose it is.

use std::path::Path;

/// Variables of the environment whose being there explains much. What they say is left out.
const TELLING: &[&str] = &[
    "GDK_BACKEND",
    "GTK_THEME",
    "HTTPS_PROXY",
    "HTTP_PROXY",
    "NO_PROXY",
    "ROLLCALL_CLIENT_SECRET",
    "ROLLCALL_DATA_KEY",
    "ROLLCALL_HOME",
    "ROLLCALL_KEYCHAIN",
    "ROLLCALL_PROXY_PASSWORD",
    "ROLLCALL_SANDBOX_USERS",
    "ROLLCALL_SUBSCRIPTION_KEY",
    "ROLLCALL_TOKEN",
    "WEBKIT_DISABLE_COMPOSITING_MODE",
    "WEBKIT_DISABLE_DMABUF_RENDERER",
    "https_proxy",
    "http_proxy",
    "no_proxy",
];

/// Names and values.
pub(super) fn facts() -> Vec<(&'static str, String)> {
    let mut facts = vec![("System", format!("{}, {}", system(), std::env::consts::ARCH))];
    let mut given = |name: &'static str, variable: &str| {
        if let Some(value) = std::env::var(variable).ok().and_then(|value| short(&value)) {
            facts.push((name, value));
        }
    };
    given("Desktop", "XDG_CURRENT_DESKTOP");
    given("Session", "XDG_SESSION_TYPE");
    given("Language of the system", "LANG");
    let set: Vec<&str> = TELLING.iter().copied().filter(|name| std::env::var_os(name).is_some()).collect();
    let set = if set.is_empty() { "none".to_owned() } else { set.join(", ") };
    facts.push(("Variables that are set (without what they say)", set));
    facts
}

fn system() -> String {
    let from = |path: &str| std::fs::read_to_string(Path::new(path)).ok();
    let release = from("/etc/os-release").as_deref().and_then(pretty_name);
    let kernel = from("/proc/sys/kernel/osrelease").and_then(|kernel| short(&kernel));
    let mac = from("/System/Library/CoreServices/SystemVersion.plist").as_deref().and_then(product_version);
    let parts = [Some(std::env::consts::OS.to_owned()), release, kernel, mac];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn pretty_name(release: &str) -> Option<String> {
    let line = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    short(line.trim_matches('"'))
}

fn product_version(plist: &str) -> Option<String> {
    let (_, after) = plist.split_once("<key>ProductVersion</key>")?;
    let (_, value) = after.split_once("<string>")?;
    short(value.split_once("</string>")?.0)
}

/// A name of something and its version: anything else that somebody may have put there is not taken.
fn short(value: &str) -> Option<String> {
    let value = value.trim();
    let fits = |sign: char| sign.is_ascii_alphanumeric() || " ._-:+/()#~".contains(sign);
    ((1..=80).contains(&value.len()) && value.chars().all(fits)).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_named_and_nothing_else_that_stands_in_its_place_is() {
        assert_eq!(
            pretty_name("NAME=x\nPRETTY_NAME=\"Debian GNU/Linux 13 (trixie)\"\n").as_deref(),
            Some("Debian GNU/Linux 13 (trixie)")
        );
        assert_eq!(
            product_version("<key>ProductVersion</key>\n<string>15.1</string>").as_deref(),
            Some("15.1")
        );
        assert_eq!(short("ann@contoso.example"), None);
        assert_eq!(short(""), None);
    }
}
