//! Which roles people hold together. There are few such sets, however many people there are.

use crate::numbered::Map;
use std::sync::Arc;

/// People by the set of roles that they hold.
#[derive(Clone, Debug, Default)]
pub struct RoleSets {
    numbers: Map<Arc<[u32]>, u32>,
    pub(crate) sets: Vec<RoleSet>,
}

/// A set of roles and who holds exactly these.
#[derive(Clone, Debug)]
pub(crate) struct RoleSet {
    /// Roles by number, in ascending order, each once.
    pub(crate) roles: Arc<[u32]>,
    /// People who hold exactly these.
    pub(crate) people: u32,
}

impl RoleSets {
    /// Counts somebody who holds these roles, and gives the set's number. `roles` is put in order.
    pub(crate) fn count(&mut self, roles: &mut Vec<u32>) -> u32 {
        roles.sort_unstable();
        roles.dedup();
        let number = match self.numbers.get(roles.as_slice()) {
            Some(number) => *number,
            None => self.add(roles),
        };
        self.sets[number as usize].people += 1;
        number
    }

    fn add(&mut self, roles: &[u32]) -> u32 {
        let number = u32::try_from(self.sets.len()).unwrap_or(u32::MAX);
        let roles: Arc<[u32]> = roles.into();
        self.sets.push(RoleSet { roles: Arc::clone(&roles), people: 0 });
        self.numbers.insert(roles, number);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_in_another_order_or_named_twice_are_the_same_set() {
        let mut sets = RoleSets::default();
        let first = sets.count(&mut vec![3, 1]);
        assert_eq!((first, sets.count(&mut vec![1, 3, 1]), sets.count(&mut vec![])), (0, 0, 1));
        assert_eq!(sets.sets[0].people, 2);
    }
}
