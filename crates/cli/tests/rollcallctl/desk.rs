//! A data folder, the program, and a sample platform.

use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const DATA_KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
/// Long enough for a busy machine; reaching it is a failure, never a measurement.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// The program as it is built without optimisations: only there may the environment end it at a named point.
pub fn program() -> PathBuf {
    let built = Path::new(env!("CARGO_BIN_EXE_rollcallctl"));
    if cfg!(debug_assertions) {
        return built.to_owned();
    }
    let target = built.ancestors().nth(2).expect("the folder of what is built");
    target.join("debug").join(built.file_name().expect("its name"))
}

/// A data folder, and what the environment gives.
pub struct Desk {
    pub folder: TempDir,
    given: Vec<(&'static str, String)>,
}

/// What the program answered.
#[derive(Debug)]
pub struct Answer {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), given: Vec::new() }
    }

    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    pub fn give(&mut self, variable: &'static str, value: &str) {
        self.given.retain(|(name, _)| *name != variable);
        self.given.push((variable, value.to_owned()));
    }

    /// Writes a file beside the data folder.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.to_str().expect("a plain path").to_owned()
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().expect("a plain path").to_owned()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program());
        for secret in ["SUBSCRIPTION_KEY", "TOKEN", "CLIENT_SECRET", "PROXY_PASSWORD"] {
            command.env_remove(format!("ROLLCALL_{secret}"));
        }
        command
            .args(arguments)
            .env("ROLLCALL_HOME", self.home())
            .env("ROLLCALL_DATA_KEY", DATA_KEY)
            .env("ROLLCALL_KEYCHAIN", "off")
            .env("ROLLCALL_SANDBOX_USERS", "20")
            .envs(self.given.iter().map(|(name, value)| (*name, value.as_str())))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Answer {
        Answer::of(self.command(arguments).spawn().expect("the program starts"))
    }

    pub fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Answer {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().expect("the program starts");
        // A program that refuses reads nothing, and may have ended already.
        let _ = child.stdin.take().expect("its input").write_all(input);
        Answer::of(child)
    }

    /// Keeps a connection to `platform`, with credentials from the environment.
    pub fn connect(&mut self, name: &str, platform: &Platform, options: &[&str]) {
        self.connect_through(platform.word("baseUrl"), name, platform, options);
    }

    /// The same, with something between the program and the platform that listens at `address`.
    pub fn connect_through(&mut self, address: &str, name: &str, platform: &Platform, options: &[&str]) {
        self.give("ROLLCALL_SUBSCRIPTION_KEY", platform.word("subscriptionKey"));
        self.give("ROLLCALL_CLIENT_SECRET", platform.word("clientSecret"));
        let scope = ["--platform-id", platform.word("platformId")];
        let scope: &[&str] = if options.contains(&"--customer-id") { &[] } else { &scope };
        let always = [
            &["profile", "add", name, "--sign-in", "client-credentials", "--session-only"][..],
            &["--base-url", address, "--token-url", platform.word("tokenUrl")],
            &["--client-id", platform.word("clientId"), "--settle-seconds", "1"],
        ];
        self.run(&[&always.concat(), scope, options].concat()).ends_with(0);
    }
}

impl Answer {
    pub fn of(child: Child) -> Self {
        let output = child.wait_with_output().expect("the program ends");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Self { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    #[track_caller]
    pub fn ends_with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "output: {}\nerrors: {}", self.stdout, self.stderr);
        self
    }

    /// The document on standard output, which must be what `docs/schemas` promises.
    #[track_caller]
    pub fn document(&self, schema: &str) -> Value {
        let document = serde_json::from_str(&self.stdout)
            .unwrap_or_else(|problem| panic!("{problem}: {}\nerrors: {}", self.stdout, self.stderr));
        assert_fits(schema, &document);
        document
    }
}

#[track_caller]
pub fn assert_fits(schema: &str, document: &Value) {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schemas").join(format!("{schema}.json"));
    let text =
        std::fs::read_to_string(&path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
    let schema = serde_json::from_str(&text).expect("a schema is JSON");
    let validator =
        jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema is a schema");
    let errors: Vec<String> =
        validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}: {}", path.display(), errors.join("\n"));
}

/// The sample platform as its own process.
pub struct Platform {
    child: Child,
    pub info: Value,
}

impl Platform {
    pub fn serve(options: &[&str]) -> Self {
        let mut child = Command::new(program())
            .args([&["sandbox", "serve", "--users", "20"], options].concat())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the sample platform starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let info = serde_json::from_str(&line).unwrap_or_else(|problem| panic!("{problem}: {line}"));
        Self { child, info }
    }

    pub fn word(&self, key: &str) -> &str {
        self.info[key].as_str().expect("a text")
    }

    /// What goes wrong from now on: a fault plan in JSON.
    pub fn faults(&self, plan: &Value) {
        let address = format!("{}/_sandbox/faults", self.word("baseUrl"));
        let answer = online(reqwest::Client::new().put(address).json(plan).send());
        assert!(answer.status().is_success(), "the plan is taken: {}", answer.status());
    }

    pub fn truth(&self) -> Value {
        let address = format!("{}/_sandbox/ground-truth", self.word("baseUrl"));
        online(async { reqwest::get(address).await?.json().await })
    }

    pub fn posts(&self) -> u64 {
        self.truth()["posts"].as_u64().expect("a number")
    }

    /// The addresses that a mail went to, sorted; somebody who got two is there twice.
    pub fn mailed(&self) -> Vec<String> {
        let truth = self.truth();
        let effects = truth["effects"].as_array().expect("a list");
        let mut mailed: Vec<String> =
            effects.iter().map(|effect| effect["email"].as_str().expect("an address").to_owned()).collect();
        mailed.sort();
        mailed
    }

    pub fn signal(&mut self, signal: &str) -> ExitStatus {
        send_signal(&self.child, signal);
        until("the sample platform ends", || self.child.try_wait().expect("it can be asked"))
    }
}

impl Drop for Platform {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn send_signal(child: &Child, signal: &str) {
    let sent = Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status();
    assert!(sent.expect("kill is there").success(), "the signal goes out");
}

/// Asks again and again until there is something.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = ask() {
            return found;
        }
        assert!(begun.elapsed() < PATIENCE, "never came: {what}");
        std::thread::sleep(Duration::from_millis(25));
    }
}

fn online<T>(asked: impl Future<Output = reqwest::Result<T>>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(asked).expect("the sample platform answers")
}

pub fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/samples").join(name);
    path.to_str().expect("a plain path").to_owned()
}

/// People who can all be invited, as CSV.
pub fn people(names: impl IntoIterator<Item = String>) -> String {
    let mut text = "Email,Role,Organizations\n".to_owned();
    for name in names {
        text.push_str(&format!("{name}@alpine.example,Customer,Alpine Ski House\n"));
    }
    text
}

/// A call that takes its time before anything is done.
pub fn slow(milliseconds: u32) -> Value {
    serde_json::json!({ "rules": [
        { "when": { "endpoint": "invite" }, "fault": { "latency": { "min_ms": milliseconds, "max_ms": milliseconds } } }
    ] })
}

pub fn states(document: &Value) -> Vec<&str> {
    let rows = document["rows"].as_array().expect("rows");
    rows.iter().map(|row| row["state"].as_str().expect("a state")).collect()
}
