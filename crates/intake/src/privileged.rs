//! Which roles give power over others: proposed from names and weights, and decided by a person.

use rollcall_core::{Role, RoleId};

/// Words in a role's name that speak of power over others.
const POWERFUL: [&str; 8] =
    ["admin", "administrator", "administrators", "admins", "owner", "root", "super", "distributor"];
/// Words of roles that act on a whole platform: from their weight on, power is assumed whatever the name.
const OVER_ALL: [&str; 4] = ["super", "root", "owner", "distributor"];
/// Words of roles for people who look after themselves alone.
const PLAIN: [&str; 5] = ["customer", "user", "viewer", "member", "guest"];

/// The roles that probably give power over others, each with the reason in a sentence.
///
/// The direction of the platform's weights is not public. It is told by the roles whose names are known: where those
/// for a whole platform weigh more than those of plain people, more weight is more power.
pub fn propose_privileged(roles: &[Role]) -> Vec<(RoleId, String)> {
    let threshold = threshold(roles);
    let why = |role: &Role| {
        if let Some(word) = word_of(role, &POWERFUL) {
            return Some(format!("Its name says \"{word}\"."));
        }
        let (threshold, upward) = threshold?;
        let weight = role.weight?;
        let beyond = if upward { weight >= threshold } else { weight <= threshold };
        beyond.then(|| format!("Its weight {weight} is that of roles over a whole platform."))
    };
    roles.iter().filter_map(|role| Some((role.id.clone(), why(role)?))).collect()
}

/// Whether more weight is more power, as far as the roles' names tell it.
pub fn more_weight_is_more_power(roles: &[Role]) -> Option<bool> {
    threshold(roles).map(|(_, upward)| upward)
}

/// The weight from which on a role is over a whole platform, and whether more is more.
fn threshold(roles: &[Role]) -> Option<(i32, bool)> {
    let weights = |words: &[&str], except: &[&str]| -> Vec<i32> {
        let named = |role: &&Role| word_of(role, words).is_some() && word_of(role, except).is_none();
        roles.iter().filter(named).filter_map(|role| role.weight).collect()
    };
    let (over_all, plain) = (weights(&OVER_ALL, &[]), weights(&PLAIN, &POWERFUL));
    let (least, most) = (over_all.iter().min()?, over_all.iter().max()?);
    if plain.iter().max()? < least {
        return Some((*least, true));
    }
    (plain.iter().min()? > most).then_some((*most, false))
}

fn word_of<'a>(role: &'a Role, words: &[&str]) -> Option<&'a str> {
    role.name
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(roles: &[(&str, i32)]) -> Vec<String> {
        let roles: Vec<Role> = roles
            .iter()
            .map(|(name, weight)| Role {
                id: RoleId::from(*name),
                name: (*name).into(),
                weight: Some(*weight),
            })
            .collect();
        propose_privileged(&roles).into_iter().map(|(id, _)| id.0).collect()
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
}
