//! Tokens that a person pastes: checked when they come, weighed before a run, replaced while one waits.

use crate::common::*;
use rollcall_app::Secret;
use rollcall_app::contract::*;
use rollcall_sandbox::Sandbox;

fn pasted(token: &str) -> PastedToken {
    PastedToken { token: TypedSecret(Secret::new(token)) }
}

async fn desk_with(token: &str, seconds: u32) -> Desk {
    let desk = Desk::settling(0, None, seconds).await;
    let secret = Some(TypedSecret(Secret::new(token)));
    let id = Some(desk.profile.clone());
    let draft = ProfileDraft { id, sign_in: SignIn::Token, secret, ..draft(&desk.sandbox) };
    desk.app.save_profile(draft).await.expect("kept");
    desk
}

/// A token that ends after so many seconds.
async fn token_for(sandbox: &Sandbox, seconds: u32) -> String {
    let plan = format!(r#"{{"token_lifetime_seconds":{seconds}}}"#);
    sandbox.set_faults(serde_json::from_str(&plan).expect("a fault plan"));
    let info = sandbox.info();
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", &info.client_id),
        ("client_secret", &info.client_secret),
    ];
    let asked = reqwest::Client::new().post(&info.token_url).form(&form).send().await.expect("an answer");
    let given: serde_json::Value = asked.json().await.expect("a document");
    sandbox.set_faults(serde_json::from_str("{}").expect("a fault plan"));
    given["access_token"].as_str().expect("a token").to_owned()
}

async fn paste(desk: &Desk, token: &str) -> Result<ProfileView, AppError> {
    desk.app.paste_token(desk.profile.clone(), pasted(token)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_serves_nothing_is_refused_and_the_kept_one_stays() {
    let desk = desk_with("none yet", 0).await;
    let good = desk.sandbox.info().token.clone();
    let view = paste(&desk, &format!(" Bearer {good}\n")).await.expect("taken");
    assert!(view.token_expires_at.is_some(), "a JWT says until when: {view:?}");
    // exp is 2001-09-09 01:46:40.
    let ended = "e30.eyJleHAiOjEwMDAwMDAwMDB9.c2ln";
    for (token, word) in
        [("  ", "no token"), (ended, "ended at 2001-09-09 01:46 UTC"), ("a\nb", "line break")]
    {
        let refused = paste(&desk, token).await.expect_err(word);
        assert_eq!(refused.code, ErrorCode::ProfileInvalid, "{word}");
        assert!(refused.message.contains(word), "{refused}");
    }
    desk.app.refresh(desk.profile.clone()).await.expect("the one that was kept serves still");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_connection_that_uses_pasted_tokens_takes_one() {
    let desk = Desk::new().await;
    assert_eq!(paste(&desk, "t").await.expect_err("refused").code, ErrorCode::BadRequest);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_the_token_would_not_outlive_starts_once_there_is_a_new_one() {
    let desk = desk_with("none yet", 0).await;
    let (short, long) = (token_for(&desk.sandbox, 45).await, desk.sandbox.info().token.clone());
    paste(&desk, &short).await.expect("taken");
    let draft = desk.people(&["p1@trey.example", "p2@trey.example"]).await;
    desk.check(&draft).await;
    let refused = desk.app.start_run(draft.id.clone(), SendMode::All).await.expect_err("it ends first");
    assert_eq!(refused.code, ErrorCode::TokenEnds, "{refused:?}");
    assert_eq!(refused.message.matches("UTC").count(), 2, "both times are said: {refused}");
    assert!(desk.invited().is_empty() && desk.runs().await.is_empty(), "nothing was written or sent");
    paste(&desk, &long).await.expect("taken");
    let run = desk.start(&draft).await;
    let run = desk.rest(&run).await;
    assert_eq!((run.state, desk.invited().len()), (RunState::Finished, 2), "{run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_goes_on_with_a_new_token_after_the_old_one_ended_on_the_way() {
    let desk = desk_with("none yet", 0).await;
    let (first, second) = (token_for(&desk.sandbox, 3_600).await, desk.sandbox.info().token.clone());
    paste(&desk, &first).await.expect("taken");
    let people: Vec<String> = (1..=5).map(|number| format!("p{number}@trey.example")).collect();
    let draft = desk.people(&people.iter().map(String::as_str).collect::<Vec<_>>()).await;
    desk.check(&draft).await;
    desk.faults(r#"{"rules":[{"when":{"endpoint":"invite","nth":2},"fault":"token_expires"}]}"#);
    let run = desk.send(&draft.id, SendMode::All).await;
    assert_eq!(run.state, RunState::Stopped, "{run:?}");
    assert!(run.stopped_because.as_ref().is_some_and(|why| why.contains("sign-in")), "{run:?}");
    assert_eq!(rows_in(&run, RowState::Confirmed), 1, "{run:?}");
    // With a token that will not last the rest waits still.
    let short = token_for(&desk.sandbox, 45).await;
    paste(&desk, &short).await.expect("taken");
    let refused = desk.app.go_on(desk.profile.clone(), run.id.clone(), SendMode::All).await;
    assert_eq!(refused.expect_err("it ends first").code, ErrorCode::TokenEnds);
    paste(&desk, &second).await.expect("taken");
    let run = desk.go_on(&run).await;
    desk.neither_lost_nor_twice(&run, "a new token").await;
    assert_eq!((run.state, desk.invited().len()), (RunState::Finished, 5), "{run:?}");
}
