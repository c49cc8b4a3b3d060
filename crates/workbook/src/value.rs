//! What stands in a cell of a list that is written with its kinds: texts, numbers and moments.

/// A cell of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// A text, and nothing else whatever it looks like.
    Text(String),
    /// A number that a spreadsheet program holds without loss.
    Number {
        /// The number.
        value: f64,
        /// As it was given.
        text: String,
    },
    /// A point in time.
    Moment {
        /// Milliseconds since 1970, UTC.
        unix_ms: i64,
        /// As it was given.
        text: String,
    },
}

impl Value {
    /// A text; nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// How it reads.
    pub fn shown(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Text(text) | Self::Number { text, .. } | Self::Moment { text, .. } => text,
        }
    }
}
