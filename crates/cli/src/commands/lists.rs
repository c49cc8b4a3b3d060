//! Roles, identity providers and organizations, as fetched last.

use crate::args::{ListArgs, OrgsArgs};
use crate::failure::{Code, Done, Failure};
use crate::opening::{Opened, open};
use crate::output::{self, many, number, table};
use rollcall_app::App;
use rollcall_app::contract::{
    DOCUMENT_SCHEMA, IdentityProvidersDocument, OrganizationsDocument, RolesDocument, WithPeople,
};
use std::path::Path;

/// Roles and how many people hold each.
pub async fn roles(args: ListArgs) -> Done {
    let (opened, profile) = offline(&args.profile.profile).await?;
    let roles = opened.app.list_roles(profile).await?;
    if args.json.json {
        let roles = roles.into_iter().map(|held| WithPeople { of: held.role, people: held.people }).collect();
        return json(&RolesDocument { schema: DOCUMENT_SCHEMA, roles });
    }
    let rows = roles.into_iter().map(|held| {
        let weight = held.role.weight.map(|weight| weight.to_string()).unwrap_or_default();
        [held.role.name, weight, number(held.people), held.role.id.to_string()]
    });
    show(&table::text(&["Role", "Weight", "People", "Id"], rows))
}

/// Identity providers and how many people use each.
pub async fn identity_providers(args: ListArgs) -> Done {
    let (opened, profile) = offline(&args.profile.profile).await?;
    let providers = opened.app.list_identity_providers(profile).await?;
    if args.json.json {
        let identity_providers =
            providers.into_iter().map(|used| WithPeople { of: used.provider, people: used.people }).collect();
        return json(&IdentityProvidersDocument { schema: DOCUMENT_SCHEMA, identity_providers });
    }
    let rows = providers.into_iter().map(|used| {
        let state = if used.provider.enabled { "on" } else { "off" };
        [
            used.provider.name,
            used.provider.prefix.unwrap_or_default(),
            state.to_owned(),
            number(used.people),
            used.provider.id.to_string(),
        ]
    });
    show(&table::text(&["Identity provider", "Prefix", "State", "People", "Id"], rows))
}

/// Organizations and how many people belong to each.
pub async fn organizations(args: OrgsArgs) -> Done {
    let OrgsArgs { list: args, import } = args;
    let opened = open().await?;
    let name = &args.profile.profile;
    let profile = opened.app.profile_named(name)?;
    if let Some(path) = import {
        learn(&opened.app, &profile, &path).await?;
    }
    fetched(&opened.app, &profile, name).await?;
    let organizations = opened.app.list_organizations(profile).await?;
    if args.json.json {
        let organizations = organizations
            .into_iter()
            .map(|known| WithPeople { of: known.organization, people: known.people })
            .collect();
        return json(&OrganizationsDocument { schema: DOCUMENT_SCHEMA, organizations });
    }
    let rows = organizations.into_iter().map(|known| {
        let organization = known.organization;
        [
            organization.name,
            organization.erp_id.unwrap_or_default(),
            organization.kind.unwrap_or_default(),
            number(known.people),
            organization.id.to_string(),
        ]
    });
    show(&table::text(&["Organization", "ERP id", "Kind", "People", "Id"], rows))
}

/// Takes a person's list of organizations, and says on standard error what came of it.
async fn learn(app: &App, profile: &str, path: &Path) -> Result<(), Failure> {
    let offer = app.offer_file(path);
    let taken = app.take_organizations(profile.to_owned(), offer.token).await?;
    for sentence in &taken.left_out {
        eprintln!("{}", output::plain(sentence));
    }
    eprintln!(
        "{} known from files now, {} of them new.",
        many(taken.known, "organization", "organizations"),
        number(taken.added)
    );
    Ok(())
}

/// Opens a connection whose lists were fetched before.
pub async fn offline(name: &str) -> Result<(Opened, String), Failure> {
    let opened = open().await?;
    let profile = opened.app.profile_named(name)?;
    fetched(&opened.app, &profile, name).await?;
    Ok((opened, profile))
}

async fn fetched(app: &App, profile: &str, name: &str) -> Result<(), Failure> {
    match app.roster_summary(profile.to_owned()).await?.fetched_at {
        Some(_) => Ok(()),
        None => Err(Failure::not_done(
            "list-not-fresh",
            format!(
                "Nothing was fetched through this connection yet. `rollcallctl sync -p {name}` fetches it."
            ),
        )),
    }
}

fn json(document: &impl serde::Serialize) -> Done {
    output::print_json(document)?;
    Ok(Code::Good)
}

fn show(text: &str) -> Done {
    output::print(text)?;
    Ok(Code::Good)
}
