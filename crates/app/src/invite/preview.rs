//! Use case: one call, exactly as it would be sent.

use crate::App;
use crate::contract::*;
use rollcall_core::{Invitation, phrase};

impl App {
    /// One call, exactly as it would be sent.
    pub async fn draft_call(&self, draft: String, index: u32) -> Result<CallPreview, AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        let checked = self.shown_plan(&mut draft).await?;
        let position = index as usize;
        let size = *checked.calls.get(position).ok_or_else(none)?;
        let first: usize = checked.calls.iter().take(position).sum();
        let people: Vec<Invitation> =
            checked.plan.invitations().skip(first).take(size).map(|planned| planned.invitation).collect();
        let client = self.client(&draft.profile).await?;
        Ok(CallPreview {
            index,
            calls: u32::try_from(checked.calls.len()).unwrap_or(u32::MAX),
            people: u32::try_from(people.len()).unwrap_or(u32::MAX),
            request: client.invite_request_line(),
            json: indented(&client.invite_body(&people))?,
        })
    }
}

/// The same bytes with white space for reading: keys stay in their order.
fn indented(body: &[u8]) -> Result<String, AppError> {
    let broken = |problem: serde_json::Error| {
        AppError::new(ErrorCode::Internal, phrase!("The call can't be shown."))
            .with_detail(problem.to_string())
    };
    let value: serde_json::Value = serde_json::from_slice(body).map_err(broken)?;
    serde_json::to_string_pretty(&value).map_err(broken)
}

fn none() -> AppError {
    AppError::new(ErrorCode::NothingToSend, phrase!("There is no such call: nobody would be invited by it."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preview_without_its_white_space_is_what_is_sent() {
        let sent = br#"{"Users":[{"Email":"z@x.example","FirstName":"A b","GroupId":"1"}]}"#;
        let shown = indented(sent).expect("JSON");
        let compact = serde_json::to_vec(&serde_json::from_str::<serde_json::Value>(&shown).expect("JSON"))
            .expect("JSON");
        assert_eq!(compact, sent, "keys must keep their order");
    }
}
