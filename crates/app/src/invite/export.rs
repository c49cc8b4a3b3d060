//! Use cases: the rows that need attention as a workbook, what is to be changed in the portal, and a template.

use super::Checked;
use super::marked::{KIND, TEMPLATE, marks};
use super::state::{Layout, State};
use crate::App;
use crate::contract::*;
use crate::errors::blocking;
use crate::runs::{ReportFile, named};
use jiff::Timestamp;
use rollcall_core::{Asked, phrase};
use rollcall_intake::{Class, PlanRow, Problem, Reference};
use rollcall_workbook::{
    Attention, AttentionCell, AttentionRow, Choice, Difference, Differing, DifferingPerson, Mark, Template,
    TemplateColumn, WorkbookError,
};

impl App {
    /// The rows that need attention, in the person's own layout, with what is wrong on each cell.
    pub async fn attention(&self, draft: String) -> Result<ReportFile, AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        let checked = self.shown_plan(&mut draft).await?;
        let (state, title) = (draft.now().clone(), draft.title());
        let marks = marks(&draft);
        blocking(move || {
            let attention = attention(&state, &checked, marks);
            if attention.rows.is_empty() {
                return Err(AppError::new(
                    ErrorCode::BadRequest,
                    phrase!("No row needs attention any more, so there is nothing to write."),
                ));
            }
            file(&title, "needs attention", rollcall_workbook::write_attention(&attention))
        })
        .await
    }

    /// Who is there already and holds something else than the rows ask.
    pub async fn differing(&self, draft: String) -> Result<ReportFile, AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        let checked = self.shown_plan(&mut draft).await?;
        let title = draft.title();
        let connection = self.profile(&draft.profile)?.name;
        let summary = vec![
            ("File".to_owned(), title.clone()),
            ("SHA-256 of the file".to_owned(), draft.table().file.sha256.clone()),
            ("Connection".to_owned(), connection),
            ("List of people fetched".to_owned(), checked.list_fetched_at.to_string()),
            ("Written".to_owned(), Timestamp::now().to_string()),
        ];
        blocking(move || {
            let people = people(&checked);
            if people.is_empty() {
                return Err(AppError::new(
                    ErrorCode::BadRequest,
                    phrase!("Everybody who is there already holds what the file asks, so there is nothing to write."),
                ));
            }
            let differing = Differing { title: title.clone(), people, summary };
            file(&title, "to change in the portal", rollcall_workbook::write_differing(&differing))
        })
        .await
    }

    /// A workbook whose drop-downs are the platform's own roles, providers and organizations.
    pub async fn template(&self, profile: String) -> Result<ReportFile, AppError> {
        let reference = self.reference(&profile).await?;
        if reference.roles.is_empty() {
            return Err(AppError::new(
                ErrorCode::ListNotFresh,
                phrase!(
                    "The platform's roles are not known yet. Refresh the list of people first, then make the template."
                ),
            ));
        }
        let name = self.profile(&profile)?.name;
        blocking(move || {
            let template = template(&reference, &name);
            file(&name, "template", rollcall_workbook::write_template(&template))
        })
        .await
    }
}

fn file(title: &str, what: &str, written: Result<Vec<u8>, WorkbookError>) -> Result<ReportFile, AppError> {
    let bytes = written.map_err(|problem| AppError::new(ErrorCode::Internal, problem.to_string()))?;
    Ok(ReportFile::new(named(title, what, ReportFormat::Xlsx), bytes))
}

fn needs_attention(class: Class) -> bool {
    matches!(class, Class::Problem | Class::Conflict | Class::BlockedUser)
}

fn attention(state: &State, checked: &Checked, marker: Vec<(String, String)>) -> Attention {
    let layout = state.layout();
    let headers = layout.headers(&state.table);
    let (own, extra) = headers.split_at(layout.own.len());
    let reference = &checked.plan.basis().reference;
    let rows = (0..checked.plan.len())
        .filter(|place| needs_attention(checked.plan.class(*place).1))
        .map(|place| attention_row(state, &layout, place, &checked.plan.row(place)))
        .collect();
    let choices = [
        (Field::Role, reference.roles.iter().map(|role| role.name.clone()).collect()),
        (Field::IdentityProvider, enabled(reference)),
        (Field::Organizations, reference.distinct_labels()),
    ];
    let at = |(field, names): (Field, Vec<String>)| Some((layout.place(field)?, names));
    Attention {
        headers: own.to_vec(),
        extra_headers: extra.to_vec(),
        rows,
        choices: choices.into_iter().filter_map(at).collect(),
        marker,
    }
}

fn enabled(reference: &Reference) -> Vec<String> {
    let providers = reference.identity_providers.iter();
    providers.filter(|provider| provider.enabled).map(|provider| provider.name.clone()).collect()
}

fn attention_row(state: &State, layout: &Layout, place: usize, row: &PlanRow) -> AttentionRow {
    let texts = layout.cells(state, place);
    let mut cells: Vec<AttentionCell> =
        texts.into_iter().map(|text| AttentionCell { text, mark: None, note: None }).collect();
    for (problem, mark) in troubles(row) {
        if let Some(cell) = layout.place(problem.field).and_then(|at| cells.get_mut(at)) {
            // The worst of a cell gives its colour; every reason is said.
            cell.mark = cell.mark.or(Some(mark));
            let note = cell.note.get_or_insert_default();
            if !note.is_empty() {
                note.push('\n');
            }
            note.push_str(&problem.message.text);
        }
    }
    let extra = cells.split_off(layout.own.len());
    AttentionRow { row: row.row, cells, extra, reasons: reasons(row) }
}

