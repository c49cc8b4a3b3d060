//! A client of the sample platform that does nothing but send what it is told.

use reqwest::{RequestBuilder, Response};
use rollcall_sandbox::{Fault, FaultPlan, Info, Options, Rule, Sandbox, When, start};
use serde_json::{Value, json};

pub const PLATFORM: &str = "5804b8cf-d121-5d58-8d0a-0db5f1c40fde";
pub const CUSTOMER: &str = "d85f1ca9-500d-55b8-8c01-64e3a9ebf1f9";
pub const CUSTOMER_ADMIN: &str = "064193fd-e846-5c3d-b5da-6aeab68d9973";
pub const SUPER_ADMIN: &str = "c82601a4-e4ae-5125-9ef0-89fc41929cae";
pub const DISTRIBUTOR_ADMIN: &str = "576b3c0e-4349-5ad9-8d13-6348ecba93d7";
pub const WORK_EMAIL: &str = "18bf67c4-b7a3-569c-8e75-0d2a29908e59";
pub const LEGACY_ADFS: &str = "7369b69f-fca0-5db6-bac5-68498bec85f5";
pub const CONTOSO: &str = "4fbf4515-43ce-50ab-baf9-28a9302d0bf7";
pub const FABRIKAM: &str = "b3cd17cb-9e49-5a7c-8ad0-c50d66172fa4";

pub struct Visitor {
    pub http: reqwest::Client,
    pub info: Info,
}

/// A sandbox with `users` generated people, and a visitor with its keys.
pub async fn open(users: u32) -> (Sandbox, Visitor) {
    with(Options { users, ..Options::default() }).await
}

pub async fn with(options: Options) -> (Sandbox, Visitor) {
    let sandbox = start(options).await.expect("the sandbox starts");
    let http = reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .build()
        .expect("a client");
    let info = sandbox.info().clone();
    (sandbox, Visitor { http, info })
}

/// A sandbox without generated people where these rules hold.
pub async fn with_rules(rules: Vec<Rule>) -> (Sandbox, Visitor) {
    let faults = Some(FaultPlan { rules, ..FaultPlan::default() });
    with(Options { users: 0, faults, ..Options::default() }).await
}

/// A rule for the invite call.
pub fn on_invite(fault: Fault) -> Rule {
    Rule { when: When { endpoint: Some(rollcall_sandbox::Endpoint::Invite), ..When::default() }, fault }
}

/// One person as the invite call takes it.
pub fn person(email: &str) -> Value {
    json!({"Email": email, "FirstName": "Paul", "LastName": "Smith", "GroupId": CUSTOMER,
           "IdentityProviderId": WORK_EMAIL, "OrganizationIds": [CONTOSO]})
}

pub fn people(count: usize) -> Vec<Value> {
    (0..count).map(|k| person(&format!("guest{k}@x.example"))).collect()
}

impl Visitor {
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.info.base_url)
    }

    pub fn signed(&self, request: RequestBuilder) -> RequestBuilder {
        request.header("Ocp-Apim-Subscription-Key", &self.info.subscription_key).bearer_auth(&self.info.token)
    }

    pub async fn get(&self, path: &str) -> Response {
        self.signed(self.http.get(self.url(path))).send().await.expect("an answer")
    }

    pub async fn json(&self, path: &str) -> Value {
        let answer = self.get(path).await;
        assert_eq!(answer.status(), 200, "{path}");
        answer.json().await.expect("JSON")
    }

    pub async fn try_invite(&self, users: Vec<Value>) -> reqwest::Result<Response> {
        self.signed(self.http.post(self.url("/api/v2/users/invite")))
            .json(&json!({ "Users": users }))
            .send()
            .await
    }

    pub async fn invite(&self, users: Vec<Value>) -> Response {
        self.try_invite(users).await.expect("an answer")
    }

    /// The results of an invite call that was answered.
    pub async fn results(&self, users: Vec<Value>) -> Vec<Value> {
        let answer = self.invite(users).await;
        assert_eq!(answer.status(), 200);
        let body: Value = answer.json().await.expect("JSON");
        body["Results"].as_array().expect("Results").clone()
    }

    /// One page of the platform's people.
    pub async fn page(&self, page: u64, size: u64) -> Value {
        self.json(&format!("/api/v2/users?platformId={PLATFORM}&page={page}&pageSize={size}")).await
    }

    /// All people of a list, page by page.
    pub async fn everybody(&self, whose: &str, size: usize) -> Vec<Value> {
        let mut all = Vec::new();
        for page in 1.. {
            let body = self.json(&format!("/api/v2/users?{whose}&page={page}&pageSize={size}")).await;
            let items = body["Items"].as_array().expect("Items").clone();
            let last = items.len() < size;
            all.extend(items);
            if last {
                assert_eq!(body["TotalCount"], all.len(), "TotalCount is not the number listed");
                return all;
            }
        }
        all
    }

    pub async fn find(&self, email: &str) -> Option<Value> {
        let all = self.everybody(&format!("platformId={PLATFORM}"), 1_000).await;
        all.into_iter().find(|u| u["Email"] == email)
    }

    pub async fn token(&self, form: &[(&str, &str)]) -> Response {
        self.http.post(&self.info.token_url).form(form).send().await.expect("an answer")
    }
}

/// Waits until `done` holds. There is no limit here: a test that never gets there hangs and is seen.
pub async fn until(mut done: impl FnMut() -> bool) {
    while !done() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}
