//! Any order of acts, with crashes in between, against a plain model in memory.

use crate::common::{LATER, START, new, person};
use proptest::collection::vec;
use proptest::prelude::*;
use rollcall_review::*;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

const PEOPLE: u32 = 8;

#[derive(Clone, Debug)]
enum Act {
    Decide { users: Vec<u32>, decision: Decision, note: Option<String> },
    Undo,
    HandOver { users: Vec<u32>, to: u8 },
    NeverHanded,
    TakeBack { part: usize, returns: Vec<(u32, Decision)> },
    Compare { gone: Vec<u32>, changed: Vec<u32>, appeared: u32 },
    Finish { say: bool },
    Repeat(Option<u32>),
    Crash,
}

fn decision() -> impl Strategy<Value = Decision> {
    prop::sample::select(Decision::ALL.to_vec())
}

fn some() -> impl Strategy<Value = Vec<u32>> {
    // One beyond the last: somebody who is not part of it.
    vec(0..=PEOPLE, 0..4)
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (some(), decision(), prop::option::of("[a-c]{0,2}"))
            .prop_map(|(users, decision, note)| Act::Decide { users, decision, note }),
        4 => Just(Act::Undo),
        3 => (some(), 0..3_u8).prop_map(|(users, to)| Act::HandOver { users, to }),
        1 => Just(Act::NeverHanded),
        4 => (0..4_usize, vec((0..=PEOPLE, decision()), 0..5))
            .prop_map(|(part, returns)| Act::TakeBack { part, returns }),
        2 => (some(), some(), 0..3_u32)
            .prop_map(|(gone, changed, appeared)| Act::Compare { gone, changed, appeared }),
        1 => any::<bool>().prop_map(|say| Act::Finish { say }),
        1 => prop::option::of(1..36_u32).prop_map(Act::Repeat),
        4 => Just(Act::Crash),
    ]
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Stand {
    decision: Option<Decision>,
    note: String,
    by: Option<String>,
    within: Option<usize>,
}

/// What a review is, in the obvious way.
#[derive(Default)]
struct Model {
    people: Vec<Stand>,
    /// Who has them: the parts that ever held them, the last one first.
    hands: Vec<Vec<usize>>,
    /// What stood before each act.
    before: Vec<Vec<Stand>>,
    /// Who is in each part, and whose it is; none where it was never handed over.
    parts: Vec<Option<(Vec<u32>, String)>>,
    since: Vec<Option<&'static str>>,
    appeared: u32,
    finished: Option<u32>,
    repeat: Option<u32>,
}

impl Model {
    fn new() -> Self {
        let people = PEOPLE as usize;
        Self {
            people: vec![Stand::default(); people],
            hands: vec![Vec::new(); people],
            since: vec![None; people],
            ..Self::default()
        }
    }

    fn undecided(&self) -> u32 {
        self.people.iter().filter(|stand| stand.decision.is_none()).count() as u32
    }

    /// Whether it is done.
    fn decide(&mut self, users: &[u32], decision: Decision, note: Option<&str>) -> bool {
        if self.finished.is_some() || users.contains(&PEOPLE) {
            return false;
        }
        if !users.is_empty() {
            self.before.push(self.people.clone());
        }
        for user in users {
            let stand = &mut self.people[*user as usize];
            let note = note.map_or(stand.note.clone(), str::to_owned);
            *stand = Stand { decision: Some(decision), note, by: Some("Rita".into()), within: None };
        }
        true
    }

    fn undo(&mut self) -> bool {
        match self.before.pop().filter(|_| self.finished.is_none()) {
            Some(before) => self.people = before,
            None => return false,
        }
        true
    }

    fn hand_over(&mut self, users: &[u32], to: &str) -> bool {
        let part = self.parts.len();
        let meant = |user: &u32| {
            (users.is_empty() || users.contains(user)) && self.people[*user as usize].decision.is_none()
        };
        let held: Vec<u32> = (0..PEOPLE).filter(meant).collect();
        if self.finished.is_some() || users.contains(&PEOPLE) || held.is_empty() {
            self.parts.push(None);
            return false;
        }
        for user in &held {
            self.hands[*user as usize].insert(0, part);
        }
        self.parts.push(Some((held, to.to_owned())));
        true
    }

