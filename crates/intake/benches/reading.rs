//! Reading and checking in this process, to compare one version of the code with another.

#[path = "../tests/common/mod.rs"]
mod common;
#[path = "figures/files.rs"]
mod files;

use common::World;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rollcall_intake::{Decisions, Defaults, Mapping, ReadOptions, Table, guess_mapping, read};
use std::hint::black_box;

const ROWS: u32 = 10_000;

fn table(bytes: &[u8], name: &str) -> Table {
    read(bytes, name, &ReadOptions::default()).expect("reads")
}

fn reading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Elements(u64::from(ROWS)));
    for (name, bytes) in [("people.csv", files::csv(ROWS)), ("people.xlsx", files::xlsx(ROWS))] {
        group.bench_function(name, |bencher| bencher.iter(|| table(black_box(&bytes), name)));
    }
    group.finish();
}

fn checking(criterion: &mut Criterion) {
    let world = World::load();
    let table = table(&files::csv(ROWS), "people.csv");
    let mapping = Mapping::of_guesses(&guess_mapping(&table, &world.reference));
    let mut group = criterion.benchmark_group("check");
    group.throughput(Throughput::Elements(u64::from(ROWS)));
    group.bench_function("people.csv", |bencher| {
        bencher.iter(|| {
            let (defaults, decisions) = (Defaults::default(), Decisions::default());
            common::check(black_box(&table), &mapping, &defaults, &decisions, &world.reference, &world)
        });
    });
    group.finish();
}

criterion_group!(benches, reading, checking);
criterion_main!(benches);
