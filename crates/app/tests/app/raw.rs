//! One person in the platform's own words.

use crate::common::*;
use serde_json::Value;

/// Asks the platform itself, with nothing of the client.
async fn listed_by(sandbox: &rollcall_sandbox::Sandbox) -> Vec<Value> {
    let info = sandbox.info();
    let http = reqwest::Client::new();
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", &info.client_id),
        ("client_secret", &info.client_secret),
    ];
    let token = http.post(&info.token_url).form(&form).send().await.expect("an answer");
    let token: Value = serde_json::from_str(&token.text().await.expect("a body")).expect("JSON");
    let url = format!("{}/api/v2/users?platformId={}&page=1&pageSize=1000", info.base_url, info.platform_id);
    let page = http.get(url).header("Ocp-Apim-Subscription-Key", &info.subscription_key);
    let page = page.bearer_auth(token["access_token"].as_str().expect("a token")).send().await;
    let page = page.expect("an answer").text().await.expect("a body");
    let mut page: Value = serde_json::from_str(&page).expect("JSON");
    serde_json::from_value(page["Items"].take()).expect("people")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persons_json_is_what_the_platform_sent_word_for_word() {
    let desk = Desk::quick().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let listed = listed_by(&desk.sandbox).await;
    assert!(listed.len() > 12, "{}", listed.len());
    for sent in listed {
        let id = sent["Id"].as_str().expect("an id").to_owned();
        let detail = desk.app.user_detail(desk.profile.clone(), id.as_str().into()).await.expect("a person");
        assert!(detail.raw, "{}", detail.json);
        assert_eq!(
            detail.json,
            serde_json::to_string_pretty(&sent).expect("JSON"),
            "its names, in its order"
        );
    }
}
