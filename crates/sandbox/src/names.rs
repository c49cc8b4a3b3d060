//! Names and addresses of generated people, as a bijection: every number has one address of its
//! own, and from an address its number is found again without looking through a list.

use crate::cultures::{CULTURES, Culture, Letters};
use crate::mix::{below, mix, seed_of};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

const BLOCK: u64 = 0xB10C;
const START: u64 = 0x57A7;

/// A name as shown and as written in an address.
struct Name {
    shown: String,
    plain: String,
}

/// A mail domain and how its people's addresses are formed.
pub(crate) struct Domain {
    pub name: &'static str,
    /// Whether anyone may have an address here, rather than one company's people.
    pub private: bool,
    style: Style,
}

#[derive(Clone, Copy)]
struct Style {
    separator: char,
    surname_first: bool,
}

struct Table {
    firsts: Vec<Name>,
    /// The first names before this place are men's.
    men: usize,
    /// The men's and the women's form of each surname.
    lasts: Vec<[Name; 2]>,
    domains: Vec<Domain>,
    first_of: HashMap<String, usize>,
    last_of: [HashMap<String, usize>; 2],
    /// The walk through all combinations: place = turn * stride + start.
    stride: u64,
    start: u64,
}

/// All tables, ready for use.
pub(crate) struct Names {
    tables: Vec<Table>,
    domain_of: HashMap<&'static str, (usize, usize)>,
}

/// What person i is called and where their mail goes.
pub(crate) struct Seat<'a> {
    pub first: &'a str,
    pub last: &'a str,
    pub email: String,
    pub domain: &'a Domain,
}

/// Where in the tables a person's name stands.
#[derive(Clone, Copy)]
struct Place {
    culture: usize,
    first: usize,
    last: usize,
    domain: usize,
    /// 0 for the first person of this combination, 1 for the second and so on.
    again: u64,
}

impl Names {
    pub(crate) fn new() -> Self {
        let tables: Vec<Table> = CULTURES.iter().enumerate().map(|(c, culture)| table(c, culture)).collect();
        let domain_of = tables
            .iter()
            .enumerate()
            .flat_map(|(c, t)| t.domains.iter().enumerate().map(move |(d, domain)| (domain.name, (c, d))))
            .collect();
        Self { tables, domain_of }
    }

    /// Name and address of person i.
    pub(crate) fn seat(&self, i: u32) -> Seat<'_> {
        let place = self.place(i);
        let table = &self.tables[place.culture];
        let first = &table.firsts[place.first];
        let last = &table.lasts[place.last][table.form(place.first)];
        let domain = &table.domains[place.domain];
        Seat {
            first: &first.shown,
            last: &last.shown,
            email: address(first, last, domain, place.again),
            domain,
        }
    }

    /// The mail domain of person i, without building the rest.
    pub(crate) fn domain(&self, i: u32) -> &Domain {
        let place = self.place(i);
        &self.tables[place.culture].domains[place.domain]
    }

    /// The person with this address, compared without case.
    pub(crate) fn person_at(&self, email: &str) -> Option<u32> {
        let email = email.to_lowercase();
        let (local, host) = email.split_once('@')?;
        let &(culture, domain) = self.domain_of.get(host)?;
        let table = &self.tables[culture];
        let words = local.trim_end_matches(|c: char| c.is_ascii_digit());
        let again = match &local[words.len()..] {
            "" => 0,
            digits => digits.parse::<u64>().ok()?.checked_sub(1)?,
        };
        let style = table.domains[domain].style;
        let (a, b) = words.split_once(style.separator)?;
        let (first, last) = if style.surname_first { (b, a) } else { (a, b) };
        let first = *table.first_of.get(first)?;
        let last = *table.last_of[table.form(first)].get(last)?;
        let i = self.index(Place { culture, first, last, domain, again })?;
        // "anna.ozola1" and "anna.ozola01" read like somebody but are nobody's address.
        (self.seat(i).email == email).then_some(i)
    }

    fn place(&self, i: u32) -> Place {
        let cultures = self.tables.len() as u64;
        let (block, turn) = (u64::from(i) / cultures, u64::from(i) % cultures);
        let (step, shift) = shuffle(block, cultures);
        let culture = usize::try_from((turn * step + shift) % cultures).unwrap_or(0);
        let table = &self.tables[culture];
        let all = table.combinations();
        let spot = ((block % all) * table.stride + table.start) % all;
        let (f, l) = (table.firsts.len() as u64, table.lasts.len() as u64);
        Place {
            culture,
            first: usize::try_from(spot % f).unwrap_or(0),
            last: usize::try_from(spot / f % l).unwrap_or(0),
            domain: usize::try_from(spot / (f * l)).unwrap_or(0),
            again: block / all,
        }
    }

    /// The way back from a place to its number; `None` past the numbers that there are.
    fn index(&self, place: Place) -> Option<u32> {
        let table = &self.tables[place.culture];
        let all = table.combinations();
        let (f, l) = (table.firsts.len() as u64, table.lasts.len() as u64);
        let spot = place.first as u64 + f * (place.last as u64 + l * place.domain as u64);
        let turns = (spot + all - table.start) % all * inverse(table.stride, all) % all;
        let block = place.again.checked_mul(all)?.checked_add(turns)?;
        let cultures = self.tables.len() as u64;
        let (step, shift) = shuffle(block, cultures);
        let turn = (place.culture as u64 + cultures - shift) % cultures * inverse(step, cultures) % cultures;
        u32::try_from(block.checked_mul(cultures)?.checked_add(turn)?).ok()
    }
}

