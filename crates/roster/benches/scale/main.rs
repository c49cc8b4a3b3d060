//! How soon a list answers, at 10,000, 100,000 and 1,000,000 people, each kind of question beside its limit.
//!
//! `cargo bench -p rollcall-roster --bench scale -- 100k` measures one size. The lists are encrypted, as the app's
//! are, and kept between runs. Every question is one that was not asked before, so that no answer is ready.

mod people;

use people::{id, last_name, make, open, path};
use rollcall_roster::{JumpTo, RoleCount, Roster, SortBy, SortColumn, UserQuery};
use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

const SIZES: [(&str, u64); 3] = [("10k", 10_000), ("100k", 100_000), ("1m", 1_000_000)];

/// Rows of a window, as the page asks for them.
const ROWS: u32 = 200;

/// How often the program is started for what it answers first.
const STARTS: usize = 15;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["first", what, size] => {
            println!("{}", first(what, size.parse().expect("a number")).as_secs_f64());
            ExitCode::SUCCESS
        }
        ["all", size] => measure(size.parse().expect("a number")),
        wanted => {
            let chosen = SIZES.into_iter().filter(|(name, _)| wanted.is_empty() || wanted.contains(name));
            let kept = chosen.map(|(_, people)| one_size(people)).fold(true, |all, one| all & one);
            if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
    }
}

/// In a process of its own each: what is first after a start, and then the rest with its memory.
fn one_size(people: u64) -> bool {
    println!("\n── {people} people");
    if let Some(took) = make(people) {
        println!("made in {:.1} s", took.as_secs_f64());
    }
    let size = std::fs::metadata(path(people)).map_or(0, |file| file.len());
    println!("database {:.0} MB, {:.0} bytes a person", size as f64 / 1e6, size as f64 / people as f64);
    println!("{:<62} {:>8} {:>8} {:>8}   wanted", "", "p50 ms", "p95 ms", "max ms");
    let start = |what: &str| {
        let seconds = |_| {
            let output = again(&["first", what, &people.to_string()]).output().expect("started");
            let text = String::from_utf8(output.stdout).expect("text");
            Duration::from_secs_f64(text.trim().parse().expect("seconds"))
        };
        (0..STARTS).map(seconds).collect::<Vec<_>>()
    };
    say("opening the database", start("open"), None);
    let kept = say("first window after a start", start("window"), limit(people));
    say("first search after a start, nothing loaded", start("search"), None);
    say("loading all that searching and sorting need", start("prepare"), None);
    kept & again(&["all", &people.to_string()]).status().expect("started").success()
}

fn again(words: &[&str]) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(words);
    command
}

fn first(what: &str, people: u64) -> Duration {
    let mut start = Instant::now();
    let roster = open(people);
    if what != "open" {
        start = Instant::now();
    }
    match what {
        "open" => {}
        "window" => drop(black_box(window(&roster, &UserQuery::default(), 0))),
        "search" => drop(black_box(window(&roster, &searching("muller"), 0))),
        _ => roster.prepare().expect("loaded"),
    }
    start.elapsed()
}

/// What is wanted of the 95th of a hundred answers.
fn limit(people: u64) -> Option<Duration> {
    match people {
        1_000_000 => Some(Duration::from_millis(120)),
        // A frame of the screen; a small list has no excuse to be slower than a large one.
        10_000 | 100_000 => Some(Duration::from_millis(16)),
        _ => None,
    }
}

fn window(roster: &Roster, query: &UserQuery, offset: u32) -> u32 {
    roster.window(query, offset, ROWS).expect("a window").matching
}

fn searching(words: &str) -> UserQuery {
    UserQuery { search: words.into(), ..UserQuery::default() }
}

fn sorted(columns: &[SortColumn], turned: usize) -> UserQuery {
    let by =
        |(at, column): (usize, &SortColumn)| SortBy { column: *column, descending: (turned >> at) & 1 == 1 };
    UserQuery { sort: columns.iter().enumerate().map(by).collect(), ..UserQuery::default() }
}

