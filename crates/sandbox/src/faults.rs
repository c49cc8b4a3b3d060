//! The fault plan: what goes wrong, on which calls. Written as TOML or JSON; `docs/fault-plan.md` of this
//! crate has an example of each fault.

use crate::SandboxError;
use serde::{Deserialize, Deserializer, Serialize};
use std::path::Path;

/// What goes wrong, and when. The empty plan lets everything go well.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FaultPlan {
    /// How long tokens from `/oauth/token` live, in seconds; 3600 when left out, and 0 makes tokens that
    /// have already expired. The token of [`Info`](crate::Info) lives a day whatever stands here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token_lifetime_seconds: Option<u32>,
    /// The rules. Every rule whose `when` holds takes part in a call; where two rules want a different end
    /// of the same call, the first one decides.
    pub rules: Vec<Rule>,
}

/// One fault and the calls that it befalls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The calls; all of them when left out.
    #[serde(default)]
    pub when: When,
    /// What befalls them.
    pub fault: Fault,
}

/// Which calls a rule is about. `endpoint`, `method`, `page` and `email` say which calls the rule counts;
/// `nth`, `from`, `until`, `every` and `first` say which of the counted ones the fault befalls. A call is
/// counted when it arrives with the right subscription key (calls for a token need none), whatever its
/// answer will be. Everything that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct When {
    /// Only calls of this operation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<Endpoint>,
    /// Only calls with this method, such as `POST`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Only calls for this page of a list (a call without `page` is for page 1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u64>,
    /// Only calls whose body holds this text, such as an e-mail address; compared without case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Exactly these counted calls, from 1. One number or a list.
    #[serde(deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub nth: Vec<u64>,
    /// From this counted call on; 1 when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u64>,
    /// Until this counted call, which is the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<u64>,
    /// Every k-th of the calls counted from `from` on: 3 means the third, the sixth and so on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub every: Option<u64>,
    /// Only the first k of the calls that everything else holds for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<u64>,
}

/// The operations of the sample platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Endpoint {
    /// `POST /oauth/token`
    Token,
    /// `GET /api/v2/users`
    Users,
    /// `GET /api/v2/roles`
    Roles,
    /// `GET /api/v2/identity-providers`
    IdentityProviders,
    /// `GET /api/v2/organizations/details/{id}`
    Organizations,
    /// `POST /api/v2/users/invite`
    Invite,
}

/// What befalls a call. In a file: `fault = "reset_before"`, or `fault = { status_after = { status = 504 } }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Fault {
    /// The call takes longer.
    Latency {
        /// At least this many milliseconds.
        min_ms: u64,
        /// At most this many milliseconds.
        max_ms: u64,
        /// Whether the wait comes after the effect rather than before it.
        #[serde(default)]
        after: bool,
    },
    /// The gateway lets `calls` through in any span of `per_seconds` (a sliding window over the calls that
    /// this rule counts) and answers the others with 429. Those never reach the platform and fill no window.
    RateLimit {
        /// Calls that a span takes.
        calls: u32,
        /// Length of the span in seconds.
        per_seconds: u64,
    },
    /// The gateway lets `calls` through, then answers 403 with `Retry-After` until the quota is replenished,
    /// `replenished_in_seconds` after the first call that used it.
    Quota {
        /// Calls that the quota takes.
        calls: u32,
        /// Length of a quota period in seconds.
        replenished_in_seconds: u64,
    },
    /// The token of this call has expired as the call arrives; the call, and every later one with
    /// the same token, is answered with the platform's 401.
    TokenExpires,
    /// This status, and nothing was done.
    StatusBefore {
        /// An HTTP status from 300 to 599.
        status: u16,
        /// `Retry-After` in seconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        retry_after: Option<u64>,
    },
    /// This status, though everything was done.
    StatusAfter {
        /// An HTTP status from 300 to 599.
        status: u16,
        /// `Retry-After` in seconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        retry_after: Option<u64>,
    },
    /// The whole request is read, nothing is done, and the connection is reset.
    ResetBefore,
    /// Everything is done, and the connection is reset without an answer.
    ResetAfter,
    /// Everything is done; the answer names its whole length, half of it comes, and the connection closes.
    CutAnswer,
    /// The mails of this invite call go out `ms` milliseconds after it was ended as `then` says.
    EffectLate {
        /// Milliseconds from the end of the call to the effect.
        ms: u64,
        /// How the call ends.
        #[serde(default)]
        then: Then,
    },
    /// Lists show the people of this invite call `ms` milliseconds later than the platform knows them.
    ListLag {
        /// Milliseconds from the effect to the lists.
        ms: u64,
    },
    /// This list of people shows only the first `first`, and counts no more, as if the others had never been.
    PartOfList {
        /// People who are shown.
        first: u64,
    },
    /// Only the first `first` people of this invite call are looked at; then the call ends as `then` says. With
    /// `then = "answer"` the answer still speaks of everybody, as if all had been done.
    PartOfBatch {
        /// People who are looked at.
        first: usize,
        /// How the call ends.
        #[serde(default)]
        then: Then,
    },
    /// The last `count` results of this invite call are left out of the answer.
    ResultsMissing {
        /// Results that are left out.
        count: usize,
    },
    /// The answer of this invite call has `count` results for people whom nobody sent.
    ResultsExtra {
        /// Results that are added.
        count: usize,
    },
    /// The first `count` results of this invite call come twice.
    ResultsRepeated {
        /// Results that are repeated.
        count: usize,
    },
    /// The results of this invite call come in reverse order.
    ResultsReversed,
}

