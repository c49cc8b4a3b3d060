//! Which facts that sending rests on are known, which are assumed because the description says so, and which can't
//! be known without sending.

use super::lists::{amount, number};
use super::{Check, Examination, FirstPage, State, Step};
use crate::Scope;
use crate::description::{ReinviteActive, ReinvitePending};
use rollcall_core::AccountState;
use rollcall_core::Asked;

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

/// How much is known of a fact.
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
        let sentence = format!(
            "Of what sending rests on, {} seen, {} assumed as the platform description says, and {} can't be known \
             without inviting; Rollcall sends nothing again without proof.",
            is_or_are(count(|known| matches!(known, Known::Seen(_)))),
            is_or_are(count(|known| matches!(known, Known::Assumed(_)))),
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
            ("The list tells its total", counted(seen.counted)),
            ("The list keeps its order", order(seen.same_order, stable)),
            ("Whoever was invited is listed before signing in", listed(seen.pending, facts.pending_listed)),
            ("Most people in one call", Known::Assumed(facts.batch_limit.to_string())),
            ("A call that is refused as a whole did nothing", assumed(facts.atomic)),
            (
                "An invitation has to name an identity provider",
                assumed(asks.identity_provider == Asked::Always),
            ),
            ("Inviting somebody who is active", active(facts.reinvite_active)),
            ("Inviting somebody again who has not signed in", pending(facts.reinvite_pending)),
            ("Inviting again starts the creation date anew", assumed(facts.reinvite_restarts_creation_date)),
            ("The same call sent twice counts once", Known::Not("no key for that is known of this API")),
            (
                "How late an invitation may still take effect",
                Known::Not("it is waited for before anybody is looked up"),
            ),
            (
                "How late an invitation shows in the list",
                Known::Not("it is waited for before a list counts as proof"),
            ),
            ("An invitation shows in the part that this connection lists", shown_here(self.platform.scope())),
            (
                "An answer has one result for each person",
                Known::Not("it is checked in every answer, and whoever has none is looked up"),
            ),
            (
                "The gateway's refusals differ from the platform's",
                Known::Not("each is told by its form, and one that fits neither counts as unclear"),
            ),
            ("Whether this sign-in may invite", Known::Not("only the first invitation shows it")),
        ]
    }
}

impl Known {
    fn words(self) -> String {
        match self {
            Self::Seen(what) => format!("known: {what}"),
            Self::Assumed(what) => format!("assumed: {what}"),
            Self::Not(why) => format!("unknown: {why}"),
        }
    }
}

fn is_or_are(count: u32) -> String {
    format!("{count} {}", if count == 1 { "is" } else { "are" })
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn assumed(yes: bool) -> Known {
    Known::Assumed(yes_or_no(yes).to_owned())
}

fn shown_here(scope: &Scope) -> Known {
    match scope {
        Scope::Platform(_) => Known::Assumed("yes; the whole platform is listed".to_owned()),
        Scope::Customers(_) => {
            Known::Not("single customers are listed: nobody's absence counts as proof here")
        }
    }
}

fn counted(seen: Option<bool>) -> Known {
    seen.map_or(Known::Not("the list was not read"), |counted| Known::Seen(yes_or_no(counted).to_owned()))
}

// Two looks prove that an order does not hold, and never that it does.
fn order(seen: Option<bool>, described: bool) -> Known {
    match seen {
        Some(false) => Known::Seen("no".to_owned()),
        Some(true) if described => Known::Assumed("yes; it did so in two looks".to_owned()),
        _ => assumed(described),
    }
}

fn listed(pending: u32, described: bool) -> Known {
    match pending {
        0 => assumed(described),
        count => {
            Known::Seen(format!("yes; the first page shows {}", number(count, "such person", "such people")))
        }
    }
}

fn active(described: ReinviteActive) -> Known {
    match described {
        ReinviteActive::Refused => Known::Assumed("is refused".to_owned()),
        ReinviteActive::Accepted => Known::Assumed("is accepted".to_owned()),
        ReinviteActive::Unknown => Known::Not("the description does not say"),
    }
}

fn pending(described: ReinvitePending) -> Known {
    match described {
        ReinvitePending::MailsAgain => Known::Assumed("sends a new mail".to_owned()),
        ReinvitePending::Refused => Known::Assumed("is refused".to_owned()),
        ReinvitePending::Unknown => Known::Not("the description does not say"),
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
