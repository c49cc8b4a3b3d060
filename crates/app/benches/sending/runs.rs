//! Runs, each in a process of its own.

use crate::platform::Served;
use rollcall_app::contract::*;
use rollcall_app::{App, AppOptions, GivenCredentials, Home, Reading, Secret, Tuning};
use rollcall_core::{EmailAddress, Invitation, Observation, OrganizationId, RoleId};
use rollcall_platform::{Connection, Description, Platform};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

const KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// What a run in another process took.
#[derive(Default, Serialize, Deserialize)]
pub struct Took {
    /// From "send" to the end of the run.
    pub seconds: f64,
    /// From "send" until the run is in the journal.
    pub written: f64,
    /// From the start of the process to the first call of a run that is taken up.
    pub taken_up: f64,
    /// Peak memory.
    pub megabytes: f64,
    /// Memory of its own, in megabytes, after half of the rounds and after all.
    pub held_half_way: f64,
    pub held_after: f64,
}

/// Sends in another process, and says what it took.
pub fn elsewhere(folder: &Path, served: &Served, words: &[&str]) -> Took {
    elsewhere_told(folder, served, words, None)
}

/// The same in a process that is told something by a variable.
pub fn elsewhere_told(folder: &Path, served: &Served, words: &[&str], told: Option<(&str, &str)>) -> Took {
    let info = serde_json::to_string(&served.info).expect("how to connect");
    let output = Command::new(std::env::current_exe().expect("this program"))
        .arg("run")
        .arg(folder)
        .args(words)
        .env("SENDING_PLATFORM", info)
        .envs(told)
        .stderr(std::process::Stdio::inherit())
        .output()
        .expect("another process");
    serde_json::from_slice(&output.stdout).expect("what it took")
}

/// One call after another, each with one person.
pub fn one_after_another(served: &Served, people: u32) -> Duration {
    let info = &served.info;
    let sign_in = rollcall_platform::SignIn::Token(Secret::new(info.token.clone()));
    let scope = rollcall_platform::Scope::Platform(vec![info.platform_id.clone()]);
    let key = Secret::new(info.subscription_key.clone());
    let connection = Connection::new(info.base_url.clone(), scope, key, sign_in);
    let description = Description::built_in("appxite").expect("a description");
    let platform = Platform::new(description, connection).expect("a client");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let role = platform.roles().await.expect("roles").remove(0).id;
        let organization =
            platform.organizations().await.expect("organizations").expect("a list of them").remove(0).id;
        let begun = Instant::now();
        for number in 0..people {
            let people = [person(number, &role, &organization)];
            let seen = platform.invite(&people, platform.invite_body(&people)).await;
            assert!(matches!(seen, Observation::Answered { .. }), "{seen:?}");
        }
        begun.elapsed()
    })
}

fn person(number: u32, role: &RoleId, organization: &OrganizationId) -> Invitation {
    Invitation {
        email: EmailAddress::parse(&format!("alone{number}@trey.example")).expect("an address"),
        first_name: None,
        last_name: None,
        role_id: Some(role.clone()),
        identity_provider_id: None,
        organization_ids: vec![organization.clone()],
    }
}

/// `send ROWS BATCH`, `half ROWS BATCH STOP-AT`, `resume ROWS BATCH`, `rounds ROUNDS BATCH`.
pub fn in_this_process(folder: &str, words: &[&str]) -> ExitCode {
    let started = Instant::now();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<u32>().ok()).unwrap_or_default();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let mut took = runtime.block_on(async {
        let (app, profile) = connect(Path::new(folder), number(2)).await;
        match words[0] {
            "resume" => resume(&app, &profile, started).await,
            "rounds" => rounds(&app, &profile, number(1)).await,
            _ => send(&app, &profile, number(1), number(3)).await,
        }
    });
    took.megabytes = peak_memory();
    println!("{}", serde_json::to_string(&took).expect("JSON"));
    if words[0] == "half" {
        // As a power cut: nothing is tidied up.
        std::process::abort();
    }
    ExitCode::SUCCESS
}

