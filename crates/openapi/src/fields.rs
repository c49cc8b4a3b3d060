//! Rollcall's fields, and where they stand in an entry of a list.

use crate::Call;
use crate::schema::{Kind, Plain, Property, Shape};
use crate::words::{fold, words};
use rollcall_core::phrase;

/// How deep a field may stand.
const DEEPEST: u32 = 3;

/// Objects in which fields of the entry itself stand; in any other, they are somebody else's.
const INSIDE: [&str; 17] = [
    "name",
    "profile",
    "user",
    "person",
    "human",
    "contact",
    "account",
    "attributes",
    "meta",
    "metadata",
    "details",
    "info",
    "identity",
    "traits",
    "personal",
    "userinfo",
    "data",
];

/// Words of an address that is not the person's own.
const NOT_THEIRS: [&str; 9] =
    ["created", "creator", "manager", "owner", "billing", "recovery", "backup", "notification", "support"];

/// A field of a description.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    /// Names that it goes by, folded, the likeliest first.
    names: &'static [&'static str],
    is: Is,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Is {
    Id,
    Text,
    Address,
    Word,
    Time,
    Number,
    Truth,
    Ids,
}

/// A field found in an entry.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spot {
    /// A name, or a JSON pointer where it stands deeper.
    pub(crate) at: String,
    pub(crate) shape: Shape,
    pub(crate) said: Option<String>,
}

const fn field(name: &'static str, title: &'static str, is: Is, names: &'static [&'static str]) -> Field {
    Field { name, title, names, is }
}

const USER: &[Field] = &[
    field("id", phrase!("Id"), Is::Id, &["id", "userid", "uuid", "guid", "objectid", "uid", "key"]),
    field(
        "email",
        phrase!("E-mail address"),
        Is::Address,
        &["email", "emailaddress", "mail", "useremail", "primaryemail", "workemail", "emails"],
    ),
    field("first_name", phrase!("First name"), Is::Text, &["firstname", "givenname", "forename", "first"]),
    field("last_name", phrase!("Last name"), Is::Text, &["lastname", "familyname", "surname", "last"]),
    field(
        "created",
        phrase!("Created"),
        Is::Time,
        &[
            "createddate",
            "creationdate",
            "createdat",
            "created",
            "datecreated",
            "createdon",
            "createddatetime",
            "createdtime",
            "createdtimestamp",
            "createtime",
            "datejoined",
            "joinedat",
            "registeredat",
        ],
    ),
    field(
        "state",
        phrase!("Account state"),
        Is::Word,
        &[
            "accountstate",
            "state",
            "status",
            "accountstatus",
            "userstatus",
            "userstate",
            "enabled",
            "active",
            "isactive",
            "isenabled",
            "blocked",
            "isblocked",
            "disabled",
            "isdisabled",
            "suspended",
        ],
    ),
    field("accessibility", phrase!("Accessibility"), Is::Word, &["accessibility"]),
    field(
        "roles",
        phrase!("Roles"),
        Is::Ids,
        &[
            "groupids",
            "groups",
            "roleids",
            "roles",
            "groupid",
            "roleid",
            "group",
            "role",
            "rolename",
            "customroles",
        ],
    ),
    field(
        "identity_provider",
        phrase!("Identity provider"),
        Is::Id,
        &["identityproviderid", "identityprovider", "idpid", "idp", "loginsource", "sourceid"],
    ),
    field("external_id", phrase!("External id"), Is::Id, &["externalid", "externaluserid"]),
    field(
        "organizations",
        phrase!("Organizations"),
        Is::Ids,
        &[
            "organizationids",
            "organizations",
            "organizationid",
            "organization",
            "orgids",
            "orgs",
            "orgid",
            "customerids",
            "customers",
            "customerid",
            "companyid",
            "tenantids",
            "tenantid",
        ],
    ),
];

