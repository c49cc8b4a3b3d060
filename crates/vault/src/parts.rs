//! Secrets that are longer than an entry of the keychain.
//!
//! Where entries are limited, the entry of a secret starts with a line `count tag`, and further parts
//! are in entries named `account#tag.2` and so on. The tag is new at each write and the first entry is
//! written last, so that a write that is cut half-way leaves the old secret whole.

use crate::VaultState;
use crate::keychain::Keychain;
use rollcall_core::Secret;

/// Room for the line in front: at most 5 digits, a space, 8 digits and the line's end.
const HEAD: usize = 16;

/// Reads a secret, whole or from its parts.
pub(crate) fn read(keychain: &dyn Keychain, account: &str) -> Result<Option<Secret>, VaultState> {
    let Some(entry) = keychain.read(account)? else { return Ok(None) };
    if keychain.longest_entry().is_none() {
        return Ok(Some(entry));
    }
    // Seen to join the parts; the whole is a secret again.
    let Some((head, first)) = Head::split(entry.expose()) else { return Err(VaultState::Denied) };
    let mut whole = String::with_capacity(first.len() * head.count);
    whole.push_str(first);
    for account in head.further(account) {
        // A part that is gone makes the secret unreadable, not absent: absent would be answered with
        // a new one.
        let part = keychain.read(&account)?.ok_or(VaultState::Denied)?;
        // Seen to join the parts.
        whole.push_str(part.expose());
    }
    Ok(Some(Secret::new(whole)))
}

/// Stores a secret in place of what was there.
pub(crate) fn write(keychain: &dyn Keychain, account: &str, secret: &Secret) -> Result<(), VaultState> {
    let Some(longest) = keychain.longest_entry() else { return keychain.write(account, secret) };
    let old = head_of(keychain, account)?;
    // Seen to cut it; each part is a secret again.
    let parts = cut(secret.expose(), longest - HEAD);
    let head = Head { count: parts.len(), tag: new_tag()? };
    for (account, part) in head.further(account).zip(parts.iter().skip(1)) {
        keychain.write(&account, &Secret::new(*part))?;
    }
    let first = parts.first().copied().unwrap_or_default();
    keychain.write(account, &Secret::new(format!("{} {}\n{first}", head.count, head.tag)))?;
    discard(keychain, account, old)
}

/// Removes a secret and all of its parts.
pub(crate) fn delete(keychain: &dyn Keychain, account: &str) -> Result<(), VaultState> {
    let old = match keychain.longest_entry() {
        Some(_) => head_of(keychain, account)?,
        None => None,
    };
    keychain.delete(account)?;
    discard(keychain, account, old)
}

fn discard(keychain: &dyn Keychain, account: &str, old: Option<Head>) -> Result<(), VaultState> {
    old.iter().flat_map(|head| head.further(account)).try_for_each(|account| keychain.delete(&account))
}

fn head_of(keychain: &dyn Keychain, account: &str) -> Result<Option<Head>, VaultState> {
    let entry = keychain.read(account)?;
    // Seen for its first line alone.
    Ok(entry.and_then(|entry| Head::split(entry.expose()).map(|(head, _)| head)))
}

struct Head {
    count: usize,
    tag: String,
}

impl Head {
    fn split(entry: &str) -> Option<(Self, &str)> {
        let (line, rest) = entry.split_once('\n')?;
        let (count, tag) = line.split_once(' ')?;
        Some((Self { count: count.parse().ok()?, tag: tag.to_owned() }, rest))
    }

    fn further(&self, account: &str) -> impl Iterator<Item = String> {
        (2..=self.count).map(move |number| format!("{account}#{}.{number}", self.tag))
    }
}

fn new_tag() -> Result<String, VaultState> {
    let number = getrandom::u32().map_err(|_| VaultState::Denied)?;
    Ok(format!("{number:08x}"))
}

/// Cuts between characters, so that each part is text too.
fn cut(text: &str, longest: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while rest.len() > longest {
        let (part, further) = rest.split_at(rest.floor_char_boundary(longest));
        parts.push(part);
        rest = further;
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fake::FakeKeychain;

    fn small() -> FakeKeychain {
        FakeKeychain { longest: Some(40), ..FakeKeychain::default() }
    }

    fn read_text(keychain: &FakeKeychain) -> Option<String> {
        read(keychain, "a").expect("readable").map(|secret| secret.expose().to_owned())
    }

    #[test]
    fn a_secret_longer_than_an_entry_comes_back_whole() {
        for text in ["x".to_owned(), "0123456789".repeat(50), "ż".repeat(333), "2 ab\n".to_owned()] {
            let keychain = small();
            write(&keychain, "a", &Secret::new(text.clone())).expect("stored");
            assert_eq!(read_text(&keychain), Some(text));
            assert!(keychain.longest_stored() <= 40, "an entry is longer than the keychain takes");
        }
    }

    #[test]
    fn a_shorter_secret_leaves_no_part_of_the_longer_one() {
        let keychain = small();
        write(&keychain, "a", &Secret::new("long ".repeat(50))).expect("stored");
        write(&keychain, "a", &Secret::new("short")).expect("stored");
        assert_eq!((read_text(&keychain).as_deref(), keychain.count()), (Some("short"), 1));
        delete(&keychain, "a").expect("removed");
        assert_eq!((read_text(&keychain), keychain.count()), (None, 0));
    }

    #[test]
    fn a_write_cut_half_way_leaves_the_old_secret() {
        let keychain = small();
        write(&keychain, "a", &Secret::new("old ".repeat(50))).expect("stored");
        keychain.fail_writes_after(3);
        let failed = write(&keychain, "a", &Secret::new("new ".repeat(50)));
        assert_eq!(failed, Err(VaultState::Denied));
        assert_eq!(read_text(&keychain), Some("old ".repeat(50)));
    }

    #[test]
    fn a_missing_part_is_a_refusal_and_not_an_absence() {
        let keychain = small();
        write(&keychain, "a", &Secret::new("long ".repeat(50))).expect("stored");
        keychain.forget_where(|account| account.ends_with(".2"));
        assert_eq!(read(&keychain, "a").map(|_| ()), Err(VaultState::Denied));
    }
}
