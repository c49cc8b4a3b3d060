//! Reads the queries of the lists, and says of each mistake where it is.

use crate::answers::{self, Mistakes};
use crate::register::Whose;
use crate::world::World;
use axum::extract::Query;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};

/// The page that a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paging {
    pub page: u32,
    pub size: u32,
}

impl Paging {
    /// How many entries come before this page.
    pub(crate) fn offset(self) -> u64 {
        u64::from(self.page - 1) * u64::from(self.size)
    }
}

/// Why a list is about nobody.
#[derive(Debug)]
pub(crate) enum Nobody {
    /// Neither or both of the two ids were given.
    Unclear(&'static str),
    /// There is nothing of this id.
    Unknown(&'static str),
}

impl IntoResponse for Nobody {
    fn into_response(self) -> Response {
        match self {
            Self::Unclear(place) => {
                Mistakes::one(place, "Give either platformId or customerId.").into_response()
            }
            Self::Unknown(message) => answers::not_found(message),
        }
    }
}

/// The parameters of a query.
pub(crate) struct Ask(Vec<(String, String)>);

impl Ask {
    pub(crate) fn of(uri: &Uri) -> Result<Self, Mistakes> {
        match Query::<Vec<(String, String)>>::try_from_uri(uri) {
            Ok(Query(pairs)) => Ok(Self(pairs)),
            Err(_) => Err(Mistakes::one("$", "The query could not be read.")),
        }
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// `page` from 1 (default 1) and `pageSize` from 1 to 1000 (default 200).
    pub(crate) fn paging(&self) -> Result<Paging, Mistakes> {
        let mut mistakes = Mistakes::default();
        let mut read = |name: &str, fallback: u32, most: u32, reason: &str| {
            let Some(text) = self.get(name) else { return fallback };
            match text.parse() {
                Ok(n) if (1..=most).contains(&n) => n,
                _ => {
                    mistakes.add(name, reason);
                    fallback
                }
            }
        };
        let page = read("page", 1, u32::MAX, "The value must be a whole number from 1.");
        let size = read("pageSize", 200, 1_000, "The value must be a whole number from 1 to 1000.");
        if mistakes.is_empty() { Ok(Paging { page, size }) } else { Err(mistakes) }
    }

    /// Exactly one of `platformId` and `customerId`, and one that exists.
    pub(crate) fn whose(&self, world: &World) -> Result<Whose, Nobody> {
        match (self.get("platformId"), self.get("customerId")) {
            (Some(id), None) if world.is_platform(id) => Ok(Whose::Platform),
            (Some(_), None) => Err(Nobody::Unknown("There is no platform of this id.")),
            (None, Some(id)) => world
                .organizations
                .iter()
                .position(|o| o.id.eq_ignore_ascii_case(id))
                .map(Whose::Organization)
                .ok_or(Nobody::Unknown("There is no organization of this id.")),
            (None, None) => Err(Nobody::Unclear("platformId")),
            (Some(_), Some(_)) => Err(Nobody::Unclear("customerId")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paging(query: &str) -> Result<Paging, Mistakes> {
        Ask::of(&query.parse().expect("a URI"))?.paging()
    }

    #[test]
    fn a_query_without_paging_asks_for_the_first_200() {
        assert_eq!(paging("/x").expect("a page"), Paging { page: 1, size: 200 });
        assert_eq!(paging("/x?page=3&pageSize=1000").expect("a page").offset(), 2_000);
    }

    #[test]
    fn a_page_outside_the_bounds_is_a_mistake_with_its_place() {
        for query in ["page=0", "page=-1", "page=x", "page=", "pageSize=0", "pageSize=1001", "pageSize=1.5"] {
            let mistakes = paging(&format!("/x?{query}")).expect_err(query);
            let place = query.split('=').next().expect("a name");
            assert!(format!("{mistakes:?}").contains(place), "{query}: {mistakes:?}");
        }
    }
}
