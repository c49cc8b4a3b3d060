//! Use case: one text that a person can read through and give to whoever helps them.
//!
//! It is put together from what is known to be nobody's: types without free texts, words of the program, numbers. At the
//! end, names that are known to be somebody's and whatever looks like an address are taken out of all of it once more.

mod log_lines;
mod scrub;
mod system;

use crate::App;
use crate::connect::{built_in_descriptions, examined};
use crate::contract::*;
use crate::crashes::{CrashReport, What, reports};
use crate::errors::blocking;
use crate::home::Home;
use crate::runs::ReportFile;
use crate::status::chosen_earlier;
use jiff::Timestamp;
use log_lines::LogLines;
use scrub::{Names, plain, without_quoted};
use std::collections::HashMap;
use std::fmt::Write;

/// Who makes a support file.
#[derive(Clone, Debug)]
pub struct Program {
    /// What a person calls it, such as `the window`.
    pub name: &'static str,
    /// The engine that draws the page, with its version; none where there is no page.
    pub engine: Option<String>,
}

impl App {
    /// A text with versions, settings, how each connection is made, the report of its last test if there was one, crash
    /// reports and the log. No credential, no address or name of a person, no name of a connection or a file. Nothing is
    /// tested anew, and nothing is sent.
    ///
    /// # Errors
    /// When connections can't be listed.
    pub async fn support_file(&self, program: Program) -> Result<ReportFile, AppError> {
        let status = self.app_status().await?;
        let profiles = self.list_profiles().await?;
        let thresholds = self.kept_thresholds().ok();
        let home = self.inner.home.clone();
        blocking(move || {
            let standing = Standing::Open { status, profiles, thresholds };
            Ok(file(&home, &program, &standing))
        })
        .await
    }
}

/// The same where Rollcall can't be opened: then help is needed most.
///
/// `why` is the sentence that said so.
pub fn support_file_unopened(home: &Home, program: &Program, why: &str) -> ReportFile {
    file(home, program, &Standing::Unopened(why.to_owned()))
}

/// What is known of the installation.
enum Standing {
    Open { status: AppStatus, profiles: Vec<ProfileView>, thresholds: Option<Thresholds> },
    Unopened(String),
}

impl Standing {
    fn profiles(&self) -> &[ProfileView] {
        match self {
            Self::Open { profiles, .. } => profiles,
            Self::Unopened(_) => &[],
        }
    }
}

fn file(home: &Home, program: &Program, standing: &Standing) -> ReportFile {
    let text = names(home, standing).hidden_in(&text(home, program, standing));
    let name = format!("Rollcall support {}.txt", Timestamp::now().strftime("%Y-%m-%d"));
    ReportFile::new(name, text.into_bytes())
}

fn text(home: &Home, program: &Program, standing: &Standing) -> String {
    let mut out = format!(
        "Rollcall support file\n\
         Made by {} of Rollcall {} on {}.\n\n\
         It lies where it was saved. Rollcall sent it to nobody, and sends nothing like it by itself. Read it through before\n\
         you give it to somebody. Left out are credentials, lists of people, addresses and names of people, names of\n\
         connections, of folders and of files. Where something was left out of a sentence, it says {}.\n",
        program.name,
        env!("CARGO_PKG_VERSION"),
        Timestamp::now().strftime("%Y-%m-%d %H:%M UTC"),
        scrub::HIDDEN,
    );
    section(&mut out, "Versions", &versions(program));
    section(&mut out, "Settings", &settings(home, standing));
    section(&mut out, "Connections", &connections(standing.profiles()));
    section(&mut out, "Last test of each connection", &tests(home, standing.profiles()));
    section(&mut out, "Crash reports", &crashes(&reports(home)));
    section(&mut out, "Log", &log(home, standing.profiles()));
    out
}

fn section(out: &mut String, title: &str, text: &str) {
    // Writing to a text in memory can't fail, here and below.
    let _ = write!(out, "\n\n{title}\n{}\n{}", "=".repeat(title.len()), text.trim_end());
    out.push('\n');
}

fn versions(program: &Program) -> String {
    let mut facts = vec![("Rollcall", env!("CARGO_PKG_VERSION").to_owned())];
    if let Some(engine) = &program.engine {
        facts.push(("Engine of the page", engine.clone()));
    }
    facts.extend(system::facts());
    facts.into_iter().fold(String::new(), |text, (name, value)| text + name + ": " + &value + "\n")
}

fn settings(home: &Home, standing: &Standing) -> String {
    let shown = |value: serde_json::Result<String>| value.unwrap_or_default();
    match standing {
        Standing::Open { status, thresholds, .. } => {
            let mut text = format!("Data: {}\n", status.storage.sentence);
            let _ = writeln!(text, "Keychain: {:?}", status.keychain.state);
            let _ = writeln!(text, "{}", shown(serde_json::to_string_pretty(&status.settings)));
            if let Some(thresholds) = thresholds {
                let _ = writeln!(text, "Findings: {}", shown(serde_json::to_string_pretty(thresholds)));
            }
            text
        }
        Standing::Unopened(why) => {
            let text = format!("Rollcall could not be opened: {}\n", plain(why));
            text + &shown(serde_json::to_string_pretty(&chosen_earlier(&home.settings())))
        }
    }
}

/// What stands for each connection.
fn called(place: usize) -> String {
    format!("connection {}", place + 1)
}

