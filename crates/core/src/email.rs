//! Addresses: checked for shape, compared by one rule, sent as typed.

use std::str::FromStr;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// An address with a local part and a domain, in the case that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress {
    typed: String,
    canonical: CanonicalEmail,
}

/// The form for comparing only: trimmed, NFC, domain lower-cased and IDNA, local part lower-cased.
/// No folding of plus-tags or dots.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CanonicalEmail(String);

/// Why a text is not an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailProblem {
    /// Nothing there.
    #[error("there is no address")]
    Missing,
    /// Not of the form `name@domain`.
    #[error("this is not an e-mail address")]
    Malformed,
}

impl EmailAddress {
    /// Checks `text` after trimming it.
    ///
    /// # Errors
    /// [`EmailProblem`] when the text is blank or not of the form `name@domain.tld`.
    pub fn parse(text: &str) -> Result<Self, EmailProblem> {
        let typed = text.trim();
        if typed.is_empty() {
            return Err(EmailProblem::Missing);
        }
        let (local, domain) = typed.rsplit_once('@').ok_or(EmailProblem::Malformed)?;
        if is_everyday(local, domain) {
            let canonical = CanonicalEmail(typed.to_ascii_lowercase());
            return Ok(Self { typed: typed.to_owned(), canonical });
        }
        Self::by_the_standards(typed, local, domain)
    }

    fn by_the_standards(typed: &str, local: &str, domain: &str) -> Result<Self, EmailProblem> {
        let domain = idna::domain_to_ascii(domain).map_err(|_| EmailProblem::Malformed)?;
        let shape = format!("{}@{domain}", shape(local));
        email_address::EmailAddress::from_str(&shape).map_err(|_| EmailProblem::Malformed)?;
        // A display part, a quoted local part or a bare host can't be invited, though RFC 5321 allows the last two.
        let plain = !typed.contains(['<', '>', '"', ' ', '(', ')']);
        if !plain || !domain.contains('.') || domain.starts_with('[') {
            return Err(EmailProblem::Malformed);
        }
        let canonical = canonical(local, &domain);
        Ok(Self { typed: typed.to_owned(), canonical })
    }

    /// What is sent: the address in the case that was typed.
    pub fn as_typed(&self) -> &str {
        &self.typed
    }

    /// What is compared.
    pub fn canonical(&self) -> &CanonicalEmail {
        &self.canonical
    }
}

impl CanonicalEmail {
    /// The form for comparing of any listed text, well-formed or not: a platform may list what
    /// Rollcall would refuse, and must still be recognised.
    pub fn of_listed(text: &str) -> Self {
        match EmailAddress::parse(text) {
            Ok(address) => address.canonical,
            Err(_) => Self(text.trim().nfc().collect::<String>().to_lowercase()),
        }
    }

