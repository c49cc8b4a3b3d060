//! Use cases: the people whom a run invited and who have not accepted, as a draft like any other, or as a list to keep.

use super::draft::Source;
use super::state::Meant;
use super::step::Step;
use super::view::draft_view;
use super::{Draft, bytes};
use crate::App;
use crate::contract::*;
use crate::runs::{Followed, Following, ReportFile, named, stem, write_list};
use rollcall_core::Invitation;
use rollcall_intake::{Reference, Table};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

const HEADERS: [(Field, &str); 6] = [
    (Field::Email, "E-mail"),
    (Field::FirstName, "First name"),
    (Field::LastName, "Last name"),
    (Field::Role, "Role"),
    (Field::IdentityProvider, "Identity provider"),
    (Field::Organizations, "Organizations"),
];
/// What a saved list says beside what was sent.
const BESIDE: [&str; 3] = ["Now", "Invited", "Row in file"];

/// Stands behind the name of the file that was sent first.
const AGAIN: &str = "invited again";

impl App {
    /// Makes a draft of exactly those of a run's people who stand so, by a fresh list: the same address, names, role,
    /// provider and organizations as the run sent, to be invited again. It is checked and sent like any other.
    pub async fn invite_again(
        &self,
        profile: String,
        run: String,
        who: Vec<Afterwards>,
    ) -> Result<DraftView, AppError> {
        if who.is_empty() || who.iter().any(|one| !matches!(one, Afterwards::Waits | Afterwards::Lapsed)) {
            return Err(AppError::new(
                ErrorCode::BadRequest,
                "Only people who have not accepted can be invited again. Nothing was sent.",
            ));
        }
        self.fresh_list(&profile).await?;
        let following = self.chosen(&profile, run, &who).await?;
        let reference = self.reference(&profile).await?;
        let name = again(&following.run.title);
        let bytes = rows(&following.people, &Names::of(&following.people, &reference))?;
        let source = Source::File { name, bytes: Arc::new(bytes) };
        let table = bytes::read(source.clone(), &ReadChoice::default(), &self.inner.reading).await?;
        if let Some(held) = self.draft_of_file(&profile, &table).await? {
            return Ok(draft_view(&*held.lock().await));
        }
        let opened = Step::Opened { columns: columns(&table), remembered: None, answers: Vec::new() };
        let mut draft = Draft::new(profile, source, table, opened);
        let decisions = Decisions { reinvite: true, ..Decisions::default() };
        draft.take(Step::Values { defaults: Defaults::default(), decisions }, None);
        self.keep_file(draft).await
    }

    /// A list of those of a run's people who stand so, by the list as it is now.
    pub async fn since_list(
        &self,
        profile: String,
        run: String,
        who: Vec<Afterwards>,
        format: ReportFormat,
    ) -> Result<ReportFile, AppError> {
        let following = self.chosen(&profile, run, &who).await?;
        let reference = self.reference(&profile).await?;
        let names = Names::of(&following.people, &reference);
        let gone = who.iter().all(|one| *one == Afterwards::NotListed);
        let what = if gone { "no longer listed" } else { "not accepted" };
        let name = named(&following.run.title, what, format);
        let headers: Vec<&str> = HEADERS.map(|(_, header)| header).into_iter().chain(BESIDE).collect();
        let cells = following.people.iter().map(|person| line(person, &names)).collect();
        Ok(write_list(name, &headers, cells, format))
    }

    async fn chosen(&self, profile: &str, run: String, who: &[Afterwards]) -> Result<Following, AppError> {
        let mut following = self.follow_run(profile, run).await?;
        if following.as_of.is_none() {
            return Err(AppError::new(
                ErrorCode::ListNotFresh,
                "There is no complete list of the platform that this run went to, so nobody can tell who has accepted. Nothing was sent; refresh and try again.",
            ));
        }
        following.people.retain(|person| who.contains(&person.stands));
        if following.people.is_empty() {
            return Err(AppError::new(
                ErrorCode::NothingToSend,
                "By the list of now, nobody of this run stands so any more. Nothing was sent.",
            ));
        }
        Ok(following)
    }
}

/// What a draft of people to be invited again is called.
fn again(title: &str) -> String {
    let stem = stem(title);
    match stem.ends_with(AGAIN) {
        true => stem,
        false => format!("{stem} - {AGAIN}"),
    }
}

