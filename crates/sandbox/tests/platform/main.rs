//! The sample platform as a client sees it.

mod contract;
mod document;
mod faults;
mod front;
mod invitations;
mod kept;
mod people;
mod visitor;
