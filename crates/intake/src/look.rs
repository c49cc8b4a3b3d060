//! A look at rows by themselves: what each says, and what is wrong with it, before anybody is looked up.

use crate::address;
use crate::corrections::Corrected;
use crate::fit;
use crate::index::{Found, Index, Known};
use crate::mapping::Field;
use crate::names;
use crate::organizations::OrganizationsFound;
use crate::plan::{Basis, Class, Outcome, Trouble};
use crate::table::{Column, Row};
use crate::trouble::{Problem, ProblemCode};
use crate::values;
use foldhash::HashMap;
use foldhash::fast::FixedState;
use rollcall_core::{Asked, Asks, Sentence, sentence};
use std::hash::BuildHasher;
use std::ops::Range;

/// What was found out of a part of the rows.
pub(crate) struct Looked {
    pub rows: Vec<Outcome>,
    /// The first is empty; [`Outcome::organizations`] names one.
    pub sets: Vec<Vec<u32>>,
}

/// What is worth saying about a way to sign in, by provider and set of organizations.
type Fits = HashMap<(Option<u32>, u32), Vec<Problem>>;

/// The eyes for one part of the rows.
pub(crate) struct Look<'a> {
    basis: &'a Basis,
    cells: Corrected<'a>,
    index: Index<'a>,
    // A file says the same few things many times over.
    roles: HashMap<&'a str, Result<Known, Problem>>,
    providers: HashMap<&'a str, Result<Known, Problem>>,
    organizations: HashMap<&'a str, (u32, OrganizationsFound)>,
    /// By mail domain.
    fits: HashMap<String, Fits>,
    default_organizations: Option<u32>,
    hashing: FixedState,
    sets: Vec<Vec<u32>>,
}

impl<'a> Look<'a> {
    pub fn new(basis: &'a Basis, index: Index<'a>) -> Self {
        Self {
            basis,
            cells: Corrected::new(&basis.mapping, &basis.corrections),
            index,
            roles: HashMap::default(),
            providers: HashMap::default(),
            organizations: HashMap::default(),
            fits: HashMap::default(),
            default_organizations: None,
            hashing: FixedState::default(),
            sets: vec![Vec::new()],
        }
    }

    /// Looks at the rows of these places.
    pub fn at(mut self, places: Range<usize>) -> Looked {
        let rows = places.map(|place| self.row(self.basis.table.row(place))).collect();
        Looked { rows, sets: self.sets }
    }

    fn row(&mut self, row: Row<'a>) -> Outcome {
        let mut outcome = Outcome {
            class: Class::Ready,
            of: 0,
            email: None,
            hash: 0,
            role: None,
            provider: None,
            organizations: 0,
            listed: false,
            trouble: None,
        };
        if self.basis.corrections.is_skipped(row.number()) {
            outcome.email = address::understand(self.cells.cell(row, Field::Email)).ok();
            outcome.class = Class::Skipped;
            return outcome;
        }
        let mut trouble = Trouble::default();
        // A row without an address is a comment, a subtotal or a row to fill in: what else it lacks is no news.
        if self.email(row, &mut outcome, &mut trouble) {
            for problem in names::problems(&self.cells, row) {
                self.blame(&mut trouble, problem);
            }
            outcome.role = self.role(row, &mut trouble);
            outcome.provider = self.provider(row, &mut trouble);
            outcome.organizations = self.organizations(row, &mut trouble);
            self.hidden(row, &mut trouble);
            self.fit(&outcome, &mut trouble);
        }
        if !trouble.problems.is_empty() {
            outcome.class = Class::Problem;
        }
        if !trouble.problems.is_empty() || !trouble.warnings.is_empty() {
            outcome.trouble = Some(Box::new(trouble));
        }
        outcome
    }

    /// Adds a problem or a warning with the name of its column.
    fn blame(&self, trouble: &mut Trouble, mut problem: Problem) {
        let column = self.basis.mapping.column(problem.field);
        let column = column.and_then(|column| self.basis.table.columns.get(column as usize));
        problem.column = column.map(Column::label);
        if problem.field == Field::Role {
            self.without_power(&mut problem);
        }
        if problem.code.is_warning() { &mut trouble.warnings } else { &mut trouble.problems }.push(problem);
    }

