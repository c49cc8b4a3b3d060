//! A SCIM service that is not ours, spoken to with nothing but the built-in description.

use crate::desk::{Answer, Desk, program, until};
use serde_json::{Value, json};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

const TOKEN: &str = "scim-hunter2";
/// Pages smaller than the lists, so that there are several.
const SMALL_PAGES: &str = "[calls.users.paging]\nsize = 3\n[calls.roles.paging]\nsize = 1\n";
/// What the service says of itself: pages by index, and by marks where somebody asks for them (RFC 9865).
const CONFIGURATION: &str = r#"{
  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
  "patch": { "supported": true },
  "bulk": { "supported": false, "maxOperations": 0, "maxPayloadSize": 0 },
  "filter": { "supported": true, "maxResults": 1000 },
  "changePassword": { "supported": false },
  "sort": { "supported": true },
  "etag": { "supported": true },
  "authenticationSchemes": [],
  "pagination": { "cursor": true, "index": true, "defaultPaginationMethod": "index" }
}"#;
/// RFC 7644, 3.4.3.
const SEARCH: &str = r#"[calls.users]
method = "POST"
path = "/Users/.search"
body = '{ "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"] }'
paging.in_body = true
"#;
/// RFC 9865, 2.
const MARKS: &str = "paging.style = \"cursor\"\npaging.page = \"cursor\"\npaging.next = \"nextCursor\"\npaging.start = \"\"\n";
const PEOPLE: [(&str, &str, &str); 7] = [
    ("ann", "Ann", "Abel"),
    ("bob", "Bob", "Baker"),
    ("cem", "Cem", "Çelik"),
    ("dao", "Đạo", "Trần"),
    ("eve", "Eve", "O'Neil"),
    ("fox", "Fox", "Faber"),
    ("gil", "Gil", "Gomez"),
];

/// The service as its own process, with seven people and two groups.
struct Service {
    child: Child,
    address: String,
    groups: [String; 2],
    /// Holds what it says of itself while it runs.
    _folder: tempfile::TempDir,
}

