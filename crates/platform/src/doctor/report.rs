//! All that was found, and as a text to send to somebody.

use super::{Fact, State, Step};
use crate::Platform;
use crate::network::place;
use jiff::Timestamp;
use std::fmt::Write;

/// A connection, examined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What was looked at, in order.
    pub steps: Vec<Step>,
    /// All of it as a text: no secret, no address of a person.
    pub text: String,
    /// The same without what others say in their own words, which may name a person.
    pub without_their_words: String,
}

impl Report {
    pub(super) fn of(platform: &Platform, steps: Vec<Step>) -> Self {
        let text = |of: fn(&Fact) -> &str| text(platform, &steps, of);
        let all = text(|fact| &fact.value);
        let without_their_words = text(|fact| if fact.is_theirs { LEFT_OUT } else { &fact.value });
        Self { text: all, without_their_words, steps }
    }

    /// Whether everything needed for inviting works, as far as reading can tell.
    pub fn is_ok(&self) -> bool {
        self.steps.iter().all(|step| step.state != State::Failed)
    }
}

/// What stands in the place of others' words.
const LEFT_OUT: &str = "(left out)";

fn text(platform: &Platform, steps: &[Step], value: fn(&Fact) -> &str) -> String {
    let facts = platform.facts();
    let mut text = format!(
        "Rollcall {} examined a connection on {}.\nServer: {}\nPlatform description: {} {}\n",
        env!("CARGO_PKG_VERSION"),
        Timestamp::now().strftime("%Y-%m-%d %H:%M UTC"),
        place(&platform.wire().base),
        facts.name,
        facts.version,
    );
    for step in steps {
        write_step(&mut text, step, value);
    }
    text
}

fn write_step(text: &mut String, step: &Step, value: fn(&Fact) -> &str) {
    let Step { check, state, sentence, advice, facts, millis, .. } = step;
    // Writing to a text in memory can't fail.
    let _ = writeln!(text, "\n[{}] {}: {sentence} ({millis} ms)", state.word(), check.title());
    for fact in facts {
        let _ = writeln!(text, "    {}: {}", fact.name, value(fact));
    }
    if let Some(advice) = advice {
        let _ = writeln!(text, "    What to do: {advice}");
    }
}
