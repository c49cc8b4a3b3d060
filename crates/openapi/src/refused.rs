//! Why a document can't be used.

use rollcall_core::{Sentence, sentence};

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
    #[error("{said}", said = unreadable(*line, why))]
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
        "This document is Swagger {version}, the form that came before OpenAPI and that Rollcall does not read. Export \
         it as OpenAPI 3 (most developer portals offer both), or convert it with an editor for OpenAPI, and drop that.",
        version = .0
    )]
    TooOld(String),
    /// Neither 3.0 nor 3.1.
    #[error(
        "This document is OpenAPI {version}, and Rollcall reads 3.0 and 3.1. Export it as one of those and drop that.",
        version = .0
    )]
    Version(String),
}

fn unreadable(line: Option<u64>, why: &str) -> Sentence {
    match line {
        Some(line) => sentence!(
            "This document can't be read beyond line {line}: {why}. It may be cut off or changed by hand. Export it \
             from the developer portal once more and drop that.",
            line = line,
            why = why,
        ),
        None => sentence!(
            "This document can't be read: {why}. It may be cut off or changed by hand. Export it from the developer \
             portal once more and drop that.",
            why = why,
        ),
    }
}
