//! The body of an invite call, made from the description's JSON template.

use rollcall_core::Invitation;
use serde_json::{Map, Number, Value};

const PEOPLE: &str = "{people}";

/// A checked template. Keys are written in the template's order.
#[derive(Clone, Debug)]
pub(crate) struct Template {
    body: Value,
    person: Value,
}

/// What a placeholder stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Email,
    FirstName,
    LastName,
    RoleId,
    IdentityProviderId,
    OrganizationIds,
}

impl Template {
    pub(crate) fn compile(body: &str, person: &str) -> Result<Self, String> {
        let template = Self { body: json("body", body)?, person: json("person", person)? };
        if count(&template.body, PEOPLE) != 1 || !people_stand_in_an_array(&template.body) {
            return Err(format!("calls.invite.body must hold \"{PEOPLE}\" once, inside an array"));
        }
        check_placeholders(&template.body, &|text| text == PEOPLE)?;
        check_placeholders(&template.person, &|text| slot(text).is_some())?;
        if !holds(&template.person, Slot::Email) {
            return Err("calls.invite.person must hold \"{email}\"".to_owned());
        }
        Ok(template)
    }

    /// The exact bytes of the call.
    pub(crate) fn fill(&self, people: &[Invitation]) -> Vec<u8> {
        let people: Vec<Value> = people.iter().filter_map(|one| fill_person(&self.person, one)).collect();
        // A `Value` has string keys and finite numbers only, so writing it can't fail.
        serde_json::to_vec(&fill_body(&self.body, &people)).unwrap_or_default()
    }
}

fn json(what: &str, text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| format!("calls.invite.{what} is not JSON: {error}"))
}

fn fill_body(template: &Value, people: &[Value]) -> Value {
    match template {
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

/// `None` where the value is absent, so that its key is left out.
fn fill_person(template: &Value, person: &Invitation) -> Option<Value> {
    match template {
        Value::String(text) => match slot(text) {
            Some((slot, as_number)) => value_of(slot, as_number, person),
            None => Some(template.clone()),
        },
        Value::Array(items) => {
            Some(Value::Array(items.iter().flat_map(|item| spliced(item, person)).collect()))
        }
        Value::Object(map) => {
            let filled =
                map.iter().filter_map(|(key, value)| Some((key.clone(), fill_person(value, person)?)));
            Some(filled.collect::<Map<_, _>>().into())
        }
        other => Some(other.clone()),
    }
}

fn spliced(item: &Value, person: &Invitation) -> Vec<Value> {
    match (item, fill_person(item, person)) {
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
        Slot::RoleId => Some(id(person.role_id.as_str())),
        Slot::IdentityProviderId => person.identity_provider_id.as_ref().map(|it| id(it.as_str())),
        Slot::OrganizationIds => Some(person.organization_ids.iter().map(|it| id(it.as_str())).collect()),
    }
}

fn optional(text: Option<&str>) -> Option<Value> {
    text.filter(|text| !text.trim().is_empty()).map(Value::from)
}

fn id_value(text: &str, as_number: bool) -> Value {
    match text.parse::<u64>() {
        Ok(number) if as_number => Value::Number(Number::from(number)),
        _ => text.into(),
    }
}

fn slot(text: &str) -> Option<(Slot, bool)> {
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
        _ => return None,
    };
    let is_id = matches!(slot, Slot::RoleId | Slot::IdentityProviderId | Slot::OrganizationIds);
    (is_id || !as_number).then_some((slot, as_number))
}

fn check_placeholders(template: &Value, known: &dyn Fn(&str) -> bool) -> Result<(), String> {
    match template {
        Value::String(text) if text.contains(['{', '}']) && !known(text) => {
            Err(format!("{text:?} in the template of calls.invite is not a known placeholder"))
        }
        Value::Array(items) => items.iter().try_for_each(|item| check_placeholders(item, known)),
        Value::Object(map) => map.values().try_for_each(|item| check_placeholders(item, known)),
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

fn holds(template: &Value, wanted: Slot) -> bool {
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
            role_id: "11".into(),
            identity_provider_id: Some("22".into()),
            organization_ids: vec!["33".into(), "44".into()],
        }
    }

    fn bare() -> Invitation {
        Invitation {
            email: EmailAddress::parse("a@b.example").expect("an address"),
            first_name: None,
            last_name: Some("  ".to_owned()),
            role_id: "r".into(),
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
    fn a_template_with_a_wrong_word_is_refused() {
        let person = r#"{"e":"{email}"}"#;
        for (body, person) in [
            (r#"{"Users":"{people}"}"#, person),
            (r#"{"Users":[]}"#, person),
            (r#"["{people}"]"#, r#"{"e":"{mail}"}"#),
            (r#"["{people}"]"#, r#"{"r":"{roleId}"}"#),
            (r#"["{people}"]"#, r#"{"e":"{email:number}"}"#),
            (r#"["{people}""#, person),
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
