use super::*;

fn people(names: &[&str]) -> Vec<CanonicalEmail> {
    names.iter().map(|name| CanonicalEmail::of_listed(&format!("{name}@contoso.example"))).collect()
}

fn invited(name: &str) -> InviteResult {
    InviteResult::Invited {
        email: format!("{name}@Contoso.example"),
        user_id: Some(UserId(format!("id-{name}"))),
    }
}

fn refused(name: &str) -> InviteResult {
    InviteResult::Refused {
        email: format!("{name}@contoso.example"),
        code: "UnknownRole".to_owned(),
        message: "No such role.".to_owned(),
    }
}

fn answered(results: Vec<InviteResult>) -> Judgement {
    judge(&people(&["a", "b", "c"]), &Observation::Answered { results })
}

fn kinds(judgement: &Judgement) -> Vec<&'static str> {
    judgement
        .rows
        .iter()
        .map(|row| match row {
            Verdict::Confirmed { .. } => "confirmed",
            Verdict::ConfirmedInPart { .. } => "confirmed in part",
            Verdict::Refused { .. } => "refused",
            Verdict::NotProcessed => "ready",
            Verdict::Unknown { .. } => "unknown",
        })
        .collect()
}

#[test]
fn a_call_of_which_no_byte_went_out_may_be_sent_again_later() {
    let judgement = judge(&people(&["a", "b"]), &Observation::NotSent { reason: String::new() });
    assert_eq!(kinds(&judgement), ["ready", "ready"]);
    assert_eq!((judgement.then, judgement.understood), (Then::TryLater, None));
}

#[test]
fn a_rate_limit_pauses_as_told_and_nothing_counts_as_sent() {
    let retry_after = Some(Duration::from_secs(17));
    let judgement = judge(&people(&["a"]), &Observation::RateLimited { retry_after });
    assert_eq!(kinds(&judgement), ["ready"]);
    assert_eq!(judgement.then, Then::Wait { retry_after, quota: false });
}

#[test]
fn a_used_up_quota_pauses_as_told() {
    let judgement = judge(&people(&["a"]), &Observation::QuotaUsedUp { retry_after: None });
    assert_eq!(kinds(&judgement), ["ready"]);
    assert_eq!(judgement.then, Then::Wait { retry_after: None, quota: true });
}

#[test]
fn a_refused_key_leaves_the_rows_ready_and_stops() {
    let judgement = judge(&people(&["a"]), &Observation::KeyRefused { message: "no key".into() });
    assert_eq!(kinds(&judgement), ["ready"]);
    assert_eq!(judgement.then, Then::Stop(Stop::Key("no key".into())));
}

#[test]
fn a_refused_token_is_renewed() {
    let judgement = judge(&people(&["a"]), &Observation::TokenRefused);
    assert_eq!(kinds(&judgement), ["ready"]);
    assert_eq!(judgement.then, Then::RenewSignIn);
}

#[test]
fn a_missing_permission_leaves_the_rows_ready_and_stops() {
    let judgement = judge(&people(&["a"]), &Observation::Forbidden { message: "may not".into() });
    assert_eq!(kinds(&judgement), ["ready"]);
    assert_eq!(judgement.then, Then::Stop(Stop::Permission("may not".into())));
}

#[test]
fn a_call_that_is_too_large_is_halved_and_a_single_row_refused() {
    let two = judge(&people(&["a", "b"]), &Observation::TooLarge);
    assert_eq!(kinds(&two), ["ready", "ready"]);
    assert_eq!(two.then, Then::Halve { too_large: true });
    let one = judge(&people(&["a"]), &Observation::TooLarge);
    assert_eq!(kinds(&one), ["refused"]);
    assert_eq!((one.then, one.understood), (Then::RefusedAlone, None));
}

#[test]
fn an_atomic_refusal_is_halved_down_to_the_guilty_row() {
    let bad = Observation::BadRequest { message: "Users[1].Email".into(), atomic: true };
    let two = judge(&people(&["a", "b"]), &bad);
    assert_eq!(kinds(&two), ["ready", "ready"]);
    assert_eq!(two.then, Then::Halve { too_large: false });
    let one = judge(&people(&["a"]), &bad);
    assert_eq!(one.rows, [Verdict::Refused { code: "bad-request".into(), message: "Users[1].Email".into() }]);
}

#[test]
fn a_refusal_that_is_not_atomic_proves_nothing() {
    let bad = Observation::BadRequest { message: String::new(), atomic: false };
    for names in [&["a"][..], &["a", "b"][..]] {
        let judgement = judge(&people(names), &bad);
        assert!(kinds(&judgement).iter().all(|kind| *kind == "unknown"));
        assert_eq!(judgement.understood, Some(false));
    }
}

