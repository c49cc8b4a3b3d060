//! Use cases: a connection as a file for a colleague, without its credentials.

use super::{Profile, client};
use crate::App;
use crate::contract::*;
use crate::runs::{ReportFile, named};
use rollcall_core::phrase;
use serde::{Deserialize, Serialize};

/// The version of the file's shape.
const SCHEMA: u32 = 1;

/// By this word a file is known to be a connection.
const CONNECTION: &str = "connection";

/// Certificates of a few authorities and a description take a part of it.
const MOST_BYTES: usize = 1 << 20;

/// More headers than any platform asks for.
const MOST_LEFT_OUT: usize = 20;

/// What a file of a connection holds.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Carried {
    rollcall: String,
    schema: u32,
    connection: ConnectionSettings,
    /// Headers that looked like credentials. Whoever takes the file enters them anew.
    #[serde(default)]
    left_out: Vec<String>,
}

/// What tells a file of a connection from any other, whatever its version.
#[derive(Deserialize)]
struct Marked {
    rollcall: String,
    schema: u32,
}

impl App {
    /// A connection as a file for a colleague. It holds no credential.
    pub async fn connection_file(&self, profile: String) -> Result<ReportFile, AppError> {
        if profile == SAMPLE_PROFILE {
            return Err(AppError::new(
                ErrorCode::BadRequest,
                phrase!("Everybody has a sample platform of their own, so its connection is no file."),
            ));
        }
        let profile = self.profile(&profile)?;
        let bytes = serde_json::to_vec_pretty(&carried(&profile)).map_err(|problem| {
            AppError::new(
                ErrorCode::Internal,
                phrase!("The connection can't be written as a file. It is kept."),
            )
            .with_detail(problem.to_string())
        })?;
        Ok(ReportFile::new(named(&profile.name, CONNECTION, ReportFormat::Json), bytes))
    }

    /// Names of a connection's headers that its file leaves out, because they look like credentials.
    pub fn headers_left_out(&self, profile: &str) -> Result<Vec<String>, AppError> {
        Ok(carried(&self.profile(profile)?).left_out)
    }
}

/// Names of those headers that look like credentials. Headers lie readable in a file, where no credential should.
pub fn secret_headers(headers: Vec<Header>) -> Vec<String> {
    headers.into_iter().filter(looks_secret).map(|header| header.name).collect()
}

/// Whether a file says of itself that it is a connection.
pub fn is_connection(bytes: &[u8]) -> bool {
    marked(bytes).is_some()
}

/// The connection in a file, checked like one that a person entered.
///
/// # Errors
/// [`ErrorCode::FileRefused`] where it is none, or of a newer version; [`ErrorCode::ProfileInvalid`] where it can't be
/// right.
pub fn parse_connection(bytes: &[u8]) -> Result<TakenConnection, AppError> {
    if bytes.len() > MOST_BYTES {
        return Err(refused(phrase!(
            "This file is too large for a connection. Nothing was changed; choose another one."
        )));
    }
    match marked(bytes) {
        Some(Marked { schema: SCHEMA, .. }) => {}
        Some(_) => {
            return Err(refused(phrase!(
                "This connection was exported by a newer Rollcall. Nothing was changed; update Rollcall, then take it."
            )));
        }
        None => {
            return Err(refused(phrase!(
                "This is not a connection that Rollcall exported. Nothing was changed."
            )));
        }
    }
    let carried: Carried = serde_json::from_slice(without_mark(bytes)).map_err(|problem| {
        refused(phrase!(
            "The connection in this file can't be read. Nothing was changed; export it once more."
        ))
        .with_detail(format!("line {}, column {}", problem.line(), problem.column()))
    })?;
    // Of a file that somebody else wrote, nothing is taken that ours would not hold.
    let (settings, planted) = without_secrets(carried.connection);
    let profile = Profile::of(&ProfileDraft::from(settings));
    profile.judge()?;
    client::judge(&profile)?;
    let mut left_out = carried.left_out;
    left_out.extend(planted);
    left_out.retain(|name| can_be_header(name));
    left_out.truncate(MOST_LEFT_OUT);
    Ok(TakenConnection { settings: settings_of(&profile), left_out })
}

fn marked(bytes: &[u8]) -> Option<Marked> {
    let marked: Marked = serde_json::from_slice(without_mark(bytes)).ok()?;
    (marked.rollcall == CONNECTION).then_some(marked)
}

/// Editors of some systems put a mark of the encoding in front.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

fn refused(sentence: &str) -> AppError {
    AppError::new(ErrorCode::FileRefused, sentence)
}

fn carried(profile: &Profile) -> Carried {
    let (connection, left_out) = without_secrets(settings_of(profile));
    Carried { rollcall: CONNECTION.to_owned(), schema: SCHEMA, connection, left_out }
}

