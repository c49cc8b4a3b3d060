//! Words that the system shows beside the page: they are the page's own, so that they are in its language.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What the page says where only the system can show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SystemWords {
    /// Titles of file dialogs.
    pub titles: DialogTitles,
    /// Kinds of files in them.
    pub kinds: FileKinds,
    /// A run that came to rest.
    pub notice: NoticeWords,
}

/// What a file dialog asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DialogTitles {
    /// A spreadsheet of people.
    pub spreadsheet: String,
    /// A document about a platform.
    pub document: String,
    /// A file that views were exported to.
    pub views_file: String,
    /// Where a run's report goes.
    pub report: String,
    /// Where a list of a run's people goes.
    pub these_people: String,
    /// Where what changed goes.
    pub changes: String,
    /// Where the rows that need attention go.
    pub attention: String,
    /// Where the people go who are to be changed in the portal.
    pub differing: String,
    /// Where a template goes.
    pub template: String,
    /// Where people go.
    pub users: String,
    /// Where views go.
    pub views: String,
    /// Where a connection goes.
    pub connection: String,
    /// Where the part of a review goes that somebody else does.
    pub part: String,
    /// Where the remove list of a review goes.
    pub remove_list: String,
    /// Where a review's evidence goes.
    pub evidence: String,
    /// Where the picture of a chart goes.
    pub picture: String,
    /// Where a support file goes.
    pub support_file: String,
}

/// Kinds of files that have no name of their own, as Excel or CSV are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FileKinds {
    /// Whatever holds a table.
    pub spreadsheets: String,
    /// Whatever says something of a platform.
    pub documents: String,
    /// Exported views.
    pub views: String,
    /// Plain text.
    pub text: String,
    /// Any file.
    pub all: String,
}

/// How a run that came to rest is told in one line; `#` stands for how many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NoticeWords {
    /// People who were invited.
    pub invited: String,
    /// Rows that the platform refused.
    pub refused: String,
    /// One row that waits for a person's word.
    pub needs_you: String,
    /// More of them.
    pub need_you: String,
    /// Rows whose outcome is looked up.
    pub checking: String,
    /// Rows of which nothing was sent.
    pub not_sent: String,
}
