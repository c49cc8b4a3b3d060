//! How an answer names the next page: by a mark in its body, or by an address in its body or in a header.

use crate::keys::found_at;
use crate::read::scalar;
use crate::wording::{Paging, PagingStyle};
use reqwest::header::{HeaderMap, LINK};
use serde_json::Value;
use url::Url;

/// What an answer says of the page after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Next {
    /// Nothing: there is none, or it is said somewhere else than the description says.
    #[default]
    Unsaid,
    /// That there is none.
    None,
    /// What to ask for it with.
    Mark(String),
    /// Where it is.
    At(Url),
}

impl Next {
    /// Whether there is a next page, and it can be asked for.
    pub(crate) fn leads_on(&self) -> bool {
        matches!(self, Self::Mark(_) | Self::At(_))
    }
}

/// What an answer says of the next page; nothing where an address in it leads to another server.
pub(crate) fn next(
    paging: &Paging,
    base: &Url,
    asked: &Url,
    answer: &Value,
    headers: &HeaderMap,
) -> Option<Next> {
    let said = paging.next.as_deref().filter(|place| !place.is_empty());
    match (paging.style, said) {
        (PagingStyle::Cursor, Some(place)) => Some(mark(answer, place)),
        (PagingStyle::Link, Some(place)) => match mark(answer, place) {
            Next::Mark(address) => at(&address, base, asked),
            other => Some(other),
        },
        (PagingStyle::Link, None) => match linked(headers) {
            Some(address) => at(&address, base, asked),
            None => Some(Next::Unsaid),
        },
        _ => Some(Next::Unsaid),
    }
}

fn mark(answer: &Value, place: &str) -> Next {
    match answer.as_object().and_then(|map| found_at(map, place)) {
        None | Some(Value::Array(_) | Value::Object(_)) => Next::Unsaid,
        Some(Value::Null | Value::Bool(_)) => Next::None,
        Some(value) => match scalar(value).filter(|text| !text.trim().is_empty()) {
            Some(text) => Next::Mark(text),
            None => Next::None,
        },
    }
}

/// The address of the next page, under the one that was asked. Key and token go along with the question, so it lies
/// at the same server and under the connection's own address, or it is not followed.
fn at(address: &str, base: &Url, asked: &Url) -> Option<Next> {
    let url = asked.join(address.trim()).ok()?;
    let folder = base.path().trim_end_matches('/');
    let inside = url.path().strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let plain = url.username().is_empty() && url.password().is_none();
    (url.origin() == base.origin() && inside && plain).then_some(Next::At(url))
}

/// The target of the link that leads to the next page. Source: RFC 8288, section 3.
fn linked(headers: &HeaderMap) -> Option<String> {
    headers.get_all(LINK).iter().filter_map(|value| value.to_str().ok()).find_map(next_of)
}

fn next_of(header: &str) -> Option<String> {
    let mut rest = header;
    while let Some((_, after)) = rest.split_once('<') {
        let (target, after) = after.split_once('>')?;
        let end = end_of_parameters(after);
        let (parameters, following) = after.split_at(end);
        if parameters.split(';').any(is_next) {
            return Some(target.to_owned());
        }
        rest = following;
    }
    None
}

/// Where the parameters of a link end: at a comma outside of quotes.
fn end_of_parameters(text: &str) -> usize {
    let mut quoted = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => return at,
            _ => {}
        }
    }
    text.len()
}

fn is_next(parameter: &str) -> bool {
    let Some((name, value)) = parameter.split_once('=') else { return false };
    let relations = value.trim().trim_matches('"').split_whitespace();
    name.trim().eq_ignore_ascii_case("rel")
        && relations.into_iter().any(|one| one.eq_ignore_ascii_case("next"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn url(text: &str) -> Url {
        Url::parse(text).expect("an address")
    }

    #[test]
    fn a_mark_is_a_text_or_a_number_and_an_empty_one_is_the_end() {
        let read = |answer: Value| mark(&answer, "/meta/next");
        assert_eq!(read(json!({"meta": {"next": "abc"}})), Next::Mark("abc".to_owned()));
        assert_eq!(read(json!({"Meta": {"Next": 7}})), Next::Mark("7".to_owned()));
        for end in [json!(""), json!(null), json!(false)] {
            assert_eq!(read(json!({"meta": {"next": end}})), Next::None);
        }
        for unsaid in [json!({}), json!([]), json!({"meta": {"next": {}}})] {
            assert_eq!(read(unsaid), Next::Unsaid);
        }
        assert_eq!(mark(&json!({"next_cursor": "x"}), "nextCursor"), Next::Mark("x".to_owned()));
    }

    #[test]
    fn the_next_of_several_links_is_found_whatever_stands_beside_it() {
        for header in [
            "<https://a.example/x?p=2>; rel=\"next\"",
            "<https://a.example/x?p=1>; rel=\"prev\", <https://a.example/x?p=2>; rel=\"next\"",
            "<https://a.example/x?p=9>; title=\"a, rel=next\"; rel=last,<https://a.example/x?p=2>;rel=next",
            "<https://a.example/x?p=2>; REL=\"prefetch Next\"",
        ] {
            assert_eq!(next_of(header).as_deref(), Some("https://a.example/x?p=2"), "{header}");
        }
        for header in ["", "nothing", "<x>; rel=\"last\"", "<x; rel=next", "<x>; title=\"rel=next\""] {
            assert_eq!(next_of(header), None, "{header}");
        }
    }

    #[test]
    fn an_address_that_leads_elsewhere_is_not_followed() {
        let (base, asked) = (url("https://a.example/api"), url("https://a.example/api/users?x=1"));
        let to = |address: &str| at(address, &base, &asked);
        assert_eq!(to("?p=2"), Some(Next::At(url("https://a.example/api/users?p=2"))));
        assert_eq!(to("/api/people?p=2"), Some(Next::At(url("https://a.example/api/people?p=2"))));
        for elsewhere in [
            "https://b.example/api/users",
            "http://a.example/api/users",
            "https://a.example:444/api/users",
            "//b.example/api/users",
            "https://u:p@a.example/api/users",
            "/apis/users",
            "/api/../other",
            "javascript:alert(1)",
        ] {
            assert_eq!(to(elsewhere), None, "{elsewhere}");
        }
    }
}