fn troubles(row: &PlanRow) -> impl Iterator<Item = (&Problem, Mark)> {
    let problems = row.problems.iter().map(|problem| (problem, Mark::Bad));
    problems.chain(row.warnings.iter().map(|warning| (warning, Mark::Warning)))
}

fn reasons(row: &PlanRow) -> Vec<String> {
    let mut reasons: Vec<String> = troubles(row).map(|(problem, _)| problem.message.text.clone()).collect();
    match row.class {
        Class::Conflict => reasons.push("Another row of this person asks for something else.".to_owned()),
        Class::BlockedUser => {
            reasons.push("This person is blocked on the platform and can't be invited.".to_owned());
        }
        _ => {}
    }
    reasons
}

fn people(checked: &Checked) -> Vec<DifferingPerson> {
    let mut people: Vec<DifferingPerson> = Vec::new();
    for row in checked.plan.rows().filter(|row| !row.differs.is_empty()) {
        let email = row.values.get(&Field::Email).cloned().unwrap_or_default();
        let list = |names: &[String]| if names.is_empty() { "none".to_owned() } else { names.join("\n") };
        let differences: Vec<Difference> = row
            .differs
            .iter()
            .map(|difference| Difference {
                what: super::state::capital(difference.field.label()),
                on_platform: list(&difference.has),
                in_file: list(&difference.asked),
            })
            .collect();
        let same = |person: &&mut DifferingPerson| person.email == email && person.differences == differences;
        match people.iter_mut().rev().take(50).find(same) {
            Some(person) => person.rows.push(row.row),
            None => people.push(DifferingPerson { email, differences, rows: vec![row.row] }),
        }
    }
    people
}

fn template(reference: &Reference, platform: &str) -> Template {
    let column = |header: &str, explanation: &str, prompt: &str, choices, several| TemplateColumn {
        header: header.to_owned(),
        required: false,
        explanation: explanation.to_owned(),
        prompt: prompt.to_owned(),
        choices,
        several,
    };
    let roles = reference.roles.iter().map(|role| choice(&role.name, role.id.as_str())).collect();
    let providers = reference.identity_providers.iter().filter(|one| one.enabled);
    let providers = providers.map(|one| choice(&one.name, one.id.as_str())).collect();
    let labels = reference.distinct_labels();
    let organizations =
        labels.iter().zip(&reference.organizations).map(|(label, one)| choice(label, one.id.as_str()));
    let asks = reference.asks;
    let columns = [
        (Asked::Always, column("E-mail", "The person signs in with this address.", "", vec![], false)),
        (Asked::Maybe, column("First name", "May stay blank.", "", vec![], false)),
        (Asked::Maybe, column("Last name", "May stay blank.", "", vec![], false)),
        (
            asks.role,
            column("Role", "One role for each invitation.", "Choose a role of the platform.", roles, false),
        ),
        (
            asks.identity_provider,
            column("Sign-in", "How the person will sign in.", "Choose a way to sign in.", providers, false),
        ),
        (
            asks.organizations,
            column(
                "Organizations",
                "Where the person belongs. Several organizations: a row for each, or separated by semicolons.",
                "Choose one; several are separated by ; or stand on rows of their own.",
                organizations.collect(),
                true,
            ),
        ),
    ];
    let columns = columns.into_iter().filter(|(asked, _)| *asked != Asked::Never);
    Template {
        columns: columns
            .map(|(asked, column)| TemplateColumn { required: asked == Asked::Always, ..column })
            .collect(),
        how_to: [
            "Fill in one row for each person on the sheet People, then drop this file on Rollcall.",
            "Columns in bold colour are needed; the others may stay blank.",
            "The drop-downs hold what the platform had when this file was made.",
            "You may add columns and change their order; Rollcall finds its own.",
            "Nothing is sent before you have seen every row.",
        ]
        .map(str::to_owned)
        .to_vec(),
        marker: vec![
            (KIND.into(), TEMPLATE.into()),
            ("platform".into(), platform.into()),
            ("made".into(), Timestamp::now().to_string()),
            ("version".into(), "1".into()),
        ],
    }
}

fn choice(label: &str, id: &str) -> Choice {
    Choice { label: label.to_owned(), id: id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::Organization;

    #[test]
    fn organizations_that_look_alike_are_told_apart_by_their_ids() {
        let organization = |id: &str, erp: Option<&str>| Organization {
            id: id.into(),
            name: "Contoso".into(),
            erp_id: erp.map(Into::into),
            kind: None,
            parent_id: None,
        };
        let organizations =
            vec![organization("o1", None), organization("o2", None), organization("o3", Some("C-3"))];
        let reference = Reference { organizations, ..Reference::default() };
        let labels = reference.distinct_labels();
        assert_eq!(labels, ["Contoso – o1", "Contoso – o2", "Contoso – C-3"]);
        let found = rollcall_intake::find_organizations(&labels[1], &reference).expect("it is found again");
        assert_eq!(found, ["o2".into()]);
    }
}
