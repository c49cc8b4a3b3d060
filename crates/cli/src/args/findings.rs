//! What may be typed after `rollcallctl findings`.

use super::JsonArgs;
use clap::Args;
use clap::builder::PossibleValuesParser;
use rollcall_app::contract::Rule;

#[derive(Debug, Args)]
pub struct FindingsArgs {
    /// The connection; `sandbox` is the sample platform
    #[arg(short, long, value_name = "NAME", required_unless_present = "all_profiles")]
    pub profile: Option<String>,
    /// Every connection that a list was fetched through
    #[arg(long, conflicts_with = "profile")]
    pub all_profiles: bool,
    /// Only this rule; may be given several times
    #[arg(long, value_name = "RULE", ignore_case = true, value_parser = PossibleValuesParser::new(Rule::ALL.map(Rule::as_str)))]
    pub rule: Vec<String>,
    #[command(flatten)]
    pub json: JsonArgs,
}

impl FindingsArgs {
    /// The rules that are meant; none means all.
    pub fn rules(&self) -> Vec<Rule> {
        self.rule.iter().filter_map(|word| Rule::from_word(word)).collect()
    }
}
