//! The other side: does what the script says, remembers everything, and checks each call against the
//! journal on disk and against what could be known.

use super::{Broken, Effect, Fault, ListFault, SimClock};
use crate::gateway::{CompleteList, Facts, FollowUp, Gateway, ListProblem, ListedNow};
use crate::journal::Journal;
use crate::run::PlatformIdentity;
use async_trait::async_trait;
use jiff::Timestamp;
use rollcall_core::{AccountState, CanonicalEmail, Invitation, InviteResult, Observation, UserId};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};
use std::time::Duration;

/// One call as the server saw it.
#[derive(Clone, Debug)]
pub(crate) struct Post {
    pub people: Vec<String>,
    pub given_up_at: Duration,
    /// Whether the answer said, or the transport proved, that nothing was processed.
    pub not_processed: bool,
}

/// An invitation that took effect.
#[derive(Clone, Debug)]
pub(crate) struct Landed {
    pub email: String,
    pub at: Duration,
    pub run: usize,
}

struct Listing {
    begun_at: Duration,
    people: HashSet<String>,
}

pub(crate) struct State {
    pub faults: VecDeque<Fault>,
    pub list_faults: VecDeque<ListFault>,
    pub facts: Facts,
    /// Whether a call with a guilty person is refused before anybody is processed.
    pub atomic: bool,
    pub lag: Duration,
    pub renews: bool,
    pub posts: Vec<Post>,
    pub effects: Vec<Landed>,
    pub renewals: u32,
    pub lists_read: u32,
    /// Which run is being sent, for the record.
    pub run: usize,
    pub platform: PlatformIdentity,
    pub violations: Vec<String>,
    /// When somebody last decided to send to a person, apart from the first plan.
    pub decided_at: HashMap<String, Duration>,
    /// Set when a write failed: no call may follow in this process.
    pub journal_failed: Arc<AtomicBool>,
    pub broken: Option<Broken>,
    /// How long answers take, so that many calls are under way before the first one is back.
    pub held_back: Duration,
    before: BTreeMap<String, (AccountState, Timestamp)>,
    listings: Vec<Listing>,
    calls: usize,
}

impl State {
    /// How many calls had gone out before this one.
    fn calls_begun(&mut self) -> usize {
        self.calls += 1;
        self.calls - 1
    }
}

pub(crate) struct Server {
    state: Mutex<State>,
    clock: Arc<SimClock>,
    journal: PathBuf,
    reader: OnceLock<Journal>,
    quiet: Duration,
}

/// How a simulated process dies: unwinding without the panic hook's message.
pub(crate) fn crash() -> ! {
    std::panic::resume_unwind(Box::new("the process was killed"))
}

