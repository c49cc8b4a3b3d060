//! What goes wrong on the other side.

/// What a call does on the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    Nothing,
    All,
    /// The first, third, … person of the call.
    EverySecond,
    /// Everybody, so many seconds after the call was given up.
    Late(u32),
}

/// What becomes of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Fine,
    NotSent,
    RateLimited(u32),
    Quota(u32),
    KeyRefused,
    TokenRefused,
    Forbidden,
    /// Refused as too large when it has more people than this.
    TooLarge(usize),
    ResultsMissing,
    ResultsOfStrangers,
    ResultsTwice,
    Unreadable(Effect),
    Redirected(Effect),
    Status(u16, Effect),
    NoAnswer(Effect),
    /// The process dies while the call is under way, or before its answer is written.
    Crash(Effect),
}

/// What becomes of one reading of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListFault {
    Fine,
    Incomplete,
    Held,
    /// One from an hour ago.
    Stale,
    Crash,
}
