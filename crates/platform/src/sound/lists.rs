//! What a list must hold to: how it is asked for, and how its pages are.

use super::{Fault, fault, path};
use crate::wording::{InviteCall, InviteMethod, ListCall, ListMethod, Paging, PagingStyle};
use rollcall_core::sentence;
use serde_json::Value;

/// Everything that is wrong with the list at `place`, beside the call that invites.
pub(super) fn list(place: &str, call: &ListCall, invite: &InviteCall) -> Vec<Fault> {
    let at = |key: &str| format!("{place}.{key}");
    // An optional call is taken away by an empty path.
    let may_be_empty = !matches!(place, "calls.users" | "calls.roles");
    let mut faults: Vec<Fault> = match call.path.is_empty() && may_be_empty {
        true => Vec::new(),
        false => path(&at("path"), &call.path).into_iter().collect(),
    };
    faults.extend(body(place, call));
    // The same call would invite somebody, or nobody knows whom, each time that the list is read.
    let invites = call.method == ListMethod::Post && invite.method == InviteMethod::Post;
    if invites && call.path.trim_end_matches('/') == invite.path.trim_end_matches('/') {
        let sentence = sentence!("{place} is the very call that invites; a list only reads.", place = place);
        faults.push(fault(&[&at("path"), &at("method")], sentence));
    }
    faults.extend(call.paging.iter().flat_map(|paging| pages(place, call, paging)));
    faults
}

fn body(place: &str, call: &ListCall) -> Option<Fault> {
    let at = format!("{place}.body");
    let text = call.body.as_ref()?;
    if call.method != ListMethod::Post {
        let sentence = sentence!("{place} has a body, so its method must be POST.", place = place);
        return Some(fault(&[&at], sentence));
    }
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Object(_)) => None,
        Ok(_) => Some(fault(&[&at], sentence!("{at} must be a JSON object.", at = at))),
        Err(error) => Some(fault(&[&at], sentence!("{at} is not JSON: {error}.", at = at, error = error))),
    }
}

fn pages(place: &str, call: &ListCall, paging: &Paging) -> Vec<Fault> {
    let at = |key: &str| format!("{place}.paging.{key}");
    let mut faults = Vec::new();
    if paging.size == 0 || paging.max < paging.size {
        let sentence = sentence!(
            "A page of {place} has {size} entries and at most {most}; it must have 1 or more, and no more than the most.",
            place = place,
            size = paging.size,
            most = paging.max
        );
        faults.push(fault(&[&at("size"), &at("max")], sentence));
    }
    let post = call.method == ListMethod::Post;
    if paging.in_body && !post {
        let sentence = sentence!("{place} has no body, so its method must be POST.", place = place);
        faults.push(fault(&[&at("in_body")], sentence));
    }
    let says_next = paging.next.as_ref().is_some_and(|next| !next.is_empty());
    match paging.style {
        PagingStyle::Cursor if !says_next => {
            let sentence = sentence!(
                "The pages of {place} are marked, so `{at}` must say where.",
                place = place,
                at = at("next")
            );
            faults.push(fault(&[&at("next"), &at("style")], sentence));
        }
        PagingStyle::Link if post => {
            let sentence =
                sentence!("An address alone is no POST, so {place} can't go on by links.", place = place);
            faults.push(fault(&[&at("style"), &format!("{place}.method")], sentence));
        }
        PagingStyle::Pages | PagingStyle::Offset if says_next => {
            let sentence = sentence!("`{at}` is for pages of the style cursor or link.", at = at("next"));
            faults.push(fault(&[&at("next")], sentence));
        }
        _ => {}
    }
    if paging.start.is_some() && paging.style != PagingStyle::Cursor {
        let sentence = sentence!("`{at}` is for pages of the style cursor.", at = at("start"));
        faults.push(fault(&[&at("start")], sentence));
    }
    faults
}
