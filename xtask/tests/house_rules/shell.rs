//! The shell's narrowness: what the page may call, load, and reach.

use std::collections::BTreeSet;

use serde_json::Value;
use syn::visit::Visit;

use crate::tree::{self, SourceFile};
use crate::{assert_found, assert_none};

/// What the page may ask of Tauri itself; all else that it may call are commands of our own.
const OF_TAURI: &[&str] = &[];

/// Where a page may come from or speak to: itself, and the door to its own shell.
const OWN_SOURCES: &[&str] = &["'self'", "'none'", "ipc:", "http://ipc.localhost"];

fn shell_sources() -> Vec<SourceFile> {
    tree::files("src-tauri/src").into_iter().filter(|file| file.is(&["rs"])).collect()
}

fn parsed(file: &SourceFile) -> syn::File {
    syn::parse_file(&file.text).unwrap_or_else(|error| panic!("{} is not Rust: {error}", file.path))
}

/// Every function under `#[tauri::command]`.
fn commands(file: &SourceFile) -> Vec<syn::ItemFn> {
    #[derive(Default)]
    struct Commands(Vec<syn::ItemFn>);
    impl<'ast> Visit<'ast> for Commands {
        fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
            let is_command = |attribute: &syn::Attribute| {
                attribute.path().segments.last().is_some_and(|segment| segment.ident == "command")
            };
            if function.attrs.iter().any(is_command) {
                self.0.push(function.clone());
            }
        }
    }
    let mut found = Commands::default();
    found.visit_file(&parsed(file));
    found.0
}

fn command_names() -> BTreeSet<String> {
    shell_sources().iter().flat_map(commands).map(|function| function.sig.ident.to_string()).collect()
}

fn more_than_one_expression(file: &SourceFile) -> Vec<String> {
    use syn::{Expr, Stmt};
    let is_plain = |function: &syn::ItemFn| match function.block.stmts.as_slice() {
        [Stmt::Expr(expression, None)] => !matches!(
            expression,
            Expr::Block(_)
                | Expr::Async(_)
                | Expr::If(_)
                | Expr::Match(_)
                | Expr::Loop(_)
                | Expr::While(_)
                | Expr::ForLoop(_)
        ),
        _ => false,
    };
    let found = commands(file).into_iter().filter(|function| !is_plain(function));
    found.map(|function| format!("{}: {}", file.path, function.sig.ident)).collect()
}

fn takes_a_path(file: &SourceFile) -> Vec<String> {
    struct Paths(bool);
    impl<'ast> Visit<'ast> for Paths {
        fn visit_ident(&mut self, ident: &'ast proc_macro2::Ident) {
            let name = ident.to_string().to_lowercase();
            self.0 |= matches!(
                name.as_str(),
                "path" | "pathbuf" | "file_path" | "filepath" | "folder" | "directory"
            );
        }
    }
    let found = commands(file).into_iter().filter(|function| {
        let mut paths = Paths(false);
        function.sig.inputs.iter().for_each(|input| paths.visit_fn_arg(input));
        paths.0
    });
    found.map(|function| format!("{}: {} takes a path", file.path, function.sig.ident)).collect()
}

/// The text constants of `build.rs`: the names in `const COMMANDS`.
fn listed_for_the_manifest(build: &SourceFile) -> BTreeSet<String> {
    let listed = parsed(build).items.into_iter().find_map(|item| match item {
        syn::Item::Const(constant) if constant.ident == "COMMANDS" => Some(constant.expr),
        _ => None,
    });
    #[derive(Default)]
    struct Texts(BTreeSet<String>);
    impl<'ast> Visit<'ast> for Texts {
        fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
            self.0.insert(text.value());
        }
    }
    let mut texts = Texts::default();
    if let Some(listed) = &listed {
        texts.visit_expr(listed);
    }
    texts.0
}

struct Capability {
    path: String,
    document: Value,
}

