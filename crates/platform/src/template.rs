//! The body of an invite call, made from the description's JSON template.

use crate::description::behind_a_line;
use crate::error::in_quotes;
use rollcall_core::{Invitation, sentence};
use serde_json::{Map, Number, Value};

const PEOPLE: &str = "{people}";
/// Stands for the one person of a call that carries no more.
const PERSON: &str = "{person}";

/// A checked template. Keys are written in the template's order.
#[derive(Clone, Debug)]
pub(crate) struct Template {
    body: Value,
    person: Value,
}

/// What a placeholder stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Email,
    FirstName,
    LastName,
    RoleId,
    IdentityProviderId,
    OrganizationIds,
    /// Known only after the invitation.
    UserId,
}

impl Template {
    pub(crate) fn compile(body: &str, person: &str) -> Result<Self, String> {
        let template = Self { body: json("body", body)?, person: json("person", person)? };
        let several = count(&template.body, PEOPLE);
        let alone = count(&template.body, PERSON);
        if several + alone != 1 || (several == 1 && !people_stand_in_an_array(&template.body)) {
            return Err(behind_a_line(sentence!(
                "Calls.invite.body must hold {people} once, inside an array, or {person} once.",
                people = format!("\"{PEOPLE}\""),
                person = format!("\"{PERSON}\"")
            )));
        }
        check_placeholders("body", &template.body, &|text| text == PEOPLE || text == PERSON)?;
        let of_person = |text: &str| slot(text).is_some_and(|(slot, _)| slot != Slot::UserId);
        check_placeholders("person", &template.person, &of_person)?;
        if !holds(&template.person, Slot::Email) {
            return Err(behind_a_line(sentence!(
                "Calls.invite.person must hold {email}.",
                email = "\"{email}\""
            )));
        }
        Ok(template)
    }

    /// Whether a body carries one person alone.
    pub(crate) fn is_of_one(body: &str) -> bool {
        json("body", body).is_ok_and(|body| count(&body, PERSON) > 0)
    }

    /// Whether there is a place for a value.
    pub(crate) fn holds(&self, wanted: Slot) -> bool {
        holds(&self.person, wanted)
    }

    /// The exact bytes of the call.
    pub(crate) fn fill(&self, people: &[Invitation]) -> Vec<u8> {
        let person = |one: &Invitation| fill(&self.person, &|slot, as_number| value_of(slot, as_number, one));
        let people: Vec<Value> = people.iter().filter_map(person).collect();
        // A `Value` has string keys and finite numbers only, so writing it can't fail.
        serde_json::to_vec(&fill_body(&self.body, &people)).unwrap_or_default()
    }
}

pub(crate) fn json(what: &str, text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| {
        behind_a_line(sentence!(
            "{at} is not JSON: {error}.",
            at = format!("calls.invite.{what}"),
            error = error
        ))
    })
}

fn fill_body(template: &Value, people: &[Value]) -> Value {
    match template {
        Value::String(text) if text == PERSON => people.first().cloned().unwrap_or_default(),
        Value::Array(items) => Value::Array(
            items
                .iter()
                .flat_map(|item| match item.as_str() {
                    Some(PEOPLE) => people.to_vec(),
                    _ => vec![fill_body(item, people)],
                })
                .collect(),
        ),
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| (key.clone(), fill_body(value, people)))
            .collect::<Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}

/// Gives a value for a placeholder, as a number where that is wanted.
pub(crate) type Values<'a> = &'a dyn Fn(Slot, bool) -> Option<Value>;