    /// One click must never end in a role with power over others, however the suggestion came about.
    fn without_power(&self, problem: &mut Problem) {
        let reference = &self.basis.reference;
        let powerful = |text: &String| {
            let names = |place: usize| reference.is_privileged(&reference.roles[place].id);
            match self.index.role(text) {
                Found::One(place) => names(place),
                Found::Several(places) => places.into_iter().any(names),
                Found::Nothing => false,
            }
        };
        problem.suggestion.take_if(|suggestion| powerful(suggestion));
        problem.choices.retain(|choice| !powerful(choice));
    }

    /// Whether there is something where the address belongs.
    fn email(&self, row: Row<'a>, outcome: &mut Outcome, trouble: &mut Trouble) -> bool {
        match address::understand(self.cells.cell(row, Field::Email)) {
            Ok(email) => {
                outcome.hash = self.hashing.hash_one(email.canonical());
                outcome.email = Some(email);
                true
            }
            Err(problem) if problem.code == ProblemCode::MissingEmail => {
                self.blame(trouble, row.totals().map_or(problem, totals));
                false
            }
            Err(problem) => {
                self.blame(trouble, problem);
                true
            }
        }
    }

    /// The text of a field, or its problem, already noted.
    fn text(&self, row: Row<'a>, field: Field, trouble: &mut Trouble) -> Result<Option<&'a str>, ()> {
        values::text_of(self.cells.cell(row, field), field, &self.basis.table.file)
            .map_err(|problem| self.blame(trouble, problem))
    }

    fn asks(&self) -> Asks {
        self.basis.reference.asks
    }

    /// Whether the platform's invitations have no place for a field. What stands there all the same is said aloud.
    fn has_no_place(&self, row: Row<'a>, field: Field, asked: Asked, trouble: &mut Trouble) -> bool {
        let found = self.cells.cell(row, field).shown();
        if asked == Asked::Never && !found.trim().is_empty() {
            let message = sentence!(
                "This platform's invitations have no place for the {field}, so it is not sent.",
                field = field.label()
            );
            self.blame(trouble, Problem::new(ProblemCode::ValueNotSent, field, found.trim(), message));
        }
        asked == Asked::Never
    }

    fn role(&mut self, row: Row<'a>, trouble: &mut Trouble) -> Option<u32> {
        if self.has_no_place(row, Field::Role, self.asks().role, trouble) {
            return None;
        }
        let text = self.text(row, Field::Role, trouble).ok()?;
        let Some(text) = text else {
            let roles = &self.basis.reference.roles;
            let default = self.basis.defaults.role_id.as_ref();
            let place = default.and_then(|id| roles.iter().position(|role| role.id == *id));
            if place.is_none() && self.asks().role == Asked::Always {
                let message = sentence!("This row names no role, and an invitation needs one.");
                self.blame(trouble, missing(ProblemCode::MissingRole, Field::Role, message));
            }
            return place.map(small);
        };
        let index = &self.index;
        let found = self.roles.entry(text).or_insert_with(|| values::role(index, text)).clone();
        let known = found.map_err(|problem| self.blame(trouble, problem)).ok()?;
        self.remembered(Field::Role, text, known, trouble);
        Some(small(known.place))
    }

    fn provider(&mut self, row: Row<'a>, trouble: &mut Trouble) -> Option<u32> {
        if self.has_no_place(row, Field::IdentityProvider, self.asks().identity_provider, trouble) {
            return None;
        }
        let text = self.text(row, Field::IdentityProvider, trouble).ok()?;
        let Some(text) = text else {
            let place = self.default_provider().map_err(|problem| self.blame(trouble, problem)).ok()?;
            return place.map(small);
        };
        let index = &self.index;
        let found = self.providers.entry(text).or_insert_with(|| values::provider(index, text)).clone();
        let known = found.map_err(|problem| self.blame(trouble, problem)).ok()?;
        self.remembered(Field::IdentityProvider, text, known, trouble);
        Some(small(known.place))
    }

    fn default_provider(&self) -> Result<Option<usize>, Problem> {
        match &self.basis.defaults.identity_provider_id {
            // By its id it goes through the same rules: it may have been switched off since it was chosen.
            Some(id) => values::provider(&self.index, id.as_str()).map(|known| Some(known.place)),
            None if self.asks().identity_provider == Asked::Always => Err(missing(
                ProblemCode::MissingIdentityProvider,
                Field::IdentityProvider,
                sentence!("This row doesn't say how the person will sign in, and this platform requires it."),
            )),
            None => Ok(None),
        }
    }

    fn organizations(&mut self, row: Row<'a>, trouble: &mut Trouble) -> u32 {
        if self.has_no_place(row, Field::Organizations, self.asks().organizations, trouble) {
            return 0;
        }
        let Ok(text) = self.text(row, Field::Organizations, trouble) else { return 0 };
        let Some(text) = text else {
            let set = self.default_organizations();
            if set == 0 && self.asks().organizations == Asked::Always {
                let message =
                    sentence!("This row names no organization, and an invitation needs at least one.");
                self.blame(trouble, missing(ProblemCode::MissingOrganization, Field::Organizations, message));
            }
            return set;
        };
        if !self.organizations.contains_key(text) {
            let found = values::organizations(&self.index, text);
            let set = self.set_of(found.places.iter().copied());
            self.organizations.insert(text, (set, found));
        }
        let (set, found) = &self.organizations[text];
        let set = *set;
        if !found.problems.is_empty() || !found.remembered.is_empty() {
            let found = found.clone();
            for problem in found.problems {
                self.blame(trouble, problem);
            }
            for (text, place) in found.remembered {
                self.remembered(Field::Organizations, &text, Known { place, remembered: true }, trouble);
            }
        }
        set
    }

    fn default_organizations(&mut self) -> u32 {
        if let Some(set) = self.default_organizations {
            return set;
        }
        let organizations = &self.basis.reference.organizations;
        let chosen = self.basis.defaults.organization_ids.iter();
        let places: Vec<usize> =
            chosen.filter_map(|id| organizations.iter().position(|one| one.id == *id)).collect();
        let set = self.set_of(places);
        self.default_organizations = Some(set);
        set
    }

    fn set_of(&mut self, places: impl IntoIterator<Item = usize>) -> u32 {
        let set: Vec<u32> = places.into_iter().map(small).collect();
        if set.is_empty() {
            return 0;
        }
        self.sets.push(set);
        small(self.sets.len() - 1)
    }

    /// A value that was only understood because of an earlier file is said aloud.
    fn remembered(&self, field: Field, text: &str, known: Known, trouble: &mut Trouble) {
        if !known.remembered {
            return;
        }
        let reference = &self.basis.reference;
        let name = match field {
            Field::Role => reference.roles[known.place].name.clone(),
            Field::IdentityProvider => reference.identity_providers[known.place].name.clone(),
            _ => reference.organizations[known.place].label(),
        };
        let message = sentence!(
            "\"{text}\" is taken as {name}, as you said for an earlier file.",
            text = text,
            name = name
        );
        self.blame(trouble, Problem::new(ProblemCode::RememberedAnswer, field, text, message));
    }

    fn hidden(&self, row: Row<'a>, trouble: &mut Trouble) {
        if row.hidden() && !self.basis.decisions.include_hidden {
            let message = sentence!(
                "This row is hidden or filtered out in the spreadsheet. Include hidden rows if it is meant too."
            );
            self.blame(trouble, missing(ProblemCode::HiddenRow, Field::Email, message));
        }
    }

    /// Whether the way to sign in fits. Only what is known is compared: a row with a wrong provider has a problem already.
    fn fit(&mut self, outcome: &Outcome, trouble: &mut Trouble) {
        let wrong = |problem: &Problem| problem.field == Field::IdentityProvider;
        let Some(email) = outcome.email.as_ref().filter(|_| !trouble.problems.iter().any(wrong)) else {
            return;
        };
        let Some((_, domain)) = email.canonical().as_str().rsplit_once('@') else { return };
        let set = outcome.organizations;
        let asked = (outcome.provider, set);
        if !self.fits.get(domain).is_some_and(|of_domain| of_domain.contains_key(&asked)) {
            let warnings = fit::warnings(&self.index, domain, outcome.provider, &self.sets[set as usize]);
            self.fits.entry(domain.to_owned()).or_default().insert(asked, warnings);
        }
        for warning in self.fits[domain][&asked].clone() {
            self.blame(trouble, warning);
        }
    }
}

/// A row without an address that adds up the others.
fn totals(label: &str) -> Problem {
    let message = sentence!("This looks like a row of totals. It has no address, so nothing is sent for it.");
    Problem::new(ProblemCode::MissingEmail, Field::Email, label, message)
}

fn missing(code: ProblemCode, field: Field, message: Sentence) -> Problem {
    Problem::new(code, field, "", message)
}

fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
