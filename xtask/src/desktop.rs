//! A private desktop: a display, a window manager, a D-Bus session and an unlocked keychain.
//!
//! Nothing of the person's own session is touched: home, settings, keychain and sockets are in a
//! folder that is removed at the end, and every program that was started here ends with it.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::parts::Needs;
use crate::{Outcome, parts, prepare, shell, test};

/// The size of the display: larger than the largest window that a test opens.
const SCREEN: &str = "1680x1050x24";
const PATIENCE: Duration = Duration::from_secs(20);

/// A running private desktop; it ends when this value is dropped.
pub(crate) struct Desktop {
    home: PathBuf,
    display: String,
    bus: String,
    // In the order in which they were started; they end in the opposite order.
    children: Vec<Child>,
}

impl Desktop {
    /// Starts the desktop and waits until each of its parts answers.
    ///
    /// # Errors
    /// A sentence that names the part that did not start.
    pub(crate) fn start() -> Outcome<Self> {
        let home = private_folder()?;
        let mut desktop = Self { home, display: String::new(), bus: String::new(), children: Vec::new() };
        desktop.start_display()?;
        desktop.start_bus()?;
        desktop.start_keychain()?;
        desktop.start_window_manager()?;
        Ok(desktop)
    }

    /// Makes a command run on this desktop.
    pub(crate) fn enter(&self, command: &mut Command) {
        let under = |name: &str| self.home.join(name);
        command
            .env("HOME", under("home"))
            .env("XDG_CONFIG_HOME", under("config"))
            .env("XDG_DATA_HOME", under("data"))
            .env("XDG_CACHE_HOME", under("cache"))
            .env("XDG_STATE_HOME", under("state"))
            .env("XDG_RUNTIME_DIR", under("run"))
            .env("TMPDIR", under("tmp"))
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("GDK_BACKEND", "x11")
            .env("LANG", "C.UTF-8")
            .env("LC_ALL", "C.UTF-8")
            // Settings kept by a running desktop would reach into this one.
            .env("GSETTINGS_BACKEND", "memory");
        for name in
            ["WAYLAND_DISPLAY", "XAUTHORITY", "GNOME_KEYRING_CONTROL", "SSH_AUTH_SOCK", "XDG_CURRENT_DESKTOP"]
        {
            command.env_remove(name);
        }
    }

    fn start_display(&mut self) -> Outcome {
        let mut xvfb = shell::bound("Xvfb");
        // The server picks a free display by itself and says which: a number chosen here could be
        // taken by another run between looking and using.
        xvfb.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset", "-dpi", "96"]);
        let number = self.started_saying("Xvfb", xvfb.stderr(Stdio::null()))?;
        self.display = format!(":{number}");
        Ok(())
    }

    fn start_bus(&mut self) -> Outcome {
        let mut bus = shell::bound("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        self.enter(&mut bus);
        self.bus = self.started_saying("dbus-daemon", bus.stderr(Stdio::null()))?;
        Ok(())
    }

    fn start_keychain(&mut self) -> Outcome {
        let mut keyring = shell::bound("gnome-keyring-daemon");
        keyring.args(["--foreground", "--unlock", "--components=secrets"]);
        self.enter(&mut keyring);
        let mut child = start(
            "gnome-keyring-daemon",
            keyring.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()),
        )?;
        // The password of the new keychain: an empty line.
        let wrote = child.stdin.take().map(|mut pipe| pipe.write_all(b"\n"));
        self.children.push(child);
        if !matches!(wrote, Some(Ok(()))) {
            return Err("The keychain of the private desktop did not take its password.".to_owned());
        }
        self.wait_for("the keychain (gnome-keyring)", |desktop| desktop.on_the_bus("org.freedesktop.secrets"))
    }

