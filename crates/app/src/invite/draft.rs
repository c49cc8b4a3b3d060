//! A file, or typed people, being prepared for one connection: what it came from, and the steps that were taken.

use super::Checked;
use super::listed::LookedUp;
use super::state::State;
use super::step::Step;
use crate::contract::*;
use rollcall_core::{phrase, sentence};
use rollcall_intake::{Mapping, Plan, Table};
use std::sync::Arc;
use uuid::Uuid;

/// A file, or typed people, being prepared for one connection.
pub(crate) struct Draft {
    pub id: String,
    pub profile: String,
    pub source: Source,
    /// Every step with what the draft was after it; never empty. Those beyond `holds` were taken back.
    taken: Vec<(Step, State)>,
    holds: usize,
    /// Whether its steps are written down.
    pub kept: bool,
    pub checked: Option<Arc<Checked>>,
    /// Who was looked up on a list, so that a changed cell asks for nobody else again.
    pub looked_up: Option<LookedUp>,
    /// The plan whose head-count was last given to the person. It outlives changes of the draft: what was
    /// changed since has not been looked at.
    seen: Option<Arc<Plan>>,
    /// Whether the connection's name was typed for the plan that was looked at.
    confirmed: bool,
    /// The run that was made of it.
    pub run: Option<String>,
}

/// Where a draft's rows come from.
#[derive(Clone)]
pub(crate) enum Source {
    /// The bytes as they were when the file was dropped: editing it meanwhile changes nothing here.
    File { name: String, bytes: Arc<Vec<u8>> },
    /// Typed by hand.
    Typed,
}

/// The word between a draft's connection and its own id. No id of a connection has it.
const OF: char = '.';

impl Draft {
    /// A draft of a table that was just read, opened by a first step.
    pub(crate) fn new(profile: String, source: Source, table: Arc<Table>, opened: Step) -> Self {
        let id = format!("{profile}{OF}{}", Uuid::new_v4());
        let begin = State { table, ..State::default() };
        let state = opened.after(&begin, None);
        Self::of(id, profile, source, vec![(opened, state)], 1)
    }

    /// A draft whose steps are known.
    pub(crate) fn of(
        id: String,
        profile: String,
        source: Source,
        taken: Vec<(Step, State)>,
        holds: usize,
    ) -> Self {
        let holds = holds.clamp(1, taken.len().max(1));
        Self {
            id,
            profile,
            source,
            taken,
            holds,
            kept: false,
            checked: None,
            looked_up: None,
            seen: None,
            confirmed: false,
            run: None,
        }
    }

    /// The connection that a draft belongs to, by the draft's id.
    pub(crate) fn profile_of(id: &str) -> Option<&str> {
        id.split_once(OF).map(|(profile, _)| profile)
    }

    /// As it stands.
    pub(crate) fn now(&self) -> &State {
        &self.taken[self.holds - 1].1
    }

    pub(crate) fn table(&self) -> &Arc<Table> {
        &self.now().table
    }

    pub(crate) fn mapping(&self) -> Mapping {
        self.now().mapping()
    }

    /// All steps, those that were taken back included, and how many hold.
    pub(crate) fn steps(&self) -> (impl Iterator<Item = &Step>, usize) {
        (self.taken.iter().map(|(step, _)| step), self.holds)
    }

    /// Takes a step. What was taken back before can't be brought back any more.
    pub(crate) fn take(&mut self, step: Step, table: Option<Arc<Table>>) {
        let state = step.after(self.now(), table);
        self.taken.truncate(self.holds);
        self.taken.push((step, state));
        self.holds += 1;
        self.forget_plan();
    }

    /// Whatever is sent has to be checked anew, and confirmed anew.
    fn forget_plan(&mut self) {
        self.checked = None;
        self.confirmed = false;
    }

    /// Whether so many steps can hold, and it is another number than now.
    pub(crate) fn can_hold(&self, holds: usize) -> bool {
        (1..=self.taken.len()).contains(&holds) && holds != self.holds
    }

    /// Says how many steps hold; a number that [`Draft::can_hold`] refuses changes nothing.
    pub(crate) fn hold(&mut self, holds: usize) {
        if self.can_hold(holds) {
            self.holds = holds;
            self.forget_plan();
        }
    }

    /// What its plan rests on was changed. A draft that was sent keeps the plan that was sent.
    pub(crate) fn look_again(&mut self) {
        if self.run.is_none() {
            self.forget_plan();
        }
    }

    /// The state after so many steps.
    pub(crate) fn after(&self, steps: usize) -> Option<&State> {
        self.taken.get(steps.checked_sub(1)?).map(|(_, state)| state)
    }

