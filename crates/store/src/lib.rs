//! Opens and migrates encrypted SQLite databases.