    fn start_window_manager(&mut self) -> Outcome {
        let mut openbox = shell::bound("openbox");
        self.enter(&mut openbox);
        let child =
            start("openbox", openbox.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()))?;
        self.children.push(child);
        // xdotool asks the window manager for a window's desktop; no answer means no manager yet.
        self.wait_for("the window manager (openbox)", |desktop| {
            let mut ask = Command::new("xdotool");
            ask.arg("get_num_desktops");
            desktop.enter(&mut ask);
            shell::output(&mut ask).is_some()
        })
    }

    fn on_the_bus(&self, name: &str) -> bool {
        let mut ask = Command::new("dbus-send");
        ask.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]);
        ask.args(["org.freedesktop.DBus.NameHasOwner", &format!("string:{name}")]);
        self.enter(&mut ask);
        shell::output(&mut ask).is_some_and(|reply| reply.contains("boolean true"))
    }

    /// Starts a program that says one thing on its first line of output, and reads that line.
    fn started_saying(&mut self, name: &str, command: &mut Command) -> Outcome<String> {
        let mut child = start(name, command.stdin(Stdio::null()).stdout(Stdio::piped()))?;
        let pipe = child.stdout.take();
        self.children.push(child);
        let mut line = String::new();
        if let Some(pipe) = pipe {
            let _ = BufReader::new(pipe).read_line(&mut line);
        }
        let line = line.trim();
        if line.is_empty() { Err(format!("{name} ended before it was ready.")) } else { Ok(line.to_owned()) }
    }

    fn wait_for(&self, what: &str, ready: impl Fn(&Self) -> bool) -> Outcome {
        let start = Instant::now();
        while !ready(self) {
            if start.elapsed() > PATIENCE {
                return Err(format!(
                    "On the private desktop, {what} did not answer within {} s.",
                    PATIENCE.as_secs()
                ));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for child in self.children.iter_mut().rev() {
            shell::end(child);
        }
        let _ = fs::remove_dir_all(&self.home);
    }
}

fn start(name: &str, command: &mut Command) -> Outcome<Child> {
    command.spawn().map_err(|error| format!("Could not start {name}: {error}."))
}

/// A new folder that only its owner can enter, with everything a session expects to find.
fn private_folder() -> Outcome<PathBuf> {
    // The path stays short: sockets live in it, and their paths end at 107 bytes.
    let stamp = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| since.subsec_nanos());
    let home = env::temp_dir().join(format!("rollcall-{}-{stamp:x}", std::process::id()));
    let made = ["home", "config", "data", "cache", "state", "run", "tmp"]
        .iter()
        .try_for_each(|name| make_private(&home.join(name)));
    made.map_err(|error| format!("Could not make the folder of the private desktop: {error}."))?;
    Ok(home)
}

#[cfg(unix)]
fn make_private(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

#[cfg(not(unix))]
fn make_private(path: &Path) -> std::io::Result<()> {
    fs::create_dir_all(path)
}

/// What the tests of the real app must know: where the programs are, and where to leave pictures.
pub(crate) fn tell_programs(command: &mut Command) -> Outcome {
    let driver = prepare::installed_driver().ok_or("tauri-driver is not installed.")?;
    command
        .env("ROLLCALL_APP", shell::built("rollcall"))
        .env("ROLLCALL_CTL", shell::built("rollcallctl"))
        .env("ROLLCALL_EMPTY_WINDOW", shell::built("examples/empty_window"))
        .env("ROLLCALL_DRIVER", driver)
        .env("ROLLCALL_E2E_OUT", shell::target().join("e2e"));
    Ok(())
}

/// Builds the app, and runs one mode of the end-to-end tests with it on a private desktop.
///
/// # Errors
/// A sentence when the app does not build or the desktop does not start.
pub(crate) fn vitest(needs: Needs, mode: &str, told: &[(&str, String)]) -> Outcome<ExitCode> {
    prepare::machine(needs, false)?;
    test::build_all()?;
    let desktop = Desktop::start()?;
    let mut vitest =
        shell::node("vitest/vitest.mjs", &["run", "--config", "e2e/vitest.config.ts", "--mode", mode]);
    desktop.enter(&mut vitest);
    tell_programs(&mut vitest)?;
    for (name, value) in told {
        vitest.env(name, value);
    }
    Ok(shell::exit_code(shell::status(&mut vitest)?))
}

/// `cargo xtask desktop COMMAND…`
///
/// # Errors
/// A sentence when the desktop or the command does not start.
pub(crate) fn command(words: &[String]) -> Outcome<ExitCode> {
    prepare::machine(parts::Part::E2e.needs(), false)?;
    let desktop = Desktop::start()?;
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]);
    desktop.enter(&mut command);
    tell_programs(&mut command)?;
    Ok(shell::exit_code(shell::status(&mut command)?))
}
