//! What a person is told beside the people.

use crate::lists::List;
use rollcall_findings::{MOST_PARTS, Rule};

#[test]
fn a_finding_says_where_its_people_are_and_what_was_assumed() {
    let mut assumed = 0;
    for seed in 0..200 {
        let list = List::random(seed);
        for finding in list.judged().findings {
            let largest_first = finding.parts.is_sorted_by(|a, b| a.people >= b.people);
            assert!(largest_first && finding.parts.len() <= MOST_PARTS, "{finding:?}");
            assert!(finding.parts_total as usize >= finding.parts.len());
            if finding.rule == Rule::PrivilegedOutsideDomains {
                assumed += 1;
                assert!(finding.basis[0].text.starts_with("Taken for your own: "), "{:?}", finding.basis);
            }
        }
    }
    assert!(assumed > 20, "{assumed}");
}

#[test]
fn findings_stand_in_the_order_of_the_rules() {
    let lists = (0..200).map(|seed| List::random(seed).judged().findings);
    let mut several = 0;
    for findings in lists {
        several += usize::from(findings.len() > 3);
        assert!(findings.is_sorted_by_key(|finding| finding.rule), "{findings:?}");
    }
    assert!(several > 20, "{several}");
}
