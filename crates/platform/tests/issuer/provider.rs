//! An OpenID provider that is not Rollcall's own, as a process, and a browser that fills in its forms.
#![allow(dead_code, reason = "each test program uses a part of it")]

use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Client, RequestBuilder, Response, redirect};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The provider, which ends with this.
pub struct Provider {
    child: Child,
    pub issuer: String,
}

impl Provider {
    pub fn start() -> Self {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui");
        let mut child = Command::new("node")
            .arg("e2e/harness/issuer.mjs")
            .current_dir(page)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node starts: the tests of signing in need it");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let told = lines.find_map(|line| line.ok().filter(|line| line.starts_with('{')));
        let told = told.expect("the provider starts: `npm ci` in ui/ installs it");
        let told: serde_json::Value = serde_json::from_str(&told).expect("a line of JSON");
        Self { child, issuer: told["issuer"].as_str().expect("its address").to_owned() }
    }

    pub fn authorize_url(&self) -> String {
        format!("{}/auth", self.issuer)
    }

    pub fn token_url(&self) -> String {
        format!("{}/token", self.issuer)
    }

    /// What whoever looks after the provider does to end a sign-in.
    pub async fn revoke(&self, client: &str, token: &str) {
        let address = format!("{}/token/revocation", self.issuer);
        let form = [("client_id", client), ("token", token), ("token_type_hint", "refresh_token")];
        let answer = plain().post(address).form(&form).send().await.expect("an answer");
        assert!(answer.status().is_success(), "revoked: {}", answer.status());
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What the person in front of the browser does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Person {
    SignsIn,
    Declines,
}

/// A browser: follows where it is led, remembers cookies, fills in the provider's forms, and ends at the first page
/// without one.
#[derive(Default)]
pub struct Browser {
    cookies: BTreeMap<String, String>,
}

/// Where a browser ended.
pub struct Landed {
    pub url: String,
    pub status: u16,
    pub text: String,
}

impl Browser {
    /// Opens an address as `login` would.
    pub async fn open(&mut self, url: &str, login: &str, person: Person) -> Landed {
        let mut url = url.to_owned();
        let mut answer = self.send(plain().get(&url)).await;
        // A sign-in takes a handful of steps; a hundred is a circle.
        for _ in 0..100 {
            if let Some(next) = led_to(&answer, &url) {
                answer = self.send(plain().get(&next)).await;
                url = next;
                continue;
            }
            let (status, text) = (answer.status().as_u16(), answer.text().await.expect("a page"));
            let Some(form) = Form::of(&text) else { return Landed { url, status, text } };
            if person == Person::Declines {
                url = format!("{}/abort", form.action);
                answer = self.send(plain().get(&url)).await;
                continue;
            }
            let fields = [("prompt", form.prompt.as_str()), ("login", login), ("password", "of no account")];
            answer = self.send(plain().post(&form.action).form(&fields)).await;
            url = form.action;
        }
        panic!("the provider leads the browser round in a circle at {url}");
    }

    async fn send(&mut self, request: RequestBuilder) -> Response {
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        let request = request.header(COOKIE, cookies.collect::<Vec<_>>().join("; "));
        let answer = request.send().await.expect("an answer");
        for cookie in answer.headers().get_all(SET_COOKIE) {
            let pair = cookie.to_str().expect("a text").split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').expect("a name and a value");
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        answer
    }
}

struct Form {
    action: String,
    prompt: String,
}

impl Form {
    fn of(page: &str) -> Option<Self> {
        let after = |mark: &str| page.split_once(mark)?.1.split_once('"').map(|(value, _)| value.to_owned());
        Some(Self { action: after(" action=\"")?, prompt: after("name=\"prompt\" value=\"")? })
    }
}

fn led_to(answer: &Response, from: &str) -> Option<String> {
    let location = answer.headers().get(LOCATION)?.to_str().expect("a text");
    if location.contains("://") {
        return Some(location.to_owned());
    }
    let host = from.find("://").map_or(0, |at| at + 3);
    let origin = from[host..].find('/').map_or(from, |at| &from[..host + at]);
    Some(format!("{origin}{location}"))
}

fn plain() -> Client {
    let client = Client::builder().no_proxy().redirect(redirect::Policy::none());
    client.build().expect("a client")
}
