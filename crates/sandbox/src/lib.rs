//! The sample platform: serves the wire contract from a small invented world.
//!
//! It stands in for a real marketplace platform wherever none is at hand: when somebody tries Rollcall
//! without an account, behind the command line's `sandbox serve`, and in tests. It shares no code with the
//! client that speaks to platforms, so that each of the two checks the other.
//!
//! ```no_run
//! # async fn example() -> Result<(), rollcall_sandbox::SandboxError> {
//! let sandbox = rollcall_sandbox::start(rollcall_sandbox::Options::default()).await?;
//! println!("{}", sandbox.info().base_url);
//! sandbox.stop().await;
//! # Ok(())
//! # }
//! ```

mod answers;
mod ask;
mod control;
mod cultures;
mod dealt;
mod faults;
mod gateway;
mod invite;
mod limits;
mod line;
mod lists;
mod mix;
mod names;
mod openapi;
mod order;
mod people;
mod register;
mod server;
mod site;
mod state;
mod token;
mod truth;
mod wire;
mod world;

pub use faults::{Endpoint, Fault, FaultPlan, Rule, Then, When};
pub use server::{Info, Options, Sandbox, start};
pub use truth::{GroundTruth, SeenEffect, SeenRequest};

use std::io;

/// Why the sample platform can't start or go on.
#[derive(Debug, thiserror::Error)]
pub enum SandboxError {
    /// A file that was named could not be read.
    #[error("the {what} could not be read: {source}")]
    Read {
        /// Which file.
        what: &'static str,
        /// What the system says.
        source: io::Error,
    },
    /// The world file is no world.
    #[error("the world file can't be used: {0}")]
    World(String),
    /// The fault plan is no plan.
    #[error("the fault plan can't be used: {0}")]
    Plan(String),
    /// Nothing can be served at the port, often because another program has it.
    #[error("port {port} can't be used: {source}")]
    Port {
        /// The port that was asked for; 0 for any free one.
        port: u16,
        /// What the system says.
        source: io::Error,
    },
    /// The state folder could not be read or written.
    #[error("the folder of the sample platform could not be read or written: {0}")]
    State(#[source] io::Error),
    /// A file of the state folder does not hold what it should. It was left as it is.
    #[error("{file} of the sample platform is damaged; nothing was changed. Moving it away starts anew")]
    Damaged {
        /// Name of the file.
        file: &'static str,
    },
    /// The system gives no random numbers for keys.
    #[error("the system gives no random numbers for the sample platform's keys")]
    NoRandomness,
    /// The system gives no threads.
    #[error("the sample platform could not start its threads: {0}")]
    Threads(#[source] io::Error),
}

impl SandboxError {
    fn state(error: io::Error) -> Self {
        Self::State(error)
    }
}
