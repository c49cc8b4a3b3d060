//! The system's own file dialogs. Paths stay in Rust; the page gets a word for a file, or its name.

use crate::taskbar::Taskbar;
use crate::words::Words;
use rollcall_app::contract::*;
use rollcall_app::{App, ChangesChoice, Program, ReportFile};
use std::path::PathBuf;
use tauri::{Manager, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;

/// What draws the page.
const ENGINE: &str = if cfg!(windows) { "WebView2" } else { "WebKit" };

/// Asks for a spreadsheet.
pub(crate) async fn pick_file(app: &App, window: &WebviewWindow) -> Result<Option<FileOffer>, AppError> {
    let words = Words::said(window).await;
    let dialog = dialog(window)
        .set_title(&words.titles.spreadsheet)
        .add_filter(&words.kinds.spreadsheets, &["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt"])
        .add_filter(&words.kinds.all, &["*"]);
    let path = answer(|tell| dialog.pick_file(tell)).await?;
    Ok(path.map(|path| app.offer_file(&path)))
}

/// Asks where to put a run's report, and writes it there.
pub(crate) async fn save_report(
    app: &App,
    window: &WebviewWindow,
    profile: String,
    run: String,
    rows: ReportRows,
    format: ReportFormat,
) -> Result<Option<String>, AppError> {
    let words = Words::said(window).await;
    let report = app.report(profile, run, rows, format).await?;
    save_as(app, window, &words.titles.report, report, format).await
}

/// Asks where to put a list of a run's people, and writes it there.
pub(crate) async fn save_since(
    app: &App,
    window: &WebviewWindow,
    profile: String,
    run: String,
    who: Vec<Afterwards>,
    format: ReportFormat,
) -> Result<Option<String>, AppError> {
    let words = Words::said(window).await;
    let list = app.since_list(profile, run, who, format).await?;
    save_as(app, window, &words.titles.these_people, list, format).await
}

/// Asks where to put what changed, and writes it there.
pub(crate) async fn save_changes(
    app: &App,
    window: &WebviewWindow,
    profile: String,
    choice: ChangesChoice,
    format: ReportFormat,
) -> Result<Option<String>, AppError> {
    let words = Words::said(window).await;
    let changes = app.export_changes(profile, choice, format).await?;
    save_as(app, window, &words.titles.changes, changes, format).await
}

/// Asks where to put the rows that need attention, and writes them there.
pub(crate) async fn save_attention(
    app: &App,
    window: &WebviewWindow,
    draft: String,
) -> Result<Option<String>, AppError> {
    let words = Words::said(window).await;
    let rows = app.attention(draft).await?;
    save(app, window, &words.titles.attention, rows).await
}

/// Asks where to put what is to be changed in the portal, and writes it there.
pub(crate) async fn save_differing(
    app: &App,
    window: &WebviewWindow,
    draft: String,
) -> Result<Option<String>, AppError> {
    let words = Words::said(window).await;
    let people = app.differing(draft).await?;
    save(app, window, &words.titles.differing, people).await
}

/// Asks where to put a template, and writes it there.
pub(crate) async fn save_template(
    app: &App,
    window: &WebviewWindow,
    profile: String,
) -> Result<Option<String>, AppError> {
    let words = Words::said(window).await;
    let template = app.template(profile).await?;
    save(app, window, &words.titles.template, template).await
}

/// Asks where to put people, and writes them there.
pub(crate) async fn export_users(
    app: &App,
    window: &WebviewWindow,
    profile: String,
    what: ExportChoice,
) -> Result<Option<ExportedFile>, AppError> {
    let words = Words::said(window).await;
    let kind = match what.format {
        ExportFormat::Xlsx => "Excel",
        ExportFormat::Csv => "CSV",
        ExportFormat::Json => "JSON",
    };
    let name = app.export_name(&profile, what.format)?;
    match place(window, &words.titles.users, &name, kind, what.format.ending()).await? {
        Some(path) => {
            let exported = app.export_users(profile.clone(), what, &path).await;
            window.state::<Taskbar>().exported(&profile);
            exported.map(Some)
        }
        None => Ok(None),
    }
}

/// Asks where to put the views of a connection, and writes them there.
pub(crate) async fn export_views(
    app: &App,
    window: &WebviewWindow,
    profile: String,
) -> Result<Option<String>, AppError> {
    let words = Words::said(window).await;
    let views = app.views_file(profile).await?;
    save_as(app, window, &words.titles.views, views, ReportFormat::Json).await
}

/// Asks for a file of views, and takes them.
pub(crate) async fn import_views(
    app: &App,
    window: &WebviewWindow,
    profile: String,
) -> Result<Option<ViewsImported>, AppError> {
    let words = Words::said(window).await;
    let dialog = dialog(window)
        .set_title(&words.titles.views_file)
        .add_filter(&words.kinds.views, &["json"])
        .add_filter(&words.kinds.all, &["*"]);
    match answer(|tell| dialog.pick_file(tell)).await? {
        Some(path) => app.take_views(profile, &path).await.map(Some),
        None => Ok(None),
    }
}

/// Asks for a document that says something of a platform.
pub(crate) async fn pick_document(app: &App, window: &WebviewWindow) -> Result<Option<FileOffer>, AppError> {
    let words = Words::said(window).await;
    let dialog = dialog(window)
        .set_title(&words.titles.document)
        .add_filter(
            &words.kinds.documents,
            &["json", "yaml", "yml", "toml", "pem", "crt", "cer", "xlsx", "csv", "ods"],
        )
        .add_filter(&words.kinds.all, &["*"]);
    let path = answer(|tell| dialog.pick_file(tell)).await?;
    Ok(path.map(|path| app.offer_file(&path)))
}

/// Asks where to put a connection, and writes it there without its credentials.
pub(crate) async fn export_connection(
    app: &App,
    window: &WebviewWindow,
    profile: String,
) -> Result<Option<String>, AppError> {
    let words = Words::said(window).await;
    let file = app.connection_file(profile).await?;
    save_as(app, window, &words.titles.connection, file, ReportFormat::Json).await
}

/// Asks where to put a part of a review for somebody else, and hands it over.
pub(crate) async fn hand_over(
    app: &App,
    window: &WebviewWindow,
    profile: String,
    review: String,
    choice: HandOverChoice,
    to: String,
) -> Result<Option<String>, AppError> {
    let words = Words::said(window).await;
    let part = app.hand_over(profile, review, choice, to).await?;
    save(app, window, &words.titles.part, part).await
}

/// Asks where to put the remove list of a review, and writes it there.
pub(crate) async fn save_remove_list(
    app: &App,
    window: &WebviewWindow,
    profile: String,
    review: String,
    format: ReportFormat,
) -> Result<Option<String>, AppError> {
    let words = Words::said(window).await;
    let list = app.remove_list(profile, review, format).await?;
    save_as(app, window, &words.titles.remove_list, list, format).await
}

/// Asks where to put the evidence of a review, and writes it there.
pub(crate) async fn save_evidence(
    app: &App,
    window: &WebviewWindow,
    profile: String,
    review: String,
) -> Result<Option<String>, AppError> {
    let words = Words::said(window).await;
    let evidence = app.evidence_workbook(profile, review).await?;
    save(app, window, &words.titles.evidence, evidence).await
}

/// Asks where to put the evidence of a review as a PDF, and writes it there.
pub(crate) async fn save_evidence_pdf(
    app: &App,
    window: &WebviewWindow,
    profile: String,
    review: String,
) -> Result<Option<SavedPdf>, AppError> {
    let words = Words::said(window).await;
    let (pdf, unknown_letters) = app.evidence_pdf(profile, review).await?;
    let saved = save_kind(app, window, (&words.titles.evidence, "PDF", "pdf"), pdf).await?;
    Ok(saved.map(|name| SavedPdf { name, unknown_letters }))
}

/// Asks where to put a picture, and writes it there.
pub(crate) async fn save_picture(
    app: &App,
    window: &WebviewWindow,
    name: String,
    png: Vec<u8>,
) -> Result<Option<String>, AppError> {
    let words = Words::said(window).await;
    let picture = rollcall_app::picture_file(&name, png)?;
    save_kind(app, window, (&words.titles.picture, "PNG", "png"), picture).await
}

/// Asks where to put a support file, and writes it there.
pub(crate) async fn save_support_file(app: &App, window: &WebviewWindow) -> Result<Option<String>, AppError> {
    let words = Words::said(window).await;
    let engine = tauri::webview_version().ok().map(|version| format!("{ENGINE} {version}"));
    let file = app.support_file(Program { name: "the window", engine }).await?;
    save_kind(app, window, (&words.titles.support_file, &words.kinds.text, "txt"), file).await
}

async fn save(
    app: &App,
    window: &WebviewWindow,
    title: &str,
    file: ReportFile,
) -> Result<Option<String>, AppError> {
    save_as(app, window, title, file, ReportFormat::Xlsx).await
}

async fn save_as(
    app: &App,
    window: &WebviewWindow,
    title: &str,
    file: ReportFile,
    format: ReportFormat,
) -> Result<Option<String>, AppError> {
    let kind = match format {
        ReportFormat::Xlsx => "Excel",
        ReportFormat::Csv => "CSV",
        ReportFormat::Json => "JSON",
    };
    save_kind(app, window, (title, kind, format.ending()), file).await
}

/// Asks with a title where to put a file of a kind with an ending, and writes it there.
async fn save_kind(
    app: &App,
    window: &WebviewWindow,
    (title, kind, ending): (&str, &str, &str),
    file: ReportFile,
) -> Result<Option<String>, AppError> {
    match place(window, title, &file.name, kind, ending).await? {
        Some(path) => app.write_report(&path, file).await.map(Some),
        None => Ok(None),
    }
}

/// Asks where to put a file.
async fn place(
    window: &WebviewWindow,
    title: &str,
    name: &str,
    kind: &str,
    ending: &str,
) -> Result<Option<PathBuf>, AppError> {
    let dialog = dialog(window).set_title(title).set_file_name(name).add_filter(kind, &[ending]);
    answer(|tell| dialog.save_file(tell)).await
}

fn dialog(window: &WebviewWindow) -> FileDialogBuilder<tauri::Wry> {
    window.dialog().file().set_parent(window)
}

async fn answer(
    ask: impl FnOnce(Box<dyn FnOnce(Option<FilePath>) + Send>),
) -> Result<Option<PathBuf>, AppError> {
    let (tell, told) = oneshot::channel();
    ask(Box::new(move |path| {
        let _ = tell.send(path);
    }));
    let closed = || {
        AppError::new(
            ErrorCode::Internal,
            phrase!("The file dialog closed without an answer. Nothing was lost; try again."),
        )
    };
    let path = told.await.map_err(|_| closed())?;
    path.map(FilePath::into_path).transpose().map_err(|problem| closed().with_detail(problem.to_string()))
}
