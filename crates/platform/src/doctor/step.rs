//! One thing that was looked at.

use crate::{Kind, PlatformError};
use rollcall_core::phrase;

/// One thing that was looked at. No text in it holds a secret or an address of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub check: Check,
    /// How it ended.
    pub state: State,
    /// What was found.
    pub sentence: String,
    /// What to do, where there is something to do.
    pub advice: Option<String>,
    /// More, for whoever looks into it.
    pub facts: Vec<Fact>,
    /// How many entries there are, where it is a list and that is known.
    pub count: Option<u32>,
    /// How long it took, in milliseconds.
    pub millis: u32,
}

/// A name and a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
    /// Whether the value is in somebody else's words: the platform's, or its sign-in service's. These may name a person.
    pub is_theirs: bool,
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// As it should be.
    Good,
    /// It works, and somebody should know.
    Notice,
    /// It does not work.
    Failed,
    /// Not looked at, because of what failed before.
    Skipped,
    /// It can't be found out without changing something, or the platform does not tell.
    Unknown,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// The way through a proxy, or none.
    Proxy,
    /// Whether the platform's name is known.
    Name,
    /// Whether an encrypted connection that can be trusted comes about.
    Encryption,
    /// Whether there is a token, and whether the platform takes it.
    SignIn,
    /// Whether the gateway takes the key.
    Key,
    /// The list of users.
    Users,
    /// Whether pages come as asked for, and in the size asked for.
    Paging,
    /// The list of roles.
    Roles,
    /// The list of identity providers.
    IdentityProviders,
    /// The list of organizations.
    Organizations,
    /// What headers the answers name, such as `api-version`.
    Headers,
    /// How names of fields are written, and which fields were not found.
    Fields,
    /// This computer's clock beside the platform's.
    Clock,
    /// How long answers take.
    Latency,
    /// What this API user can see.
    Sight,
    /// Which facts about inviting are known, assumed or unknown.
    Contract,
}

impl Check {
    /// All of them, in the order in which they are looked at.
    pub const ALL: [Self; 16] = [
        Self::Proxy,
        Self::Name,
        Self::Encryption,
        Self::SignIn,
        Self::Key,
        Self::Users,
        Self::Paging,
        Self::Roles,
        Self::IdentityProviders,
        Self::Organizations,
        Self::Headers,
        Self::Fields,
        Self::Clock,
        Self::Latency,
        Self::Sight,
        Self::Contract,
    ];

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Proxy => phrase!("Proxy"),
            Self::Name => phrase!("Name"),
            Self::Encryption => phrase!("Connection"),
            Self::SignIn => phrase!("Sign-in"),
            Self::Key => phrase!("Subscription key"),
            Self::Users => phrase!("Users"),
            Self::Paging => phrase!("Pages"),
            Self::Roles => phrase!("Roles"),
            Self::IdentityProviders => phrase!("Identity providers"),
            Self::Organizations => phrase!("Organizations"),
            Self::Headers => phrase!("Headers"),
            Self::Fields => phrase!("Fields"),
            Self::Clock => phrase!("Clock"),
            Self::Latency => phrase!("Speed"),
            Self::Sight => phrase!("What this sign-in sees"),
            Self::Contract => phrase!("Facts about inviting"),
        }
    }
}

impl State {
    /// The word for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Notice => "look",
            Self::Failed => "fails",
            Self::Skipped => "skipped",
            Self::Unknown => "unknown",
        }
    }
}

impl Step {
    pub(super) fn new(check: Check, state: State, sentence: impl Into<String>) -> Self {
        let sentence = sentence.into();
        Self { check, state, sentence, advice: None, facts: Vec::new(), count: None, millis: 0 }
    }

    pub(super) fn good(check: Check, sentence: impl Into<String>) -> Self {
        Self::new(check, State::Good, sentence)
    }

    pub(super) fn notice(check: Check, sentence: impl Into<String>, advice: &str) -> Self {
        Self { advice: Some(advice.to_owned()), ..Self::new(check, State::Notice, sentence) }
    }

    /// A step that ended with an error: its sentence, the platform's own words, and what to do.
    pub(super) fn failed(check: Check, error: &PlatformError) -> Self {
        let step = Self::new(check, State::Failed, error.sentence.as_str());
        let more = phrase!("More");
        let step = match error.is_answered() {
            true => step.said_if(more, error.detail.clone()),
            false => step.fact_if(more, error.detail.as_deref()),
        };
        Self { advice: Some(advice(check, &error.kind)), ..step }
    }