fn settings_of(profile: &Profile) -> ConnectionSettings {
    ConnectionSettings {
        name: profile.name.clone(),
        colour: profile.colour.clone(),
        live: profile.live,
        base_url: profile.base_url.clone(),
        scope: profile.scope.clone(),
        extra_headers: profile.extra_headers.clone(),
        sign_in: profile.sign_in.clone(),
        read_only: profile.read_only,
        description: profile.description.clone(),
        network: profile.network.clone(),
    }
}

impl From<ConnectionSettings> for ProfileDraft {
    /// A new connection with these settings, and no credentials yet.
    fn from(settings: ConnectionSettings) -> Self {
        Self {
            id: None,
            name: settings.name,
            colour: settings.colour,
            live: settings.live,
            base_url: settings.base_url,
            scope: settings.scope,
            extra_headers: settings.extra_headers,
            sign_in: settings.sign_in,
            subscription_key: None,
            secret: None,
            session_only: false,
            read_only: settings.read_only,
            description: settings.description,
            network: settings.network,
            proxy_password: None,
        }
    }
}

/// The same without what people put into settings though it is secret: headers that look like credentials, whose names
/// are given back, and names with passwords in addresses.
fn without_secrets(mut settings: ConnectionSettings) -> (ConnectionSettings, Vec<String>) {
    let (secret, plain): (Vec<_>, Vec<_>) = settings.extra_headers.into_iter().partition(looks_secret);
    settings.extra_headers = plain;
    settings.base_url = without_user(&settings.base_url);
    match &mut settings.sign_in {
        SignIn::Token => {}
        SignIn::ClientCredentials { token_url, .. } => *token_url = without_user(token_url),
        SignIn::Browser { authorize_url, token_url, .. } => {
            *authorize_url = without_user(authorize_url);
            *token_url = without_user(token_url);
        }
    }
    if let Proxy::Manual { url, .. } = &mut settings.network.proxy {
        *url = without_user(url);
    }
    (settings, secret.into_iter().map(|header| header.name).collect())
}

/// Whether a header seems to hold a credential, by its name or by how its value begins. One too many costs a colleague
/// a line; one too few, a key.
fn looks_secret(header: &Header) -> bool {
    const INSIDE: [&str; 10] = [
        "token",
        "secret",
        "passw",
        "authoriz",
        "cookie",
        "credential",
        "signature",
        "apikey",
        "session",
        "bearer",
    ];
    const WORDS: [&str; 5] = ["key", "auth", "sas", "pat", "pwd"];
    const BEGINNINGS: [&str; 3] = ["bearer ", "basic ", "eyj"];
    let (name, value) = (header.name.to_ascii_lowercase(), header.value.trim().to_ascii_lowercase());
    INSIDE.iter().any(|part| name.contains(part))
        || name.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| WORDS.contains(&word))
        || BEGINNINGS.iter().any(|beginning| value.starts_with(beginning))
}

/// Whether a header can have this name. Source: RFC 9110, section 5.1.
fn can_be_header(name: &str) -> bool {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_token)
}

