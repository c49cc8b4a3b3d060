//! The words in which people name columns, in eleven languages.

use crate::mapping::Field;
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Column names without accents, in lower case, by field: the lines of `column_names.txt`.
static NAMES: LazyLock<Vec<(Field, Vec<&str>)>> = LazyLock::new(|| {
    let lines = include_str!("column_names.txt").lines().filter(|line| !line.starts_with('#'));
    let mut names: Vec<(Field, Vec<&str>)> =
        Field::ALL.into_iter().map(|field| (field, Vec::new())).collect();
    for (word, listed) in lines.filter_map(|line| line.split_once(':')) {
        let of = names.iter_mut().find(|(field, _)| field.as_str() == word);
        if let Some((_, all)) = of {
            all.extend(listed.split(',').map(str::trim));
        }
    }
    names
});

/// Words that turn a column name into something else: "last login" is no way to sign in, "email sent on" no address.
const OTHERWISE: [&str; 26] = [
    "date",
    "datum",
    "created",
    "status",
    "state",
    "time",
    "phone",
    "telephone",
    "tel",
    "mobile",
    "comment",
    "comments",
    "note",
    "notes",
    "count",
    "sent",
    "valid",
    "language",
    "address line",
    "last login",
    "last sign in",
    "manager",
    "user id",
    "userid",
    "object id",
    "guid",
];

static EXACT: LazyLock<HashMap<&str, Field>> = LazyLock::new(|| {
    NAMES.iter().flat_map(|(field, names)| names.iter().map(|name| (*name, *field))).collect()
});

/// The names that may stand among other words, by their first word.
static BY_FIRST_WORD: LazyLock<HashMap<&str, Vec<(Field, &str)>>> = LazyLock::new(|| {
    let mut names: HashMap<&str, Vec<(Field, &str)>> = HashMap::new();
    let all = NAMES.iter().flat_map(|(field, names)| names.iter().map(|name| (*field, *name)));
    for (field, name) in all.filter(|(_, name)| name.len() > 2) {
        names.entry(name.split(' ').next().unwrap_or_default()).or_default().push((field, name));
    }
    names
});

/// How a header was understood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Likeness {
    /// It is one of the names.
    Same,
    /// It contains one of the names as whole words.
    Contains,
    /// It is spelled like one of the names.
    Similar,
}

/// The normal form of a header; where capitals stand inside a word, also the form with them apart: `GivenName` is
/// `given name`, and `IdP` stays `idp`.
pub(crate) fn readings(text: &str) -> Vec<String> {
    let mut readings = vec![normal(text, false), normal(text, true)];
    readings.dedup();
    readings
}