    /// The step that is the last of so many.
    pub(crate) fn step(&self, steps: usize) -> Option<&Step> {
        self.taken.get(steps.checked_sub(1)?).map(|(step, _)| step)
    }

    /// What was said of a value for an earlier file is no longer known.
    pub(crate) fn forget_answer(&mut self, field: Field, key: &str) {
        for (_, state) in &mut self.taken {
            state.corrections.forget_answer(field, key);
        }
        self.look_again();
    }

    /// What *undo* would take back, in words. Opening the file is no step that can be.
    pub(crate) fn undo(&self) -> Option<String> {
        (self.holds > 1).then(|| self.taken[self.holds - 1].0.words())
    }

    /// What *redo* would bring back, in words.
    pub(crate) fn redo(&self) -> Option<String> {
        self.taken.get(self.holds).map(|(step, _)| step.words())
    }

    /// What its columns mean is no longer remembered by this.
    pub(crate) fn forget_since(&mut self, id: &str) {
        for (_, state) in &mut self.taken {
            state.remembered.take_if(|since| since.id == id);
        }
    }

    /// Leaves only these rows of the file in it, whatever is done later. For a draft that has no steps back.
    pub(crate) fn only_rows(&mut self, table: Arc<Table>) {
        for (_, state) in &mut self.taken {
            state.table = table.clone();
        }
        self.forget_plan();
    }

    /// What people call the run that is made of it.
    pub(crate) fn title(&self) -> String {
        match &self.source {
            Source::File { name, .. } => name.clone(),
            Source::Typed => phrase!("Typed by hand").to_owned(),
        }
    }

    pub(crate) fn file_sha256(&self) -> Option<String> {
        matches!(self.source, Source::File { .. }).then(|| self.table().file.sha256.clone())
    }

    /// A person looks at this plan. What was confirmed of an earlier one is not confirmed of it.
    pub(crate) fn look_at(&mut self, plan: Arc<Plan>) {
        self.seen = Some(plan);
        self.confirmed = false;
    }

    /// The connection's name was typed for the plan that was looked at.
    pub(crate) fn confirm(&mut self) -> Result<(), AppError> {
        if self.seen.is_none() || self.checked.is_none() {
            return Err(AppError::new(
                ErrorCode::ListNotFresh,
                phrase!(
                    "Nobody has looked at this plan since the draft was changed. Nothing was sent. Look at the plan, then type the name."
                ),
            ));
        }
        self.confirmed = true;
        Ok(())
    }

    /// Refuses to send what asks for the connection's name, where it was not typed.
    pub(crate) fn refuse_if_unconfirmed(&self, name_needed: bool) -> Result<(), AppError> {
        match name_needed && !self.confirmed {
            true => Err(AppError::new(
                ErrorCode::NameNeeded,
                phrase!(
                    "This platform is live, and more than 25 people or a role with power over others are to be sent to it. Nothing was sent. Type the connection's name first."
                ),
            )),
            false => Ok(()),
        }
    }

    /// Refuses a plan that invites others than the one that the person looked at.
    pub(crate) fn refuse_if_unseen(&self, checked: &Checked) -> Result<(), AppError> {
        let changed = |what: &str| {
            let then = phrase!("Nothing was sent. Look at the plan again, then send it.");
            AppError::new(ErrorCode::ListNotFresh, format!("{what} {then}"))
        };
        let Some(seen) = &self.seen else {
            return Err(changed(phrase!("Nobody has looked at this plan since the draft was taken up.")));
        };
        let (then, now) = (seen.people(), checked.plan.people());
        if then == now && seen.invitations().eq(checked.plan.invitations()) {
            return match seen.people_with_power() == checked.plan.people_with_power() {
                true => Ok(()),
                false => Err(changed(phrase!(
                    "Since you looked at this plan, which roles have power over others was changed."
                ))),
            };
        }
        if then == now {
            return Err(changed(phrase!(
                "Since you looked at this plan it changed: other people would be invited now."
            )));
        }
        let what = sentence!(
            "Since you looked at this plan it changed: {now} and not {then} would be invited now.",
            now = now,
            then = then
        );
        Err(changed(&what.text))
    }

    pub(crate) fn refuse_if_sent(&self) -> Result<(), AppError> {
        match self.run {
            Some(_) => Err(AppError::new(
                ErrorCode::RunRefused,
                phrase!("This draft was sent. Look at its run, or drop the file again to start anew."),
            )),
            None => Ok(()),
        }
    }
}
