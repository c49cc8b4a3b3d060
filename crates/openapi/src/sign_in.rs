//! How a document says that callers sign in.

use crate::proposal::SignIn;
use crate::servers::safe;
use crate::tree::Tree;
use crate::words::words;
use serde_json::Value;
use url::Url;

const DISCOVERY: &str = "/.well-known/openid-configuration";

/// What the security schemes say. A token's address that is only a path is given beside it.
pub(crate) fn sign_in(tree: &Tree<'_>, base: Option<&str>) -> (SignIn, Option<String>) {
    let schemes = tree.root().pointer("/components/securitySchemes").and_then(Value::as_object);
    let (mut found, mut path) = (SignIn::default(), None);
    for scheme in schemes.into_iter().flatten().filter_map(|(_, scheme)| tree.resolved(scheme)) {
        match scheme.get("type").and_then(Value::as_str) {
            Some("apiKey") => found.key_header = found.key_header.take().or_else(|| key_header(scheme)),
            Some("openIdConnect") => found.issuer = found.issuer.take().or_else(|| issuer(scheme)),
            Some("oauth2") => flows(&mut found, &mut path, scheme, base),
            _ => {}
        }
    }
    (found, path)
}

/// Whether a document says anything of signing in.
pub(crate) fn is_said(tree: &Tree<'_>) -> bool {
    let schemes = tree.root().pointer("/components/securitySchemes").and_then(Value::as_object);
    schemes.is_some_and(|schemes| !schemes.is_empty())
}

fn key_header(scheme: &Value) -> Option<String> {
    let name = scheme.get("name")?.as_str()?.trim();
    let in_header = scheme.get("in")?.as_str()? == "header";
    // Other headers that are called keys stand for somebody else, or for a second factor.
    let is_key =
        words(name).iter().any(|word| ["key", "apikey", "subscription", "token"].contains(&word.as_str()));
    let may = is_key
        && !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    (in_header && may && !name.eq_ignore_ascii_case("authorization")).then(|| name.to_owned())
}

fn issuer(scheme: &Value) -> Option<String> {
    let url = safe(scheme.get("openIdConnectUrl")?.as_str()?)?;
    Some(url.as_str().trim_end_matches(DISCOVERY).trim_end_matches('/').to_owned())
}

fn flows(found: &mut SignIn, path: &mut Option<String>, scheme: &Value, base: Option<&str>) {
    for name in ["clientCredentials", "authorizationCode"] {
        let Some(flow) = scheme.get("flows").and_then(|flows| flows.get(name)) else { continue };
        let text =
            |key: &str| flow.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
        if let Some(said) = text("tokenUrl") {
            found.token_url = found.token_url.take().or_else(|| whole(said, base));
            if said.starts_with('/') && !said.starts_with("//") && !said.contains(['?', '#']) {
                path.get_or_insert_with(|| said.to_owned());
            }
        }
        let authorize = text("authorizationUrl").and_then(|said| whole(said, base));
        found.authorize_url = found.authorize_url.take().or(authorize);
        for scope in
            flow.get("scopes").and_then(Value::as_object).into_iter().flat_map(|scopes| scopes.keys())
        {
            if !scope.trim().is_empty() && !found.scopes.contains(scope) && found.scopes.len() < 200 {
                found.scopes.push(scope.clone());
            }
        }
    }
}

/// An address as it stands, or under the base URL.
fn whole(said: &str, base: Option<&str>) -> Option<String> {
    let under = || Url::parse(base?).ok()?.join(said).ok();
    safe(said).or_else(under).map(|url| url.to_string())
}
