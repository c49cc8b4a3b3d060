//! Names taken apart: how people write `identity-providers`, `IdentityProviders` and `identity_providers` alike.

/// The words of a name in lower case, each in the singular.
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![String::new()];
    let mut before = ' ';
    for letter in name.chars() {
        let begins = letter.is_uppercase() && before.is_lowercase();
        if !letter.is_alphanumeric() || begins {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.extend(letter.to_lowercase());
        }
        before = letter;
    }
    words.into_iter().filter(|word| !word.is_empty()).map(|word| singular(&word)).collect()
}

fn singular(word: &str) -> String {
    match word {
        "people" => "person".to_owned(),
        _ if word.ends_with("ies") && word.len() > 4 => format!("{}y", &word[..word.len() - 3]),
        _ if word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && word.len() > 3 => {
            word[..word.len() - 1].to_owned()
        }
        _ => word.to_owned(),
    }
}

/// The form in which names are compared: lower case, without `_` and `-`, as descriptions compare keys.
pub(crate) fn fold(name: &str) -> String {
    name.chars().filter(|letter| !matches!(letter, '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// `text` on one line, cut at `most` letters.
pub(crate) fn short(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        Some(_) => format!("{}…", line.chars().take(most.saturating_sub(1)).collect::<String>().trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart_however_they_are_written() {
        for name in ["identity-providers", "IdentityProviders", "identity_provider", "identityProvider"] {
            assert_eq!(words(name), ["identity", "provider"], "{name}");
        }
        assert_eq!(words("listAllPeople"), ["list", "all", "person"]);
        assert_eq!(words("companies"), ["company"]);
        assert_eq!(words("access/status"), ["access", "status"]);
        assert_eq!(words("--"), Vec::<String>::new());
    }

    #[test]
    fn a_long_text_is_cut_between_letters() {
        assert_eq!(short("Ünï  cödé\n text", 7), "Ünï cö…");
        assert_eq!(short("short", 7), "short");
    }
}
