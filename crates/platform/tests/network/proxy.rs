//! A proxy that is not ours.

use crate::common::{PROXY_PASSWORD, free_port};
use std::process::Stdio;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

pub const USER: &str = "analyst";

/// A tinyproxy of the test's own, which ends with it.
pub struct Tinyproxy {
    pub url: String,
    _process: Child,
    _folder: TempDir,
}

/// How it is set up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    Open,
    AsksWhoIsThere,
    /// Opens a way to a port at which no platform is.
    Strict,
}

impl Tinyproxy {
    pub async fn start(manner: Manner) -> Self {
        // Somebody else may take the port that was free a moment ago.
        for _ in 0..10 {
            if let Some(started) = Self::try_start(manner).await {
                return started;
            }
        }
        panic!("tinyproxy did not start; `cargo xtask test` installs it")
    }

    async fn try_start(manner: Manner) -> Option<Self> {
        let (folder, port) = (tempfile::tempdir().expect("a folder"), free_port().await);
        let extra = match manner {
            Manner::Open => String::new(),
            Manner::AsksWhoIsThere => format!("BasicAuth {USER} {PROXY_PASSWORD}\n"),
            Manner::Strict => "ConnectPort 1\n".to_owned(),
        };
        let words =
            format!("Port {port}\nListen 127.0.0.1\nTimeout 60\nMaxClients 60\nLogLevel Info\n{extra}");
        let path = folder.path().join("tinyproxy.conf");
        std::fs::write(&path, words).expect("its settings");
        let mut process = Command::new("tinyproxy")
            .arg("-d")
            .arg("-c")
            .arg(&path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .ok()?;
        let mut lines = BufReader::new(process.stdout.take()?).lines();
        loop {
            match lines.next_line().await {
                Ok(Some(line)) if line.contains("Accepting connections") => break,
                Ok(Some(_)) => {}
                _ => return None,
            }
        }
        // It would stop at a full pipe.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Some(Self { url: format!("http://127.0.0.1:{port}"), _process: process, _folder: folder })
    }
}
