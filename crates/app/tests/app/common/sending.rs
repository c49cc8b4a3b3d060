//! Runs, seen from both sides: what Rollcall says of them, and what the sample platform did.

use super::{Desk, draft, open, rows_in};
use rollcall_app::App;
use rollcall_app::contract::*;
use rollcall_sandbox::{FaultPlan, Sandbox};
use std::time::Duration;

pub fn plan(json: &str) -> FaultPlan {
    serde_json::from_str(json).expect("a fault plan")
}

/// A spreadsheet of people who are to be customers of these organizations.
pub fn csv(people: &[(&str, &str)]) -> Vec<u8> {
    let rows: Vec<String> =
        people.iter().map(|(email, organization)| format!("{email},Customer,{organization}\n")).collect();
    format!("Email,Role,Organization\n{}", rows.concat()).into_bytes()
}

impl Desk {
    /// Where unclear rows are looked up at once: for what has nothing to do with late effects.
    pub async fn quick() -> Self {
        Self::settling(20, None, 0).await
    }

    pub fn faults(&self, json: &str) {
        self.sandbox.set_faults(plan(json));
    }

    /// A draft of new people of one organization.
    pub async fn people(&self, emails: &[&str]) -> DraftView {
        let people: Vec<(&str, &str)> = emails.iter().map(|email| (*email, "Trey Research")).collect();
        self.table(&people).await
    }

    pub async fn table(&self, people: &[(&str, &str)]) -> DraftView {
        let read = self.app.open_bytes(self.profile.clone(), "people.csv".into(), csv(people)).await;
        read.expect("the file is read")
    }

    /// One person typed by hand, with the first role and organization that there are.
    pub async fn typed(&self, email: &str) -> DraftView {
        self.app.refresh(self.profile.clone()).await.expect("a list");
        let role = self.app.list_roles(self.profile.clone()).await.expect("roles").remove(0).role;
        let known = self.app.list_organizations(self.profile.clone()).await.expect("organizations").remove(0);
        let person = TypedPerson {
            email: email.into(),
            first_name: String::new(),
            last_name: String::new(),
            role_id: Some(role.id),
            identity_provider_id: None,
            organization_ids: vec![known.organization.id],
        };
        self.app.type_person(self.profile.clone(), person).await.expect("a draft")
    }

    pub async fn check(&self, draft: &DraftView) -> CheckView {
        self.app.check_draft(draft.id.clone()).await.expect("checked")
    }

    pub async fn reinvite(&self, draft: &DraftView) {
        let decided = Decisions { reinvite: true, include_hidden: false };
        self.app.choose_values(draft.id.clone(), Defaults::default(), decided).await.expect("decided");
    }

    pub async fn start(&self, draft: &DraftView) -> RunView {
        self.app.start_run(draft.id.clone(), SendMode::All).await.expect("the run starts")
    }

    /// Waits until a run comes to rest here.
    pub async fn rest(&self, run: &RunView) -> RunView {
        self.app.run_ended(&self.profile, &run.id).await.expect("the run comes to rest");
        self.view(run).await
    }

    pub async fn view(&self, run: &RunView) -> RunView {
        self.app.run_view(self.profile.clone(), run.id.clone()).await.expect("the run is kept")
    }

    pub async fn go_on(&self, run: &RunView) -> RunView {
        let on = self.app.go_on(self.profile.clone(), run.id.clone(), SendMode::All).await;
        on.expect("the run goes on");
        self.rest(run).await
    }

    pub async fn rows(&self, run: &RunView) -> Vec<RunRow> {
        let rows = self.app.run_rows(self.profile.clone(), run.id.clone(), vec![], 0, 500).await;
        rows.expect("rows").rows
    }

    pub async fn runs(&self) -> Vec<RunView> {
        self.app.list_runs(self.profile.clone()).await.expect("runs")
    }

    /// Looks at a run until it is as hoped for.
    pub async fn until(&self, run: &RunView, hoped: impl Fn(&RunView) -> bool) -> RunView {
        for _ in 0..1_500 {
            let view = self.view(run).await;
            if hoped(&view) {
                return view;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the run never came to it: {:?}", self.view(run).await);
    }

    /// Rollcall opened once more on the same folder, as a second program would.
    pub async fn another_process(&self) -> App {
        let app = open(self.folder.path()).await;
        let known = ProfileDraft { id: Some(self.profile.clone()), ..draft(&self.sandbox) };
        app.save_profile(known).await.expect("the credentials of this session");
        app
    }

    /// Edits the connection.
    pub async fn lead_to(&self, sandbox: &Sandbox, scope: Option<Scope>) {
        let edited = draft(sandbox);
        let scope = scope.unwrap_or_else(|| edited.scope.clone());
        let edited = ProfileDraft { id: Some(self.profile.clone()), scope, ..edited };
        self.app.save_profile(edited).await.expect("edited");
    }

    pub fn mails_to(&self, email: &str) -> usize {
        mails_to(&self.sandbox, email)
    }

    pub fn calls(&self, path: &str) -> usize {
        let truth = self.sandbox.ground_truth();
        truth.requests.iter().filter(|request| request.path.ends_with(path)).count()
    }

    /// No person twice, nobody lost: what each row says is what the platform did.
    pub async fn neither_lost_nor_twice(&self, run: &RunView, case: &str) {
        let rows = self.rows(run).await;
        let counted: u32 = run.counts.iter().map(|count| count.rows).sum();
        assert_eq!((rows.len(), counted), (run.rows as usize, run.rows), "{case}: rows are lost: {run:?}");
        for row in rows {
            let mails = self.mails_to(&row.email);
            let right = match row.state {
                RowState::Confirmed | RowState::ConfirmedByList => mails == 1,
                RowState::NeedsReview | RowState::Resolved | RowState::Unknown => mails <= 1,
                RowState::InFlight => false,
                _ => mails == 0,
            };
            assert!(right, "{case}: {mails} mails for {row:?}");
        }
        let open = [RowState::Ready, RowState::InFlight, RowState::Unknown].map(|state| rows_in(run, state));
        assert!(run.state != RunState::Finished || open == [0, 0, 0], "{case}: finished, and open: {run:?}");
    }
}

pub fn mails_to(sandbox: &Sandbox, email: &str) -> usize {
    let effects = sandbox.ground_truth().effects;
    effects.iter().filter(|effect| effect.email.eq_ignore_ascii_case(email)).count()
}
