//! Compares every row with what the platform knows and says what will happen to it.

use crate::address;
use crate::defaults::{Decisions, Defaults};
use crate::index::Index;
use crate::mapping::{Field, Mapping};
use crate::names;
use crate::organizations::OrganizationsFound;
use crate::plan::{Class, Difference, Plan, PlanRow, Problem, ProblemCode, ProblemGroup, Shown};
use crate::reference::{Listed, ListedPerson, Reference};
use crate::settle::{Draft, settle};
use crate::table::{Cell, Table, TableRow};
use crate::values;
use rollcall_core::{AccountState, EmailAddress, OrganizationId, RoleId};
use std::collections::{BTreeMap, HashMap};

/// Checks all rows. Nothing is sent; the same input gives the same plan.
pub fn check(
    table: &Table,
    mapping: &Mapping,
    defaults: &Defaults,
    decisions: &Decisions,
    reference: &Reference,
    listed: &dyn Listed,
) -> Plan {
    let mut checker = Checker {
        table,
        mapping,
        defaults,
        decisions,
        index: Index::new(reference),
        listed,
        roles: HashMap::new(),
        providers: HashMap::new(),
        organizations: HashMap::new(),
    };
    let mut drafts: Vec<Draft> = table.rows.iter().map(|row| checker.draft(row)).collect();
    let invitations = settle(&mut drafts);
    let rows: Vec<PlanRow> = drafts.into_iter().map(|draft| draft.row).collect();
    Plan { counts: counts(&rows), groups: groups(&rows), invitations, rows }
}

fn counts(rows: &[PlanRow]) -> BTreeMap<Class, u32> {
    let mut counts: BTreeMap<Class, u32> = Class::ALL.into_iter().map(|class| (class, 0)).collect();
    for row in rows {
        *counts.entry(row.class).or_default() += 1;
    }
    counts
}

fn groups(rows: &[PlanRow]) -> Vec<ProblemGroup> {
    let mut places: HashMap<(ProblemCode, Field, &str), usize> = HashMap::new();
    let mut groups: Vec<ProblemGroup> = Vec::new();
    for problem in rows.iter().flat_map(|row| &row.problems) {
        let key = (problem.code, problem.field, problem.found.as_str());
        let place = *places.entry(key).or_insert_with(|| {
            groups.push(ProblemGroup {
                code: problem.code,
                field: problem.field,
                found: problem.found.clone(),
                message: problem.message.clone(),
                rows: 0,
                suggestion: problem.suggestion.clone(),
                choices: problem.choices.clone(),
            });
            groups.len() - 1
        });
        groups[place].rows += 1;
    }
    // Stable: of groups alike the one that the file shows first.
    groups.sort_by_key(|group| std::cmp::Reverse(group.rows));
    groups
}

struct Checker<'a> {
    table: &'a Table,
    mapping: &'a Mapping,
    defaults: &'a Defaults,
    decisions: &'a Decisions,
    index: Index<'a>,
    listed: &'a dyn Listed,
    // A file says the same few things many times over.
    roles: HashMap<String, Result<usize, Problem>>,
    providers: HashMap<String, Result<usize, Problem>>,
    organizations: HashMap<String, OrganizationsFound>,
}

static EMPTY: Cell = Cell::Empty;

