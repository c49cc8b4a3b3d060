//! The OpenAPI document, made from the types and handlers that serve.

use crate::{invite, lists, token, wire};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, ClientCredentials, Flow, Http, HttpAuthScheme, OAuth2, Scopes, SecurityScheme,
};
use utoipa::{Modify, OpenApi};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Sample platform",
        version = "2.0",
        description = "User management of an invented marketplace: one distributor over sellers over customers. \
                       Every call needs a subscription key and a bearer token.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    servers((url = "/", description = "The sandbox that served this document")),
    paths(
        token::give_token,
        lists::list_users,
        lists::list_roles,
        lists::list_identity_providers,
        lists::list_organizations,
        invite::invite_users,
    ),
    components(schemas(
        wire::AccountState,
        wire::Accessibility,
        wire::GatewayError,
        wire::PlatformError,
        wire::RefusalCode,
    )),
    modifiers(&Security),
    security(
        ("subscriptionKey" = [], "bearer" = []),
        ("subscriptionKey" = [], "clientCredentials" = []),
    ),
    tags(
        (name = "Sign-in", description = "Bearer tokens"),
        (name = "Users", description = "People and invitations"),
        (name = "Roles", description = "What people may do"),
        (name = "Identity providers", description = "How people sign in"),
        (name = "Organizations", description = "Where people belong"),
    ),
)]
struct Document;

struct Security;

impl Modify for Security {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let key = ApiKey::Header(ApiKeyValue::with_description(
            "Ocp-Apim-Subscription-Key",
            "Key of the subscription; the gateway looks at it first.",
        ));
        let bearer = Http::builder().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
        let flow = ClientCredentials::new("/oauth/token", Scopes::new());
        let oauth = OAuth2::with_description(
            [Flow::ClientCredentials(flow)],
            "A token for a Client ID and a Client Secret.",
        );
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("subscriptionKey", SecurityScheme::ApiKey(key));
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
        components.add_security_scheme("clientCredentials", SecurityScheme::OAuth2(oauth));
    }
}

/// The document as JSON.
pub(crate) fn document() -> serde_json::Value {
    // The document is made of plain strings and lists; there is nothing in it that JSON can't say.
    serde_json::to_value(Document::openapi()).unwrap_or_default()
}
