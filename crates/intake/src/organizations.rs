//! The organizations in a cell: one or several, whatever separates them, and commas that belong to a name.

use crate::index::{Found, Index};
use crate::invisible::{self, In};
use crate::mapping::Field;
use crate::trouble::{Problem, ProblemCode};
use crate::values;
use rollcall_core::sentence;

/// Separators that no name has. A comma is one only where it doesn't break a known name.
const SEPARATORS: [char; 4] = [';', '\n', '\r', '|'];

/// What a cell says.
#[derive(Clone, Debug, Default)]
pub(crate) struct OrganizationsFound {
    /// Places in the reference, each once, in the order of the cell.
    pub places: Vec<usize>,
    pub problems: Vec<Problem>,
    /// Texts that were taken as they were for an earlier file, with what they mean.
    pub remembered: Vec<(String, usize)>,
}

/// Understands a cell that is not blank.
pub(crate) fn of_text(index: &Index<'_>, text: &str) -> OrganizationsFound {
    let mut all = OrganizationsFound::default();
    match index.organization(text) {
        Found::Nothing => {
            for piece in text.split(SEPARATORS).map(str::trim).filter(|piece| !piece.is_empty()) {
                all.take(index, piece, index.organization(piece));
            }
        }
        found => all.take(index, text, found),
    }
    all.blame_unseen(text);
    all
}

impl OrganizationsFound {
    fn take(&mut self, index: &Index<'_>, text: &str, found: Found) {
        match found {
            Found::One(place) => self.add(place),
            _ if self.take_answer(index, text) => {}
            Found::Several(places) => self.problems.push(ambiguous(index, text, &places)),
            Found::Nothing => self.take_commas(index, text),
        }
    }

    /// Takes what a person said that the text means; whether anything was said.
    fn take_answer(&mut self, index: &Index<'_>, text: &str) -> bool {
        let Some(known) = index.answered(Field::Organizations, text) else { return false };
        if known.remembered {
            self.remembered.push((text.to_owned(), known.place));
        }
        self.add(known.place);
        true
    }

    fn add(&mut self, place: usize) {
        if !self.places.contains(&place) {
            self.places.push(place);
        }
    }

    /// Joins the pieces between commas to the longest known names; the text stays whole where none of it is known,
    /// so that a slip in `Ltware, Inc.` is one problem and not two.
    fn take_commas(&mut self, index: &Index<'_>, text: &str) {
        let pieces: Vec<&str> = text.split(',').collect();
        let longest = |from: usize| {
            // More commas than any name has are in no name.
            let most = pieces.len().min(from + 1 + index.most_commas());
            (from + 1..=most).rev().map(|to| (to, pieces[from..to].join(","))).find_map(|(to, name)| {
                match index.organization(&name) {
                    Found::Nothing => None,
                    found => Some((to, name.trim().to_owned(), found)),
                }
            })
        };
        let mut parts: Vec<(String, Option<Found>)> = Vec::new();
        let mut from = 0;
        while from < pieces.len() {
            let (to, name, found) = match longest(from) {
                Some((to, name, found)) => (to, name, Some(found)),
                None => (from + 1, pieces[from].trim().to_owned(), None),
            };
            parts.push((name, found));
            from = to;
        }
        if parts.iter().all(|(_, found)| found.is_none()) {
            self.problems.push(unknown_organization(index, text));
            return;
        }
        for (name, found) in parts.into_iter().filter(|(name, _)| !name.is_empty()) {
            match found {
                Some(found) => self.take(index, &name, found),
                None if self.take_answer(index, &name) => {}
                None => self.problems.push(unknown_organization(index, &name)),
            }
        }
    }

    /// Blames unknown names with a character that nobody sees on it, once for the whole cell: it is put right as one.
    fn blame_unseen(&mut self, text: &str) {
        let unseen = |problem: &Problem| {
            problem.code == ProblemCode::UnknownOrganization
                && invisible::first(&problem.found, In::Value).is_some()
        };
        if self.problems.iter().any(unseen) {
            self.problems.retain(|problem| !unseen(problem));
            self.problems.extend(values::unseen(Field::Organizations, text));
        }
    }
}

