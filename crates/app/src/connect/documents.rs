//! Use cases: what a dropped document says of a platform.

use super::authorities::authority_file;
use super::carrying::parse_connection;
use super::descriptions::{built_in, look_at_description, with_description_file};
use super::seems::Seems;
use crate::App;
use crate::contract::*;
use crate::errors::blocking;
use rollcall_core::{phrase, sentence};
use rollcall_openapi::{Call, Choice, Document, LARGEST, Proposal};
use rollcall_platform::Description;
use std::io::Read;
use std::path::Path;

const TAKEN: &str = phrase!(
    "Rollcall takes an OpenAPI document (JSON or YAML), a connection that a colleague exported, a platform description (TOML), or certificates (PEM)."
);

impl App {
    /// Reads a document that was dropped or picked for a connection. What it is shows in its bytes, not in its name.
    ///
    /// # Errors
    /// [`ErrorCode::FileGone`] for a file that is no longer held or there, [`ErrorCode::FileRefused`] with what it looks
    /// like for anything else than a document that Rollcall takes.
    pub async fn read_connection_document(&self, token: String) -> Result<ConnectionDocument, AppError> {
        let path = self.inner.desk.path_of(&token)?;
        blocking(move || understood(&bytes_of(&path)?)).await
    }

    /// The proposal of an OpenAPI document with a person's word on some of the calls, and on the kind of platform.
    ///
    /// # Errors
    /// As [`App::read_connection_document`].
    pub async fn propose_operations(
        &self,
        token: String,
        choices: Vec<OperationChoice>,
        kind: Option<String>,
    ) -> Result<OpenapiProposal, AppError> {
        let path = self.inner.desk.path_of(&token)?;
        blocking(move || propose_from(&bytes_of(&path)?, choices, kind.as_deref())).await
    }
}

/// What an OpenAPI document seems to say of the calls that Rollcall needs, with a person's word on some of them. It is
/// compared with the kind of platform that a person named, else with the built-in kind of which it shows the most signs,
/// else with the one that a new connection begins with.
///
/// # Errors
/// [`ErrorCode::FileRefused`] with why it can't be used; [`ErrorCode::ProfileInvalid`] for a kind that is not built in.
pub fn propose_from(
    bytes: &[u8],
    choices: Vec<OperationChoice>,
    kind: Option<&str>,
) -> Result<OpenapiProposal, AppError> {
    let document = Document::read(bytes).map_err(|refusal| refused(refusal.to_string()))?;
    let choices: Vec<Choice> = choices.into_iter().map(choice).collect();
    let (description, mut proposal) = match kind {
        Some(name) => proposed_as(&document, built_in(name)?, &choices),
        None => likeliest(&document, &choices)?,
    };
    let facts = description.facts();
    let base = DescriptionChoice { base: facts.name.clone(), ..DescriptionChoice::default() };
    proposal.doubts.extend(unusable(&base, &proposal.overrides)?);
    let signs = std::mem::take(&mut proposal.signs);
    let kind = ProposedKind { name: facts.name, title: facts.title, signs, by_person: kind.is_some() };
    Ok(told(&document, proposal, kind))
}

/// The proposal for the kind of which the document shows the most signs; of as many, the one of a new connection.
fn likeliest(document: &Document, choices: &[Choice]) -> Result<(Description, Proposal), AppError> {
    let usual = DescriptionChoice::default().base;
    let mut best = proposed_as(document, built_in(&usual)?, choices);
    for name in Description::built_in_names().filter(|name| *name != usual) {
        let other = proposed_as(document, built_in(name)?, choices);
        if other.1.signs.len() > best.1.signs.len() {
            best = other;
        }
    }
    Ok(best)
}

fn proposed_as(document: &Document, description: Description, choices: &[Choice]) -> (Description, Proposal) {
    // A built-in description is TOML; a test reads it.
    let table = description.text().parse::<toml::Table>().unwrap_or_default();
    let proposal = document.propose(&table, choices);
    (description, proposal)
}