    fn never_handed(&mut self) {
        let Some(part) = self.parts.len().checked_sub(1) else { return };
        self.parts[part] = None;
        self.hands.iter_mut().for_each(|hands| hands.retain(|held| *held != part));
    }

    /// How many were taken; nothing where the part is refused as a whole.
    fn take_back(&mut self, part: usize, returns: &[(u32, Decision)]) -> Option<u32> {
        let (held, to) = self.parts.get(part).cloned().flatten()?;
        if self.finished.is_some() {
            return None;
        }
        let before = self.people.clone();
        let mut taken = 0;
        for (user, decision) in returns {
            let Some(stand) = self.people.get_mut(*user as usize) else { continue };
            let in_hand = held.contains(user) && self.hands[*user as usize].first() == Some(&part);
            let free = stand.decision.is_none() || stand.within == Some(part);
            let new = Stand {
                decision: Some(*decision),
                note: "back".into(),
                by: Some(to.clone()),
                within: Some(part),
            };
            if in_hand && free && (stand.decision, &stand.note) != (new.decision, &new.note) {
                *stand = new;
                taken += 1;
            }
        }
        if taken > 0 {
            self.before.push(before);
        }
        Some(taken)
    }

    fn compare(&mut self, gone: &[u32], changed: &[u32], appeared: u32) {
        if self.finished.is_some() {
            return;
        }
        for user in 0..PEOPLE {
            self.since[user as usize] = match () {
                () if gone.contains(&user) => Some("left"),
                () if changed.contains(&user) => Some("changed"),
                () => None,
            };
        }
        self.appeared = appeared;
    }
}

/// How everybody stands, what a later list says of them, the counts, the end, the months.
type Shown = (Vec<Stand>, Vec<Option<&'static str>>, Counts, Option<u32>, Option<u32>);

/// The database as the model sees it.
fn seen(reviews: &Reviews) -> Shown {
    let review = reviews.review("r").expect("a review");
    let rows = reviews.everybody("r", Filter::All).expect("rows");
    let since = |row: &Row| match row.since {
        Some(Since::Left) => Some("left"),
        Some(Since::Changed(_)) => Some("changed"),
        None => None,
    };
    let since = rows.iter().map(since).collect();
    // Through which part it came back shows in what a second return is allowed to do.
    let stand = |row: Row| Stand { decision: row.decision, note: row.note, by: row.decided_by, within: None };
    let finished = review.finished.map(|end| end.undecided);
    (rows.into_iter().map(stand).collect(), since, review.counts, finished, review.repeat_months)
}

/// Everything that is on disk at this moment, as a process that is killed leaves it.
fn killed(from: &Path, to: PathBuf) -> PathBuf {
    std::fs::create_dir(&to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        // The index of the log is memory that is shared while the database is open; it is made anew.
        if !entry.file_name().to_string_lossy().ends_with("-shm") {
            std::fs::copy(entry.path(), to.join(entry.file_name())).expect("copied");
        }
    }
    to
}

fn run(acts: &[Act]) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut place = folder.path().join("0");
    std::fs::create_dir(&place).expect("a folder");
    let open = |place: &Path| Reviews::open(&place.join("review.db"), None).expect("opens");
    let mut reviews = open(&place);
    let people: Vec<Person> = (0..PEOPLE).map(person).collect();
    reviews.start(&new("r", "everyone"), &people).expect("started");
    let mut model = Model::new();
    for (number, act) in acts.iter().enumerate() {
        match act {
            Act::Crash => {
                place = killed(&place, folder.path().join(format!("{}", number + 1)));
                reviews = open(&place);
            }
            act => take(&reviews, &mut model, act),
        }
        agree(&reviews, &model, act);
    }
}

fn names(users: &[u32]) -> Vec<String> {
    users.iter().map(|user| format!("u{user}")).collect()
}

