//! Use cases: read a file, and take the person's word on what it means.

use super::Checked;
use super::view::draft_view;
use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_file, of_roster};
use rollcall_intake::{Guess, Mapping, Plan, ReadOptions, Reference, Table};
use rollcall_platform::ReinvitePending;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

/// A file, or typed people, being prepared for one connection.
pub(crate) struct Draft {
    pub id: String,
    pub profile: String,
    pub source: Source,
    pub choice: ReadChoice,
    pub table: Arc<Table>,
    pub columns: BTreeMap<Field, Meant>,
    pub defaults: Defaults,
    pub decisions: Decisions,
    pub checked: Option<Checked>,
    /// The plan whose head-count was last given to the person. It outlives changes of the draft: what was
    /// changed since has not been looked at.
    pub seen: Option<Arc<Plan>>,
    /// The run that was made of it.
    pub run: Option<String>,
}

/// Where a draft's rows come from.
#[derive(Clone)]
pub(crate) enum Source {
    /// The bytes as they were when the file was dropped: editing it meanwhile changes nothing here.
    File { name: String, bytes: Arc<Vec<u8>> },
    /// Typed by hand.
    Typed,
}

/// What a field is taken from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Meant {
    pub column: Option<u32>,
    pub why: Option<String>,
    pub sure: bool,
}

impl Draft {
    fn new(profile: String, source: Source, choice: ReadChoice, table: Table) -> Self {
        Self {
            id: Uuid::new_v4().to_string(),
            profile,
            source,
            choice,
            table: Arc::new(table),
            columns: BTreeMap::new(),
            defaults: Defaults::default(),
            decisions: Decisions::default(),
            checked: None,
            seen: None,
            run: None,
        }
    }

    pub(crate) fn mapping(&self) -> Mapping {
        Mapping(self.columns.iter().filter_map(|(field, meant)| Some((*field, meant.column?))).collect())
    }

    /// What people call the run that is made of it.
    pub(crate) fn title(&self) -> String {
        match &self.source {
            Source::File { name, .. } => name.clone(),
            Source::Typed => "Typed by hand".to_owned(),
        }
    }

    pub(crate) fn file_sha256(&self) -> Option<String> {
        matches!(self.source, Source::File { .. }).then(|| self.table.file.sha256.clone())
    }

    fn take_guesses(&mut self, guesses: Vec<Guess>) {
        let meant = |guess: Guess| {
            (guess.field, Meant { column: Some(guess.column), why: Some(guess.why), sure: guess.sure })
        };
        self.columns = guesses.into_iter().map(meant).collect();
        self.checked = None;
    }

    /// A typed person's columns are known, not guessed.
    fn take_columns_of_people(&mut self) {
        let known = rollcall_intake::mapping_of_people();
        self.columns = known
            .0
            .into_iter()
            .map(|(field, column)| (field, Meant { column: Some(column), why: None, sure: true }))
            .collect();
    }

    fn take_columns(&mut self, choices: &[FieldChoice]) -> Result<(), AppError> {
        for choice in choices {
            let column = choice.column;
            if column.is_some_and(|column| column as usize >= self.table.columns.len()) {
                return Err(AppError::new(ErrorCode::BadRequest, "The file has no such column."));
            }
            // One column means one thing: the person's newest word takes it from the older one.
            if column.is_some() {
                self.columns.retain(|field, meant| *field == choice.field || meant.column != column);
            }
            self.columns.insert(choice.field, Meant { column, why: None, sure: true });
        }
        self.checked = None;
        Ok(())
    }

    /// Refuses a plan that invites others than the one that the person looked at.
    pub(crate) fn refuse_if_unseen(&self, checked: &Checked) -> Result<(), AppError> {
        let Some(seen) = &self.seen else { return Ok(()) };
        let (then, now) = (seen.invitations.len(), checked.plan.invitations.len());
        if seen.invitations == checked.plan.invitations {
            return Ok(());
        }
        let what = if then == now { "other people".to_owned() } else { format!("{now} and not {then}") };
        Err(AppError::new(
            ErrorCode::ListNotFresh,
            format!(
                "Since you looked at this plan it changed: {what} would be invited now. Nothing was sent. Look at the plan again, then send it."
            ),
        ))
    }

