//! The four lists: users, roles, identity providers and organizations.

use crate::answers;
use crate::ask::Ask;
use crate::dealt::ListFaults;
use crate::site::Site;
use crate::wire::{
    GatewayError, IdentityProvider, Organization, OrganizationPage, PlatformError, Role, User, UserPage,
};
use crate::world;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use jiff::Timestamp;
use std::sync::Arc;

/// Lists people of a platform or of an organization, in the order of their ids.
#[utoipa::path(
    get, path = "/api/v2/users", operation_id = "ListUsers", tag = "Users",
    summary = "List all users of a platform or of a customer",
    params(
        ("platformId" = Option<String>, Query, description = "The platform; either this or customerId"),
        ("customerId" = Option<String>, Query, description = "An organization; either this or platformId"),
        ("page" = Option<u32>, Query, description = "Page from 1; 1 when left out", minimum = 1),
        ("pageSize" = Option<u32>, Query, description = "People per page; 200 when left out", minimum = 1, maximum = 1000),
    ),
    responses(
        (status = 200, description = "One page of people", body = UserPage),
        (status = 400, description = "The query has mistakes", body = PlatformError),
        (status = 401, description = "The subscription key (gateway) or the token (platform) is missing or wrong", body = GatewayError),
        (status = 403, description = "The quota is used up", body = GatewayError),
        (status = 404, description = "There is no such platform or organization", body = PlatformError),
        (status = 429, description = "Too many calls", body = GatewayError),
    ),
)]
pub(crate) async fn list_users(
    State(site): State<Arc<Site>>,
    Extension(faults): Extension<ListFaults>,
    uri: Uri,
) -> Response {
    let ask = match Ask::of(&uri) {
        Ok(ask) => ask,
        Err(mistakes) => return mistakes.into_response(),
    };
    let (paging, whose) = match (ask.paging(), ask.whose(&site.world)) {
        (Ok(paging), Ok(whose)) => (paging, whose),
        (Err(mistakes), _) => return mistakes.into_response(),
        (_, Err(nobody)) => return nobody.into_response(),
    };
    // The first question for an organization looks at everybody once, which may take a moment.
    let page = tokio::task::spawn_blocking(move || {
        let mut register = site.register();
        register.refresh()?;
        let (people, total) = register.stretch(whose, paging.offset(), paging.size, Timestamp::now());
        Ok(shown(people, total, paging.offset(), faults))
    });
    match page.await {
        Ok(Ok((items, total_count))) => user_page(items, paging.page, paging.size, total_count),
        Ok(Err(error)) => broken(&error),
        Err(_) => answers::of_status(500, None),
    }
}

/// Nobody beyond the part that a fault leaves.
fn shown(mut people: Vec<User>, total: u64, offset: u64, faults: ListFaults) -> (Vec<User>, u64) {
    let Some(part) = faults.part else { return (people, total) };
    people.truncate(usize::try_from(part.saturating_sub(offset)).unwrap_or(usize::MAX));
    (people, total.min(part))
}

fn user_page(items: Vec<User>, page: u32, page_size: u32, total_count: u64) -> Response {
    Json(UserPage { items, page, page_size, total_count }).into_response()
}

/// The state folder can't be read or written: the platform says 500, and the log says why.
pub(crate) fn broken(error: &crate::SandboxError) -> Response {
    tracing::warn!(%error, "the sample platform could not reach its state folder");
    answers::of_status(500, None)
}

/// Lists roles, also called groups.
#[utoipa::path(
    get, path = "/api/v2/roles", operation_id = "ListRoles", tag = "Roles",
    summary = "List all roles",
    responses(
        (status = 200, description = "All roles", body = Vec<Role>),
        (status = 401, description = "The subscription key (gateway) or the token (platform) is missing or wrong", body = GatewayError),
        (status = 403, description = "The quota is used up", body = GatewayError),
        (status = 429, description = "Too many calls", body = GatewayError),
    ),
)]
pub(crate) async fn list_roles(State(site): State<Arc<Site>>) -> Json<Vec<Role>> {
    let role = |r: &world::Role| Role { id: r.id.clone(), name: r.name.clone(), weight: r.weight };
    Json(site.world.roles.iter().map(role).collect())
}

