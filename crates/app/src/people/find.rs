//! Use cases: a person looked for on every platform that has a list here.

use crate::App;
use crate::connect::Profile;
use crate::contract::*;
use crate::errors::of_roster;
use std::collections::VecDeque;

/// The most people that are given.
const MOST: u32 = 100;

impl App {
    /// People of all connections who match a text, at most `limit`: of each connection in its turn, those first whose
    /// id, external id or address it is. A connection whose list can't be opened now is left out.
    pub async fn find_people(&self, text: String, limit: u32) -> Result<Vec<FoundPerson>, AppError> {
        let limit = limit.min(MOST);
        if text.trim().is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        for profile in self.profiles_with_list() {
            match self.found_in(&profile, &text, limit).await {
                Ok(people) => found.push(people),
                // Its name is the person's own; its id says as much to whoever reads the log.
                Err(problem) => {
                    tracing::warn!(profile = %profile.id, code = ?problem.code, "a list could not be searched");
                }
            }
        }
        Ok(in_turn(found, limit as usize))
    }

    fn profiles_with_list(&self) -> Vec<Profile> {
        let sample = self.inner.sample.known().then(|| self.inner.sample.profile());
        let all = sample.into_iter().chain(self.book().all().to_vec());
        all.filter(|profile| self.inner.home.has_list(&profile.id)).collect()
    }

    async fn found_in(
        &self,
        profile: &Profile,
        text: &str,
        limit: u32,
    ) -> Result<VecDeque<FoundPerson>, AppError> {
        let query = UserQuery { search: text.to_owned(), ..UserQuery::default() };
        let (profile_id, name, colour) = (profile.id.clone(), profile.name.clone(), profile.colour.clone());
        self.ask(&profile.id, move |roster| {
            let window = roster.window(&query, 0, limit).map_err(of_roster)?;
            let exactly =
                window.exact.and_then(|id| roster.user(&id).transpose()).transpose().map_err(of_roster)?;
            let person = |id, first: &str, last: &str, email, external_id, state| FoundPerson {
                profile: profile_id.clone(),
                profile_name: name.clone(),
                colour: colour.clone(),
                user_id: id,
                name: super::browse::full_name(first, last),
                email,
                external_id,
                state,
            };
            let mut people: VecDeque<FoundPerson> = exactly
                .into_iter()
                .map(|user| {
                    person(
                        user.id,
                        &user.first_name,
                        &user.last_name,
                        user.email,
                        user.external_id,
                        user.state.as_str().to_owned(),
                    )
                })
                .collect();
            for row in window.rows {
                if people.front().is_none_or(|exact| exact.user_id != row.id) {
                    people.push_back(person(
                        row.id,
                        &row.first_name,
                        &row.last_name,
                        row.email,
                        row.external_id,
                        row.state,
                    ));
                }
            }
            Ok(people)
        })
        .await
    }
}

/// One of each in its turn, until there are enough.
fn in_turn<T>(mut several: Vec<VecDeque<T>>, most: usize) -> Vec<T> {
    let mut all = Vec::new();
    while all.len() < most && several.iter().any(|one| !one.is_empty()) {
        all.extend(several.iter_mut().filter_map(VecDeque::pop_front).take(most - all.len()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_platform_of_many_does_not_hide_the_others() {
        let lists = [vec!["a1", "a2", "a3", "a4"], vec![], vec!["c1", "c2"]].map(VecDeque::from).to_vec();
        assert_eq!(in_turn(lists.clone(), 4), ["a1", "c1", "a2", "c2"]);
        assert_eq!(in_turn(lists.clone(), 3), ["a1", "c1", "a2"]);
        assert_eq!(in_turn(lists, 100), ["a1", "c1", "a2", "c2", "a3", "a4"]);
    }
}
