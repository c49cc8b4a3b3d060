//! The way through a network: proxy and certificates.

use serde::{Deserialize, Serialize};
use specta::Type;

/// The way through the network.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Network {
    /// Through which proxy.
    pub proxy: Proxy,
    /// Certificates of an organization's own authorities, as PEM: trusted beside those of the system.
    pub extra_authorities: Option<String>,
}

/// Through which proxy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "kind")]
pub enum Proxy {
    /// As the system says.
    #[default]
    System,
    /// None, whatever the system says.
    None,
    /// This one.
    Manual {
        /// Such as `http://proxy.example:3128`.
        url: String,
        /// For a proxy that asks who is there; the password is kept in the keychain.
        user: Option<String>,
    },
}

/// An authority's certificate, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CertificateView {
    /// Whom it names.
    pub subject: String,
    /// Who signed it.
    pub issuer: String,
    /// Until when it holds.
    pub not_after: String,
    /// SHA-256 of it, in pairs of hexadecimal digits.
    pub fingerprint: String,
}

/// Certificates of a file, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AuthorityFile {
    /// All of them as PEM, for [`Network::extra_authorities`].
    pub pem: String,
    /// Each, in words.
    pub certificates: Vec<CertificateView>,
}
