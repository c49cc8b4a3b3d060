//! A Tauri window with next to nothing in it: what the app's start and memory are measured beside.

use tauri::{WebviewUrl, WebviewWindowBuilder};

/// One dark bar, which tells whoever looks at the screen that the page was painted.
const BAR: &str = "addEventListener('DOMContentLoaded', () => {
    document.body.append(Object.assign(document.createElement('hr'), {
        style: 'position: fixed; inset: 50% 0 auto 0; margin: 0; height: 24px; border: 0; background: black',
    }));
});";

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .setup(|app| {
            let nothing = WebviewUrl::External("about:blank".parse()?);
            WebviewWindowBuilder::new(app, "main", nothing)
                .title("Empty")
                .inner_size(1280.0, 800.0)
                .initialization_script(BAR)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
