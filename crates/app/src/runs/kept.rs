//! The record of a connection's runs, which outlives the connection.

use crate::App;
use crate::contract::{AppError, ErrorCode};
use crate::errors::{blocking, of_journal};
use crate::home::{entries, file_name};
use crate::platforms::OpenPlatform;
use rollcall_runs::Journal;
use std::path::PathBuf;
use std::sync::Arc;

/// The runs of a connection. Those of one that was removed are there for reading alone.
pub(crate) struct Record {
    pub profile: String,
    pub journal: Arc<Journal>,
    /// The connection, unless it was removed.
    pub open: Option<Arc<OpenPlatform>>,
}

impl App {
    /// What a connection's runs can be read from, whether it is still there or was removed.
    pub(crate) async fn record(&self, profile: &str) -> Result<Record, AppError> {
        match self.platform(profile).await {
            Ok(open) => {
                let journal = open.journal.clone();
                Ok(Record { profile: profile.to_owned(), journal, open: Some(open) })
            }
            Err(gone) if gone.code == ErrorCode::ProfileUnknown => {
                let mut kept = self.kept_records()?.into_iter();
                let (profile, path) = kept.find(|(id, _)| id == profile).ok_or(gone)?;
                let key = self.data_key().await?;
                let opened = move || Journal::open_read_only(&path, key.as_ref()).map_err(of_journal);
                Ok(Record { profile, journal: Arc::new(blocking(opened).await?), open: None })
            }
            Err(problem) => Err(problem),
        }
    }

    /// Connections that were removed, whose record is still there.
    pub(crate) fn removed_profiles(&self) -> Result<Vec<String>, AppError> {
        let kept = self.kept_records()?.into_iter().map(|(id, _)| id);
        Ok(kept.filter(|id| self.profile(id).is_err()).collect())
    }

    /// Every record of runs in the data folder, by the id of its connection.
    fn kept_records(&self) -> Result<Vec<(String, PathBuf)>, AppError> {
        let folders = entries(&self.inner.home.root().join("profiles"))?.into_iter();
        let records = folders.map(|folder| (file_name(&folder), folder.join("journal.db")));
        Ok(records.filter(|(_, record)| record.is_file()).collect())
    }
}
