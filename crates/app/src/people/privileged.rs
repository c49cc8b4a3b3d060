//! Which roles give power over others: proposed from names and weights, and decided by a person, role by role.

use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_roster};
use crate::home::{read_json, write_json};
use crate::runs::whoever;
use jiff::Timestamp;
use rollcall_core::{Role, RoleId, Sentence, propose_privileged};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

/// Lies beside the list: what a person said of roles, and who said it.
const PRIVILEGED: &str = "privileged.json";

/// Lies beside the list: which weights mean more power, where a person said so.
const DIRECTION: &str = "weights.json";

/// A person's word on a thing, with who and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Word<T> {
    is: T,
    by: String,
    at: String,
}

impl<T> Word<T> {
    fn of(is: T) -> Self {
        Self { is, by: whoever(), at: Timestamp::now().to_string() }
    }

    fn said(&self) -> SaidBy {
        SaidBy { by: self.by.clone(), at: self.at.clone() }
    }
}

/// What was said of roles. Of a role that is missing here nobody said anything: names and weights decide.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, from = "Kept")]
struct Said {
    said: BTreeMap<RoleId, Word<bool>>,
}

/// The file as it is now, and as it was before each role had its own word: then one word was for all roles at once.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Kept {
    said: BTreeMap<RoleId, Word<bool>>,
    roles: Option<HashSet<RoleId>>,
    known: HashSet<RoleId>,
    by: String,
    at: String,
}

impl From<Kept> for Said {
    fn from(kept: Kept) -> Self {
        let mut said = kept.said;
        if let Some(roles) = kept.roles {
            for role in kept.known.iter().chain(&roles) {
                let word = Word { is: roles.contains(role), by: kept.by.clone(), at: kept.at.clone() };
                said.entry(role.clone()).or_insert(word);
            }
        }
        Self { said }
    }
}

/// The roles with power over others, and on whose word.
pub(crate) struct Privileged {
    proposed: HashMap<RoleId, Sentence>,
    said: BTreeMap<RoleId, Word<bool>>,
}

impl Privileged {
    /// What holds for the roles of a connection.
    pub(crate) fn read(folder: &Path, roles: &[Role]) -> Result<Self, AppError> {
        let Said { said } = read_json(&folder.join(PRIVILEGED))?;
        let direction = direction(folder)?.map(|(direction, _)| direction);
        Ok(Self { proposed: propose_privileged(roles, direction).into_iter().collect(), said })
    }

    /// Whether a role gives power over others.
    pub(crate) fn is(&self, role: &RoleId) -> bool {
        self.said.get(role).map_or_else(|| self.proposed.contains_key(role), |word| word.is)
    }

    /// Why it is proposed; nothing where a person said it.
    pub(crate) fn why(&self, role: &RoleId) -> Option<Sentence> {
        self.proposed.get(role).filter(|_| !self.said.contains_key(role)).cloned()
    }

    /// Who said whether it does.
    pub(crate) fn said(&self, role: &RoleId) -> Option<SaidBy> {
        self.said.get(role).map(Word::said)
    }

    /// Whether it would, had nobody said that it does not.
    pub(crate) fn is_unticked(&self, role: &RoleId) -> bool {
        self.proposed.contains_key(role) && !self.is(role)
    }

    /// All that do.
    pub(crate) fn ids(&self) -> HashSet<RoleId> {
        self.proposed.keys().chain(self.said.keys()).filter(|role| self.is(role)).cloned().collect()
    }

    /// Takes a person's word: of each role that is now otherwise than before it is noted who said so. One that stays
    /// as it was proposed was ticked by nobody, and no evidence may say so.
    fn say(mut self, all: &HashSet<RoleId>, privileged: &HashSet<RoleId>) -> Said {
        for role in all.union(privileged) {
            let is = privileged.contains(role);
            if is != self.is(role) {
                self.said.insert(role.clone(), Word::of(is));
            }
        }
        Said { said: self.said }
    }
}

