//! The address in a cell, understood as people write it.

use crate::invisible::{self, In};
use crate::mapping::Field;
use crate::table::Cell;
use crate::trouble::{Problem, ProblemCode};
use rollcall_core::{EmailAddress, Sentence, sentence};

/// Understands the cell of an address: trimmed, out of `Name <address>` or `mailto:`.
///
/// # Errors
/// One problem; a suggestion only where it is an address itself.
pub(crate) fn understand(cell: Cell<'_>) -> Result<EmailAddress, Problem> {
    let shown = cell.shown();
    let problem = |code, message: Sentence| Problem::new(code, Field::Email, shown.trim(), message);
    match cell {
        Cell::Error(error) => Err(problem(
            ProblemCode::CellError,
            sentence!(
                "A formula ended in {error} where the address belongs. Correct it in the spreadsheet.",
                error = error
            ),
        )),
        Cell::Number { .. } | Cell::Date(_) | Cell::Bool(_) => Err(problem(
            ProblemCode::NumberInTextColumn,
            sentence!("\"{text}\" is not text, so it can't be an address.", text = shown.trim()),
        )),
        Cell::Empty => Err(problem(ProblemCode::MissingEmail, sentence!("This row has no address."))),
        Cell::Text(text) => of_text(text.trim()),
    }
}

fn of_text(text: &str) -> Result<EmailAddress, Problem> {
    let problem = |code, message: Sentence| Problem::new(code, Field::Email, text, message);
    if text.is_empty() {
        return Err(problem(ProblemCode::MissingEmail, sentence!("This row has no address.")));
    }
    // Nearly every address is one as it stands; looking for slips takes longer than knowing that.
    if text.is_ascii()
        && let Ok(email) = EmailAddress::parse(text)
    {
        return Ok(email);
    }
    if let Some(c) = invisible::first(text, In::Value) {
        let cleaned = invisible::without(text, In::Value);
        let suggestion =
            EmailAddress::parse(unwrapped(&cleaned)).ok().map(|email| email.as_typed().to_owned());
        let message = sentence!(
            "This address holds a character that can't be seen ({character}). It would go nowhere.",
            character = invisible::describe(c)
        );
        return Err(problem(ProblemCode::InvisibleCharacter, message).suggest(suggestion));
    }
    let addresses: Vec<&str> = text.split(separates).filter(|word| word.contains('@')).collect();
    if addresses.len() > 1 {
        let message = sentence!(
            "There are {count} addresses in this cell. A row invites one person: give each a row of its own.",
            count = addresses.len()
        );
        let whole = |word: &&str| EmailAddress::parse(word).is_ok();
        let choices = addresses.into_iter().filter(whole).map(str::to_owned).collect();
        return Err(problem(ProblemCode::SeveralEmails, message).offer(choices));
    }
    let inner = unwrapped(text);
    EmailAddress::parse(inner).map_err(|_| {
        problem(ProblemCode::InvalidEmail, sentence!("\"{text}\" is not an e-mail address.", text = inner))
            .suggest(repaired(inner))
    })
}

fn separates(c: char) -> bool {
    c.is_whitespace() || matches!(c, ';' | ',' | '|' | '<' | '>' | '/')
}

/// The address in `Ann <a@b.example>` and `mailto:a@b.example?subject=Hi`.
fn unwrapped(text: &str) -> &str {
    let inside = text.rsplit_once('<').and_then(|(_, rest)| rest.strip_suffix('>')).unwrap_or(text).trim();
    match inside.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => {
            inside[7..].split('?').next().unwrap_or_default().trim()
        }
        _ => inside,
    }
}

/// What was probably meant: common slips only, and only if the result is an address.
fn repaired(text: &str) -> Option<String> {
    let trimmed = text.trim_matches(|c: char| {
        matches!(c, '.' | ',' | ';' | ':' | '\'' | '"' | '(' | ')' | '[' | ']' | '<' | '>')
    });
    let mut at = trimmed.to_lowercase();
    if !trimmed.contains('@') {
        for spelled in [" (at) ", "(at)", " [at] ", "[at]", " at "] {
            at = at.replacen(spelled, "@", 1);
        }
    } else {
        at = trimmed.to_owned();
    }
    let dots = at.replace(" [dot] ", ".").replace("[dot]", ".").replace("(dot)", ".");
    let tidy = dots.replace(',', ".").replace("@@", "@").replace("..", ".");
    let joined: String = tidy.chars().filter(|c| !c.is_whitespace()).collect();
    [trimmed.to_owned(), dots, tidy, joined]
        .into_iter()
        .find_map(|candidate| EmailAddress::parse(&candidate).ok())
        .map(|email| email.as_typed().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Result<String, (ProblemCode, Option<String>)> {
        understand(Cell::Text(text))
            .map(|email| email.as_typed().to_owned())
            .map_err(|problem| (problem.code, problem.suggestion))
    }

    #[test]
    fn an_address_is_understood_as_people_write_it() {
        for written in [
            " Ann.Bee@contoso.example ",
            "Ann Bee <Ann.Bee@contoso.example>",
            "\"Bee, Ann\" <Ann.Bee@contoso.example>",
            "mailto:Ann.Bee@contoso.example?subject=Hello",
            "MAILTO:Ann.Bee@contoso.example",
            "<Ann.Bee@contoso.example>",
            "\u{a0}Ann.Bee@contoso.example",
        ] {
            assert_eq!(text(written).as_deref(), Ok("Ann.Bee@contoso.example"), "{written}");
        }
    }

    #[test]
    fn several_addresses_in_a_cell_are_a_problem() {
        for written in [
            "a@b.example; c@d.example",
            "a@b.example c@d.example",
            "A <a@b.example>, C <c@d.example>",
            "a@b.example\nc@d.example",
        ] {
            assert_eq!(text(written), Err((ProblemCode::SeveralEmails, None)), "{written}");
        }
    }

    #[test]
    fn common_slips_get_a_suggestion_and_nothing_is_repaired_silently() {
        let slip = |suggestion: &str| Err((ProblemCode::InvalidEmail, Some(suggestion.to_owned())));
        assert_eq!(text("ann@contoso.example."), slip("ann@contoso.example"));
        assert_eq!(text("ann@contoso,example"), slip("ann@contoso.example"));
        assert_eq!(text("ann @ contoso.example"), slip("ann@contoso.example"));
        assert_eq!(text("ann (at) contoso.example"), slip("ann@contoso.example"));
        assert_eq!(text("not-an-address"), Err((ProblemCode::InvalidEmail, None)));
    }

    #[test]
    fn what_is_no_text_is_no_address() {
        let code = |cell: Cell<'_>| understand(cell).expect_err("a problem").code;
        assert_eq!(code(Cell::Error("#N/A")), ProblemCode::CellError);
        assert_eq!(code(Cell::Number { shown: "3", value: 3.0 }), ProblemCode::NumberInTextColumn);
        assert_eq!(code(Cell::Text("  ")), ProblemCode::MissingEmail);
        assert_eq!(code(Cell::Empty), ProblemCode::MissingEmail);
    }

    #[test]
    fn an_invisible_character_is_found_and_its_removal_offered() {
        assert_eq!(
            text("x.three@proseware.example\u{200b}"),
            Err((ProblemCode::InvisibleCharacter, Some("x.three@proseware.example".into())))
        );
    }
}
