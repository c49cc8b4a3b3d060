//! The headers that a description asks for, with what a connection puts into them.

use crate::error::in_quotes;
use crate::secrets::SHORTEST;
use crate::wording::Wording;
use crate::{Connection, PlatformError, SignIn};
use rollcall_core::{Secret, sentence};

/// What may stand in a header's value.
const PLACEHOLDERS: [&str; 3] = ["{id}", "{baseUrl}", "{clientId}"];

/// Something in braces that nothing is known of.
pub(crate) fn unknown_placeholder(value: &str) -> Option<String> {
    let rest = PLACEHOLDERS.iter().fold(value.to_owned(), |text, known| text.replace(known, ""));
    let start = rest.find('{')?;
    let end = rest[start..].find('}').map_or(rest.len(), |length| start + length + 1);
    Some(rest[start..end].to_owned())
}

/// Whether a header needs an id of the connection's scope.
pub(crate) fn need_id(wording: &Wording) -> bool {
    wording.headers.values().any(|value| value.contains("{id}"))
}

/// The description's own headers for a connection whose scope holds `ids`, what is asked for among them.
///
/// # Errors
/// A [`PlatformError`] of kind `Configuration` where the connection lacks what a header needs.
pub(crate) fn filled(
    wording: &Wording,
    connection: &Connection,
    ids: &[String],
) -> Result<Vec<(String, String)>, PlatformError> {
    let accept = ("accept".to_owned(), wording.media.accept.clone());
    let own =
        wording.headers.iter().map(|(name, value)| Ok((name.clone(), fill(name, value, connection, ids)?)));
    std::iter::once(Ok(accept)).chain(own).collect()
}

/// What of a connection's own headers may be a credential, should an answer echo it: each value that is long enough, and
/// what follows the scheme in one (RFC 9110, section 11.4). An id or a part of the address is none: it is told anyway.
pub(crate) fn secrets(connection: &Connection, ids: &[String]) -> Vec<Secret> {
    let told = |value: &str| ids.iter().any(|id| id == value) || connection.base_url.contains(value);
    let values = connection.extra_headers.iter().map(|(_, value)| value.trim());
    values
        .flat_map(|value| [Some(value), value.split_once(' ').map(|(_, credential)| credential.trim())])
        .flatten()
        .filter(|value| value.len() >= SHORTEST && !told(value))
        .map(Secret::new)
        .collect()
}

fn fill(name: &str, value: &str, connection: &Connection, ids: &[String]) -> Result<String, PlatformError> {
    let client_id = match &connection.sign_in {
        SignIn::ClientCredentials { client_id, .. } => Some(client_id.as_str()),
        SignIn::Browser { client, .. } => Some(client.client_id.as_str()),
        SignIn::Token(_) => None,
    };
    let known = [ids.first().map(String::as_str), Some(connection.base_url.trim()), client_id];
    PLACEHOLDERS.iter().zip(known).try_fold(value.to_owned(), |text, (placeholder, known)| {
        match known.filter(|known| !known.trim().is_empty()) {
            Some(known) => Ok(text.replace(placeholder, known.trim())),
            None if text.contains(placeholder) => Err(lacking(name, placeholder)),
            None => Ok(text),
        }
    })
}

fn lacking(name: &str, placeholder: &str) -> PlatformError {
    let name = in_quotes(name);
    PlatformError::configuration(match placeholder {
        "{id}" => sentence!(
            "The platform description puts a platform or customer id into the header \"{name}\", and the connection names \
             none. Nothing was sent. Enter it in the connection.",
            name = name
        ),
        _ => sentence!(
            "The platform description puts a client id into the header \"{name}\", and the connection names none. Nothing \
             was sent. Enter it in the connection.",
            name = name
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_that_nobody_knows_is_named() {
        assert_eq!(unknown_placeholder("{id} at {baseUrl}"), None);
        assert_eq!(unknown_placeholder("{id}/{ID}/x").as_deref(), Some("{ID}"));
        assert_eq!(unknown_placeholder("a {b").as_deref(), Some("{b"));
    }
}
