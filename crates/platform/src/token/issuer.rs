//! Where tokens come from: one address and one client, asked in three ways (RFC 6749, sections 4.1.3, 4.4 and 6).

use super::given::Given;
use super::unreadable;
use crate::answer::{Answer, Body, Said, without_mark};
use crate::connection::safe_url;
use crate::error::Call;
use crate::failures::{refusal, web_page};
use crate::http::{Sender, redact};
use crate::{Kind, PlatformError};
use oauth2::basic::BasicTokenIntrospectionResponse;
use oauth2::basic::{BasicErrorResponse, BasicRequestTokenError, BasicRevocationErrorResponse};
use oauth2::http::Response;
use oauth2::{
    AsyncHttpClient, AuthType, AuthorizationCode, Client, ClientId, ClientSecret, EndpointNotSet,
    EndpointSet, HttpRequest, HttpResponse, PkceCodeVerifier, RedirectUrl, RefreshToken, Scope,
    StandardRevocableToken, TokenUrl,
};
use reqwest::{Request, RequestBuilder};
use rollcall_core::{Secret, phrase};
use serde_json::error::Category;
use std::borrow::Cow;
use std::pin::Pin;
use std::time::Duration;
use url::Url;

const LONGEST_TOKEN_ANSWER: usize = 1024 * 1024;

/// An issuer of tokens, and the client that asks it.
pub(crate) struct Issuer {
    url: Url,
    pub(crate) id: String,
    pub(crate) secret: Option<Secret>,
    audience: Option<String>,
    scope: Option<String>,
    sender: Sender,
    timeout: Duration,
}

/// What a token is asked for with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grant {
    ClientCredentials,
    Code,
    RefreshToken,
}

type Protocol = Client<
    BasicErrorResponse,
    Given,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

type Asked = Result<Given, BasicRequestTokenError<PlatformError>>;

impl Issuer {
    /// Checks the address; sends nothing.
    pub(crate) fn new(
        token_url: &str,
        id: &str,
        secret: Option<Secret>,
        sender: Sender,
        timeout: Duration,
    ) -> Result<Self, PlatformError> {
        Ok(Self {
            url: safe_url("token URL", token_url)?,
            id: id.trim().to_owned(),
            secret: secret.filter(|secret| !secret.is_empty()),
            audience: None,
            scope: None,
            sender,
            timeout: timeout.min(Duration::from_secs(60)),
        })
    }

    /// What client credentials are to be good for.
    pub(crate) fn asking_for(mut self, audience: Option<String>, scope: Option<String>) -> Self {
        let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        (self.audience, self.scope) = (filled(audience), filled(scope));
        self
    }

    /// `held` are secrets that the issuer gave before: what it says of a failure may show them.
    pub(crate) async fn client_credentials(&self, held: Vec<Secret>) -> Result<Given, PlatformError> {
        let protocol = self.protocol();
        let mut request = protocol.exchange_client_credentials();
        if let Some(audience) = &self.audience {
            request = request.add_extra_param("audience", audience);
        }
        if let Some(scope) = &self.scope {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        given(request.request_async(&self.asking(Grant::ClientCredentials, held)).await)
    }

    /// `held` are secrets that the issuer gave before, `token` itself among them or not.
    pub(crate) async fn refresh(&self, token: &Secret, held: Vec<Secret>) -> Result<Given, PlatformError> {
        // The issuer has to see it once for each token; it travels in the body only.
        let presented = RefreshToken::new(token.expose().to_owned());
        let protocol = self.protocol();
        let request = protocol.exchange_refresh_token(&presented);
        let known = held.into_iter().chain([token.clone()]);
        given(request.request_async(&self.asking(Grant::RefreshToken, known)).await)
    }

    pub(crate) async fn code(
        &self,
        code: &Secret,
        verifier: PkceCodeVerifier,
        redirect: &RedirectUrl,
    ) -> Result<Given, PlatformError> {
        // Both are seen by the issuer alone, once.
        let secrets = [code.clone(), Secret::new(verifier.secret().as_str())];
        let protocol = self.protocol();
        let request = protocol
            .exchange_code(AuthorizationCode::new(code.expose().to_owned()))
            .set_pkce_verifier(verifier)
            .set_redirect_uri(Cow::Borrowed(redirect));
        given(request.request_async(&self.asking(Grant::Code, secrets)).await)
    }

    fn protocol(&self) -> Protocol {
        let client = Client::new(ClientId::new(self.id.clone()))
            .set_token_uri(TokenUrl::from_url(self.url.clone()))
            .set_auth_type(AuthType::RequestBody);
        match &self.secret {
            // The issuer has to see the secret once for each token; it travels in the body only.
            Some(secret) => client.set_client_secret(ClientSecret::new(secret.expose().to_owned())),
            None => client,
        }
    }

    fn asking(&self, grant: Grant, known: impl IntoIterator<Item = Secret>) -> Asking<'_> {
        let secrets = known.into_iter().chain(self.secret.clone()).chain(self.sender.way.secrets()).collect();
        Asking { issuer: self, grant, secrets }
    }
}

