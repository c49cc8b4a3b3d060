//! Authorities and certificates of the test, and a server that puts encryption before another one.

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, KeyUsagePurpose,
    date_time_ymd,
};
use std::sync::Arc;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;

/// A private authority.
pub struct Authority(CertifiedIssuer<'static, KeyPair>);

/// From which year to which a certificate holds, and for which name.
pub struct Paper {
    pub name: &'static str,
    pub years: (i32, i32),
}

pub const GOOD: Paper = Paper { name: "localhost", years: (2020, 2060) };

impl Authority {
    pub fn new(name: &str) -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("parameters");
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let key = KeyPair::generate().expect("a key");
        Self(CertifiedIssuer::self_signed(params, key).expect("an authority"))
    }

    pub fn pem(&self) -> String {
        self.0.pem()
    }

    fn server(&self, paper: &Paper) -> ServerConfig {
        let mut params = CertificateParams::new(vec![paper.name.to_owned()]).expect("parameters");
        params.distinguished_name.push(DnType::CommonName, paper.name);
        params.not_before = date_time_ymd(paper.years.0, 1, 1);
        params.not_after = date_time_ymd(paper.years.1, 1, 1);
        let key = KeyPair::generate().expect("a key");
        let certificate = params.signed_by(&key, &self.0).expect("a certificate");
        let key = PrivatePkcs8KeyDer::from(key.serialize_der()).into();
        ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .expect("a server")
    }
}

/// Puts encryption before the server at `port`; the address to reach it by.
pub async fn before(port: u16, authority: &Authority, paper: &Paper) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let own = listener.local_addr().expect("an address").port();
    let acceptor = TlsAcceptor::from(Arc::new(authority.server(paper)));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(carry(acceptor.clone(), stream, port));
        }
    });
    format!("https://localhost:{own}")
}

async fn carry(acceptor: TlsAcceptor, stream: TcpStream, port: u16) {
    let Ok(mut outside) = acceptor.accept(stream).await else { return };
    if let Ok(mut inside) = TcpStream::connect(("127.0.0.1", port)).await {
        let _ = tokio::io::copy_bidirectional(&mut outside, &mut inside).await;
    }
}
