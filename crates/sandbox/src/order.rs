//! Ids of generated people: spread over the whole range, and yet found in sorted order by counting.
//!
//! The first 32 bits of person i's id are the bits of i in reverse, each one flipped or not as the
//! bits before it say. So the first two people land in different halves of the range, the first
//! four in different quarters, and so on for any number of people; and how many of the first n
//! people lie under any prefix is a subtraction and a shift. The k-th id of n is therefore found in
//! 32 steps, with nothing stored.

use crate::mix::mix;
use std::cmp::Ordering;
use uuid::Uuid;

const FLIPS: u64 = 0x0f11;
const REST: u64 = 0x0f12;

/// The sorted ids of the people 0 to n - 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Order {
    n: u32,
}

impl Order {
    pub(crate) fn new(n: u32) -> Self {
        Self { n }
    }

    /// How many people there are.
    pub(crate) fn len(self) -> u32 {
        self.n
    }

    /// The person whose id is the k-th smallest; `None` past the end.
    pub(crate) fn at(self, rank: u64) -> Option<u32> {
        if rank >= u64::from(self.n) {
            return None;
        }
        let mut left = rank;
        let mut path = 0;
        for depth in 0..32 {
            let flip = flip(path, depth);
            let low = path | (flip << depth);
            let count = self.under(low, depth + 1);
            if left < count {
                path = low;
            } else {
                left -= count;
                path |= (flip ^ 1) << depth;
            }
        }
        Some(path)
    }

    /// How many people have an id smaller than `id`.
    pub(crate) fn rank(self, id: Uuid) -> u64 {
        let head = head_of(id);
        let mut before = 0;
        let mut path = 0;
        for depth in 0..32 {
            let flip = flip(path, depth);
            let low = path | (flip << depth);
            if (head >> (31 - depth)) & 1 == 0 {
                path = low;
            } else {
                before += self.under(low, depth + 1);
                path |= (flip ^ 1) << depth;
            }
        }
        let same_head = path < self.n && id_of(path).cmp(&id) == Ordering::Less;
        before + u64::from(same_head)
    }

    /// The person with this id, if it is one of the generated ones.
    pub(crate) fn index_of(self, id: Uuid) -> Option<u32> {
        let head = head_of(id);
        let mut path = 0;
        for depth in 0..32 {
            path |= (((head >> (31 - depth)) & 1) ^ flip(path, depth)) << depth;
        }
        (path < self.n && id_of(path) == id).then_some(path)
    }

    /// How many of the n people end in these `bits` low bits.
    fn under(self, path: u32, bits: u32) -> u64 {
        let (n, path) = (u64::from(self.n), u64::from(path));
        if path < n { ((n - 1 - path) >> bits) + 1 } else { 0 }
    }
}

/// The id of person i: 32 bits of order, then hash bits, in the shape of a random UUID.
pub(crate) fn id_of(i: u32) -> Uuid {
    let mut head = 0;
    let mut path = 0;
    for depth in 0..32 {
        let bit = (i >> depth) & 1;
        head = (head << 1) | (bit ^ flip(path, depth));
        path |= bit << depth;
    }
    let a = mix(u64::from(i), REST);
    let b = mix(u64::from(i), REST + 1);
    let high = (u64::from(head) << 32) | (a & 0xFFFF_0FFF) | 0x4000;
    let low = (b & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000;
    Uuid::from_u64_pair(high, low)
}

fn head_of(id: Uuid) -> u32 {
    id.as_fields().0
}

/// Whether the bit after `path` is turned over: a pure function of the bits before it.
fn flip(path: u32, depth: u32) -> u32 {
    let seed = (1_u64 << 32 | u64::from(path)) << 6 | u64::from(depth);
    u32::from(mix(seed, FLIPS) >> 63 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rank_gives_the_next_larger_id_whatever_the_number_of_people() {
        for n in [0, 1, 2, 3, 7, 100, 1023, 2400] {
            let order = Order::new(n);
            let ids: Vec<Uuid> =
                (0..u64::from(n)).map(|k| id_of(order.at(k).expect("a rank below n"))).collect();
            assert!(ids.is_sorted_by(|a, b| a < b), "not strictly ascending for {n} people");
            assert_eq!(order.at(u64::from(n)), None, "{n} people have no rank {n}");
        }
    }

    #[test]
    fn rank_and_index_undo_each_other() {
        let order = Order::new(5_000);
        for k in (0..5_000).step_by(37) {
            let i = order.at(k).expect("a rank below n");
            assert_eq!(order.rank(id_of(i)), k, "rank of person {i}");
            assert_eq!(order.index_of(id_of(i)), Some(i));
        }
        assert_eq!(order.index_of(Uuid::nil()), None);
        assert_eq!(order.rank(Uuid::max()), 5_000);
        assert_eq!(order.rank(Uuid::nil()), 0);
    }

    #[test]
    fn an_id_does_not_depend_on_how_many_people_there_are() {
        assert_eq!(Order::new(10).index_of(id_of(7)), Some(7));
        assert_eq!(Order::new(4_000_000_000).index_of(id_of(7)), Some(7));
        assert_eq!(Order::new(7).index_of(id_of(7)), None, "person 7 is the eighth");
    }

    #[test]
    fn ids_are_random_uuids_in_shape() {
        for i in 0..1_000 {
            let id = id_of(i);
            assert_eq!((id.get_version_num(), id.get_variant()), (4, uuid::Variant::RFC4122), "{id}");
        }
    }
}
