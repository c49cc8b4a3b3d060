//! A text to give to whoever helps.

use crate::args::SupportArgs;
use crate::failure::{Code, Done};
use crate::opening;
use crate::output;
use rollcall_app::{Home, Program, support_file_unopened, write_report};

/// Writes it, also where Rollcall can't be opened.
pub async fn run(args: SupportArgs) -> Done {
    let program = Program { name: "rollcallctl", engine: None };
    let file = match opening::open().await {
        Ok(opened) => opened.app.support_file(program).await?,
        Err(failure) => {
            eprintln!("{}", output::plain(failure.sentence()));
            let home = Home::from_environment()?;
            support_file_unopened(&home, &program, failure.sentence())
        }
    };
    let name = write_report(&args.output, file).await?;
    output::print(&format!(
        "Wrote {}, and sent nothing. Read it through before you give it away.\n",
        output::plain(&name)
    ))?;
    Ok(Code::Good)
}