    /// The text form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What follows the last `@`; empty where there is none.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

/// Whether an address is of the form that nearly all have, for which every standard agrees: a list of a million
/// takes a tenth of the time then. What this doesn't know is not wrong; it is looked at by the standards.
fn is_everyday(local: &str, domain: &str) -> bool {
    const LONGEST_LOCAL: usize = 64;
    const LONGEST_DOMAIN: usize = 200;
    local.len() <= LONGEST_LOCAL
        && domain.len() <= LONGEST_DOMAIN
        && is_everyday_local(local.as_bytes())
        && is_everyday_domain(domain.as_bytes())
}

/// Letters, digits and a few marks, with single dots between them.
fn is_everyday_local(local: &[u8]) -> bool {
    let mut before = b'.';
    for byte in local {
        match byte {
            b'.' if before == b'.' => return false,
            b'.' | b'_' | b'+' | b'-' => {}
            byte if byte.is_ascii_alphanumeric() => {}
            _ => return false,
        }
        before = *byte;
    }
    before != b'.'
}

/// Two labels or more of letters, digits and hyphens within; the last of letters alone.
fn is_everyday_domain(domain: &[u8]) -> bool {
    const LONGEST_LABEL: usize = 63;
    let (mut label, mut letters, mut labels) = (0, true, 0);
    for (at, byte) in domain.iter().enumerate() {
        match byte {
            b'.' => {
                if label == 0 || domain[at - 1] == b'-' {
                    return false;
                }
                (label, letters, labels) = (0, true, labels + 1);
                continue;
            }
            // A label of two hyphens in the third place is a code, or reserved for one.
            b'-' if label == 0 || (label == 3 && domain[at - 1] == b'-') => return false,
            b'-' => letters = false,
            byte if byte.is_ascii_alphabetic() => {}
            byte if byte.is_ascii_digit() => letters = false,
            _ => return false,
        }
        label += 1;
        if label > LONGEST_LABEL {
            return false;
        }
    }
    labels > 0 && label > 0 && letters
}

/// The local part with one letter for every letter and mark of another script: RFC 6531 allows them all,
/// and the checker knows letters without marks only.
fn shape(local: &str) -> String {
    let foreign = |c: char| !c.is_ascii() && (c.is_alphanumeric() || is_combining_mark(c));
    local.chars().map(|c| if foreign(c) { 'x' } else { c }).collect()
}

fn canonical(local: &str, ascii_domain: &str) -> CanonicalEmail {
    let local = local.nfc().collect::<String>().to_lowercase();
    CanonicalEmail(format!("{local}@{ascii_domain}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_case_typed_is_kept_and_not_compared() {
        let typed = EmailAddress::parse(" Paul.Smith@Contoso.example ").expect("an address");
        let other = EmailAddress::parse("paul.smith@contoso.EXAMPLE").expect("an address");
        assert_eq!(typed.as_typed(), "Paul.Smith@Contoso.example");
        assert_eq!(typed.canonical(), other.canonical());
    }

    #[test]
    fn an_international_domain_equals_its_ascii_form() {
        let unicode = EmailAddress::parse("a@bücher.example").expect("an address");
        let ascii = EmailAddress::parse("a@xn--bcher-kva.example").expect("an address");
        assert_eq!(unicode.canonical(), ascii.canonical());
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same_person() {
        let composed = EmailAddress::parse("j\u{f6}rg@woodgrove.example").expect("an address");
        let decomposed = EmailAddress::parse("jo\u{308}rg@woodgrove.example").expect("an address");
        assert_eq!(composed.canonical(), decomposed.canonical());
    }

    #[test]
    fn letters_of_every_script_make_an_address_and_invisible_ones_do_not() {
        for text in ["\u{938}\u{902}\u{92a}\u{930}\u{94d}\u{915}@x.example", "\u{5f20}\u{4f1f}@x.example"] {
            assert!(EmailAddress::parse(text).is_ok(), "{text}");
        }
        for text in ["a\u{200b}b@x.example", "a\u{a0}b@x.example", "ab@x\u{200b}.example@"] {
            assert_eq!(EmailAddress::parse(text), Err(EmailProblem::Malformed), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn an_everyday_address_is_what_the_standards_say_it_is(
            local in "[a-zA-Z0-9._+-]{1,12}",
            domain in "[a-zA-Z0-9.-]{1,14}(\\.[a-z0-9-]{1,4})?",
        ) {
            let typed = format!("{local}@{domain}");
            if is_everyday(&local, &domain) {
                let quick = EmailAddress::parse(&typed);
                proptest::prop_assert_eq!(quick, EmailAddress::by_the_standards(&typed, &local, &domain));
            }
        }
    }

    #[test]
    fn plus_tags_and_dots_make_different_people() {
        let tagged = EmailAddress::parse("a.b+x@contoso.example").expect("an address");
        let plain = EmailAddress::parse("ab@contoso.example").expect("an address");
        assert_ne!(tagged.canonical(), plain.canonical());
    }

    #[test]
    fn what_is_not_an_address_is_refused() {
        for text in
            ["not-an-address", "a@b", "@x.example", "a b@x.example", "Ann <a@x.example>", "a@[127.0.0.1]"]
        {
            assert_eq!(EmailAddress::parse(text), Err(EmailProblem::Malformed), "{text}");
        }
        assert_eq!(EmailAddress::parse("  "), Err(EmailProblem::Missing));
    }
}