    pub(crate) fn refuse_if_sent(&self) -> Result<(), AppError> {
        match self.run {
            Some(_) => Err(AppError::new(
                ErrorCode::RunRefused,
                "This draft was sent. Look at its run, or drop the file again to start anew.",
            )),
            None => Ok(()),
        }
    }
}

impl App {
    /// Reads a file that was dropped or picked, and guesses its columns.
    pub async fn open_file(&self, profile: String, token: String) -> Result<DraftView, AppError> {
        let path = self.inner.desk.path_of(&token)?;
        let name = crate::home::file_name(&path);
        let bytes = blocking(move || file_bytes(&path)).await?;
        self.open_bytes(profile, name, bytes).await
    }

    /// Reads a file's bytes, and guesses its columns.
    pub async fn open_bytes(
        &self,
        profile: String,
        name: String,
        bytes: Vec<u8>,
    ) -> Result<DraftView, AppError> {
        let source = Source::File { name, bytes: Arc::new(bytes) };
        let choice = ReadChoice::default();
        let table = read(source.clone(), &choice).await?;
        self.lay_out(Draft::new(profile, source, choice, table)).await
    }

    /// Makes a draft of one person typed by hand.
    pub async fn type_person(&self, profile: String, person: TypedPerson) -> Result<DraftView, AppError> {
        let table = rollcall_intake::table_of_people(&[person]);
        let mut draft = Draft::new(profile, Source::Typed, ReadChoice::default(), table);
        draft.take_columns_of_people();
        let view = draft_view(&draft);
        self.inner.desk.lay(draft);
        Ok(view)
    }

    async fn lay_out(&self, mut draft: Draft) -> Result<DraftView, AppError> {
        let guesses = self.guess(&draft).await?;
        draft.take_guesses(guesses);
        let view = draft_view(&draft);
        self.inner.desk.lay(draft);
        Ok(view)
    }

    async fn guess(&self, draft: &Draft) -> Result<Vec<Guess>, AppError> {
        let reference = self.reference(&draft.profile).await?;
        let table = draft.table.clone();
        blocking(move || Ok(rollcall_intake::guess_mapping(&table, &reference))).await
    }

    /// A draft as it stands.
    pub async fn draft_view(&self, draft: String) -> Result<DraftView, AppError> {
        let held = self.inner.desk.draft(&draft)?;
        let draft = held.lock().await;
        Ok(draft_view(&draft))
    }

    /// Reads the draft's file again in another way.
    pub async fn reread_draft(&self, draft: String, choice: ReadChoice) -> Result<DraftView, AppError> {
        let held = self.inner.desk.draft(&draft)?;
        let mut draft = held.lock().await;
        draft.refuse_if_sent()?;
        draft.table = Arc::new(read(draft.source.clone(), &choice).await?);
        draft.choice = choice;
        let guesses = self.guess(&draft).await?;
        draft.take_guesses(guesses);
        Ok(draft_view(&draft))
    }

    /// Takes the person's word on what columns mean.
    pub async fn choose_columns(
        &self,
        draft: String,
        columns: Vec<FieldChoice>,
    ) -> Result<DraftView, AppError> {
        let held = self.inner.desk.draft(&draft)?;
        let mut draft = held.lock().await;
        draft.refuse_if_sent()?;
        draft.take_columns(&columns)?;
        Ok(draft_view(&draft))
    }

    /// Takes the person's defaults and decisions.
    pub async fn choose_values(
        &self,
        draft: String,
        defaults: Defaults,
        decisions: Decisions,
    ) -> Result<DraftView, AppError> {
        let held = self.inner.desk.draft(&draft)?;
        let mut draft = held.lock().await;
        draft.refuse_if_sent()?;
        draft.defaults = defaults;
        draft.decisions = decisions;
        draft.checked = None;
        Ok(draft_view(&draft))
    }

