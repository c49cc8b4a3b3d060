//! Rollcall's window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

/// Counted, so that it can be limited where a spreadsheet is read.
#[global_allocator]
static MEMORY: rollcall_app::CountedMemory = rollcall_app::CountedMemory::new(std::alloc::System, usize::MAX);

/// How many shares glibc may divide memory into for its threads. By itself it takes eight for each core, and keeps in each of them
/// what the largest piece of work took that ever ran there.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const SHARES: i32 = 2;

/// Says so to glibc, which is asked by a call into C alone: the one place where the project steps out of what Rust proves.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(unsafe_code, reason = "a setting of the C library, made before a second thread runs")]
fn share_memory() {
    // SAFETY: it takes two numbers, keeps no pointer, and nothing else runs yet. A refusal changes nothing.
    let _ = unsafe { libc::mallopt(libc::M_ARENA_MAX, SHARES) };
}

fn main() -> std::process::ExitCode {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    share_memory();
    let limit_memory = |bytes| {
        // It fails only for a program that took more than that before its first line.
        let _ = MEMORY.set_limit(bytes);
    };
    if let Some(code) = rollcall_app::read_apart_if_asked(limit_memory) {
        return code;
    }
    match rollcall_desktop::run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            rollcall_desktop::tell(&sentence);
            std::process::ExitCode::FAILURE
        }
    }
}