impl App {
    /// Says which roles give power over others.
    pub async fn set_privileged(
        &self,
        profile: String,
        roles: Vec<RoleId>,
    ) -> Result<Vec<RoleView>, AppError> {
        let folder = self.platform(&profile).await?.folder.clone();
        self.ask(&profile, move |roster| {
            let listed: Vec<Role> =
                roster.roles().map_err(of_roster)?.into_iter().map(|held| held.role).collect();
            let all = listed.iter().map(|role| role.id.clone()).collect();
            let said = Privileged::read(&folder, &listed)?.say(&all, &roles.into_iter().collect());
            write_json(&folder.join(PRIVILEGED), &said)
        })
        .await?;
        self.judged_otherwise(&profile).await;
        self.list_roles(profile).await
    }

    /// Says which weights mean more power; nothing for what the names of the roles speak for.
    pub(crate) async fn say_direction(
        &self,
        profile: &str,
        direction: Option<WeightDirection>,
    ) -> Result<(), AppError> {
        let path = self.platform(profile).await?.folder.join(DIRECTION);
        blocking(move || write_json(&path, &direction.map(Word::of))).await?;
        self.judged_otherwise(profile).await;
        Ok(())
    }

    /// The plans of its drafts no longer hold: what they rest on was changed.
    async fn judged_otherwise(&self, profile: &str) {
        self.inner.desk.with_each(profile, |draft| draft.look_again()).await;
    }
}

/// Which weights mean more power, where a person said so, and who it was.
pub(crate) fn direction(folder: &Path) -> Result<Option<(WeightDirection, SaidBy)>, AppError> {
    let word: Option<Word<WeightDirection>> = read_json(&folder.join(DIRECTION))?;
    Ok(word.map(|word| (word.is, word.said())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(name: &str) -> Role {
        Role { id: name.into(), name: name.to_owned(), weight: None }
    }

    fn ids(names: &[&str]) -> HashSet<RoleId> {
        names.iter().map(|name| RoleId::from(*name)).collect()
    }

    #[test]
    fn only_a_role_that_was_changed_is_said_to_have_been_ticked() {
        let folder = tempfile::tempdir().expect("a folder");
        let roles = [role("Seller Admin"), role("Clerk"), role("Owner")];
        let all = ids(&["Seller Admin", "Clerk", "Owner"]);
        let before = Privileged::read(folder.path(), &roles).expect("read");
        let said = before.say(&all, &ids(&["Seller Admin", "Clerk"]));
        write_json(&folder.path().join(PRIVILEGED), &said).expect("written");
        let after = Privileged::read(folder.path(), &roles).expect("read");
        assert_eq!(after.ids(), ids(&["Seller Admin", "Clerk"]));
        let said = |name: &str| after.said(&RoleId::from(name)).map(|said| said.by);
        assert_eq!(
            (said("Clerk"), said("Owner"), said("Seller Admin")),
            (Some(whoever()), Some(whoever()), None)
        );
        assert!(after.why(&RoleId::from("Seller Admin")).is_some(), "still a proposal");
    }

    #[test]
    fn what_was_said_of_all_roles_at_once_is_taken_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let old = r#"{"roles":["Clerk"],"known":["Clerk","Owner"],"by":"ann","at":"2026-11-20T08:00:00Z"}"#;
        std::fs::write(folder.path().join(PRIVILEGED), old).expect("written");
        let roles = [role("Clerk"), role("Owner"), role("Seller Admin")];
        let read = || Privileged::read(folder.path(), &roles).expect("read");
        let by_ann = SaidBy { by: "ann".to_owned(), at: "2026-11-20T08:00:00Z".to_owned() };
        assert_eq!(read().ids(), ids(&["Clerk", "Seller Admin"]), "of the last one nobody said anything");
        assert_eq!(read().said(&"Clerk".into()), Some(by_ann.clone()));
        let said = read().say(&ids(&["Clerk", "Owner", "Seller Admin"]), &ids(&["Clerk"]));
        write_json(&folder.path().join(PRIVILEGED), &said).expect("written");
        assert_eq!(read().said(&"Clerk".into()), Some(by_ann), "nobody changed it since");
        assert_eq!(read().said(&"Seller Admin".into()).map(|said| said.by), Some(whoever()));
    }
}
