//! One answer as it came over the wire, and what its status, headers and form say.

use crate::counted;
use jiff::Timestamp;
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, DATE, HeaderMap, HeaderName, RETRY_AFTER, WWW_AUTHENTICATE};
use serde_json::{Map, Value};
use std::time::Duration;

/// No platform is waited for longer than this at its own word: a week, which some quotas take.
const LONGEST_WAIT: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// Letters of the platform's words that are passed on.
pub(crate) const LONGEST_MESSAGE: usize = 500;

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
    /// From the first byte sent to the last one read.
    pub(crate) took: Duration,
}

pub(crate) enum Body {
    Whole(Vec<u8>),
    /// The connection broke, or the time ran out, before the end.
    Cut {
        timed_out: bool,
    },
    /// More than Rollcall reads.
    TooLarge,
}

/// What an answer says before anybody looks for a list in it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Success,
    Redirected,
    /// The gateway's own 429.
    RateLimited,
    /// The gateway's own 403 for a used-up quota.
    QuotaUsedUp,
    KeyRefused,
    TokenRefused,
    Forbidden,
    TooLarge,
    BadRequest,
    Other,
}

impl Answer {
    /// The one place that tells the gateway's answers from the platform's.
    pub(crate) fn said(&self) -> Said {
        match self.status.as_u16() {
            200..=299 => Said::Success,
            300..=399 => Said::Redirected,
            400 => Said::BadRequest,
            401 if self.speaks_of_the_key() => Said::KeyRefused,
            401 => Said::TokenRefused,
            403 => self.forbidden(),
            413 => Said::TooLarge,
            429 if self.gateway_form().is_some() => Said::RateLimited,
            _ => Said::Other,
        }
    }

    /// `Retry-After` in seconds or as an HTTP date, at most a week.
    /// Source: RFC 9110, section 10.2.3.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        let text = self.header(&RETRY_AFTER)?;
        let wait = match text.parse::<u64>() {
            Ok(seconds) => Duration::from_secs(seconds),
            Err(_) => self.until(http_date(text)?),
        };
        Some(wait.min(LONGEST_WAIT))
    }

    /// The platform's or gateway's words as they came; empty when there are none.
    pub(crate) fn message(&self) -> String {
        match (&self.body, self.json_object()) {
            (_, Some(map)) => words_of(&map),
            (Body::Whole(bytes), None) if self.is_plain_text() => String::from_utf8_lossy(bytes).into_owned(),
            _ => String::new(),
        }
    }

    /// The code of an OAuth 2.0 error, such as `invalid_grant` (RFC 6749, section 5.2).
    pub(crate) fn error_code(&self) -> Option<String> {
        self.json_object()?.get("error")?.as_str().map(str::to_owned)
    }

    // The gateway also answers 401 in its own form for a bearer token that a policy refused, so
    // the form alone does not mean the key.
    fn speaks_of_the_key(&self) -> bool {
        let challenge = self.header(&WWW_AUTHENTICATE).unwrap_or_default().to_ascii_lowercase();
        if challenge.starts_with("bearer") {
            return false;
        }
        challenge.starts_with("azureapimanagementkey")
            || self.gateway_form().is_some_and(|message| message.to_lowercase().contains("subscription key"))
    }

    fn forbidden(&self) -> Said {
        let says_when = self.headers.contains_key(RETRY_AFTER);
        match self.gateway_form() {
            Some(message) if says_when || message.to_lowercase().contains("quota") => Said::QuotaUsedUp,
            // Somebody between the gateway and us wants us to wait: neither of the two known cases.
            None if says_when => Said::Other,
            _ => Said::Forbidden,
        }
    }

    /// The message of an answer in the gateway's form: `statusCode`, the same as the status, and `message`.
    fn gateway_form(&self) -> Option<String> {
        let map = self.json_object()?;
        let code = get(&map, "statusCode")?.as_u64()?;
        let message = get(&map, "message")?.as_str()?;
        (code == u64::from(self.status.as_u16())).then(|| message.to_owned())
    }

    fn json_object(&self) -> Option<Map<String, Value>> {
        let Body::Whole(bytes) = &self.body else { return None };
        match counted::value(bytes) {
            Ok(Value::Object(map)) => Some(map),
            _ => None,
        }
    }

    /// Whether it is a page for people: by its own word, or because it looks like one.
    pub(crate) fn is_web_page(&self) -> bool {
        let Body::Whole(bytes) = &self.body else { return false };
        let told = self.header(&CONTENT_TYPE).unwrap_or_default().to_ascii_lowercase();
        let bytes = without_mark(bytes);
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).trim_start().to_ascii_lowercase();
        let looks = start.starts_with("<!doctype html") || start.starts_with("<html");
        looks || (told.starts_with("text/html") && !start.starts_with(['{', '[']))
    }

    /// When it was sent, by the server's clock.
    pub(crate) fn date(&self) -> Option<Timestamp> {
        self.header(&DATE).and_then(http_date)
    }

    fn is_plain_text(&self) -> bool {
        self.header(&CONTENT_TYPE).is_some_and(|kind| kind.starts_with("text/plain"))
    }

    pub(crate) fn header(&self, name: &HeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok().map(str::trim)
    }

    // Reckoned from the answer's own date, because this machine's clock may be wrong.
    fn until(&self, then: Timestamp) -> Duration {
        let now = self.date().unwrap_or_else(Timestamp::now);
        Duration::from_secs(u64::try_from(then.as_second() - now.as_second()).unwrap_or(0))
    }
}

