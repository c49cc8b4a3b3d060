//! The refusals of the gateway and of the platform, each in its own form.

use crate::wire::{GatewayError, PlatformError};
use axum::Json;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::time::Duration;

const MISSING_KEY: &str = "Access denied due to missing subscription key. Make sure to include subscription key when \
                           making requests to an API.";
const WRONG_KEY: &str = "Access denied due to invalid subscription key. Make sure to provide a valid key for an \
                         active subscription.";

/// 401 of the gateway: the call carries no key, or not the right one.
pub(crate) fn key_refused(missing: bool) -> Response {
    let challenge = "AzureApiManagementKey name=\"Ocp-Apim-Subscription-Key\",type=\"header\"";
    let answer = gateway(StatusCode::UNAUTHORIZED, if missing { MISSING_KEY } else { WRONG_KEY });
    with(answer, header::WWW_AUTHENTICATE, challenge)
}

/// 429 of the gateway: wait this long.
pub(crate) fn rate_limited(wait: Duration) -> Response {
    let seconds = whole_seconds(wait);
    let words = format!("Rate limit is exceeded. Try again in {seconds} seconds.");
    with(gateway(StatusCode::TOO_MANY_REQUESTS, &words), header::RETRY_AFTER, &seconds.to_string())
}

/// 403 of the gateway: nothing more until the quota is replenished.
pub(crate) fn quota_used_up(wait: Duration) -> Response {
    let seconds = whole_seconds(wait);
    let words =
        format!("Out of call volume quota. Quota will be replenished in {}.", days_hours_minutes(seconds));
    with(gateway(StatusCode::FORBIDDEN, &words), header::RETRY_AFTER, &seconds.to_string())
}

/// 404 of the gateway: no operation has this path and method.
pub(crate) fn no_such_operation() -> Response {
    gateway(StatusCode::NOT_FOUND, "Resource not found")
}

/// 401 of the platform: the bearer token is missing, wrong or expired.
pub(crate) fn token_refused() -> Response {
    let answer =
        platform(StatusCode::UNAUTHORIZED, "Unauthorized", "The access token is missing or not valid.");
    with(answer, header::WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
}

/// 404 of the platform: it knows no platform or organization of this id.
pub(crate) fn not_found(message: &str) -> Response {
    platform(StatusCode::NOT_FOUND, "NotFound", message)
}

/// 413: the body is larger than the platform reads.
pub(crate) fn too_large() -> Response {
    gateway(StatusCode::PAYLOAD_TOO_LARGE, "Request body is too large.")
}

/// What is wrong with a request: each place with its reasons.
#[derive(Debug, Default)]
pub(crate) struct Mistakes(serde_json::Map<String, serde_json::Value>);

impl Mistakes {
    pub(crate) fn add(&mut self, place: impl Into<String>, reason: impl Into<String>) {
        let reasons = self.0.entry(place.into()).or_insert_with(|| serde_json::json!([]));
        if let Some(list) = reasons.as_array_mut() {
            list.push(reason.into().into());
        }
    }

    pub(crate) fn one(place: &str, reason: &str) -> Self {
        let mut mistakes = Self::default();
        mistakes.add(place, reason);
        mistakes
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl IntoResponse for Mistakes {
    fn into_response(self) -> Response {
        let body = PlatformError {
            code: "BadRequest".into(),
            message: "One or more validation errors occurred.".into(),
            errors: Some(self.0),
        };
        (StatusCode::BAD_REQUEST, Json(body)).into_response()
    }
}

/// The answer with this status that a fault plan asks for, in the form of whoever gives it: the
/// gateway gave up (502, 504, 413, 429), anything else is the platform's.
pub(crate) fn of_status(status: u16, retry_after: Option<u64>) -> Response {
    let code = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let reason = code.canonical_reason().unwrap_or("Unknown");
    let answer = match status {
        429 if retry_after.is_some() => return rate_limited(Duration::from_secs(retry_after.unwrap_or(1))),
        401 => return token_refused(),
        400 => Mistakes::one("$", "The request could not be read.").into_response(),
        403 => platform(code, "Forbidden", "You do not have permission to do this."),
        404 => platform(code, "NotFound", "There is nothing of this id."),
        413 | 429 | 502 | 504 => gateway(code, reason),
        // A client that follows would call once more, and the ground truth would show it.
        300..=399 => with(platform(code, "Moved", reason), header::LOCATION, "?moved=1"),
        _ => platform(code, &reason.replace(' ', ""), "An unexpected error occurred."),
    };
    match retry_after {
        Some(seconds) => with(answer, header::RETRY_AFTER, &seconds.to_string()),
        None => answer,
    }
}

fn gateway(status: StatusCode, message: &str) -> Response {
    (status, Json(GatewayError { status_code: status.as_u16(), message: message.into() })).into_response()
}

fn platform(status: StatusCode, code: &str, message: &str) -> Response {
    (status, Json(PlatformError { code: code.into(), message: message.into(), errors: None })).into_response()
}

fn with(mut answer: Response, name: HeaderName, value: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
    answer
}

/// Rounded up, so that a client that waits as told is never a moment early; at least 1.
fn whole_seconds(wait: Duration) -> u64 {
    (wait.as_secs() + u64::from(wait.subsec_nanos() > 0)).max(1)
}

/// A span as the gateway writes it: `2.12:00:00`, or `00:05:00` below a day.
fn days_hours_minutes(seconds: u64) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let clock = format!("{:02}:{:02}:{:02}", rest / 3_600, rest / 60 % 60, rest % 60);
    if days == 0 { clock } else { format!("{days}.{clock}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_written_as_the_gateway_writes_it() {
        assert_eq!(days_hours_minutes(216_000), "2.12:00:00");
        assert_eq!(days_hours_minutes(3_725), "01:02:05");
        assert_eq!(days_hours_minutes(86_400), "1.00:00:00");
    }

    #[test]
    fn waiting_times_are_rounded_up_and_never_zero() {
        assert_eq!(whole_seconds(Duration::from_millis(16_001)), 17);
        assert_eq!(whole_seconds(Duration::from_secs(17)), 17);
        assert_eq!(whole_seconds(Duration::ZERO), 1);
    }

    #[test]
    fn a_gateway_that_gave_up_does_not_speak_like_the_platform() {
        for (status, length_named) in [(502, true), (504, true), (500, false), (503, false)] {
            let answer = of_status(status, None);
            assert_eq!(answer.status().as_u16(), status);
            let body =
                futures::executor::block_on(axum::body::to_bytes(answer.into_body(), 1_000)).expect("a body");
            let json: serde_json::Value = serde_json::from_slice(&body).expect("JSON");
            assert_eq!(json.get("statusCode").is_some(), length_named, "{status}: {json}");
        }
    }
}