fn ambiguous(index: &Index<'_>, text: &str, places: &[usize]) -> Problem {
    let labels: Vec<String> = places.iter().map(|place| index.distinct_label(*place)).collect();
    let message = sentence!(
        "{count} organizations are called \"{text}\": {choices}. Say which by its ERP id.",
        count = labels.len(),
        text = text,
        choices = labels.join("; ")
    );
    Problem::new(ProblemCode::AmbiguousOrganization, Field::Organizations, text, message).offer(labels)
}

fn unknown_organization(index: &Index<'_>, text: &str) -> Problem {
    let near = index.nearest_organization(text).map(|place| &index.reference.organizations[place]);
    // Where the nearest name is held by several, its label says which one this is; the person sees it.
    let suggestion = near.map(|organization| match index.organization(&organization.name) {
        Found::One(_) => organization.name.clone(),
        _ => organization.label(),
    });
    let message = match &suggestion {
        Some(near) => sentence!(
            "There is no organization \"{text}\" on this platform. Did you mean {near}?",
            text = text,
            near = near
        ),
        None => sentence!("There is no organization \"{text}\" on this platform.", text = text),
    };
    Problem::new(ProblemCode::UnknownOrganization, Field::Organizations, text, message).suggest(suggestion)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::Reference;
    use rollcall_core::{Organization, OrganizationId};
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    fn reference() -> Reference {
        let organizations = [
            ("Contoso", Some("C-20001")),
            ("Contoso", Some("C-20002")),
            ("Litware, Inc.", Some("C-20008")),
            ("VanArsdel, Ltd.", None),
            ("Helios Resale", Some("S-1002")),
            ("Nordlys IT", Some("S-1001")),
            ("Wing, Tip, and Toys, Ltd.", Some("C-1,2")),
            ("می\u{200c}نا", None),
        ];
        let organizations = organizations.iter().enumerate().map(|(at, (name, erp_id))| Organization {
            id: OrganizationId(format!("org-{at}")),
            name: (*name).to_owned(),
            erp_id: erp_id.map(str::to_owned),
            kind: None,
            parent_id: None,
        });
        Reference { organizations: organizations.collect(), ..Reference::default() }
    }

    type Said = (ProblemCode, String, Option<String>);

    fn read(text: &str) -> (Vec<usize>, Vec<Said>) {
        let reference = reference();
        let found = of_text(&Index::new(&reference), text);
        (found.places, found.problems.into_iter().map(|p| (p.code, p.found, p.suggestion)).collect())
    }

    #[test]
    fn an_organization_is_found_by_anything_that_names_it() {
        for text in [
            "org-2",
            "c-20008",
            "LITWARE,  INC.",
            "Litware, Inc. - C-20008",
            "Litware, Inc.\u{2014}C-20008",
            "Litware, Inc. (C-20008)",
        ] {
            assert_eq!(read(text), (vec![2], vec![]), "{text}");
        }
    }

    #[test]
    fn commas_separate_unless_they_belong_to_a_name() {
        assert_eq!(read("Helios Resale, Nordlys IT"), (vec![4, 5], vec![]));
        assert_eq!(read("VanArsdel, Ltd., Litware, Inc."), (vec![3, 2], vec![]));
        assert_eq!(read("VanArsdel, Ltd.; Litware, Inc.|S-1001\nS-1002"), (vec![3, 2, 5, 4], vec![]));
        assert_eq!(read("S-1001; S-1001").0, [5], "named twice is named once");
    }

    #[test]
    fn two_of_the_same_name_are_both_offered_and_never_guessed() {
        let (places, problems) = read("Contoso");
        assert!(places.is_empty());
        assert_eq!(problems[0].0, ProblemCode::AmbiguousOrganization);
        assert_eq!(read("Contoso – C-20002"), (vec![1], vec![]));
        let reference = reference();
        let problem = &of_text(&Index::new(&reference), "Contoso").problems[0];
        assert_eq!(problem.choices, ["Contoso – C-20001", "Contoso – C-20002"]);
        assert!(problem.message.text.contains("C-20001") && problem.message.text.contains("C-20002"));
    }

    #[test]
    fn an_unknown_name_stays_whole_and_gets_the_nearest_as_suggestion() {
        let unknown = |found: &str, suggestion: Option<&str>| {
            (ProblemCode::UnknownOrganization, found.to_owned(), suggestion.map(str::to_owned))
        };
        assert_eq!(read("Ltware, Inc.").1, [unknown("Ltware, Inc.", Some("Litware, Inc."))]);
        assert_eq!(read("Nordlys IT, Acme"), (vec![5], vec![unknown("Acme", None)]));
        assert_eq!(read("Contoso - C-99999").1, [unknown("Contoso - C-99999", None)]);
    }

    /// What might never end is done on a thread of its own, and waited for.
    fn in_time<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
        let (done, ended) = mpsc::channel();
        thread::spawn(move || done.send(work()));
        ended.recv_timeout(Duration::from_secs(60)).expect("it ends")
    }

    #[test]
    fn a_cell_full_of_commas_or_dashes_is_soon_read() {
        let found = |text: String| in_time(move || read(&text));
        assert_eq!(found(",".repeat(32_767)).1.len(), 1);
        assert_eq!(found("-".repeat(32_767)).1.len(), 1);
        assert_eq!(found("x,".repeat(16_000)).1.len(), 1, "nothing in it is known: it stays whole");
        let (places, problems) = found(format!("Nordlys IT,{}VanArsdel, Ltd.", "x-,".repeat(10_000)));
        assert_eq!((places, problems.len()), (vec![5, 3], 10_000));
    }

    #[test]
    fn a_name_is_found_with_all_its_commas() {
        assert_eq!(read("Nordlys IT, Wing, Tip, and Toys, Ltd., Helios Resale"), (vec![5, 6, 4], vec![]));
        assert_eq!(read("Wing, Tip, and Toys, Ltd. - C-1,2, S-1001"), (vec![6, 5], vec![]));
        assert_eq!(read("S-1001,  WING,   Tip, and Toys,  Ltd.  ( C-1,2 ) "), (vec![5, 6], vec![]));
        assert_eq!(read("Wing, Tip, and Toys, Ltd. \u{2013} org-6;S-1001"), (vec![6, 5], vec![]));
    }

    #[test]
    fn what_nobody_sees_is_blamed_only_in_names_that_are_not_known() {
        let told = |text: &str| read(text).1.into_iter().map(|(code, ..)| code).collect::<Vec<_>>();
        for text in [
            "Litware,\u{a0}Inc.",
            "Helios\u{200d} Resale\u{200b}",
            "می\u{200c}نا",
            "مینا",
            "\u{200f}S-1001; S-1002",
        ] {
            assert_eq!(told(text), [], "{text:?}");
        }
        let one = (
            ProblemCode::InvisibleCharacter,
            "Acme\u{200b}; می\u{200c}نا".to_owned(),
            Some("Acme; مینا".to_owned()),
        );
        assert_eq!(read("Acme\u{200b}; می\u{200c}نا"), (vec![7], vec![one]), "the whole cell is put right");
        assert_eq!(
            told("Acme\u{200b}; Contoso"),
            [ProblemCode::AmbiguousOrganization, ProblemCode::InvisibleCharacter]
        );
        assert_eq!(told("\u{200b}"), [ProblemCode::InvisibleCharacter]);
    }

    #[test]
    fn names_that_differ_in_nothing_to_be_seen_are_both_offered() {
        let mut reference = reference();
        let twin = Organization {
            id: OrganizationId("twin".into()),
            name: "Acme".into(),
            ..reference.organizations[3].clone()
        };
        let unseen =
            Organization { id: OrganizationId("unseen".into()), name: "Ac\u{200b}me".into(), ..twin.clone() };
        reference.organizations.extend([twin, unseen]);
        let index = Index::new(&reference);
        let problem = of_text(&index, "Acme").problems.remove(0);
        assert_eq!(problem.code, ProblemCode::AmbiguousOrganization);
        let meant = |choice: &String| of_text(&index, choice).places;
        assert_eq!(
            problem.choices.iter().map(meant).collect::<Vec<_>>(),
            [[8], [9]],
            "{:?}",
            problem.choices
        );
    }
}
