//! Addresses that a document names.

use crate::schema::listed;
use crate::tree::Tree;
use serde_json::Value;
use url::{Host, Url};

/// Words of an address that is not meant for daily work.
const FOR_TRIALS: [&str; 7] = ["sandbox", "staging", "stage", "test", "mock", "preview", "dev"];

/// Base URLs, the likeliest first, without a slash at their end.
pub(crate) fn base_urls(tree: &Tree<'_>) -> Vec<String> {
    let servers = listed(tree.root(), "servers").iter().take(50);
    let mut urls: Vec<Url> = servers.filter_map(address).collect();
    urls.sort_by_key(unlikely);
    let mut said: Vec<String> =
        urls.iter().map(|url| url.as_str().trim_end_matches('/').to_owned()).collect();
    let mut known = std::collections::HashSet::new();
    said.retain(|url| known.insert(url.clone()));
    said
}

/// An address with its variables filled in; nothing for one that is no whole address or holds credentials.
fn address(server: &Value) -> Option<Url> {
    let mut text = server.get("url")?.as_str()?.to_owned();
    let variables = server.get("variables").and_then(Value::as_object);
    for (name, variable) in variables.into_iter().flatten() {
        let usual = variable.get("default").or_else(|| variable.get("enum")?.get(0));
        if let Some(usual) = usual.and_then(Value::as_str) {
            text = text.replace(&format!("{{{name}}}"), usual);
        }
    }
    safe(&text)
}

/// A whole address of the web, without credentials, query and fragment.
pub(crate) fn safe(text: &str) -> Option<Url> {
    let url = Url::parse(text.trim()).ok()?;
    let web = matches!(url.scheme(), "https" | "http") && url.has_host();
    let bare = url.username().is_empty() && url.password().is_none();
    (web && bare && url.query().is_none() && url.fragment().is_none() && !text.contains(['{', '}']))
        .then_some(url)
}

fn unlikely(url: &Url) -> u8 {
    let host = url.host_str().unwrap_or_default();
    let of_this_machine = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => true,
    };
    let for_trials = host.split(['.', '-']).any(|part| FOR_TRIALS.contains(&part));
    u8::from(of_this_machine) * 4 + u8::from(url.scheme() == "http") * 2 + u8::from(for_trials)
}