/// How a call ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Then {
    /// With the ordinary answer. In a file: `then = "answer"`.
    #[default]
    Answer,
    /// With a connection reset. In a file: `then = "reset"`.
    Reset,
    /// With this HTTP status, from 300 to 599. In a file: `then = { status = 504 }`.
    Status(u16),
}

impl FaultPlan {
    /// Reads a plan: JSON when the file's name ends in `.json` or its text begins with `{`, else TOML.
    ///
    /// # Errors
    /// [`SandboxError::Read`] when the file can't be read, [`SandboxError::Plan`] when it is no plan: not
    /// well-formed, an unknown field, or a value that makes no sense.
    pub fn from_file(path: &Path) -> Result<Self, SandboxError> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| SandboxError::Read { what: "fault plan", source })?;
        let json = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"))
            || text.trim_start().starts_with('{');
        let plan: Self = if json {
            serde_json::from_str(&text).map_err(|e| SandboxError::Plan(e.to_string()))?
        } else {
            toml::from_str(&text).map_err(|e| SandboxError::Plan(e.to_string()))?
        };
        plan.check().map_err(SandboxError::Plan)?;
        Ok(plan)
    }

    /// Says of the first value that makes no sense what is wrong with it.
    pub(crate) fn check(&self) -> Result<(), String> {
        for (k, rule) in self.rules.iter().enumerate() {
            rule.check().map_err(|reason| format!("rule {}: {reason}", k + 1))?;
        }
        Ok(())
    }
}

impl Rule {
    fn check(&self) -> Result<(), String> {
        let When { nth, from, until, every, .. } = &self.when;
        if nth.contains(&0) || [from, until, every].contains(&&Some(0)) {
            return Err("calls are counted from 1".into());
        }
        match self.fault {
            Fault::Latency { min_ms, max_ms, .. } if min_ms > max_ms => {
                Err("min_ms is larger than max_ms".into())
            }
            Fault::RateLimit { per_seconds: 0, .. } | Fault::Quota { replenished_in_seconds: 0, .. } => {
                Err("a span of 0 seconds limits nothing".into())
            }
            Fault::StatusBefore { status, .. }
            | Fault::StatusAfter { status, .. }
            | Fault::EffectLate { then: Then::Status(status), .. }
            | Fault::PartOfBatch { then: Then::Status(status), .. }
                if !(300..=599).contains(&status) =>
            {
                Err(format!("{status} is no status from 300 to 599"))
            }
            _ => Ok(()),
        }
    }
}

fn one_or_many<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u64>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form {
        One(u64),
        Many(Vec<u64>),
    }
    Ok(match Form::deserialize(from)? {
        Form::One(n) => vec![n],
        Form::Many(list) => list,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, text: &str) -> Result<FaultPlan, SandboxError> {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join(name);
        std::fs::write(&path, text).expect("the plan's file");
        FaultPlan::from_file(&path)
    }

    #[test]
    fn toml_and_json_say_the_same() {
        let toml = r#"
            token_lifetime_seconds = 60
            [[rules]]
            when = { endpoint = "invite", nth = 3 }
            fault = { part_of_batch = { first = 2, then = { status = 500 } } }
            [[rules]]
            when = { endpoint = "identityProviders", nth = [1, 4] }
            fault = "reset_before"
        "#;
        let json = r#"{"token_lifetime_seconds": 60, "rules": [
            {"when": {"endpoint": "invite", "nth": [3]},
             "fault": {"part_of_batch": {"first": 2, "then": {"status": 500}}}},
            {"when": {"endpoint": "identityProviders", "nth": [1, 4]}, "fault": "reset_before"}]}"#;
        let plan = read("plan.toml", toml).expect("a plan in TOML");
        assert_eq!(read("plan.json", json).expect("a plan in JSON"), plan);
        assert_eq!(read("plan", json).expect("a plan without an ending"), plan);
        let written = serde_json::to_string(&plan).expect("JSON");
        assert_eq!(serde_json::from_str::<FaultPlan>(&written).expect("read back"), plan);
    }

    #[test]
    fn every_example_of_the_document_is_a_plan() {
        let document = include_str!("../docs/fault-plan.md");
        let examples: Vec<&str> =
            document.split("```toml\n").skip(1).filter_map(|part| part.split("```").next()).collect();
        assert!(examples.len() >= 10, "the document shows {} examples", examples.len());
        for example in examples {
            read("plan.toml", example).unwrap_or_else(|e| panic!("{e}\n{example}"));
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused_with_its_rule() {
        for (text, said) in [
            ("rules = [{ fault = { latency = { min_ms = 9, max_ms = 1 } } }]", "rule 1"),
            ("rules = [{ fault = { status_after = { status = 200 } } }]", "200"),
            ("rules = [{ when = { nth = 0 }, fault = \"cut_answer\" }]", "counted from 1"),
            ("rules = [{ fault = { rate_limit = { calls = 1, per_seconds = 0 } } }]", "limits nothing"),
            ("rules = [{ when = { endpont = \"invite\" }, fault = \"cut_answer\" }]", "endpont"),
            ("rules = [{ fault = \"burst_into_flames\" }]", "burst_into_flames"),
        ] {
            let error = read("plan.toml", text).expect_err(text).to_string();
            assert!(error.contains(said), "{text}: {error}");
        }
    }
}
