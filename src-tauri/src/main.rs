//! Rollcall's window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

/// Counted, so that it can be limited where a spreadsheet is read.
#[global_allocator]
static MEMORY: rollcall_app::CountedMemory = rollcall_app::CountedMemory::new(std::alloc::System, usize::MAX);

fn main() -> std::process::ExitCode {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    rollcall_desktop::share_memory();
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
