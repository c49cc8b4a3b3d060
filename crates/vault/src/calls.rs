//! Calls to a keychain: one at a time, each on a thread of its own, each for a limited time.

use crate::VaultState;
use crate::keychain::Keychain;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::time::{Instant, timeout_at};

/// How long one call may take.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

/// Calls to one keychain.
pub(crate) struct Calls {
    keychain: Arc<dyn Keychain>,
    patience: Duration,
    line: Mutex<Line>,
    /// Whether a thread looks whether a keychain that left a call waiting answers others.
    looking: Arc<AtomicBool>,
}

/// Calls that wait for one another.
#[derive(Clone)]
struct Line {
    /// One permit: a keychain that asks the person should ask one thing at a time, and a keychain that
    /// hangs should hold one thread and not one for each try.
    turn: Arc<Semaphore>,
    hanging: Arc<Mutex<Hanging>>,
}

impl Line {
    fn new() -> Self {
        Self { turn: Arc::new(Semaphore::new(1)), hanging: Arc::default() }
    }

    fn told(&self) -> Option<VaultState> {
        lock(&self.hanging).told
    }
}

/// What is known of a call that was given up and still runs.
#[derive(Default)]
struct Hanging {
    /// Runs until its thread ends.
    running: bool,
    /// What its caller was told, while it hangs.
    told: Option<VaultState>,
}

/// What a running call and its caller tell one another.
#[derive(Clone, Default)]
pub(crate) struct Call {
    abandoned: Arc<AtomicBool>,
    locked: Arc<AtomicBool>,
}

impl Call {
    /// Asked between two steps: a caller who was told that it failed must not find it done later.
    pub(crate) fn go_on(&self) -> Result<(), VaultState> {
        if self.abandoned.load(Ordering::SeqCst) { Err(VaultState::Slow) } else { Ok(()) }
    }

    fn give_up(&self) -> VaultState {
        self.abandoned.store(true, Ordering::SeqCst);
        // A keychain that waits for the person is silent; what it waits for is worth saying.
        if self.locked.load(Ordering::SeqCst) { VaultState::Locked } else { VaultState::Slow }
    }
}

impl Calls {
    pub(crate) fn new(keychain: Arc<dyn Keychain>, patience: Duration) -> Self {
        Self { keychain, patience, line: Mutex::new(Line::new()), looking: Arc::default() }
    }

    /// How the keychain stands, without asking the person.
    pub(crate) async fn state(&self) -> VaultState {
        self.run(|keychain, _| Ok(keychain.state())).await.unwrap_or_else(|state| state)
    }

    /// Does `work` with the keychain, unlocked.
    pub(crate) async fn with_open<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Keychain, &Call) -> Result<T, VaultState> + Send + 'static,
    ) -> Result<T, VaultState> {
        self.run(move |keychain, call| {
            make_open(keychain, call)?;
            call.go_on()?;
            work(keychain, call)
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Keychain, &Call) -> Result<T, VaultState> + Send + 'static,
    ) -> Result<T, VaultState> {
        let deadline = Instant::now() + self.patience;
        let line = self.free_line(deadline).await?;
        let turn = timeout_at(deadline, Arc::clone(&line.turn).acquire_owned()).await;
        let Ok(Ok(turn)) = turn else { return Err(line.told().unwrap_or(VaultState::Slow)) };
        let call = Call::default();
        let mut answered = self.start(&line, turn, call.clone(), work)?;
        match timeout_at(deadline, &mut answered).await {
            // The thread panicked: a keychain that is out of order.
            Ok(answer) => answer.unwrap_or(Err(VaultState::Denied)),
            Err(_) => give_up(&line, &call, &mut answered),
        }
    }

    /// The line to wait in; what the last caller was told where a call hangs in it.
    async fn free_line(&self, deadline: Instant) -> Result<Line, VaultState> {
        let line = lock(&self.line).clone();
        match line.told() {
            None => Ok(line),
            // It was to be unlocked. Where that was done elsewhere meanwhile, the question may stay open for ever; and a
            // call that was given up before its work never does it, so nothing of it can come late.
            Some(VaultState::Locked) if self.is_open(deadline).await => Ok(self.renewed(&line)),
            Some(told) => Err(told),
        }
    }

    /// Whether the keychain says by now that it is open. Asked by one thread at a time.
    async fn is_open(&self, deadline: Instant) -> bool {
        if self.looking.swap(true, Ordering::SeqCst) {
            return false;
        }
        let (answer, answered) = oneshot::channel();
        let (keychain, looking) = (Arc::clone(&self.keychain), Looking(Arc::clone(&self.looking)));
        let thread = std::thread::Builder::new().name("keychain".into()).spawn(move || {
            let state = keychain.state();
            drop(looking);
            // Nobody may be waiting any more.
            let _ = answer.send(state);
        });
        thread.is_ok() && matches!(timeout_at(deadline, answered).await, Ok(Ok(VaultState::Ok)))
    }

    /// A line of its own for those who come after a call that hangs in `old`.
    fn renewed(&self, old: &Line) -> Line {
        let mut line = lock(&self.line);
        if Arc::ptr_eq(&line.turn, &old.turn) {
            *line = Line::new();
        }
        line.clone()
    }

    fn start<T: Send + 'static>(
        &self,
        line: &Line,
        turn: OwnedSemaphorePermit,
        call: Call,
        work: impl FnOnce(&dyn Keychain, &Call) -> Result<T, VaultState> + Send + 'static,
    ) -> Result<oneshot::Receiver<Result<T, VaultState>>, VaultState> {
        let (answer, answered) = oneshot::channel();
        let keychain = Arc::clone(&self.keychain);
        lock(&line.hanging).running = true;
        let running = Running { hanging: Arc::clone(&line.hanging), _turn: turn };
        let thread = std::thread::Builder::new().name("keychain".into()).spawn(move || {
            let result = work(keychain.as_ref(), &call);
            // Nobody may be waiting any more.
            let _ = answer.send(result);
            drop(running);
        });
        thread.map(|_| answered).map_err(|_| VaultState::Slow)
    }
}

fn give_up<T>(
    line: &Line,
    call: &Call,
    answered: &mut oneshot::Receiver<Result<T, VaultState>>,
) -> Result<T, VaultState> {
    let mut hanging = lock(&line.hanging);
    // It may have answered between the time-out and here.
    if let Ok(answer) = answered.try_recv() {
        return answer;
    }
    let told = call.give_up();
    if hanging.running {
        hanging.told = Some(told);
    }
    tracing::warn!(?told, "a call to the keychain was given up");
    Err(told)
}

fn make_open(keychain: &dyn Keychain, call: &Call) -> Result<(), VaultState> {
    match keychain.state() {
        VaultState::Ok => return Ok(()),
        VaultState::Locked => {}
        other => return Err(other),
    }
    call.locked.store(true, Ordering::SeqCst);
    keychain.unlock()?;
    call.locked.store(false, Ordering::SeqCst);
    // An answer of a keychain that is still locked may lack what is in it.
    match keychain.state() {
        VaultState::Ok => Ok(()),
        other => Err(other),
    }
}

/// Lives as long as a call's thread works, a panic included; frees the turn at its end.
struct Running {
    hanging: Arc<Mutex<Hanging>>,
    _turn: OwnedSemaphorePermit,
}

impl Drop for Running {
    fn drop(&mut self) {
        *lock(&self.hanging) = Hanging::default();
    }
}

/// Lives as long as somebody looks how the keychain stands, a panic included.
struct Looking(Arc<AtomicBool>);

impl Drop for Looking {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}
