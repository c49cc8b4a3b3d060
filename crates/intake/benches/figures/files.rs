//! The files that are read: people of the sample platform's world, and none twice.

use rust_xlsxwriter::Workbook;

const HEADER: [&str; 6] = ["Email", "First name", "Last name", "Role", "Sign-in", "Organizations"];
const FIRST: [&str; 8] = ["Anna", "Jörg", "Mia", "Paul", "Zoé", "Ravi", "Elīna", "Sven"];
const LAST: [&str; 8] = ["Ozola", "Müller", "Holm", "Smith", "Dubois", "Menon", "Kalniņa", "Berg"];
const ROLES: [&str; 2] = ["Customer", "Support Agent"];
const PROVIDERS: [&str; 3] = ["Account", "AAD", "Google"];
const ORGANIZATIONS: [&str; 4] = ["Fabrikam", "Proseware", "Alpine Ski House", "C-20001"];

fn row(number: u32) -> [String; 6] {
    let pick = |from: &[&str]| from[number as usize % from.len()].to_owned();
    [
        format!("person.{number}@contoso.example"),
        pick(&FIRST),
        pick(&LAST),
        pick(&ROLES),
        pick(&PROVIDERS),
        pick(&ORGANIZATIONS),
    ]
}

/// A workbook as a person would save it.
pub fn xlsx(rows: u32) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, HEADER).expect("written");
    for number in 1..=rows {
        sheet.write_row(number, 0, row(number)).expect("written");
    }
    workbook.save_to_buffer().expect("saved")
}

/// The same as text.
pub fn csv(rows: u32) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADER).expect("written");
    for number in 1..=rows {
        writer.write_record(row(number)).expect("written");
    }
    writer.into_inner().expect("flushed")
}