async fn connect(folder: &Path, batch: u32) -> (App, String) {
    let info: rollcall_sandbox::Info =
        serde_json::from_str(&std::env::var("SENDING_PLATFORM").expect("a platform")).expect("JSON");
    let options = AppOptions {
        home: Home::moved_to(folder).expect("a data folder"),
        data_key: Some(Secret::new(KEY)),
        credentials: GivenCredentials::default(),
        keychain: false,
        sample_people: 0,
        reading: Reading::Here,
        keep_drafts: true,
    };
    let app = App::open_with(options).await.expect("Rollcall opens");
    let known = app.list_profiles().await.expect("connections").pop().map(|profile| profile.id);
    let draft = ProfileDraft {
        id: known,
        name: "Nordlys".into(),
        colour: "#7c3aed".into(),
        live: true,
        base_url: info.base_url.clone(),
        scope: Scope::Platform(vec![info.platform_id.clone()]),
        extra_headers: vec![],
        sign_in: SignIn::Token,
        subscription_key: Some(TypedSecret(Secret::new(info.subscription_key.clone()))),
        secret: Some(TypedSecret(Secret::new(info.token.clone()))),
        session_only: true,
        read_only: false,
        description: DescriptionChoice::default(),
        network: Network::default(),
        proxy_password: None,
    };
    let tuning = Tuning { batch: Some(batch), settle_seconds: Some(2), ..Tuning::default() };
    let profile = app.keep_profile(draft, Some(tuning)).await.expect("a connection").id;
    (app, profile)
}

async fn send(app: &App, profile: &str, rows: u32, stop_at: u32) -> Took {
    let role = app.refresh(profile.to_owned()).await.map(drop);
    role.expect("a list");
    let draft = checked(app, profile, 0..rows).await;
    let begun = Instant::now();
    let run = app.start_run(draft, SendMode::All).await.expect("started");
    let written = begun.elapsed().as_secs_f64();
    if stop_at > 0 {
        until(app, profile, &run.id, |view| confirmed(view) >= stop_at).await;
    } else {
        app.run_ended(profile, &run.id).await.expect("ended");
    }
    Took { seconds: begun.elapsed().as_secs_f64(), written, ..Took::default() }
}

/// A file of these people, checked and free to be sent.
async fn checked(app: &App, profile: &str, people: Range<u32>) -> String {
    let roles = app.list_roles(profile.to_owned()).await.expect("roles");
    let invites = people.len() as u32;
    let mut csv = String::from("E-mail,First name,Last name,Role,Organization\n");
    for number in people {
        csv.push_str(&format!(
            "person{number}@trey.example,Ann,Person,{},Trey Research\n",
            roles[0].role.name
        ));
    }
    let draft =
        app.open_bytes(profile.to_owned(), "people.csv".into(), csv.into_bytes()).await.expect("read").id;
    let check = app.check_draft(draft.clone()).await.expect("checked");
    assert_eq!(check.invites, invites, "{check:?}");
    if check.name_needed {
        app.confirm_sending(draft.clone(), "Nordlys".into()).await.expect("its name");
    }
    draft
}

/// Reads the list, looks through it, and sends a file of three people, again and again.
async fn rounds(app: &App, profile: &str, rounds: u32) -> Took {
    let mut took = Took::default();
    for round in 0..rounds {
        app.refresh(profile.to_owned()).await.expect("a list");
        let query = UserQuery { search: format!("person{round}"), ..UserQuery::default() };
        app.list_users(profile.to_owned(), query, 0, 100).await.expect("people");
        let draft = checked(app, profile, 3 * round..3 * round + 3).await;
        let run = app.start_run(draft, SendMode::All).await.expect("started");
        app.run_ended(profile, &run.id).await.expect("ended");
        app.list_runs(profile.to_owned()).await.expect("runs");
        if round + 1 == rounds / 2 {
            took.held_half_way = held();
        }
    }
    Took { held_after: held(), ..took }
}

/// Memory of this process alone, in megabytes; 0 where the system does not say.
fn held() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    megabytes(&status, "RssAnon:")
}

async fn resume(app: &App, profile: &str, started: Instant) -> Took {
    let run = app.list_runs(profile.to_owned()).await.expect("runs").remove(0);
    let before = confirmed(&run);
    app.go_on(profile.to_owned(), run.id.clone(), SendMode::All).await.expect("taken up");
    until(app, profile, &run.id, |view| confirmed(view) > before || view.state == RunState::Finished).await;
    let taken_up = started.elapsed().as_secs_f64();
    app.run_ended(profile, &run.id).await.expect("ended");
    Took { seconds: started.elapsed().as_secs_f64(), taken_up, ..Took::default() }
}

async fn until(app: &App, profile: &str, run: &str, reached: impl Fn(&RunView) -> bool) {
    loop {
        let view = app.run_view(profile.to_owned(), run.to_owned()).await.expect("the run");
        if reached(&view) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn confirmed(run: &RunView) -> u32 {
    run.counts.iter().find(|count| count.state == RowState::Confirmed).map_or(0, |count| count.rows)
}

/// In megabytes; 0 where the system does not say.
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    megabytes(&status, "VmHWM:")
}

fn megabytes(status: &str, name: &str) -> f64 {
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<f64>().ok()).unwrap_or(0.0)
        / 1_024.0
}
