//! Runs a sender as a process that may die, and starts it again.

use super::server::crash;
use super::{Broken, Server, SimClock};
use crate::clock::Clock;
use crate::journal::Journal;
use crate::lock::SenderLock;
use crate::run::{NewRow, NewRun, PlatformIdentity, RowFilter, RunId, RunRow, RunSummary};
use crate::sender::{Control, RunEnd, RunError, RunEvent, SendOptions, send};
use crate::state::RowState;
use rollcall_core::{EmailAddress, Invitation, OrganizationId, RoleId};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

pub(crate) const QUIET: Duration = Duration::from_secs(360);

pub(crate) struct Driver {
    _folder: tempfile::TempDir,
    pub path: PathBuf,
    reader: OnceLock<Journal>,
    pub clock: Arc<SimClock>,
    pub server: Arc<Server>,
    pub options: SendOptions,
    pub events: Arc<Mutex<Vec<RunEvent>>>,
    pub broken: Option<Broken>,
}

type BoxFuture = std::pin::Pin<Box<dyn Future<Output = ()> + Send>>;

/// How a session ended.
#[derive(Debug)]
pub(crate) enum SessionEnd {
    Ended(RunEnd),
    Failed(RunError),
    Crashed,
}

/// What goes wrong on our own side, or is wished, at the n-th event of a session.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Mishap {
    pub crash_at: Option<u32>,
    pub cancel_at: Option<u32>,
    pub pause_at: Option<u32>,
    pub fail_writes_after: Option<u32>,
    /// Another process wants to send the same run.
    pub second_at: Option<u32>,
}

pub(crate) fn ready(row: u32, email: &str) -> NewRow {
    let email = EmailAddress::parse(email).expect("an address");
    NewRow {
        row,
        email: email.as_typed().into(),
        canonical: Some(email.canonical().clone()),
        state: RowState::Ready,
        of: None,
        code: None,
        message: None,
        cells: vec![email.as_typed().into(), "=1+1".into()],
        invitation: Some(Invitation {
            email,
            first_name: None,
            last_name: None,
            role_id: Some(RoleId("r".into())),
            identity_provider_id: None,
            organization_ids: vec![OrganizationId("o".into())],
        }),
        listed_before: false,
        created_before: None,
    }
}

pub(crate) fn row(row: u32, state: RowState) -> NewRow {
    NewRow {
        row,
        email: String::new(),
        canonical: None,
        state,
        of: None,
        code: Some("why".into()),
        message: None,
        cells: Vec::new(),
        invitation: None,
        listed_before: false,
        created_before: None,
    }
}

