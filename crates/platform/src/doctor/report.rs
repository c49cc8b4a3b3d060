//! All that was found, and as a text to send to somebody.

use super::{State, Step};
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
}

impl Report {
    pub(super) fn of(platform: &Platform, steps: Vec<Step>) -> Self {
        let text = text(platform, &steps);
        Self { steps, text }
    }

    /// Whether everything needed for inviting works, as far as reading can tell.
    pub fn is_ok(&self) -> bool {
        self.steps.iter().all(|step| step.state != State::Failed)
    }
}

fn text(platform: &Platform, steps: &[Step]) -> String {
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
        write_step(&mut text, step);
    }
    text
}

fn write_step(text: &mut String, step: &Step) {
    let Step { check, state, sentence, advice, facts, millis, .. } = step;
    // Writing to a text in memory can't fail.
    let _ = writeln!(text, "\n[{}] {}: {sentence} ({millis} ms)", state.word(), check.title());
    for fact in facts {
        let _ = writeln!(text, "    {}: {}", fact.name, fact.value);
    }
    if let Some(advice) = advice {
        let _ = writeln!(text, "    What to do: {advice}");
    }
}