impl Table {
    fn combinations(&self) -> u64 {
        (self.firsts.len() * self.lasts.len() * self.domains.len()) as u64
    }

    /// Which form of a surname goes with this first name.
    fn form(&self, first: usize) -> usize {
        usize::from(first >= self.men)
    }
}

/// How a block's cultures are shuffled: step and shift, both less than `cultures`, the step not 0.
fn shuffle(block: u64, cultures: u64) -> (u64, u64) {
    (1 + mix(block, BLOCK) % (cultures - 1), mix(block, BLOCK + 1) % cultures)
}

fn table(number: usize, culture: &Culture) -> Table {
    let men = names(culture.men, culture.letters);
    let women = names(culture.women, culture.letters);
    let count = men.len();
    let firsts: Vec<Name> = men.into_iter().chain(women).collect();
    let lasts: Vec<[Name; 2]> = culture.last.split(", ").map(|l| surname(l, culture.letters)).collect();
    let domains = domains(culture.domains);
    let first_of = firsts.iter().enumerate().map(|(k, n)| (n.plain.clone(), k)).collect();
    let last_of =
        [0, 1].map(|form| lasts.iter().enumerate().map(|(k, n)| (n[form].plain.clone(), k)).collect());
    let all = (firsts.len() * lasts.len() * domains.len()) as u64;
    let stride = coprime_near(all * 618 / 1000, all);
    let start = mix(number as u64, START) % all;
    Table { firsts, men: count, lasts, domains, first_of, last_of, stride, start }
}

fn names(list: &str, letters: Letters) -> Vec<Name> {
    list.split(", ").map(|text| name(text, letters)).collect()
}

fn name(text: &str, letters: Letters) -> Name {
    match text.split_once('|') {
        Some((shown, plain)) => Name { shown: shown.to_owned(), plain: plain.to_owned() },
        None => Name { shown: text.to_owned(), plain: plain(text, letters) },
    }
}

fn surname(text: &str, letters: Letters) -> [Name; 2] {
    let (man, woman) = text.split_once('/').unwrap_or((text, text));
    [name(man, letters), name(woman, letters)]
}

fn domains(list: &'static str) -> Vec<Domain> {
    let names: Vec<&'static str> = list.split(", ").collect();
    let last = names.len() - 1;
    names.into_iter().enumerate().map(|(d, name)| domain(name, d == last)).collect()
}

fn domain(name: &'static str, private: bool) -> Domain {
    let draw = below(seed_of(name), 0, 6);
    let separator = if private { '.' } else { ['.', '.', '.', '_', '-', '.'][draw] };
    Domain { name, private, style: Style { separator, surname_first: !private && draw >= 4 } }
}

fn address(first: &Name, last: &Name, domain: &Domain, again: u64) -> String {
    let Style { separator, surname_first } = domain.style;
    let (a, b) = if surname_first { (last, first) } else { (first, last) };
    let number = if again == 0 { String::new() } else { (again + 1).to_string() };
    format!("{}{separator}{}{number}@{}", a.plain, b.plain, domain.name)
}

