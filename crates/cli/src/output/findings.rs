//! What a list shows, for reading.

use super::{many, number, plain};
use rollcall_app::contract::{
    FindingDocument, FindingPart, FindingSeverity, FindingsDocument, PlatformFindings,
};

/// Parts of a finding that a line names.
const NAMED: usize = 5;

/// Each connection with its findings, and how to see the people of one.
pub fn text(document: &FindingsDocument) -> String {
    document.platforms.iter().map(platform).collect::<Vec<_>>().join("\n")
}

fn platform(one: &PlatformFindings) -> String {
    let mut text = format!(
        "{}, {} by the list of {}{}\n",
        plain(&one.profile),
        many(one.people, "person", "people"),
        one.as_of,
        if one.complete { "" } else { ", which is not known to be whole" }
    );
    if one.findings.is_empty() {
        text.push_str("\nNothing was found.\n");
    }
    for finding in &one.findings {
        text.push_str(&told(finding));
    }
    text
}

fn told(finding: &FindingDocument) -> String {
    let mut text = format!(
        "\n{:<6}  {}: {}  ({})\n",
        severity(finding.severity),
        finding.title,
        counted(finding),
        finding.rule.as_str()
    );
    if let Some(mute) = &finding.mute {
        let more = match mute.new_since {
            0 => String::new(),
            new => format!(" ({new} more since then)"),
        };
        let (by, reason) = (plain(&mute.by), plain(&mute.reason));
        text.push_str(&format!("        Muted by {by} until {}: {reason}{more}\n", mute.until));
    }
    if !finding.open {
        return text;
    }
    if !finding.parts.is_empty() {
        text.push_str(&format!("        {}\n", parts(finding)));
    }
    let basis = finding.basis.iter().map(String::as_str);
    for sentence in [finding.meaning].into_iter().chain(basis).chain([finding.to_do]) {
        text.push_str(&format!("        {}\n", plain(sentence)));
    }
    text
}

/// People, or the parts of a finding that is about no people.
fn counted(finding: &FindingDocument) -> String {
    match finding.people {
        0 => number(finding.parts_total),
        people => many(people, "person", "people"),
    }
}

fn parts(finding: &FindingDocument) -> String {
    let named = finding.parts.iter().take(NAMED).map(|FindingPart { label, people }| match people {
        0 => plain(label),
        people => format!("{} {}", plain(label), number(*people)),
    });
    let named = named.collect::<Vec<_>>().join(", ");
    match finding.parts_total.saturating_sub(NAMED as u32) {
        0 => named,
        more => format!("{named} and {} more", number(more)),
    }
}

fn severity(severity: FindingSeverity) -> &'static str {
    match severity {
        FindingSeverity::High => "HIGH",
        FindingSeverity::Medium => "MEDIUM",
        FindingSeverity::Low => "LOW",
    }
}
