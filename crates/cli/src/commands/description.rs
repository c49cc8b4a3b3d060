//! Platform descriptions: listed, shown, checked, tried.

use crate::args::{DescriptionCheckArgs, DescriptionCommand, DescriptionShowArgs, DescriptionTryArgs};
use crate::failure::{Code, Done, Failure};
use crate::opening::open;
use crate::output::{self, table};
use rollcall_app::contract::*;
use rollcall_app::{built_in_descriptions, look_at_description, with_description_file};
use serde_json::json;
use std::path::Path;

/// More than any description has.
const LONGEST: u64 = 1 << 20;

/// Runs a command about descriptions.
pub async fn run(command: DescriptionCommand) -> Done {
    match command {
        DescriptionCommand::List(args) => list(args.json),
        DescriptionCommand::Show(args) => show(args).await,
        DescriptionCommand::Check(args) => check(&args),
        DescriptionCommand::Try(args) => try_out(args).await,
    }
}

/// What `--description` says: nothing, a name, files, or a name and a file with changes to it.
pub fn chosen(words: &[String]) -> Result<DescriptionChoice, Failure> {
    let known = built_in_descriptions();
    words.iter().try_fold(DescriptionChoice::default(), |choice, word| {
        match known.iter().any(|summary| summary.name == *word) {
            true => Ok(DescriptionChoice { base: word.clone(), ..DescriptionChoice::default() }),
            false if Path::new(word).exists() => Ok(with_description_file(choice, &read(Path::new(word))?)),
            false => {
                let names: Vec<&str> = known.iter().map(|summary| summary.name.as_str()).collect();
                Err(Failure::usage(format!(
                    "{} is neither a built-in description ({}) nor a file.",
                    output::plain(word),
                    names.join(", ")
                )))
            }
        }
    })
}

fn read(path: &Path) -> Result<String, Failure> {
    let name = output::plain(&path.display().to_string());
    let unreadable = || Failure::not_done("unreadable", format!("The file {name} can't be read as text."));
    let length = std::fs::metadata(path).map_err(|_| unreadable())?.len();
    if length > LONGEST {
        return Err(Failure::not_done(
            "too-large",
            format!("The file {name} is larger than any description."),
        ));
    }
    std::fs::read_to_string(path).map_err(|_| unreadable())
}

fn list(as_json: bool) -> Done {
    let descriptions = built_in_descriptions();
    if as_json {
        output::print_json(&json!({ "schema": DOCUMENT_SCHEMA, "descriptions": descriptions }))?;
    } else {
        let rows = descriptions.iter().map(|one| [&one.name, &one.title, &one.version, &one.about]);
        output::print(&table::text(&["Name", "Title", "Version", "For"], rows))?;
    }
    Ok(Code::Good)
}

async fn show(args: DescriptionShowArgs) -> Done {
    let choice = match (&args.profile, args.name) {
        (Some(profile), _) => open().await?.app.description_of(profile)?,
        (None, name) => DescriptionChoice { base: name.unwrap_or_default(), ..DescriptionChoice::default() },
    };
    let view = match look_at_description(&choice)? {
        DescriptionAnswer::Good(view) => view,
        DescriptionAnswer::Bad(problems) => {
            return Err(Failure::not_done("profile-invalid", lines(&problems).join(" ")));
        }
    };
    if args.json.json {
        output::print_json(&json!({ "schema": DOCUMENT_SCHEMA, "description": view }))?;
    } else if args.overrides {
        output::print(&changes(&view.differences))?;
    } else {
        output::print(&view.text)?;
    }
    Ok(Code::Good)
}

/// Each field that differs, before and after.
fn changes(differences: &[FieldDifference]) -> String {
    if differences.is_empty() {
        return "Nothing differs from the built-in description.\n".to_owned();
    }
    let said = |value: &Option<String>| value.as_deref().map_or_else(|| "nothing".to_owned(), output::plain);
    let rows = differences.iter().map(|one| [one.field.clone(), said(&one.built_in), said(&one.here)]);
    table::text(&["Field", "Built in", "Here"], rows)
}

fn check(args: &DescriptionCheckArgs) -> Done {
    let base = DescriptionChoice { base: args.base.clone(), ..DescriptionChoice::default() };
    let answer = look_at_description(&with_description_file(base, &read(&args.file)?))?;
    let (summary, problems) = match answer {
        DescriptionAnswer::Good(view) => (Some(view.summary), Vec::new()),
        DescriptionAnswer::Bad(problems) => (None, problems),
    };
    let ok = summary.is_some();
    if args.json.json {
        let document =
            json!({ "schema": DOCUMENT_SCHEMA, "ok": ok, "description": summary, "problems": problems });
        output::print_json(&document)?;
    } else if let Some(summary) = summary {
        let title = output::plain(&summary.title);
        output::print(&format!("The description of {title} is good.\n"))?;
    } else {
        output::print(&format!("{}\n", lines(&problems).join("\n")))?;
    }
    Ok(if ok { Code::Good } else { Code::NotDone })
}

fn lines(problems: &[DescriptionProblem]) -> Vec<String> {
    let line = |problem: &DescriptionProblem| {
        let sentence = output::plain(&problem.sentence);
        problem.line.map_or_else(|| sentence.clone(), |line| format!("line {line}: {sentence}"))
    };
    problems.iter().map(line).collect()
}

async fn try_out(args: DescriptionTryArgs) -> Done {
    let text = read(&args.file)?;
    let opened = open().await?;
    let app = &opened.app;
    let choice = with_description_file(app.description_of(&args.profile)?, &text);
    let lists = app.try_description(app.profile_named(&args.profile)?, choice).await?;
    let ok = lists.iter().all(|list| list.ok);
    if args.json.json {
        output::print_json(&json!({ "schema": DOCUMENT_SCHEMA, "ok": ok, "lists": lists }))?;
    } else {
        output::print(&lists.iter().map(tried).collect::<String>())?;
    }
    Ok(if ok { Code::Good } else { Code::NotDone })
}

fn tried(list: &TriedList) -> String {
    let name = match list.call {
        ApiCall::Users => "Users",
        ApiCall::Roles => "Roles",
        ApiCall::IdentityProviders => "Identity providers",
        ApiCall::Organizations => "Organizations",
        ApiCall::Invite => "Invitation",
    };
    let fields: Vec<String> = list.fields.iter().map(|one| format!("{} {}", one.field, one.found)).collect();
    let found = if fields.is_empty() { String::new() } else { format!(" Found: {}.", fields.join(", ")) };
    format!("{name:<19} {}{found}\n", output::plain(&list.sentence))
}