/// An address without a name and password in front of its host.
fn without_user(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = rest[..end].rsplit_once('@').map_or(&rest[..end], |(_, host)| host);
    format!("{scheme}://{host}{}", &rest[end..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn settings() -> ConnectionSettings {
        ConnectionSettings {
            name: "Nordlys".into(),
            colour: "#7c3aed".into(),
            live: true,
            base_url: "https://api.example".into(),
            scope: Scope::Platform(vec!["p-1".into()]),
            extra_headers: vec![Header { name: "Referer".into(), value: "https://portal.example".into() }],
            sign_in: SignIn::ClientCredentials {
                token_url: "https://login.example/token".into(),
                client_id: "client-7".into(),
                audience: None,
                scope: Some("api".into()),
            },
            read_only: true,
            description: DescriptionChoice::default(),
            network: Network::default(),
        }
    }

    fn file(settings: ConnectionSettings) -> Vec<u8> {
        serde_json::to_vec(&carried(&Profile::of(&settings.into()))).expect("JSON")
    }

    #[test]
    fn a_connection_that_is_exported_and_taken_is_the_same() {
        let mut bytes = b"\xef\xbb\xbf".to_vec();
        bytes.extend(file(settings()));
        assert!(is_connection(&bytes));
        assert_eq!(parse_connection(&bytes), Ok(TakenConnection { settings: settings(), left_out: vec![] }));
    }

    #[test]
    fn what_looks_like_a_credential_is_left_out_and_named() {
        let header = |name: &str, value: &str| Header { name: name.into(), value: value.into() };
        let mut given = settings();
        given.base_url = "https://me:hunter2@api.example/v1".into();
        given.network.proxy =
            Proxy::Manual { url: "http://me:hunter2@proxy.example:3128".into(), user: None };
        given.extra_headers = vec![
            header("X-Api-Key", "hunter2"),
            header("Cookie", "hunter2"),
            header("Ocp-Apim-Subscription-Key", "hunter2"),
            header("X-Custom", "Bearer hunter2"),
            header("X-Monkey", "banana"),
        ];
        let bytes = file(given);
        let text = String::from_utf8(bytes.clone()).expect("text");
        assert!(!text.contains("hunter2"), "{text}");
        let carried: Carried = serde_json::from_slice(&bytes).expect("JSON");
        assert_eq!(carried.left_out, ["X-Api-Key", "Cookie", "Ocp-Apim-Subscription-Key", "X-Custom"]);
        assert_eq!(carried.connection.extra_headers, [header("X-Monkey", "banana")]);
        assert_eq!(carried.connection.base_url, "https://api.example/v1");
        let taken = parse_connection(&bytes).expect("a connection");
        assert_eq!(taken.left_out, carried.left_out, "whoever takes it is told what to enter");
        assert_eq!(taken.settings.extra_headers, [header("X-Monkey", "banana")]);
    }

    #[test]
    fn headers_that_a_file_names_as_left_out_are_names_of_headers_and_not_endless() {
        let mut value: serde_json::Value = serde_json::from_slice(&file(settings())).expect("JSON");
        let mut names =
            vec!["two words".to_owned(), "a\nb".to_owned(), String::new(), "X-Api-Key".to_owned()];
        names.extend((0..100).map(|n| format!("X-Key-{n}")));
        value["leftOut"] = names.into();
        let taken = parse_connection(&serde_json::to_vec(&value).expect("JSON")).expect("a connection");
        assert_eq!((taken.left_out.len(), taken.left_out[0].as_str()), (MOST_LEFT_OUT, "X-Api-Key"));
    }

    fn changed(change: impl FnOnce(&mut serde_json::Value)) -> Result<ConnectionSettings, AppError> {
        let mut value = serde_json::from_slice(&file(settings())).expect("JSON");
        change(&mut value);
        parse_connection(&serde_json::to_vec(&value).expect("JSON")).map(|taken| taken.settings)
    }

    #[test]
    fn what_a_later_version_adds_is_no_trouble_and_another_schema_is() {
        let with_more = changed(|file| file["connection"]["smell"] = "pine".into());
        assert_eq!(with_more, Ok(settings()));
        let newer = changed(|file| file["schema"] = 2.into()).expect_err("it is newer");
        assert!(newer.message.contains("newer Rollcall"), "{newer:?}");
    }

    #[test]
    fn what_is_no_connection_is_called_so() {
        for bytes in
            [&b""[..], b"[]", b"{}", b"{\"rollcall\":\"views\",\"schema\":1}", b"id,name", &[0xff; 40]]
        {
            assert!(!is_connection(bytes));
            assert_eq!(parse_connection(bytes).map_err(|refused| refused.code), Err(ErrorCode::FileRefused));
        }
        let large = [file(settings()), vec![b' '; MOST_BYTES]].concat();
        assert_eq!(parse_connection(&large).map_err(|refused| refused.code), Err(ErrorCode::FileRefused));
    }

    #[test]
    fn hostile_values_are_refused_as_if_they_had_been_typed() {
        type Change = fn(&mut serde_json::Value);
        let hostile: [(&str, Change); 7] = [
            ("no name", |file| file["connection"]["name"] = " ".into()),
            ("a name of two lines", |file| file["connection"]["name"] = "a\nb".into()),
            ("no colour", |file| file["connection"]["colour"] = "url(x)".into()),
            ("nothing to look at", |file| file["connection"]["scope"]["ids"] = serde_json::json!([])),
            ("an address without encryption", |file| {
                file["connection"]["baseUrl"] = "http://api.example".into();
            }),
            ("no address", |file| file["connection"]["baseUrl"] = "javascript:alert(1)".into()),
            ("a file of this computer", |file| file["connection"]["baseUrl"] = "file:///etc/passwd".into()),
        ];
        for (what, change) in hostile {
            let refused = changed(change).expect_err(what);
            assert_eq!(refused.code, ErrorCode::ProfileInvalid, "{what}: {refused:?}");
        }
        let kind = changed(|file| file["connection"]["signIn"]["kind"] = "magic".into());
        assert_eq!(kind.map_err(|refused| refused.code), Err(ErrorCode::FileRefused));
        let planted = changed(|file| {
            file["connection"]["extraHeaders"] =
                serde_json::json!([{ "name": "Authorization", "value": "x" }]);
        });
        assert_eq!(planted.expect("the rest is fine").extra_headers, []);
    }

    proptest! {
        #[test]
        fn whatever_a_file_holds_is_a_connection_or_a_sentence(bytes: Vec<u8>, at in 0_usize..900, put: u8) {
            let _ = parse_connection(&bytes);
            let mut one = file(settings());
            let at = at % one.len();
            one[at] = put;
            if let Ok(taken) = parse_connection(&one) {
                prop_assert!(Profile::of(&taken.settings.into()).judge().is_ok());
            }
        }

        #[test]
        fn no_address_keeps_its_password(user in "[a-z]{1,8}", password in "[a-z:@]{1,8}", rest in "(/[a-z@:?#]{0,9})?") {
            let address = format!("https://{user}:{password}@api.example{rest}");
            prop_assert_eq!(without_user(&address), format!("https://api.example{rest}"));
        }
    }
}