impl<'a> Checker<'a> {
    fn cell<'r>(&self, row: &'r TableRow, field: Field) -> &'r Cell {
        self.mapping.column(field).and_then(|column| row.cells.get(column as usize)).unwrap_or(&EMPTY)
    }

    /// Adds a problem with the name of its column.
    fn blame(&self, draft: &mut Draft, mut problem: Problem) {
        let column =
            self.mapping.column(problem.field).and_then(|column| self.table.columns.get(column as usize));
        problem.column = column.map(crate::table::Column::label);
        draft.row.problems.push(problem);
    }

    fn draft(&mut self, row: &TableRow) -> Draft {
        let mut draft = Draft {
            row: PlanRow {
                row: row.number,
                class: Class::Ready,
                of: None,
                differs: Vec::new(),
                values: self.values(row),
                organization_ids: Vec::new(),
                role_id: None,
                identity_provider_id: None,
                shown: Shown::default(),
                problems: Vec::new(),
                hidden: row.hidden,
            },
            email: None,
            first_name: None,
            last_name: None,
            listed: false,
        };
        self.email(row, &mut draft);
        // A row without an address is a comment, a subtotal or a row to fill in: what else it lacks is no news.
        if !draft.row.problems.iter().any(|problem| problem.code == ProblemCode::MissingEmail) {
            self.names(row, &mut draft);
            self.role(row, &mut draft);
            self.provider(row, &mut draft);
            self.organizations(row, &mut draft);
            self.hidden(row, &mut draft);
        }
        self.already_there(&mut draft);
        if !draft.row.problems.is_empty() {
            draft.row.class = Class::Problem;
        }
        draft
    }

    fn values(&self, row: &TableRow) -> BTreeMap<Field, String> {
        let value = |field: Field| {
            let shown = self.cell(row, field).shown();
            let text = shown.trim();
            (!text.is_empty()).then(|| (field, text.to_owned()))
        };
        self.mapping.0.keys().filter_map(|field| value(*field)).collect()
    }

    fn email(&self, row: &TableRow, draft: &mut Draft) {
        match address::understand(self.cell(row, Field::Email)) {
            Ok(email) => {
                draft.row.values.insert(Field::Email, email.as_typed().to_owned());
                draft.email = Some(email);
            }
            Err(problem) => self.blame(draft, problem),
        }
    }

    fn names(&self, row: &TableRow, draft: &mut Draft) {
        let mut name = |field: Field| match names::of_cell(self.cell(row, field), field) {
            Ok(name) => name,
            Err(problem) => {
                self.blame(draft, problem);
                None
            }
        };
        let (mut first, mut last) = (name(Field::FirstName), name(Field::LastName));
        let full = name(Field::FullName);
        if first.is_none() && last.is_none() {
            (first, last) = full.as_deref().map(names::split).unwrap_or_default();
        }
        for (field, name) in [(Field::FirstName, &first), (Field::LastName, &last)] {
            if let Some(name) = name {
                draft.row.values.insert(field, name.clone());
            }
        }
        draft.first_name = first;
        draft.last_name = last;
    }

    /// The text of a field, or its problem, already noted.
    fn text<'r>(&self, row: &'r TableRow, field: Field, draft: &mut Draft) -> Result<Option<&'r str>, ()> {
        values::text_of(self.cell(row, field), field).map_err(|problem| self.blame(draft, problem))
    }

    fn role(&mut self, row: &TableRow, draft: &mut Draft) {
        let Ok(text) = self.text(row, Field::Role, draft) else { return };
        let found = match text {
            Some(text) => remembered(&mut self.roles, text, || values::role(&self.index, text)),
            None => {
                let roles = &self.index.reference.roles;
                let default = self.defaults.role_id.as_ref();
                default.and_then(|id| roles.iter().position(|role| role.id == *id)).ok_or_else(|| {
                    missing(
                        ProblemCode::MissingRole,
                        Field::Role,
                        "This row names no role, and an invitation needs one.",
                    )
                })
            }
        };
        match found {
            Ok(place) => {
                let role = &self.index.reference.roles[place];
                draft.row.role_id = Some(role.id.clone());
                draft.row.shown.role = Some(role.name.clone());
            }
            Err(problem) => self.blame(draft, problem),
        }
    }

    fn provider(&mut self, row: &TableRow, draft: &mut Draft) {
        let Ok(text) = self.text(row, Field::IdentityProvider, draft) else { return };
        let found = match text {
            Some(text) => remembered(&mut self.providers, text, || values::provider(&self.index, text)),
            None => match self.default_provider() {
                Ok(Some(place)) => Ok(place),
                Ok(None) => return,
                Err(problem) => Err(problem),
            },
        };
        match found {
            Ok(place) => {
                let provider = &self.index.reference.identity_providers[place];
                draft.row.identity_provider_id = Some(provider.id.clone());
                draft.row.shown.identity_provider = Some(provider.name.clone());
            }
            Err(problem) => self.blame(draft, problem),
        }
    }

    fn default_provider(&self) -> Result<Option<usize>, Problem> {
        let reference = self.index.reference;
        match &self.defaults.identity_provider_id {
            // By its id it goes through the same rules: it may have been switched off since it was chosen.
            Some(id) => values::provider(&self.index, id.as_str()).map(Some),
            None if reference.identity_provider_required => Err(missing(
                ProblemCode::MissingIdentityProvider,
                Field::IdentityProvider,
                "This row doesn't say how the person will sign in, and this platform requires it.",
            )),
            None => Ok(None),
        }
    }

    fn organizations(&mut self, row: &TableRow, draft: &mut Draft) {
        let Ok(text) = self.text(row, Field::Organizations, draft) else { return };
        let found = match text {
            Some(text) => {
                remembered(&mut self.organizations, text, || values::organizations(&self.index, text))
            }
            None => self.default_organizations(),
        };
        for problem in found.problems {
            self.blame(draft, problem);
        }
        for place in found.places {
            let organization = &self.index.reference.organizations[place];
            draft.row.organization_ids.push(organization.id.clone());
            draft.row.shown.organizations.push(organization.label());
        }
    }

    fn default_organizations(&self) -> OrganizationsFound {
        let organizations = &self.index.reference.organizations;
        let places: Vec<usize> = (self.defaults.organization_ids.iter())
            .filter_map(|id| organizations.iter().position(|organization| organization.id == *id))
            .collect();
        let problems = if places.is_empty() {
            let message = "This row names no organization, and an invitation needs at least one.";
            vec![missing(ProblemCode::MissingOrganization, Field::Organizations, message)]
        } else {
            Vec::new()
        };
        OrganizationsFound { places, problems }
    }

    fn hidden(&self, row: &TableRow, draft: &mut Draft) {
        if row.hidden && !self.decisions.include_hidden {
            let message = "This row is hidden or filtered out in the spreadsheet. Include hidden rows if it is meant too.";
            self.blame(draft, missing(ProblemCode::HiddenRow, Field::Email, message));
        }
    }

    fn already_there(&self, draft: &mut Draft) {
        let person =
            draft.email.as_ref().and_then(|email: &EmailAddress| self.listed.find(email.canonical()));
        let Some(person) = person else { return };
        draft.listed = true;
        draft.row.differs = self.differences(&draft.row, &person);
        let reinvite = self.decisions.reinvite && self.index.reference.pending_can_be_reinvited;
        draft.row.class = match &person.state {
            AccountState::Blocked => Class::BlockedUser,
            AccountState::Active => Class::AlreadyActive,
            AccountState::New if reinvite && !person.invited_by_us => Class::Ready,
            AccountState::New => Class::AlreadyInvited,
            AccountState::Other(word) => {
                let message = format!(
                    "This person is there already, in a state that Rollcall doesn't know: \"{word}\". Look at the account \
                     on the platform."
                );
                let problem = Problem::new(ProblemCode::UnknownAccountState, Field::Email, word, message);
                self.blame(draft, problem);
                Class::Problem
            }
        };
    }

    /// What someone who is there already holds otherwise than the row asks.
    fn differences(&self, row: &PlanRow, person: &ListedPerson) -> Vec<Difference> {
        let reference = self.index.reference;
        let mut differences = Vec::new();
        if let (Some(asked), Some(name)) = (&row.role_id, &row.shown.role)
            && !person.role_ids.contains(asked)
        {
            let name_of = |id: &RoleId| {
                let role = reference.roles.iter().find(|role| role.id == *id);
                role.map_or_else(|| id.to_string(), |role| role.name.clone())
            };
            let has = person.role_ids.iter().map(name_of).collect();
            differences.push(Difference { field: Field::Role, asked: vec![name.clone()], has });
        }
        let asked: Vec<String> = (row.organization_ids.iter().zip(&row.shown.organizations))
            .filter(|(id, _)| !person.organization_ids.contains(id))
            .map(|(_, label)| label.clone())
            .collect();
        if !asked.is_empty() {
            let label_of = |id: &OrganizationId| {
                let organization = reference.organizations.iter().find(|organization| organization.id == *id);
                organization.map_or_else(|| id.to_string(), rollcall_core::Organization::label)
            };
            let has = person.organization_ids.iter().map(label_of).collect();
            differences.push(Difference { field: Field::Organizations, asked, has });
        }
        differences
    }
}

fn missing(code: ProblemCode, field: Field, message: &str) -> Problem {
    Problem::new(code, field, "", message)
}

fn remembered<T: Clone>(memory: &mut HashMap<String, T>, text: &str, find: impl FnOnce() -> T) -> T {
    if let Some(found) = memory.get(text) {
        return found.clone();
    }
    let found = find();
    memory.insert(text.to_owned(), found.clone());
    found
}
