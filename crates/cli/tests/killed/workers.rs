//! Plays scenarios side by side: most of the time of each is waiting.

use crate::desk::Platform;
use std::sync::{Mutex, PoisonError};

/// As many at once as two cores can take beside other tests.
const WORKERS: usize = 8;
/// Scenarios on one platform, after which another is served: lists and records only grow.
const PLATFORM_GOOD_FOR: usize = 25;

/// Does `work` with every job, each worker with a sample platform of its own, since a platform has one fault
/// plan. The results come in no order.
pub fn side_by_side<J: Send, R: Send>(
    jobs: impl IntoIterator<Item = J, IntoIter: Send>,
    work: impl Fn(&Platform, J) -> R + Sync,
) -> Vec<R> {
    with_workers(WORKERS, jobs, work)
}

/// The same with more workers or fewer.
pub fn with_workers<J: Send, R: Send>(
    workers: usize,
    jobs: impl IntoIterator<Item = J, IntoIter: Send>,
    work: impl Fn(&Platform, J) -> R + Sync,
) -> Vec<R> {
    let jobs = Mutex::new(jobs.into_iter());
    let next = || jobs.lock().unwrap_or_else(PoisonError::into_inner).next();
    let worker = || {
        let mut results = Vec::new();
        let mut platform = None;
        while let Some(job) = next() {
            if results.len() % PLATFORM_GOOD_FOR == 0 {
                platform = None;
            }
            results.push(work(platform.get_or_insert_with(|| Platform::serve(&[])), job));
        }
        results
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}