/// Lists identity providers of a platform or of an organization. The sample platform's organizations
/// all keep the platform's list.
#[utoipa::path(
    get, path = "/api/v2/identity-providers", operation_id = "ListIdentityProviders", tag = "Identity providers",
    summary = "List identity providers of a platform or of a customer",
    params(
        ("platformId" = Option<String>, Query, description = "The platform; either this or customerId"),
        ("customerId" = Option<String>, Query, description = "An organization; either this or platformId"),
    ),
    responses(
        (status = 200, description = "All identity providers", body = Vec<IdentityProvider>),
        (status = 400, description = "The query has mistakes", body = PlatformError),
        (status = 401, description = "The subscription key (gateway) or the token (platform) is missing or wrong", body = GatewayError),
        (status = 403, description = "The quota is used up", body = GatewayError),
        (status = 404, description = "There is no such platform or organization", body = PlatformError),
        (status = 429, description = "Too many calls", body = GatewayError),
    ),
)]
pub(crate) async fn list_identity_providers(State(site): State<Arc<Site>>, uri: Uri) -> Response {
    let ask = match Ask::of(&uri) {
        Ok(ask) => ask,
        Err(mistakes) => return mistakes.into_response(),
    };
    if let Err(nobody) = ask.whose(&site.world) {
        return nobody.into_response();
    }
    let provider = |p: &world::IdentityProvider| IdentityProvider {
        id: p.id.clone(),
        name: p.name.clone(),
        prefix: p.prefix.clone(),
        enabled: p.enabled,
    };
    Json(site.world.identity_providers.iter().map(provider).collect::<Vec<_>>()).into_response()
}

/// Lists organizations: all of a platform, or one with everything under it.
#[utoipa::path(
    get, path = "/api/v2/organizations/details/{id}", operation_id = "ListOrganizations", tag = "Organizations",
    summary = "List the organizations of a platform, or an organization with everything under it",
    params(
        ("id" = String, Path, description = "The platform or an organization"),
        ("page" = Option<u32>, Query, description = "Page from 1; 1 when left out", minimum = 1),
        ("pageSize" = Option<u32>, Query, description = "Organizations per page; 200 when left out", minimum = 1, maximum = 1000),
    ),
    responses(
        (status = 200, description = "One page of organizations", body = OrganizationPage),
        (status = 400, description = "The query has mistakes", body = PlatformError),
        (status = 401, description = "The subscription key (gateway) or the token (platform) is missing or wrong", body = GatewayError),
        (status = 403, description = "The quota is used up", body = GatewayError),
        (status = 404, description = "There is no such platform or organization", body = PlatformError),
        (status = 429, description = "Too many calls", body = GatewayError),
    ),
)]
pub(crate) async fn list_organizations(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    uri: Uri,
) -> Response {
    let paging = match Ask::of(&uri).and_then(|ask| ask.paging()) {
        Ok(paging) => paging,
        Err(mistakes) => return mistakes.into_response(),
    };
    let found: Vec<&world::Organization> = match site.world.organization(&id) {
        _ if site.world.is_platform(&id) => site.world.organizations.iter().collect(),
        Some(organization) => site.world.branch(&organization.id),
        None => return answers::not_found("There is no platform or organization of this id."),
    };
    let offset = usize::try_from(paging.offset()).unwrap_or(usize::MAX);
    let page = found.iter().skip(offset).take(paging.size as usize).map(|o| organization(o));
    Json(OrganizationPage { items: page.collect(), total_count: found.len() as u64 }).into_response()
}

fn organization(o: &world::Organization) -> Organization {
    Organization {
        id: o.id.clone(),
        name: o.name.clone(),
        erp_id: o.erp_id.clone(),
        kind: o.kind.clone(),
        parent_id: o.parent_id.clone(),
    }
}
