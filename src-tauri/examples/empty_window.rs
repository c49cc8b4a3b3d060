//! A Tauri window with next to nothing in it: what the app's start and memory are measured beside.

use tauri::{WebviewUrl, WebviewWindowBuilder};

/// One dark bar, which tells whoever looks at the screen that the page was painted. A page without any address would not do: for
/// that one the engine starts no process at all, so that nothing would be measured.
const PAGE: &str = "<!doctype html><body bgcolor=white><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><hr size=24 noshade color=black>";

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            let mut page = tauri::http::Response::new(PAGE.as_bytes());
            page.headers_mut().insert("Content-Type", tauri::http::HeaderValue::from_static("text/html"));
            page
        })
        .setup(|app| {
            let bar = WebviewUrl::CustomProtocol("empty://localhost/".parse()?);
            WebviewWindowBuilder::new(app, "main", bar).title("Empty").inner_size(1280.0, 800.0).build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
