//! What calls are called.

use crate::words::words;

/// The calls that Rollcall knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Call {
    /// The list of users.
    Users,
    /// The list of roles.
    Roles,
    /// The list of identity providers.
    IdentityProviders,
    /// The list of organizations.
    Organizations,
    /// The invitation.
    Invite,
}

/// Segments, and their endings, that say nothing of what is listed.
const FILLING: [&str; 11] =
    ["list", "all", "search", "instance", "detail", "query", "get", "index", "find", "page", "json"];

/// Words beside a noun that leave it what it is.
const HARMLESS: [&str; 17] = [
    "all",
    "user",
    "portal",
    "platform",
    "organization",
    "org",
    "access",
    "admin",
    "security",
    "realm",
    "member",
    "tenant",
    "account",
    "list",
    "get",
    "api",
    "custom",
];

/// Words of an id that names a part of a platform.
const SCOPES: [&str; 13] = [
    "org",
    "organization",
    "organisation",
    "platform",
    "tenant",
    "customer",
    "company",
    "realm",
    "account",
    "enterprise",
    "workspace",
    "domain",
    "directory",
];

impl Call {
    /// All of them, users first: what else is found is judged beside them.
    pub const ALL: [Call; 5] =
        [Self::Users, Self::Roles, Self::IdentityProviders, Self::Organizations, Self::Invite];

    /// Whether Rollcall can't do without it.
    pub fn is_required(self) -> bool {
        matches!(self, Self::Users | Self::Roles | Self::Invite)
    }

    /// Its name in a description.
    pub fn key(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::Roles => "roles",
            Self::IdentityProviders => "identity_providers",
            Self::Organizations => "organizations",
            Self::Invite => "invite",
        }
    }

    /// Nouns that mean it wherever they stand.
    fn strong(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Users => &[&["user"]],
            Self::Roles => &[&["role"]],
            Self::IdentityProviders => {
                &[&["identity", "provider"], &["identityprovider"], &["idp"], &["login", "method"]]
            }
            Self::Organizations => &[&["organization"], &["organisation"], &["org"]],
            Self::Invite => &[&["invite"], &["invitation"]],
        }
    }

    /// Nouns that mean it where more speaks for it.
    fn weak(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Users => &[&["member"], &["person"], &["employee"], &["identity"]],
            Self::Roles => &[&["group"], &["permission", "set"], &["access", "level"]],
            Self::IdentityProviders => &[&["provider"], &["connection"], &["sign", "in", "method"], &["sso"]],
            Self::Organizations => &[&["customer"], &["tenant"], &["company"], &["seller"]],
            Self::Invite => &[],
        }
    }
}

/// How a path's ending names a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) strongly: bool,
    /// Another word stands before the noun, and may make it something else.
    pub(crate) qualified: bool,
}

/// The literal segments of a path, and the names in braces.
pub(crate) fn segments(path: &str) -> (Vec<&str>, Vec<&str>) {
    let all = path.split('/').filter(|segment| !segment.is_empty());
    let (names, literal): (Vec<&str>, Vec<&str>) = all.partition(|segment| segment.contains('{'));
    (literal, names)
}

/// The last segment of a path that says what is listed.
pub(crate) fn ending(path: &str) -> Option<&str> {
    let (literal, _) = segments(path);
    let says = |segment: &&&str| words(segment).iter().any(|word| !FILLING.contains(&word.as_str()));
    literal.iter().rev().find(says).copied()
}

/// Whether and how a path's ending names `call`.
pub(crate) fn named(call: Call, path: &str) -> Option<Named> {
    let words = words(ending(path)?);
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !FILLING.contains(word)).collect();
    let ends = |phrases: &[&[&str]]| phrases.iter().find(|phrase| words.ends_with(phrase)).map(|it| it.len());
    let (length, strongly) = match ends(call.strong()) {
        Some(length) => (length, true),
        None => (ends(call.weak())?, false),
    };
    let before = &words[..words.len() - length];
    Some(Named { strongly, qualified: before.iter().any(|word| !HARMLESS.contains(word)) })
}

/// The noun of `call` that words of a text hold.
pub(crate) fn spoken_of(call: Call, said: &[String]) -> Option<String> {
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let held = |phrase: &&&[&str]| said.windows(phrase.len()).any(|part| part == **phrase);
    call.strong().iter().chain(call.weak()).find(held).map(|phrase| phrase.join(" "))
}

/// Whether a name in braces at its place in a path stands for a part of a platform.
pub(crate) fn is_scope(path: &str) -> bool {
    let all: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let Some(at) = all.iter().position(|segment| segment.contains('{')) else { return true };
    let own = words(all[at]);
    let scope = |words: &[String]| words.iter().any(|word| SCOPES.contains(&word.as_str()));
    // `{id}` is of what stands before it, filling words left out.
    let before = all[..at]
        .iter()
        .rev()
        .map(|segment| words(segment))
        .find(|words| words.iter().any(|word| !FILLING.contains(&word.as_str())));
    scope(&own) || (own.last().is_some_and(|word| word == "id") && before.is_some_and(|words| scope(&words)))
}

/// Whether a query's name takes the id of a part of a platform, and of which.
pub(crate) fn scope_query(name: &str) -> Option<Scope> {
    let words = words(name);
    let is_id = words.last().is_some_and(|word| word == "id") || words.len() == 1;
    let holds = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    match is_id {
        true if holds(&["platform"]) => Some(Scope::Platform),
        true if holds(&["customer", "organization", "organisation", "org", "tenant", "company", "realm"]) => {
            Some(Scope::Customer)
        }
        _ => None,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Platform,
    Customer,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn how(call: Call, path: &str) -> Option<(bool, bool)> {
        named(call, path).map(|named| (named.strongly, named.qualified))
    }

    #[test]
    fn a_path_is_named_by_its_last_telling_segment() {
        assert_eq!(how(Call::Users, "/api/v2/users"), Some((true, false)));
        assert_eq!(how(Call::Users, "/users/search"), Some((true, false)));
        assert_eq!(how(Call::Users, "/orgs/{org}/members"), Some((false, false)));
        assert_eq!(how(Call::Users, "/users/{id}/sessions"), None);
        assert_eq!(how(Call::Roles, "/dcim/device-roles/"), Some((true, true)));
        assert_eq!(how(Call::IdentityProviders, "/{realm}/identity-provider/instances"), Some((true, false)));
        assert_eq!(how(Call::Organizations, "/api/v2/organizations/details/{id}"), Some((true, false)));
        assert_eq!(how(Call::Invite, "/users/invite"), Some((true, false)));
        assert_eq!(how(Call::Invite, "/invites.json"), Some((true, false)));
    }

    #[test]
    fn an_id_in_a_path_is_a_part_of_a_platform_or_is_not() {
        assert!(is_scope("/orgs/{org}/members"));
        assert!(is_scope("/organizations/details/{id}"));
        assert!(is_scope("/users"));
        assert!(!is_scope("/roles/{role-name}/users"));
        assert!(!is_scope("/groups/{id}/members"));
    }
}
