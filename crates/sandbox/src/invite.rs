//! The invite call: up to 100 people, each accepted or refused alone.

use crate::SandboxError;
use crate::answers::{self, Mistakes};
use crate::dealt::InviteFaults;
use crate::lists::broken;
use crate::register::{Effect, Register, invited_id};
use crate::site::Site;
use crate::wire::{
    GatewayError, InviteAnswer, InviteRequest, InviteResult, InviteStatus, Invitee, PlatformError,
    RefusalCode,
};
use crate::world::World;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;

/// Most people of one call.
const MOST: usize = 100;

/// Invites people. A body that can't be read, or one with more than 100 people, is refused whole and nobody
/// is invited; a bad value refuses its person alone.
#[utoipa::path(
    post, path = "/api/v2/users/invite", operation_id = "InviteUsers", tag = "Users",
    summary = "Invite users",
    request_body = InviteRequest,
    responses(
        (status = 200, description = "One result for each person", body = InviteAnswer, example = json!({"Results": [
            {"Email": "paul.smith@contoso.example", "UserId": "3b0a4c7e-8d4f-5a51-9c39-0a1c5f4f8f67", "Status": "Invited", "Code": null, "Message": null},
            {"Email": "ravi.menon@contoso.example", "UserId": null, "Status": "Refused", "Code": "AlreadyActive", "Message": "This person already has an active account."}
        ]})),
        (status = 400, description = "The body can't be read or has more than 100 people; nobody was invited", body = PlatformError,
            example = json!({"code": "BadRequest", "message": "One or more validation errors occurred.", "errors": {"Users[3].Email": ["The Email field is required."]}})),
        (status = 401, description = "The subscription key (gateway) or the token (platform) is missing or wrong", body = GatewayError),
        (status = 403, description = "The quota is used up (gateway), or the caller may not invite (platform)", body = GatewayError),
        (status = 413, description = "The body is too large", body = GatewayError),
        (status = 429, description = "Too many calls", body = GatewayError),
        (status = 502, description = "The gateway got no answer; the invitations may have gone out", body = GatewayError),
        (status = 504, description = "The gateway gave up waiting; the invitations may have gone out or may yet go out", body = GatewayError),
    ),
)]
pub(crate) async fn invite_users(
    State(site): State<Arc<Site>>,
    Extension(faults): Extension<InviteFaults>,
    body: Bytes,
) -> Response {
    let people = match read(&body) {
        Ok(people) => people,
        Err(mistakes) => return mistakes.into_response(),
    };
    let shared = site.clone();
    let asked = faults.clone();
    let done = tokio::task::spawn_blocking(move || process(&shared, &people, &asked));
    match done.await {
        Ok(Ok((results, late))) => {
            if let Some(wait) = faults.late {
                tokio::spawn(land_later(site, late, wait, faults.lag));
            }
            Json(InviteAnswer { results: spoil(results, &faults) }).into_response()
        }
        Ok(Err(error)) => broken(&error),
        Err(_) => answers::of_status(500, None),
    }
}

/// Decides on everybody and makes the effects, or hands them back when they are to land later.
fn process(
    site: &Site,
    people: &[Invitee],
    faults: &InviteFaults,
) -> Result<(Vec<InviteResult>, Vec<Effect>), SandboxError> {
    let mut register = site.register();
    let held = register.lock()?;
    let part = faults.part.unwrap_or(people.len());
    let mut results = Vec::new();
    let mut effects = Vec::new();
    for (place, person) in people.iter().enumerate() {
        let (result, effect) = decide(&site.world, &register, person);
        results.push(result);
        effects.extend(effect.filter(|_| place < part));
    }
    if faults.late.is_some() {
        return Ok((results, effects));
    }
    happen(&mut effects, faults.lag);
    register.commit(held.as_ref(), effects)?;
    Ok((results, Vec::new()))
}

async fn land_later(site: Arc<Site>, mut effects: Vec<Effect>, wait: Duration, lag: Duration) {
    tokio::time::sleep(wait).await;
    let landed = tokio::task::spawn_blocking(move || {
        let mut register = site.register();
        let held = register.lock()?;
        happen(&mut effects, lag);
        register.commit(held.as_ref(), effects)
    });
    if let Ok(Err(error)) = landed.await {
        tracing::warn!(%error, "a late effect could not be written");
    }
}

/// Dates effects: they happen now, and lists show them after the lag.
fn happen(effects: &mut [Effect], lag: Duration) {
    let now = Timestamp::now();
    let lag = SignedDuration::try_from(lag).unwrap_or(SignedDuration::MAX);
    for effect in effects {
        effect.at = now;
        effect.shown_from = now.checked_add(lag).unwrap_or(Timestamp::MAX);
    }
}

