//! Begins anew what of a connection can't be read any more.

use super::invite::answer;
use crate::args::BeginAnewArgs;
use crate::failure::{Code, Done, Failure};
use crate::opening::open;
use crate::output;
use rollcall_app::contract::ErrorCode;
use std::io::IsTerminal;

/// Says what can't be read, asks, and lays it aside. Nothing is deleted, and where all can be read nothing is done.
pub async fn run(args: BeginAnewArgs) -> Done {
    let opened = open().await?;
    let profile = opened.app.profile_named(&args.name)?;
    let lost = match opened.app.roster_summary(profile.clone()).await {
        Ok(_) => {
            output::print(
                "All of it can be read. There is nothing to begin anew, and nothing was changed.\n",
            )?;
            return Ok(Code::Good);
        }
        Err(lost) if lost.code == ErrorCode::StorageLost => lost,
        Err(other) => return Err(other.into()),
    };
    if !args.yes {
        ask(&lost.message).await?;
    }
    opened.app.begin_anew(profile).await?;
    output::print(&format!(
        "Begun anew. The old files are kept beside the new ones. `rollcallctl sync -p {}` fetches the list of people.\n",
        output::plain(&args.name)
    ))?;
    Ok(Code::Good)
}

async fn ask(lost: &str) -> Result<(), Failure> {
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        return Err(Failure::usage(format!("{lost} Nobody can be asked here; add --yes if that is meant.")));
    }
    let said = answer(format!("{}\nBegin anew? [y/N] ", output::plain(lost))).await;
    match said.trim().to_lowercase().as_str() {
        "y" | "yes" => Ok(()),
        _ => Err(Failure::stopped("Not begun anew. Nothing was changed.")),
    }
}
