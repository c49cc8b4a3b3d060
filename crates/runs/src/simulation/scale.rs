//! How long a large run takes on this side of the wire.

use super::driver::Mishap;
use super::{Driver, ready};
use crate::run::RowFilter;
use crate::sender::RunEnd;
use crate::state::RowState as S;
use std::time::Instant;

#[tokio::test]
#[ignore = "a measurement; run it with --release --nocapture"]
async fn a_run_of_a_hundred_thousand_rows() {
    const PEOPLE: u32 = 100_000;
    let driver = Driver::new();
    let rows: Vec<_> = (1..=PEOPLE).map(|i| ready(i, &format!("person{i}@contoso.example"))).collect();
    let begun = Instant::now();
    let run = driver.create(rows);
    println!("written in {:?}", begun.elapsed());
    let begun = Instant::now();
    let half = Mishap { cancel_at: Some(1_000), ..Mishap::default() };
    driver.session(&run, half).await;
    println!("{} sent in {:?}", driver.summary(&run).sent(), begun.elapsed());
    let begun = Instant::now();
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    println!("taken up and ended in {:?}", begun.elapsed());
    let begun = Instant::now();
    let confirmed = RowFilter { states: vec![S::Confirmed] };
    let window = driver.open().rows(&run, &confirmed, PEOPLE - 200, 200).expect("readable");
    println!("the last 200 of {} rows in {:?}", window.total, begun.elapsed());
    let begun = Instant::now();
    driver.open().runs().expect("readable");
    println!("the list of runs in {:?}", begun.elapsed());
    assert_eq!(driver.states(&run).len() as u32, PEOPLE);
}
