//! Use cases: the people whom a run invited and who have not accepted, as a draft like any other, or as a list to keep.

use super::asked::{Asked, HEADERS, Names};
use crate::App;
use crate::contract::*;
use crate::runs::{Followed, Following, ReportFile, named, stem, write_list};
use rollcall_core::phrase;

/// What a saved list says beside what was sent.
const BESIDE: [&str; 3] = ["Now", "Invited", "Row in file"];

/// Stands behind the name of the file that was sent first.
const AGAIN: &str = "invited again";

impl App {
    /// Makes a draft of exactly those of a run's people who stand so, by a fresh list: the same address, names, role,
    /// provider and organizations as the run sent, to be invited again. It is checked and sent like any other.
    pub async fn invite_again(
        &self,
        profile: String,
        run: String,
        who: Vec<Afterwards>,
    ) -> Result<DraftView, AppError> {
        if who.is_empty() || who.iter().any(|one| !matches!(one, Afterwards::Waits | Afterwards::Lapsed)) {
            return Err(AppError::new(
                ErrorCode::BadRequest,
                phrase!("Only people who have not accepted can be invited again. Nothing was sent."),
            ));
        }
        self.may_send(&profile)?;
        self.fresh_list(&profile).await?;
        let following = self.chosen(&profile, run, &who).await?;
        let people = asked(&following.people);
        self.draft_again(profile, again(&following.run.title), &people).await
    }

    /// A list of those of a run's people who stand so, by the list as it is now.
    pub async fn since_list(
        &self,
        profile: String,
        run: String,
        who: Vec<Afterwards>,
        format: ReportFormat,
    ) -> Result<ReportFile, AppError> {
        let following = self.chosen(&profile, run, &who).await?;
        let reference = self.reference(&profile).await?;
        let names = Names::of(&asked(&following.people), &reference);
        let gone = who.iter().all(|one| *one == Afterwards::NotListed);
        let what = if gone { "no longer listed" } else { "not accepted" };
        let name = named(&following.run.title, what, format);
        let headers: Vec<&str> = HEADERS.map(|(_, header)| header).into_iter().chain(BESIDE).collect();
        let cells = following.people.iter().map(|person| line(person, &names)).collect();
        Ok(write_list(name, &headers, cells, format))
    }

    async fn chosen(&self, profile: &str, run: String, who: &[Afterwards]) -> Result<Following, AppError> {
        let mut following = self.follow_run(profile, run).await?;
        if following.as_of.is_none() {
            return Err(AppError::new(
                ErrorCode::ListNotFresh,
                phrase!(
                    "There is no complete list of the platform that this run went to, so nobody can tell who has accepted. Nothing was sent; refresh and try again."
                ),
            ));
        }
        following.people.retain(|person| who.contains(&person.stands));
        if following.people.is_empty() {
            return Err(AppError::new(
                ErrorCode::NothingToSend,
                phrase!("By the current list, nobody of this run stands so any more. Nothing was sent."),
            ));
        }
        Ok(following)
    }
}

fn asked(people: &[Followed]) -> Vec<Asked> {
    people.iter().map(|person| Asked::from(&person.sent)).collect()
}

/// What a draft of people to be invited again is called.
pub(super) fn again(title: &str) -> String {
    let stem = stem(title);
    match stem.ends_with(AGAIN) {
        true => stem,
        false => format!("{stem} - {AGAIN}"),
    }
}

fn line(person: &Followed, names: &Names<'_>) -> Vec<String> {
    let since = person.clock.as_ref().map(|clock| clock.invited_at.clone()).unwrap_or_default();
    let beside = [now(person), since, person.row.to_string()];
    names.texts(&Asked::from(&person.sent)).into_iter().chain(beside).collect()
}

fn now(person: &Followed) -> String {
    let days = |days: u32| if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
    match (person.stands, &person.clock) {
        (Afterwards::Accepted, _) => "Accepted".to_owned(),
        (Afterwards::Waits, Some(clock)) => format!("Waits, {} left", days(clock.days)),
        (Afterwards::Waits, None) => "Waits".to_owned(),
        (Afterwards::Lapsed, Some(clock)) => format!("Lapsed {} ago", days(clock.days)),
        (Afterwards::Lapsed, None) => "Lapsed".to_owned(),
        (Afterwards::NotListed, _) => "No longer listed".to_owned(),
        (Afterwards::Blocked, _) => "Blocked".to_owned(),
        (Afterwards::Other, _) => "Other".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_invited_again_and_again_keeps_its_name() {
        assert_eq!(again("Onboarding Q4.xlsx"), "Onboarding Q4 - invited again");
        assert_eq!(again("Onboarding Q4 - invited again"), "Onboarding Q4 - invited again");
    }
}
