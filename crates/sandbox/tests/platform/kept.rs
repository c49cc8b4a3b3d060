//! What outlives the process.

use crate::visitor::{PLATFORM, open, person, with};
use rollcall_sandbox::Options;
use std::path::Path;

fn kept_in(dir: &Path) -> Options {
    Options { users: 50, state_dir: Some(dir.to_owned()), ..Options::default() }
}

#[tokio::test]
async fn identity_and_effects_outlive_the_process() {
    let dir = tempfile::tempdir().expect("a folder");
    let (sandbox, visitor) = with(kept_in(dir.path())).await;
    visitor.results(vec![person("a@x.example"), person("b@x.example")]).await;
    let (before, token) = (sandbox.ground_truth(), visitor.info.token.clone());
    let list = visitor.everybody(&format!("platformId={PLATFORM}"), 1_000).await;
    sandbox.stop().await;

    let (sandbox, after) = with(kept_in(dir.path())).await;
    let (old, new) = (&visitor.info, &after.info);
    assert_eq!(
        (&old.subscription_key, &old.client_id, &old.client_secret),
        (&new.subscription_key, &new.client_id, &new.client_secret)
    );
    assert_ne!(new.token, token, "the pasted token is renewed");
    assert_eq!(sandbox.ground_truth().effects, before.effects);
    assert!(after.everybody(&format!("platformId={PLATFORM}"), 1_000).await == list, "the list changed");
    let old_token = after
        .http
        .get(after.url("/api/v2/roles"))
        .header("Ocp-Apim-Subscription-Key", &new.subscription_key)
        .bearer_auth(&token);
    assert_eq!(
        old_token.send().await.expect("an answer").status(),
        200,
        "tokens of the last start still live"
    );
}

#[tokio::test]
async fn two_sandboxes_on_one_folder_are_one_platform() {
    let dir = tempfile::tempdir().expect("a folder");
    let (one, first) = with(kept_in(dir.path())).await;
    let (two, second) = with(kept_in(dir.path())).await;
    let a = first.results(vec![person("a@x.example")]).await;
    let again = second.results(vec![person("A@x.example")]).await;
    assert_eq!(a[0]["UserId"], again[0]["UserId"]);
    assert!(second.find("a@x.example").await.is_some(), "the other one's effect is not listed");
    let effects = one.ground_truth().effects;
    assert_eq!((effects.len(), effects[1].count), (2, 2));
    assert_eq!(two.ground_truth().effects, effects);
}

#[tokio::test]
async fn without_a_folder_every_start_is_a_new_platform() {
    let (_one, first) = open(0).await;
    let (_two, second) = open(0).await;
    assert_ne!(first.info.subscription_key, second.info.subscription_key);
    first.results(vec![person("a@x.example")]).await;
    assert!(second.find("a@x.example").await.is_none());
}

#[tokio::test]
async fn a_damaged_folder_is_said_and_left_alone() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("identity.json");
    std::fs::write(&file, "damaged").expect("a damaged file");
    let error = rollcall_sandbox::start(kept_in(dir.path())).await.expect_err("damage");
    assert!(error.to_string().contains("identity.json"), "{error}");
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), "damaged");
}