fn capabilities() -> Vec<Capability> {
    let files = tree::files("src-tauri/capabilities").into_iter();
    files
        .map(|file| {
            let document =
                serde_json::from_str(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
            Capability { path: file.path, document }
        })
        .collect()
}

fn permissions(capability: &Capability) -> Vec<String> {
    let listed =
        capability.document.get("permissions").and_then(Value::as_array).cloned().unwrap_or_default();
    // A permission with a scope is an object that carries its name.
    listed
        .iter()
        .map(|each| each.get("identifier").unwrap_or(each).as_str().unwrap_or_default().to_owned())
        .collect()
}

fn grants_too_much(capability: &Capability, commands: &BTreeSet<String>) -> Vec<String> {
    let ours: BTreeSet<String> =
        commands.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    let granted = permissions(capability).into_iter();
    let mut found: Vec<String> = granted
        .filter(|name| !ours.contains(name) && !OF_TAURI.contains(&name.as_str()))
        .map(|name| format!("{}: grants {name}", capability.path))
        .collect();
    if capability.document.get("remote").is_some() {
        found.push(format!("{}: speaks to pages from elsewhere (`remote`)", capability.path));
    }
    let windows = capability.document.get("windows").map(ToString::to_string).unwrap_or_default();
    if windows.contains('*') {
        found.push(format!("{}: grants to windows by a pattern: {windows}", capability.path));
    }
    found
}

fn differences(what: &str, wanted: &BTreeSet<String>, listed: &BTreeSet<String>) -> Vec<String> {
    let missing = wanted.difference(listed).map(|name| format!("{name} is missing from {what}"));
    let extra = listed.difference(wanted).map(|name| format!("{name} is in {what}, and is no command"));
    missing.chain(extra).collect()
}

fn opens_the_page(configuration: &Value) -> Vec<String> {
    let security = configuration.pointer("/app/security").cloned().unwrap_or_default();
    let mut found = Vec::new();
    match security.get("csp") {
        None | Some(Value::Null) => found.push("app.security.csp is missing".to_owned()),
        Some(policy) => found.extend(strange_sources(policy)),
    }
    if let Some(policy) = security.get("devCsp").filter(|policy| !policy.is_null()) {
        found.extend(strange_sources(policy));
    }
    let must_be_off = [
        ("/app/withGlobalTauri", "the shell's functions are put into the page's global object"),
        ("/app/security/dangerousDisableAssetCspModification", "scripts are no longer pinned by their hash"),
        ("/app/security/assetProtocol/enable", "the page can read files"),
    ];
    for (pointer, why) in must_be_off {
        if configuration.pointer(pointer).is_some_and(|value| *value != Value::Bool(false)) {
            found.push(format!("{}: {why}", pointer.replace('/', ".")));
        }
    }
    found
}

/// The sources of a policy, given as one text or as a table, that are not the app itself.
fn strange_sources(policy: &Value) -> Vec<String> {
    let directives: Vec<(String, String)> = match policy {
        Value::String(text) => {
            let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
            parts
                .map(|part| part.split_once(' ').unwrap_or((part, "")))
                .map(|(a, b)| (a.to_owned(), b.to_owned()))
                .collect()
        }
        Value::Object(table) => table
            .iter()
            .map(|(name, value)| {
                let words = value
                    .as_array()
                    .map(|list| list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "));
                (name.clone(), words.or_else(|| value.as_str().map(ToOwned::to_owned)).unwrap_or_default())
            })
            .collect(),
        _ => return vec!["the policy is neither a text nor a table".to_owned()],
    };
    let closed = directives
        .iter()
        .any(|(name, sources)| name == "default-src" && matches!(sources.trim(), "'none'" | "'self'"));
    let open = (!closed).then(|| "default-src is neither 'none' nor 'self'".to_owned());
    let strange = directives.iter().flat_map(|(name, sources)| {
        let sources = sources.split_whitespace().filter(|source| !OWN_SOURCES.contains(source));
        // A picture made by the page itself can carry no program.
        let sources =
            sources.filter(move |source| !(name == "img-src" && matches!(*source, "data:" | "blob:")));
        sources.map(move |source| format!("{name} allows {source}"))
    });
    strange.chain(open).collect()
}

#[test]
fn a_command_is_one_expression() {
    let found: Vec<String> = shell_sources().iter().flat_map(more_than_one_expression).collect();
    assert_none(&found, "The use case stands in rollcall-app; the command only calls it.");
    let bad = "#[tauri::command] async fn two(app: App) -> u32 { let n = app.one(); n + 1 }";
    assert_found(&more_than_one_expression(&SourceFile::example("src-tauri/src/x.rs", bad)), "two");
    let hidden = "#[tauri::command] async fn wrapped(app: App) -> u32 { { let n = app.one(); n + 1 } }";
    assert_found(&more_than_one_expression(&SourceFile::example("src-tauri/src/x.rs", hidden)), "wrapped");
}

#[test]
fn no_command_takes_a_path_from_the_page() {
    let found: Vec<String> = shell_sources().iter().flat_map(takes_a_path).collect();
    assert_none(&found, "A path comes from the system's own dialog or drop; the page gets a word for it.");
    let bad = "#[tauri::command] async fn read(app: App, file: std::path::PathBuf) -> u32 { app.read(file) }";
    assert_found(&takes_a_path(&SourceFile::example("src-tauri/src/x.rs", bad)), "read");
}

#[test]
fn every_command_is_listed_in_the_manifest_and_granted() {
    let commands = command_names();
    assert!(!commands.is_empty(), "no command was found in src-tauri/src: the rule looks in the wrong place");
    let listed = listed_for_the_manifest(&tree::read("src-tauri/build.rs"));
    assert_none(
        &differences("COMMANDS of src-tauri/build.rs", &commands, &listed),
        "List exactly the commands that exist.",
    );
    let capabilities = capabilities();
    let granted = capabilities
        .iter()
        .flat_map(permissions)
        .filter_map(|name| name.strip_prefix("allow-").map(|name| name.replace('-', "_")));
    assert_none(
        &differences("src-tauri/capabilities", &commands, &granted.collect()),
        "Grant exactly the commands that exist.",
    );
}

/// Commands that no part of the page calls. What is never called need not be callable.
fn never_called(commands: &BTreeSet<String>, page: &[SourceFile]) -> Vec<String> {
    let called = |name: &str| {
        let mut words = name.split('_');
        let first = words.next().unwrap_or_default().to_owned();
        let rest = words.map(|word| word[..1].to_uppercase() + &word[1..]);
        let call = format!("ipc.{}", rest.fold(first, |name, word| name + &word));
        page.iter().any(|file| {
            file.text.match_indices(&call).any(|(at, found)| {
                !file.text[at + found.len()..].starts_with(|next: char| next.is_alphanumeric())
            })
        })
    };
    commands
        .iter()
        .filter(|name| !called(name))
        .map(|name| format!("{name} is granted and never called"))
        .collect()
}

#[test]
fn every_command_that_is_granted_is_called_by_the_page() {
    let page: Vec<SourceFile> = tree::files("ui/src")
        .into_iter()
        .filter(|file| {
            file.is(&["ts", "tsx"]) && !file.path.contains(".test.") && !file.path.contains("/test/")
        })
        .collect();
    // The one file that speaks to the shell asks for what happens by the generated name.
    let followed = BTreeSet::from(["follow".to_owned()]);
    let commands = command_names().difference(&followed).cloned().collect();
    assert_none(&never_called(&commands, &page), "Grant what the window uses, and remove the rest.");
    let example = [SourceFile::example("ui/src/data/x.ts", "ipc.listUsersOfOld(); ipc.refresh()")];
    let two = BTreeSet::from(["list_users".to_owned(), "refresh".to_owned()]);
    assert_found(&never_called(&two, &example), "list_users");
}

#[test]
fn a_command_that_is_listed_nowhere_is_found() {
    let build = SourceFile::example("src-tauri/build.rs", "const COMMANDS: &[&str] = &[\"one\"];");
    let wanted = BTreeSet::from(["one".to_owned(), "two".to_owned()]);
    assert_found(&differences("COMMANDS", &wanted, &listed_for_the_manifest(&build)), "two is missing");
}

#[test]
fn the_window_is_granted_its_own_commands_and_events_alone() {
    let commands = command_names();
    let found: Vec<String> =
        capabilities().iter().flat_map(|each| grants_too_much(each, &commands)).collect();
    assert_none(&found, "The page needs no file system, shell, dialog or network of its own: Rust has them.");
    let bad = Capability {
        path: "src-tauri/capabilities/x.json".to_owned(),
        document: serde_json::json!({"windows": ["main"], "permissions": ["allow-one", {"identifier": "fs:allow-read-file"}]}),
    };
    assert_found(&grants_too_much(&bad, &BTreeSet::from(["one".to_owned()])), "fs:allow-read-file");
    let wide = Capability {
        path: "x.json".to_owned(),
        document: serde_json::json!({"windows": ["*"], "permissions": []}),
    };
    assert_found(&grants_too_much(&wide, &BTreeSet::new()), "pattern");
}

#[test]
fn the_page_loads_and_reaches_nothing_but_the_app_itself() {
    let configuration =
        serde_json::from_str(&tree::read("tauri.conf.json").text).expect("tauri.conf.json is JSON");
    assert_none(&opens_the_page(&configuration), "Keep the content security policy closed.");
}

#[test]
fn an_opened_policy_is_found() {
    let with = |csp: Value| opens_the_page(&serde_json::json!({"app": {"security": {"csp": csp}}}));
    assert_found(&with("default-src 'self'; script-src 'self' 'unsafe-inline'".into()), "'unsafe-inline'");
    assert_found(
        &with(serde_json::json!({"default-src": "'none'", "script-src": ["'self'", "'unsafe-eval'"]})),
        "'unsafe-eval'",
    );
    assert_found(&with("default-src 'self'; connect-src https://example.com".into()), "https://example.com");
    assert_found(&with("script-src 'self'".into()), "default-src");
    assert_found(&with(Value::Null), "missing");
    let global =
        serde_json::json!({"app": {"withGlobalTauri": true, "security": {"csp": "default-src 'self'"}}});
    assert_found(&opens_the_page(&global), "withGlobalTauri");
}
