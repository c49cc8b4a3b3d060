//! What the lists fetched last show that somebody should look at.

use super::lists::offline;
use crate::args::FindingsArgs;
use crate::failure::{Code, Done, Failure};
use crate::opening::{Opened, open};
use crate::output;
use rollcall_app::contract::{DOCUMENT_SCHEMA, FindingsDocument};

/// Tells them; the exit code says whether anything waits for a person that nobody muted.
pub async fn run(args: FindingsArgs) -> Done {
    let (opened, profiles) = chosen(&args).await?;
    let mut platforms = Vec::new();
    for profile in &profiles {
        platforms.extend(opened.app.findings_document(profile, &args.rules()).await?);
    }
    let document = FindingsDocument { schema: DOCUMENT_SCHEMA, platforms };
    match args.json.json {
        true => output::print_json(&document)?,
        false => output::print(&output::findings::text(&document))?,
    }
    Ok(code(&document))
}

async fn chosen(args: &FindingsArgs) -> Result<(Opened, Vec<String>), Failure> {
    if let Some(name) = &args.profile {
        let (opened, profile) = offline(name).await?;
        return Ok((opened, vec![profile]));
    }
    let opened = open().await?;
    let profiles = opened.app.profiles_with_lists();
    if profiles.is_empty() {
        return Err(Failure::not_done(
            "list-not-fresh",
            "Nothing was fetched through any connection yet. `rollcallctl sync -p NAME` fetches it.",
        ));
    }
    Ok((opened, profiles))
}

/// A finding is worth a person's time however small it is; one that somebody muted was given it already, unless it is
/// about somebody new.
fn code(document: &FindingsDocument) -> Code {
    let open = document.platforms.iter().flat_map(|one| &one.findings).any(|finding| finding.open);
    if open { Code::NeedsPerson } else { Code::Good }
}
