//! Use case: whoever sends much to a live platform, or power over others, types its name first.

use crate::App;
use crate::connect::Profile;
use crate::contract::{AppError, ErrorCode};
use rollcall_core::sentence;
use rollcall_intake::Plan;

/// People who may be invited to a live platform without its name being typed.
const UNASKED: usize = 25;

impl App {
    /// Takes the connection's name as typed, before a draft is sent that asks for it. It holds for the plan that was
    /// looked at last: a new check or a change asks anew.
    pub async fn confirm_sending(&self, draft: String, name: String) -> Result<(), AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        draft.refuse_if_sent()?;
        let asked = self.profile(&draft.profile)?.name;
        if !is_name(&asked, &name) {
            return Err(AppError::new(
                ErrorCode::NameNeeded,
                sentence!(
                    "This is not the name of the connection. Nothing was sent; type \u{201c}{asked}\u{201d} to send.",
                    asked = asked
                ),
            ));
        }
        draft.confirm()
    }
}

/// Whether a plan is sent through a connection only once its name was typed.
pub(crate) fn name_needed(profile: &Profile, plan: &Plan) -> bool {
    profile.live && (plan.people() > UNASKED || !plan.people_with_power().is_empty())
}

fn is_name(name: &str, typed: &str) -> bool {
    name.to_lowercase().split_whitespace().eq(typed.to_lowercase().split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_whatever_its_case_and_the_blanks_around_it() {
        for typed in ["Nordlys  Lab", " nordlys lab\n", "NORDLYS LAB"] {
            assert!(is_name("Nordlys Lab", typed), "{typed:?}");
        }
        for typed in ["", "Nordlys", "Nordlys Lab 2", "NordlysLab"] {
            assert!(!is_name("Nordlys Lab", typed), "{typed:?}");
        }
    }
}
