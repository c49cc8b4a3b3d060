//! Known combinations of roles, from a data file.

use rollcall_core::fold;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Roles that mean something else together than each alone.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Combination {
    /// Its word for programs.
    pub id: String,
    /// What it is, in a few words.
    pub title: String,
    /// What it means.
    pub explanation: String,
    /// Where that is written.
    pub source: String,
    /// Whether it is told as a finding, beside being explained.
    pub finding: bool,
    #[serde(default)]
    all: Vec<String>,
    #[serde(default)]
    any: Vec<String>,
    #[serde(default)]
    beside: Option<Beside>,
}

/// What stands beside the roles of `any`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Beside {
    Others,
    Nothing,
}

#[derive(Deserialize)]
struct File {
    combination: Vec<Combination>,
}

static KNOWN: LazyLock<Vec<Combination>> = LazyLock::new(|| {
    let file: Result<File, _> = toml::from_str(include_str!("combinations.toml"));
    // The file is part of the program: a test reads it, so what can't be read never leaves the house.
    file.map_or_else(|_| Vec::new(), |file| file.combination)
});

/// Every known combination, in the order of the file.
pub fn combinations() -> &'static [Combination] {
    &KNOWN
}

impl Combination {
    /// Whether somebody has it who holds exactly the roles with these names.
    pub fn is_held<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> bool {
        let held: BTreeSet<String> = names.into_iter().map(fold).collect();
        let (all, any) = (folded(&self.all), folded(&self.any));
        let others = || held.difference(&any).next().is_some();
        let beside = match self.beside {
            None => true,
            Some(Beside::Others) => others(),
            Some(Beside::Nothing) => !others(),
        };
        held.is_superset(&all) && (any.is_empty() || !held.is_disjoint(&any)) && beside
    }
}

fn folded(names: &[String]) -> BTreeSet<String> {
    names.iter().map(|name| fold(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(names: &[&str]) -> Vec<&'static str> {
        let held = combinations().iter().filter(|known| known.is_held(names.iter().copied()));
        held.map(|known| known.id.as_str()).collect()
    }

    #[test]
    fn the_file_can_be_read_and_each_combination_says_its_source() {
        let file: File = toml::from_str(include_str!("combinations.toml")).expect("the file is read");
        assert_eq!(file.combination.len(), combinations().len());
        for known in combinations() {
            assert!(!known.source.is_empty() && !known.explanation.is_empty(), "{}", known.id);
            assert!(!known.all.is_empty() || !known.any.is_empty(), "{} would be held by everyone", known.id);
        }
    }

    #[test]
    fn a_combination_is_known_whatever_the_case_of_its_names() {
        let admin = ["Distributor readonly", "DISTRIBUTOR ADMIN"];
        assert_eq!(held(&admin), ["distributor-readonly-with-admin"]);
        assert_eq!(held(&["Distributor Admin"]), [""; 0]);
    }

    #[test]
    fn a_report_role_is_told_apart_alone_and_on_top() {
        assert_eq!(held(&["Reseller Report", "Seller Admin"]), ["report-on-top"]);
        assert_eq!(held(&["360 Report Viewer"]), ["report-alone"]);
        assert_eq!(
            held(&["360 Report Viewer", "Reseller Report"]),
            ["report-alone"],
            "two of them are no ground"
        );
        assert_eq!(held(&[]), [""; 0]);
    }
}
