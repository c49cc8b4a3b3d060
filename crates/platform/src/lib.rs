//! Speaks to the remote APIs as a platform description says, and reports what it observed.
