//! The page's words for what the system shows.

use rollcall_app::contract::{AppError, ErrorCode, SystemWords, phrase};
use serde_json::Value;
use std::sync::Arc;
use tauri::{Manager, Wry};
use tokio::sync::watch;

/// No title and no line of a notification is longer.
const MOST_LETTERS: usize = 200;

/// What the page said last.
pub(crate) struct Words(watch::Sender<Option<Arc<SystemWords>>>);

impl Default for Words {
    fn default() -> Self {
        Self(watch::Sender::new(None))
    }
}

impl Words {
    /// Takes the words from the page.
    ///
    /// # Errors
    /// [`ErrorCode::BadRequest`] for what no system shows as one line. What was said before stays.
    pub(crate) fn take(&self, words: SystemWords) -> Result<(), AppError> {
        let all = serde_json::to_value(&words).unwrap_or_default();
        if !lines(&all).into_iter().all(is_one_line) {
            return Err(AppError::new(
                ErrorCode::BadRequest,
                phrase!("These are no words to show. Those before them stay."),
            ));
        }
        self.0.send_replace(Some(Arc::new(words)));
        Ok(())
    }

    /// The words, once the page has said them: it does so before anybody can ask for anything.
    pub(crate) async fn said(shell: &impl Manager<Wry>) -> Arc<SystemWords> {
        let mut said = shell.state::<Self>().0.subscribe();
        loop {
            if let Some(words) = said.borrow_and_update().clone() {
                return words;
            }
            // Who says them lives as long as the app.
            let _ = said.changed().await;
        }
    }
}

fn is_one_line(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= MOST_LETTERS && !text.chars().any(char::is_control)
}

/// Every text in what the page said.
fn lines(words: &Value) -> Vec<&str> {
    match words {
        Value::String(text) => vec![text],
        Value::Object(parts) => parts.values().flat_map(lines).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn all(text: &str) -> SystemWords {
        let group = |names: &str| -> Value {
            names.split_whitespace().map(|name| (name.to_owned(), Value::from(text))).collect()
        };
        let titles = "spreadsheet document viewsFile report thesePeople changes attention differing template users \
                      views connection part removeList evidence picture supportFile";
        let words = json!({
            "titles": group(titles),
            "kinds": group("spreadsheets documents views text all"),
            "notice": group("invited refused needsYou needYou checking notSent"),
        });
        serde_json::from_value(words).expect("all words")
    }

    #[test]
    fn what_is_no_line_is_refused_and_the_words_before_it_stay() {
        let words = Words::default();
        words.take(all("Speichern unter")).expect("words");
        for text in ["", "two\nlines", "\u{0}", &"x".repeat(MOST_LETTERS + 1)] {
            let mut bad = all("Speichern");
            bad.notice.not_sent = text.into();
            assert_eq!(words.take(bad).expect_err("no words").code, ErrorCode::BadRequest, "{text:?}");
            let kept = words.0.borrow().clone().expect("those of before");
            assert_eq!(*kept, all("Speichern unter"));
        }
    }
}