/// The people as rows that a program might have written: text to the letter, in no dialect.
fn rows(people: &[Followed], names: &Names<'_>) -> Result<Vec<u8>, AppError> {
    let row = |person: &Followed| {
        let texts = names.texts(&person.sent).map(serde_json::Value::String);
        HEADERS.iter().map(|(_, header)| (*header).to_owned()).zip(texts).collect::<serde_json::Map<_, _>>()
    };
    serde_json::to_vec(&people.iter().map(row).collect::<Vec<_>>()).map_err(|problem| {
        AppError::new(ErrorCode::Internal, "The draft could not be made. Nothing was sent.")
            .with_detail(problem.to_string())
    })
}

/// What its columns mean is known, not guessed.
fn columns(table: &Table) -> BTreeMap<Field, Meant> {
    let meant = |(field, header): (Field, &str)| {
        let column = table.columns.iter().find(|column| column.header.as_deref() == Some(header))?;
        Some((field, Meant { column: Some(column.index), why: None, sure: true }))
    };
    HEADERS.into_iter().filter_map(meant).collect()
}

fn line(person: &Followed, names: &Names<'_>) -> Vec<String> {
    let since = person.clock.as_ref().map(|clock| clock.invited_at.clone()).unwrap_or_default();
    let beside = [now(person), since, person.row.to_string()];
    names.texts(&person.sent).into_iter().chain(beside).collect()
}

fn now(person: &Followed) -> String {
    let days = |days: u32| if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
    match (person.stands, &person.clock) {
        (Afterwards::Accepted, _) => "Accepted".to_owned(),
        (Afterwards::Waits, Some(clock)) => format!("Waits, {} left", days(clock.days)),
        (Afterwards::Waits, None) => "Waits".to_owned(),
        (Afterwards::Lapsed, Some(clock)) => format!("Lapsed {} ago", days(clock.days)),
        (Afterwards::Lapsed, None) => "Lapsed".to_owned(),
        (Afterwards::NotListed, _) => "No longer listed".to_owned(),
        (Afterwards::Blocked, _) => "Blocked".to_owned(),
        (Afterwards::Other, _) => "Other".to_owned(),
    }
}

/// What people call roles, providers and organizations, where exactly that one is understood by it; else the id.
struct Names<'a> {
    names: HashMap<&'a str, String>,
}

impl<'a> Names<'a> {
    fn of(people: &[Followed], reference: &'a Reference) -> Self {
        let mut names = HashMap::new();
        let sent = || people.iter().map(|person| &person.sent);
        let roles: BTreeSet<&str> = sent().map(|sent| sent.role_id.as_str()).collect();
        for role in reference.roles.iter().filter(|role| roles.contains(role.id.as_str())) {
            if rollcall_intake::find_role(&role.name, reference).is_ok_and(|found| found == role.id) {
                names.insert(role.id.as_str(), role.name.clone());
            }
        }
        let providers: BTreeSet<&str> =
            sent().filter_map(|sent| sent.identity_provider_id.as_ref()).map(|id| id.as_str()).collect();
        for one in reference.identity_providers.iter().filter(|one| providers.contains(one.id.as_str())) {
            if rollcall_intake::find_identity_provider(&one.name, reference)
                .is_ok_and(|found| found == one.id)
            {
                names.insert(one.id.as_str(), one.name.clone());
            }
        }
        let organizations: BTreeSet<&str> =
            sent().flat_map(|sent| &sent.organization_ids).map(|id| id.as_str()).collect();
        let labels = reference.organizations.iter().zip(reference.distinct_labels());
        let (ids, labels): (Vec<_>, Vec<_>) = labels
            .filter(|(one, _)| organizations.contains(one.id.as_str()))
            .map(|(one, label)| (&one.id, label))
            .unzip();
        // All at once: each question goes through every organization that there is.
        let found = rollcall_intake::find_organizations(&labels.join("\n"), reference);
        if found.is_ok_and(|found| found.iter().eq(ids.iter().copied())) {
            names.extend(ids.iter().map(|id| id.as_str()).zip(labels));
        }
        Self { names }
    }

    fn name(&self, id: &str) -> String {
        self.names.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    /// The texts of an invitation, under [`HEADERS`].
    fn texts(&self, sent: &Invitation) -> [String; 6] {
        let organizations: Vec<String> =
            sent.organization_ids.iter().map(|id| self.name(id.as_str())).collect();
        [
            sent.email.as_typed().to_owned(),
            sent.first_name.clone().unwrap_or_default(),
            sent.last_name.clone().unwrap_or_default(),
            self.name(sent.role_id.as_str()),
            sent.identity_provider_id.as_ref().map(|id| self.name(id.as_str())).unwrap_or_default(),
            organizations.join("\n"),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_invited_again_and_again_keeps_its_name() {
        assert_eq!(again("Onboarding Q4.xlsx"), "Onboarding Q4 - invited again");
        assert_eq!(again("Onboarding Q4 - invited again"), "Onboarding Q4 - invited again");
    }
}
