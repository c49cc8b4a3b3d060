//! The fonts that a report is set in.

use std::sync::OnceLock;
use typst_kit::fonts::{self, FontStore};

/// The fonts of this machine, and behind them those that come with Rollcall. Looked for once in a process: it takes
/// a look into every font file there is.
pub(crate) fn of_this_machine() -> &'static FontStore {
    static FONTS: OnceLock<FontStore> = OnceLock::new();
    FONTS.get_or_init(|| {
        let mut store = FontStore::new();
        store.extend(fonts::system());
        store.extend(fonts::embedded());
        store
    })
}
