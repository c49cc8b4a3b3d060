//! Use cases: the roles as a ladder by weight.

use super::judged::Judged;
use crate::App;
use crate::contract::*;
use crate::errors::blocking;
use crate::people::direction;
use rollcall_core::{Sentence, infer_direction, sentence};
use rollcall_findings::{CombinationHeld, Ladder, RoleOnRung, RoleSetHeld, Rung};

/// The most sets of roles that are shown.
const MOST_SETS: usize = 50;

/// Which weights are taken for more power, and why.
struct Assumption {
    direction: WeightDirection,
    inferred: Option<WeightDirection>,
    reason: Vec<Sentence>,
    said: Option<SaidBy>,
}

impl App {
    /// The roles as a ladder by weight, and who stands where.
    pub async fn role_ladder(&self, profile: String) -> Result<LadderView, AppError> {
        let judged = self.judged(&profile).await?;
        let folder = self.platform(&profile).await?.folder.clone();
        let said = blocking(move || direction(&folder)).await?;
        let roles = judged.as_ref().map_or(&[][..], |judged| judged.judgement.roles.as_slice());
        let assumed = Assumption::of(infer_direction(roles), said);
        Ok(shown(judged.as_deref(), assumed))
    }

    /// Says which weights mean more power; nothing for what the names of the roles speak for.
    pub async fn set_weight_direction(
        &self,
        profile: String,
        direction: Option<WeightDirection>,
    ) -> Result<LadderView, AppError> {
        self.say_direction(&profile, direction).await?;
        self.role_ladder(profile).await
    }
}

impl Assumption {
    fn of(inferred: Option<(WeightDirection, Sentence)>, said: Option<(WeightDirection, SaidBy)>) -> Self {
        let by_names = inferred.as_ref().map(|(direction, _)| *direction);
        let (direction, reason, said) = match (said, inferred) {
            (Some((direction, said)), _) => {
                (direction, vec![sentence!("{name} said so.", name = said.by)], Some(said))
            }
            (None, Some((direction, why))) => {
                (direction, vec![sentence!("Assumed from names that are known:"), why], None)
            }
            (None, None) => (
                WeightDirection::MoreIsPower,
                vec![sentence!("Assumed: no role has a name and a weight that would tell.")],
                None,
            ),
        };
        Self { direction, inferred: by_names, reason, said }
    }
}

fn shown(judged: Option<&Judged>, assumed: Assumption) -> LadderView {
    let ladder = judged.map(|judged| {
        let judgement = &judged.judgement;
        Ladder::of(&judgement.roles, &judgement.role_sets, assumed.direction)
    });
    let ladder =
        ladder.unwrap_or_else(|| Ladder::of(&[], &rollcall_findings::RoleSets::default(), assumed.direction));
    let rung = |rung: Rung| RungView {
        weight: rung.weight,
        roles: rung.roles.into_iter().map(|role| on_rung(role, judged)).collect(),
        people: rung.people,
        highest: rung.highest,
    };
    LadderView {
        as_of: judged.map(Judged::as_of),
        direction: assumed.direction,
        inferred: assumed.inferred,
        reason: assumed.reason,
        said: assumed.said,
        people: ladder.people,
        several: ladder.several,
        none: ladder.none,
        sets_total: u32::try_from(ladder.sets.len()).unwrap_or(u32::MAX),
        rungs: ladder.rungs.into_iter().map(rung).collect(),
        sets: ladder.sets.into_iter().take(MOST_SETS).map(set).collect(),
        combinations: ladder.combinations.into_iter().map(combination).collect(),
    }
}

fn on_rung(role: RoleOnRung, judged: Option<&Judged>) -> RoleOnRungView {
    RoleOnRungView {
        privileged: judged.is_some_and(|judged| judged.privileged().contains(&role.id)),
        id: role.id,
        name: role.name,
        people: role.people,
        alone: role.alone,
    }
}

fn set(held: RoleSetHeld) -> RoleSetView {
    RoleSetView {
        role_ids: held.role_ids,
        roles: held.roles,
        people: held.people,
        explanations: held.explanations.into_iter().map(str::to_owned).collect(),
    }
}

fn combination(held: CombinationHeld) -> CombinationView {
    let known = held.combination;
    CombinationView {
        id: known.id.clone(),
        title: known.title.clone(),
        explanation: known.explanation.clone(),
        source: known.source.clone(),
        people: held.people,
        finding: known.finding,
    }
}
