//! Use case: the evidence of a review, as one value and as a workbook.

use super::{Facts, PrivilegedRole, words};
use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_review};
use crate::runs::{ReportFile, named, of_workbook};
use jiff::Timestamp;
use rollcall_core::{
    Evidence, EvidenceAccess, EvidenceCounts, EvidenceHandOver, EvidencePerson, EvidenceSignOff,
    PrivilegedThen, Seen,
};
use rollcall_review::{Change, Filter, HandOver, Held, Part, Review, Reviews, Row, Since};

/// What a pack can't show.
const LIMITS: [&str; 4] = [
    "When people signed in last is not shown: the platform's APIs don't tell it.",
    "Whether people sign in with a second factor (MFA) is not shown: the platform's APIs don't tell it.",
    "People whom the API user may not see are not in it.",
    "The names of who reviewed, who decided in a part handed over and who signed off are as typed: Rollcall doesn't prove who typed them.",
];

impl App {
    /// All that the evidence of a review says. Before the end it says that the review is not signed off.
    ///
    /// # Errors
    /// [`ErrorCode::Storage`] where the people kept are not those whom the review started with.
    pub async fn evidence(&self, profile: String, review: String) -> Result<Evidence, AppError> {
        self.compare_reviews(&profile).await?;
        let reviews = self.platform(&profile).await?.reviews.clone();
        blocking(move || evidence(&reviews, &review)).await
    }

    /// The same as a workbook.
    ///
    /// # Errors
    /// As [`App::evidence`].
    pub async fn evidence_workbook(&self, profile: String, review: String) -> Result<ReportFile, AppError> {
        let evidence = self.evidence(profile, review).await?;
        let name = named(&evidence.scope, "access review", ReportFormat::Xlsx);
        Ok(ReportFile::written(name, move |out| {
            rollcall_workbook::write_evidence(out, &evidence).map_err(|problem| of_workbook(&problem))
        }))
    }
}

fn evidence(reviews: &Reviews, id: &str) -> Result<Evidence, AppError> {
    reviews.verify(id).map_err(of_review)?;
    let review = reviews.review(id).map_err(of_review)?;
    let facts: Facts = words::kept(&review.facts)?;
    let people = reviews.everybody(id, Filter::All).map_err(of_review)?;
    let appeared = reviews.everybody_who_appeared(id).map_err(of_review)?;
    let mut parts = reviews.hand_overs(id).map_err(of_review)?;
    parts.reverse();
    let people = people.into_iter().map(|row| person(row, &facts)).collect();
    Ok(Evidence {
        title: format!("Access review: {}", review.words),
        counts: counts(&review),
        signed_off: review.finished.clone().map(|end| EvidenceSignOff {
            by: end.by,
            at: in_utc(end.at),
            undecided: end.undecided,
        }),
        review: review.id,
        connection: facts.connection,
        platform: facts.platform,
        scope: review.words,
        roles_in_scope: facts.roles_in_scope.into_iter().map(|(_, name)| name).collect(),
        reviewer: review.reviewer,
        reviewer_email: review.reviewer_email,
        started_at: in_utc(review.started_at),
        list_fetched_at: in_utc(review.fetched_at),
        compared_with: in_utc(review.compared_with),
        seen: Seen {
            signed_in_as: facts.signed_in_as,
            part: facts.part,
            people: facts.people,
            roles: facts.roles,
            identity_providers: facts.identity_providers,
            organizations: facts.organizations,
            organizations_listed: facts.organizations_listed,
        },
        privileged: facts.privileged.into_iter().map(then).collect(),
        unticked: facts.unticked.into_iter().map(then).collect(),
        roster_hash: review.roster_hash,
        limits: LIMITS.map(str::to_owned).to_vec(),
        people,
        appeared: appeared.into_iter().map(|(id, held)| access(id, held)).collect(),
        hand_overs: parts.into_iter().map(part).collect(),
        written_at: utc(Timestamp::now()),
    })
}

/// A moment as people read it, to the second; what is none stays as it is.
fn in_utc(at: String) -> String {
    at.parse().map_or(at, utc)
}

fn utc(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}

fn counts(review: &Review) -> EvidenceCounts {
    let counts = review.counts;
    EvidenceCounts {
        people: counts.people,
        keep: counts.keep,
        remove: counts.remove,
        ask: counts.ask,
        undecided: counts.undecided,
        changed: counts.changed,
        left: counts.left,
        appeared: counts.appeared,
        own: counts.own,
    }
}

fn then(role: PrivilegedRole) -> PrivilegedThen {
    let (by, at) = role.said.unzip();
    PrivilegedThen { role: role.name, by, at: at.map(in_utc) }
}

fn access(user_id: String, held: Held) -> EvidenceAccess {
    EvidenceAccess {
        user_id,
        roles: held.role_names(),
        organizations: held.organization_labels(),
        name: held.name,
        email: held.email,
        state: held.state,
        identity_provider: held.identity_provider.map(|provider| provider.name),
    }
}

fn person(row: Row, facts: &Facts) -> EvidencePerson {
    let flags = flags(&row, &facts.privileged_of(&row.held));
    EvidencePerson {
        held: access(row.user_id, row.held),
        decision: words::label(row.decision).to_owned(),
        note: row.note,
        decided_by: row.decided_by,
        decided_at: row.decided_at.map(in_utc),
        flags,
    }
}

/// What is to be known of a row: a sentence each.
fn flags(row: &Row, privileged: &[String]) -> Vec<String> {
    let mut flags = Vec::new();
    if !privileged.is_empty() {
        flags.push(format!("Privileged: {}.", privileged.join(", ")));
    }
    if row.own {
        flags.push("The reviewer's own row, or that of the API user.".to_owned());
    }
    match &row.since {
        Some(Since::Left) => flags.push("No longer listed after the start.".to_owned()),
        Some(Since::Changed(changes)) => {
            flags.extend(
                changes.iter().map(|change| format!("Changed after the start: {}.", in_words(change))),
            );
        }
        None => {}
    }
    if row.came_back {
        flags.push("Decided in a part that was handed over.".to_owned());
    } else if let (Some(to), None) = (&row.handed_to, row.decision) {
        flags.push(format!("Handed to {to}, and not decided on."));
    }
    flags
}

fn in_words(change: &Change) -> String {
    let what = match change.part {
        Part::Name => "name",
        Part::Email => "address",
        Part::State => "state",
        Part::Roles => "roles",
        Part::IdentityProvider => "identity provider",
        Part::Organizations => "organizations",
    };
    let list = |names: &[String]| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    format!("{what} from {} to {}", list(&change.before), list(&change.after))
}

fn part(part: HandOver) -> EvidenceHandOver {
    EvidenceHandOver {
        to: part.to,
        at: in_utc(part.at),
        people: part.people,
        came_back: part.came_back,
        returned_at: part.returned_at.map(in_utc),
    }
}
