//! Use cases: what was learned from earlier files of a connection, shown and forgotten.

use super::Draft;
use super::check::hex_of;
use super::state::{Meant, Since, State};
use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_drafts};
use jiff::Timestamp;
use rollcall_core::sentence;
use rollcall_drafts::{Answer as KeptAnswer, Drafts, Mapping as KeptMapping};
use rollcall_intake::{Answer, Table, answer_key};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// What was learned from earlier files of one connection. Calls block for a moment: a few rows of a small database.
pub(crate) struct Memory(Arc<Drafts>);

/// What columns mean by an earlier file, and since when that is known.
pub(crate) type KnownColumns = (BTreeMap<Field, Meant>, Since);

/// What a column meant, as it is kept.
#[derive(serde::Serialize, serde::Deserialize)]
struct KeptColumn {
    column: u32,
    header: String,
}

impl App {
    /// Where nothing is kept, nothing is remembered: a job must not depend on what somebody clicked once.
    pub(crate) async fn memory(&self, profile: &str) -> Result<Option<Memory>, AppError> {
        if !self.inner.keep_drafts {
            return Ok(None);
        }
        Ok(Some(Memory(self.platform(profile).await?.drafts.clone())))
    }

    /// What is remembered of earlier files of a connection.
    pub async fn remembered(&self, profile: String) -> Result<Remembered, AppError> {
        let reference = self.reference(&profile).await?;
        let drafts = self.platform(&profile).await?.drafts.clone();
        blocking(move || {
            let mappings = drafts.mappings().map_err(of_drafts)?.into_iter().map(shown_mapping).collect();
            let answer = |kept: KeptAnswer| {
                let field = Field::from_word(&kept.field)?;
                let means = match field {
                    Field::Role => reference
                        .roles
                        .iter()
                        .find(|one| one.id.as_str() == kept.means)
                        .map(|one| one.name.clone()),
                    Field::IdentityProvider => reference
                        .identity_providers
                        .iter()
                        .find(|one| one.id.as_str() == kept.means)
                        .map(|one| one.name.clone()),
                    _ => reference
                        .organizations
                        .iter()
                        .find(|one| one.id.as_str() == kept.means)
                        .map(rollcall_core::Organization::label),
                };
                let means = means.unwrap_or(kept.means);
                Some(RememberedAnswer { id: kept.id, field, found: kept.found, means, used_at: kept.used_at })
            };
            let answers = drafts.answers().map_err(of_drafts)?.into_iter().filter_map(answer).collect();
            Ok(Remembered { mappings, answers })
        })
        .await
    }

    /// Forgets a remembered mapping or answer.
    pub async fn forget(&self, profile: String, id: String) -> Result<Remembered, AppError> {
        let drafts = self.platform(&profile).await?.drafts.clone();
        let forgotten = id.clone();
        let answer = blocking(move || {
            let known = drafts.answers().map_err(of_drafts)?.into_iter().find(|kept| kept.id == forgotten);
            drafts.forget(&forgotten).map_err(of_drafts)?;
            Ok(known)
        })
        .await?;
        let answer = answer.and_then(|kept| Some((Field::from_word(&kept.field)?, kept.key)));
        let forget = |draft: &mut Draft| {
            draft.forget_since(&id);
            if let Some((field, key)) = &answer {
                draft.forget_answer(*field, key);
            }
        };
        self.inner.desk.with_each(&profile, forget).await;
        self.remembered(profile).await
    }
}

fn shown_mapping(kept: KeptMapping) -> RememberedMapping {
    let columns: BTreeMap<Field, KeptColumn> = serde_json::from_str(&kept.columns).unwrap_or_default();
    let column = |(field, column): (Field, KeptColumn)| FieldValue {
        field,
        text: column.header,
        raw: None,
        edited: false,
    };
    RememberedMapping {
        id: kept.id,
        file: kept.file,
        columns: columns.into_iter().map(column).collect(),
        used_at: kept.used_at,
    }
}

impl Memory {
    /// What is known of values.
    pub(crate) fn answers(&self) -> Result<Vec<(Field, Answer)>, AppError> {
        let answer = |kept: KeptAnswer| {
            let field = Field::from_word(&kept.field)?;
            Some((field, Answer { found: kept.found, means: kept.means, remembered: true }))
        };
        Ok(self.0.answers().map_err(of_drafts)?.into_iter().filter_map(answer).collect())
    }

    /// Remembers what a value means.
    pub(crate) fn remember_answer(&self, field: Field, answer: &Answer) -> Result<(), AppError> {
        let kept = KeptAnswer {
            id: Uuid::new_v4().to_string(),
            field: field.as_str().to_owned(),
            key: answer_key(&answer.found),
            found: answer.found.clone(),
            means: answer.means.clone(),
            used_at: Timestamp::now().to_string(),
        };
        self.0.remember_answer(&kept).map_err(of_drafts)
    }

    /// Forgets what a value means.
    pub(crate) fn forget_answer(&self, field: Field, answer: &Answer) -> Result<(), AppError> {
        let key = answer_key(&answer.found);
        let known = self.0.answers().map_err(of_drafts)?;
        match known.iter().find(|kept| kept.field == field.as_str() && kept.key == key) {
            Some(kept) => self.0.forget(&kept.id).map_err(of_drafts),
            None => Ok(()),
        }
    }

    /// What the columns of a table mean by the last file of its shape, and since when that is known.
    pub(crate) fn mapping(&self, table: &Table) -> Result<Option<KnownColumns>, AppError> {
        let Some(shape) = shape(table) else { return Ok(None) };
        let Some(kept) = self.0.mapping_of(&shape).map_err(of_drafts)? else { return Ok(None) };
        let columns: BTreeMap<Field, KeptColumn> = serde_json::from_str(&kept.columns).unwrap_or_default();
        let why = vec![sentence!("As in \"{file}\".", file = kept.file)];
        let meant = |(field, known): (Field, KeptColumn)| {
            let column = Some(known.column).filter(|column| (*column as usize) < table.columns.len());
            (field, Meant { column, why: why.clone(), sure: true })
        };
        let since = Since { id: kept.id, at: kept.used_at };
        Ok(Some((columns.into_iter().map(meant).collect(), since)))
    }

    pub(crate) fn remember_mapping(&self, shape: &str, file: &str, state: &State) -> Result<(), AppError> {
        let column = |(field, meant): (&Field, &Meant)| {
            let column = meant.column?;
            let header = state.table.columns.get(column as usize)?.label();
            Some((*field, KeptColumn { column, header }))
        };
        let columns: BTreeMap<Field, KeptColumn> = state.columns.iter().filter_map(column).collect();
        let kept = KeptMapping {
            id: Uuid::new_v4().to_string(),
            shape: shape.to_owned(),
            file: file.to_owned(),
            columns: serde_json::to_string(&columns).unwrap_or_default(),
            used_at: Timestamp::now().to_string(),
        };
        self.0.remember_mapping(&kept).map_err(of_drafts)
    }
}

/// What files have in common whose columns mean the same: their headers, in order. A file without headers has no shape
/// by which it could be known again.
pub(crate) fn shape(table: &Table) -> Option<String> {
    if table.file.header_row == 0 {
        return None;
    }
    let names = table.columns.iter().map(|column| answer_key(column.header.as_deref().unwrap_or_default()));
    Some(hex_of(names.collect::<Vec<_>>().join("\u{1f}").as_bytes()))
}
