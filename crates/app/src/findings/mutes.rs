//! Findings that somebody does not want to hear of for a while: who, why, and until when. Of whoever comes to them later
//! they are told again.

use crate::App;
use crate::contract::*;
use crate::errors::blocking;
use crate::home::{read_json, write_json};
use crate::runs::whoever;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use rollcall_core::{UserId, phrase};
use rollcall_findings::Finding;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// Lies beside the list, for its owner only.
const MUTES: &str = "mutes.json";

/// The longest reason, in characters.
const LONGEST_REASON: usize = 500;

/// How far ahead a mute may end: whatever is right for longer is not worth a rule.
const MOST_YEARS: i64 = 2;

/// The most people whom a mute remembers. Of a finding on more nobody can say that each of them is known.
const MOST_KNOWN: usize = 100_000;

/// A mute as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mute {
    by: String,
    at: String,
    reason: String,
    until: Date,
    /// Whom it was muted for: numbers made of their ids, so that none is written down, in order. Absent where it was
    /// muted before they were kept, there were more than [`MOST_KNOWN`], or not all were told: it is for everybody then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    known: Option<Vec<u64>>,
}

impl Mute {
    /// How many came to a finding since it was muted.
    pub(crate) fn new_in(&self, finding: &Finding) -> u32 {
        let Some(known) = &self.known else { return 0 };
        let is_new = |number: &u64| known.binary_search(number).is_err();
        super::list::count(numbers(finding).filter(is_new).count())
    }

    /// For what is found now and nothing that comes later; nothing may be found by now.
    fn knowing(self, finding: Option<&Finding>) -> Self {
        let mut known: Vec<u64> = finding.into_iter().flat_map(numbers).collect();
        known.sort_unstable();
        // Of parts that are not all told nobody can say whether one is new.
        let is_whole =
            finding.is_none_or(|one| !one.people.is_empty() || one.parts_total as usize <= one.parts.len());
        Self { known: (is_whole && known.len() <= MOST_KNOWN).then_some(known), ..self }
    }

    pub(crate) fn shown(&self, finding: &Finding) -> MuteView {
        MuteView {
            by: self.by.clone(),
            at: self.at.clone(),
            reason: self.reason.clone(),
            until: self.until.to_string(),
            new_since: self.new_in(finding),
        }
    }

    fn of(reason: &str, until: &str, by: Option<String>, now: Timestamp) -> Result<Self, AppError> {
        let reason = reason.trim();
        if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
            return Err(bad(phrase!(
                "Say in up to 500 characters why this can be ignored. Nothing was changed."
            )));
        }
        let until: Date = until
            .trim()
            .parse()
            .map_err(|_| bad(phrase!("The end is a day, such as 2027-03-31. Nothing was changed.")))?;
        let today = day(now);
        if until < today || until > today.saturating_add(MOST_YEARS.years()) {
            return Err(bad(phrase!(
                "The end is today or later, and at most two years ahead. Nothing was changed."
            )));
        }
        let typed = by.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        Ok(Self {
            by: typed.unwrap_or_else(whoever),
            at: now.to_string(),
            reason: reason.to_owned(),
            until,
            known: None,
        })
    }
}

/// One number for each person of a finding, or for each part of one that is about no people: the first eight bytes of
/// the SHA-256 of the id or the name.
fn numbers(finding: &Finding) -> impl Iterator<Item = u64> {
    let people = finding.people.iter().map(UserId::as_str);
    let parts = finding.parts.iter().filter(|_| finding.people.is_empty()).map(|part| part.label.as_str());
    people.chain(parts).map(|text| {
        let hash = Sha256::digest(text);
        u64::from_be_bytes(std::array::from_fn(|place| hash[place]))
    })
}

fn bad(sentence: &str) -> AppError {
    AppError::new(ErrorCode::BadRequest, sentence)
}

fn day(now: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(now).date()
}

/// The mutes that still hold.
pub(crate) fn mutes(folder: &Path, now: Timestamp) -> Result<BTreeMap<Rule, Mute>, AppError> {
    let mut kept: BTreeMap<Rule, Mute> = read_json(&folder.join(MUTES))?;
    kept.retain(|_, mute| mute.until >= day(now));
    Ok(kept)
}

impl App {
    /// Says that a finding need not be told until the end of a day (UTC), and why: of whoever it is about now. `by` is a
    /// typed name; without it the account of the computer is noted.
    ///
    /// # Errors
    /// [`ErrorCode::BadRequest`] where reason or day make no sense; nothing is changed then.
    pub async fn mute_finding(
        &self,
        profile: String,
        rule: Rule,
        reason: String,
        until: String,
        by: Option<String>,
    ) -> Result<FindingsView, AppError> {
        let mute = Mute::of(&reason, &until, by, Timestamp::now())?;
        let told = self.told(&profile).await?;
        let found = told.and_then(|told| told.findings.into_iter().find(|finding| finding.rule == rule));
        let mute = mute.knowing(found.as_ref());
        self.change_mutes(&profile, move |kept| {
            kept.insert(rule, mute);
        })
        .await?;
        self.findings(profile).await
    }

