//! The columns of a list in memory, each loaded when it is first needed.

use crate::kept::Kept;
use crate::names::Names;
use crate::records::{self, BETWEEN, NONE, Shared};
use crate::schema::Shelf;
use crate::who::Who;
use crate::{RosterError, SortColumn, keys};
use rollcall_core::fold;
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;
use std::sync::Arc;

/// What was loaded of one list.
#[derive(Default)]
pub(crate) struct Columns {
    /// All records of a list that was stored without them.
    made: Kept<HashMap<String, Vec<u8>>>,
    ranks: [Kept<Ranks>; 14],
    coded: [Kept<Coded>; 4],
    roles: Kept<Sets>,
    organizations: Kept<Sets>,
    above: Kept<Vec<Vec<u32>>>,
    created: Kept<Vec<i64>>,
    who: Kept<Who>,
}

/// The place of each person's value among all different ones of a column.
#[derive(Debug)]
pub(crate) struct Ranks {
    /// [`NONE`] for people without a value.
    pub(crate) places: Vec<u32>,
    /// How many different ones there are.
    pub(crate) different: u32,
}

impl Ranks {
    pub(crate) fn new(places: Vec<u32>) -> Self {
        let last = places.iter().filter(|place| **place != NONE).max();
        let different = last.map_or(0, |last| last + 1);
        Self { places, different }
    }

    /// The place of a person from the end that the order begins with; behind all others without a value.
    pub(crate) fn turned(&self, person: usize, descending: bool) -> u32 {
        match self.places[person] {
            NONE => self.different,
            place if descending => self.different - 1 - place,
            place => place,
        }
    }
}

/// Which word each person has. No value is the empty word.
#[derive(Debug)]
pub(crate) struct Coded {
    pub(crate) codes: Vec<u32>,
    pub(crate) words: Vec<String>,
}

/// Which set of things each person has.
#[derive(Debug)]
pub(crate) struct Sets {
    /// The set of each person.
    pub(crate) codes: Vec<u32>,
    /// All things that anybody has, by id.
    pub(crate) ids: Vec<String>,
    /// For each set its things, by their place in `ids`, in the order listed and as often.
    pub(crate) listed: Vec<Vec<u32>>,
}

impl Sets {
    fn of(coded: Coded) -> Result<Self, RosterError> {
        let (mut ids, mut known) = (Vec::new(), HashMap::new());
        let mut listed = Vec::with_capacity(coded.words.len());
        for word in &coded.words {
            let things: Vec<String> = serde_json::from_str(word).map_err(|_| RosterError::Unreadable)?;
            let place = |id: String| {
                *known.entry(id).or_insert_with_key(|id| {
                    ids.push(id.clone());
                    (ids.len() - 1) as u32
                })
            };
            listed.push(things.into_iter().map(place).collect());
        }
        Ok(Self { codes: coded.codes, ids, listed })
    }

    /// The things of each set, each once.
    pub(crate) fn members(&self) -> Vec<Vec<u32>> {
        self.listed.iter().map(|listed| once(listed.clone())).collect()
    }
}

pub(crate) fn once(mut things: Vec<u32>) -> Vec<u32> {
    things.sort_unstable();
    things.dedup();
    things
}

/// One list and what is loaded of it.
#[derive(Clone, Copy)]
pub(crate) struct Listed<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) shelf: Shelf,
    pub(crate) people: usize,
    pub(crate) names: &'a Names,
    pub(crate) columns: &'a Columns,
}