fn take(reviews: &Reviews, model: &mut Model, act: &Act) {
    match act {
        Act::Decide { users, decision, note } => {
            let done = reviews.decide("r", &names(users), *decision, note.as_deref(), "Rita", LATER).is_ok();
            assert_eq!(done, model.decide(users, *decision, note.as_deref()), "{act:?}");
        }
        Act::Undo => assert_eq!(reviews.undo("r").is_ok(), model.undo(), "{act:?}"),
        Act::HandOver { users, to } => {
            let (id, to) = (format!("h{}", model.parts.len()), format!("name {to}"));
            let whom = HandOverPeople { users: names(users), organizations: Vec::new() };
            // Later parts are later: the clock of the model is their number.
            let at = format!("2026-11-26T08:{:02}:00Z", model.parts.len());
            let done = reviews.hand_over(&id, "r", &whom, &to, &at).is_ok();
            assert_eq!(done, model.hand_over(users, &to), "{act:?}");
        }
        Act::NeverHanded if model.finished.is_none() => {
            reviews.never_handed_over(&format!("h{}", model.parts.len().max(1) - 1)).expect("taken back");
            model.never_handed();
        }
        Act::NeverHanded => {}
        Act::TakeBack { part, returns } => take_back(reviews, model, *part, returns),
        Act::Compare { gone, changed, appeared } => {
            let mut now: HashMap<String, Held> =
                people_now(gone).map(|person| (person.user_id, person.held)).collect();
            for user in changed.iter().map(|user| format!("u{user}")) {
                now.entry(user).and_modify(|held| held.state = "Blocked".into());
            }
            let new: Vec<Person> = (0..*appeared).map(|more| person(100 + more)).collect();
            reviews.compare("r", START, &now, &new).expect("compared");
            model.compare(gone, changed, *appeared);
        }
        Act::Finish { say } => {
            let undecided = model.undecided();
            let said = if *say { undecided } else { undecided + 1 };
            let done = reviews.finish("r", "Rita", said, LATER).is_ok();
            assert_eq!(done, *say && model.finished.is_none(), "{act:?}");
            if done {
                model.finished = Some(undecided);
            }
        }
        Act::Repeat(months) => {
            reviews.set_repeat("r", *months).expect("set");
            model.repeat = *months;
        }
        Act::Crash => {}
    }
}

fn people_now(gone: &[u32]) -> impl Iterator<Item = Person> {
    (0..PEOPLE).filter(|user| !gone.contains(user)).map(person)
}

fn take_back(reviews: &Reviews, model: &mut Model, part: usize, returns: &[(u32, Decision)]) {
    // The file's reader gives nobody twice.
    let mut once: Vec<(u32, Decision)> = returns.to_vec();
    once.sort_by_key(|(user, _)| *user);
    once.dedup_by_key(|(user, _)| *user);
    let ids = names(&once.iter().map(|(user, _)| *user).collect::<Vec<_>>());
    let back: Vec<Return<'_>> = ids
        .iter()
        .zip(&once)
        .map(|(user_id, (_, decision))| Return { user_id, decision: *decision, note: Some("back") })
        .collect();
    let taken = reviews.take_back(&format!("h{part}"), &back, LATER).ok().map(|taken| taken.taken);
    assert_eq!(taken, model.take_back(part, &once), "{returns:?}");
}

fn agree(reviews: &Reviews, model: &Model, act: &Act) {
    let (people, since, counts, finished, repeat) = seen(reviews);
    let plain = |stand: &Stand| Stand { within: None, ..stand.clone() };
    assert_eq!(people, model.people.iter().map(plain).collect::<Vec<_>>(), "after {act:?}");
    assert_eq!(since, model.since, "after {act:?}");
    assert_eq!((finished, repeat), (model.finished, model.repeat), "after {act:?}");
    let decided = |decision| people.iter().filter(|stand| stand.decision == Some(decision)).count() as u32;
    let flagged = |word| since.iter().filter(|since| **since == Some(word)).count() as u32;
    let handed = model.hands.iter().zip(&people);
    let expected = Counts {
        people: PEOPLE,
        undecided: model.undecided(),
        keep: decided(Decision::Keep),
        remove: decided(Decision::Remove),
        ask: decided(Decision::Ask),
        changed: flagged("changed"),
        left: flagged("left"),
        own: 1,
        handed_over: handed.filter(|(hands, stand)| !hands.is_empty() && stand.decision.is_none()).count()
            as u32,
        appeared: model.appeared,
    };
    assert_eq!(counts, expected, "after {act:?}");
    reviews.verify("r").expect("the people are those of the start");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_acts_and_crashes_leaves_what_a_plain_model_says(acts in vec(act(), 1..30)) {
        run(&acts);
    }
}