/// `None` where the value is absent, so that its key is left out, or where nothing is left of an object.
pub(crate) fn fill(template: &Value, values: Values<'_>) -> Option<Value> {
    match template {
        Value::String(text) => match slot(text) {
            Some((slot, as_number)) => values(slot, as_number),
            None => Some(template.clone()),
        },
        Value::Array(items) => {
            Some(Value::Array(items.iter().flat_map(|item| spliced(item, values)).collect()))
        }
        Value::Object(map) => {
            let filled = map.iter().filter_map(|(key, value)| Some((key.clone(), fill(value, values)?)));
            let filled = filled.collect::<Map<_, _>>();
            (map.is_empty() || !filled.is_empty()).then(|| filled.into())
        }
        other => Some(other.clone()),
    }
}

fn spliced(item: &Value, values: Values<'_>) -> Vec<Value> {
    match (item, fill(item, values)) {
        (Value::String(_), Some(Value::Array(many))) => many,
        (_, Some(one)) => vec![one],
        (_, None) => Vec::new(),
    }
}

fn value_of(slot: Slot, as_number: bool, person: &Invitation) -> Option<Value> {
    let id = |text: &str| id_value(text, as_number);
    match slot {
        Slot::Email => Some(person.email.as_typed().into()),
        Slot::FirstName => optional(person.first_name.as_deref()),
        Slot::LastName => optional(person.last_name.as_deref()),
        Slot::RoleId => person.role_id.as_ref().map(|it| id(it.as_str())),
        Slot::IdentityProviderId => person.identity_provider_id.as_ref().map(|it| id(it.as_str())),
        Slot::OrganizationIds => Some(person.organization_ids.iter().map(|it| id(it.as_str())).collect()),
        Slot::UserId => None,
    }
}

fn optional(text: Option<&str>) -> Option<Value> {
    text.filter(|text| !text.trim().is_empty()).map(Value::from)
}

pub(crate) fn id_value(text: &str, as_number: bool) -> Value {
    match text.parse::<u64>() {
        Ok(number) if as_number => Value::Number(Number::from(number)),
        _ => text.into(),
    }
}

pub(crate) fn slot(text: &str) -> Option<(Slot, bool)> {
    let inner = text.strip_prefix('{')?.strip_suffix('}')?;
    let (name, as_number) = match inner.strip_suffix(":number") {
        Some(name) => (name, true),
        None => (inner, false),
    };
    let slot = match name {
        "email" => Slot::Email,
        "firstName" => Slot::FirstName,
        "lastName" => Slot::LastName,
        "roleId" => Slot::RoleId,
        "identityProviderId" => Slot::IdentityProviderId,
        "organizationIds" => Slot::OrganizationIds,
        "userId" => Slot::UserId,
        _ => return None,
    };
    let is_id = !matches!(slot, Slot::Email | Slot::FirstName | Slot::LastName);
    (is_id || !as_number).then_some((slot, as_number))
}

pub(crate) fn check_placeholders(
    what: &str,
    template: &Value,
    known: &dyn Fn(&str) -> bool,
) -> Result<(), String> {
    match template {
        Value::String(text) if text.contains(['{', '}']) && !known(text) => Err(behind_a_line(sentence!(
            "{at} holds \"{text}\", which is not a known placeholder.",
            at = format!("calls.invite.{what}"),
            text = in_quotes(text)
        ))),
        Value::Array(items) => items.iter().try_for_each(|item| check_placeholders(what, item, known)),
        Value::Object(map) => map.values().try_for_each(|item| check_placeholders(what, item, known)),
        _ => Ok(()),
    }
}

fn count(template: &Value, text: &str) -> usize {
    match template {
        Value::String(found) => usize::from(found == text),
        Value::Array(items) => items.iter().map(|item| count(item, text)).sum(),
        Value::Object(map) => map.values().map(|item| count(item, text)).sum(),
        _ => 0,
    }
}

fn people_stand_in_an_array(template: &Value) -> bool {
    match template {
        Value::Array(items) => {
            items.iter().any(|item| item.as_str() == Some(PEOPLE) || people_stand_in_an_array(item))
        }
        Value::Object(map) => map.values().any(people_stand_in_an_array),
        _ => false,
    }
}

