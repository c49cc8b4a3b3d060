//! The journal of invitations, the verdicts, and the sender that walks it: neither lost nor twice.
