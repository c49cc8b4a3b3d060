//! Whether pages come as asked for: their size, their number, the total, and the order.

use super::contract::Seen;
use super::lists::amount;
use super::{Check, Examination, FirstPage, Page, State, Step};
use crate::PlatformError;
use crate::asking::Question;
use crate::error::Call;
use rollcall_core::{User, phrase, sentence};
use serde_json::Value;

/// What pages of several sizes showed beside each other.
struct Compared {
    /// Ids of the first page as it is usually asked for, and as it came once more.
    large: Vec<Option<String>>,
    again: Vec<Option<String>>,
    /// Ids of the first and the second page of one entry.
    single: [Vec<Option<String>>; 2],
    /// Whether the first page of one entry named a second, or needs not.
    named: bool,
    totals: [Option<u32>; 3],
    asked: u32,
}

impl Examination<'_> {
    pub(super) async fn paging(&mut self, first: &FirstPage, seen: &mut Seen) {
        let call = self.platform.description().wording.calls.users.clone();
        let Some(paging) = &call.paging else {
            self.tell(Step::good(
                Check::Paging,
                phrase!("The description says that the list comes in one piece."),
            ));
            return;
        };
        let asked = self.platform.page_size().unwrap_or(paging.size).clamp(1, paging.max);
        let step = match self.compare(first, asked).await {
            Ok(compared) => {
                seen.same_order = Some(compared.same_order());
                compared.step()
            }
            Err(error) => Step { state: State::Notice, ..Step::failed(Check::Paging, &error) },
        };
        self.tell(step.fact(phrase!("Largest page by the description"), paging.max));
    }

    async fn compare(&mut self, first: &FirstPage, asked: u32) -> Result<Compared, PlatformError> {
        let mut singles = self.pages(&self.platform.description().wording.calls.users, Some(1));
        let one = self.users_page(&singles.first_following()).await?;
        singles.came(one.items.len(), one.items.len(), one.total, one.next.clone());
        // The second page is asked for even where the first one seems to end the list, if it can be.
        let named = !self.is_marked() || one.next.leads_on();
        let two = match named {
            true => Some(self.users_page(&singles.first_following()).await?),
            false => None,
        };
        let usual = self.pages(&self.platform.description().wording.calls.users, self.platform.page_size());
        let again = self.users_page(&usual.first_following()).await?;
        let ids = |page: &Page| page.items.iter().map(|item| self.id(item)).collect::<Vec<_>>();
        Ok(Compared {
            large: first.users.iter().map(id_of).collect(),
            again: ids(&again),
            single: [ids(&one), two.as_ref().map(ids).unwrap_or_default()],
            named,
            totals: [first.page.total, one.total, again.total],
            asked,
        })
    }

    async fn users_page(&mut self, question: &Question) -> Result<Page, PlatformError> {
        let call = self.platform.description().wording.calls.users.clone();
        let id = self.ids(&call).remove(0);
        self.page(Call::Users, &call, &id, question).await
    }

    /// Whether each answer names the next page.
    fn is_marked(&self) -> bool {
        let paging = &self.platform.description().wording.calls.users.paging;
        paging.as_ref().is_some_and(|paging| paging.is_marked())
    }

    fn id(&self, item: &Value) -> Option<String> {
        let readers = self.platform.readers();
        id_of(&readers.user.read(&readers.shapes, item.clone()))
    }
}

fn id_of(user: &Option<User>) -> Option<String> {
    user.as_ref().map(|user| user.id.as_str().to_owned())
}

impl Compared {
    fn same_order(&self) -> bool {
        let [one, two] = &self.single;
        let start = one.iter().chain(two).take(2);
        let looked_at = if self.named { 2 } else { 1 };
        self.large == self.again && start.eq(self.large.iter().take(looked_at))
    }

    fn step(&self) -> Step {
        let step = self.judged();
        let [one, _] = &self.single;
        let asked = match self.asked {
            1 => sentence!("Asked for 1 entry, came"),
            asked => sentence!("Asked for {entries} entries, came", entries = asked),
        };
        step.fact(phrase!("Asked for 1 entry, came"), amount(one.len()))
            .fact(&asked.text, amount(self.large.len()))
            .fact(phrase!("Totals told"), self.totals_told())
            .fact(
                phrase!("The first page came twice alike"),
                if self.same_order() { phrase!("yes") } else { phrase!("no") },
            )
    }