fn connections(profiles: &[ProfileView]) -> String {
    if profiles.is_empty() {
        return "None.".to_owned();
    }
    profiles.iter().enumerate().map(|(place, profile)| connection(&called(place), profile)).collect()
}

fn connection(called: &str, profile: &ProfileView) -> String {
    let built_in = built_in_descriptions().into_iter().any(|known| known.name == profile.description.base);
    let description = match &profile.description.own {
        None if built_in => profile.description.base.as_str(),
        _ => "one of its own",
    };
    let changed = if profile.description.overrides.trim().is_empty() { "" } else { ", with changes" };
    let sign_in = match profile.sign_in {
        SignIn::Token => "a pasted token",
        SignIn::ClientCredentials { .. } => "client credentials",
        SignIn::Browser { .. } => "the browser",
    };
    let (scope, ids) = match &profile.scope {
        Scope::Platform(ids) => ("platforms", ids.len()),
        Scope::Customer(ids) => ("customers", ids.len()),
    };
    let proxy = match profile.network.proxy {
        Proxy::System => "as the system says",
        Proxy::None => "none",
        Proxy::Manual { user: None, .. } => "one of its own",
        Proxy::Manual { user: Some(_), .. } => "one of its own, with a password",
    };
    let sample = if profile.id == SAMPLE_PROFILE { " (the sample platform)" } else { "" };
    format!(
        "{called}{sample}\n  \
         description: {description}{changed}\n  \
         signs in with: {sign_in}\n  \
         subscription key: {:?}, secret or token: {:?}, for this session only: {}\n  \
         {scope} named: {ids}, headers of its own: {}, live: {}, looking only: {}\n  \
         proxy: {proxy}, authorities of its own: {}\n  \
         list last read: {}\n",
        profile.subscription_key,
        profile.secret,
        profile.session_only,
        profile.extra_headers.len(),
        profile.live,
        profile.read_only,
        profile.network.extra_authorities.is_some(),
        profile.last_refresh.as_deref().unwrap_or("never"),
    )
}

/// What the last test of each said. A server's own words stand in quotes, and are left out.
fn tests(home: &Home, profiles: &[ProfileView]) -> String {
    let told = profiles.iter().enumerate().filter_map(|(place, profile)| {
        let text: String =
            examined(home, &profile.id)?.lines().map(|line| without_quoted(line) + "\n").collect();
        Some(format!("{}\n{text}\n", called(place)))
    });
    let told: String = told.collect();
    match told.is_empty() {
        true => {
            "No connection was tested. The test of a connection says at which hop something fails.".to_owned()
        }
        false => told,
    }
}

fn crashes(reports: &[CrashReport]) -> String {
    if reports.is_empty() {
        return "None.".to_owned();
    }
    reports.iter().rev().map(crash).collect()
}

fn crash(report: &CrashReport) -> String {
    let what = match report.what {
        What::Panic => "a defect in the core",
        What::Screen => "a screen of the page",
        What::Script => "a script of the page",
        What::Promise => "something that the page had begun",
    };
    let said = report.said.as_deref().map_or_else(|| "not kept: it could hold a name".to_owned(), plain);
    let mut text = format!(
        "{} Rollcall {}: {what}, at {}\n  said: {said}\n",
        report.at.strftime("%Y-%m-%d %H:%M:%SZ"),
        report.version,
        report.place
    );
    for frame in &report.frames {
        let _ = writeln!(text, "    {frame}");
    }
    text
}

fn log(home: &Home, profiles: &[ProfileView]) -> String {
    let connections: HashMap<String, String> =
        profiles.iter().enumerate().map(|(place, profile)| (profile.id.clone(), called(place))).collect();
    let LogLines { lines, strange } = LogLines::of(home, &connections);
    let mut text = lines.join("\n");
    if text.is_empty() {
        text.push_str("Nothing.");
    }
    if strange > 0 {
        let _ = write!(text, "\nLines of another form, which were left out: {strange}.");
    }
    text
}

/// What is known to be somebody's on this computer.
fn names(home: &Home, standing: &Standing) -> Names {
    let mut names = Names::default();
    for (place, profile) in standing.profiles().iter().enumerate().filter(|(_, one)| one.id != SAMPLE_PROFILE)
    {
        let called = called(place);
        names.hide(&profile.name, format!("<{called}>"));
        names.hide(&profile.id, format!("<{called}>"));
        for header in &profile.extra_headers {
            names.hide(&header.value, "<header>");
        }
        if let Proxy::Manual { user: Some(user), .. } = &profile.network.proxy {
            names.hide(user, "<user>");
        }
    }
    names.hide(&home.root().to_string_lossy(), "<data folder>");
    for variable in ["HOME", "USERPROFILE"] {
        names.hide(&std::env::var(variable).unwrap_or_default(), "<home>");
    }
    for variable in ["USER", "LOGNAME", "USERNAME"] {
        // Whoever is called so is nobody in particular, and the word stands elsewhere.
        let user = std::env::var(variable).unwrap_or_default();
        if !["root", "user", "admin"].contains(&user.to_ascii_lowercase().as_str()) {
            names.hide(&user, "<user>");
        }
    }
    let machine =
        std::fs::read_to_string("/proc/sys/kernel/hostname").or_else(|_| std::env::var("COMPUTERNAME"));
    names.hide(&machine.unwrap_or_default(), "<computer>");
    names
}
