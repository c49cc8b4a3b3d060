//! On Linux docks listen for a signal on the session's bus, which Ubuntu's, KDE's and Dash to Dock take.

use super::Shown;
use std::collections::HashMap;
use tauri::AppHandle;
use zbus::Connection;
use zbus::zvariant::Value;

const PATH: &str = "/dev/rollcall/desktop/launcher";
const INTERFACE: &str = "com.canonical.Unity.LauncherEntry";

/// The sign, by way of the session's bus. The connection stays open: docks forget the sign of whoever left.
#[derive(Default)]
pub(super) struct Sign {
    bus: Option<Connection>,
    /// Nobody can be told; that is said once.
    silent: bool,
}

impl Sign {
    pub(super) async fn show(&mut self, shell: &AppHandle, shown: Shown) {
        if self.silent {
            return;
        }
        if let Err(problem) = self.tell(shell, shown).await {
            self.silent = true;
            tracing::info!(%problem, "the dock can't be told how far work is");
        }
    }

    async fn tell(&mut self, shell: &AppHandle, shown: Shown) -> zbus::Result<()> {
        let bus = match &self.bus {
            Some(bus) => bus,
            None => self.bus.insert(Connection::session().await?),
        };
        // The desktop file that the packages install.
        let entry = format!("application://{}.desktop", shell.package_info().name);
        bus.emit_signal(None::<&str>, PATH, INTERFACE, "Update", &(entry, properties(shown))).await
    }
}

fn properties(shown: Shown) -> HashMap<&'static str, Value<'static>> {
    let (visible, percent) = match shown {
        Shown::Nothing => (false, 0),
        // A dock has no bar without an end: an empty one says that something is under way.
        Shown::Going(percent) => (true, percent.unwrap_or_default()),
        Shown::Stopped(percent) => (true, percent),
    };
    HashMap::from([
        ("progress-visible", Value::from(visible)),
        ("progress", Value::from(f64::from(percent) / 100.0)),
        // There is no colour for trouble; the sign calls for the person instead.
        ("urgent", Value::from(matches!(shown, Shown::Stopped(_)))),
    ])
}
