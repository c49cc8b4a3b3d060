//! What was fetched from a platform: refreshed atomically, searched and served in windows.
