//! Use case: a connection is examined, and what was found is said in plain words.

use crate::App;
use crate::contract::*;

impl App {
    /// Calls the read-only lists and says what was found, step by step ([`AppEvent::Examined`]) and as a whole.
    pub async fn test_profile(&self, profile: String) -> Result<DoctorReport, AppError> {
        let client = self.client(&profile).await?;
        let steps: Vec<DoctorStep> = client.test().await.into_iter().map(step).collect();
        self.tell(AppEvent::ProfilesChanged);
        let ok = steps.iter().all(|step| step.state != DoctorState::Failed);
        Ok(DoctorReport { ok, steps, text: String::new() })
    }
}

fn step(step: rollcall_platform::ConnectionStep) -> DoctorStep {
    let mut title = step.name.to_string();
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let check = match step.name {
        "token" => DoctorCheck::SignIn,
        "users" => DoctorCheck::Users,
        "roles" => DoctorCheck::Roles,
        "identity providers" => DoctorCheck::IdentityProviders,
        _ => DoctorCheck::Organizations,
    };
    DoctorStep {
        check,
        title,
        // The list of organizations is optional: inviting works without it.
        state: match (step.ok, check) {
            (true, _) => DoctorState::Good,
            (false, DoctorCheck::Organizations) => DoctorState::Notice,
            (false, _) => DoctorState::Failed,
        },
        sentence: step.sentence,
        advice: None,
        facts: Vec::new(),
        count: step.count,
        milliseconds: step.millis,
    }
}
