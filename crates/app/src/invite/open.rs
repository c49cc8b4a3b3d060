//! Use cases: open a file, a pasted table or a typed person, and take a draft up again.

use super::bytes::{file_bytes, read};
use super::desk::HeldDraft;
use super::draft::Source;
use super::memory::{Memory, shape};
use super::state::{State, meant};
use super::step::Step;
use super::view::draft_view;
use super::{Draft, fingerprint, marked};
use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_drafts, of_journal};
use jiff::Timestamp;
use rollcall_core::phrase;
use rollcall_drafts::{Drafts, NewDraft};
use rollcall_intake::Table;
use std::sync::Arc;

/// The words for where a draft's bytes come from, as they are kept.
const FILE: &str = "file";
const TYPED: &str = "typed";

/// What a pasted table is called.
const PASTED: &str = phrase!("Pasted table");

impl App {
    /// Reads a file that was dropped or picked, and guesses its columns. The same bytes again are the same draft, and
    /// a workbook that Rollcall made of a draft's rows continues that draft.
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
        // The list that the rows are checked against is fetched meanwhile.
        self.begin_fresh_list(&profile);
        let source = Source::File { name, bytes: Arc::new(bytes) };
        let table = read(source.clone(), &ReadChoice::default(), &self.inner.reading).await?;
        if let Some(held) = self.draft_of_file(&profile, &table).await? {
            return Ok(draft_view(&*held.lock().await));
        }
        if let Some(view) = self.continue_marked(&profile, &table).await? {
            return Ok(view);
        }
        self.lay_out(profile, source, table).await
    }

    /// Makes a draft of a table that was copied in another program.
    pub async fn paste_table(&self, profile: String, text: String) -> Result<DraftView, AppError> {
        if text.trim().is_empty() {
            return Err(AppError::new(
                ErrorCode::FileRefused,
                phrase!("There is nothing in what was pasted."),
            )
            .with_detail("empty-file"));
        }
        self.open_bytes(profile, PASTED.to_owned(), text.into_bytes()).await
    }

    /// Makes a draft of one person typed by hand.
    pub async fn type_person(&self, profile: String, person: TypedPerson) -> Result<DraftView, AppError> {
        let people = [person];
        let table = Arc::new(rollcall_intake::table_of_people(&people));
        let known = rollcall_intake::mapping_of_people().0.into_iter();
        // A typed person's columns are known, not guessed.
        let columns = known.map(|(field, column)| {
            (field, super::state::Meant { column: Some(column), why: Vec::new(), sure: true })
        });
        let opened = Step::Opened { columns: columns.collect(), remembered: None, answers: Vec::new() };
        let bytes = serde_json::to_vec(&people).unwrap_or_default();
        let draft = Draft::new(profile, Source::Typed, table, opened);
        self.keep_and_lay(draft, TYPED, Arc::new(bytes)).await
    }

    async fn lay_out(
        &self,
        profile: String,
        source: Source,
        table: Arc<Table>,
    ) -> Result<DraftView, AppError> {
        let opened = self.understand(&profile, &table).await?;
        self.keep_file(Draft::new(profile, source, table, opened)).await
    }

    /// Keeps a new draft of a file, and lays it on the desk.
    pub(crate) async fn keep_file(&self, draft: Draft) -> Result<DraftView, AppError> {
        let Source::File { bytes, .. } = &draft.source else {
            return Err(AppError::new(ErrorCode::BadRequest, phrase!("A typed person has no file.")));
        };
        let bytes = bytes.clone();
        self.keep_and_lay(draft, FILE, bytes).await
    }

    /// What the columns of a table mean: as they did in the last file of this shape, else by guess.
    async fn understand(&self, profile: &str, table: &Arc<Table>) -> Result<Step, AppError> {
        let memory = self.memory(profile).await?;
        let answers = memory.as_ref().map(Memory::answers).transpose()?.unwrap_or_default();
        let known = match (&memory, marked::is_template(table)) {
            (Some(memory), false) => memory.mapping(table)?,
            _ => None,
        };
        if let Some((columns, since)) = known {
            return Ok(Step::Opened { columns, remembered: Some(since), answers });
        }
        let reference = self.reference(profile).await?;
        let table = table.clone();
        let guesses = blocking(move || Ok(rollcall_intake::guess_mapping(&table, &reference))).await?;
        Ok(Step::Opened { columns: meant(guesses), remembered: None, answers })
    }

    async fn keep_and_lay(
        &self,
        mut draft: Draft,
        origin: &'static str,
        bytes: Arc<Vec<u8>>,
    ) -> Result<DraftView, AppError> {
        if self.inner.keep_drafts {
            self.keep(&mut draft, origin, bytes).await?;
        }
        let view = draft_view(&draft);
        self.inner.desk.lay(draft);
        Ok(view)
    }

    async fn keep(
        &self,
        draft: &mut Draft,
        origin: &'static str,
        bytes: Arc<Vec<u8>>,
    ) -> Result<(), AppError> {
        let drafts = self.platform(&draft.profile).await?.drafts.clone();
        let steps = draft.steps().0.map(written).collect::<Result<Vec<_>, _>>()?;
        let (id, sha256) = (draft.id.clone(), draft.table().file.sha256.clone());
        let rows = draft.table().file.rows_read;
        let name = match &draft.source {
            Source::File { name, .. } => Some(name.clone()),
            Source::Typed => None,
        };
        blocking(move || {
            let new = NewDraft {
                id: &id,
                name: name.as_deref(),
                origin,
                sha256: &sha256,
                bytes: &bytes,
                rows,
                steps: &steps,
                at: &Timestamp::now().to_string(),
            };
            drafts.keep(&new).map_err(of_drafts)
        })
        .await?;
        draft.kept = true;
        Ok(())
    }

    /// The draft that is being made of these very bytes, if there is one.
    pub(crate) async fn draft_of_file(
        &self,
        profile: &str,
        table: &Arc<Table>,
    ) -> Result<Option<HeldDraft>, AppError> {
        if !self.inner.keep_drafts {
            return Ok(None);
        }
        let drafts = self.platform(profile).await?.drafts.clone();
        let sha256 = table.file.sha256.clone();
        let known = blocking(move || drafts.of_file(&sha256).map_err(of_drafts)).await?;
        match known {
            Some(id) => match self.held(&id).await {
                Ok(held) => Ok(Some(held)),
                // It stays in the list; the file itself is not kept from being opened by it.
                Err(problem) => {
                    tracing::warn!(code = ?problem.code, "a draft can't be taken up");
                    Ok(None)
                }
            },
            None => Ok(None),
        }
    }

    /// A draft that lies open, or one that is taken up again as it was left.
    pub(crate) async fn held(&self, id: &str) -> Result<HeldDraft, AppError> {
        if let Some(held) = self.inner.desk.open_draft(id) {
            return Ok(held);
        }
        let _one_at_a_time = self.inner.desk.taking_up.lock().await;
        if let Some(held) = self.inner.desk.open_draft(id) {
            return Ok(held);
        }
        let profile = Draft::profile_of(id).filter(|_| self.inner.keep_drafts).ok_or_else(gone)?.to_owned();
        let drafts = self.platform(&profile).await.map_err(|_| gone())?.drafts.clone();
        let draft = self.take_up(&profile, id, drafts).await?;
        Ok(self.inner.desk.lay(draft))
    }

    async fn take_up(&self, profile: &str, id: &str, drafts: Arc<Drafts>) -> Result<Draft, AppError> {
        let asked = id.to_owned();
        let kept = blocking(move || drafts.draft(&asked).map_err(of_drafts)).await?;
        let bytes = Arc::new(kept.bytes);
        let source = match kept.name {
            Some(name) if kept.origin != TYPED => Source::File { name, bytes: bytes.clone() },
            _ => Source::Typed,
        };
        let mut state = State { table: self.table_of(&source, &bytes).await?, ..State::default() };
        let remembered =
            self.memory(profile).await?.map(|memory| memory.answers()).transpose()?.unwrap_or_default();
        let mut taken = Vec::new();
        for step in &kept.steps {
            let mut step: Step = serde_json::from_str(step).map_err(|problem| {
                AppError::new(ErrorCode::Storage, phrase!("What was done to this draft can't be read. Drop the file again; nothing was sent from it."))
                    .with_detail(problem.to_string())
            })?;
            // What was forgotten since is not known here either.
            if let Step::Opened { answers, .. } = &mut step {
                answers.retain(|known| remembered.contains(known));
            }
            let table = match &step {
                Step::Read { choice, .. } => Some(read(source.clone(), choice, &self.inner.reading).await?),
                _ => None,
            };
            state = step.after(&state, table);
            taken.push((step, state.clone()));
        }
        if taken.is_empty() {
            return Err(gone());
        }
        let holds = usize::try_from(kept.holds).unwrap_or(usize::MAX);
        let mut draft = Draft::of(id.to_owned(), profile.to_owned(), source, taken, holds);
        draft.kept = true;
        draft.run = self.run_of(&draft, &kept.changed_at).await?;
        Ok(draft)
    }

    /// The run that was made of a draft just before Rollcall ended, so that it could not be forgotten: a run of the same
    /// file and decisions, begun after the draft's last change.
    async fn run_of(&self, draft: &Draft, changed_at: &str) -> Result<Option<String>, AppError> {
        let Ok(changed_at) = changed_at.parse::<Timestamp>() else { return Ok(None) };
        let journal = self.platform(&draft.profile).await?.journal.clone();
        let same = fingerprint(draft);
        let runs = blocking(move || journal.find_by_fingerprint(&same).map_err(of_journal)).await?;
        let later = |begun: &str| begun.parse::<Timestamp>().is_ok_and(|begun| begun >= changed_at);
        Ok(runs.into_iter().find(|run| later(&run.started_at)).map(|run| run.id.to_string()))
    }

    async fn table_of(&self, source: &Source, bytes: &[u8]) -> Result<Arc<Table>, AppError> {
        match source {
            Source::File { .. } => read(source.clone(), &ReadChoice::default(), &self.inner.reading).await,
            Source::Typed => {
                let people: Vec<TypedPerson> = serde_json::from_slice(bytes).unwrap_or_default();
                Ok(Arc::new(rollcall_intake::table_of_people(&people)))
            }
        }
    }

    /// A draft as it stands.
    pub async fn draft_view(&self, draft: String) -> Result<DraftView, AppError> {
        let held = self.held(&draft).await?;
        let draft = held.lock().await;
        Ok(draft_view(&draft))
    }

    /// The column that a person calls `name`, by header or letter.
    pub async fn column_named(&self, draft: &str, name: &str) -> Result<u32, AppError> {
        let held = self.held(draft).await?;
        let draft = held.lock().await;
        let column = draft.table().column_named(name).map(|column| column.index);
        column.ok_or_else(|| {
            AppError::new(ErrorCode::BadRequest, format!("The file has no column \"{name}\"."))
        })
    }

    /// Drafts that can be gone on with, the last changed first.
    pub async fn list_drafts(&self, profile: String) -> Result<Vec<DraftSummary>, AppError> {
        let drafts = self.platform(&profile).await?.drafts.clone();
        let kept = blocking(move || drafts.list().map_err(of_drafts)).await?;
        let summary = |draft: rollcall_drafts::Summary| DraftSummary {
            id: draft.id,
            name: draft.name,
            rows: draft.rows,
            // Opening the file changed nothing.
            changes: draft.holds.saturating_sub(1),
            changed_at: draft.changed_at,
        };
        Ok(kept.into_iter().map(summary).collect())
    }

    /// Forgets a draft and its copy of the file.
    pub async fn discard_draft(&self, draft: String) -> Result<(), AppError> {
        self.inner.desk.discard(&draft);
        self.forget_draft(&draft).await
    }

    /// Forgets what is kept of a draft; it may lie open still.
    pub(crate) async fn forget_draft(&self, draft: &str) -> Result<(), AppError> {
        let Some(profile) = Draft::profile_of(draft).filter(|_| self.inner.keep_drafts) else {
            return Ok(());
        };
        let drafts = self.platform(profile).await?.drafts.clone();
        let id = draft.to_owned();
        blocking(move || drafts.discard(&id).map_err(of_drafts)).await
    }

    /// Remembers what the columns of a draft mean, for the next file of its shape.
    pub(crate) async fn remember_columns(&self, draft: &Draft) -> Result<(), AppError> {
        let state = draft.now();
        let (Some(shape), Source::File { name, .. }) = (shape(&state.table), &draft.source) else {
            return Ok(());
        };
        match self.memory(&draft.profile).await? {
            Some(memory) => memory.remember_mapping(&shape, name, state),
            None => Ok(()),
        }
    }
}

/// A step as it is kept.
pub(crate) fn written(step: &Step) -> Result<String, AppError> {
    serde_json::to_string(step).map_err(|problem| {
        AppError::new(
            ErrorCode::Internal,
            phrase!("This step could not be written down, so it was not taken."),
        )
        .with_detail(problem.to_string())
    })
}

fn gone() -> AppError {
    AppError::new(
        ErrorCode::FileGone,
        phrase!(
            "This draft is no longer here: it was sent, or discarded. What was sent stands under Runs; to send something else, drop its file."
        ),
    )
}
