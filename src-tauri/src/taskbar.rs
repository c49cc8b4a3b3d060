//! How far long work is, on the window's own sign in the taskbar or dock.

#[cfg(target_os = "linux")]
#[path = "taskbar/launcher.rs"]
mod sign;
#[cfg(not(target_os = "linux"))]
#[path = "taskbar/system_sign.rs"]
mod sign;

use rollcall_app::App;
use rollcall_app::contract::*;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tauri::{AppHandle, Manager};

/// Shorter reading and writing is over before anybody looks for how far it is.
const LONG: Duration = Duration::from_secs(1);

/// What can be under way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Work {
    Refresh(String),
    Export(String),
    Run(String),
}

/// What the sign shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Nothing is under way.
    Nothing,
    /// So many percent are done; none where that can't be told.
    Going(Option<u8>),
    /// It stopped there for a person who looks elsewhere.
    Stopped(u8),
}

/// Everything that is under way.
#[derive(Default)]
struct Board {
    going: HashMap<Work, (Instant, Option<f64>)>,
    stopped: HashMap<Work, f64>,
}

impl Board {
    fn goes(&mut self, work: Work, share: Option<f64>, now: Instant) {
        self.stopped.remove(&work);
        self.going.entry(work).or_insert((now, None)).1 = share;
    }

    fn stops(&mut self, work: Work, share: f64) {
        self.going.remove(&work);
        self.stopped.insert(work, share);
    }

    fn ends(&mut self, work: &Work) {
        self.going.remove(work);
        self.stopped.remove(work);
    }

    fn shown(&self, now: Instant) -> Shown {
        let percent = |share: f64| (share.clamp(0.0, 1.0) * 100.0).floor() as u8;
        if let Some(share) = self.stopped.values().copied().reduce(f64::min) {
            return Shown::Stopped(percent(share));
        }
        let is_long = |work: &Work, since: Instant| matches!(work, Work::Run(_)) || now - since >= LONG;
        let long = self.going.iter().filter(|(work, (since, _))| is_long(work, *since));
        let shares: Vec<Option<f64>> = long.map(|(_, (_, share))| *share).collect();
        match shares.as_slice() {
            [] => Shown::Nothing,
            shares => {
                let all: Option<f64> = shares.iter().copied().sum();
                Shown::Going(all.map(|all| percent(all / shares.len() as f64)))
            }
        }
    }
}

/// The sign in the taskbar. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Taskbar {
    board: Arc<Mutex<Board>>,
    changed: Arc<tokio::sync::Notify>,
}

impl Taskbar {
    /// The person looks at the window: what stopped for them needs no sign any more.
    pub(crate) fn seen(&self) {
        self.change(|board| board.stopped.clear());
    }

    /// An export ended, whatever became of it.
    pub(crate) fn exported(&self, profile: &str) {
        self.change(|board| board.ends(&Work::Export(profile.to_owned())));
    }