/// Why the overrides can't be used as they are, where they can't.
fn unusable(base: &DescriptionChoice, overrides: &str) -> Result<Vec<String>, AppError> {
    match look_at_description(&with_description_file(base.clone(), overrides))? {
        DescriptionAnswer::Good(_) => Ok(Vec::new()),
        DescriptionAnswer::Bad(problems) => Ok(problems
            .into_iter()
            .map(|problem| {
                sentence!("What was found can't be used as it stands: {problem}", problem = problem.sentence)
                    .text
            })
            .collect()),
    }
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, AppError> {
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(|_| gone())?;
    // One byte more than is read, so that a larger file is known as one.
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(|_| gone())?;
    Ok(bytes)
}

fn gone() -> AppError {
    AppError::new(
        ErrorCode::FileGone,
        phrase!("The file can't be opened any more. Nothing was changed; drop it again."),
    )
}

fn understood(bytes: &[u8]) -> Result<ConnectionDocument, AppError> {
    let seems = Seems::of(bytes);
    match seems {
        Seems::Openapi => {
            propose_from(bytes, Vec::new(), None).map(|it| ConnectionDocument::Openapi(Box::new(it)))
        }
        Seems::Description => description(bytes),
        Seems::Connection => parse_connection(bytes).map(|it| ConnectionDocument::Connection(Box::new(it))),
        Seems::Certificates => authority_file(bytes).map(ConnectionDocument::Authorities),
        Seems::Spreadsheet | Seems::Lines => Ok(ConnectionDocument::Table),
        other => Err(refused(format!("{} {} {TAKEN}", other.sentence(), phrase!("Nothing was changed.")))),
    }
}

fn description(bytes: &[u8]) -> Result<ConnectionDocument, AppError> {
    let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
    let choice = with_description_file(DescriptionChoice::default(), &text);
    match look_at_description(&choice)? {
        DescriptionAnswer::Good(_) => Ok(ConnectionDocument::Description(choice)),
        DescriptionAnswer::Bad(problems) => {
            let line = |problem: &DescriptionProblem| match problem.line {
                Some(line) => format!("Line {line}: {}", problem.sentence),
                None => problem.sentence.clone(),
            };
            let lines: Vec<String> = problems.iter().map(line).collect();
            let first = problems.first().map(mistaken).unwrap_or_default();
            Err(refused(first).with_detail(lines.join("\n")))
        }
    }
}

/// That a description can't be used, with the first thing that is wrong in it.
fn mistaken(first: &DescriptionProblem) -> String {
    match first.line {
        Some(line) => sentence!(
            "This platform description can't be used. Line {line}: {problem} Correct it and drop it again.",
            line = line,
            problem = first.sentence
        )
        .text,
        None => format!(
            "{} {} {}",
            phrase!("This platform description can't be used."),
            first.sentence,
            phrase!("Correct it and drop it again.")
        ),
    }
}

fn refused(sentence: impl Into<String>) -> AppError {
    AppError::new(ErrorCode::FileRefused, sentence)
}

fn choice(choice: OperationChoice) -> Choice {
    let call = match choice.call {
        ApiCall::Users => Call::Users,
        ApiCall::Roles => Call::Roles,
        ApiCall::IdentityProviders => Call::IdentityProviders,
        ApiCall::Organizations => Call::Organizations,
        ApiCall::Invite => Call::Invite,
    };
    Choice { call, operation: choice.operation }
}

fn api_call(call: Call) -> ApiCall {
    match call {
        Call::Users => ApiCall::Users,
        Call::Roles => ApiCall::Roles,
        Call::IdentityProviders => ApiCall::IdentityProviders,
        Call::Organizations => ApiCall::Organizations,
        Call::Invite => ApiCall::Invite,
    }
}

fn told(document: &Document, proposal: Proposal, kind: ProposedKind) -> OpenapiProposal {
    let sign_in = proposal.sign_in;
    OpenapiProposal {
        title: document.title(),
        version: document.version(),
        form: document.form(),
        base_urls: proposal.base_urls,
        sign_in: ProposedSignIn {
            key_header: sign_in.key_header,
            token_url: sign_in.token_url,
            authorize_url: sign_in.authorize_url,
            issuer: sign_in.issuer,
            scopes: sign_in.scopes,
        },
        operations: proposal.calls.into_iter().map(operation).collect(),
        kind,
        overrides: proposal.overrides,
        doubts: proposal.doubts,
    }
}

fn operation(found: rollcall_openapi::Found) -> ProposedOperation {
    let candidate = |one: rollcall_openapi::Candidate| OperationCandidate {
        id: one.id,
        summary: one.summary,
        reasons: one.reasons,
        certainty: one.certainty,
    };
    let field = |place: rollcall_openapi::Place| ProposedField {
        field: place.field.to_owned(),
        title: place.title.to_owned(),
        at: place.at,
        said: place.said,
    };
    ProposedOperation {
        call: api_call(found.call),
        required: found.call.is_required(),
        chosen: found.chosen,
        candidates: found.candidates.into_iter().map(candidate).collect(),
        fields: found.places.into_iter().map(field).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(bytes: &[u8]) -> String {
        let refused = understood(bytes).expect_err("nothing that is taken here");
        assert_eq!(refused.code, ErrorCode::FileRefused);
        refused.message
    }

    #[test]
    fn a_file_of_another_kind_is_called_by_its_name_and_told_what_to_drop_instead() {
        let files: [(&[u8], &str); 8] = [
            (b" \n", "empty"),
            (b"%PDF-1.7", "PDF"),
            (b"\n<!DOCTYPE html><html>", "web page"),
            (b"<?xml version='1.0'?><definitions/>", "XML"),
            (b"{\"info\":{\"_postman_id\":\"1\"}}", "Postman"),
            (b"[{\"a\":1}]", "JSON"),
            (b"Dear colleague, here is the key", "a text"),
            (b"\x89PNG\r\n", "picture"),
        ];
        for (bytes, word) in files {
            let sentence = refusal(bytes);
            assert!(sentence.contains(word) && sentence.contains("OpenAPI document"), "{word}: {sentence}");
        }
    }

    #[test]
    fn a_table_is_one_by_its_columns_whatever_it_is_of() {
        for bytes in [
            &b"PK\x03\x04\x14"[..],
            b"\xd0\xcf\x11\xe0",
            b"Id,Name\no-1,Contoso\n",
            b"\xef\xbb\xbfid;name;erp\r\n1;A;C-1\r\n\r\n2;B;\r\n",
            b"id\tname\n1\tA",
        ] {
            assert_eq!(understood(bytes), Ok(ConnectionDocument::Table), "{bytes:?}");
        }
        let sentence = refusal(b"Dear colleague, here is the key.\nSee you");
        assert!(sentence.contains("a text"), "{sentence}");
    }

    #[test]
    fn a_private_key_is_not_taken() {
        let sentence = refusal(b"-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n");
        assert!(sentence.contains("private key"), "{sentence}");
    }

    #[test]
    fn a_description_is_taken_whole_or_as_what_differs() {
        let whole = Description::built_in("scim2").expect("built in").text();
        let ConnectionDocument::Description(choice) = understood(whole.as_bytes()).expect("good") else {
            panic!("a description")
        };
        assert_eq!(choice.own.as_deref(), Some(whole.as_str()));
        let differing = b"# ours\n[calls.users]\npath = \"/people\"\n";
        let ConnectionDocument::Description(choice) = understood(differing).expect("good") else {
            panic!("a description")
        };
        assert_eq!((choice.own, choice.overrides.as_bytes()), (None, &differing[..]));
    }

    #[test]
    fn a_mistake_in_a_description_is_told_with_its_line() {
        let sentence = refusal(b"\n[calls.users]\npaht = \"/people\"\n");
        assert!(sentence.contains("Line 3"), "{sentence}");
    }

    #[test]
    fn the_sample_platforms_own_document_changes_nothing_that_matters() {
        let bytes = rollcall_sandbox::Sandbox::openapi().to_string().into_bytes();
        let ConnectionDocument::Openapi(proposal) = understood(&bytes).expect("a document") else {
            panic!("an OpenAPI document")
        };
        let chosen: Vec<_> = proposal.operations.iter().map(|one| one.chosen.as_deref()).collect();
        assert_eq!(
            chosen,
            [
                Some("GET /api/v2/users"),
                Some("GET /api/v2/roles"),
                Some("GET /api/v2/identity-providers"),
                Some("GET /api/v2/organizations/details/{id}"),
                Some("POST /api/v2/users/invite"),
            ]
        );
        assert_eq!((proposal.overrides.as_str(), proposal.doubts), ("", vec![]), "it is what is built in");
    }

    #[test]
    fn a_document_is_compared_with_the_kind_that_it_shows_or_that_a_person_names() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/openapi");
        let kind = |name: &str, word: Option<&str>| {
            let bytes = bytes_of(&path.join(name)).expect("a file");
            propose_from(&bytes, Vec::new(), word).expect("a proposal").kind
        };
        for name in ["github-scim.json", "docker-hub.json"] {
            let found = kind(name, None);
            assert_eq!(
                (found.name.as_str(), found.title.as_str(), found.by_person),
                ("scim2", "SCIM 2.0", false)
            );
            assert!(!found.signs.is_empty(), "{name}");
            let other = kind(name, Some("appxite"));
            assert_eq!((other.name.as_str(), other.signs, other.by_person), ("appxite", vec![], true));
        }
        let stranger = kind("velopayments.json", None);
        assert_eq!((stranger.name, stranger.signs), (DescriptionChoice::default().base, vec![]));
        let bytes = bytes_of(&path.join("apim-users.json")).expect("a file");
        let refused = propose_from(&bytes, Vec::new(), Some("sap")).expect_err("nobody knows it");
        assert_eq!(refused.code, ErrorCode::ProfileInvalid);
    }

    #[test]
    fn overrides_that_were_proposed_can_always_be_used() {
        for name in [
            "apim-users.json",
            "apim-directory.yaml",
            "keycloak-admin.json",
            "github-scim.json",
            "gitea.json",
            "github-members.json",
            "launchdarkly.json",
            "netbox.json",
            "velopayments.json",
            "cyclic.json",
            "docker-hub.json",
            "google-directory.json",
            "apideck-crm.json",
            "search.yaml",
        ] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/openapi").join(name);
            let bytes = bytes_of(&path).expect("a file");
            for kind in [None].into_iter().chain(Description::built_in_names().map(Some)) {
                let proposal = propose_from(&bytes, Vec::new(), kind).expect("a proposal");
                let wrong: Vec<&String> =
                    proposal.doubts.iter().filter(|it| it.contains("can't be used")).collect();
                assert!(
                    wrong.is_empty() && !proposal.overrides.is_empty(),
                    "{name} as {kind:?}: {wrong:?}\n{}",
                    proposal.overrides
                );
            }
        }
    }
}