impl Server {
    pub(crate) fn new(clock: Arc<SimClock>, journal: PathBuf, quiet: Duration) -> Self {
        let facts = Facts {
            batch_limit: 100,
            pending_listed: true,
            visible_in_scope: true,
            reinvite_restarts_creation_date: true,
            follow_up: FollowUp::None,
        };
        let state = State {
            faults: VecDeque::new(),
            list_faults: VecDeque::new(),
            facts,
            atomic: true,
            lag: Duration::from_secs(60),
            renews: true,
            posts: Vec::new(),
            effects: Vec::new(),
            renewals: 0,
            lists_read: 0,
            run: 0,
            platform: PlatformIdentity { base: "sandbox:".into(), subject: Some("ann".into()) },
            violations: Vec::new(),
            decided_at: HashMap::new(),
            journal_failed: Arc::default(),
            broken: None,
            held_back: Duration::ZERO,
            before: BTreeMap::new(),
            listings: Vec::new(),
            calls: 0,
        };
        Self { state: Mutex::new(state), clock, journal, reader: OnceLock::new(), quiet }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Somebody who is on the platform before anything begins.
    pub(crate) fn add_person(&self, email: &str, state: AccountState) {
        let date = self.clock.true_date();
        self.state().before.insert(email.to_lowercase(), (state, date));
    }

    /// Effects so far, and those to come, for a person.
    pub(crate) fn effects_of(&self, email: &str) -> usize {
        self.state().effects.iter().filter(|landed| landed.email == email.to_lowercase()).count()
    }

    pub(crate) fn sizes(&self) -> Vec<usize> {
        self.state().posts.iter().map(|post| post.people.len()).collect()
    }

    /// Who is listed now, with state and creation date.
    pub(crate) fn listed(&self) -> HashMap<CanonicalEmail, ListedNow> {
        let state = self.state();
        let now = self.clock.passed();
        let shows = |email: &str, account: &AccountState| {
            (state.facts.pending_listed || *account != AccountState::New)
                && (state.facts.visible_in_scope || !email.contains("hidden"))
        };
        let begin = self.clock.true_date().as_second() - now.as_secs() as i64;
        let mut people = state.before.clone();
        for landed in state.effects.iter().filter(|landed| landed.at + state.lag <= now) {
            let created = Timestamp::from_second(begin + landed.at.as_secs() as i64).expect("a date");
            let account = people.get(&landed.email).map_or(AccountState::New, |(account, _)| account.clone());
            people.insert(landed.email.clone(), (account, created));
        }
        people
            .into_iter()
            .filter(|(email, (account, _))| shows(email, account))
            .map(|(email, (account, created))| {
                let listed = ListedNow {
                    user_id: UserId(format!("id-{email}")),
                    created_at: Some(created.to_string()),
                    state: account,
                    role_ids: Vec::new(),
                };
                (CanonicalEmail::of_listed(&email), listed)
            })
            .collect()
    }

    /// Invariant 8, at the moment when the bytes go out: what fails while they are on the way is later.
    fn check_departure(&self) {
        let mut state = self.state();
        if state.journal_failed.load(Ordering::SeqCst) {
            state.violations.push("a call after the journal could not be written".to_owned());
        }
    }

    /// Invariants 2, 3 and 4, at the moment when the bytes arrive.
    fn check_arrival(&self, body: &[u8], people: &[String]) {
        // A connection of its own: what it sees is on disk, and not merely intended.
        let reader = self
            .reader
            .get_or_init(|| Journal::open_read_only(&self.journal, None).expect("the journal can be read"));
        let connection = reader.connection();
        let count = |sql: &str, value: &str| -> u32 {
            connection.query_row(sql, [value], |row| row.get(0)).expect("a count")
        };
        let hash: String = Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect();
        let mut state = self.state();
        let mut wrong = Vec::new();
        let claimed = count("SELECT count(*) FROM calls WHERE body_sha256 = ?1", &hash);
        let seen = state.posts.iter().filter(|post| post.people == people).count();
        if (claimed as usize) < seen + 1 {
            wrong.push("a call without an intent on disk".to_owned());
        }
        for person in people {
            let open = count(
                "SELECT count(*) FROM rows WHERE canonical = ?1 AND state IN ('in-flight', 'unknown')",
                person,
            );
            if open != 1 {
                wrong.push(format!("{person} has {open} open attempts"));
            }
            let before = state.posts.iter().rev().find(|post| post.people.contains(person));
            if before.is_some_and(|before| !self.may_send_again(&state, person, before)) {
                wrong.push(format!("{person} is sent again without proof that nothing happened"));
            }
        }
        state.violations.append(&mut wrong);
    }

    fn may_send_again(&self, state: &State, person: &str, before: &Post) -> bool {
        let absent = |listing: &Listing| {
            listing.begun_at >= before.given_up_at + self.quiet && !listing.people.contains(person)
        };
        before.not_processed
            // A refusal is proof as well; within a run its row has ended.
            || person.contains("bad")
            || state.decided_at.get(person).is_some_and(|at| *at >= before.given_up_at)
            || (state.facts.pending_listed
                && state.facts.visible_in_scope
                && state.listings.iter().any(absent))
    }

    /// Lets the invitations of a call take effect; gives the results that an honest answer has.
    fn process(&self, people: &[String], effect: Effect) -> Vec<InviteResult> {
        let mut state = self.state();
        let now = self.clock.passed();
        let run = state.run;
        let mut results = Vec::new();
        for (index, email) in people.iter().enumerate() {
            if email.contains("bad") {
                results.push(InviteResult::Refused {
                    email: email.clone(),
                    code: "InvalidEmail".into(),
                    message: "No such mailbox.".into(),
                });
                continue;
            }
            let at = match effect {
                Effect::Nothing => continue,
                Effect::EverySecond if index % 2 == 1 => continue,
                Effect::Late(seconds) => now + Duration::from_secs(seconds.into()),
                Effect::All | Effect::EverySecond => now,
            };
            state.effects.push(Landed { email: email.clone(), at, run });
            results.push(InviteResult::Invited {
                email: email.to_uppercase(),
                user_id: Some(UserId(format!("id-{email}"))),
            });
        }
        results
    }

    fn answer(&self, people: &[String], fault: Fault) -> Observation {
        let (guilty, atomic) =
            (people.iter().position(|email| email.contains("guilty")), self.state().atomic);
        let takes = |effect| self.process(people, effect);
        match fault {
            Fault::NotSent => Observation::NotSent { reason: String::new() },
            Fault::RateLimited(s) => {
                Observation::RateLimited { retry_after: Some(Duration::from_secs(s.into())) }
            }
            Fault::Quota(s) => Observation::QuotaUsedUp { retry_after: Some(Duration::from_secs(s.into())) },
            Fault::KeyRefused => Observation::KeyRefused { message: "invalid subscription key".into() },
            Fault::TokenRefused => Observation::TokenRefused,
            Fault::Forbidden => Observation::Forbidden { message: "not for you".into() },
            Fault::TooLarge(most) if people.len() > most => Observation::TooLarge,
            Fault::Fine | Fault::TooLarge(_) => match guilty {
                Some(_) if atomic => Observation::BadRequest { message: "Users".into(), atomic },
                Some(index) => {
                    self.process(&people[..index], Effect::All);
                    Observation::BadRequest { message: "Users".into(), atomic }
                }
                None => Observation::Answered { results: takes(Effect::All) },
            },
            Fault::ResultsMissing => {
                let mut results = takes(Effect::All);
                results.pop();
                Observation::Answered { results }
            }
            Fault::ResultsOfStrangers => {
                let mut results = takes(Effect::EverySecond);
                results.push(InviteResult::Invited {
                    email: "stranger@elsewhere.example".into(),
                    user_id: None,
                });
                Observation::Answered { results }
            }
            Fault::ResultsTwice => {
                let mut results = takes(Effect::All);
                results.extend(results.first().cloned());
                Observation::Answered { results }
            }
            Fault::Unreadable(effect) => {
                takes(effect);
                Observation::Unreadable { reason: String::new() }
            }
            Fault::Redirected(effect) => {
                takes(effect);
                Observation::Redirected { status: 307 }
            }
            Fault::Status(status, effect) => {
                takes(effect);
                Observation::Unclear { status }
            }
            Fault::NoAnswer(effect) | Fault::Crash(effect) => {
                takes(effect);
                Observation::NoAnswer { reason: String::new() }
            }
        }
    }
}

fn is_not_processed(seen: &Observation) -> bool {
    matches!(
        seen,
        Observation::NotSent { .. }
            | Observation::RateLimited { .. }
            | Observation::QuotaUsedUp { .. }
            | Observation::KeyRefused { .. }
            | Observation::TokenRefused
            | Observation::Forbidden { .. }
            | Observation::TooLarge
            | Observation::BadRequest { atomic: true, .. }
    )
}

#[async_trait]
impl Gateway for Server {
    fn platform(&self) -> PlatformIdentity {
        self.state().platform.clone()
    }

