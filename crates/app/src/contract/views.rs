//! Views of the list of people: what is shown of whom, under a name.

use super::UserQuery;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A view: which people, in which order, with which columns, how close.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UserView {
    /// The view's id. Empty for one that is not kept yet, and for how the screen stood last.
    pub id: String,
    /// What the person calls it: 1 to 60 characters, and no other view of the connection is called so in any case.
    pub name: String,
    /// Which people, in which order. Ids that the platform no longer has are kept, and match nobody.
    pub query: UserQuery,
    /// All columns, in the order in which they stand.
    pub columns: Vec<ViewColumn>,
    /// How close the rows stand.
    pub density: Density,
}

/// A column of a view.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ViewColumn {
    /// The column: a word of the contract, or `other:` and the name of a field that Rollcall has no name for.
    pub id: String,
    /// In pixels; 0 is the column's own.
    pub width: u32,
    /// Whether it stays when the others are scrolled.
    pub pinned: bool,
    /// Whether it is not shown.
    pub hidden: bool,
}

/// How close the rows of a list stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Density {
    /// With room.
    #[default]
    Comfortable,
    /// As many as fit.
    Compact,
}

/// The views of a connection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UserViews {
    /// In the person's own order.
    pub views: Vec<UserView>,
    /// How the screen stood last.
    pub last: Option<UserView>,
    /// The name of a file, where the views that were kept could not be read and were put aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[specta(optional)]
    pub set_aside: Option<String>,
}

/// What a file of views brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ViewsImported {
    /// Views that were not there before.
    pub added: u32,
    /// Views that are now as the file has them.
    pub replaced: u32,
}