/// A name in the letters a to z.
fn plain(text: &str, letters: Letters) -> String {
    let mut out = String::new();
    for c in text.nfc().flat_map(char::to_lowercase) {
        match (c, letters) {
            ('ä', Letters::German) | ('æ', _) => out.push_str("ae"),
            ('ö', Letters::German) | ('ø', Letters::Danish) => out.push_str("oe"),
            ('ü', Letters::German) => out.push_str("ue"),
            ('å', Letters::Danish) => out.push_str("aa"),
            ('ß', _) => out.push_str("ss"),
            ('ø', _) => out.push('o'),
            ('ł', _) => out.push('l'),
            ('đ', _) => out.push('d'),
            ('ı', _) => out.push('i'),
            _ => out.extend(std::iter::once(c).nfd().filter(char::is_ascii_alphabetic)),
        }
    }
    out
}

/// The first number from `from` on that shares no factor with `all`.
fn coprime_near(from: u64, all: u64) -> u64 {
    (from.max(1)..).find(|&k| gcd(k, all) == 1).unwrap_or(1)
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The number that undoes multiplying by `a` modulo `m`, for `a` and `m` without a common factor.
fn inverse(a: u64, m: u64) -> u64 {
    let (mut r0, mut r1) = (i128::from(m), i128::from(a % m));
    let (mut t0, mut t1) = (0_i128, 1_i128);
    while r1 != 0 {
        let q = r0 / r1;
        (r0, r1) = (r1, r0 - q * r1);
        (t0, t1) = (t1, t0 - q * t1);
    }
    u64::try_from(t0.rem_euclid(i128::from(m))).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_names_of_a_culture_look_alike_in_an_address() {
        for (c, table) in Names::new().tables.iter().enumerate() {
            assert_eq!(table.first_of.len(), table.firsts.len(), "first names of culture {c}");
            for form in [0, 1] {
                assert_eq!(table.last_of[form].len(), table.lasts.len(), "surnames of culture {c}");
            }
            let all = table.firsts.iter().chain(table.lasts.iter().flatten());
            for name in all {
                let fine = !name.plain.is_empty() && name.plain.bytes().all(|b| b.is_ascii_lowercase());
                assert!(fine, "{} becomes {:?}", name.shown, name.plain);
            }
        }
    }

    #[test]
    fn every_mail_domain_belongs_to_one_culture() {
        let names = Names::new();
        let domains: usize = names.tables.iter().map(|t| t.domains.len()).sum();
        assert_eq!(names.domain_of.len(), domains);
        assert!(names.domain_of.keys().all(|d| d.ends_with(".example")));
    }

    #[test]
    fn every_address_leads_back_to_its_number() {
        let names = Names::new();
        for i in (0..1_200_000).step_by(997).chain([u32::MAX]) {
            let email = names.seat(i).email;
            assert_eq!(names.person_at(&email), Some(i), "{email}");
            assert_eq!(names.person_at(&email.to_uppercase()), Some(i), "{email} in capitals");
        }
    }

    #[test]
    fn what_only_reads_like_an_address_is_nobody() {
        let names = Names::new();
        let email = names.seat(3).email;
        let (local, host) = email.split_once('@').expect("an address");
        for wrong in [
            format!("{local}1@{host}"),
            format!("{local}02@{host}"),
            format!("x{local}@{host}"),
            format!("{local}@other.example"),
            local.to_owned(),
        ] {
            assert_eq!(names.person_at(&wrong), None, "{wrong}");
        }
    }

    #[test]
    fn two_hundred_thousand_people_share_no_address() {
        let names = Names::new();
        let distinct: HashSet<String> = (0..200_000).map(|i| names.seat(i).email).collect();
        assert_eq!(distinct.len(), 200_000);
    }

    #[test]
    fn marks_are_written_as_each_language_does() {
        assert_eq!(plain("Jürgen Weiß", Letters::German), "juergenweiss");
        assert_eq!(plain("Søren Ågård", Letters::Danish), "soerenaagaard");
        assert_eq!(plain("Łukasz", Letters::Bare), "lukasz");
        assert_eq!(plain("Đặng", Letters::Bare), "dang");
        assert_eq!(plain("İbrahim Işıl", Letters::Bare), "ibrahimisil");
        assert_eq!(plain("O'Connor-Šķēle", Letters::Bare), "oconnorskele");
    }
}
