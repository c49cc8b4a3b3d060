//! What reading is compared with.

use calamine::{Reader, Xlsx};
use std::io::Cursor;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// The first sheet as `calamine` gives it, and how many cells it has.
pub fn calamine(bytes: &[u8]) -> usize {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = workbook.worksheet_range_at(0).expect("a sheet").expect("cells");
    range.used_cells().count()
}

/// All records as `csv` gives them, and how many fields they have.
pub fn csv(bytes: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let mut record = csv::StringRecord::new();
    let mut fields = 0;
    while reader.read_record(&mut record).expect("a record") {
        fields += record.len();
    }
    fields
}

/// The same with a record of its own for each line, which is how most programs read.
pub fn csv_records(bytes: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|record| record.expect("a record").len()).sum()
}

const SCRIPT: &str = "
import sys, time, openpyxl
start = time.perf_counter()
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
rows = sum(1 for row in book.worksheets[0].iter_rows(values_only=True))
print(time.perf_counter() - start)
";

/// How long openpyxl reads, without the start of Python; nothing where it can't be installed.
pub fn openpyxl(bytes: &[u8]) -> Option<Duration> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let python = folder.join("openpyxl/bin/python");
    if !python.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(folder.join("openpyxl")))?;
        run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "openpyxl"]))?;
    }
    let file = folder.join("people.xlsx");
    std::fs::write(&file, bytes).ok()?;
    let seconds = run(Command::new(python).args(["-c", SCRIPT]).arg(file))?;
    Some(Duration::from_secs_f64(seconds.trim().parse().ok()?))
}

fn run(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
