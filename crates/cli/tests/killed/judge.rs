//! Compares what a run says of its rows with what the platform says of its mails.

use crate::crowd::{Crowd, Fate, Row};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// How often the platform mailed each address, in lower case.
pub type Mails = HashMap<String, usize>;

/// Rows of people who can be invited, by how they ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub confirmed: usize,
    pub by_list: usize,
    /// Neither proved; a person is asked.
    pub asks: usize,
    pub refused: usize,
}

/// Judges a finished run. `believed` is off for a platform that says to have done what it did not: then it is
/// only asked whether somebody was mailed twice.
///
/// # Errors
/// Every broken promise, with its row.
pub fn judge(crowd: &Crowd, run: &Value, mails: &Mails, believed: bool) -> Result<Tally, Vec<String>> {
    let mut wrong = in_numbers(crowd, run);
    let mut tally = Tally::default();
    let told: HashMap<u64, &Value> = rows(run).filter_map(|row| Some((row["row"].as_u64()?, row))).collect();
    for (number, row) in crowd.numbered() {
        let Some(told) = told.get(&number) else {
            wrong.push(format!("row {number} is lost"));
            continue;
        };
        let sent = mails.get(&row.email).copied().unwrap_or_default();
        if let Err(what) = of_row(row, told, sent, believed, &mut tally) {
            wrong.push(format!("row {number} ({}, {sent} mails): {what}; {told}", row.email));
        }
    }
    if wrong.is_empty() { Ok(tally) } else { Err(wrong) }
}

fn rows(run: &Value) -> impl Iterator<Item = &Value> {
    run["rows"].as_array().into_iter().flatten()
}

/// Each row of the file once, and the counts say what the rows say.
fn in_numbers(crowd: &Crowd, run: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    if run["state"] != "finished" {
        wrong.push(format!("the run is {} ({})", run["state"], run["reason"]));
    }
    let listed = rows(run).count();
    if listed != crowd.rows.len() {
        wrong.push(format!("{} rows were read and {listed} are told", crowd.rows.len()));
    }
    let mut states: BTreeMap<&str, u64> = BTreeMap::new();
    for row in rows(run) {
        *states.entry(row["state"].as_str().unwrap_or("nothing")).or_default() += 1;
    }
    let counts: BTreeMap<&str, u64> = run["counts"]
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(state, rows)| Some((state.as_str(), rows.as_u64().filter(|rows| *rows > 0)?)))
        .collect();
    if states != counts {
        wrong.push(format!("the rows are {states:?} and the counts {counts:?}"));
    }
    wrong
}

fn of_row(row: &Row, told: &Value, sent: usize, believed: bool, tally: &mut Tally) -> Result<(), String> {
    if sent > 1 {
        return Err("was mailed more than once".to_owned());
    }
    let state = told["state"].as_str().unwrap_or("nothing");
    let of = told["of"].as_u64();
    let stands = |wanted: bool| if wanted { Ok(()) } else { Err(format!("{:?} ended so", row.fate)) };
    let unsent = |wanted: bool| stands(wanted && sent == 0);
    match row.fate {
        Fate::Invited | Fate::Refused => of_ready(row, told, sent, believed, tally),
        Fate::There(code) => unsent(state == "already-present" && told["code"] == code),
        Fate::Problem => unsent(state == "rejected"),
        Fate::Conflict => unsent(state == "conflict"),
        // These speak of somebody else's row, and the mail is counted there.
        Fate::Folded(number) => stands(state == "folded" && of == Some(number.into())),
        Fate::Duplicate(number) => stands(state == "duplicate" && of == Some(number.into())),
    }
}

