//! A person or the system that asks the program to stop.

use std::io;
use tokio::sync::watch;

/// Hears Ctrl-C and the system's word to end. From the moment it exists, neither ends the program by itself.
pub struct Stop {
    asked: watch::Receiver<u32>,
}

impl Stop {
    /// Begins to listen.
    pub fn listen() -> Self {
        let (tell, asked) = watch::channel(0);
        match Signals::listen() {
            Ok(signals) => drop(tokio::spawn(signals.pass_on(tell))),
            // The system then ends the program as it ends any other, and what was under way is looked up later.
            Err(problem) => eprintln!("The system does not say when to stop: {problem}."),
        }
        Self { asked }
    }

    /// Comes back when it is asked to stop; each time once.
    pub async fn asked(&mut self) {
        if self.asked.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

// Both streams live as long as the program: a signal between two waits must not be lost.
#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    end: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, end: signal(SignalKind::terminate())? })
    }

    async fn pass_on(mut self, tell: watch::Sender<u32>) {
        loop {
            let heard = tokio::select! {
                heard = self.interrupt.recv() => heard,
                heard = self.end.recv() => heard,
            };
            if heard.is_none() {
                return;
            }
            tell.send_modify(|times| *times += 1);
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn listen() -> io::Result<Self> {
        Ok(Self)
    }

    async fn pass_on(self, tell: watch::Sender<u32>) {
        while tokio::signal::ctrl_c().await.is_ok() {
            tell.send_modify(|times| *times += 1);
        }
    }
}
