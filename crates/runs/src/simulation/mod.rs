//! A server that loses, delays, doubles and garbles, a clock that jumps, and processes that die:
//! what the rules are tested against.

mod broken;
mod case;
mod clock;
mod driver;
mod fault;
mod journal;
mod properties;
mod scale;
mod sending;
mod server;
mod walking;

pub(crate) use broken::Broken;
pub(crate) use clock::{ProcessClock, SimClock};
pub(crate) use driver::{Driver, Mishap, SessionEnd, ready, row};
pub(crate) use fault::{Effect, Fault, ListFault};
pub(crate) use server::Server;
