//! Connections to a server of the test.

use rollcall_core::{EmailAddress, Invitation, Secret};
use rollcall_platform::{Connection, Description, Platform, Scope, SignIn};
use wiremock::matchers::method;
use wiremock::{Mock, MockServer, ResponseTemplate};

pub const KEY: &str = "key-hunter2";
pub const TOKEN: &str = "token-hunter2";
pub const CLIENT_SECRET: &str = "secret-hunter2";

pub fn appxite() -> Description {
    Description::built_in("appxite").expect("the built-in description")
}

pub fn connection(base_url: &str) -> Connection {
    let scope = Scope::Platform(vec!["p-1".to_owned()]);
    Connection::new(base_url, scope, Secret::new(KEY), SignIn::Token(Secret::new(TOKEN)))
}

pub fn client_credentials(base_url: &str) -> Connection {
    let sign_in = SignIn::ClientCredentials {
        token_url: format!("{base_url}/oauth/token"),
        client_id: "client-7".to_owned(),
        client_secret: Secret::new(CLIENT_SECRET),
        audience: Some("api".to_owned()),
        scope: None,
    };
    Connection { sign_in, ..connection(base_url) }
}

pub fn platform(base_url: &str) -> Platform {
    Platform::new(appxite(), connection(base_url)).expect("a platform")
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

/// A server that answers every POST with `answer`.
pub async fn answering(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(method("POST")).respond_with(answer).mount(&server).await;
    server
}

pub async fn requests(server: &MockServer) -> Vec<wiremock::Request> {
    server.received_requests().await.expect("recording is on")
}