fn decide(world: &World, register: &Register, person: &Invitee) -> (InviteResult, Option<Effect>) {
    match refusal(world, register, person) {
        Some((code, message)) => (refused(person, code, message), None),
        None => {
            let effect = effect(world, register, person);
            (invited(person, &effect), Some(effect))
        }
    }
}

/// The first reason against inviting a person, in the order in which the contract lists them.
fn refusal(world: &World, register: &Register, person: &Invitee) -> Option<(RefusalCode, &'static str)> {
    use RefusalCode::{
        AlreadyActive, IdentityProviderDisabled, InvalidEmail, RoleAboveYours, UnknownIdentityProvider,
        UnknownOrganization, UnknownRole, UserBlocked,
    };
    if !is_email(&person.email) {
        return Some((InvalidEmail, "This is not a valid e-mail address."));
    }
    match register.standing(&person.email).as_ref().map(|s| s.state.as_str()) {
        None | Some("New") => {}
        Some("Blocked") => return Some((UserBlocked, "This person's account is blocked.")),
        Some(_) => return Some((AlreadyActive, "This person already has an active account.")),
    }
    let Some(role) = world.role(&person.group_id) else {
        return Some((UnknownRole, "There is no role of this id."));
    };
    if let Some(id) = &person.identity_provider_id {
        match world.provider(id) {
            None => return Some((UnknownIdentityProvider, "There is no identity provider of this id.")),
            Some(p) if !p.enabled => {
                return Some((IdentityProviderDisabled, "This identity provider is disabled."));
            }
            Some(_) => {}
        }
    }
    let unknown = person.organization_ids.iter().any(|id| world.organization(id).is_none());
    if unknown || person.organization_ids.is_empty() {
        return Some((UnknownOrganization, "There is no organization of this id."));
    }
    (role.weight > world.callers_weight()).then_some((RoleAboveYours, "This role is above your own."))
}

/// The mail that goes out. Ids are kept as the world writes them, whatever case the call used.
fn effect(world: &World, register: &Register, person: &Invitee) -> Effect {
    let user_id = register.standing(&person.email).map_or_else(|| invited_id(&person.email), |s| s.id);
    let provider = person.identity_provider_id.as_ref().and_then(|id| world.provider(id));
    let organizations = person.organization_ids.iter().filter_map(|id| world.organization(id));
    let now = Timestamp::now();
    Effect {
        at: now,
        shown_from: now,
        user_id,
        email: person.email.clone(),
        first_name: person.first_name.clone(),
        last_name: person.last_name.clone(),
        group_id: world.role(&person.group_id).map(|r| r.id.clone()).unwrap_or_default(),
        identity_provider_id: provider.map(|p| p.id.clone()),
        organization_ids: organizations.map(|o| o.id.clone()).collect(),
    }
}

fn invited(person: &Invitee, effect: &Effect) -> InviteResult {
    InviteResult {
        email: person.email.clone(),
        user_id: Some(effect.user_id),
        status: InviteStatus::Invited,
        code: None,
        message: None,
    }
}

fn refused(person: &Invitee, code: RefusalCode, message: &str) -> InviteResult {
    InviteResult {
        email: person.email.clone(),
        user_id: None,
        status: InviteStatus::Refused,
        code: Some(code),
        message: Some(message.to_owned()),
    }
}

/// What the fault plan does to the results on their way out.
fn spoil(mut results: Vec<InviteResult>, faults: &InviteFaults) -> Vec<InviteResult> {
    results.truncate(results.len().saturating_sub(faults.missing));
    let again: Vec<InviteResult> = results.iter().take(faults.repeated).cloned().collect();
    results.extend(again);
    for k in 1..=faults.extra {
        let email = format!("nobody.sent.this.{k}@stranger.example");
        results.push(InviteResult {
            user_id: Some(invited_id(&email)),
            email,
            status: InviteStatus::Invited,
            code: None,
            message: None,
        });
    }
    if faults.reversed {
        results.reverse();
    }
    results
}

/// Reads the body element by element, so that each mistake is told with its place.
fn read(body: &[u8]) -> Result<Vec<Invitee>, Mistakes> {
    let body: Value =
        serde_json::from_slice(body).map_err(|_| Mistakes::one("$", "The body is not JSON."))?;
    let Some(users) = body.get("Users").and_then(Value::as_array) else {
        return Err(Mistakes::one("Users", "The Users field is required and must be an array."));
    };
    if users.len() > MOST {
        return Err(Mistakes::one("Users", "The Users field takes at most 100 users."));
    }
    let mut mistakes = Mistakes::default();
    let mut people = Vec::new();
    for (place, user) in users.iter().enumerate() {
        check_shape(user, &format!("Users[{place}]"), &mut mistakes);
        match serde_json::from_value(user.clone()) {
            Ok(person) => people.push(person),
            // The shape was checked field by field; this keeps any other accident from sending the rest.
            Err(_) if mistakes.is_empty() => {
                mistakes.add(format!("Users[{place}]"), "The user could not be read.")
            }
            Err(_) => {}
        }
    }
    if mistakes.is_empty() { Ok(people) } else { Err(mistakes) }
}

