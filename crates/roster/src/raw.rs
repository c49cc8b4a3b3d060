//! What the platform itself sent of each person, as JSON text.
//!
//! The records of one list resemble each other: many together, compressed, take about a quarter of their room. A block
//! holds those of people whose numbers follow each other, a line each.

use crate::RosterError;
use crate::schema::Shelf;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use rusqlite::{Connection, OptionalExtension, params};
use std::io::{Read, Write};

/// People of one block. More would take less room, and one person's record longer to be read.
const TOGETHER: usize = 128;

/// Writes records onto a shelf, in the order of their people's numbers.
pub(crate) struct Writing<'c> {
    connection: &'c Connection,
    shelf: Shelf,
    waiting: Block,
}

/// Reads records from a shelf; quickly for people whose numbers follow each other.
pub(crate) struct Reading<'c> {
    connection: &'c Connection,
    shelf: Shelf,
    /// The block that was read last.
    block: Block,
}

#[derive(Default)]
struct Block {
    /// The number of the first person.
    first: i64,
    records: Vec<String>,
}

impl Block {
    fn record(&mut self, number: i64) -> Option<&mut String> {
        let place = usize::try_from(number - self.first).ok()?;
        self.records.get_mut(place)
    }

    /// The block that holds a person's record, or would.
    fn of(connection: &Connection, shelf: Shelf, number: i64) -> Result<Self, RosterError> {
        let sql = shelf.sql("SELECT first, records FROM raw_$ WHERE first <= ?1 ORDER BY first DESC LIMIT 1");
        let mut statement = connection.prepare_cached(&sql)?;
        let found = statement.query_row([number], |row| Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?)));
        let Some((first, packed)) = found.optional()? else { return Ok(Self::default()) };
        let mut text = String::new();
        DeflateDecoder::new(packed.as_slice())
            .read_to_string(&mut text)
            .map_err(|_| RosterError::Unreadable)?;
        Ok(Self { first, records: text.split('\n').map(str::to_owned).collect() })
    }

    fn write(&self, connection: &Connection, shelf: Shelf) -> Result<(), RosterError> {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::fast());
        let packed = packed
            .write_all(self.records.join("\n").as_bytes())
            .and_then(|()| packed.finish())
            .map_err(|_| RosterError::Unreadable)?;
        let sql = shelf.sql("REPLACE INTO raw_$ (first, records) VALUES (?1, ?2)");
        connection.prepare_cached(&sql)?.execute(params![self.first, packed])?;
        Ok(())
    }
}

impl<'c> Writing<'c> {
    pub(crate) fn begin(connection: &'c Connection, shelf: Shelf) -> Self {
        Self { connection, shelf, waiting: Block::default() }
    }

    /// The record of somebody who follows those that were added.
    pub(crate) fn add(&mut self, number: i64, record: Option<&str>) -> Result<(), RosterError> {
        if self.waiting.records.is_empty() {
            self.waiting.first = number;
        }
        self.waiting.records.push(line(record));
        if self.waiting.records.len() < TOGETHER { Ok(()) } else { self.finish() }
    }

    /// The record of somebody who was there already, in the place of the earlier one.
    pub(crate) fn replace(&mut self, number: i64, record: Option<&str>) -> Result<(), RosterError> {
        if let Some(earlier) = self.waiting.record(number) {
            *earlier = line(record);
            return Ok(());
        }
        let mut block = Block::of(self.connection, self.shelf, number)?;
        match block.record(number) {
            Some(earlier) => *earlier = line(record),
            // Nobody around them had one.
            None => block = Block { first: number, records: vec![line(record)] },
        }
        // Also where none is left in it: the earlier one is out of date.
        block.write(self.connection, self.shelf)
    }

    /// Writes those that wait for others to be written with.
    pub(crate) fn finish(&mut self) -> Result<(), RosterError> {
        let block = std::mem::take(&mut self.waiting);
        if block.records.iter().all(String::is_empty) {
            return Ok(());
        }
        block.write(self.connection, self.shelf)
    }
}

impl<'c> Reading<'c> {
    pub(crate) fn begin(connection: &'c Connection, shelf: Shelf) -> Self {
        Self { connection, shelf, block: Block::default() }
    }

    /// What the platform sent of a person; `None` where the list is from before records were kept.
    pub(crate) fn of(&mut self, number: i64) -> Result<Option<String>, RosterError> {
        if self.block.record(number).is_none() {
            self.block = Block::of(self.connection, self.shelf, number)?;
        }
        Ok(self.block.record(number).filter(|record| !record.is_empty()).cloned())
    }
}

/// In JSON a line's end stands between words alone, where a space says the same.
fn line(record: Option<&str>) -> String {
    record.unwrap_or_default().replace('\n', " ")
}
