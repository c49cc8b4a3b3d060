//! What ended badly, as the page tells it.

use serde::Deserialize;
use specta::Type;

/// Something in the page went wrong that no screen has words for. Nothing of what it said crosses: that could hold a name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PageFault {
    /// What.
    pub what: PageFaultKind,
    /// The kind of the error, such as `TypeError`.
    pub name: String,
    /// The way to it in the page's own files, innermost first, such as `assets/index-DkX0.js:1:2345`.
    pub places: Vec<String>,
}

/// Where in the page something went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum PageFaultKind {
    /// A screen could not be drawn.
    Screen,
    /// A script failed outside of any screen.
    Script,
    /// Something failed that was begun and not waited for.
    Promise,
}
