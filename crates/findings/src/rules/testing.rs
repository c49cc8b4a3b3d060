//! A person of whom nothing is worth telling, for the tests of single rules.

use crate::person::{Person, Power};

pub(crate) fn person() -> Person {
    Person {
        number: 0,
        state: 0,
        blocked: false,
        address: "ann@contoso.example".to_owned(),
        domain: None,
        name: "ann lee".to_owned(),
        roles: [0].into(),
        power: Power::default(),
        combinations: [].into(),
        organizations: Vec::new(),
        provider: None,
        waiting: None,
    }
}
