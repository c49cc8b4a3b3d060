//! Which facts that sending rests on are known, which are assumed because the description says so, and which can't
//! be known without sending.

use super::lists::amount;
use super::{Check, Examination, FirstPage, State, Step};
use crate::Scope;
use crate::description::{ReinviteActive, ReinvitePending};
use rollcall_core::{AccountState, Asked, Sentence, phrase, sentence};

/// What the examination showed of the contract.
#[derive(Default)]
pub(super) struct Seen {
    /// People on the first page who were invited and have not signed in.
    pub(super) pending: u32,
    /// Whether the list tells its total; unknown where there was no list.
    pub(super) counted: Option<bool>,
    /// Whether the same page came twice in the same order.
    pub(super) same_order: Option<bool>,
}

/// How much is known of a fact: words that say so, and what it is.
enum Known {
    Seen(String),
    Assumed(String),
    Not(&'static str),
}

impl Seen {
    pub(super) fn note(&mut self, first: &FirstPage) {
        let pending = first.users.iter().flatten().filter(|user| user.state == AccountState::New);
        self.pending = amount(pending.count());
        self.counted = Some(first.page.total.is_some());
    }
}

impl Examination<'_> {
    pub(super) fn contract(&mut self, seen: &Seen) {
        let facts = self.facts(seen);
        let count = |is: fn(&Known) -> bool| amount(facts.iter().filter(|(_, known)| is(known)).count());
        let sentence = summary(
            count(|known| matches!(known, Known::Seen(_))),
            count(|known| matches!(known, Known::Assumed(_))),
            count(|known| matches!(known, Known::Not(_))),
        );
        let step = Step::new(Check::Contract, State::Unknown, sentence);
        self.tell(facts.into_iter().fold(step, |step, (name, known)| step.fact(name, known.words())));
    }

    fn facts(&self, seen: &Seen) -> Vec<(&'static str, Known)> {
        let (facts, asks) = (self.platform.facts(), self.platform.needs().asks);
        let stable = self.platform.description().wording.calls.users.paging.as_ref();
        let stable = stable.is_none_or(|paging| paging.stable_order);
        vec![
            (phrase!("The list tells its total"), counted(seen.counted)),
            (phrase!("The list keeps its order"), order(seen.same_order, stable)),
            (
                phrase!("Whoever was invited is listed before signing in"),
                listed(seen.pending, facts.pending_listed),
            ),
            (phrase!("Most people in one call"), at_most(facts.batch_limit)),
            (phrase!("A call that is refused as a whole did nothing"), assumed(facts.atomic)),
            (
                phrase!("An invitation has to name an identity provider"),
                assumed(asks.identity_provider == Asked::Always),
            ),
            (phrase!("Inviting somebody who is active"), active(facts.reinvite_active)),
            (phrase!("Inviting somebody again who has not signed in"), pending(facts.reinvite_pending)),
            (
                phrase!("Inviting again starts the creation date anew"),
                assumed(facts.reinvite_restarts_creation_date),
            ),
            (
                phrase!("The same call sent twice counts once"),
                Known::Not(phrase!("unknown: no key for that is known of this API")),
            ),
            (
                phrase!("How late an invitation may still take effect"),
                Known::Not(phrase!("unknown: it is waited for before anybody is looked up")),
            ),
            (
                phrase!("How late an invitation shows in the list"),
                Known::Not(phrase!("unknown: it is waited for before a list counts as proof")),
            ),
            (
                phrase!("An invitation shows in the part that this connection lists"),
                shown_here(self.platform.scope()),
            ),
            (
                phrase!("An answer has one result for each person"),
                Known::Not(phrase!(
                    "unknown: it is checked in every answer, and whoever has none is looked up"
                )),
            ),
            (
                phrase!("The gateway's refusals differ from the platform's"),
                Known::Not(phrase!(
                    "unknown: each is told by its form, and one that fits neither counts as unclear"
                )),
            ),
            (
                phrase!("Whether this sign-in may invite"),
                Known::Not(phrase!("unknown: only the first invitation shows it")),
            ),
        ]
    }
}

