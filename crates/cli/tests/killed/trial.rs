//! One file, sent by a program that is ended on its way and started again until everything is done; then what
//! the journal says is compared with what the platform did.

use crate::crowd::Crowd;
use crate::desk::{Answer, Desk, PATIENCE, Platform};
use crate::judge::{Mails, Tally, judge};
use serde_json::{Value, json};
use std::fs::File;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Starts without an end after which nothing will come of it any more.
const MOST_STARTS: u32 = 12;
const LOOK_EVERY: Duration = Duration::from_millis(4);
const KILL: i32 = 9;

/// What happens to one file.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// What the names of its people begin with; no two scenarios on one platform share it.
    pub tag: String,
    pub people: usize,
    pub batch: u32,
    /// The sample platform's fault plan. Its faults must come to an end.
    pub faults: Value,
    /// How much later than its answer a mail may go out.
    pub late: Duration,
    /// How the program is ended at its first starts; after them it is left alone.
    pub ends: Vec<End>,
    /// Whether the platform only says what it did.
    pub believed: bool,
}

/// When the program is killed.
#[derive(Clone, Debug)]
pub enum End {
    /// When it comes to this point of the journal for the n-th time.
    At(&'static str, u32),
    /// So long after its start.
    After(Duration),
    /// So long after the call of this number has reached the platform.
    Held { call: u64, time: Duration },
}

/// What came of a scenario.
#[derive(Debug)]
pub struct Played {
    pub kills: u32,
    pub tally: Tally,
    pub run: Value,
    /// The mails of the moment when the program was killed last.
    pub at_kill: Mails,
    /// How the starts ended that nobody killed.
    pub answers: Vec<Answer>,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            tag: "nobody".to_owned(),
            people: 10,
            batch: 4,
            faults: json!({}),
            late: Duration::ZERO,
            ends: Vec::new(),
            believed: true,
        }
    }
}

impl Scenario {
    /// Plays it to its end and judges it.
    ///
    /// # Errors
    /// What went wrong, with everything that is needed to play it again.
    pub fn play(&self, platform: &Platform) -> Result<Played, String> {
        platform.faults(&self.faults);
        Trial::begin(self, platform, platform.word("baseUrl"))
            .play(&self.ends)
            .map_err(|what| format!("{what}\n{self:#?}"))
    }
}

/// A scenario on its way.
pub struct Trial<'a> {
    pub desk: Desk,
    crowd: Crowd,
    file: String,
    scenario: &'a Scenario,
    platform: &'a Platform,
    /// Calls and mails that are not this trial's.
    calls_before: u64,
    starts: u32,
    kills: u32,
    at_kill: Mails,
    answers: Vec<Answer>,
}

impl<'a> Trial<'a> {
    /// A data folder, a connection through `address`, and the file.
    pub fn begin(scenario: &'a Scenario, platform: &'a Platform, address: &str) -> Self {
        let mut desk = Desk::new();
        let batch = scenario.batch.to_string();
        desk.connect_through(
            address,
            "Nordlys",
            platform,
            &["--batch", &batch, "--post-timeout-seconds", "2"],
        );
        let crowd = Crowd::new(&scenario.tag, scenario.people);
        let file = desk.file("people.csv", &crowd.text());
        Self {
            desk,
            crowd,
            file,
            scenario,
            platform,
            calls_before: platform.posts(),
            starts: 0,
            kills: 0,
            at_kill: Mails::new(),
            answers: Vec::new(),
        }
    }

    fn play(mut self, ends: &[End]) -> Result<Played, String> {
        for end in ends {
            self.start_and_end(end)?;
        }
        self.go_on_to_the_end()
    }

    /// Starts the program and kills it as `end` says, unless it comes to its own end before that.
    ///
    /// # Errors
    /// It came to no promised end.
    pub fn start_and_end(&mut self, end: &End) -> Result<(), String> {
        let mut command = self.next_command()?;
        if let End::At(point, time) = end {
            command.env("ROLLCALL_END_AT", format!("{point}:{time}"));
        }
        let mut started = Started::of(command, &self.desk);
        match end {
            End::At(..) => {}
            End::After(time) => started.kill_after(*time),
            End::Held { call, time } => self.kill_when_held(&mut started, *call, *time),
        }
        self.note(started.ended()?)
    }