pub(crate) fn holds(template: &Value, wanted: Slot) -> bool {
    match template {
        Value::String(text) => slot(text).is_some_and(|(found, _)| found == wanted),
        Value::Array(items) => items.iter().any(|item| holds(item, wanted)),
        Value::Object(map) => map.values().any(|item| holds(item, wanted)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Description;
    use rollcall_core::EmailAddress;

    fn full() -> Invitation {
        Invitation {
            email: EmailAddress::parse("Paul.Smith@Contoso.example").expect("an address"),
            first_name: Some("Pāul \"P\"".to_owned()),
            last_name: Some("Smith".to_owned()),
            role_id: Some("11".into()),
            identity_provider_id: Some("22".into()),
            organization_ids: vec!["33".into(), "44".into()],
        }
    }

    fn bare() -> Invitation {
        Invitation {
            email: EmailAddress::parse("a@b.example").expect("an address"),
            first_name: None,
            last_name: Some("  ".to_owned()),
            role_id: Some("r".into()),
            identity_provider_id: None,
            organization_ids: vec!["o".into()],
        }
    }

    fn text(bytes: Vec<u8>) -> String {
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn the_built_in_body_is_the_contracts_and_leaves_absent_values_out() {
        let template = Description::built_in("appxite").expect("built in").template;
        insta::assert_snapshot!(
            text(template.fill(&[full(), bare()])),
            @r#"{"Users":[{"Email":"Paul.Smith@Contoso.example","FirstName":"Pāul \"P\"","LastName":"Smith","GroupId":"11","IdentityProviderId":"22","OrganizationIds":["33","44"]},{"Email":"a@b.example","GroupId":"r","OrganizationIds":["o"]}]}"#
        );
    }

    #[test]
    fn a_description_may_want_numbers_constants_and_other_keys() {
        let template = Template::compile(
            r#"{"send": true, "people": [ "{people}" ]}"#,
            r#"{"role": {"id": "{roleId:number}"}, "orgs": "{organizationIds}", "mail": ["{email}"]}"#,
        )
        .expect("a template");
        insta::assert_snapshot!(
            text(template.fill(&[full()])),
            @r#"{"send":true,"people":[{"role":{"id":11},"orgs":["33","44"],"mail":["Paul.Smith@Contoso.example"]}]}"#
        );
    }

    #[test]
    fn a_call_may_be_the_one_person_and_leaves_out_what_is_empty() {
        let template = Description::built_in("scim2").expect("built in").template;
        insta::assert_snapshot!(
            text(template.fill(&[bare()])),
            @r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a@b.example","emails":[{"value":"a@b.example","type":"work","primary":true}],"active":true}"#
        );
    }

    #[test]
    fn a_template_with_a_wrong_word_is_refused() {
        let person = r#"{"e":"{email}"}"#;
        for (body, person) in [
            (r#"{"Users":"{people}"}"#, person),
            (r#"{"Users":[]}"#, person),
            (r#"["{people}"]"#, r#"{"e":"{mail}"}"#),
            (r#"["{people}"]"#, r#"{"r":"{roleId}"}"#),
            (r#"["{people}"]"#, r#"{"e":"{email:number}"}"#),
            (r#"["{people}""#, person),
            (r#"["{people}", "{person}"]"#, person),
            (r#"["{people}"]"#, r#"{"e":"{email}","i":"{userId}"}"#),
        ] {
            assert!(Template::compile(body, person).is_err(), "{body} {person}");
        }
    }

    #[test]
    fn an_address_that_looks_like_a_placeholder_is_sent_as_it_is() {
        let template =
            Template::compile(r#"["{people}"]"#, r#"{"e":"{email}","n":"{firstName}"}"#).expect("a template");
        let person = Invitation { first_name: Some("{people}".to_owned()), ..bare() };
        assert_eq!(text(template.fill(&[person])), r#"[{"e":"a@b.example","n":"{people}"}]"#);
    }
}
