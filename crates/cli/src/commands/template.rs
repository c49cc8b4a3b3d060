//! Writes a workbook to fill in, made from the live platform.

use crate::args::TemplateArgs;
use crate::failure::{Code, Done};
use crate::opening::open;
use crate::output::{self, progress};

/// Fetches the lists if they are not fresh, and writes the template.
pub async fn run(args: TemplateArgs) -> Done {
    let opened = open().await?;
    let app = &opened.app;
    let profile = app.profile_named(&args.profile.profile)?;
    progress::while_fetching(app, app.ready_lists(&profile)).await?;
    let template = app.template(profile).await?;
    let name = app.write_report(&args.output, template).await?;
    output::print(&format!("Wrote {name}. Fill it in, then check it: nothing is sent before that.\n"))?;
    Ok(Code::Good)
}
