//! Connections to servers of the test.

use rollcall_core::{EmailAddress, Invitation, Secret};
use rollcall_platform::{Connection, Description, Network, Platform, Proxy, Report, Scope, SignIn};
use rollcall_sandbox::{Options, Sandbox};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

pub const KEY: &str = "key-hunter2";
pub const SECRET: &str = "secret-hunter2";
pub const PROXY_PASSWORD: &str = "proxy-hunter2";

pub fn platform(connection: Connection) -> Platform {
    let description = Description::built_in("appxite").expect("the built-in description");
    Platform::new(description, connection).expect("a platform")
}

/// A connection to a server that need not be there.
pub fn to(base_url: &str) -> Connection {
    let sign_in = SignIn::Token(Secret::new(SECRET));
    let connection =
        Connection::new(base_url, Scope::Platform(vec!["p-1".into()]), Secret::new(KEY), sign_in);
    // Only what never answers takes so long.
    Connection { get_timeout: Duration::from_secs(4), ..connection }
}

/// A connection that has to fetch its token from the same server.
pub fn signing_in(base_url: &str) -> Connection {
    let sign_in = SignIn::ClientCredentials {
        token_url: String::new(),
        client_id: "client-7".to_owned(),
        client_secret: Secret::new(SECRET),
        audience: None,
        scope: None,
    };
    Connection { sign_in, ..to(base_url) }
}

pub async fn sandbox(users: u32) -> Sandbox {
    rollcall_sandbox::start(Options { users, ..Options::default() }).await.expect("the sample platform")
}

/// A connection to the sample platform, which is reached at `base_url`.
pub fn to_sandbox(sandbox: &Sandbox, base_url: &str) -> Connection {
    let info = sandbox.info();
    let sign_in = SignIn::ClientCredentials {
        token_url: String::new(),
        client_id: info.client_id.clone(),
        client_secret: Secret::new(&info.client_secret),
        audience: None,
        scope: None,
    };
    let scope = Scope::Platform(vec![info.platform_id.clone()]);
    Connection::new(base_url, scope, Secret::new(&info.subscription_key), sign_in)
}

pub fn through(proxy: &str, user: Option<(&str, &str)>) -> Proxy {
    let (user, password) = user.map_or((None, ""), |(user, password)| (Some(user.to_owned()), password));
    Proxy::Manual { url: proxy.to_owned(), user, password: Secret::new(password) }
}

pub fn network(proxy: Proxy, authorities: Option<String>) -> Network {
    Network { proxy, extra_authorities: authorities }
}

pub fn ann() -> Invitation {
    Invitation {
        email: EmailAddress::parse("ann@contoso.example").expect("an address"),
        first_name: None,
        last_name: None,
        role_id: Some("role-1".into()),
        identity_provider_id: None,
        organization_ids: vec!["org-1".into()],
    }
}

pub async fn examined(platform: &Platform) -> Report {
    platform.examine(|_| {}).await
}

/// A server that does one thing with each connection, and counts them.
pub struct Server {
    pub port: u16,
    connections: Arc<AtomicUsize>,
}

#[derive(Clone, Copy)]
pub enum Doing {
    /// Reads a request and answers with these bytes.
    Answering(&'static [u8]),
    /// Answers with these bytes at once, whatever comes.
    Blurting(&'static [u8]),
    /// Answers, byte after byte, and never ends.
    Dripping,
    /// Holds the connection and says nothing.
    Silent,
    /// Closes it.
    Closing,
}

impl Server {
    pub async fn start(doing: Doing) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let connections = Arc::new(AtomicUsize::new(0));
        let count = connections.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(serve(stream, doing));
            }
        });
        Self { port, connections }
    }

    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    pub fn plain(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn encrypted(&self) -> String {
        format!("https://127.0.0.1:{}", self.port)
    }
}

/// A port at which nobody listens.
pub async fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    listener.local_addr().expect("an address").port()
}

async fn serve(mut stream: TcpStream, doing: Doing) {
    if let Doing::Answering(_) | Doing::Dripping = doing {
        read_head(&mut stream).await;
    }
    match doing {
        Doing::Answering(bytes) | Doing::Blurting(bytes) => {
            let _ = stream.write_all(bytes).await;
            let _ = stream.shutdown().await;
            // What was not read yet would turn the end into a reset, and the answer would be lost.
            let mut rest = [0; 1024];
            while matches!(stream.read(&mut rest).await, Ok(count) if count > 0) {}
        }
        Doing::Dripping => drip(stream).await,
        Doing::Silent => std::future::pending().await,
        Doing::Closing => {}
    }
}

async fn drip(mut stream: TcpStream) {
    let head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n[";
    let _ = stream.write_all(head).await;
    let mut pace = tokio::time::interval(Duration::from_millis(100));
    while stream.write_all(b" ").await.is_ok() {
        pace.tick().await;
    }
}

async fn read_head(stream: &mut TcpStream) {
    let (mut seen, mut part) = (Vec::new(), [0; 1024]);
    while !seen.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut part).await {
            Ok(count) if count > 0 => seen.extend_from_slice(&part[..count]),
            _ => return,
        }
    }
}
