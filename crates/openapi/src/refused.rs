//! Why a document can't be used.

/// A document that says nothing that Rollcall can use, in a sentence that says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// More than [`crate::LARGEST`] bytes.
    #[error(
        "This document is larger than 32 MB, which Rollcall does not read. Export only the API with users, roles and \
         invitations, and drop that."
    )]
    TooLarge,
    /// Neither JSON nor YAML.
    #[error(
        "This document can't be read{}: {why}. It may be cut off or changed by hand. Export it from the developer \
         portal once more and drop that.",
        line.map(|line| format!(" beyond line {line}")).unwrap_or_default()
    )]
    Unreadable {
        /// The line, from 1, where it is known.
        line: Option<u64>,
        /// What was met there.
        why: String,
    },
    /// It repeats or nests itself so often that it could fill the memory.
    #[error(
        "This document repeats or nests itself far more than one that describes an API would. Nothing was taken from it. \
         Export it as JSON and drop that."
    )]
    Endless,
    /// No `openapi` in it.
    #[error(
        "This document does not say that it is OpenAPI. Look in the developer portal for an export called OpenAPI 3, as \
         JSON or YAML, and drop that."
    )]
    NotOpenapi,
    /// Swagger, the form before OpenAPI.
    #[error(
        "This document is Swagger {0}, the form that came before OpenAPI and that Rollcall does not read. Export it as \
         OpenAPI 3 (most developer portals offer both), or convert it with an editor for OpenAPI, and drop that."
    )]
    TooOld(String),
    /// Neither 3.0 nor 3.1.
    #[error(
        "This document is OpenAPI {0}, and Rollcall reads 3.0 and 3.1. Export it as one of those and drop that."
    )]
    Version(String),
}
