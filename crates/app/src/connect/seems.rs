//! What a dropped file looks like, by its bytes.

use rollcall_core::phrase;

/// What a file looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seems {
    Empty,
    Openapi,
    Connection,
    Description,
    Certificates,
    PrivateKey,
    Spreadsheet,
    Pdf,
    Page,
    Xml,
    Postman,
    Picture,
    Json,
    /// Lines of several columns.
    Lines,
    Text,
    Bytes,
}

/// How each kind of file begins that is no text.
const BEGINNINGS: [(&[u8], Seems); 7] = [
    (b"PK\x03\x04", Seems::Spreadsheet),
    (b"\xd0\xcf\x11\xe0", Seems::Spreadsheet),
    (b"%PDF", Seems::Pdf),
    (b"\x89PNG", Seems::Picture),
    (b"\xff\xd8\xff", Seems::Picture),
    (b"GIF8", Seems::Picture),
    (b"\x30\x82", Seems::Certificates),
];

impl Seems {
    pub(super) fn of(bytes: &[u8]) -> Self {
        if bytes.trim_ascii().is_empty() {
            return Self::Empty;
        }
        if let Some((_, seems)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
            return *seems;
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::of_text(text.trim_start_matches('\u{feff}').trim_start(), bytes),
            Err(_) if rollcall_openapi::claims_to_be(bytes) => Self::Openapi,
            Err(_) => Self::Bytes,
        }
    }

    fn of_text(text: &str, bytes: &[u8]) -> Self {
        let start: String = text.chars().take(2_000).collect::<String>().to_lowercase();
        let holds = |word: &str| start.contains(word);
        let is_json =
            text.starts_with(['{', '[']) && !text.starts_with("[calls") && !text.starts_with("[fields");
        match () {
            () if text.contains("-----BEGIN CERTIFICATE-----") => Self::Certificates,
            () if text.contains("PRIVATE KEY-----") => Self::PrivateKey,
            () if start.starts_with("<!doctype html") || start.starts_with("<html") => Self::Page,
            () if start.starts_with('<') => Self::Xml,
            () if is_json && holds("\"rollcall\"") && holds("\"connection\"") => Self::Connection,
            () if is_json && (holds("_postman_id") || holds("schema.getpostman.com")) => Self::Postman,
            () if rollcall_openapi::claims_to_be(bytes) => Self::Openapi,
            () if is_json && serde_json::from_str::<serde_json::Value>(text).is_ok() => Self::Json,
            () if is_description(text) => Self::Description,
            () if is_json => Self::Json,
            () if has_columns(text) => Self::Lines,
            () => Self::Text,
        }
    }

    /// What it is called where it is not taken.
    pub(super) fn sentence(self) -> &'static str {
        match self {
            Self::Empty => phrase!("This file is empty."),
            Self::PrivateKey => {
                phrase!(
                    "This file holds a private key, which Rollcall neither needs nor takes. Drop the certificate alone."
                )
            }
            Self::Spreadsheet | Self::Lines => "This looks like a table.",
            Self::Pdf => {
                phrase!(
                    "This is a PDF, which is for reading only. Look in the developer portal for an export called OpenAPI."
                )
            }
            Self::Page => {
                phrase!(
                    "This is a web page, not a document of an API: the portal may have asked you to sign in first."
                )
            }
            Self::Xml => {
                phrase!(
                    "This is XML, such as WSDL or WADL. Look in the developer portal for an export called OpenAPI."
                )
            }
            Self::Postman => {
                phrase!(
                    "This is a Postman collection. Look in the developer portal for an export called OpenAPI."
                )
            }
            Self::Picture => phrase!("This is a picture."),
            Self::Json => phrase!("This is JSON, and neither an OpenAPI document nor a connection."),
            Self::Text => phrase!("This is a text, and none of those that Rollcall takes here."),
            Self::Bytes => phrase!("This file is none of those that Rollcall takes here."),
            Self::Connection => {
                "This is a connection that a colleague exported. Import it in the list of connections."
            }
            Self::Certificates => {
                "These are certificates. Add them with the connection's way through the network."
            }
            Self::Openapi | Self::Description => "",
        }
    }
}

/// Whether each of the first lines holds as many separators of columns as the line before, and one at least.
fn has_columns(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(3).collect();
    let count = |line: &str, mark: char| line.matches(mark).count();
    lines.len() > 1
        && [',', ';', '\t'].iter().any(|mark| {
            let first = count(lines[0], *mark);
            first > 0 && lines.iter().all(|line| count(line, *mark) >= first)
        })
}

/// Whether a text is meant to be a description, whole or only what differs, be it with mistakes.
fn is_description(text: &str) -> bool {
    const TABLES: [&str; 6] = ["calls", "fields", "answers", "states", "headers", "pace"];
    let names_table = |line: &str| {
        let name = line.trim_start_matches('[').split([']', '.', ' ', '=']).next().unwrap_or_default();
        line.starts_with('[') && TABLES.contains(&name)
    };
    let says = |line: &str| {
        ["format =", "batch_limit =", "subscription_key_header ="].iter().any(|key| line.starts_with(key))
            || TABLES.iter().any(|table| line.starts_with(&format!("{table}.")) && line.contains('='))
    };
    text.lines().map(str::trim).any(|line| names_table(line) || says(line))
}
