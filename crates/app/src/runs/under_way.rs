//! A run that this process is sending, from its first call to the moment it lets go.

use super::line::Line;
use crate::contract::{AppEvent, RunMoved};
use crate::platforms::OpenPlatform;
use crate::{App, locked};
use rollcall_core::phrase;
use rollcall_runs::{Control, RunEnd, RunError, RunEvent, RunId, SendOptions, SenderLock};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How often the page is told that a run moved.
const TELL_EVERY: Duration = Duration::from_millis(300);

/// A run that this process is sending.
#[derive(Clone)]
pub(crate) struct Sending {
    pub control: Control,
    /// The sender's estimate.
    pub seconds_left: Option<u32>,
    /// People a minute, as the sender counts them.
    pub per_minute: Option<u32>,
    /// When the unclear rows are looked up.
    pub next_look_at: Option<String>,
}

impl Sending {
    fn begin(control: Control) -> Self {
        Self { control, seconds_left: None, per_minute: None, next_look_at: None }
    }

    fn note(&mut self, event: &RunEvent) {
        match event {
            RunEvent::Rows { progress, .. } => {
                self.seconds_left =
                    progress.left.map(|left| u32::try_from(left.as_secs()).unwrap_or(u32::MAX));
                self.per_minute = progress.per_minute;
            }
            RunEvent::LooksUpAt { at, .. } => self.next_look_at = Some(at.clone()),
            RunEvent::Listing => self.next_look_at = None,
            // What is unclear is looked up when its time has come, whatever else is sent until then.
            RunEvent::Calling { .. } | RunEvent::Paused { .. } | RunEvent::GoesOn => {}
        }
    }
}

/// Why a run could not be walked, where the journal can't or may not say so.
#[derive(Clone, Debug)]
pub(crate) struct Trouble {
    pub sentence: String,
    /// How long the run had stood as it did; once it stands otherwise, the trouble is over.
    pub stood_since: Option<String>,
}

/// The right to send a run, and the duty to tidy up after it: whether it ends, halts, panics or is
/// dropped with the runtime, the run must not look as if it were being sent for ever.
pub(super) struct UnderWay {
    app: App,
    platform: Arc<OpenPlatform>,
    run: RunId,
    lock: Option<SenderLock>,
    control: Control,
    told: Mutex<Instant>,
    tells_soon: Arc<AtomicBool>,
    end: Option<Result<RunEnd, RunError>>,
}

impl UnderWay {
    pub(super) fn begin(app: App, platform: Arc<OpenPlatform>, run: RunId, lock: SenderLock) -> Self {
        let control = Control::new();
        let sending = Sending::begin(control.clone());
        app.inner.runs_under_way.fetch_add(1, Ordering::SeqCst);
        locked(&platform.sending).insert(run.to_string(), sending);
        locked(&platform.troubles).remove(run.as_str());
        let (told, tells_soon) = (Mutex::new(Instant::now()), Arc::default());
        Self { app, platform, run, lock: Some(lock), control, told, tells_soon, end: None }
    }

    pub(super) async fn walk(mut self, line: Arc<Line>, options: SendOptions) {
        let Some(lock) = &self.lock else { return };
        let journal = self.platform.journal.clone();
        let end =
            rollcall_runs::send(journal, lock, line, &self.run, options, self.control.clone(), |event| {
                self.note(&event);
            })
            .await;
        self.end = Some(end);
    }

    fn note(&self, event: &RunEvent) {
        if let Some(sending) = locked(&self.platform.sending).get_mut(self.run.as_str()) {
            sending.note(event);
        }
        let mut told = locked(&self.told);
        let often = matches!(event, RunEvent::Rows { .. } | RunEvent::Calling { .. });
        if !often || told.elapsed() >= TELL_EVERY {
            *told = Instant::now();
            self.tell_list();
            self.tell();
        } else if !self.tells_soon.swap(true, Ordering::SeqCst) {
            // The last of several is told as well: nothing may come for minutes after it.
            let (app, moved, tells_soon) = (self.app.clone(), self.moved(), self.tells_soon.clone());
            let platform = self.platform.clone();
            tokio::spawn(async move {
                tokio::time::sleep(TELL_EVERY).await;
                tells_soon.store(false, Ordering::SeqCst);
                tokio::task::spawn_blocking(move || platform.tell_sent_aside());
                app.tell(moved);
            });
        }
    }

    /// Whoever was invited just now waits from now on: the list of people shows so.
    fn tell_list(&self) {
        let platform = self.platform.clone();
        tokio::task::spawn_blocking(move || platform.tell_sent_aside());
    }

    fn tell(&self) {
        self.app.tell(self.moved());
    }

    fn moved(&self) -> AppEvent {
        AppEvent::RunChanged(RunMoved { profile: self.platform.id.clone(), run_id: self.run.to_string() })
    }

