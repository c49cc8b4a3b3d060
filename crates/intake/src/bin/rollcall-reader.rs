//! The smallest program that can be a reader: for the tests and measurements of this crate.

use rollcall_intake::{CountedMemory, serve_if_asked};
use std::process::ExitCode;

#[global_allocator]
static MEMORY: CountedMemory = CountedMemory::new(std::alloc::System, usize::MAX);

fn main() -> ExitCode {
    let limit = |bytes| {
        // It fails only for a program that has taken more than that before its first line.
        let _ = MEMORY.set_limit(bytes);
    };
    serve_if_asked(limit).unwrap_or(ExitCode::FAILURE)
}