impl Driver {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journal.db");
        let clock = Arc::new(SimClock::default());
        let server = Arc::new(Server::new(Arc::clone(&clock), path.clone(), QUIET));
        let options = SendOptions { quiet: QUIET, seed: Some(7), ..SendOptions::default() };
        Self {
            _folder: folder,
            path,
            reader: OnceLock::new(),
            clock,
            server,
            options,
            events: Arc::default(),
            broken: None,
        }
    }

    pub(crate) fn open(&self) -> Journal {
        let clock: Arc<dyn Clock> = Arc::clone(&self.clock) as Arc<dyn Clock>;
        Journal::open_with_clock(&self.path, None, clock)
            .expect("a journal")
            .without_waiting_for_the_disk()
            .break_rule(self.broken)
    }

    pub(crate) fn new_run(&self, rows: Vec<NewRow>) -> NewRun {
        NewRun {
            profile: "sandbox".into(),
            title: "people.xlsx".into(),
            file_sha256: Some("ab".into()),
            fingerprint: "cd".into(),
            started_by: "ann".into(),
            platform: PlatformIdentity { base: "sandbox:".into(), subject: Some("ann".into()) },
            headers: vec!["E-mail".into(), "Sum".into()],
            list_age_seconds: Some(0),
            planned_at: None,
            rows,
        }
    }

    pub(crate) fn create(&self, rows: Vec<NewRow>) -> RunId {
        self.open().create_run(self.new_run(rows)).expect("a run")
    }

    /// One process: opens the journal, takes the lock, sends, ends or dies.
    pub(crate) async fn session(&self, run: &RunId, mishap: Mishap) -> SessionEnd {
        let journal = Arc::new(self.open());
        let lock = SenderLock::acquire(&journal.lock_path()).expect("nobody else sends");
        if let Some(writes) = mishap.fail_writes_after {
            journal.fail_after(writes);
        }
        self.server.state().journal_failed = Arc::clone(&journal.failed);
        let (server, events, options, run) =
            (Arc::clone(&self.server), Arc::clone(&self.events), self.options.clone(), run.clone());
        let control = Control::new();
        let wishes = control.clone();
        let told = AtomicU32::new(0);
        let second = Arc::new(Mutex::new(None));
        let (another, begun) = (self.another_process(&run), Arc::clone(&second));
        let walk = tokio::spawn(async move {
            let progress = |event| {
                events.lock().expect("the events").push(event);
                let number = Some(told.fetch_add(1, Ordering::SeqCst));
                if number == mishap.cancel_at {
                    wishes.cancel();
                }
                if number == mishap.pause_at {
                    wishes.pause();
                }
                if number == mishap.second_at {
                    *begun.lock().expect("the second") = Some(tokio::spawn(another()));
                }
                if number == mishap.crash_at {
                    crash();
                }
            };
            let gateway: Arc<dyn crate::Gateway> = server;
            send(journal, &lock, gateway, &run, options, control, progress).await
        });
        let walked = walk.await;
        let second = second.lock().expect("the second").take();
        if let Some(second) = second {
            let _ = second.await;
        }
        match walked {
            Ok(Ok(end)) => SessionEnd::Ended(end),
            Ok(Err(error)) => SessionEnd::Failed(error),
            Err(_) => SessionEnd::Crashed,
        }
    }

    /// A process that is started while the first one sends. It is refused.
    fn another_process(&self, run: &RunId) -> impl Fn() -> BoxFuture + Send + Sync + 'static {
        let (path, clock, server) = (self.path.clone(), Arc::clone(&self.clock), Arc::clone(&self.server));
        let (options, run, broken) = (self.options.clone(), run.clone(), self.broken);
        move || {
            let (clock, server) = (Arc::clone(&clock) as Arc<dyn Clock>, Arc::clone(&server));
            let (options, run) = (options.clone(), run.clone());
            let journal = Journal::open_with_clock(&path, None, clock).expect("a journal");
            let journal = Arc::new(journal.without_waiting_for_the_disk().break_rule(broken));
            Box::pin(async move {
                if broken == Some(Broken::NoLock) {
                    // Whoever removes the file of a lock can lock another one.
                    std::fs::remove_file(journal.lock_path()).expect("the lock's file");
                }
                let Ok(lock) = SenderLock::acquire(&journal.lock_path()) else { return };
                // The first one ended: from here on it is this one that must not send past a failure.
                server.state().journal_failed = Arc::clone(&journal.failed);
                let gateway: Arc<dyn crate::Gateway> = server;
                let _ = send(journal, &lock, gateway, &run, options, Control::new(), |_| {}).await;
            })
        }
    }

    /// A session without mishaps, which has to come to an end of its own.
    pub(crate) async fn send(&self, run: &RunId) -> RunEnd {
        match self.session(run, Mishap::default()).await {
            SessionEnd::Ended(end) => end,
            other => panic!("the session did not end by itself: {other:?}"),
        }
    }

    /// A journal that stays open, for looking between sessions.
    fn reader(&self) -> &Journal {
        self.reader.get_or_init(|| self.open())
    }

    pub(crate) fn summary(&self, run: &RunId) -> RunSummary {
        self.reader().run(run).expect("readable").expect("the run")
    }

    pub(crate) fn rows(&self, run: &RunId) -> Vec<RunRow> {
        self.reader().rows(run, &RowFilter::default(), 0, u32::MAX).expect("readable").rows
    }

    pub(crate) fn states(&self, run: &RunId) -> Vec<RowState> {
        self.rows(run).into_iter().map(|row| row.state).collect()
    }

    /// Fails with everything that the server saw go wrong.
    pub(crate) fn assert_no_violation(&self) {
        let violations = self.server.state().violations.clone();
        assert!(violations.is_empty(), "{violations:#?}");
    }
}
