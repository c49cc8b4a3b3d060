//! What became of the people whom a run invited, for reading.

use super::{many, number, plain, table};
use rollcall_app::contract::{RunSinceDocument, SinceCounts};

/// One sentence for all, and a table by organization.
pub fn text(document: &RunSinceDocument) -> String {
    let since = &document.since;
    let mut text = format!(
        "{} through {}\nRun {}\n\n",
        plain(&document.file.name),
        plain(&document.profile),
        document.run_id
    );
    let invited = many(since.invited, "person", "people");
    let Some(as_of) = &since.as_of else {
        text.push_str(&format!(
            "{invited} invited. What became of them is not known: no complete list of this platform was fetched yet. `rollcallctl sync` fetches it.\n"
        ));
        return text;
    };
    text.push_str(&format!("Of {invited} invited: {}.\nBy the list of {as_of}.\n", sentence(&since.people)));
    if since.organizations.is_empty() {
        return text;
    }
    text.push('\n');
    let row = |one: &rollcall_app::contract::SinceOrganization| {
        let people = &one.people;
        let gone = people.not_listed + people.other;
        let counts = [one.invited, people.accepted, people.waits, people.lapsed, gone, people.blocked];
        std::iter::once(plain(&one.label)).chain(counts.map(number)).collect::<Vec<_>>()
    };
    let headers = ["Organization", "Invited", "Accepted", "Wait", "Lapsed", "Not listed", "Blocked"];
    text.push_str(&table::text(&headers, since.organizations.iter().map(row)));
    text
}

/// `201 accepted, 40 wait (12 lapse within 2 days), 20 lapsed, 7 no longer listed`.
fn sentence(people: &SinceCounts) -> String {
    let mut parts = vec![format!("{} accepted", number(people.accepted)), waits(people)];
    let others = [
        (people.lapsed, "lapsed"),
        (people.not_listed, "no longer listed"),
        (people.blocked, "blocked"),
        (people.other, "in another state"),
    ];
    parts.extend(others.into_iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{} {word}", number(n))));
    parts.join(", ")
}

fn waits(people: &SinceCounts) -> String {
    let soon = match people.lapse_soon {
        0 => String::new(),
        1 => " (1 lapses within 2 days)".to_owned(),
        n => format!(" ({} lapse within 2 days)", number(n)),
    };
    format!("{}{soon}", many(people.waits, "waits", "wait"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_people_is_said_in_one_sentence() {
        let people = SinceCounts {
            accepted: 201,
            waits: 40,
            lapse_soon: 12,
            lapsed: 20,
            not_listed: 7,
            ..SinceCounts::default()
        };
        assert_eq!(
            sentence(&people),
            "201 accepted, 40 wait (12 lapse within 2 days), 20 lapsed, 7 no longer listed"
        );
        assert_eq!(
            sentence(&SinceCounts { waits: 1, lapse_soon: 1, ..SinceCounts::default() }),
            "0 accepted, 1 waits (1 lapses within 2 days)"
        );
    }
}