    /// What the person must see, because the run itself does not say it.
    fn trouble(&self) -> Option<String> {
        match &self.end {
            Some(Ok(_)) => None,
            Some(Err(problem)) => Some(problem.to_string()),
            None if std::thread::panicking() => Some(
                phrase!("Rollcall met a defect of its own and stopped sending this run. Nothing is lost: go on, and what was under way is looked up before anything is sent again.")
                    .to_owned(),
            ),
            None => None,
        }
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        match &self.end {
            Some(Ok(end)) => tracing::info!(run = %self.run, end = in_the_log(end), "a run came to rest"),
            Some(Err(problem)) => tracing::error!(run = %self.run, %problem, "a run halted"),
            None => tracing::error!(run = %self.run, "a run was dropped while it was being sent"),
        }
        if let Some(sentence) = self.trouble() {
            let stands = self.platform.journal.run(&self.run).ok().flatten();
            let trouble = Trouble { sentence, stood_since: stands.map(|run| run.state_since) };
            locked(&self.platform.troubles).insert(self.run.to_string(), trouble);
        }
        {
            // In one step for everybody who asks here: whoever sees that nobody sends gets the lock.
            let mut sending = locked(&self.platform.sending);
            self.lock = None;
            sending.remove(self.run.as_str());
        }
        self.platform.tell_sent_aside();
        self.app.inner.runs_under_way.fetch_sub(1, Ordering::SeqCst);
        self.tell();
    }
}

/// How a run ended, without the sentence for people: it may quote the platform, which may name them.
fn in_the_log(end: &RunEnd) -> String {
    match end {
        RunEnd::Stopped { reason, .. } => format!("Stopped({reason:?})"),
        RunEnd::Finished | RunEnd::NeedsPeople | RunEnd::Paused => format!("{end:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AppOptions;
    use crate::contract::{ErrorCode, ProfileDraft, Scope, SignIn};
    use rollcall_core::Secret;
    use rollcall_runs::StopReason;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    #[test]
    fn what_a_platform_says_of_people_stays_out_of_the_log() {
        let sentence = "It says: “ann@contoso.example may not be invited”".to_owned();
        let logged = in_the_log(&RunEnd::Stopped { reason: StopReason::Forbidden, sentence });
        assert_eq!(logged, "Stopped(Forbidden)");
    }

    #[test]
    fn when_the_unclear_are_looked_up_is_told_until_the_list_is_read_whatever_is_sent_meanwhile() {
        let mut sending = Sending::begin(Control::new());
        let at = "2026-11-23T14:09:00Z".to_owned();
        sending.note(&RunEvent::LooksUpAt { at: at.clone(), people: 10 });
        sending.note(&RunEvent::Calling { people: 3 });
        assert_eq!(sending.next_look_at, Some(at));
        sending.note(&RunEvent::Listing);
        assert_eq!(sending.next_look_at, None);
    }

    #[test]
    fn the_pace_is_what_the_sender_counted_last() {
        let mut sending = Sending::begin(Control::new());
        let progress = rollcall_runs::Progress { per_minute: Some(186), ..Default::default() };
        sending.note(&RunEvent::Rows { rows: vec![], progress });
        assert_eq!(sending.per_minute, Some(186));
    }

    async fn platform(folder: &std::path::Path) -> (App, Arc<OpenPlatform>) {
        let key = Secret::new("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
        let options = AppOptions { data_key: Some(key), keychain: false, ..crate::testing::options(folder) };
        let app = App::open_with(options).await.expect("Rollcall opens");
        let draft = ProfileDraft {
            id: None,
            name: "Nordlys".into(),
            colour: "#7c3aed".into(),
            live: true,
            base_url: "https://api.example".into(),
            scope: Scope::Platform(vec!["1".into()]),
            extra_headers: vec![],
            sign_in: SignIn::Token,
            subscription_key: None,
            secret: None,
            session_only: true,
            read_only: false,
            description: crate::contract::DescriptionChoice::default(),
            network: crate::contract::Network::default(),
            proxy_password: None,
        };
        let profile = app.save_profile(draft).await.expect("kept").id;
        let platform = app.platform(&profile).await.expect("databases");
        (app, platform)
    }

    fn begin(app: &App, platform: &Arc<OpenPlatform>) -> UnderWay {
        let lock = SenderLock::acquire(&platform.journal.lock_path()).expect("nobody sends");
        UnderWay::begin(app.clone(), platform.clone(), RunId::from("run"), lock)
    }

    #[tokio::test]
    async fn a_panic_while_a_run_is_sent_leaves_nobody_waiting_and_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let (app, platform) = platform(folder.path()).await;
        let under_way = begin(&app, &platform);
        assert!(locked(&platform.sending).contains_key("run"), "it is under way");
        assert_eq!(
            app.refuse_while_sending(&platform.id).await.err().map(|e| e.code),
            Some(ErrorCode::RunRefused)
        );
        let panicked = catch_unwind(AssertUnwindSafe(|| {
            let _held = under_way;
            panic!("a defect");
        }));
        assert!(panicked.is_err());
        app.run_ended(&platform.id, "run").await.expect("nobody waits for ever");
        let trouble = locked(&platform.troubles).get("run").cloned().expect("it is told");
        assert!(trouble.sentence.contains("defect of its own"), "{trouble:?}");
        drop(begin(&app, &platform));
        assert!(locked(&platform.troubles).is_empty(), "who takes the run up again begins anew");
    }

    #[tokio::test]
    async fn whoever_sees_that_nobody_sends_gets_the_lock() {
        let folder = tempfile::tempdir().expect("a folder");
        let (app, platform) = platform(folder.path()).await;
        let under_way = begin(&app, &platform);
        let waiting = std::thread::spawn({
            let platform = platform.clone();
            move || {
                while !locked(&platform.sending).is_empty() {
                    std::thread::yield_now();
                }
                SenderLock::acquire(&platform.journal.lock_path()).is_ok()
            }
        });
        drop(under_way);
        assert!(waiting.join().expect("no panic"), "the lock comes back before the run is gone");
    }
}
