//! Use case: a connection is examined, and what was found is said in plain words.

use crate::App;
use crate::contract::*;
use crate::home::{Home, read_json, write_json};
use rollcall_platform::{Check, Fact, State, Step};
use serde::{Deserialize, Serialize};

impl App {
    /// Calls the read-only lists and says what was found, step by step ([`AppEvent::Examined`]) and as a whole.
    pub async fn test_profile(&self, profile: String) -> Result<DoctorReport, AppError> {
        let client = self.client(&profile).await?;
        let told = |seen: &Step| {
            self.tell(AppEvent::Examined(DoctorProgress { profile: profile.clone(), step: step(seen) }));
        };
        let report = client.examine(told).await;
        self.tell(AppEvent::ProfilesChanged);
        self.keep_examination(&profile, report.without_their_words.clone());
        let (ok, steps) = (report.is_ok(), report.steps.iter().map(step).collect());
        Ok(DoctorReport { ok, steps, text: report.text })
    }

    /// Keeps what was found last, for a support file: nobody is asked anew for that.
    fn keep_examination(&self, profile: &str, without_their_words: String) {
        // It may have been removed while it was tested.
        if self.profile(profile).is_err() {
            return;
        }
        let kept = self
            .inner
            .home
            .examined(profile)
            .and_then(|path| write_json(&path, &Examined { without_their_words }));
        if let Err(problem) = kept {
            tracing::warn!(code = ?problem.code, "what a test of a connection found could not be kept");
        }
    }
}

/// What the last test of a connection said, if there was one.
pub(crate) fn examined(home: &Home, profile: &str) -> Option<String> {
    let path = home.examined(profile).ok()?;
    let kept = read_json::<Option<Examined>>(&path).ok().flatten()?;
    Some(kept.without_their_words)
}

/// What is kept of a test. Earlier versions kept all of the text, in which others' words may name a person: that is not read.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Examined {
    without_their_words: String,
}

fn step(step: &Step) -> DoctorStep {
    DoctorStep {
        check: check(step.check),
        title: step.check.title().to_owned(),
        state: state(step.state),
        sentence: step.sentence.clone(),
        advice: step.advice.clone(),
        facts: step.facts.iter().map(fact).collect(),
        count: step.count,
        milliseconds: step.millis,
    }
}

fn fact(fact: &Fact) -> DoctorFact {
    DoctorFact { name: fact.name.clone(), value: fact.value.clone() }
}

fn state(state: State) -> DoctorState {
    match state {
        State::Good => DoctorState::Good,
        State::Notice => DoctorState::Notice,
        State::Failed => DoctorState::Failed,
        State::Skipped => DoctorState::Skipped,
        State::Unknown => DoctorState::Unknown,
    }
}

fn check(check: Check) -> DoctorCheck {
    match check {
        Check::Proxy => DoctorCheck::Proxy,
        Check::Name => DoctorCheck::Name,
        Check::Encryption => DoctorCheck::Encryption,
        Check::SignIn => DoctorCheck::SignIn,
        Check::Key => DoctorCheck::Key,
        Check::Users => DoctorCheck::Users,
        Check::Paging => DoctorCheck::Paging,
        Check::Roles => DoctorCheck::Roles,
        Check::IdentityProviders => DoctorCheck::IdentityProviders,
        Check::Organizations => DoctorCheck::Organizations,
        Check::Headers => DoctorCheck::Headers,
        Check::Fields => DoctorCheck::Fields,
        Check::Clock => DoctorCheck::Clock,
        Check::Latency => DoctorCheck::Latency,
        Check::Sight => DoctorCheck::Sight,
        Check::Contract => DoctorCheck::Contract,
    }
}
