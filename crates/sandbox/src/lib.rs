//! The sample platform: serves the wire contract from a small invented world.
