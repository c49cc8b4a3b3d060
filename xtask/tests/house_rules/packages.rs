//! What a package says of itself in software centres, it says in every language of the window.

use crate::tree::{self, SourceFile};
use crate::{assert_found, assert_none};

const METAINFO: &str = "src-tauri/bundle/linux/dev.rollcall.desktop.metainfo.xml";
/// In the order in which they stand below the English text.
const LANGUAGES: &[&str] = &["de", "lv"];
/// The elements that hold sentences, each on a line of its own.
const SENTENCES: &[&str] = &["summary", "p", "li"];

/// The element of an English sentence that stands on a line.
fn english(line: &str) -> Option<&'static str> {
    SENTENCES.iter().copied().find(|name| line.starts_with(&format!("<{name}>")))
}

/// English sentences that are not followed by each language in turn.
fn untranslated(file: &SourceFile) -> Vec<String> {
    let lines: Vec<&str> = file.text.lines().map(str::trim).collect();
    let mut findings = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(name) = english(line) else { continue };
        for (place, language) in LANGUAGES.iter().enumerate() {
            let wanted = format!("<{name} xml:lang=\"{language}\">");
            if !lines.get(at + 1 + place).is_some_and(|next| next.starts_with(&wanted)) {
                findings.push(format!("{}: no {language} below {line}", file.path));
            }
        }
    }
    findings
}

#[test]
fn software_centres_are_told_everything_in_every_language() {
    let file = tree::read(METAINFO);
    let sentences = file.text.lines().filter(|line| english(line.trim()).is_some()).count();
    assert!(sentences >= 5, "only {sentences} sentences were found: the rule looks in the wrong place");
    assert_none(&untranslated(&file), "Say it in each language, right below the English, in the same order.");
}

#[test]
fn a_sentence_that_a_language_lacks_is_found() {
    let text = |below: &str| format!("<ul>\n  <li>Look</li>\n{below}</ul>\n<p xml:lang=\"de\">Dort</p>\n");
    let (german, latvian) = ("  <li xml:lang=\"de\">Schau</li>\n", "  <li xml:lang=\"lv\">Skaties</li>\n");
    let file = |below: &str| SourceFile::example("x.metainfo.xml", &text(below));
    assert_eq!(untranslated(&file(&format!("{german}{latvian}"))), Vec::<String>::new());
    assert_found(&untranslated(&file(german)), "no lv below <li>Look</li>");
    assert_eq!(untranslated(&file(latvian)).len(), 2, "what stands in another place is missing in its own");
}