impl Listed<'_> {
    /// The places of people in a column that does not change with time.
    pub(crate) fn ranks(&self, column: SortColumn) -> Result<Arc<Ranks>, RosterError> {
        self.columns.ranks[column as usize].get(|| match column {
            SortColumn::State => self.coded_ranks(Shared::State, fold),
            SortColumn::Domain => self.coded_ranks(Shared::Domain, fold),
            SortColumn::Accessibility => self.coded_ranks(Shared::Accessibility, fold),
            SortColumn::Provider => {
                self.coded_ranks(Shared::Provider, |word| fold(self.names.identity_provider(word)))
            }
            SortColumn::Role => {
                let sets = self.roles()?;
                Ok(set_ranks(&sets, |id| self.names.role(id)))
            }
            SortColumn::Organization => {
                let sets = self.organizations()?;
                Ok(set_ranks(&sets, |id| self.names.organization(id)))
            }
            stored => Ok(Ranks::new(self.numbers(&records::rank(stored))?)),
        })
    }

    fn coded_ranks(&self, column: Shared, key: impl Fn(&str) -> String) -> Result<Ranks, RosterError> {
        let coded = self.coded(column)?;
        Ok(ranks_of(&coded.codes, coded.words.iter().map(|word| key(word)).collect()))
    }

    /// The words of people in one of the columns that are no lists.
    pub(crate) fn coded(&self, column: Shared) -> Result<Arc<Coded>, RosterError> {
        let kept = self.columns.coded.get(column as usize).ok_or(RosterError::Unreadable)?;
        kept.get(|| self.load_coded(column))
    }

    fn load_coded(&self, column: Shared) -> Result<Coded, RosterError> {
        let words: Vec<String> = self.record(&column.words(), |bytes| serde_json::from_slice(bytes).ok())?;
        let coded = Coded { codes: self.numbers(&column.codes())?, words };
        let known = |code: &u32| (*code as usize) < coded.words.len();
        if coded.codes.iter().all(known) { Ok(coded) } else { Err(RosterError::Unreadable) }
    }

    pub(crate) fn roles(&self) -> Result<Arc<Sets>, RosterError> {
        self.columns.roles.get(|| Sets::of(self.load_coded(Shared::Roles)?))
    }

    pub(crate) fn organizations(&self) -> Result<Arc<Sets>, RosterError> {
        self.columns.organizations.get(|| Sets::of(self.load_coded(Shared::Organizations)?))
    }

    /// For each set of organizations all of them and all above them, each once, by their place in
    /// [`Names::every_organization`].
    pub(crate) fn organizations_above(&self) -> Result<Arc<Vec<Vec<u32>>>, RosterError> {
        self.columns.above.get(|| {
            let sets = self.organizations()?;
            let above: Vec<Vec<u32>> = sets.ids.iter().map(|id| self.names.above(id)).collect();
            let of_set = |members: Vec<u32>| {
                once(members.into_iter().flat_map(|member| above[member as usize].iter().copied()).collect())
            };
            Ok(sets.members().into_iter().map(of_set).collect())
        })
    }

    /// The second of creation of each person.
    pub(crate) fn created(&self) -> Result<Arc<Vec<i64>>, RosterError> {
        self.columns.created.get(|| {
            let seconds = self.record("created", |bytes| {
                let (seconds, rest) = bytes.as_chunks();
                rest.is_empty().then(|| seconds.iter().map(|second| i64::from_le_bytes(*second)).collect())
            });
            seconds.and_then(|seconds| self.whole(seconds))
        })
    }

    /// Names and addresses.
    pub(crate) fn who(&self) -> Result<Arc<Who>, RosterError> {
        self.columns.who.get(|| {
            let who = self.record("who", |bytes| Who::new(bytes.to_vec(), BETWEEN))?;
            if who.people() == self.people { Ok(who) } else { Err(RosterError::Unreadable) }
        })
    }

    /// Names of the fields that have no column.
    pub(crate) fn fields(&self) -> Result<Vec<String>, RosterError> {
        self.record("fields", |bytes| serde_json::from_slice(bytes).ok())
    }

    /// The first people of an order, where they are stored.
    pub(crate) fn head(&self, column: SortColumn, descending: bool) -> Result<Option<Vec<u32>>, RosterError> {
        let head = self.stored(&records::head(column, descending), words)?;
        head.map(|head| head.ok_or(RosterError::Unreadable)).transpose()
    }

    fn numbers(&self, name: &str) -> Result<Vec<u32>, RosterError> {
        self.record(name, words).and_then(|numbers| self.whole(numbers))
    }

    fn whole<T>(&self, values: Vec<T>) -> Result<Vec<T>, RosterError> {
        if values.len() == self.people { Ok(values) } else { Err(RosterError::Unreadable) }
    }

    fn record<T>(&self, name: &str, read: impl Fn(&[u8]) -> Option<T>) -> Result<T, RosterError> {
        if let Some(read) = self.stored(name, &read)? {
            return read.ok_or(RosterError::Unreadable);
        }
        let made = self.columns.made.get(|| {
            let mut made = HashMap::new();
            records::make(self.connection, self.shelf, &mut |name, bytes| {
                made.insert(name, bytes);
                Ok(())
            })?;
            Ok(made)
        })?;
        made.get(name).and_then(|bytes| read(bytes)).ok_or(RosterError::Unreadable)
    }

    fn stored<T>(&self, name: &str, read: impl Fn(&[u8]) -> T) -> Result<Option<T>, RosterError> {
        let sql = self.shelf.sql("SELECT data FROM column_$ WHERE name = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let stored = statement.query_row([name], |row| Ok(read(row.get_ref(0)?.as_blob()?)));
        Ok(stored.optional()?)
    }
}

fn words(bytes: &[u8]) -> Option<Vec<u32>> {
    let (words, rest) = bytes.as_chunks();
    rest.is_empty().then(|| words.iter().map(|word| u32::from_le_bytes(*word)).collect())
}

fn set_ranks<'a>(sets: &'a Sets, name: impl Fn(&'a str) -> &'a str) -> Ranks {
    let key = |listed: &Vec<u32>| keys::joined(listed.iter().map(|place| name(&sets.ids[*place as usize])));
    ranks_of(&sets.codes, sets.listed.iter().map(key).collect())
}

/// The places of people whose codes stand for these keys.
fn ranks_of(codes: &[u32], keys: Vec<String>) -> Ranks {
    let mut different: Vec<&str> = keys.iter().map(String::as_str).filter(|key| !key.is_empty()).collect();
    different.sort_unstable();
    different.dedup();
    let place = |key: &String| different.binary_search(&key.as_str()).map_or(NONE, |place| place as u32);
    let of_code: Vec<u32> = keys.iter().map(place).collect();
    Ranks {
        places: codes.iter().map(|code| of_code[*code as usize]).collect(),
        different: different.len() as u32,
    }
}