    fn kill_when_held(&self, started: &mut Started, call: u64, time: Duration) {
        while !started.has_ended() {
            if self.platform.posts() - self.calls_before >= call {
                return started.kill_after(started.begun.elapsed() + time);
            }
            std::thread::sleep(LOOK_EVERY);
        }
    }

    /// Kills a program that was started elsewhere in a moment that somebody else found.
    pub fn kill(&mut self, mut started: Started) -> Result<(), String> {
        started.kill();
        self.note(started.ended()?)
    }

    /// Starts the program once and lets it come to its own end, with something more in its environment.
    ///
    /// # Errors
    /// It came to no promised end.
    pub fn start(&mut self, environment: &[(&str, &str)]) -> Result<Answer, String> {
        let mut command = self.next_command()?;
        command.envs(environment.iter().copied());
        self.answer_of(command)
    }

    /// What the program answers that is started by `command`.
    ///
    /// # Errors
    /// It came to no promised end.
    pub fn answer_of(&self, command: Command) -> Result<Answer, String> {
        let answer = Started::of(command, &self.desk).ended()?.ok_or("somebody else killed the program")?;
        sane(&answer)?;
        Ok(answer)
    }

    fn note(&mut self, answer: Option<Answer>) -> Result<(), String> {
        match answer {
            None => {
                self.kills += 1;
                self.at_kill = self.mails_in(&self.platform.truth());
                Ok(())
            }
            Some(answer) => {
                sane(&answer)?;
                self.answers.push(answer);
                Ok(())
            }
        }
    }

    /// Starts the program again until the run is finished, and judges.
    ///
    /// # Errors
    /// What went wrong.
    pub fn go_on_to_the_end(mut self) -> Result<Played, String> {
        while self.starts < MOST_STARTS {
            let command = self.next_command()?;
            let answer =
                Started::of(command, &self.desk).ended()?.ok_or("somebody else killed the program")?;
            sane(&answer)?;
            let run = finished(&answer);
            self.answers.push(answer);
            if let Some(run) = run {
                return self.judged(run);
            }
        }
        Err(format!("it never ended: {:#?}", self.answers))
    }

    fn judged(self, run: Value) -> Result<Played, String> {
        std::thread::sleep(self.scenario.late);
        let mails = self.mails_in(&self.platform.truth());
        let told = |what: String| format!("{what}\nstarts that ended by themselves: {:#?}", self.answers);
        let tally = judge(&self.crowd, &run, &mails, self.scenario.believed)
            .map_err(|wrong| told(wrong.join("\n")))?;
        self.nothing_is_left(&run).map_err(told)?;
        let Self { kills, at_kill, answers, .. } = self;
        Ok(Played { kills, tally, run, at_kill, answers })
    }

    /// Sent once more the file makes no call, and the journal tells of the run what was told at its end.
    fn nothing_is_left(&self, run: &Value) -> Result<(), String> {
        let calls = self.platform.posts();
        for command in [self.invite(), self.of_run("show", run["runId"].as_str().unwrap_or_default())] {
            let answer =
                Started::of(command, &self.desk).ended()?.ok_or("somebody else killed the program")?;
            sane(&answer)?;
            let told: Value = serde_json::from_str(&answer.stdout).unwrap_or_default();
            if (&told["rows"], &told["runId"]) != (&run["rows"], &run["runId"]) {
                return Err(format!("afterwards something else is told: {answer:#?}"));
            }
        }
        let more = self.platform.posts() - calls;
        if more == 0 { Ok(()) } else { Err(format!("{more} calls were made after the run was finished")) }
    }

    /// How often the platform mailed each person of this trial.
    fn mails_in(&self, truth: &Value) -> Mails {
        let mut mails = Mails::new();
        let effects = truth["effects"].as_array().into_iter().flatten();
        for email in effects.filter_map(|effect| effect["email"].as_str()).map(str::to_lowercase) {
            if self.crowd.rows.iter().any(|row| row.email == email) {
                *mails.entry(email).or_default() += 1;
            }
        }
        mails
    }

    /// The file again and the run again by turns: both have to go on with what is there.
    fn next_command(&mut self) -> Result<Command, String> {
        self.starts += 1;
        let resumed = if self.starts.is_multiple_of(2) { self.known_run()? } else { None };
        Ok(resumed.map_or_else(|| self.invite(), |run| self.of_run("resume", &run)))
    }

    pub fn invite(&self) -> Command {
        self.desk.command(&["invite", &self.file, "-p", "Nordlys", "--yes", "--json", "--if-seen", "resume"])
    }

