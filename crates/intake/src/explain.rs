//! A plan's rows and invitations in full, worked out when they are asked for.

use crate::corrections::Corrected;
use crate::mapping::Field;
use crate::names;
use crate::plan::{Carrier, Class, Outcome, Plan, PlanRow, PlannedInvitation, Shown, Trouble};
use crate::table::Row;
use rollcall_core::{CanonicalEmail, Invitation, OrganizationId};
use std::collections::BTreeMap;

impl Plan {
    /// How many rows there are: as many as the table has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// What it rests on.
    pub fn basis(&self) -> &crate::Basis {
        &self.basis
    }

    /// What happens to the row in a place of the table, and the number that Excel shows for it.
    ///
    /// # Panics
    /// Where there is no such place.
    pub fn class(&self, place: usize) -> (u32, Class) {
        (self.basis.table.row(place).number(), self.rows[place].class)
    }

    /// What is wrong with the row in a place of the table, and what is worth a look.
    ///
    /// # Panics
    /// Where there is no such place.
    pub fn trouble(&self, place: usize) -> impl Iterator<Item = &crate::Problem> {
        self.rows[place].trouble.as_deref().into_iter().flat_map(Trouble::all)
    }

    /// A row in full, by its place in the table.
    ///
    /// # Panics
    /// Where there is no such place.
    pub fn row(&self, place: usize) -> PlanRow {
        let outcome = &self.rows[place];
        let row = self.basis.table.row(place);
        let trouble = outcome.trouble.as_deref().cloned().unwrap_or_default();
        let Trouble { problems, warnings, differs } = trouble;
        PlanRow {
            row: row.number(),
            class: outcome.class,
            of: Some(outcome.of).filter(|of| *of > 0),
            differs,
            values: self.values(row, outcome),
            organization_ids: self.organization_ids(self.set(outcome)),
            role_id: outcome.role.map(|place| self.basis.reference.roles[place as usize].id.clone()),
            identity_provider_id: outcome
                .provider
                .map(|place| self.basis.reference.identity_providers[place as usize].id.clone()),
            shown: self.shown(outcome),
            problems,
            warnings,
            hidden: row.hidden(),
        }
    }

    /// All rows in full, in the order of the file.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = PlanRow> {
        (0..self.rows.len()).map(|place| self.row(place))
    }

    /// How many people would be invited.
    pub fn people(&self) -> usize {
        self.invitations.len()
    }

    /// The invitations to send, in the order of the rows that carry them.
    pub fn invitations(&self) -> impl ExactSizeIterator<Item = PlannedInvitation> {
        self.invitations.iter().map(|carrier| self.invitation(carrier))
    }

    /// Whether each row mails somebody once more, by its number.
    pub fn mailed_again(&self) -> impl Iterator<Item = u32> {
        let number = |carrier: &Carrier| self.basis.table.row(carrier.place as usize).number();
        let again = |carrier: &&Carrier| self.rows[carrier.place as usize].listed;
        self.invitations.iter().filter(again).map(number)
    }

    /// The rows of people who are there already: number, class and address.
    pub fn already_there(&self) -> impl Iterator<Item = (u32, Class, &CanonicalEmail)> {
        let there = self.rows.iter().enumerate().filter(|(_, row)| row.listed);
        there.filter_map(|(place, row)| {
            Some((self.basis.table.row(place).number(), row.class, row.email.as_ref()?.canonical()))
        })
    }

    /// How many rows are of people who are there already and hold something else than the row asks.
    pub fn differing(&self) -> usize {
        let differs =
            |row: &&Outcome| row.trouble.as_deref().is_some_and(|trouble| !trouble.differs.is_empty());
        self.rows.iter().filter(differs).count()
    }

    /// How many people would get each role with power over others, by its place in the reference.
    pub fn people_with_power(&self) -> BTreeMap<usize, u32> {
        let reference = &self.basis.reference;
        let mut people: BTreeMap<usize, u32> = BTreeMap::new();
        for carrier in &self.invitations {
            if let Some(role) = self.rows[carrier.place as usize].role {
                *people.entry(role as usize).or_default() += 1;
            }
        }
        people.retain(|place, _| reference.is_privileged(&reference.roles[*place].id));
        people
    }

    fn corrected(&self) -> Corrected<'_> {
        Corrected::new(&self.basis.mapping, &self.basis.corrections)
    }

    fn set(&self, outcome: &Outcome) -> &[u32] {
        &self.sets[outcome.organizations as usize]
    }

    fn organization_ids(&self, set: &[u32]) -> Vec<OrganizationId> {
        set.iter().map(|place| self.basis.reference.organizations[*place as usize].id.clone()).collect()
    }

    fn values(&self, row: Row<'_>, outcome: &Outcome) -> BTreeMap<Field, String> {
        let cells = self.corrected();
        let value = |field: Field| {
            let cell = cells.cell(row, field);
            let text = cell.shown().trim();
            (!text.is_empty()).then(|| (field, text.to_owned()))
        };
        let mut values: BTreeMap<Field, String> = Field::ALL.into_iter().filter_map(value).collect();
        if let Some(email) = &outcome.email {
            values.insert(Field::Email, email.as_typed().to_owned());
        }
        // A row without an address is not looked into any further.
        if outcome.email.is_some() {
            let (first, last) = names::of_row(&cells, row);
            for (field, name) in [(Field::FirstName, first), (Field::LastName, last)] {
                values.extend(name.map(|name| (field, name)));
            }
        }
        values
    }

    fn shown(&self, outcome: &Outcome) -> Shown {
        let reference = &self.basis.reference;
        Shown {
            role: outcome.role.map(|place| reference.roles[place as usize].name.clone()),
            identity_provider: outcome
                .provider
                .map(|place| reference.identity_providers[place as usize].name.clone()),
            organizations: self
                .set(outcome)
                .iter()
                .map(|place| reference.organizations[*place as usize].label())
                .collect(),
        }
    }

    fn invitation(&self, carrier: &Carrier) -> PlannedInvitation {
        let outcome = &self.rows[carrier.place as usize];
        let row = self.basis.table.row(carrier.place as usize);
        let reference = &self.basis.reference;
        let (others, organizations) = match &carrier.others {
            Some(others) => (others.places.as_slice(), others.organizations.as_slice()),
            None => (&[][..], self.set(outcome)),
        };
        let other_rows = others.iter().map(|place| self.basis.table.row(*place as usize));
        let rows = std::iter::once(row).chain(other_rows);
        let (first_name, last_name) = names::of_person(&self.corrected(), rows);
        let folded = others.iter().map(|place| self.class(*place as usize));
        let folded = folded.filter(|(_, class)| *class == Class::Folded).map(|(number, _)| number);
        let carries = "a row that carries an invitation has an address: only such are ready";
        PlannedInvitation {
            row: row.number(),
            rows: std::iter::once(row.number()).chain(folded).collect(),
            listed_before: outcome.listed,
            invitation: Invitation {
                email: outcome.email.clone().expect(carries),
                first_name,
                last_name,
                role_id: outcome.role.map(|place| reference.roles[place as usize].id.clone()),
                identity_provider_id: outcome
                    .provider
                    .map(|place| reference.identity_providers[place as usize].id.clone()),
                organization_ids: self.organization_ids(organizations),
            },
        }
    }
}
