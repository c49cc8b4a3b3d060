//! Use cases: findings as a document for programs.

use super::list::Told;
use crate::App;
use crate::contract::*;
use rollcall_findings::Finding;

impl App {
    /// What the list of a connection shows, with the ids of its people; of all rules, or of these. Absent before the first
    /// refresh.
    pub async fn findings_document(
        &self,
        profile: &str,
        rules: &[Rule],
    ) -> Result<Option<PlatformFindings>, AppError> {
        let Some(told) = self.told(profile).await? else { return Ok(None) };
        let name = self.profile(profile)?.name;
        let wanted = |finding: &&Finding| rules.is_empty() || rules.contains(&finding.rule);
        Ok(Some(PlatformFindings {
            profile: name,
            as_of: told.judged.as_of(),
            complete: told.judged.complete,
            people: told.judged.judgement.people,
            findings: told.findings.iter().filter(wanted).map(|finding| document(finding, &told)).collect(),
        }))
    }

    /// The ids of the kept connections that a list was fetched through.
    pub fn profiles_with_lists(&self) -> Vec<String> {
        let kept: Vec<String> = self.book().all().iter().map(|profile| profile.id.clone()).collect();
        kept.into_iter().filter(|id| self.inner.home.has_list(id)).collect()
    }
}

fn document(finding: &Finding, told: &Told) -> FindingDocument {
    let rule = finding.rule;
    let part =
        |part: &rollcall_findings::Part| FindingPart { label: part.label.clone(), people: part.people };
    FindingDocument {
        rule,
        severity: rule.severity(),
        title: rule.title(),
        meaning: rule.meaning(),
        to_do: rule.to_do(),
        people: finding.people.len().try_into().unwrap_or(u32::MAX),
        user_ids: finding.people.clone(),
        parts: finding.parts.iter().map(part).collect(),
        parts_total: finding.parts_total,
        basis: finding.basis.iter().map(ToString::to_string).collect(),
        mute: told.mutes.get(&rule).map(|mute| mute.shown(finding)),
        open: !told.is_muted(finding),
    }
}
