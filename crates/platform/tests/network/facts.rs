//! Every fact that the doctor tells of a good connection, by name and with its value.

use crate::common::{PROXY_PASSWORD, examined, network, platform, sandbox, through, to_sandbox};
use crate::encrypted::{Authority, GOOD, before};
use crate::proxy::{Manner, Tinyproxy, USER};
use jiff::Timestamp;
use rollcall_platform::{Check, Connection, Proxy, Report, Scope};
use rollcall_sandbox::Sandbox;
use std::net::IpAddr;

fn facts(report: &Report, check: Check) -> Vec<(&str, &str)> {
    let step = report.steps.iter().find(|step| step.check == check).expect("a step");
    step.facts.iter().map(|fact| (fact.name.as_str(), fact.value.as_str())).collect()
}

fn value<'a>(facts: &[(&str, &'a str)], name: &str) -> &'a str {
    facts.iter().find(|fact| fact.0 == name).unwrap_or_else(|| panic!("no {name} in {facts:?}")).1
}

fn names<'a>(facts: &[(&'a str, &str)]) -> Vec<&'a str> {
    facts.iter().map(|fact| fact.0).collect()
}

/// Name and port of the sample platform behind encryption, and a connection to it.
async fn encrypted(sandbox: &Sandbox, proxy: Proxy) -> (String, Connection) {
    let ours = Authority::new("Nordlys Root");
    let port = sandbox.info().base_url.rsplit(':').next().and_then(|port| port.parse().ok());
    let address = before(port.expect("a port"), &ours, &GOOD).await;
    let network = network(proxy, Some(ours.pem()));
    (address.replace("https://", ""), Connection { network, ..to_sandbox(sandbox, &address) })
}

/// From now to the end of the last day of `GOOD`.
fn days_left() -> i64 {
    let end: Timestamp = "2060-01-01T00:00:00Z".parse().expect("a time");
    (end.as_second() - Timestamp::now().as_second()) / (24 * 60 * 60)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_tells_the_names_addresses_and_the_whole_certificate() {
    let sandbox = sandbox(0).await;
    let (server, connection) = encrypted(&sandbox, Proxy::System).await;
    let most = days_left();
    let report = examined(&platform(connection)).await;
    let least = days_left();
    assert_eq!(facts(&report, Check::Proxy), [], "there is none");
    let name = facts(&report, Check::Name);
    assert_eq!(names(&name), ["Server", "Addresses"]);
    assert_eq!(value(&name, "Server"), server);
    let addresses: Vec<IpAddr> =
        value(&name, "Addresses").split(", ").map(|text| text.parse().expect("an address")).collect();
    assert!(addresses.contains(&IpAddr::from([127, 0, 0, 1])), "{addresses:?}");
    assert!(addresses.iter().all(IpAddr::is_loopback), "{addresses:?}");
    let certificate = facts(&report, Check::Encryption);
    let told = ["Certificate for", "Signed by", "Holds until", "Days left", "TLS", "SHA-256"];
    assert_eq!(names(&certificate), told);
    for (name, expected) in [
        ("Certificate for", "CN=localhost"),
        ("Signed by", "CN=Nordlys Root"),
        ("Holds until", "2060-01-01T00:00:00Z"),
        ("TLS", "1.3"),
    ] {
        assert_eq!(value(&certificate, name), expected, "{name}");
    }
    let days: i64 = value(&certificate, "Days left").parse().expect("a number");
    assert!((least..=most).contains(&days), "{days} days, and not {least} to {most}");
    let pairs: Vec<&str> = value(&certificate, "SHA-256").split(':').collect();
    let is_pair = |pair: &&str| pair.len() == 2 && u8::from_str_radix(pair, 16).is_ok();
    assert!(pairs.len() == 32 && pairs.iter().all(is_pair), "{pairs:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_on_the_way_is_named_and_looks_up_the_name_itself() {
    let sandbox = sandbox(0).await;
    for (manner, user, named) in
        [(Manner::Open, None, "no"), (Manner::AsksWhoIsThere, Some((USER, PROXY_PASSWORD)), "yes")]
    {
        let proxy = Tinyproxy::start(manner).await;
        let (server, connection) = encrypted(&sandbox, through(&proxy.url, user)).await;
        let report = examined(&platform(connection)).await;
        let expected = [
            ("Proxy", &proxy.url["http://".len()..]),
            ("Encrypted to the proxy", "no"),
            ("With a user name", named),
        ];
        assert_eq!(facts(&report, Check::Proxy), expected);
        assert_eq!(facts(&report, Check::Name), [("Server", server.as_str())]);
        assert_eq!(value(&facts(&report, Check::Encryption), "Holds until"), "2060-01-01T00:00:00Z");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answers_tell_what_was_asked_and_what_came() {
    let sandbox = sandbox(200).await;
    let report = examined(&platform(to_sandbox(&sandbox, &sandbox.info().base_url))).await;
    let subject = format!("{}@clients", sandbox.info().client_id);
    let sign_in = facts(&report, Check::SignIn);
    assert_eq!(names(&sign_in), ["Token", "Ends", "Subject", "Audience", "Issuer"]);
    assert_eq!((value(&sign_in, "Token"), value(&sign_in, "Subject")), ("JWT", subject.as_str()));
    assert_eq!(facts(&report, Check::Key), [("Header", "ocp-apim-subscription-key")]);
    let pages = [
        ("Asked for 1 entry, came", "1"),
        ("Asked for 200 entries, came", "200"),
        ("Totals told", "213, 213, 213"),
        ("The first page came twice alike", "yes"),
        ("Largest page by the description", "1000"),
    ];
    assert_eq!(facts(&report, Check::Paging), pages);
    assert_eq!(facts(&report, Check::Headers), [("Sent with every call", "accept")]);
    let fields = [("Names are written", "PascalCase"), ("Records looked at", "200")];
    assert_eq!(facts(&report, Check::Fields), fields);
    assert_eq!(names(&facts(&report, Check::Clock)), ["Seconds apart"]);
    // The first page, one of a single entry, the one after it, and the first once more.
    assert_eq!(facts(&report, Check::Latency), [("Calls", "4")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_api_user_sees_is_told_in_numbers_and_what_it_does_not_see_by_its_id() {
    let sandbox = sandbox(200).await;
    let platform_id = sandbox.info().platform_id.clone();
    let of = |scope| Connection { scope, ..to_sandbox(&sandbox, &sandbox.info().base_url) };
    let all = examined(&platform(of(Scope::Platform(vec![platform_id.clone()])))).await;
    let expected = [("The connection names", "1 platform"), ("Organizations seen", "29")];
    assert_eq!(facts(&all, Check::Sight), expected);
    let names = vec![platform_id, "no-such".to_owned(), "nor-this".to_owned()];
    let part = examined(&platform(of(Scope::Platform(names)))).await;
    let sight = facts(&part, Check::Sight);
    let rest = [("The connection names", "3 platforms")];
    assert_eq!(sight[1..], rest, "a list of organizations that was not read to its end has no number");
    let hidden: Vec<&str> = value(&sight, "Not seen").split("; ").collect();
    let begins = |(part, id): (&&str, &&str)| part.starts_with(&format!("{id}: "));
    assert!(hidden.iter().zip(&["no-such", "nor-this"]).all(begins) && hidden.len() == 2, "{hidden:?}");
    let customers = examined(&platform(of(Scope::Customers(vec!["no-such".to_owned()])))).await;
    assert_eq!(value(&facts(&customers, Check::Sight), "The connection names"), "1 customer");
}