/// Lower case, no accents, words apart by one blank: `E-Mail Adresse:` is `e mail adresse`.
fn normal(text: &str, capitals_apart: bool) -> String {
    let mut words = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        if capitals_apart && c.is_uppercase() && before.is_lowercase() {
            words.push(' ');
        }
        before = c;
        match c {
            'ø' | 'Ø' => words.push('o'),
            'ł' | 'Ł' => words.push('l'),
            'ß' => words.push_str("ss"),
            'æ' | 'Æ' => words.push_str("ae"),
            _ if c.is_alphanumeric() => words.extend(c.to_lowercase()),
            _ => words.push(' '),
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text names a column that Rollcall knows, exactly or as part of it.
pub(crate) fn names_a_field(text: &str) -> bool {
    const LONGEST: usize = 60;
    if text.len() > LONGEST {
        return false;
    }
    readings(text).iter().any(|words| {
        EXACT.contains_key(words.as_str()) || contained(words).iter().any(|(_, score)| *score >= 0.75)
    })
}

/// All fields that a header may mean, each with how and how well (0 to 1).
pub(crate) fn fields_of(header: &str) -> Vec<(Field, Likeness, f64)> {
    let readings = readings(header);
    if let Some(field) = readings.iter().find_map(|words| EXACT.get(words.as_str())) {
        return vec![(*field, Likeness::Same, 1.0)];
    }
    let found = readings.iter().map(|words| contained(words)).find(|found| !found.is_empty());
    if let Some(found) = found {
        return found.into_iter().map(|(field, score)| (field, Likeness::Contains, score)).collect();
    }
    let near = readings.iter().find_map(|words| similar(words));
    near.into_iter().map(|(field, score)| (field, Likeness::Similar, score)).collect()
}

/// Names that say nothing without the group they stand under.
const BARE: [&str; 10] =
    ["name", "names", "id", "number", "no", "code", "erp", "erp id", "erp number", "erp no"];

/// The same for a header under the name of a group: "Name" under "Customer" is the customer's.
pub(crate) fn fields_under(group: &str, header: &str) -> Vec<(Field, Likeness, f64)> {
    let exact = |text: &str| readings(text).iter().find_map(|words| EXACT.get(words.as_str()).copied());
    let bare = || readings(header).iter().any(|words| BARE.contains(&words.as_str()));
    match exact(&format!("{group} {header}")).or_else(|| exact(group).filter(|_| bare())) {
        Some(field) => vec![(field, Likeness::Same, 1.0)],
        None => fields_of(header),
    }
}

fn contained(words: &str) -> Vec<(Field, f64)> {
    if OTHERWISE.iter().any(|other| words.contains(other) && holds(words, other)) {
        return Vec::new();
    }
    let mut longest: Vec<(Field, usize)> = Vec::new();
    for (at, word) in starts(words) {
        for (field, name) in BY_FIRST_WORD.get(word).into_iter().flatten() {
            if !begins_with(&words[at..], name) {
                continue;
            }
            match longest.iter_mut().find(|(found, _)| found == field) {
                Some((_, length)) => *length = (*length).max(name.len()),
                None => longest.push((*field, name.len())),
            }
        }
    }
    longest.sort_by_key(|(field, _)| *field);
    longest.into_iter().map(|(field, length)| (field, 0.6 + 0.35 * share(length, words.len()))).collect()
}

/// The words and where each begins.
fn starts(words: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    words.split(' ').map(move |word| {
        let start = at;
        at += word.len() + 1;
        (start, word)
    })
}

fn begins_with(words: &str, name: &str) -> bool {
    words.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn holds(words: &str, name: &str) -> bool {
    starts(words).any(|(at, _)| begins_with(&words[at..], name))
}

fn similar(words: &str) -> Option<(Field, f64)> {
    const SHORTEST: usize = 4;
    const ENOUGH: f64 = 0.8;
    if words.len() < SHORTEST {
        return None;
    }
    let candidates = NAMES.iter().flat_map(|(field, names)| names.iter().map(move |name| (*field, *name)));
    candidates
        .filter(|(_, name)| name.len() >= SHORTEST)
        .map(|(field, name)| (field, strsim::normalized_damerau_levenshtein(words, name)))
        .filter(|(_, likeness)| *likeness >= ENOUGH)
        .max_by(|one, other| one.1.total_cmp(&other.1))
        .map(|(field, likeness)| (field, likeness * 0.85))
}

#[expect(clippy::cast_precision_loss, reason = "lengths of a few words")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(header: &str) -> Option<Field> {
        fields_of(header).into_iter().max_by(|one, other| one.2.total_cmp(&other.2)).map(|(field, ..)| field)
    }

    #[test]
    fn every_name_is_written_in_its_normal_form_and_means_one_thing() {
        let mut seen = HashMap::new();
        for (field, names) in NAMES.iter() {
            assert!(names.len() > 20, "{field:?} has lost its names");
            for name in names {
                assert_eq!(normal(name, true), *name, "a name that can never be met");
                assert_eq!(seen.insert(*name, field), None, "{name} means two things");
            }
        }
    }

    #[test]
    fn headers_are_understood_in_many_languages() {
        for (header, field) in [
            ("E-Mail", Field::Email),
            ("Work e-mail address", Field::Email),
            ("Adresse électronique", Field::Email),
            ("El. paštas", Field::Email),
            ("e-pasts", Field::Email),
            ("GivenName", Field::FirstName),
            ("Prénom", Field::FirstName),
            ("Imię", Field::FirstName),
            ("Surname", Field::LastName),
            ("Uzvārds", Field::LastName),
            ("Imię i nazwisko", Field::FullName),
            ("Access level", Field::Role),
            ("Zugriffsstufe", Field::Role),
            ("Behörighet", Field::Role),
            ("IDP PREFIX", Field::IdentityProvider),
            ("IdP", Field::IdentityProvider),
            ("EMailAddress", Field::Email),
            ("Login with", Field::IdentityProvider),
            ("Identitätsanbieter", Field::IdentityProvider),
            ("Company / ERP", Field::Organizations),
            ("Företag", Field::Organizations),
            ("Uzņēmums", Field::Organizations),
            ("Įmonė", Field::Organizations),
            ("Organisaties", Field::Organizations),
            ("Orgnization", Field::Organizations),
            ("Company name of the person", Field::Organizations),
        ] {
            assert_eq!(best(header), Some(field), "{header}");
        }
    }

    #[test]
    fn a_group_says_whose_name_it_is() {
        let field = |group, header| fields_under(group, header).first().map(|(field, ..)| *field);
        assert_eq!(field("Customer", "Name"), Some(Field::Organizations));
        assert_eq!(field("Customer", "ERP"), Some(Field::Organizations));
        assert_eq!(field("Person", "Name"), Some(Field::FullName));
        assert_eq!(field("Person", "E-Mail"), Some(Field::Email));
        assert_eq!(field("Role", "Name"), Some(Field::Role));
        assert_eq!(field("Whatever", "First name"), Some(Field::FirstName));
    }

    #[test]
    fn other_columns_are_left_alone() {
        for header in [
            "#",
            "Last login",
            "Created date",
            "Phone",
            "Comment",
            "Account status",
            "Batch",
            "E-mail sent on date",
        ] {
            assert_eq!(best(header), None, "{header}");
        }
    }
}
