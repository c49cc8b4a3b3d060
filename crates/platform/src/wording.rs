//! The form of a description file. [`crate::fields`] explains each field.

use crate::description::{ReinviteActive, ReinvitePending};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wording {
    /// Compared where the text is read, before anything else of it.
    #[serde(rename = "format")]
    pub(crate) _format: u32,
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) version: String,
    #[serde(default)]
    pub(crate) about: String,
    #[serde(default)]
    pub(crate) subscription_key_header: String,
    pub(crate) batch_limit: usize,
    pub(crate) atomic: bool,
    pub(crate) pending_listed: bool,
    pub(crate) reinvite_active: ReinviteActive,
    pub(crate) reinvite_pending: ReinvitePending,
    pub(crate) reinvite_changes: Option<Restarted>,
    #[serde(default)]
    pub(crate) identity_provider_required: bool,
    #[serde(default)]
    pub(crate) media: Media,
    #[serde(default)]
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) pace: Pace,
    pub(crate) calls: Calls,
    pub(crate) answers: Answers,
    #[serde(default)]
    pub(crate) documents: Documents,
    #[serde(default)]
    pub(crate) states: BTreeMap<String, KnownState>,
    pub(crate) fields: Fields,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Restarted {
    #[serde(rename = "createdDate")]
    CreatedDate,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Media {
    /// Of what is sent.
    pub(crate) request: String,
    /// Of what is asked for.
    pub(crate) accept: String,
}

impl Default for Media {
    fn default() -> Self {
        Self { request: "application/json".to_owned(), accept: "application/json".to_owned() }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pace {
    pub(crate) per_minute: u32,
    #[serde(default = "one_by_one")]
    pub(crate) concurrency: usize,
}

fn one_by_one() -> usize {
    1
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Calls {
    pub(crate) token: Option<TokenCall>,
    pub(crate) users: ListCall,
    pub(crate) user_by_email: Option<ListCall>,
    pub(crate) roles: ListCall,
    pub(crate) identity_providers: Option<ListCall>,
    pub(crate) organizations: Option<ListCall>,
    pub(crate) invite: InviteCall,
}

impl Calls {
    /// Takes away what an empty name says is not there: changes to a description can put nothing else in its place.
    pub(crate) fn settle(&mut self) {
        self.invite.then.take_if(|then| then.path.is_empty());
        let optional = [&mut self.user_by_email, &mut self.identity_providers, &mut self.organizations];
        let lists = optional.into_iter().flatten().chain([&mut self.users, &mut self.roles]);
        for list in lists {
            list.scope.take_if(|names| names.platform.is_empty() && names.customer.is_empty());
            list.paging.take_if(|paging| paging.page.is_empty() && paging.style != PagingStyle::Link);
            list.body.take_if(|body| body.is_empty());
        }
    }

    /// Every list, with its place in the form.
    pub(crate) fn lists(&self) -> impl Iterator<Item = (&'static str, &ListCall)> {
        [
            ("calls.users", Some(&self.users)),
            ("calls.user_by_email", self.user_by_email.as_ref()),
            ("calls.roles", Some(&self.roles)),
            ("calls.identity_providers", self.identity_providers.as_ref()),
            ("calls.organizations", self.organizations.as_ref()),
        ]
        .into_iter()
        .filter_map(|(place, call)| Some((place, call?)))
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TokenCall {
    pub(crate) path: String,
}

/// A list: it only reads, whatever its method, so that it may be asked again.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListCall {
    #[serde(default)]
    pub(crate) method: ListMethod,
    pub(crate) path: String,
    pub(crate) scope: Option<ScopeNames>,
    #[serde(default)]
    pub(crate) query: BTreeMap<String, String>,
    /// JSON, of a list that is read by POST.
    pub(crate) body: Option<String>,
    pub(crate) paging: Option<Paging>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub(crate) enum ListMethod {
    #[default]
    #[serde(rename = "GET")]
    Get,
    #[serde(rename = "POST")]
    Post,
}

impl ListCall {
    /// Whether it is asked for each id of the profile's scope.
    pub(crate) fn is_per_id(&self) -> bool {
        let in_body = self.body.as_ref().is_some_and(|body| body.contains("{id}"));
        self.scope.is_some() || self.path.contains("{id}") || in_body
    }
}

/// Which query name takes an id of the profile's scope.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScopeNames {
    pub(crate) platform: String,
    pub(crate) customer: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Paging {
    pub(crate) style: PagingStyle,
    /// The name of the page number, of how many entries to skip, or of the mark.
    pub(crate) page: String,
    /// Empty: the platform is not asked for a size.
    pub(crate) page_size: String,
    /// Whether both are keys of the body rather than of the query.
    #[serde(default)]
    pub(crate) in_body: bool,
    /// Where an answer names the next page.
    pub(crate) next: Option<String>,
    /// The mark that the first page is asked for with.
    pub(crate) start: Option<String>,
    #[serde(default)]
    pub(crate) first: u32,
    pub(crate) size: u32,
    pub(crate) max: u32,
    /// Whether entries stand in the same order however the list is asked for, so that several pages may be asked for
    /// at once.
    #[serde(default)]
    pub(crate) stable_order: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PagingStyle {
    /// Page numbers.
    Pages,
    /// How many entries to skip.
    Offset,
    /// A mark that each answer gives for the next page.
    Cursor,
    /// The address of the next page, which each answer gives.
    Link,
}

impl Paging {
    /// Whether each answer names the next page.
    pub(crate) fn is_marked(&self) -> bool {
        matches!(self.style, PagingStyle::Cursor | PagingStyle::Link)
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InviteCall {
    #[serde(default)]
    pub(crate) method: InviteMethod,
    pub(crate) path: String,
    #[serde(default)]
    pub(crate) query: BTreeMap<String, String>,
    pub(crate) body: String,
    pub(crate) person: String,
    pub(crate) results: Option<String>,
    #[serde(default)]
    pub(crate) invited: Vec<String>,
    #[serde(default)]
    pub(crate) refused: Vec<String>,
    #[serde(default)]
    pub(crate) refused_statuses: Vec<u16>,
    pub(crate) then: Option<FollowUp>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub(crate) enum InviteMethod {
    #[default]
    #[serde(rename = "POST")]
    Post,
    #[serde(rename = "PUT")]
    Put,
}

/// A call after an invitation that went well. It may be repeated, so doing it twice has to come to the same as once.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FollowUp {
    pub(crate) method: FollowUpMethod,
    pub(crate) path: String,
    pub(crate) body: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum FollowUpMethod {
    #[serde(rename = "PATCH")]
    Patch,
    #[serde(rename = "PUT")]
    Put,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answers {
    pub(crate) lists: Vec<String>,
    pub(crate) totals: Vec<String>,
    pub(crate) ids: Vec<String>,
    pub(crate) names: Vec<String>,
}

/// How an OpenAPI document of such a platform is known; read from the text by whoever reads documents.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Documents {
    pub(crate) titles: Vec<String>,
    pub(crate) texts: Vec<String>,
    pub(crate) paths: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum KnownState {
    New,
    Active,
    Blocked,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fields {
    pub(crate) user: UserFields,
    pub(crate) role: RoleFields,
    #[serde(default)]
    pub(crate) identity_provider: IdentityProviderFields,
    #[serde(default)]
    pub(crate) organization: OrganizationFields,
    pub(crate) result: ResultFields,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct UserFields {
    pub(crate) id: Vec<String>,
    pub(crate) email: Vec<String>,
    pub(crate) first_name: Vec<String>,
    pub(crate) last_name: Vec<String>,
    pub(crate) created: Vec<String>,
    pub(crate) state: Vec<String>,
    pub(crate) accessibility: Vec<String>,
    pub(crate) roles: Vec<String>,
    pub(crate) identity_provider: Vec<String>,
    pub(crate) external_id: Vec<String>,
    pub(crate) organizations: Vec<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RoleFields {
    pub(crate) id: Vec<String>,
    pub(crate) name: Vec<String>,
    pub(crate) weight: Vec<String>,
    pub(crate) members: Vec<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct IdentityProviderFields {
    pub(crate) id: Vec<String>,
    pub(crate) name: Vec<String>,
    pub(crate) prefix: Vec<String>,
    pub(crate) enabled: Vec<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct OrganizationFields {
    pub(crate) id: Vec<String>,
    pub(crate) name: Vec<String>,
    pub(crate) erp_id: Vec<String>,
    pub(crate) kind: Vec<String>,
    pub(crate) parent_id: Vec<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ResultFields {
    pub(crate) email: Vec<String>,
    pub(crate) user_id: Vec<String>,
    pub(crate) status: Vec<String>,
    pub(crate) code: Vec<String>,
    pub(crate) message: Vec<String>,
}