fn of_ready(row: &Row, told: &Value, sent: usize, believed: bool, tally: &mut Tally) -> Result<(), String> {
    let says_why = told["code"].is_string() && told["message"].is_string();
    match told["state"].as_str().unwrap_or("nothing") {
        "confirmed" | "confirmed-by-list" if sent == 0 && believed => {
            Err("is said to be invited, and no mail went out".to_owned())
        }
        "confirmed" | "confirmed-by-list" if row.fate == Fate::Refused => {
            Err("is said to be invited, and the platform refuses such people".to_owned())
        }
        "confirmed" => {
            tally.confirmed += 1;
            Ok(())
        }
        "confirmed-by-list" => {
            tally.by_list += 1;
            Ok(())
        }
        "refused" if sent > 0 => Err("is said to be refused, and was mailed".to_owned()),
        "refused" if says_why => {
            tally.refused += 1;
            Ok(())
        }
        "needs-review" if says_why => {
            tally.asks += 1;
            Ok(())
        }
        _ => Err("neither ended nor waits for a person who is told why".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A run in which everything went well, and the mails of it.
    fn well(crowd: &Crowd) -> (Value, Mails) {
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        let mut mails = Mails::new();
        let mut rows = Vec::new();
        for (number, row) in crowd.numbered() {
            let (state, of, code) = match row.fate {
                Fate::Invited => ("confirmed", None, None),
                Fate::Refused => ("refused", None, Some("RoleAboveYours")),
                Fate::There(code) => ("already-present", None, Some(code)),
                Fate::Problem => ("rejected", None, None),
                Fate::Conflict => ("conflict", None, None),
                Fate::Folded(of) => ("folded", Some(of), None),
                Fate::Duplicate(of) => ("duplicate", Some(of), None),
            };
            if row.fate == Fate::Invited {
                mails.insert(row.email.clone(), 1);
            }
            *counts.entry(state).or_default() += 1;
            rows.push(json!({ "row": number, "state": state, "of": of, "code": code, "message": "So." }));
        }
        (json!({ "state": "finished", "counts": counts, "rows": rows }), mails)
    }

    #[test]
    fn a_run_that_went_well_is_told_from_one_that_broke_a_promise() {
        let crowd = Crowd::new("a", 6);
        let (run, mails) = well(&crowd);
        let tally = judge(&crowd, &run, &mails, true).expect("nothing is wrong");
        assert_eq!(tally, Tally { confirmed: 6, refused: 1, ..Tally::default() });
        let broken = |change: &dyn Fn(&mut Value, &mut Mails), said: &str| {
            let (mut run, mut mails) = (run.clone(), mails.clone());
            change(&mut run, &mut mails);
            let wrong = judge(&crowd, &run, &mails, true).expect_err(said).join("\n");
            assert!(wrong.contains(said), "{said}: {wrong}");
        };
        let second = "a-p01@alpine.example";
        broken(&|_, mails| *mails.entry(second.to_owned()).or_default() = 2, "mailed more than once");
        broken(&|_, mails| mails.retain(|person, _| person != second), "no mail went out");
        broken(&|run, _| run["rows"][1]["state"] = json!("refused"), "and was mailed");
        broken(&|run, _| run["rows"][1]["state"] = json!("unknown"), "neither ended nor waits");
        broken(&|run, _| run["rows"][1]["state"] = json!("ready"), "neither ended nor waits");
        broken(&|run, _| run["counts"]["confirmed"] = json!(5), "the counts");
        broken(&|run, _| run["state"] = json!("stopped"), "the run is");
        broken(&|run, _| drop(run["rows"].as_array_mut().and_then(Vec::pop)), "is lost");
        broken(&|_, mails| mails.extend([("a-typo@alpine.example".to_owned(), 1)]), "Problem ended so");
    }

    #[test]
    fn of_a_platform_that_lies_it_is_asked_only_whether_it_mailed_twice() {
        let crowd = Crowd::new("a", 3);
        let (run, mut mails) = well(&crowd);
        mails.remove("a-p01@alpine.example");
        assert!(judge(&crowd, &run, &mails, false).is_ok());
        mails.insert("a-p02@alpine.example".to_owned(), 2);
        assert!(judge(&crowd, &run, &mails, false).is_err());
    }
}