impl Service {
    fn serve() -> Self {
        let target = program().ancestors().nth(2).expect("the folder of what is built").to_owned();
        let bin = if cfg!(windows) { "Scripts/scim2-server.exe" } else { "bin/scim2-server" };
        let server = target.join("tools/scim2-server").join(bin);
        assert!(
            server.is_file(),
            "{} is not there; `cargo xtask test --only rust` installs it",
            server.display()
        );
        let folder = tempfile::tempdir().expect("a folder");
        let configuration = folder.path().join("configuration.json");
        std::fs::write(&configuration, CONFIGURATION).expect("written");
        // Nobody else gets the port in between: the system deals ports in turn.
        let port = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr()).expect("a port").port();
        let child = Command::new(&server)
            .args(["--bearer-token", TOKEN, "--port", &port.to_string()])
            .arg("--service-provider-config")
            .arg(&configuration)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|problem| panic!("{} can't start: {problem}", server.display()));
        let address = format!("http://127.0.0.1:{port}");
        let mut service = Self { child, address, groups: Default::default(), _folder: folder };
        service.fill();
        service
    }

    fn fill(&mut self) {
        until("the service answers", || {
            if let Some(ended) = self.child.try_wait().expect("it can be asked") {
                panic!("the SCIM service ended: {ended}");
            }
            self.ask("GET", "/Users", None)
        });
        let mut ids = Vec::new();
        for (name, first, last) in PEOPLE {
            ids.push(self.create_person(&format!("{name}@contoso.example"), first, last));
        }
        self.groups = ["Engineers", "Auditors"].map(|name| {
            let members: Vec<Value> = ids.iter().take(2).map(|id| json!({ "value": id })).collect();
            let members = if name == "Engineers" { members } else { Vec::new() };
            let schemas = ["urn:ietf:params:scim:schemas:core:2.0:Group"];
            self.create("/Groups", json!({ "schemas": schemas, "displayName": name, "members": members }))
        });
    }

    fn create_person(&self, email: &str, first: &str, last: &str) -> String {
        let name = json!({ "givenName": first, "familyName": last });
        let schemas = ["urn:ietf:params:scim:schemas:core:2.0:User"];
        let emails = [json!({ "value": email, "primary": true })];
        self.create(
            "/Users",
            json!({ "schemas": schemas, "userName": email, "name": name, "emails": emails }),
        )
    }

    fn create(&self, path: &str, body: Value) -> String {
        let made = self.ask("POST", path, Some(body)).expect("it is made");
        made["id"].as_str().expect("an id").to_owned()
    }

    /// `None` where nobody answers, or not with a success.
    fn ask(&self, method: &str, path: &str, body: Option<Value>) -> Option<Value> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let method = reqwest::Method::from_bytes(method.as_bytes()).expect("a method");
            let request = reqwest::Client::new().request(method, format!("{}{path}", self.address));
            let request = request.bearer_auth(TOKEN).header("Content-Type", "application/scim+json");
            let request = match body {
                Some(body) => request.body(body.to_string()),
                None => request,
            };
            request.send().await.ok()?.error_for_status().ok()?.json().await.ok()
        })
    }

    /// The users whose name is this address, as the service tells them.
    fn users_named(&self, email: &str) -> Vec<Value> {
        let all = self.ask("GET", "/Users?count=1000", None).expect("an answer");
        let users = all["Resources"].as_array().expect("people").clone();
        users.into_iter().filter(|user| user["userName"] == email).collect()
    }

    fn members(&self, group: usize) -> Vec<String> {
        let group = self.ask("GET", &format!("/Groups/{}", self.groups[group]), None).expect("the group");
        let members = group["members"].as_array().cloned().unwrap_or_default();
        members.iter().map(|member| member["value"].as_str().expect("an id").to_owned()).collect()
    }

    /// A desk with a connection to it, which reads small pages.
    fn desk(&self) -> Desk {
        self.desk_with(SMALL_PAGES)
    }

    /// A desk with a connection to it, which speaks to it with these changes.
    fn desk_with(&self, changes: &str) -> Desk {
        let mut desk = Desk::new();
        desk.give("ROLLCALL_TOKEN", TOKEN);
        let changes = desk.file("changes.toml", changes);
        let always =
            ["profile", "add", "Directory", "--sign-in", "token", "--session-only", "--settle-seconds", "1"];
        let how = ["--base-url", &self.address, "--description", "scim2", "--description", &changes];
        desk.run(&[&always[..], &how].concat()).ends_with(0);
        desk
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn emails(answer: &Answer) -> Vec<String> {
    let users = answer.document("users")["users"].as_array().expect("users").clone();
    let mut emails: Vec<String> =
        users.iter().map(|user| user["email"].as_str().expect("an address").to_owned()).collect();
    emails.sort();
    emails
}

#[test]
fn people_and_groups_of_a_scim_service_are_listed_page_by_page_and_found() {
    let service = Service::serve();
    let desk = service.desk();
    let synced = desk.run(&["sync", "-p", "Directory", "--json"]).ends_with(0).document("sync");
    assert_eq!(synced["people"], 7, "{synced:#}");
    let all = desk.run(&["users", "-p", "Directory", "--json"]).ends_with(0);
    assert_eq!(emails(&all).len(), 7);
    let eve = desk.run(&["users", "-p", "Directory", "--search", "o'neil", "--json"]).ends_with(0);
    let eve = eve.document("users");
    assert_eq!(
        (&eve["users"][0]["email"], &eve["users"][0]["firstName"], &eve["users"][0]["state"]),
        (&json!("eve@contoso.example"), &json!("Eve"), &json!("Active"))
    );
    assert!(eve["users"][0]["createdAt"].is_string(), "{eve:#}");
    let engineers = desk.run(&["users", "-p", "Directory", "--role", "Engineers", "--json"]).ends_with(0);
    assert_eq!(emails(&engineers), ["ann@contoso.example", "bob@contoso.example"]);
    let roles = desk.run(&["roles", "-p", "Directory", "--json"]).ends_with(0).document("roles");
    let mut held: Vec<(&str, u64)> = roles["roles"]
        .as_array()
        .expect("roles")
        .iter()
        .map(|role| (role["name"].as_str().expect("a name"), role["people"].as_u64().expect("a number")))
        .collect();
    held.sort_unstable();
    assert_eq!(held, [("Auditors", 0), ("Engineers", 2)]);
}

#[test]
fn people_of_a_scim_service_are_read_whole_by_a_search_and_by_the_marks_that_it_gives() {
    let service = Service::serve();
    let by_marks = format!("[calls.users]\n{MARKS}");
    let marked_search = format!("{SEARCH}{MARKS}");
    for changes in [SEARCH, &by_marks, &marked_search] {
        // Seven people: pages that end with a short one, and one page that is exactly full.
        for size in [3, 7] {
            let desk = service.desk_with(&format!("{changes}paging.size = {size}\n"));
            let synced = desk.run(&["sync", "-p", "Directory", "--json"]).ends_with(0).document("sync");
            assert_eq!(synced["people"], 7, "{size}, {changes}\n{synced:#}");
        }
    }
    // Looked for where it is not, a mark makes nobody believe that the first page is all.
    let wrong =
        service.desk_with(&format!("{}paging.size = 3\n", by_marks.replace("nextCursor", "following")));
    let refused = wrong.run(&["sync", "-p", "Directory"]);
    assert!(refused.stderr.contains("7 entries, and it listed 3"), "{}{}", refused.stdout, refused.stderr);
}

#[test]
fn a_spreadsheet_becomes_people_of_a_scim_service_and_nobody_twice() {
    let service = Service::serve();
    let desk = service.desk();
    let file = desk.file(
        "people.csv",
        "Email,First name,Last name,Role\n\
         hana@contoso.example,Hana,Hora,Auditors\n\
         ivo@contoso.example,Ivo,\"Ivić, \"\"I\"\"\",\n\
         ann@contoso.example,Ann,Abel,Engineers\n\
         late@contoso.example,Late,Comer,Auditors\n",
    );
    let checked =
        desk.run(&["check", &file, "-p", "Directory", "--payloads", "--json"]).ends_with(0).document("check");
    assert_eq!(
        (&checked["invites"], &checked["counts"]["already-active"]),
        (&json!(3), &json!(1)),
        "{checked:#}"
    );
    assert_eq!(checked["payloads"][0]["userName"], "hana@contoso.example");
    // Somebody comes to be there after the list was read, so that only the service can know.
    service.create_person("late@contoso.example", "Late", "Comer");
    let run = desk.run(&["invite", &file, "-p", "Directory", "--yes", "--json"]).ends_with(3).document("run");
    let rows = run["rows"].as_array().expect("rows");
    let of = |email: &str| rows.iter().find(|row| row["email"] == email).expect("their row");
    assert_eq!(of("hana@contoso.example")["state"], "confirmed", "{run:#}");
    assert_eq!(of("ivo@contoso.example")["state"], "confirmed", "{run:#}");
    assert_eq!(of("ann@contoso.example")["state"], "already-present", "{run:#}");
    let late = of("late@contoso.example");
    assert_eq!((&late["state"], &late["code"]), (&json!("refused"), &json!("uniqueness")), "{run:#}");
    for email in ["hana", "ivo", "ann", "late"] {
        let named = service.users_named(&format!("{email}@contoso.example"));
        assert_eq!(named.len(), 1, "{email} is there once: {named:?}");
    }
    let hana = service.users_named("hana@contoso.example").remove(0);
    assert_eq!(hana["name"], json!({ "givenName": "Hana", "familyName": "Hora" }));
    assert_eq!(hana["id"], of("hana@contoso.example")["userId"]);
    assert_eq!(
        service.members(1),
        [hana["id"].as_str().expect("an id")],
        "she was given her role, and nobody else"
    );
    desk.run(&["sync", "-p", "Directory"]).ends_with(0);
    let auditors = desk.run(&["users", "-p", "Directory", "--role", "Auditors", "--json"]).ends_with(0);
    assert_eq!(emails(&auditors), ["hana@contoso.example"]);
    let again =
        desk.run(&["invite", &file, "-p", "Directory", "--yes", "--json", "--if-seen", "new"]).ends_with(0);
    assert!(again.document("run")["runId"].is_null(), "nobody is left to invite");
}

#[test]
fn somebody_whose_role_could_not_be_given_is_there_and_the_row_says_so() {
    let service = Service::serve();
    let desk = service.desk();
    desk.run(&["sync", "-p", "Directory"]).ends_with(0);
    // Nothing comes back of a deletion.
    service.ask("DELETE", &format!("/Groups/{}", service.groups[1]), None);
    let file = desk.file("one.csv", "Email,Role\njan@contoso.example,Auditors\n");
    let run = desk.run(&["invite", &file, "-p", "Directory", "--yes", "--json"]).ends_with(0).document("run");
    let row = &run["rows"][0];
    assert_eq!((&row["state"], &row["code"]), (&json!("confirmed"), &json!("invited-in-part")), "{run:#}");
    let said = row["message"].as_str().expect("a sentence");
    assert!(said.contains("was invited") && said.contains("not found"), "{said}");
    assert_eq!(service.users_named("jan@contoso.example").len(), 1);
}

#[test]
fn a_description_is_tried_on_a_scim_service_before_it_is_used() {
    let service = Service::serve();
    let desk = service.desk();
    let other = desk.file("other.toml", "[fields.user]\nfirst_name = [\"/name/nothing\"]\n");
    let tried = desk.run(&["description", "try", &other, "-p", "Directory", "--json"]).ends_with(0);
    let tried = tried.document("description-tried");
    let users = &tried["lists"][0];
    let found = |field: &str| {
        let fields = users["fields"].as_array().expect("fields");
        fields.iter().find(|one| one["field"] == field).expect("the field")["found"].clone()
    };
    assert_eq!((&users["call"], &users["total"]), (&json!("users"), &json!(7)), "{tried:#}");
    assert_eq!((found("email"), found("first_name")), (json!(7), json!(0)), "{tried:#}");
    let said = users["sentence"].as_str().expect("a sentence");
    assert!(said.contains("found by address"), "{said}");
    let lookup = "[calls.user_by_email.query]\nfilter = 'userName eq \"x{email}\"'\n";
    let lookup =
        desk.run(&["description", "try", &desk.file("lookup.toml", lookup), "-p", "Directory"]).ends_with(1);
    assert!(lookup.stdout.contains("not found by address"), "{}", lookup.stdout);
    assert_eq!(tried["lists"].as_array().map(Vec::len), Some(2), "there is no list of providers to ask for");
    let shown = desk.run(&["description", "show", "-p", "Directory", "--overrides"]).ends_with(0);
    assert!(shown.stdout.contains("calls.users.paging.size"), "{}", shown.stdout);
    let wrong = desk.file("wrong.toml", "[calls.roles]\npath = \"/Nothing\"\n");
    let failed = desk.run(&["description", "try", &wrong, "-p", "Directory", "--json"]).ends_with(1);
    assert_eq!(failed.document("description-tried")["lists"][1]["ok"], json!(false));
}
