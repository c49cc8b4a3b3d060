//! Mail domains that anybody gets a mailbox at.

use crate::Accounts;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A mail domain that anybody gets a mailbox at: an address there says nothing of an employer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FreeMail {
    /// Whose accounts its mailboxes are, where that is a way to sign in.
    pub accounts: Option<Accounts>,
}

static DOMAINS: LazyLock<HashMap<&str, FreeMail>> = LazyLock::new(|| {
    let lines = include_str!("freemail.txt").lines().filter(|line| !line.starts_with('#'));
    let named = lines.filter_map(|line| line.split_once(':')).flat_map(|(whose, domains)| {
        let accounts = match whose {
            "google" => Some(Accounts::Google),
            "microsoft" => Some(Accounts::Microsoft),
            _ => None,
        };
        domains.split(',').map(move |domain| (domain.trim(), FreeMail { accounts }))
    });
    named.collect()
});

impl FreeMail {
    /// What is known of a domain, given in lower case; nothing where it is not one of them.
    pub fn of(domain: &str) -> Option<Self> {
        DOMAINS.get(domain).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_of_private_mailboxes_is_known_and_whose_accounts_they_are() {
        assert_eq!(FreeMail::of("gmail.com"), Some(FreeMail { accounts: Some(Accounts::Google) }));
        assert_eq!(FreeMail::of("gmx.de"), Some(FreeMail { accounts: None }));
        assert_eq!(FreeMail::of("contoso.example"), None);
    }
}
