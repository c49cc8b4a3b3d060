//! Views as a file holds them: what an older Rollcall or a hand left out is as usual.

use crate::contract::{Density, UserView, ViewColumn};
use rollcall_roster::UserQuery;
use serde::{Deserialize, Deserializer};

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Written {
    id: String,
    name: String,
    query: UserQuery,
    columns: Vec<WrittenColumn>,
    density: Density,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct WrittenColumn {
    id: String,
    width: u32,
    pinned: bool,
    hidden: bool,
}

impl From<Written> for UserView {
    fn from(written: Written) -> Self {
        let Written { id, name, query, columns, density } = written;
        Self { id, name, query, columns: columns.into_iter().map(Into::into).collect(), density }
    }
}

impl From<WrittenColumn> for ViewColumn {
    fn from(written: WrittenColumn) -> Self {
        let WrittenColumn { id, width, pinned, hidden } = written;
        Self { id, width, pinned, hidden }
    }
}

/// Reads a list of them.
pub(super) fn views<'de, D: Deserializer<'de>>(file: D) -> Result<Vec<UserView>, D::Error> {
    Vec::<Written>::deserialize(file).map(|views| views.into_iter().map(Into::into).collect())
}

/// Reads one, or none.
pub(super) fn view<'de, D: Deserializer<'de>>(file: D) -> Result<Option<UserView>, D::Error> {
    Option::<Written>::deserialize(file).map(|view| view.map(Into::into))
}
