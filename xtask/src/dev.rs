//! `cargo xtask dev`: the app with hot reload.

use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, ExitCode};
use std::thread;
use std::time::{Duration, Instant};

use crate::parts::Needs;
use crate::{Outcome, prepare, shell};

const PORT: u16 = 5173;
const PATIENCE: Duration = Duration::from_secs(30);

/// Starts Vite and the app; when one ends, so does the other.
///
/// # Errors
/// A sentence when one of them does not start.
pub(crate) fn dev() -> Outcome<ExitCode> {
    prepare::machine(Needs { page: true, libraries: true, ..Needs::default() }, false)?;
    let port = PORT.to_string();
    let mut vite = shell::bound("node");
    vite.args(["node_modules/vite/bin/vite.js", "--host", "127.0.0.1", "--port", &port, "--strictPort"]);
    vite.current_dir(shell::root().join("ui"));
    let mut vite = vite.spawn().map_err(|error| format!("Could not start Vite: {error}."))?;
    let done = serving(&mut vite).and_then(|()| together(&mut vite));
    shell::end(&mut vite);
    done
}

fn serving(vite: &mut Child) -> Outcome {
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, PORT)).is_err() {
        if matches!(vite.try_wait(), Ok(Some(_))) {
            return Err(format!("Vite ended before it served anything; is port {PORT} in use?"));
        }
        if start.elapsed() > PATIENCE {
            return Err(format!("Vite did not serve on port {PORT} within {} s.", PATIENCE.as_secs()));
        }
        thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}

fn together(vite: &mut Child) -> Outcome<ExitCode> {
    let mut cargo =
        shell::cargo(&["run", "--package", "rollcall", "--bin", "rollcall", "--no-default-features"]);
    // Without the default features the app loads the page from here instead of from inside itself.
    cargo.env("TAURI_CONFIG", format!(r#"{{"build":{{"devUrl":"http://localhost:{PORT}"}}}}"#));
    let mut app = cargo.spawn().map_err(|error| format!("Could not start the app: {error}."))?;
    loop {
        if let Ok(Some(status)) = app.try_wait() {
            return Ok(shell::exit_code(status));
        }
        if let Ok(Some(_)) = vite.try_wait() {
            shell::end(&mut app);
            return Err("Vite ended, so the app was closed.".to_owned());
        }
        thread::sleep(Duration::from_millis(200));
    }
}