impl Known {
    fn words(self) -> String {
        match self {
            Self::Seen(words) | Self::Assumed(words) => words,
            Self::Not(words) => words.to_owned(),
        }
    }
}

// Several facts are always assumed.
fn summary(seen: u32, assumed: u32, unknown: u32) -> Sentence {
    match seen {
        1 => sentence!(
            "Of what sending rests on, 1 is seen, {assumed} are assumed as the platform description says, and \
             {unknown} can't be known without inviting; Rollcall sends nothing again without proof.",
            assumed = assumed,
            unknown = unknown,
        ),
        seen => sentence!(
            "Of what sending rests on, {seen} are seen, {assumed} are assumed as the platform description says, and \
             {unknown} can't be known without inviting; Rollcall sends nothing again without proof.",
            seen = seen,
            assumed = assumed,
            unknown = unknown,
        ),
    }
}

fn assumed(yes: bool) -> Known {
    let words = if yes { phrase!("assumed: yes") } else { phrase!("assumed: no") };
    Known::Assumed(words.to_owned())
}

fn seen(yes: bool) -> Known {
    let words = if yes { phrase!("known: yes") } else { phrase!("known: no") };
    Known::Seen(words.to_owned())
}

fn at_most(people: usize) -> Known {
    Known::Assumed(sentence!("assumed: {people}", people = people).text)
}

fn shown_here(scope: &Scope) -> Known {
    match scope {
        Scope::Platform(_) => {
            Known::Assumed(phrase!("assumed: yes; the whole platform is listed").to_owned())
        }
        Scope::Customers(_) => {
            Known::Not(phrase!("unknown: single customers are listed: nobody's absence counts as proof here"))
        }
    }
}

fn counted(told: Option<bool>) -> Known {
    told.map_or(Known::Not(phrase!("unknown: the list was not read")), seen)
}

// Two looks prove that an order does not hold, and never that it does.
fn order(same: Option<bool>, described: bool) -> Known {
    match same {
        Some(false) => seen(false),
        Some(true) if described => Known::Assumed(phrase!("assumed: yes; it did so in two looks").to_owned()),
        _ => assumed(described),
    }
}

fn listed(pending: u32, described: bool) -> Known {
    match pending {
        0 => assumed(described),
        1 => Known::Seen(phrase!("known: yes; the first page shows 1 such person").to_owned()),
        people => Known::Seen(
            sentence!("known: yes; the first page shows {people} such people", people = people).text,
        ),
    }
}

fn active(described: ReinviteActive) -> Known {
    match described {
        ReinviteActive::Refused => Known::Assumed(phrase!("assumed: is refused").to_owned()),
        ReinviteActive::Accepted => Known::Assumed(phrase!("assumed: is accepted").to_owned()),
        ReinviteActive::Unknown => Known::Not(phrase!("unknown: the description does not say")),
    }
}

fn pending(described: ReinvitePending) -> Known {
    match described {
        ReinvitePending::MailsAgain => Known::Assumed(phrase!("assumed: sends a new mail").to_owned()),
        ReinvitePending::Refused => Known::Assumed(phrase!("assumed: is refused").to_owned()),
        ReinvitePending::Unknown => Known::Not(phrase!("unknown: the description does not say")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_beats_what_the_description_says() {
        assert_eq!(listed(2, false).words(), "known: yes; the first page shows 2 such people");
        assert_eq!(listed(0, true).words(), "assumed: yes");
        assert_eq!(order(Some(false), true).words(), "known: no");
        assert!(order(Some(true), true).words().starts_with("assumed"), "two looks are no proof");
        assert_eq!(counted(None).words(), "unknown: the list was not read");
    }
}
