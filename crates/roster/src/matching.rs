//! Who matches a query.

use crate::names::Names;
use crate::schema::Shelf;
use crate::{RosterError, UserQuery, fold};
use rollcall_core::{AccountState, OrganizationId, RoleId};
use rusqlite::{Connection, Params};

/// The shortest word that the trigram index knows.
const TRIGRAM: usize = 3;

/// The most trigrams of a word that are looked up. What they let through is compared with the whole
/// word anyway.
const MOST_TRIGRAMS: usize = 10;

/// A set of people, by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct People(Vec<u64>);

impl People {
    fn none(total: u32) -> Self {
        // Numbers start at 1.
        Self(vec![0; total as usize / 64 + 1])
    }

    fn insert(&mut self, number: u32) {
        if let Some(word) = self.0.get_mut(number as usize / 64) {
            *word |= 1 << (number % 64);
        }
    }

    pub(crate) fn contains(&self, number: u32) -> bool {
        self.0.get(number as usize / 64).is_some_and(|word| word & (1 << (number % 64)) != 0)
    }

    fn keep(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine &= theirs);
    }
}

/// One list, to be searched.
pub(crate) struct Searched<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) shelf: Shelf,
    pub(crate) total: u32,
    pub(crate) names: &'a Names,
}

impl Searched<'_> {
    /// Who matches; `None` is everyone.
    pub(crate) fn matching(&self, query: &UserQuery) -> Result<Option<People>, RosterError> {
        let mut found: Option<People> = None;
        let mut narrow = |people: People| match &mut found {
            Some(found) => found.keep(&people),
            None => found = Some(people),
        };
        if !query.states.is_empty() {
            narrow(self.in_states(&query.states)?);
        }
        if !query.identity_provider_ids.is_empty() {
            let mut people = People::none(self.total);
            for id in &query.identity_provider_ids {
                let sql = "SELECT n FROM user_$ WHERE identity_provider_id = ?1";
                self.add(&mut people, sql, [id.as_str()])?;
            }
            narrow(people);
        }
        if !query.role_ids.is_empty() {
            narrow(self.with_roles(query.role_ids.iter().map(RoleId::as_str))?);
        }
        if !query.organization_ids.is_empty() {
            narrow(self.in_organizations(query.organization_ids.iter().map(OrganizationId::as_str))?);
        }
        for word in fold(&query.search).split_whitespace() {
            narrow(self.with_word(word)?);
        }
        Ok(found)
    }

    fn in_states(&self, states: &[String]) -> Result<People, RosterError> {
        let mut people = People::none(self.total);
        for word in states {
            let state = AccountState::from_word(word);
            self.add(&mut people, "SELECT n FROM user_$ WHERE state = ?1", [state.as_str()])?;
        }
        Ok(people)
    }

    fn with_roles<'a>(&self, ids: impl Iterator<Item = &'a str>) -> Result<People, RosterError> {
        let mut people = People::none(self.total);
        self.add_with_roles(&mut people, ids)?;
        Ok(people)
    }

    fn add_with_roles<'a>(
        &self,
        people: &mut People,
        mut ids: impl Iterator<Item = &'a str>,
    ) -> Result<(), RosterError> {
        ids.try_for_each(|id| self.add(people, "SELECT n FROM user_$_role WHERE role_id = ?1", [id]))
    }

    fn in_organizations<'a>(&self, ids: impl Iterator<Item = &'a str>) -> Result<People, RosterError> {
        let mut people = People::none(self.total);
        self.add_in_organizations(&mut people, ids)?;
        Ok(people)
    }

    fn add_in_organizations<'a>(
        &self,
        people: &mut People,
        mut ids: impl Iterator<Item = &'a str>,
    ) -> Result<(), RosterError> {
        let sql = "SELECT n FROM user_$_organization WHERE organization_id = ?1";
        ids.try_for_each(|id| self.add(people, sql, [id]))
    }

    /// Everyone with a word in their own text, or in the name of a role or an organization of theirs.
    fn with_word(&self, word: &str) -> Result<People, RosterError> {
        let mut people = People::none(self.total);
        match trigrams(word) {
            Some(trigrams) => {
                let sql = "SELECT text_$.n FROM trigram_$ JOIN text_$ ON text_$.n = trigram_$.rowid
                           WHERE trigram_$ MATCH ?1 AND instr(text_$.folded, ?2) > 0";
                self.add(&mut people, sql, [trigrams.as_str(), word])?;
            }
            None => {
                self.add(&mut people, "SELECT n FROM text_$ WHERE instr(folded, ?1) > 0", [word])?;
            }
        }
        self.add_with_roles(&mut people, self.names.roles_with(word))?;
        self.add_in_organizations(&mut people, self.names.organizations_with(word))?;
        Ok(people)
    }

    fn add(&self, people: &mut People, sql: &str, params: impl Params) -> Result<(), RosterError> {
        let mut statement = self.connection.prepare_cached(&self.shelf.sql(sql))?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            people.insert(row.get(0)?);
        }
        Ok(())
    }
}

/// The question to the index for the letters of a word, three by three; `None` if it is too short.
fn trigrams(word: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    let quoted = |three: &[char]| {
        let three: String = three.iter().collect();
        format!("\"{}\"", three.replace('"', "\"\""))
    };
    let all: Vec<String> = letters.windows(TRIGRAM).take(MOST_TRIGRAMS).map(quoted).collect();
    (!all.is_empty()).then(|| all.join(" AND "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_looked_up_by_each_three_of_its_letters() {
        assert_eq!(trigrams("żabą").as_deref(), Some("\"żab\" AND \"abą\""));
        assert_eq!(trigrams("a\"b").as_deref(), Some("\"a\"\"b\""));
        assert_eq!(trigrams("ab"), None);
    }

    #[test]
    fn a_set_of_people_holds_the_first_and_the_last() {
        let mut people = People::none(128);
        people.insert(1);
        people.insert(128);
        assert!(people.contains(1) && people.contains(128));
        assert!(!people.contains(2) && !people.contains(64) && !people.contains(4_000_000_000));
    }
}
