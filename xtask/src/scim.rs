//! The SCIM service that is not ours: installed once, in an environment of its own.

use std::path::Path;

use crate::{Outcome, python};

/// The service and what it is made of, each in the version that the tests are written for.
const PINNED: &str = include_str!("../tools/scim2-server.txt");

/// Installs the service below `tools`, unless exactly this one is there.
///
/// # Errors
/// A sentence that says what could not be started.
pub(crate) fn install(tools: &Path) -> Outcome {
    python::install(
        &tools.join("scim2-server"),
        PINNED,
        "tests speak to a SCIM service that is written in it",
    )
}