/// One request on its way, with the secrets that an answer to it may echo.
struct Asking<'a> {
    issuer: &'a Issuer,
    grant: Grant,
    secrets: Vec<Secret>,
}

impl<'c> AsyncHttpClient<'c> for Asking<'_> {
    type Error = PlatformError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, PlatformError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.carry(request))
    }
}

impl Asking<'_> {
    async fn carry(&self, request: HttpRequest) -> Result<HttpResponse, PlatformError> {
        let sender = &self.issuer.sender;
        let request = Request::try_from(request).map_err(|_| unreadable("the request could not be made"))?;
        let request = RequestBuilder::from_parts(sender.lists.clone(), request).timeout(self.issuer.timeout);
        let answer = sender.exchange(Call::Token, request, LONGEST_TOKEN_ANSWER).await?;
        if answer.said() != Said::Success {
            return Err(self.refusal(&answer));
        }
        if answer.is_web_page() {
            return Err(web_page(Call::Token));
        }
        let Body::Whole(bytes) = &answer.body else { return Err(unreadable("the answer was cut")) };
        Ok(Response::new(without_mark(bytes).to_vec()))
    }

    fn refusal(&self, answer: &Answer) -> PlatformError {
        let error = match answer.status.as_u16() {
            400 | 401 | 403 => {
                PlatformError::new(Kind::TokenRefused, self.grant.refused(answer.error_code().as_deref()))
            }
            _ => refusal(Call::Token, answer),
        };
        error.with_detail(redact(&answer.message(), &self.secrets))
    }
}

impl Grant {
    /// What a refusal means, by the issuer's own code (RFC 6749, section 5.2).
    fn refused(self, code: Option<&str>) -> &'static str {
        match (self, code) {
            (Self::ClientCredentials, _) => phrase!(
                "The sign-in service did not accept the client ID and client secret, so there is no access token. \
                 Nothing was lost. Check both in the connection, and the audience if one is needed."
            ),
            (_, Some("invalid_client" | "unauthorized_client")) => phrase!(
                "The sign-in service does not accept this client ID, or its client secret, for signing in with the \
                 browser. Nothing was lost. Check both in the connection."
            ),
            (Self::RefreshToken, _) => phrase!(
                "The sign-in has ended: the sign-in service no longer renews it. Nothing was lost. Sign in again \
                 with the browser."
            ),
            (Self::Code, _) => phrase!(
                "The sign-in service did not take the answer that the browser brought. Nothing was lost. Sign in \
                 again with the browser."
            ),
        }
    }
}

fn given(asked: Asked) -> Result<Given, PlatformError> {
    asked.map_err(|problem| match problem {
        BasicRequestTokenError::Request(error) => error,
        // Our own words only: the parser's, and the answer itself, could show a token.
        BasicRequestTokenError::Parse(problem, _) if problem.inner().classify() == Category::Data => {
            unreadable(&problem.inner().to_string())
        }
        BasicRequestTokenError::Parse(..) => unreadable("the answer is not a JSON object"),
        BasicRequestTokenError::ServerResponse(_) | BasicRequestTokenError::Other(_) => {
            unreadable("the answer is empty")
        }
    })
}