const ROLE: &[Field] = &[
    field("id", phrase!("Id"), Is::Id, &["id", "groupid", "roleid", "uuid", "key"]),
    field("name", phrase!("Name"), Is::Text, &["name", "displayname", "title", "rolename"]),
    field("weight", phrase!("Weight"), Is::Number, &["weight", "rank", "level"]),
];

const PROVIDER: &[Field] = &[
    field("id", phrase!("Id"), Is::Id, &["id", "identityproviderid", "internalid", "alias", "uuid", "key"]),
    field("name", phrase!("Name"), Is::Text, &["name", "displayname", "title", "alias"]),
    field("prefix", phrase!("Prefix"), Is::Text, &["prefix"]),
    field("enabled", phrase!("Enabled"), Is::Truth, &["enabled", "isenabled", "active", "isactive"]),
];

const ORGANIZATION: &[Field] = &[
    field(
        "id",
        phrase!("Id"),
        Is::Id,
        &["id", "organizationid", "customerid", "companyid", "tenantid", "uuid", "key"],
    ),
    field(
        "name",
        phrase!("Name"),
        Is::Text,
        &["name", "displayname", "title", "companyname", "organizationname"],
    ),
    field("erp_id", phrase!("ERP id"), Is::Id, &["erpid", "erpnumber", "externalid", "customernumber"]),
    field("kind", phrase!("Kind"), Is::Word, &["type", "organizationtype", "kind"]),
    field(
        "parent_id",
        phrase!("Organization above"),
        Is::Id,
        &["parentid", "parentorganizationid", "parent"],
    ),
];

const RESULT: &[Field] = &[
    field("email", phrase!("E-mail address"), Is::Address, &["email", "emailaddress", "mail"]),
    field("user_id", phrase!("Id of the user"), Is::Id, &["userid", "id"]),
    field("status", phrase!("What became of it"), Is::Word, &["status", "state", "result", "outcome"]),
    field("code", phrase!("Code of a refusal"), Is::Word, &["code", "errorcode", "reason"]),
    field(
        "message",
        phrase!("Words of a refusal"),
        Is::Text,
        &["message", "errormessage", "description", "detail"],
    ),
];

/// The fields of what a call lists; of the invitation, those of its results.
pub(crate) fn fields(call: Call) -> &'static [Field] {
    match call {
        Call::Users => USER,
        Call::Roles => ROLE,
        Call::IdentityProviders => PROVIDER,
        Call::Organizations => ORGANIZATION,
        Call::Invite => RESULT,
    }
}

/// The name of a field's table in a description.
pub(crate) fn table(call: Call) -> &'static str {
    match call {
        Call::Users => "user",
        Call::Roles => "role",
        Call::IdentityProviders => "identity_provider",
        Call::Organizations => "organization",
        Call::Invite => "result",
    }
}

/// Where the field of that name stands in an entry of `call`.
pub(crate) fn spot(call: Call, name: &str, entry: &Shape) -> Option<Spot> {
    let field = fields(call).iter().find(|field| field.name == name)?;
    let named = (0..=DEEPEST).find_map(|deep| at_depth(field, entry, "", deep));
    match field.is {
        Is::Address => named.or_else(|| by_format(entry)),
        _ => named,
    }
}

/// The field that a property of a body stands for, and how unlikely its name is among the field's names.
pub(crate) fn written(property: &Property) -> Option<(&'static str, usize)> {
    let name = fold(&property.name);
    let known = ["email", "first_name", "last_name", "roles", "identity_provider", "organizations"];
    let mut fields = USER.iter().filter(|field| known.contains(&field.name));
    fields.find_map(|field| field.names.iter().position(|one| *one == name).map(|rank| (field.name, rank)))
}

pub(crate) fn title(name: &str) -> &'static str {
    USER.iter().find(|field| field.name == name).map_or("", |field| field.title)
}

/// Whether an object's fields are those of what holds it.
pub(crate) fn is_inside(property: &Property) -> bool {
    property.shape.is_object() && INSIDE.contains(&fold(&property.name).as_str())
}