    /// `runs resume`, or another word about the run.
    pub fn of_run(&self, word: &str, run: &str) -> Command {
        self.desk.command(&["runs", word, run, "--json"])
    }

    /// The run of the file, if there is one by now.
    pub fn known_run(&self) -> Result<Option<String>, String> {
        let answer = Started::of(self.desk.command(&["runs", "list", "--json"]), &self.desk).ended()?;
        let answer = answer.ok_or("somebody else killed the program")?;
        if answer.code != Some(0) {
            return Err(format!("the runs can't be listed: {answer:#?}"));
        }
        let runs: Value = serde_json::from_str(&answer.stdout).map_err(|problem| problem.to_string())?;
        match runs["runs"].as_array().map(Vec::as_slice) {
            Some([]) => Ok(None),
            Some([run]) => Ok(run["runId"].as_str().map(str::to_owned)),
            _ => Err(format!("one file became several runs: {runs:#}")),
        }
    }
}

/// The run, where the program says that it is finished.
fn finished(answer: &Answer) -> Option<Value> {
    let run: Value = serde_json::from_str(&answer.stdout).ok()?;
    (matches!(answer.code, Some(0 | 3)) && run["state"] == "finished").then_some(run)
}

/// However a start ends, it is one of the promised ends, and a person is told in words.
pub fn sane(answer: &Answer) -> Result<(), String> {
    let promised = matches!(answer.code, Some(0 | 1 | 3 | 4));
    let told = matches!(answer.code, Some(0 | 3)) || answer.stderr.trim_end().ends_with('.');
    if promised && told && !answer.stderr.contains("panicked") {
        Ok(())
    } else {
        Err(format!("this is no promised end: {answer:#?}"))
    }
}

/// Gives `other` the environment of `command`.
pub fn with_environment_of(command: &Command, mut other: Command) -> Command {
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => other.env(name, value),
            None => other.env_remove(name),
        };
    }
    other
}

/// A program that runs. What it prints goes into files, so that it never waits for a reader.
pub struct Started {
    child: Child,
    begun: Instant,
    stdout: File,
    stderr: File,
}

impl Started {
    pub fn of(mut command: Command, desk: &Desk) -> Self {
        let stdout = tempfile::tempfile_in(desk.folder.path()).expect("a file for what it prints");
        let stderr = tempfile::tempfile_in(desk.folder.path()).expect("a file for what it prints");
        let same = |file: &File| Stdio::from(file.try_clone().expect("the same file"));
        let child = command.stdout(same(&stdout)).stderr(same(&stderr)).spawn().expect("the program starts");
        Self { child, begun: Instant::now(), stdout, stderr }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn child(&self) -> &Child {
        &self.child
    }

    pub fn has_ended(&mut self) -> bool {
        self.child.try_wait().expect("it can be asked").is_some()
    }

    fn kill(&mut self) {
        // One that has ended by itself can't be killed, and nothing is wrong with that.
        let _ = self.child.kill();
    }

    fn kill_after(&mut self, time: Duration) {
        while self.begun.elapsed() < time && !self.has_ended() {
            std::thread::sleep(LOOK_EVERY.min(time.saturating_sub(self.begun.elapsed())));
        }
        self.kill();
    }

    /// What it answered; nothing where it was killed.
    ///
    /// # Errors
    /// It hangs, or died of something else.
    pub fn ended(mut self) -> Result<Option<Answer>, String> {
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                break status;
            }
            if self.begun.elapsed() > PATIENCE {
                self.kill();
                let _ = self.child.wait();
                return Err(format!("it hangs: {:#?}", self.answer(None)));
            }
            std::thread::sleep(LOOK_EVERY);
        };
        self.judged(status)
    }

    fn judged(self, status: ExitStatus) -> Result<Option<Answer>, String> {
        match status.signal() {
            Some(KILL) => Ok(None),
            Some(signal) => Err(format!("it died of signal {signal}: {:#?}", self.answer(None))),
            None => Ok(Some(self.answer(status.code()))),
        }
    }

    fn answer(self, code: Option<i32>) -> Answer {
        Answer { code, stdout: whole(self.stdout), stderr: whole(self.stderr) }
    }
}

fn whole(mut file: File) -> String {
    use std::io::{Read, Seek};
    let mut bytes = Vec::new();
    file.rewind().and_then(|()| file.read_to_end(&mut bytes)).expect("what it printed");
    String::from_utf8_lossy(&bytes).into_owned()
}
