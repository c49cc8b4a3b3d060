//! Reads and checks a spreadsheet; sends nothing.

use crate::args::{CheckArgs, FileArgs};
use crate::failure::{Code, Done, Failure};
use crate::opening::open;
use crate::output::{self, progress};
use rollcall_app::App;
use rollcall_app::contract::*;
use std::io::Read;
use std::path::Path;

/// Checks, and says what would happen to each row.
pub async fn run(args: CheckArgs) -> Done {
    let opened = open().await?;
    let app = &opened.app;
    // Hidden rows are shown as what they are; `invite` sends them only when told so.
    let decisions = Decisions { include_hidden: true, ..Decisions::default() };
    let laid = lay_out(app, &args.file, decisions).await?;
    let document = app.check_document(laid.draft.clone(), args.payloads).await?;
    if args.file.json.json {
        output::print_json(&document)?;
    } else {
        let check = app.check_draft(laid.draft).await?;
        let mut text = output::check::text(&document, &check);
        for payload in document.payloads.iter().flatten() {
            text.push_str(&format!("\n{payload:#}\n"));
        }
        output::print(&text)?;
    }
    Ok(code(&document.counts))
}

fn code(counts: &ClassCounts) -> Code {
    if counts.problem + counts.conflict + counts.blocked_user > 0 { Code::NeedsPerson } else { Code::Good }
}

/// A file that was read and understood as the arguments say.
pub struct LaidOut {
    pub profile: String,
    pub draft: String,
    pub defaults: Defaults,
    pub decisions: Decisions,
}

/// Reads the file, and takes the arguments' word on what it means.
pub async fn lay_out(app: &App, args: &FileArgs, decisions: Decisions) -> Result<LaidOut, Failure> {
    let maps = pairs(&args.map, "--map")?;
    let named = pairs(&args.default, "--default")?;
    let profile = app.profile_named(&args.profile.profile)?;
    let view = read(app, &profile, &args.file).await?;
    let draft = view.id;
    if args.sheet.is_some() {
        let choice = ReadChoice { sheet: args.sheet.clone(), ..ReadChoice::default() };
        app.reread_draft(draft.clone(), choice).await?;
    }
    for (field, name) in maps {
        let column = if name.trim().is_empty() { None } else { Some(app.column_named(&draft, &name).await?) };
        app.choose_columns(draft.clone(), vec![FieldChoice { field, column }]).await?;
    }
    let defaults = app.defaults_named(&profile, &named).await?;
    app.choose_values(draft.clone(), defaults.clone(), decisions).await?;
    Ok(LaidOut { profile, draft, defaults, decisions })
}

/// The lists go first, because columns are also known by what stands in them; but nobody waits for lists
/// to hear that there is no such file.
async fn read(app: &App, profile: &str, path: &Path) -> Result<DraftView, Failure> {
    let fetch = || progress::while_fetching(app, app.ready_lists(profile));
    if path == Path::new("-") {
        let bytes = standard_input().await?;
        fetch().await?;
        return Ok(app.open_bytes(profile.to_owned(), "standard input".to_owned(), bytes).await?);
    }
    if std::fs::metadata(path).is_ok_and(|facts| !facts.is_dir()) {
        fetch().await?;
    }
    let offer = app.offer_file(path);
    Ok(app.open_file(profile.to_owned(), offer.token).await?)
}

/// Larger than any file that the reader takes.
const LONGEST: u64 = 512 << 20;

async fn standard_input() -> Result<Vec<u8>, Failure> {
    let read = tokio::task::spawn_blocking(|| {
        let mut bytes = Vec::new();
        std::io::stdin().lock().take(LONGEST).read_to_end(&mut bytes).map(|_| bytes)
    });
    match read.await {
        Ok(Ok(bytes)) => Ok(bytes),
        _ => Err(Failure::not_done("unreadable", "Standard input could not be read. Nothing was sent.")),
    }
}

fn pairs(texts: &[String], option: &str) -> Result<Vec<(Field, String)>, Failure> {
    let pair = |text: &String| {
        let (word, value) = text.split_once('=').ok_or_else(|| {
            Failure::usage(format!("{option} is written as FIELD=VALUE, such as {option} role=Role."))
        })?;
        let field = Field::from_word(word).ok_or_else(|| {
            let fields: Vec<&str> = Field::ALL.iter().map(|field| field.as_str()).collect();
            Failure::usage(format!(
                "{option} does not know the field \"{word}\". Fields are {}.",
                fields.join(", ")
            ))
        })?;
        Ok((field, value.to_owned()))
    };
    texts.iter().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_a_field_and_a_value() {
        let read = |text: &str| pairs(&[text.to_owned()], "--map").map_err(|failure| failure.code);
        assert_eq!(read("email=Mail=x"), Ok(vec![(Field::Email, "Mail=x".to_owned())]));
        assert_eq!(read("idp="), Ok(vec![(Field::IdentityProvider, String::new())]));
        assert_eq!(read("shoe=1"), Err(Code::Usage));
        assert_eq!(read("email"), Err(Code::Usage));
    }
}
