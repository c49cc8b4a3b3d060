//! A run that came to rest, in one line: for whoever looks elsewhere.

use crate::contract::{NoticeWords, RowState, RunView};

/// What a person is told of a run that came to rest. Nothing in it is personal but the file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunNotice {
    /// The file's name. It is not ours: whoever shows it takes it for a text and nothing else.
    pub title: String,
    /// `181 invited, 3 refused, 2 need you`.
    pub text: String,
}

impl RunNotice {
    /// What is to be told of a run as it stands, in these words.
    pub fn of(run: &RunView, words: &NoticeWords) -> Self {
        Self { title: run.title.clone(), text: text(run, words) }
    }
}

fn text(run: &RunView, words: &NoticeWords) -> String {
    let rows = |states: &[RowState]| -> u32 {
        run.counts.iter().filter(|count| states.contains(&count.state)).map(|count| count.rows).sum()
    };
    let for_person = rows(&[RowState::NeedsReview]);
    let parts = [
        (rows(&[RowState::Refused]), &words.refused),
        (for_person, if for_person == 1 { &words.needs_you } else { &words.need_you }),
        (rows(&[RowState::Unknown, RowState::InFlight]), &words.checking),
        (rows(&[RowState::Ready, RowState::Cancelled]), &words.not_sent),
    ];
    let said = |rows: u32, words: &str| words.replacen('#', &rows.to_string(), 1);
    let mut all = vec![said(rows(&[RowState::Confirmed, RowState::ConfirmedByList]), &words.invited)];
    all.extend(parts.into_iter().filter(|(rows, _)| *rows > 0).map(|(rows, words)| said(rows, words)));
    all.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{RowStateCount, RunState};

    fn english() -> NoticeWords {
        NoticeWords {
            invited: "# invited".into(),
            refused: "# refused".into(),
            needs_you: "# needs you".into(),
            need_you: "# need you".into(),
            checking: "# being checked".into(),
            not_sent: "# not sent".into(),
        }
    }

    fn told(run: &RunView) -> String {
        RunNotice::of(run, &english()).text
    }

    fn run(counts: &[(RowState, u32)]) -> RunView {
        RunView {
            id: "r1".into(),
            profile: "nordlys".into(),
            title: "Onboarding Q4.xlsx".into(),
            started_at: "2026-11-23T14:02:00Z".into(),
            started_by: "a.ozola".into(),
            state: RunState::Finished,
            active: false,
            counts: counts.iter().map(|(state, rows)| RowStateCount { state: *state, rows: *rows }).collect(),
            rows: counts.iter().map(|(_, rows)| rows).sum(),
            people: 0,
            pause: None,
            stopped_because: Some("a.ozola@contoso.example was not understood".into()),
            seconds_left: None,
            people_per_minute: None,
            next_look_at: None,
        }
    }

    #[test]
    fn a_run_at_rest_is_told_in_one_line() {
        let ended = run(&[
            (RowState::Confirmed, 171),
            (RowState::ConfirmedByList, 10),
            (RowState::Refused, 3),
            (RowState::NeedsReview, 2),
            (RowState::Duplicate, 9),
            (RowState::AlreadyPresent, 4),
        ]);
        let notice = RunNotice::of(&ended, &english());
        assert_eq!(
            format!("{}: {}", notice.title, notice.text),
            "Onboarding Q4.xlsx: 181 invited, 3 refused, 2 need you"
        );
    }

    #[test]
    fn what_did_not_happen_is_not_told_and_what_is_left_is() {
        assert_eq!(told(&run(&[(RowState::Confirmed, 3)])), "3 invited");
        assert_eq!(told(&run(&[])), "0 invited");
        let stopped = run(&[
            (RowState::Confirmed, 107),
            (RowState::NeedsReview, 1),
            (RowState::Unknown, 8),
            (RowState::InFlight, 2),
            (RowState::Ready, 70),
            (RowState::Cancelled, 4),
        ]);
        assert_eq!(told(&stopped), "107 invited, 1 needs you, 10 being checked, 74 not sent");
    }

    #[test]
    fn the_words_are_the_pages_and_the_number_stands_where_they_want_it() {
        let latvian =
            NoticeWords { invited: "uzaicināti: #".into(), refused: "atteikti: #".into(), ..english() };
        let ended = run(&[(RowState::Confirmed, 2), (RowState::Refused, 1)]);
        assert_eq!(RunNotice::of(&ended, &latvian).text, "uzaicināti: 2, atteikti: 1");
    }
}