fn at_depth(field: &Field, shape: &Shape, above: &str, deep: u32) -> Option<Spot> {
    if deep == 0 {
        let found = field.names.iter().find_map(|name| {
            shape
                .properties()
                .iter()
                .filter(|one| fold(&one.name) == *name)
                .find_map(|one| of(field, one, above))
        });
        return found;
    }
    let inside = shape.properties().iter().filter(|one| is_inside(one));
    inside.into_iter().find_map(|one| at_depth(field, &one.shape, &pointer(above, &one.name), deep - 1))
}

fn of(field: &Field, property: &Property, above: &str) -> Option<Spot> {
    let at = match above {
        "" => property.name.clone(),
        above => pointer(above, &property.name),
    };
    if field.is == Is::Address
        && let Shape::List { entry, .. } = &property.shape
    {
        return first_address(entry, &pointer(above, &property.name), property);
    }
    fits(field.is, &property.shape).then(|| Spot { at, shape: property.shape.clone(), said: said(property) })
}

/// Of several addresses, the first.
fn first_address(entry: &Shape, list: &str, property: &Property) -> Option<Spot> {
    let said = said(property);
    if fits(Is::Address, entry) {
        return Some(Spot { at: format!("{list}/0"), shape: entry.clone(), said });
    }
    let value = entry.properties().iter().find(|one| {
        ["value", "email", "address", "emailaddress"].contains(&fold(&one.name).as_str())
            && fits(Is::Address, &one.shape)
    })?;
    Some(Spot { at: pointer(&format!("{list}/0"), &value.name), shape: value.shape.clone(), said })
}

fn by_format(entry: &Shape) -> Option<Spot> {
    let theirs = |one: &&Property| !words(&one.name).iter().any(|word| NOT_THEIRS.contains(&word.as_str()));
    let is_address = |one: &&Property| matches!(&one.shape, Shape::Plain(plain) if plain.format.as_deref() == Some("email"));
    let found = entry.properties().iter().filter(theirs).find(is_address)?;
    Some(Spot { at: found.name.clone(), shape: found.shape.clone(), said: said(found) })
}

fn fits(is: Is, shape: &Shape) -> bool {
    let plain = |kinds: &[Kind]| matches!(shape, Shape::Plain(plain) if kinds.contains(&plain.kind));
    match is {
        Is::Address | Is::Text => plain(&[Kind::Text]),
        Is::Id => plain(&[Kind::Text, Kind::Number]) || shape.is_object(),
        Is::Time => plain(&[Kind::Text, Kind::Number]),
        Is::Number => plain(&[Kind::Number]),
        Is::Truth => plain(&[Kind::Truth, Kind::Text]),
        Is::Word => plain(&[Kind::Text, Kind::Number, Kind::Truth]) || shape.is_object(),
        Is::Ids => !plain(&[Kind::Truth]),
    }
}

/// One step further in a JSON pointer (RFC 6901).
pub(crate) fn pointer(above: &str, name: &str) -> String {
    format!("{above}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// The type and the words of the document.
fn said(property: &Property) -> Option<String> {
    let kind = kind(&property.shape);
    match (&property.said, kind) {
        (Some(said), Some(kind)) => Some(format!("{kind}: {said}")),
        (said, kind) => said.clone().or(kind),
    }
}

fn kind(shape: &Shape) -> Option<String> {
    Some(match shape {
        Shape::List { entry, .. } => match kind(entry) {
            Some(kind) => format!("list of {kind}"),
            None => "list".to_owned(),
        },
        Shape::Object(_) => "object".to_owned(),
        Shape::Plain(Plain { kind, format, .. }) => match (kind, format.as_deref()) {
            (Kind::Text, Some(format)) => format!("text ({})", crate::words::short(format, 20)),
            (Kind::Text, None) => "text".to_owned(),
            (Kind::Number, _) => "number".to_owned(),
            (Kind::Truth, _) => "yes or no".to_owned(),
        },
        Shape::Unknown => return None,
    })
}
