//! Certificates of an organization's own authorities: read, and said in words.

use crate::PlatformError;
use crate::answer::clean;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use rollcall_core::phrase;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use sha2::{Digest, Sha256};
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;

/// A file that somebody gives for this holds a few; a system's whole store has under 200.
const MOST: usize = 300;

/// An authority's certificate, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// Whom it names.
    pub subject: String,
    /// Who signed it.
    pub issuer: String,
    /// Until when it holds (RFC 3339, UTC).
    pub not_after: String,
    /// SHA-256 of it, in pairs of hexadecimal digits with colons between.
    pub fingerprint: String,
}

/// Certificates of a file, as PEM and in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityFile {
    /// All of them as PEM, for [`crate::Network::extra_authorities`].
    pub pem: String,
    /// Each, in words.
    pub authorities: Vec<Authority>,
}

/// Reads the authorities of a PEM text, each once.
///
/// # Errors
/// A [`PlatformError`] of kind [`crate::Kind::Configuration`]: there is none, one can't be read or is no authority's,
/// or a private key is among them.
pub fn read_authorities(pem: &str) -> Result<Vec<Authority>, PlatformError> {
    certificates(pem)?.iter().map(authority).collect()
}

/// Reads a file of authorities: PEM, or a single certificate as DER.
///
/// # Errors
/// As [`read_authorities`].
pub fn read_authority_file(bytes: &[u8]) -> Result<AuthorityFile, PlatformError> {
    let certificates = match std::str::from_utf8(bytes) {
        Ok(text) => certificates(text)?,
        Err(_) => vec![CertificateDer::from(bytes.to_vec())],
    };
    let authorities = certificates.iter().map(authority).collect::<Result<_, _>>()?;
    // Written anew, so that nothing else of the file is kept.
    Ok(AuthorityFile { pem: certificates.iter().map(|one| as_pem(one)).collect(), authorities })
}

/// The certificates of a PEM text, each once.
pub(crate) fn certificates(pem: &str) -> Result<Vec<CertificateDer<'static>>, PlatformError> {
    if pem.contains("PRIVATE KEY") {
        return Err(refused(
            phrase!("The file of authorities holds a private key, which nobody should give away."),
            phrase!("Use a file with the certificate alone."),
        ));
    }
    let mut all: Vec<CertificateDer<'static>> = Vec::new();
    for found in CertificateDer::pem_slice_iter(pem.as_bytes()) {
        let certificate = found.map_err(|_| unreadable())?;
        if !all.contains(&certificate) {
            all.push(certificate);
        }
    }
    match all.len() {
        0 => Err(refused(
            phrase!("The file of authorities holds no certificate."),
            phrase!("Use a PEM file: it has a line BEGIN CERTIFICATE."),
        )),
        count if count > MOST => Err(refused(
            phrase!("The file of authorities holds too many certificates."),
            phrase!("Use a file with your own alone."),
        )),
        _ => Ok(all),
    }
}

fn authority(der: &CertificateDer<'_>) -> Result<Authority, PlatformError> {
    let read = parsed(der).ok_or_else(unreadable)?;
    let constraints = read.basic_constraints().map_err(|_| unreadable())?;
    if constraints.is_some_and(|found| !found.value.ca) {
        return Err(refused(
            phrase!("The file of authorities holds a certificate of a server, not of an authority."),
            phrase!("Ask for the certificate of the authority that signed it."),
        ));
    }
    Ok(in_words(der, &read))
}

pub(crate) fn parsed<'a>(der: &'a [u8]) -> Option<X509Certificate<'a>> {
    X509Certificate::from_der(der).ok().map(|(_, read)| read)
}

pub(crate) fn in_words(der: &[u8], read: &X509Certificate<'_>) -> Authority {
    Authority {
        subject: clean(&read.subject().to_string()),
        issuer: clean(&read.issuer().to_string()),
        not_after: not_after(read).map(|at| at.to_string()).unwrap_or_default(),
        fingerprint: fingerprint(der),
    }
}

pub(crate) fn not_after(read: &X509Certificate<'_>) -> Option<Timestamp> {
    Timestamp::from_second(read.validity().not_after.timestamp()).ok()
}

fn fingerprint(der: &[u8]) -> String {
    Sha256::digest(der).iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":")
}

fn as_pem(der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let lines = text.as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line).into_owned() + "\n");
    format!("-----BEGIN CERTIFICATE-----\n{}-----END CERTIFICATE-----\n", lines.collect::<String>())
}

fn unreadable() -> PlatformError {
    refused(
        phrase!("The file of authorities holds a certificate that Rollcall can't read."),
        phrase!("Ask for it as a PEM file."),
    )
}

fn refused(what: &str, next: &str) -> PlatformError {
    PlatformError::configuration(format!("{what} {} {next}", phrase!("Nothing was changed.")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, KeyPair, date_time_ymd};

    fn certificate(name: &str, is_ca: IsCa) -> rcgen::Certificate {
        let mut params = CertificateParams::new(vec!["ca.example".to_owned()]).expect("parameters");
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = is_ca;
        params.not_after = date_time_ymd(2031, 2, 3);
        params.self_signed(&KeyPair::generate().expect("a key")).expect("a certificate")
    }

    fn ca(name: &str) -> rcgen::Certificate {
        certificate(name, IsCa::Ca(BasicConstraints::Unconstrained))
    }

    #[test]
    fn authorities_are_told_by_name_end_and_fingerprint() {
        let (one, two) = (ca("Nordlys Root"), ca("Nordlys Proxy\nCA"));
        let pem = format!("a note\n{}\n{}{}", one.pem(), two.pem(), one.pem());
        let read = read_authorities(&pem).expect("authorities");
        assert_eq!(read.len(), 2, "each once");
        assert!(read[0].subject.contains("Nordlys Root") && read[0].issuer == read[0].subject, "{read:?}");
        assert_eq!(read[0].not_after, "2031-02-03T00:00:00Z");
        assert!(!read[1].subject.contains('\n'), "one line: {read:?}");
        let digits = read[0].fingerprint.split(':').collect::<Vec<_>>();
        assert!(digits.len() == 32 && digits.iter().all(|pair| pair.len() == 2), "{digits:?}");
    }

    #[test]
    fn a_binary_file_gives_the_same_as_its_text() {
        let one = ca("Nordlys Root");
        let (binary, text) = (read_authority_file(one.der()), read_authority_file(one.pem().as_bytes()));
        let binary = binary.expect("an authority");
        assert_eq!(binary, text.expect("an authority"));
        assert_eq!(read_authorities(&binary.pem).expect("what was written is read"), binary.authorities);
    }

    #[test]
    fn what_is_no_authority_is_refused_in_words() {
        let key = KeyPair::generate().expect("a key").serialize_pem();
        let server = certificate("api.example", IsCa::ExplicitNoCa).pem();
        let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        for (pem, word) in [
            (key, "private key"),
            (server, "of a server"),
            (broken.to_owned(), "can't read"),
            ("hello".to_owned(), "no certificate"),
        ] {
            let error = read_authorities(&pem).expect_err(word);
            assert!(error.sentence.contains(word), "{error:?}");
        }
        assert!(read_authority_file(&[0xff, 0x30, 0x00]).is_err());
    }
}