    pub(super) fn fact(mut self, name: &str, value: impl ToString) -> Self {
        self.facts.push(Fact { name: name.to_owned(), value: value.to_string(), is_theirs: false });
        self
    }

    /// Adds what somebody else says, if it says something.
    pub(super) fn said_if(mut self, name: &str, words: Option<String>) -> Self {
        self.facts.extend(words.map(|value| Fact { name: name.to_owned(), value, is_theirs: true }));
        self
    }

    /// Adds a fact, if there is a value.
    pub(super) fn fact_if(self, name: &str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.fact(name, value),
            None => self,
        }
    }

    pub(super) fn counting(mut self, count: impl Into<Option<u32>>) -> Self {
        self.count = count.into();
        self
    }

    /// Takes everything out that must not be told on: secrets by `redact`, and addresses of persons.
    pub(super) fn seal(&mut self, redact: impl Fn(&str) -> String) {
        let seal = |text: &str| discreet(&redact(text));
        self.sentence = seal(&self.sentence);
        self.advice = self.advice.as_deref().map(seal);
        for fact in &mut self.facts {
            (fact.name, fact.value) = (seal(&fact.name), seal(&fact.value));
        }
    }
}

/// `text` with everything that looks like an address of a person replaced.
fn discreet(text: &str) -> String {
    let ends = |letter: char| letter.is_whitespace() || "\"'<>(),;[]{}|=&?/".contains(letter);
    // What has no dot behind the sign, such as `client-7@clients`, is the name of a program.
    let is_address = |word: &str| {
        let word = word.replace("%40", "@");
        word.split_once('@').is_some_and(|(_, domain)| domain.contains('.'))
    };
    let words = text.split_inclusive(ends).map(|part| {
        let word = part.trim_end_matches(ends);
        if is_address(word) { format!("[address]{}", &part[word.len()..]) } else { part.to_owned() }
    });
    words.collect()
}

fn advice(check: Check, kind: &Kind) -> String {
    let next = match kind {
        Kind::ProxyRefused => {
            phrase!("Enter the user name and password for the proxy under Network, then examine again.")
        }
        Kind::Unreachable | Kind::TlsFailed => {
            phrase!(
                "Nothing later can work before this does. Send this report to whoever looks after your network."
            )
        }
        Kind::KeyRefused => {
            phrase!(
                "Compare the key with the developer portal. A new key works only after its subscription was \
                 approved: if the portal shows it as submitted, ask the platform's administrator to approve it."
            )
        }
        Kind::TokenRefused => {
            phrase!(
                "Enter the client secret or token again. If it was right, ask the platform's administrator \
                 whether this API user is still active."
            )
        }
        Kind::Forbidden => phrase!("Ask the platform's administrator to let this API user read it."),
        Kind::RateLimited { .. } | Kind::QuotaUsedUp { .. } => {
            phrase!("Wait, then examine again; nothing is wrong otherwise.")
        }
        Kind::NotFound | Kind::Redirected { .. } => {
            phrase!(
                "Compare the address, the ids and the paths of the platform description with the developer portal."
            )
        }
        Kind::Unreadable | Kind::TooLarge => {
            phrase!("Look at a real record beside Rollcall's fields, and correct the platform description.")
        }
        Kind::Rejected { .. } => {
            phrase!("Look at the platform's own words above: it may want another id, a header or a version.")
        }
        Kind::ConnectionLost | Kind::Timeout | Kind::ServerFailed { .. } => {
            phrase!(
                "Examine again in a while; if it stays so, send this report to the platform's administrator."
            )
        }
        Kind::Configuration => phrase!("Correct it in the connection."),
    };
    match check {
        Check::Organizations => format!("{} {next}", phrase!("Inviting works without this list.")),
        _ => next.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_persons_are_taken_out_and_nothing_else() {
        for (text, expected) in [
            ("Ask ann@contoso.example, please.", "Ask [address], please."),
            ("(<ann@contoso.example>)", "(<[address]>)"),
            ("/users?mail=ann%40contoso.example&x=1", "/users?mail=[address]&x=1"),
            ("auth0|7 on api.example:443", "auth0|7 on api.example:443"),
            ("client-7@clients", "client-7@clients"),
        ] {
            assert_eq!(discreet(text), expected);
        }
    }

    #[test]
    fn a_refused_key_may_await_its_approval() {
        assert!(advice(Check::Key, &Kind::KeyRefused).contains("approve"));
    }
}
