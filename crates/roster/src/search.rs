//! Who is found by words.

use crate::columns::{Listed, Sets};
use crate::people::People;
use crate::{RosterError, fold};
use rollcall_core::CanonicalEmail;
use rusqlite::Params;

/// The shortest word that the trigram index of ids knows.
const TRIGRAM: usize = 3;

/// The most trigrams of a word that are looked up. What they let through is compared with the whole
/// word anyway.
const MOST_TRIGRAMS: usize = 10;

/// The words of a search, each to be found by itself.
pub(crate) fn words(search: &str) -> Vec<String> {
    fold(search).split_whitespace().map(str::to_owned).collect()
}

impl Listed<'_> {
    /// Everyone with a word in their names, address or ids, or in the name of a role or an organization of theirs.
    pub(crate) fn with_word(&self, word: &str) -> Result<People, RosterError> {
        let mut people = self.who()?.with(word);
        if let Some(trigrams) = trigrams(word) {
            let sql = "SELECT text_$.n FROM trigram_$ JOIN text_$ ON text_$.n = trigram_$.rowid
                       WHERE trigram_$ MATCH ?1 AND instr(text_$.folded, ?2) > 0";
            self.add(&mut people, sql, [trigrams.as_str(), word])?;
        }
        add_members(&mut people, &*self.roles()?, self.names.roles_with(word));
        add_members(&mut people, &*self.organizations()?, self.names.organizations_with(word));
        Ok(people)
    }

    /// Everyone whose id, external id or address a text is as a whole.
    pub(crate) fn exactly(&self, text: &str) -> Result<People, RosterError> {
        let mut people = People::none(self.people);
        let text = text.trim();
        if text.is_empty() {
            return Ok(people);
        }
        // Ids are pasted from where they are written in another case.
        let ids = [text, &text.to_lowercase()];
        self.add(&mut people, "SELECT n FROM user_$ WHERE id IN (?1, ?2)", ids)?;
        self.add(&mut people, "SELECT n FROM user_$ WHERE external_id IN (?1, ?2)", ids)?;
        let address = CanonicalEmail::of_listed(text);
        self.add(&mut people, "SELECT n FROM user_$ WHERE canonical = ?1", [address.as_str()])?;
        Ok(people)
    }

    /// Adds the people whose numbers a statement gives.
    pub(crate) fn add(&self, people: &mut People, sql: &str, params: impl Params) -> Result<(), RosterError> {
        let mut statement = self.connection.prepare_cached(&self.shelf.sql(sql))?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            // Numbers start at 1, places at 0.
            people.insert(row.get::<_, u32>(0)?.saturating_sub(1) as usize);
        }
        Ok(())
    }
}

fn add_members<'a>(people: &mut People, sets: &Sets, named: impl Iterator<Item = &'a str>) {
    let named: Vec<&str> = named.collect();
    let is_named: Vec<bool> = sets.ids.iter().map(|id| named.contains(&id.as_str())).collect();
    if is_named.contains(&true) {
        let of_set: Vec<bool> =
            sets.listed.iter().map(|listed| listed.iter().any(|thing| is_named[*thing as usize])).collect();
        people.add(&People::of(&sets.codes, |set| of_set[set as usize]));
    }
}

/// The question to the index for the letters of a word, three by three; `None` if it is too short. Where there
/// are many it is the last ones: ids begin alike.
fn trigrams(word: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    let quoted = |three: &[char]| {
        let three: String = three.iter().collect();
        format!("\"{}\"", three.replace('"', "\"\""))
    };
    let all: Vec<String> = letters.windows(TRIGRAM).rev().take(MOST_TRIGRAMS).map(quoted).collect();
    (!all.is_empty()).then(|| all.join(" AND "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_looked_up_by_each_three_of_its_letters_from_the_end() {
        assert_eq!(trigrams("żabą").as_deref(), Some("\"abą\" AND \"żab\""));
        assert_eq!(trigrams("a\"b").as_deref(), Some("\"a\"\"b\""));
        assert_eq!(trigrams("ab"), None);
        let long = trigrams("00000000001234567890ab").expect("long enough");
        assert!(long.starts_with("\"0ab\"") && long.ends_with("\"123\""), "{long}");
    }
}