    fn change(&self, change: impl FnOnce(&mut Board)) {
        change(&mut self.board.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify_one();
    }

    fn shown(&self) -> Shown {
        self.board.lock().unwrap_or_else(PoisonError::into_inner).shown(Instant::now())
    }

    async fn hear(&self, shell: &AppHandle, event: AppEvent) {
        let now = Instant::now();
        match event {
            AppEvent::RefreshProgress(at) => {
                let share = at.total.map(|total| f64::from(at.read) / f64::from(total.max(1)));
                self.change(|board| board.goes(Work::Refresh(at.profile), share, now));
            }
            AppEvent::RosterChanged(profile) => self.change(|board| board.ends(&Work::Refresh(profile))),
            AppEvent::ExportProgress(at) => {
                let share = f64::from(at.written) / f64::from(at.total.max(1));
                self.change(|board| board.goes(Work::Export(at.profile), Some(share), now));
            }
            AppEvent::RunChanged(run) => self.hear_of_run(shell, run, now).await,
            _ => {}
        }
    }

    async fn hear_of_run(&self, shell: &AppHandle, moved: RunMoved, now: Instant) {
        let view = shell.state::<App>().run_view(moved.profile, moved.run_id.clone()).await;
        let work = Work::Run(moved.run_id);
        match view {
            Ok(run) if waits_for_a_person(&run) && !crate::notice::is_in_front(shell) => {
                self.change(|board| board.stops(work, share(&run)));
            }
            Ok(run) if run.active => self.change(|board| board.goes(work, Some(share(&run)), now)),
            _ => self.change(|board| board.ends(&work)),
        }
    }
}

/// How much of a run's sending is done, from none to all.
fn share(run: &RunView) -> f64 {
    let rows = |states: &[RowState]| -> u32 {
        run.counts.iter().filter(|count| states.contains(&count.state)).map(|count| count.rows).sum()
    };
    let left = rows(&[RowState::Ready, RowState::InFlight, RowState::Unknown]);
    let ended =
        rows(&[RowState::Confirmed, RowState::ConfirmedByList, RowState::Refused, RowState::NeedsReview]);
    f64::from(ended) / f64::from((left + ended).max(1))
}

/// Whether a run goes no further without a person, who did not stop it themselves.
fn waits_for_a_person(run: &RunView) -> bool {
    let for_person = run.counts.iter().any(|count| count.state == RowState::NeedsReview && count.rows > 0);
    let waits = run.pause.as_ref().is_some_and(|pause| pause.until.is_none());
    waits
        || (!run.active && (for_person || (run.state == RunState::Stopped && run.stopped_because.is_some())))
}

/// Shows how far everything is, for as long as the app lives.
pub(crate) fn watch(shell: &AppHandle) {
    let taskbar = shell.state::<Taskbar>().inner().clone();
    let (listening, heard) = (shell.clone(), taskbar.clone());
    tauri::async_runtime::spawn(async move {
        let mut events = listening.state::<App>().events();
        while let Some(event) = events.next().await {
            heard.hear(&listening, event).await;
        }
    });
    let shell = shell.clone();
    tauri::async_runtime::spawn(async move {
        let mut sign = sign::Sign::default();
        let mut before = Shown::Nothing;
        loop {
            taskbar.changed.notified().await;
            let shown = taskbar.shown();
            if shown != before {
                sign.show(&shell, shown).await;
                before = shown;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refresh() -> Work {
        Work::Refresh("nordlys".into())
    }

    #[test]
    fn what_is_over_in_a_moment_has_no_sign() {
        let (mut board, now) = (Board::default(), Instant::now());
        board.goes(refresh(), Some(0.2), now);
        assert_eq!(board.shown(now), Shown::Nothing);
        assert_eq!(board.shown(now + LONG), Shown::Going(Some(20)));
        board.ends(&refresh());
        assert_eq!(board.shown(now + LONG), Shown::Nothing);
    }

    #[test]
    fn a_run_has_one_from_its_first_moment() {
        let (mut board, now) = (Board::default(), Instant::now());
        board.goes(Work::Run("r1".into()), Some(0.0), now);
        assert_eq!(board.shown(now), Shown::Going(Some(0)));
    }

    #[test]
    fn of_several_the_mean_is_shown_and_nothing_where_one_does_not_tell() {
        let (mut board, now) = (Board::default(), Instant::now());
        board.goes(Work::Run("r1".into()), Some(1.0), now);
        board.goes(Work::Run("r2".into()), Some(0.5), now);
        assert_eq!(board.shown(now), Shown::Going(Some(75)));
        board.goes(refresh(), None, now);
        assert_eq!(board.shown(now + LONG), Shown::Going(None));
    }

    #[test]
    fn what_stopped_for_a_person_comes_before_what_goes_on_until_it_goes_on_too() {
        let (mut board, now) = (Board::default(), Instant::now());
        board.goes(Work::Run("r1".into()), Some(0.9), now);
        board.stops(Work::Run("r2".into()), 0.4);
        assert_eq!(board.shown(now), Shown::Stopped(40));
        board.goes(Work::Run("r2".into()), Some(0.5), now);
        assert_eq!(board.shown(now), Shown::Going(Some(70)));
    }

    fn run(active: bool, state: RunState, counts: &[(RowState, u32)], because: Option<&str>) -> RunView {
        RunView {
            id: "r1".into(),
            profile: "nordlys".into(),
            title: "people.xlsx".into(),
            started_at: "2026-11-23T14:02:00Z".into(),
            started_by: "a.ozola".into(),
            state,
            active,
            counts: counts.iter().map(|(state, rows)| RowStateCount { state: *state, rows: *rows }).collect(),
            rows: 10,
            people: 10,
            pause: None,
            stopped_because: because.map(ToOwned::to_owned),
            seconds_left: None,
            people_per_minute: None,
            next_look_at: None,
        }
    }

    #[test]
    fn rows_that_are_never_sent_count_for_nothing() {
        let counts = [(RowState::Confirmed, 3), (RowState::Ready, 1), (RowState::Duplicate, 90)];
        assert!((share(&run(true, RunState::Running, &counts, None)) - 0.75).abs() < 1e-9);
    }

    #[test]
    fn a_run_that_a_person_stopped_does_not_call_for_them() {
        assert!(!waits_for_a_person(&run(false, RunState::Stopped, &[], None)));
        assert!(!waits_for_a_person(&run(true, RunState::Running, &[(RowState::NeedsReview, 1)], None)));
        assert!(waits_for_a_person(&run(false, RunState::Stopped, &[], Some("The disk is full."))));
        assert!(waits_for_a_person(&run(false, RunState::Finished, &[(RowState::NeedsReview, 1)], None)));
        let pause = Pause { until: None, reason: "Signed out.".into() };
        let waiting = RunView { pause: Some(pause), ..run(true, RunState::Paused, &[], None) };
        assert!(waits_for_a_person(&waiting));
    }
}
