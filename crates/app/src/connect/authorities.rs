//! Use case: certificates of an organization's own authorities, in words.

use crate::App;
use crate::contract::*;
use crate::errors::of_platform;
use rollcall_platform::{Authority, read_authorities, read_authority_file};

impl App {
    /// The certificates of a PEM text that a connection trusts beside the system's, each in words.
    ///
    /// # Errors
    /// [`ErrorCode::ProfileInvalid`] for a text that holds none, or something else than certificates of authorities.
    pub fn look_at_authorities(&self, pem: &str) -> Result<Vec<CertificateView>, AppError> {
        Ok(read_authorities(pem).map_err(of_platform)?.into_iter().map(told).collect())
    }
}

/// The certificates of a file, PEM or DER.
///
/// # Errors
/// [`ErrorCode::ProfileInvalid`] for a file that holds none, or something else than certificates of authorities.
pub fn authority_file(bytes: &[u8]) -> Result<AuthorityFile, AppError> {
    let read = read_authority_file(bytes).map_err(of_platform)?;
    Ok(AuthorityFile { pem: read.pem, certificates: read.authorities.into_iter().map(told).collect() })
}

fn told(authority: Authority) -> CertificateView {
    let Authority { subject, issuer, not_after, fingerprint } = authority;
    CertificateView { subject, issuer, not_after, fingerprint }
}
