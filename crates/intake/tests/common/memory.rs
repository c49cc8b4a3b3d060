//! The most memory that a child of this process held, by what Linux says of it.
#![allow(dead_code, reason = "each test binary uses its part")]

use std::fs::read_to_string;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Watches the readers that this process starts. Elsewhere than on Linux it sees nothing.
pub struct Watch {
    over: Arc<AtomicBool>,
    most: Arc<AtomicU64>,
    thread: JoinHandle<()>,
}

impl Watch {
    pub fn begin() -> Self {
        let (over, most) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let (until, seen) = (over.clone(), most.clone());
        let thread = thread::spawn(move || {
            while !until.load(Ordering::Relaxed) {
                for child in children() {
                    seen.fetch_max(peak(&child), Ordering::Relaxed);
                }
                thread::sleep(Duration::from_millis(2));
            }
        });
        Self { over, most, thread }
    }

    /// The most that was seen, in bytes.
    pub fn end(self) -> u64 {
        self.over.store(true, Ordering::Relaxed);
        self.thread.join().expect("the watch ends");
        self.most.load(Ordering::Relaxed)
    }
}

fn children() -> Vec<String> {
    let Ok(tasks) = std::fs::read_dir("/proc/self/task") else { return Vec::new() };
    let of_task = |task: std::fs::DirEntry| read_to_string(task.path().join("children")).unwrap_or_default();
    tasks
        .flatten()
        .map(of_task)
        .flat_map(|list| list.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn peak(process: &str) -> u64 {
    // Between its birth and its beginning a child still shows what its parent holds.
    let words = read_to_string(format!("/proc/{process}/cmdline")).unwrap_or_default();
    if !words.split('\0').any(|word| word == rollcall_intake::READER_MODE) {
        return 0;
    }
    let status = read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or_default() * 1024
}
