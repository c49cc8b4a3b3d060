//! Examines a connection hop by hop, and says in plain words what was found. It only reads.

mod answers;
mod contract;
mod lists;
mod paging;
mod report;
mod sight;
mod sign_in;
mod step;
mod way;

pub use report::Report;
pub use step::{Check, Fact, State, Step};

use crate::answer::Answer;
use crate::asking::{ListPage, ListRequest, Question};
use crate::error::Call;
use crate::failures::{parse, unreadable};
use crate::marks::Next;
use crate::pages::Pages;
use crate::wording::ListCall;
use crate::{Kind, Platform, PlatformError};
use jiff::Timestamp;
use rollcall_core::{User, phrase};
use serde_json::Value;
use std::time::{Duration, Instant};

/// What is said of a step that needs the list of users, where there is none.
const NO_USERS: &str = phrase!("Not looked at, because the list of users could not be read.");

/// An examination under way.
struct Examination<'a> {
    platform: &'a Platform,
    told: &'a mut (dyn FnMut(&Step) + Send),
    steps: Vec<Step>,
    /// When the step under way began.
    began: Instant,
    heard: Vec<Heard>,
    renewed: bool,
}

/// What every answer tells, whatever is in it.
struct Heard {
    took: Duration,
    /// By how many seconds the platform's clock is ahead of this one, where it tells the time.
    ahead: Option<i64>,
}

/// A page of a list, as it came.
struct Page {
    answer: Answer,
    items: Vec<Value>,
    total: Option<u32>,
    next: Next,
}

/// The first page of the list of users.
struct FirstPage {
    page: Page,
    users: Vec<Option<User>>,
}

impl Platform {
    /// Looks at everything between here and the first page of each list, without patience and without changing
    /// anything: lists, and the call for a token. `told` gets each step as it ends.
    pub async fn examine(&self, mut told: impl FnMut(&Step) + Send) -> Report {
        let mut examination = Examination {
            platform: self,
            told: &mut told,
            steps: Vec::new(),
            began: Instant::now(),
            heard: Vec::new(),
            renewed: false,
        };
        let seen = examination.run().await;
        examination.contract(&seen);
        Report::of(self, examination.steps)
    }
}

impl Examination<'_> {
    /// Every step but the last; what was seen on the way of what only sending would show.
    async fn run(&mut self) -> contract::Seen {
        let mut seen = contract::Seen::default();
        if !self.way().await {
            self.skip_rest(phrase!("Not looked at, because the platform could not be reached."));
            return seen;
        }
        let Some(bearer) = self.token().await else {
            self.skip_rest(phrase!("Not looked at, because there is no token."));
            return seen;
        };
        let first = self.first_page().await;
        let door = self.door(&first).await;
        self.sign_in(&bearer, &door);
        self.key(&door);
        if door.is_closed() {
            self.skip_rest(door.reason());
            return seen;
        }
        self.users(&first);
        match &first {
            Ok(first) => self.paging(first, &mut seen).await,
            Err(_) => self.skip(Check::Paging, NO_USERS),
        }
        self.roles().await;
        self.identity_providers().await;
        let organizations = self.organizations().await;
        match &first {
            Ok(first) => {
                self.headers(&first.page.answer);
                self.fields(first);
                seen.note(first);
            }
            Err(error) => {
                self.asked_for(error);
                self.skip(Check::Fields, NO_USERS);
            }
        }
        self.clock();
        self.latency();
        self.sight(first.as_ref().err(), organizations).await;
        seen
    }

    async fn first_page(&mut self) -> Result<FirstPage, PlatformError> {
        let call = self.platform.description().wording.calls.users.clone();
        let id = self.ids(&call).remove(0);
        let first = self.pages(&call, self.platform.page_size()).first_following();
        let page = self.page(Call::Users, &call, &id, &first).await?;
        let readers = self.platform.readers();
        let read = |item: &Value| readers.user.read(&readers.shapes, item.clone());
        let users: Vec<Option<User>> = page.items.iter().map(read).collect();
        if !users.is_empty() && users.iter().all(Option::is_none) {
            return Err(unreadable(Call::Users).with_detail("no entry has an id"));
        }
        Ok(FirstPage { page, users })
    }

    /// The ids that a list is asked for with: those of the scope where it takes one, else a single call.
    fn ids(&self, call: &ListCall) -> Vec<String> {
        let ids = self.platform.scope().ids();
        let per_id = call.scope.is_some() || call.path.contains("{id}");
        match (per_id, ids) {
            (_, []) => vec![String::new()],
            (true, ids) => ids.to_vec(),
            (false, [first, ..]) => vec![first.clone()],
        }
    }

    fn pages(&self, call: &ListCall, size: Option<u32>) -> Pages {
        Pages::new(call.paging.clone(), size)
    }

    async fn page(
        &mut self,
        what: Call,
        call: &ListCall,
        id: &str,
        question: &Question,
    ) -> Result<Page, PlatformError> {
        let request = self.platform.list_request(call, self.platform.scope(), id, question);
        let answer = self.hear(what, &request).await?;
        let value = parse(what, &answer)?;
        let ListPage { items, total, next } =
            self.platform.page_of(what, call, &request.url, value, &answer.headers)?;
        Ok(Page { answer, items, total, next })
    }

    /// One answer, asked for once; with a new token a second time, if the first one was refused.
    async fn hear(&mut self, what: Call, request: &ListRequest) -> Result<Answer, PlatformError> {
        let wire = self.platform.wire();
        let bearer = wire.tokens.current().await?;
        let heard = match wire.hear(what, request, &bearer).await {
            Err(error) if error.kind == Kind::TokenRefused && wire.tokens.is_renewable() && !self.renewed => {
                self.renewed = true;
                let bearer = wire.tokens.renew(bearer.round).await?;
                wire.hear(what, request, &bearer).await
            }
            other => other,
        };
        heard.inspect(|answer| self.note(answer))
    }

    fn note(&mut self, answer: &Answer) {
        let now = Timestamp::now().as_second();
        let ahead = answer.date().map(|date| date.as_second() - now);
        self.heard.push(Heard { took: answer.took, ahead });
    }

    /// Ends the step under way.
    fn tell(&mut self, step: Step) {
        let took = self.began.elapsed();
        self.tell_after(took, step);
    }

    /// Ends a step whose call was made earlier.
    fn tell_after(&mut self, took: Duration, mut step: Step) {
        step.millis = u32::try_from(took.as_millis()).unwrap_or(u32::MAX);
        step.seal(|text| self.platform.wire().redacted(text));
        (self.told)(&step);
        self.steps.push(step);
        self.began = Instant::now();
    }

    /// `sentence` says why it is not looked at.
    fn skip(&mut self, check: Check, sentence: &str) {
        self.tell(Step::new(check, State::Skipped, sentence));
    }

    /// Everything that was not looked at yet, but for what can be said without the platform.
    fn skip_rest(&mut self, sentence: &str) {
        for check in Check::ALL {
            let is_done = self.steps.iter().any(|step| step.check == check);
            if !is_done && check != Check::Contract {
                self.skip(check, sentence);
            }
        }
    }
}
