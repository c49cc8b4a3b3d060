//! Which roles give power over others: proposed from names and weights, and decided by a person.

use crate::{Role, RoleId, Sentence, sentence};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Words in a role's name that speak of power over others.
const POWERFUL: [&str; 8] =
    ["admin", "administrator", "administrators", "admins", "owner", "root", "super", "distributor"];
/// Words of roles that act on a whole platform: from their weight on, power is assumed whatever the name.
const OVER_ALL: [&str; 4] = ["super", "root", "owner", "distributor"];
/// Words of roles for people who look after themselves alone.
const PLAIN: [&str; 5] = ["customer", "user", "viewer", "member", "guest"];

/// Which weights mean more power. The platform's documents don't say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum WeightDirection {
    /// The more a role weighs, the more it may do. Taken where nothing tells.
    #[default]
    MoreIsPower,
    /// The less a role weighs, the more it may do.
    LessIsPower,
}

/// The direction that the roles with known names speak for, with the reason in a sentence: where those for a whole
/// platform weigh more than those of plain people, more weight is more power.
pub fn infer_direction(roles: &[Role]) -> Option<(WeightDirection, Sentence)> {
    let (threshold, direction) = threshold(roles)?;
    let over_all = roles.iter().find(|role| is_over_all(role) && role.weight == Some(threshold))?;
    let plain = roles.iter().find(|role| is_plain(role) && role.weight.is_some())?;
    let weight = plain.weight.unwrap_or_default();
    let why = if direction == WeightDirection::MoreIsPower {
        sentence!(
            "{role} weighs more ({threshold}) than {plain} ({weight}).",
            role = over_all.name,
            threshold = threshold,
            plain = plain.name,
            weight = weight
        )
    } else {
        sentence!(
            "{role} weighs less ({threshold}) than {plain} ({weight}).",
            role = over_all.name,
            threshold = threshold,
            plain = plain.name,
            weight = weight
        )
    };
    Some((direction, why))
}

/// The roles that probably give power over others, each with the reason in a sentence: by their names, and by their
/// weights where the names say which direction is power. A person who said otherwise of the direction is believed:
/// then names and weights contradict each other, and names alone count.
pub fn propose_privileged(roles: &[Role], said: Option<WeightDirection>) -> Vec<(RoleId, Sentence)> {
    let threshold = threshold(roles).filter(|(_, inferred)| said.is_none_or(|said| said == *inferred));
    let why = |role: &Role| {
        if let Some(word) = word_of(role, &POWERFUL) {
            return Some(sentence!("Its name says \"{word}\".", word = word));
        }
        let (threshold, direction) = threshold?;
        let weight = role.weight?;
        let beyond = match direction {
            WeightDirection::MoreIsPower => weight >= threshold,
            WeightDirection::LessIsPower => weight <= threshold,
        };
        beyond.then(|| {
            sentence!("Its weight {weight} is that of roles over a whole platform.", weight = weight)
        })
    };
    roles.iter().filter_map(|role| Some((role.id.clone(), why(role)?))).collect()
}

/// Whether a role's name says that it is made for people of a customer, as that of Customer Admin does.
pub fn is_for_customers(role: &Role) -> bool {
    word_of(role, &["customer", "customers"]).is_some()
}

/// The weight from which on a role is over a whole platform, and whether more is more.
fn threshold(roles: &[Role]) -> Option<(i32, WeightDirection)> {
    let weights = |wanted: fn(&Role) -> bool| -> Vec<i32> {
        roles.iter().filter(|role| wanted(role)).filter_map(|role| role.weight).collect()
    };
    let (over_all, plain) = (weights(is_over_all), weights(is_plain));
    let (least, most) = (over_all.iter().min()?, over_all.iter().max()?);
    if plain.iter().max()? < least {
        return Some((*least, WeightDirection::MoreIsPower));
    }
    (plain.iter().min()? > most).then_some((*most, WeightDirection::LessIsPower))
}

fn is_over_all(role: &Role) -> bool {
    word_of(role, &OVER_ALL).is_some()
}

fn is_plain(role: &Role) -> bool {
    word_of(role, &PLAIN).is_some() && word_of(role, &POWERFUL).is_none()
}

fn word_of<'a>(role: &'a Role, words: &[&str]) -> Option<&'a str> {
    role.name
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(named: &[(&str, i32)]) -> Vec<Role> {
        let role = |(name, weight): &(&str, i32)| Role {
            id: RoleId::from(*name),
            name: (*name).into(),
            weight: Some(*weight),
        };
        named.iter().map(role).collect()
    }

    fn proposed(named: &[(&str, i32)]) -> Vec<String> {
        propose_privileged(&roles(named), None).into_iter().map(|(id, _)| id.0).collect()
    }

    #[test]
    fn roles_over_others_are_known_by_their_names() {
        assert_eq!(
            proposed(&[
                ("Customer", 10),
                ("Customer Admin", 30),
                ("360 Report Viewer", 12),
                ("Distributor ReadOnly", 85)
            ]),
            ["Customer Admin", "Distributor ReadOnly"],
            "some portals let Distributor ReadOnly be held only beside Distributor Admin"
        );
    }

    #[test]
    fn a_weight_like_that_of_a_role_over_all_is_power_in_either_direction() {
        let up = [("Customer", 10), ("Distributor Admin", 90), ("Overseer", 95), ("Clerk", 40)];
        assert_eq!(proposed(&up), ["Distributor Admin", "Overseer"]);
        let down = [("Customer", 90), ("Distributor Admin", 10), ("Overseer", 5), ("Clerk", 40)];
        assert_eq!(proposed(&down), ["Distributor Admin", "Overseer"]);
        let mixed = [("Customer", 50), ("Super Admin", 10), ("Distributor Admin", 90), ("Overseer", 95)];
        assert_eq!(
            proposed(&mixed),
            ["Super Admin", "Distributor Admin"],
            "weights that say nothing are not used"
        );
    }

    #[test]
    fn the_direction_is_told_by_known_names_with_the_reason() {
        let up = roles(&[("Customer", 10), ("Distributor Admin", 90)]);
        let (direction, why) = infer_direction(&up).expect("told");
        assert_eq!(direction, WeightDirection::MoreIsPower);
        assert_eq!(why.text, "Distributor Admin weighs more (90) than Customer (10).");
        let down = roles(&[("Customer", 90), ("Distributor Admin", 10)]);
        assert_eq!(infer_direction(&down).expect("told").0, WeightDirection::LessIsPower);
        assert_eq!(infer_direction(&roles(&[("Clerk", 1), ("Overseer", 2)])), None);
    }

    #[test]
    fn weights_are_not_used_against_what_a_person_said_of_their_direction() {
        let up = roles(&[("Customer", 10), ("Distributor Admin", 90), ("Overseer", 95)]);
        let ids =
            |said| -> Vec<String> { propose_privileged(&up, said).into_iter().map(|(id, _)| id.0).collect() };
        assert_eq!(ids(Some(WeightDirection::MoreIsPower)), ["Distributor Admin", "Overseer"]);
        assert_eq!(ids(Some(WeightDirection::LessIsPower)), ["Distributor Admin"]);
    }

    #[test]
    fn a_role_for_customers_is_known_by_its_name() {
        let all = roles(&[("Customer Admin", 30), ("Seller Admin", 80)]);
        assert_eq!(all.iter().map(is_for_customers).collect::<Vec<_>>(), [true, false]);
    }
}