    /// Tells a muted finding again.
    pub async fn unmute_finding(&self, profile: String, rule: Rule) -> Result<FindingsView, AppError> {
        self.change_mutes(&profile, move |kept| {
            kept.remove(&rule);
        })
        .await?;
        self.findings(profile).await
    }

    async fn change_mutes(
        &self,
        profile: &str,
        change: impl FnOnce(&mut BTreeMap<Rule, Mute>) + Send + 'static,
    ) -> Result<(), AppError> {
        let folder = self.platform(profile).await?.folder.clone();
        blocking(move || {
            let mut kept = mutes(&folder, Timestamp::now())?;
            change(&mut kept);
            write_json(&folder.join(MUTES), &kept)
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_findings::Part;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn a_mute_needs_a_reason_and_a_day_ahead() {
        let now = at("2026-11-23T12:00:00Z");
        let muted = |reason: &str, until: &str| Mute::of(reason, until, None, now);
        for (reason, until) in [
            (" ", "2026-12-01"),
            (&"x".repeat(501), "2026-12-01"),
            ("a guest", "soon"),
            ("a guest", "2026-11-22"),
            ("a guest", "2028-11-24"),
        ] {
            assert_eq!(muted(reason, until).expect_err("refused").code, ErrorCode::BadRequest, "{until}");
        }
        assert_eq!(muted(" a guest ", "2026-11-23").expect("muted").reason, "a guest");
        let by = Mute::of("a guest", "2028-11-23", Some(" Ann ".to_owned()), now).expect("muted").by;
        assert_eq!(by, "Ann", "a typed name");
    }

    #[test]
    fn a_mute_is_for_whoever_was_found_then_unless_they_were_too_many() {
        let on = |people: std::ops::Range<usize>| Finding {
            rule: Rule::Duplicates,
            people: people.map(|one| UserId::from(one.to_string())).collect(),
            parts: vec![Part { label: "a part".into(), people: 1 }],
            parts_total: 1,
            basis: Vec::new(),
            filter: None,
        };
        let mute = Mute::of("a guest", "2026-11-25", None, at("2026-11-23T12:00:00Z")).expect("muted");
        assert_eq!(mute.new_in(&on(0..3)), 0, "kept before people were");
        let few = mute.clone().knowing(Some(&on(1..40)));
        assert_eq!([few.new_in(&on(5..40)), few.new_in(&on(30..42))], [0, 2]);
        let read: Mute = serde_json::from_str(&serde_json::to_string(&few).expect("text")).expect("read");
        assert_eq!(read, few);
        let most = mute.clone().knowing(Some(&on(0..MOST_KNOWN)));
        assert_eq!(most.new_in(&on(MOST_KNOWN..MOST_KNOWN + 1)), 1);
        assert_eq!(
            mute.clone().knowing(Some(&on(0..MOST_KNOWN + 1))).new_in(&on(MOST_KNOWN + 1..MOST_KNOWN + 9)),
            0
        );
        let of_parts = mute.clone().knowing(Some(&on(0..0)));
        let other = Finding { parts: vec![Part { label: "another".into(), people: 0 }], ..on(0..0) };
        assert_eq!([of_parts.new_in(&on(0..0)), of_parts.new_in(&other)], [0, 1], "about no people");
        let many = Finding { parts_total: 21, ..on(0..0) };
        assert_eq!(
            mute.clone().knowing(Some(&many)).new_in(&other),
            0,
            "nobody knows which of its parts were there"
        );
        assert_eq!(mute.knowing(None).new_in(&on(0..2)), 2, "nothing was found when it was muted");
    }

    #[test]
    fn a_mute_ends_by_itself_after_its_last_day() {
        let folder = tempfile::tempdir().expect("a folder");
        let mute = Mute::of("a guest", "2026-11-25", None, at("2026-11-23T12:00:00Z")).expect("muted");
        let kept = BTreeMap::from([(Rule::NoRole, mute)]);
        write_json(&folder.path().join(MUTES), &kept).expect("written");
        let holds = |now: &str| mutes(folder.path(), at(now)).expect("read").len();
        assert_eq!((holds("2026-11-25T23:59:59Z"), holds("2026-11-26T00:00:00Z")), (1, 0));
    }
}
