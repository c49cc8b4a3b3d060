//! Endpoints for tests under `/_sandbox/`: they need no key and answer only calls from this machine.

use crate::faults::FaultPlan;
use crate::line::Line;
use crate::lists::broken;
use crate::site::Site;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Turns away whoever is not on this machine, and web pages that reached it by a name of their own.
pub(crate) async fn only_local(
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
    next: Next,
) -> Response {
    if line.is_local() && names_loopback(request.headers()) {
        next.run(request).await
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}

/// A page whose name was pointed at 127.0.0.1 after it was loaded still sends that name as the host.
fn names_loopback(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|h| h.to_str().ok()).unwrap_or_default();
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    matches!(name, "127.0.0.1" | "localhost" | "::1") && !headers.contains_key(header::ORIGIN)
}

/// `PUT /_sandbox/faults`: a new plan from now on, counted from the beginning.
pub(crate) async fn put_faults(State(site): State<Arc<Site>>, body: Bytes) -> Response {
    let plan: Result<FaultPlan, String> = serde_json::from_slice(&body).map_err(|e| e.to_string());
    match plan.and_then(|plan| plan.check().map(|()| plan)) {
        Ok(plan) => {
            site.set_faults(plan);
            StatusCode::NO_CONTENT.into_response()
        }
        Err(reason) => {
            (StatusCode::BAD_REQUEST, Json(serde_json::json!({ "message": reason }))).into_response()
        }
    }
}

/// `GET /_sandbox/faults`: the plan in force.
pub(crate) async fn get_faults(State(site): State<Arc<Site>>) -> Json<FaultPlan> {
    Json(site.dealer().plan().clone())
}

/// `GET /_sandbox/ground-truth`: what really happened.
pub(crate) async fn get_ground_truth(State(site): State<Arc<Site>>) -> Response {
    match tokio::task::spawn_blocking(move || site.ground_truth()).await {
        Ok(Ok(truth)) => Json(truth).into_response(),
        Ok(Err(error)) => broken(&error),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_let_in() {
        let with = |host: &str| HeaderMap::from_iter([(header::HOST, host.parse().expect("a header"))]);
        for good in ["127.0.0.1:8080", "localhost", "localhost:1", "[::1]:8080"] {
            assert!(names_loopback(&with(good)), "{good}");
        }
        for bad in ["", "evil.example", "localhost.evil.example:80", "192.168.0.1", "[fe80::1]"] {
            assert!(!names_loopback(&with(bad)), "{bad:?}");
        }
        let mut from_a_page = with("localhost");
        from_a_page.insert(header::ORIGIN, "https://evil.example".parse().expect("a header"));
        assert!(!names_loopback(&from_a_page), "a web page may not steer the sandbox");
    }
}