#[test]
fn a_whole_answer_is_taken_row_by_row_in_any_order_and_case() {
    let judgement = answered(vec![refused("c"), invited("A"), invited("b")]);
    assert_eq!(kinds(&judgement), ["confirmed", "confirmed", "refused"]);
    assert_eq!(judgement.rows[0], Verdict::Confirmed { user_id: Some(UserId("id-A".into())) });
    assert_eq!((judgement.then, judgement.understood), (Then::GoOn, Some(true)));
}

#[test]
fn a_row_without_a_result_is_unknown_whatever_the_status_was() {
    let judgement = answered(vec![invited("a"), refused("c")]);
    assert_eq!(kinds(&judgement), ["confirmed", "unknown", "refused"]);
    assert_eq!(judgement.understood, Some(false));
}

#[test]
fn a_word_that_nobody_understands_is_believed_neither_alone_nor_beside_a_clear_one() {
    let unclear = |name: &str| InviteResult::Unclear { email: format!("{name}@contoso.example") };
    let judgement = answered(vec![invited("a"), unclear("b"), unclear("c"), invited("c")]);
    assert_eq!(kinds(&judgement), ["confirmed", "unknown", "unknown"]);
    assert_eq!(judgement.understood, Some(false));
}

#[test]
fn a_row_with_two_results_is_unknown_even_if_they_agree() {
    let judgement = answered(vec![invited("a"), invited("b"), invited("b"), invited("c")]);
    assert_eq!(kinds(&judgement), ["confirmed", "unknown", "confirmed"]);
}

#[test]
fn an_answer_that_names_strangers_is_not_believed_at_all() {
    let judgement = answered(vec![invited("a"), invited("b"), invited("c"), invited("stranger")]);
    assert_eq!(kinds(&judgement), ["unknown", "unknown", "unknown"]);
    assert_eq!(judgement.understood, Some(false));
}

#[test]
fn somebody_invited_without_the_step_after_it_is_confirmed_with_what_is_missing() {
    let in_part = InviteResult::InvitedInPart {
        email: "A@contoso.example".to_owned(),
        user_id: None,
        why: "No role.".to_owned(),
    };
    let judgement = judge(&people(&["a"]), &Observation::Answered { results: vec![in_part] });
    let expected = Verdict::ConfirmedInPart { user_id: None, message: "No role.".to_owned() };
    assert_eq!((judgement.rows, judgement.understood), (vec![expected], Some(true)));
}

#[test]
fn a_refusal_without_words_has_a_code_and_a_sentence_all_the_same() {
    let silent = InviteResult::Refused {
        email: "a@contoso.example".to_owned(),
        code: String::new(),
        message: " ".to_owned(),
    };
    let judgement = judge(&people(&["a"]), &Observation::Answered { results: vec![silent] });
    let expected = Verdict::Refused {
        code: "refused".to_owned(),
        message: "The platform refused to invite this person and did not say why.".to_owned(),
    };
    assert_eq!(judgement.rows, [expected]);
    let silent = Observation::BadRequest { message: String::new(), atomic: true };
    let expected = Verdict::Refused {
        code: "bad-request".to_owned(),
        message: "The platform refused to invite this person and did not say why.".to_owned(),
    };
    assert_eq!(judge(&people(&["a"]), &silent).rows, [expected]);
}

#[test]
fn an_unreadable_answer_leaves_every_row_unknown() {
    let judgement = judge(&people(&["a", "b"]), &Observation::Unreadable { reason: String::new() });
    assert_eq!(kinds(&judgement), ["unknown", "unknown"]);
    assert_eq!(judgement.then, Then::GoOn);
}

#[test]
fn a_redirect_leaves_every_row_unknown_and_stops() {
    let judgement = judge(&people(&["a"]), &Observation::Redirected { status: 307 });
    assert_eq!(kinds(&judgement), ["unknown"]);
    assert_eq!(judgement.then, Then::Stop(Stop::Redirect(307)));
}

#[test]
fn every_other_status_and_every_silence_leaves_the_rows_unknown() {
    for status in [408, 409, 500, 502, 503, 504, 418] {
        let judgement = judge(&people(&["a"]), &Observation::Unclear { status });
        assert_eq!(kinds(&judgement), ["unknown"], "status {status}");
    }
    let judgement = judge(&people(&["a"]), &Observation::NoAnswer { reason: String::new() });
    assert_eq!(kinds(&judgement), ["unknown"]);
}