fn measure(people: u64) -> ExitCode {
    let before = memory("VmRSS:");
    let roster = open(people);
    roster.prepare().expect("loaded");
    let loaded = memory("VmRSS:");
    let ask =
        |queries: Vec<UserQuery>| queries.iter().map(|query| timed(|| window(&roster, query, 0))).collect();
    let mut kept = true;
    let mut worked = busy();
    let mut check = |what: &str, times: Vec<Duration>| {
        let each = (busy() - worked) / times.len() as f64;
        kept &= say(&format!("{what} ({each:.1} ms of work)"), times, limit(people));
        worked = busy();
    };

    check(
        "search, a rare word",
        ask((0..40).map(|n| searching(&format!("{}.{}", word(n), n * 31 % people))).collect()),
    );
    check("search, a common word", ask(COMMON.iter().map(|word| searching(word)).collect()));
    check("search, one or two letters", ask(SHORT.iter().map(|word| searching(word)).collect()));
    check(
        "search, a part of an id",
        ask((0..40).map(|n| searching(&id(n * 7)[..(4 + n as usize % 5)])).collect()),
    );
    check("search, a whole id", ask((0..40).map(|n| searching(&id(n * 11))).collect()));
    check(
        "search, two words",
        ask((0..40).map(|n| searching(&format!("{} contoso-{n}", &word(n)[..3]))).collect()),
    );
    check(
        "sorted by one column",
        ask(COLUMNS.iter().flat_map(|one| [sorted(&[*one], 0), sorted(&[*one], 1)]).collect()),
    );
    check(
        "sorted by two columns",
        ask(COLUMNS.windows(2).flat_map(|two| (0..4).map(|ways| sorted(two, ways))).collect()),
    );
    check(
        "sorted by three columns",
        ask(COLUMNS.windows(3).flat_map(|three| (0..8).map(|ways| sorted(three, ways))).collect()),
    );
    check(
        "facets",
        (0..40).map(|n| timed(|| roster.facets(&filtered(n), "").expect("facets").matching)).collect(),
    );
    check(
        "facets of everyone",
        (0..20)
            .map(|_| timed(|| roster.facets(&UserQuery::default(), "").expect("facets").matching))
            .collect(),
    );
    let deep = |n: u64| timed(|| window(&roster, &UserQuery::default(), (people::chance(n) % people) as u32));
    check("a window anywhere in the rows", (0..100).map(deep).collect());
    check("search, filters and two columns at once", ask((0..40).map(combined).collect()));
    check(
        "… with its facets",
        (40..80)
            .map(|n| {
                timed(|| {
                    window(&roster, &combined(n), 0)
                        + roster.facets(&combined(n), "con").expect("facets").matching
                })
            })
            .collect(),
    );
    let jump = |n: u64| {
        timed(|| roster.place(&UserQuery::default(), &JumpTo::Prefix(word(n))).expect("a place").unwrap_or(0))
    };
    check("jump to the beginning of a name", (0..40).map(jump).collect());
    println!(
        "memory {before:.0} MB at the start, {loaded:.0} MB loaded, {:.0} MB at the end, {:.0} MB at most",
        memory("VmRSS:"),
        memory("VmHWM:")
    );
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

const COMMON: [&str; 24] = [
    "example",
    "contoso",
    "fabrikam",
    "nordlys",
    "woodgrove",
    "northwind",
    "amberline",
    "anna",
    "janis",
    "soren",
    "lukasz",
    "jose",
    "seller",
    "customer",
    "ski",
    "ber",
    "ler",
    "com",
    "waad",
    "@contoso",
    ".example",
    "zi",
    "emma",
    "customer amberline",
];

const SHORT: [&str; 24] = [
    "a", "b", "e", "i", "k", "l", "m", "n", "o", "s", "x", "q", "an", "ja", "ma", "zo", "ou", "mu", "so",
    "lu", "em", "xx", "7", "42",
];

const COLUMNS: [SortColumn; 14] = [
    SortColumn::Name,
    SortColumn::State,
    SortColumn::LastName,
    SortColumn::Role,
    SortColumn::Created,
    SortColumn::Organization,
    SortColumn::Email,
    SortColumn::Provider,
    SortColumn::FirstName,
    SortColumn::Domain,
    SortColumn::ExternalId,
    SortColumn::Accessibility,
    SortColumn::Id,
    SortColumn::Invitation,
];

fn word(n: u64) -> String {
    rollcall_core::fold(&last_name(n * 13))
}

/// A query with some filters, another one each time.
fn filtered(n: u64) -> UserQuery {
    let some = |shift: u64| (people::chance(n) >> shift).is_multiple_of(3);
    UserQuery {
        states: if some(1) { vec!["Active".into(), "New".into()] } else { vec![] },
        role_ids: if some(5) { vec![format!("role-{}", n % 12).into(), "role-3".into()] } else { vec![] },
        organization_ids: if some(9) { vec![format!("org-{}", n % 20).into()] } else { vec![] },
        mail_domains: if some(13) {
            vec!["contoso.example".into(), "nordlys.example".into()]
        } else {
            vec![]
        },
        created_from: some(17).then(|| format!("202{}-03-01", 1 + n % 5)),
        role_count: some(21).then_some(RoleCount::One),
        ..UserQuery::default()
    }
}

fn combined(n: u64) -> UserQuery {
    let sort = sorted(&[COLUMNS[n as usize % 13], COLUMNS[(n as usize + 4) % 13]], n as usize);
    UserQuery { search: word(n)[..2 + n as usize % 3].to_owned(), sort: sort.sort, ..filtered(n + 100) }
}

fn timed(ask: impl FnOnce() -> u32) -> Duration {
    let start = Instant::now();
    black_box(ask());
    start.elapsed()
}

fn say(what: &str, mut times: Vec<Duration>, wanted: Option<Duration>) -> bool {
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() * percent).div_ceil(100) - 1];
    let ms = |time: Duration| time.as_secs_f64() * 1_000.0;
    let kept = wanted.is_none_or(|wanted| at(95) <= wanted);
    let beside = wanted.map_or(String::new(), |wanted| format!("p95 at most {:.0}", ms(wanted)));
    let missed = if kept { "" } else { "  MISSED" };
    println!("{what:<62} {:>8.1} {:>8.1} {:>8.1}   {beside}{missed}", ms(at(50)), ms(at(95)), ms(at(100)));
    kept
}

/// Milliseconds for which this process had a core, where the system tells: what a question costs however busy the
/// machine is.
fn busy() -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    told.split_whitespace().next().and_then(|word| word.parse::<f64>().ok()).map_or(f64::NAN, |ns| ns / 1e6)
}

/// Memory of this process in megabytes, where the system tells.
fn memory(line: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|text| text.strip_prefix(line)).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<f64>().map_or(f64::NAN, |kib| kib / 1_024.0)
}