    /// The column that a person calls `name`, by header or letter.
    pub async fn column_named(&self, draft: &str, name: &str) -> Result<u32, AppError> {
        let held = self.inner.desk.draft(draft)?;
        let draft = held.lock().await;
        let column = draft.table.column_named(name).map(|column| column.index);
        column.ok_or_else(|| {
            AppError::new(ErrorCode::BadRequest, format!("The file has no column \"{name}\"."))
        })
    }

    /// What rows are checked against. Before the first refresh it is empty, and guesses rest on headers alone.
    pub(crate) async fn reference(&self, profile: &str) -> Result<Reference, AppError> {
        // Without credentials a file can still be read and looked at; it can't be sent.
        let facts = self.client(profile).await.map(|client| client.facts()).ok();
        let required = facts.as_ref().is_some_and(|facts| facts.identity_provider_required);
        let again = facts.is_some_and(|facts| facts.reinvite_pending == ReinvitePending::MailsAgain);
        self.ask(profile, move |roster| {
            Ok(Reference {
                roles: roster.roles().map_err(of_roster)?.into_iter().map(|held| held.role).collect(),
                identity_providers: roster
                    .identity_providers()
                    .map_err(of_roster)?
                    .into_iter()
                    .map(|used| used.identity_provider)
                    .collect(),
                organizations: roster
                    .organizations()
                    .map_err(of_roster)?
                    .into_iter()
                    .map(|known| known.organization)
                    .collect(),
                identity_provider_required: required,
                pending_can_be_reinvited: again,
            })
        })
        .await
    }
}

/// Reads on a thread of its own: a large workbook takes seconds.
async fn read(source: Source, choice: &ReadChoice) -> Result<Table, AppError> {
    let Source::File { name, bytes } = source else {
        return Err(AppError::new(ErrorCode::BadRequest, "A typed person has no file to read again."));
    };
    let options = ReadOptions {
        sheet: choice.sheet.clone(),
        header_row: choice.header_row,
        delimiter: choice.delimiter.as_deref().and_then(|text| text.chars().next()),
        encoding: choice.encoding.clone(),
    };
    blocking(move || rollcall_intake::read(&bytes, &name, &options).map_err(of_file)).await
}

/// Larger files than any spreadsheet that a person sends; the reader has closer limits of its own.
const FILE_BYTES: u64 = 512 << 20;

fn file_bytes(path: &Path) -> Result<Vec<u8>, AppError> {
    let refused = |sentence: &str| AppError::new(ErrorCode::FileRefused, sentence);
    let too_large = || {
        refused("This file is larger than 512 MB, which no list of people is. Nothing was read.")
            .with_detail("too-large")
    };
    let facts = std::fs::metadata(path)
        .map_err(|_| refused("The file is no longer there, or you may not read it. Nothing was sent."))?;
    if facts.is_dir() {
        return Err(refused("This is a folder. Drop the spreadsheet itself."));
    }
    if !facts.is_file() {
        // A pipe or a device has no length and may have no end.
        return Err(refused("This is no file that can be read as a whole. Drop the spreadsheet itself."));
    }
    if facts.len() > FILE_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    // One byte more than may be there: a file may grow while it is read.
    let read = std::fs::File::open(path).and_then(|file| file.take(FILE_BYTES + 1).read_to_end(&mut bytes));
    match read {
        Ok(length) if length as u64 > FILE_BYTES => Err(too_large()),
        Ok(_) => Ok(bytes),
        Err(problem) => Err(refused("The file can't be read. If another program holds it open, close it there and drop the file again.").with_detail(problem.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_has_no_end_is_not_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let link = folder.path().join("people.csv");
        std::os::unix::fs::symlink("/dev/zero", &link).expect("a link");
        for path in [link.as_path(), folder.path()] {
            let refused = file_bytes(path).expect_err("it is no file");
            assert_eq!(refused.code, ErrorCode::FileRefused, "{}", path.display());
        }
        let file = folder.path().join("one.csv");
        std::fs::write(&file, "Email").expect("a file");
        assert_eq!(file_bytes(&file).expect("bytes"), b"Email");
    }
}