    fn totals_told(&self) -> String {
        if self.totals.iter().all(Option::is_none) {
            return phrase!("none, none, none").to_owned();
        }
        self.totals.map(|total| total.map_or("none".to_owned(), |total| total.to_string())).join(", ")
    }

    fn judged(&self) -> Step {
        let check = Check::Paging;
        let [one, two] = &self.single;
        let (read, total) = (amount(self.large.len()), self.totals[0]);
        if read > 1 && one.len() > 1 {
            return Step::notice(
                check,
                sentence!(
                    "The platform does not keep to the page size: asked for 1 entry, {count} came.",
                    count = one.len()
                ),
                phrase!(
                    "Compare the name of the page size in the platform description with the developer portal."
                ),
            );
        }
        if read > 1 && !self.named {
            return Step::notice(
                check,
                phrase!(
                    "The answer with a page of one entry names no next page, so longer lists may be cut."
                ),
                phrase!(
                    "Compare where the platform description looks for the next page with the developer portal."
                ),
            );
        }
        if read > 1 && one == two {
            return Step::notice(
                check,
                phrase!(
                    "The platform gives the first page again where the second was asked for, so longer lists may be \
                     cut."
                ),
                phrase!("Compare the paging of the platform description with the developer portal."),
            );
        }
        if self.totals.iter().any(|told| *told != total) {
            return Step::notice(
                check,
                phrase!("The platform's total changed from one call to the next."),
                phrase!("Examine again; if it stays so, lists can't be told to be complete."),
            );
        }
        if !self.same_order() {
            return Step::notice(
                check,
                phrase!("The same page came in another order a moment later."),
                phrase!("Set `stable_order` of the paging to false in the platform description."),
            );
        }
        match total {
            None => Step::good(
                check,
                phrase!(
                    "Pages come as asked for. The platform tells no total, so lists are read until an empty page."
                ),
            ),
            Some(total) if read < self.asked && total > read => {
                let sentence = match read {
                    1 => sentence!("Pages come as asked for, with 1 entry at most, and the total is told."),
                    read => sentence!(
                        "Pages come as asked for, with {entries} entries at most, and the total is told.",
                        entries = read
                    ),
                };
                Step::good(check, sentence)
            }
            Some(_) => Step::good(check, phrase!("Pages come as asked for, and the total is told.")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<Option<String>> {
        text.chars().map(|letter| Some(letter.to_string())).collect()
    }

    fn compared(large: &str, single: [&str; 2]) -> Compared {
        let [one, two] = single.map(ids);
        Compared {
            large: ids(large),
            again: ids(large),
            single: [one, two],
            named: true,
            totals: [Some(9); 3],
            asked: 9,
        }
    }

    fn said(compared: &Compared) -> (State, String) {
        let step = compared.step();
        (step.state, step.sentence)
    }

    #[test]
    fn pages_that_come_as_asked_for_are_good_also_where_they_are_capped() {
        assert_eq!(said(&compared("abcdefghi", ["a", "b"])).0, State::Good);
        let (state, sentence) = said(&compared("abc", ["a", "b"]));
        assert!(state == State::Good && sentence.contains("3 entries at most"), "{sentence}");
        assert_eq!(said(&Compared { totals: [None; 3], ..compared("ab", ["a", "b"]) }).0, State::Good);
        assert_eq!(said(&compared("a", ["a", ""])).0, State::Good, "one user has no second page");
    }

    #[test]
    fn a_size_or_a_number_that_is_not_kept_to_is_told() {
        for (strange, word) in [
            (compared("abc", ["abc", "abc"]), "page size"),
            (compared("abc", ["a", "a"]), "first page again"),
            (Compared { named: false, ..compared("abc", ["a", ""]) }, "names no next page"),
            (
                Compared { totals: [Some(3), Some(1), Some(3)], ..compared("abc", ["a", "b"]) },
                "total changed",
            ),
            (Compared { again: ids("acb"), ..compared("abc", ["a", "b"]) }, "another order"),
            (compared("abc", ["b", "a"]), "another order"),
        ] {
            let (state, sentence) = said(&strange);
            assert!(state == State::Notice && sentence.contains(word), "{word}: {sentence}");
        }
    }
}