    fn facts(&self) -> Facts {
        let facts = self.state().facts;
        match self.is_broken(Broken::PartialListIsAbsence) {
            true => Facts { pending_listed: true, visible_in_scope: true, ..facts },
            false => facts,
        }
    }

    fn body(&self, people: &[Invitation]) -> Vec<u8> {
        let lines: Vec<&str> = people.iter().map(|one| one.email.as_typed()).collect();
        lines.join("\n").into_bytes()
    }

    async fn invite(&self, _people: &[Invitation], body: Vec<u8>) -> Observation {
        let people: Vec<String> =
            String::from_utf8(body.clone()).expect("text").lines().map(str::to_lowercase).collect();
        self.check_departure();
        // Now and then a call takes long until it arrives, and whoever else there is comes far meanwhile.
        const TURNS: [u32; 7] = [0, 3, 0, 25, 1, 60, 0];
        let on_the_way = self.state().calls_begun();
        for _ in 0..TURNS[on_the_way % TURNS.len()] {
            tokio::task::yield_now().await;
        }
        let fault = self.state().faults.pop_front().unwrap_or(Fault::Fine);
        self.check_arrival(&body, &people);
        self.clock.advance(Duration::from_secs(1));
        let seen = self.answer(&people, fault);
        let post = Post { people, given_up_at: self.clock.passed(), not_processed: is_not_processed(&seen) };
        let number = {
            let mut state = self.state();
            state.posts.push(post);
            state.posts.len() - 1
        };
        // Calls that are under way together come back in any order.
        let held_back = self.state().held_back;
        if !held_back.is_zero() {
            tokio::time::sleep(held_back).await;
        }
        for _ in 0..=(number * 5 % 7) {
            tokio::task::yield_now().await;
        }
        self.state().posts[number].given_up_at = self.clock.passed();
        if matches!(fault, Fault::Crash(_)) {
            crash();
        }
        seen
    }

    async fn renew_sign_in(&self) -> bool {
        let mut state = self.state();
        state.renewals += 1;
        state.renews
    }

    async fn complete_list(&self) -> Result<CompleteList, ListProblem> {
        let fault = self.state().list_faults.pop_front().unwrap_or(ListFault::Fine);
        let now = crate::clock::Clock::wall(&*self.clock);
        let people = self.listed();
        let begun_at = match fault {
            ListFault::Incomplete if self.is_broken(Broken::IncompleteScanCounts) => now,
            ListFault::Incomplete => {
                return Err(ListProblem::Incomplete { reason: "The list broke off.".into() });
            }
            ListFault::Held => return Err(ListProblem::Held { reason: "The list looks wrong.".into() }),
            ListFault::Crash => crash(),
            ListFault::Stale if self.is_broken(Broken::StaleListCounts) => now,
            ListFault::Stale => Timestamp::from_second(now.as_second() - 3600).expect("a date"),
            ListFault::Fine => now,
        };
        let mut state = self.state();
        state.lists_read += 1;
        if fault == ListFault::Fine {
            let listed = people.keys().map(|email| email.as_str().to_owned()).collect();
            state.listings.push(Listing { begun_at: self.clock.passed(), people: listed });
            return Ok(CompleteList { begun_at, people: Box::new(people) });
        }
        // What is not from now may well be empty.
        Ok(CompleteList { begun_at, people: Box::new(HashMap::new()) })
    }
}
