//! Whom an encrypted connection trusts: the authorities of the system, and those that a person added.

use crate::PlatformError;
use crate::authorities::certificates;
use crate::failures::untrusting;
use crate::network::Network;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::aws_lc_rs::default_provider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, Error, ProtocolVersion, SignatureScheme};
use rustls_platform_verifier::Verifier;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How encrypted connections are made, and what was shown in them.
#[derive(Clone)]
pub(crate) struct Trust {
    config: ClientConfig,
    witness: Arc<Witness>,
}

/// What a server showed of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Its certificate, as DER.
    pub(crate) certificate: Vec<u8>,
    /// Known once it proved that the certificate is its own.
    pub(crate) version: Option<ProtocolVersion>,
}

/// Has every certificate checked by the system's verifier, and remembers the last one of each name. The HTTP library
/// tells nothing of a certificate that was refused, nor of one behind a proxy.
#[derive(Debug)]
struct Witness {
    verifier: Verifier,
    shown: Mutex<HashMap<String, Shown>>,
}

impl Trust {
    pub(crate) fn of(network: &Network) -> Result<Self, PlatformError> {
        let extra = match network.extra_authorities.as_deref().map(str::trim) {
            None | Some("") => Vec::new(),
            Some(pem) => certificates(pem)?,
        };
        let provider = Arc::new(default_provider());
        let verifier = match extra.is_empty() {
            true => Verifier::new(provider.clone()),
            false => Verifier::new_with_extra_roots(extra, provider.clone()),
        };
        let witness = Arc::new(Witness { verifier: verifier.map_err(untrusting)?, shown: Mutex::default() });
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(untrusting)?
            .dangerous()
            .with_custom_certificate_verifier(witness.clone())
            .with_no_client_auth();
        Ok(Self { config, witness })
    }

    /// For a client that speaks these protocols, the preferred one first.
    pub(crate) fn speaking(&self, protocols: &[&str]) -> ClientConfig {
        let mut config = self.config.clone();
        config.alpn_protocols = protocols.iter().map(|name| name.as_bytes().to_vec()).collect();
        config
    }

    /// What the server of that name showed last.
    pub(crate) fn shown(&self, host: &str) -> Option<Shown> {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        self.witness.shown().get(host).cloned()
    }
}

impl Witness {
    fn shown(&self) -> MutexGuard<'_, HashMap<String, Shown>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn proved(&self, certificate: &CertificateDer<'_>, version: ProtocolVersion) {
        for shown in self.shown().values_mut().filter(|shown| shown.certificate == certificate.as_ref()) {
            shown.version = Some(version);
        }
    }
}

impl ServerCertVerifier for Witness {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        between: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let shown = Shown { certificate: certificate.to_vec(), version: None };
        self.shown().insert(name.to_str().into_owned(), shown);
        self.verifier.verify_server_cert(certificate, between, name, ocsp, now)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let valid = self.verifier.verify_tls12_signature(message, certificate, signed)?;
        self.proved(certificate, ProtocolVersion::TLSv1_2);
        Ok(valid)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let valid = self.verifier.verify_tls13_signature(message, certificate, signed)?;
        self.proved(certificate, ProtocolVersion::TLSv1_3);
        Ok(valid)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.verifier.supported_verify_schemes()
    }
}
