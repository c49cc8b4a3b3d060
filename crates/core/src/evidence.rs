//! What an access review leaves behind for whoever checks it later: one value, written as a workbook and as pages.

/// All that an evidence pack says. Times are as people read them, to the second in UTC; names of people are as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// The review in a few words, such as "Access review: Distributor Admin and above".
    pub title: String,
    /// The review's id.
    pub review: String,
    /// What the connection is called.
    pub connection: String,
    /// Where the platform's APIs are, or "Sample platform".
    pub platform: String,
    /// Whom it was about, in words.
    pub scope: String,
    /// Names of the roles that the scope meant when the review started; empty where it is not about roles.
    pub roles_in_scope: Vec<String>,
    /// Who reviewed, as typed.
    pub reviewer: String,
    /// The reviewer's address, as typed.
    pub reviewer_email: Option<String>,
    /// When the review was started.
    pub started_at: String,
    /// When the list was fetched that it rests on. That list was complete.
    pub list_fetched_at: String,
    /// When the newest list was fetched that the people were compared with before the end.
    pub compared_with: String,
    /// What the API user could see.
    pub seen: Seen,
    /// Which roles counted as privileged when the review started.
    pub privileged: Vec<PrivilegedThen>,
    /// Which roles did not, as a person said against what their names and weights propose.
    pub unticked: Vec<PrivilegedThen>,
    /// SHA-256, in lower-case hex, of the people and what they held when the review started; `docs/reviews.md` says
    /// of which bytes.
    pub roster_hash: String,
    /// People, counted.
    pub counts: EvidenceCounts,
    /// Who signed it off; nobody yet where it is not finished.
    pub signed_off: Option<EvidenceSignOff>,
    /// What this pack can't show: a sentence each.
    pub limits: Vec<String>,
    /// Everybody who was looked at, in the review's order.
    pub people: Vec<EvidencePerson>,
    /// People who came into the scope after the start and were not looked at.
    pub appeared: Vec<EvidenceAccess>,
    /// Parts that were handed over, the first one first.
    pub hand_overs: Vec<EvidenceHandOver>,
    /// When this was written.
    pub written_at: String,
}

/// What the API user could see when the review started.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Who read the list, where known: the client's id, or the subject of the token.
    pub signed_in_as: Option<String>,
    /// Which part of the platform it was allowed to ask for, where the connection names one.
    pub part: Option<String>,
    /// People in the whole list.
    pub people: u32,
    /// Roles listed.
    pub roles: u32,
    /// Identity providers listed.
    pub identity_providers: u32,
    /// Organizations known.
    pub organizations: u32,
    /// Whether organizations have names, from the platform or from a person; if not, their names are their ids.
    pub organizations_listed: bool,
}

/// A role that counted as privileged, or did not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrivilegedThen {
    /// Its name.
    pub role: String,
    /// Who ticked it, or took the tick away; nobody where it was proposed from names and weights.
    pub by: Option<String>,
    /// When.
    pub at: Option<String>,
}

/// People of a review, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EvidenceCounts {
    /// All who were looked at.
    pub people: u32,
    /// They keep what they hold.
    pub keep: u32,
    /// What they hold is to be taken away.
    pub remove: u32,
    /// Somebody has to be asked first.
    pub ask: u32,
    /// Nothing was decided.
    pub undecided: u32,
    /// They changed after the start.
    pub changed: u32,
    /// They left after the start.
    pub left: u32,
    /// They came into the scope after the start.
    pub appeared: u32,
    /// The reviewer's own account, or the one that read the list.
    pub own: u32,
}

/// The end of a review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvidenceSignOff {
    /// The name that was typed.
    pub by: String,
    /// When.
    pub at: String,
    /// People who stayed undecided, knowingly.
    pub undecided: u32,
}

/// What somebody held, in names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvidenceAccess {
    /// The platform's id.
    pub user_id: String,
    /// Given and family name; empty where unknown.
    pub name: String,
    /// The address as listed.
    pub email: String,
    /// New, Active, Blocked, or what the platform wrote.
    pub state: String,
    /// Roles.
    pub roles: Vec<String>,
    /// How the person signs in.
    pub identity_provider: Option<String>,
    /// Organizations.
    pub organizations: Vec<String>,
}

/// Somebody who was looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvidencePerson {
    /// What they held when the review started.
    pub held: EvidenceAccess,
    /// "Keep", "Remove", "Ask", or "Undecided".
    pub decision: String,
    /// The note; may be blank.
    pub note: String,
    /// By whom it was decided, as typed.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<String>,
    /// What is to be known of this row: a sentence each.
    pub flags: Vec<String>,
}

/// A part that was handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvidenceHandOver {
    /// To whom, as typed.
    pub to: String,
    /// When.
    pub at: String,
    /// People in it.
    pub people: u32,
    /// Those whose decision came back with it.
    pub came_back: u32,
    /// When something was last taken from it.
    pub returned_at: Option<String>,
}

impl Evidence {
    /// Everybody whose access is to be taken away, in the review's order.
    pub fn removals(&self) -> impl Iterator<Item = &EvidencePerson> {
        self.people.iter().filter(|person| person.decision == "Remove")
    }
}
