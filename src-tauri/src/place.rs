//! Where the window is, from one start to the next.

use crate::window::{LEAST, USUAL};
use rollcall_app::App;
use rollcall_app::contract::WindowPlace;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tauri::{AppHandle, Manager, Monitor, WebviewWindow};

/// A window that is being dragged is not written down at every pixel.
const QUIET: Duration = Duration::from_millis(400);
/// How much of the title has to be in sight, so that a hand can take the window there.
const IN_SIGHT: f64 = 80.0;

/// The part of a screen that windows may use, in logical pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Area {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// Where a window is to be opened; without a position the system finds one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Opening {
    pub(crate) position: Option<(f64, f64)>,
    pub(crate) size: (f64, f64),
    pub(crate) maximized: bool,
    pub(crate) full_screen: bool,
}

/// Where the window is to be opened on the screens that there are now.
pub(crate) fn at_start(shell: &AppHandle) -> Opening {
    let monitors = shell.available_monitors().unwrap_or_default();
    let areas: Vec<Area> = monitors.iter().map(area).collect();
    opening(shell.state::<App>().window_place(), &areas)
}

fn area(monitor: &Monitor) -> Area {
    let (work, scale) = (monitor.work_area(), monitor.scale_factor());
    let (at, size) = (work.position.to_logical::<f64>(scale), work.size.to_logical::<f64>(scale));
    Area { x: at.x, y: at.y, width: size.width, height: size.height }
}

fn opening(kept: Option<WindowPlace>, areas: &[Area]) -> Opening {
    let Some(kept) = kept.filter(is_sound) else {
        return Opening { position: None, size: USUAL, maximized: false, full_screen: false };
    };
    let home = areas.iter().find(|area| shows(area, &kept));
    let room = home.or(areas.first());
    let fitted = |wanted: f64, least: f64, room: Option<f64>| wanted.min(room.unwrap_or(wanted)).max(least);
    Opening {
        position: home.map(|_| (kept.x, kept.y)),
        size: (
            fitted(kept.width, LEAST.0, room.map(|area| area.width)),
            fitted(kept.height, LEAST.1, room.map(|area| area.height)),
        ),
        maximized: kept.maximized,
        full_screen: kept.full_screen,
    }
}

/// A file that was changed by hand may say anything.
fn is_sound(place: &WindowPlace) -> bool {
    [place.x, place.y, place.width, place.height].iter().all(|number| number.abs() < 100_000.0)
        && place.width > 0.0
        && place.height > 0.0
}

/// Whether enough of the window's upper edge is on this screen.
fn shows(area: &Area, place: &WindowPlace) -> bool {
    let (from, to) = (place.x.max(area.x), (place.x + place.width).min(area.x + area.width));
    to - from >= IN_SIGHT && place.y >= area.y - 1.0 && place.y <= area.y + area.height - IN_SIGHT
}

/// Writes down where the window is, once it rests.
#[derive(Clone, Default)]
pub(crate) struct Keeper {
    moves: Arc<AtomicU64>,
    last: Arc<Mutex<Option<WindowPlace>>>,
}

impl Keeper {
    /// The window moved or took another size.
    pub(crate) fn moved(&self, window: &WebviewWindow) {
        let turn = self.moves.fetch_add(1, Ordering::SeqCst) + 1;
        let (keeper, window) = (self.clone(), window.clone());
        tauri::async_runtime::spawn(async move {
            tokio::time::sleep(QUIET).await;
            if keeper.moves.load(Ordering::SeqCst) == turn {
                keeper.keep(&window);
            }
        });
    }

    /// Writes down where the window is, now.
    pub(crate) fn keep(&self, window: &WebviewWindow) {
        let app = window.state::<App>();
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let before = last.or_else(|| app.window_place());
        let Ok(place) = now(window, before.unwrap_or_default()) else { return };
        if before == Some(place) {
            return;
        }
        match app.keep_window_place(place) {
            Ok(()) => *last = Some(place),
            Err(problem) => tracing::warn!(detail = problem.detail, "where the window is could not be kept"),
        }
    }
}

/// Where the window is. While it fills something, it keeps the size to which it will return.
fn now(window: &WebviewWindow, before: WindowPlace) -> tauri::Result<WindowPlace> {
    let (maximized, full_screen) = (window.is_maximized()?, window.is_fullscreen()?);
    let place = WindowPlace { maximized, full_screen, ..before };
    if maximized || full_screen || window.is_minimized()? || !window.is_visible()? {
        return Ok(place);
    }
    let scale = window.scale_factor()?;
    let (at, size) =
        (window.outer_position()?.to_logical::<f64>(scale), window.inner_size()?.to_logical::<f64>(scale));
    Ok(WindowPlace { x: at.x, y: at.y, width: size.width, height: size.height, ..place })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Area = Area { x: 0.0, y: 0.0, width: 1920.0, height: 1040.0 };
    const BESIDE: Area = Area { x: 1920.0, y: 0.0, width: 1280.0, height: 1024.0 };

    fn kept(x: f64, y: f64, width: f64, height: f64) -> Option<WindowPlace> {
        Some(WindowPlace { x, y, width, height, maximized: false, full_screen: false })
    }

    #[test]
    fn a_window_comes_back_where_it_was_on_any_of_the_screens() {
        let opened = opening(kept(2000.0, 60.0, 900.0, 600.0), &[SCREEN, BESIDE]);
        assert_eq!((opened.position, opened.size), (Some((2000.0, 60.0)), (900.0, 600.0)));
    }

    #[test]
    fn a_window_of_a_screen_that_is_gone_is_opened_where_the_system_likes_in_its_size() {
        let opened = opening(kept(2000.0, 60.0, 900.0, 600.0), &[SCREEN]);
        assert_eq!((opened.position, opened.size), (None, (900.0, 600.0)));
        let sliver = opening(kept(1900.0, 60.0, 900.0, 600.0), &[SCREEN]);
        assert_eq!(sliver.position, None, "20 pixels are too few to take it by");
        let above = opening(kept(100.0, -300.0, 900.0, 600.0), &[SCREEN]);
        assert_eq!(above.position, None, "its title would be out of reach");
    }

    #[test]
    fn a_size_under_the_least_or_over_the_screen_is_mended() {
        assert_eq!(opening(kept(0.0, 0.0, 90.0, 2.0), &[SCREEN]).size, LEAST);
        assert_eq!(opening(kept(0.0, 0.0, 9000.0, 9000.0), &[SCREEN]).size, (1920.0, 1040.0));
    }

    #[test]
    fn what_fills_the_screen_fills_it_again() {
        let full = kept(10.0, 10.0, 900.0, 600.0).map(|place| WindowPlace {
            maximized: true,
            full_screen: true,
            ..place
        });
        let opened = opening(full, &[SCREEN]);
        assert!(opened.maximized && opened.full_screen);
    }

    #[test]
    fn nothing_kept_or_nonsense_is_the_usual_size() {
        let usual = Opening { position: None, size: USUAL, maximized: false, full_screen: false };
        let nonsense =
            [kept(0.0, 0.0, 0.0, 0.0), kept(f64::NAN, 0.0, 900.0, 600.0), kept(1e9, 0.0, 900.0, 600.0)];
        for kept in nonsense.into_iter().chain([None]) {
            assert_eq!(opening(kept, &[SCREEN]), usual, "{kept:?}");
        }
    }
}