fn check_shape(user: &Value, place: &str, mistakes: &mut Mistakes) {
    let Some(fields) = user.as_object() else {
        mistakes.add(place, "The user must be an object.");
        return;
    };
    for name in ["Email", "GroupId"] {
        match fields.get(name) {
            None | Some(Value::Null) => {
                mistakes.add(format!("{place}.{name}"), format!("The {name} field is required."));
            }
            Some(value) if !value.is_string() => {
                mistakes.add(format!("{place}.{name}"), format!("The {name} field must be a string."));
            }
            Some(_) => {}
        }
    }
    for name in ["FirstName", "LastName", "IdentityProviderId"] {
        if fields.get(name).is_some_and(|v| !v.is_string() && !v.is_null()) {
            mistakes.add(format!("{place}.{name}"), format!("The {name} field must be a string."));
        }
    }
    match fields.get("OrganizationIds").and_then(Value::as_array) {
        None => mistakes.add(
            format!("{place}.OrganizationIds"),
            "The OrganizationIds field is required and must be an array.",
        ),
        Some(ids) => {
            for (k, _) in ids.iter().enumerate().filter(|(_, id)| !id.is_string()) {
                mistakes.add(format!("{place}.OrganizationIds[{k}]"), "The id must be a string.");
            }
        }
    }
}

/// Whether a text has the shape `name@host.domain`, with the characters that a mailbox can have.
fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let dotted = |part: &str| !part.is_empty() && part.split('.').all(|piece| !piece.is_empty());
    let odd = |c: char| c.is_whitespace() || c.is_control() || "()<>[]:;,\\\"@".contains(c);
    let label = |l: &str| {
        l.len() <= 63
            && !l.starts_with('-')
            && !l.ends_with('-')
            && l.chars().all(|c| c == '-' || (c.is_alphanumeric()) || !c.is_ascii())
    };
    text.len() <= 254
        && local.len() <= 64
        && dotted(local)
        && dotted(host)
        && host.contains('.')
        && !local.contains(odd)
        && !host.contains(odd)
        && host.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes_are_told_from_other_texts() {
        for good in ["a@b.example", "Jürgen.Groß@bücher.example", "o'neil+tag@x-y.example", "a_b-c@1.example"]
        {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "@x.example",
            "a@",
            "a@localhost",
            "a b@x.example",
            " a@x.example",
            "a@x.example ",
            "a@@x.example",
            "a@x..example",
            "a.@x.example",
            ".a@x.example",
            "a..b@x.example",
            "a@-x.example",
            "a@x_y.example",
            "Ann <a@x.example>",
            "a@x.example;b@x.example",
            "a@[127.0.0.1]",
            "a\u{7}@x.example",
        ] {
            assert!(!is_email(bad), "{bad:?}");
        }
        assert!(!is_email(&format!("{}@x.example", "a".repeat(65))), "a long local part");
    }

    #[test]
    fn each_mistake_of_a_body_is_told_with_its_place() {
        for (body, place) in [
            ("", "$"),
            ("[]", "Users"),
            ("{\"Users\":{}}", "Users"),
            ("{\"users\":[]}", "Users"),
            (r#"{"Users":[{"GroupId":"x","OrganizationIds":[]}]}"#, "Users[0].Email"),
            (r#"{"Users":[{"Email":"x","GroupId":null,"OrganizationIds":[]}]}"#, "Users[0].GroupId"),
            (r#"{"Users":[{"Email":1,"GroupId":"x","OrganizationIds":[]}]}"#, "Users[0].Email"),
            (r#"{"Users":[{"Email":"x","GroupId":"x"}]}"#, "Users[0].OrganizationIds"),
            (
                r#"{"Users":[{"Email":"x","GroupId":"x","OrganizationIds":[3]}]}"#,
                "Users[0].OrganizationIds[0]",
            ),
            (
                r#"{"Users":[{"Email":"x","GroupId":"x","OrganizationIds":[],"LastName":5}]}"#,
                "Users[0].LastName",
            ),
            (r#"{"Users":["x"]}"#, "Users[0]"),
        ] {
            let mistakes = read(body.as_bytes()).expect_err(body);
            assert!(format!("{mistakes:?}").contains(&format!("\"{place}\"")), "{body}: {mistakes:?}");
        }
    }

    #[test]
    fn an_empty_list_and_empty_values_are_no_malformed_body() {
        assert!(read(b"{\"Users\":[]}").expect("nobody").is_empty());
        let body = br#"{"Users":[{"Email":"","GroupId":"","OrganizationIds":[],"FirstName":null}]}"#;
        assert_eq!(read(body).expect("one person").len(), 1);
    }
}