/// Some servers put a byte order mark before JSON, which RFC 8259 lets a reader ignore.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// One line of at most 500 characters.
pub(crate) fn clean(text: &str) -> String {
    let spaced = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let line: String = spaced.take(LONGEST_MESSAGE).collect();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn http_date(text: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text).ok()
}

fn get<'a>(map: &'a Map<String, Value>, key: &str) -> Option<&'a Value> {
    map.iter().find(|(found, _)| found.eq_ignore_ascii_case(key)).map(|(_, value)| value)
}

fn words_of(map: &Map<String, Value>) -> String {
    let named = ["message", "error_description", "detail", "title", "error"];
    let mut words: Vec<String> = named.iter().find_map(|key| sentence(get(map, key)?)).into_iter().collect();
    words.extend(get(map, "errors").map(field_errors).unwrap_or_default());
    words.join(" ")
}

fn sentence(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Object(map) => get(map, "message").and_then(sentence),
        _ => None,
    }
}

fn field_errors(errors: &Value) -> Vec<String> {
    let Value::Object(map) = errors else { return Vec::new() };
    let said = |value: &Value| match value {
        Value::Array(items) => items.iter().filter_map(sentence).collect::<Vec<_>>().join(" "),
        other => sentence(other).unwrap_or_default(),
    };
    map.iter().take(5).map(|(field, value)| format!("{field}: {}", said(value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::HeaderValue;

    fn answer(status: u16, headers: &[(&'static str, &'static str)], body: &str) -> Answer {
        let headers = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        let status = StatusCode::from_u16(status).expect("a status");
        Answer { status, headers, body: Body::Whole(body.as_bytes().to_vec()), took: Duration::ZERO }
    }

    const KEY: &str =
        r#"{ "statusCode": 401, "message": "Access denied due to invalid subscription key. Try." }"#;

    #[test]
    fn a_401_is_the_keys_or_the_tokens_by_its_form() {
        assert_eq!(answer(401, &[], KEY).said(), Said::KeyRefused);
        let challenge = ("www-authenticate", "AzureApiManagementKey realm=\"x\"");
        assert_eq!(answer(401, &[challenge], "").said(), Said::KeyRefused);
        let bearer = ("www-authenticate", "Bearer error=\"invalid_token\"");
        assert_eq!(answer(401, &[bearer], "").said(), Said::TokenRefused);
        assert_eq!(answer(401, &[], "").said(), Said::TokenRefused);
        let policy = r#"{"statusCode":401,"message":"Unauthorized. Access token is missing or invalid."}"#;
        assert_eq!(answer(401, &[], policy).said(), Said::TokenRefused);
    }

    #[test]
    fn a_403_is_quota_permission_or_neither() {
        let quota = r#"{"statusCode":403,"message":"Out of call volume quota."}"#;
        assert_eq!(answer(403, &[("retry-after", "60")], quota).said(), Said::QuotaUsedUp);
        assert_eq!(answer(403, &[], quota).said(), Said::QuotaUsedUp);
        assert_eq!(answer(403, &[], r#"{"code":"Forbidden","message":"No."}"#).said(), Said::Forbidden);
        assert_eq!(answer(403, &[("retry-after", "60")], "<html>").said(), Said::Other);
    }

    #[test]
    fn only_the_gateways_own_429_is_a_rate_limit() {
        assert_eq!(
            answer(429, &[], r#"{"statusCode":429,"message":"Rate limit"}"#).said(),
            Said::RateLimited
        );
        assert_eq!(answer(429, &[], r#"{"code":"TooMany","message":"x"}"#).said(), Said::Other);
        assert_eq!(answer(429, &[], r#"{"statusCode":200,"message":"x"}"#).said(), Said::Other);
        assert_eq!(answer(429, &[], "").said(), Said::Other);
    }

    #[test]
    fn retry_after_is_read_as_seconds_or_date_and_never_longer_than_a_week() {
        let after = |headers: &[_]| answer(429, headers, "").retry_after();
        assert_eq!(after(&[("retry-after", "17")]), Some(Duration::from_secs(17)));
        assert_eq!(
            after(&[("retry-after", "216000")]),
            Some(Duration::from_secs(216_000)),
            "a quota of days"
        );
        assert_eq!(after(&[("retry-after", "99999999")]), Some(LONGEST_WAIT));
        assert_eq!(after(&[("retry-after", "soon")]), None);
        assert_eq!(after(&[]), None);
        let date = ("date", "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(
            after(&[date, ("retry-after", "Sun, 06 Nov 1994 08:50:07 GMT")]),
            Some(Duration::from_secs(30))
        );
        assert_eq!(after(&[date, ("retry-after", "Sun, 06 Nov 1994 08:00:00 GMT")]), Some(Duration::ZERO));
    }

    #[test]
    fn a_page_for_people_is_known_and_json_is_none_whatever_it_is_called() {
        let html = ("content-type", "text/html; charset=utf-8");
        assert!(answer(200, &[html], "Please sign in").is_web_page());
        assert!(answer(200, &[], "\n <!DOCTYPE html><title>Wi-Fi</title>").is_web_page());
        assert!(!answer(200, &[html], " {\"Users\": []}").is_web_page());
        assert!(!answer(200, &[html], "\u{feff}{\"Users\": []}").is_web_page());
        assert!(!answer(200, &[], "nothing").is_web_page());
    }

    #[test]
    fn the_words_are_found_in_the_usual_forms_and_kept_to_one_line() {
        let said = |body: &str| clean(&answer(400, &[], body).message());
        assert_eq!(
            said(
                r#"{"code":"BadRequest","message":"Wrong.","errors":{"Users[3].Email":["Too long.","Odd."]}}"#
            ),
            "Wrong. Users[3].Email: Too long. Odd."
        );
        assert_eq!(said(r#"{"error":{"message":"a\r\nb"}}"#), "a b");
        assert_eq!(said(r#"{"error":"invalid_client","error_description":"Nope"}"#), "Nope");
        assert_eq!(said("<html>no</html>"), "");
        assert_eq!(said(&format!(r#"{{"message":"{}"}}"#, "x".repeat(9000))).len(), LONGEST_MESSAGE);
    }
}
