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
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

/// People of one block. More would take less room, and one person's record longer to be read.
const TOGETHER: usize = 128;

/// Writes records onto a shelf, in the order of their people's numbers.
pub(crate) struct Writing<'c> {
    connection: &'c Connection,
    shelf: Shelf,
    waiting: Block,
    packing: Packing,
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

    fn packed(&self) -> std::io::Result<Packed> {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(self.records.join("\n").as_bytes())?;
        Ok(Packed { first: self.first, records: packed.finish()? })
    }

    fn is_empty(&self) -> bool {
        self.records.iter().all(String::is_empty)
    }
}

/// A block as it is written.
struct Packed {
    first: i64,
    records: Vec<u8>,
}

impl Packed {
    fn write(self, connection: &Connection, shelf: Shelf) -> Result<(), RosterError> {
        let sql = shelf.sql("REPLACE INTO raw_$ (first, records) VALUES (?1, ?2)");
        connection.prepare_cached(&sql)?.execute(params![self.first, self.records])?;
        Ok(())
    }
}

/// Packs blocks on a thread of its own, while the other tables' rows of the same people are written. It begins with the
/// first block.
#[derive(Default)]
struct Packing {
    /// Where blocks go, and where they come back from. Without a thread they are packed where they are wanted.
    thread: Option<(Sender<Block>, Receiver<std::io::Result<Packed>>)>,
    under_way: usize,
}

impl Packing {
    /// Gives a block to be packed; it comes back at once where no thread can be had.
    fn take(&mut self, block: Block) -> Option<Block> {
        if self.thread.is_none() {
            self.thread = packer().ok();
        }
        let block = match &self.thread {
            Some((blocks, _)) => blocks.send(block).err().map(|unsent| unsent.0),
            None => Some(block),
        };
        self.under_way += usize::from(block.is_none());
        block
    }

    /// The next of those that were given, in their order.
    fn next(&mut self) -> Option<std::io::Result<Packed>> {
        self.under_way = self.under_way.checked_sub(1)?;
        let (_, packed) = self.thread.as_ref()?;
        Some(packed.recv().unwrap_or_else(|lost| Err(std::io::Error::other(lost))))
    }
}

fn packer() -> std::io::Result<(Sender<Block>, Receiver<std::io::Result<Packed>>)> {
    let (blocks, given) = mpsc::channel::<Block>();
    let (done, packed) = mpsc::channel();
    // It ends with the last block, or once nobody waits for one any more.
    thread::Builder::new()
        .name("records".into())
        .spawn(move || given.iter().try_for_each(|block| done.send(block.packed()).ok()))?;
    Ok((blocks, packed))
}

impl<'c> Writing<'c> {
    pub(crate) fn begin(connection: &'c Connection, shelf: Shelf) -> Self {
        Self { connection, shelf, waiting: Block::default(), packing: Packing::default() }
    }

    /// The record of somebody who follows those that were added.
    pub(crate) fn add(&mut self, number: i64, record: Option<String>) -> Result<(), RosterError> {
        if self.waiting.records.is_empty() {
            self.waiting.first = number;
        }
        self.waiting.records.push(line(record));
        if self.waiting.records.len() < TOGETHER { Ok(()) } else { self.pack() }
    }

    /// The record of somebody who was there already, in the place of the earlier one.
    pub(crate) fn replace(&mut self, number: i64, record: Option<String>) -> Result<(), RosterError> {
        if let Some(earlier) = self.waiting.record(number) {
            *earlier = line(record);
            return Ok(());
        }
        self.write_packed()?;
        let mut block = Block::of(self.connection, self.shelf, number)?;
        match block.record(number) {
            Some(earlier) => *earlier = line(record),
            // Nobody around them had one.
            None => block = Block { first: number, records: vec![line(record)] },
        }
        // Also where none is left in it: the earlier one is out of date.
        self.write(block.packed())
    }

    /// Writes all that were added. Those that are not written when it is dropped are lost.
    pub(crate) fn finish(mut self) -> Result<(), RosterError> {
        self.pack()?;
        self.write_packed()
    }

    /// Packs those that waited for others to be packed with.
    fn pack(&mut self) -> Result<(), RosterError> {
        let block = std::mem::take(&mut self.waiting);
        if block.is_empty() {
            return Ok(());
        }
        match self.packing.take(block) {
            Some(block) => self.write(block.packed()),
            None => Ok(()),
        }
    }

    fn write_packed(&mut self) -> Result<(), RosterError> {
        while let Some(packed) = self.packing.next() {
            self.write(packed)?;
        }
        Ok(())
    }

    fn write(&self, packed: std::io::Result<Packed>) -> Result<(), RosterError> {
        packed.map_err(|_| RosterError::Unreadable)?.write(self.connection, self.shelf)
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
fn line(record: Option<String>) -> String {
    let record = record.unwrap_or_default();
    if record.contains('\n') { record.replace('\n', " ") } else { record }
}
