//! Identity providers: who uses each, and what if one is switched off.

use super::UserRow;
use rollcall_core::{IdentityProviderId, Sentence};
use serde::Serialize;
use specta::Type;

/// Who signs in with what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProviderInsights {
    /// When the list was fetched; absent before the first refresh.
    pub as_of: Option<String>,
    /// The providers in the order listed, then those that are only named by people.
    pub providers: Vec<ProviderInsight>,
    /// People of whom no provider is known.
    pub none: u32,
}

/// A provider and who uses it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProviderInsight {
    /// Its id.
    pub id: IdentityProviderId,
    /// Its name.
    pub name: String,
    /// The start of an external user id.
    pub prefix: Option<String>,
    /// Whether people can sign in with it now; absent where the platform does not list it.
    pub enabled: Option<bool>,
    /// People who sign in with it.
    pub people: u32,
    /// Those of them who are not blocked.
    pub not_blocked: u32,
    /// By organization, most people first, at most 20.
    pub organizations: Vec<ShareView>,
    /// Organizations in all.
    pub organizations_total: u32,
    /// By mail domain, likewise.
    pub domains: Vec<ShareView>,
    /// Mail domains in all.
    pub domains_total: u32,
}

/// A part of the people who use a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ShareView {
    /// The organization's id, or the domain; empty for people without one.
    pub id: String,
    /// Its name.
    pub label: String,
    /// People there who use the provider.
    pub people: u32,
    /// People there in all.
    pub of: u32,
}

/// Who could no longer sign in if a provider were switched off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WhatIfView {
    /// The provider's name.
    pub provider: String,
    /// Whether it is off already: then it is told who can't sign in now.
    pub already_off: bool,
    /// All of it in words, a sentence each.
    pub sentences: Vec<Sentence>,
    /// People whose only way in it is.
    pub stranded: u32,
    /// People whose address has another account, with a provider that is on.
    pub other_way: u32,
    /// People who are blocked and can't sign in anyway.
    pub blocked: u32,
    /// The window's rows of those who are stranded.
    pub rows: Vec<UserRow>,
}
