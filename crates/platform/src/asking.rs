//! How one page of a list is asked for, and what came.

use crate::error::Call;
use crate::failures::unreadable;
use crate::http::Patience;
use crate::keys::steps;
use crate::marks::{Next, next};
use crate::wording::{ListCall, ListMethod};
use crate::{Platform, PlatformError, Scope};
use reqwest::header::{HeaderMap, HeaderValue};
use serde_json::{Map, Value};
use url::Url;

/// What one page of a list is asked for with, beside what is always asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Question {
    /// Names and values: the page, its size, its mark.
    pub(crate) values: Vec<(String, Value)>,
    /// The whole address, where the answer before named it.
    pub(crate) link: Option<Url>,
}

/// One question, ready to be sent.
pub(crate) struct ListRequest {
    pub(crate) url: Url,
    /// Of a POST: its kind and its bytes.
    pub(crate) body: Option<(HeaderValue, Vec<u8>)>,
}

/// One page as it came.
pub(crate) struct ListPage {
    pub(crate) items: Vec<Value>,
    pub(crate) total: Option<u32>,
    pub(crate) next: Next,
}

impl Platform {
    /// What is sent for a page of a list, for one of the ids of `scope`.
    pub(crate) fn list_request(
        &self,
        call: &ListCall,
        scope: &Scope,
        id: &str,
        question: &Question,
    ) -> ListRequest {
        if let Some(link) = &question.link {
            return ListRequest { url: link.clone(), body: None };
        }
        let in_body = call.paging.as_ref().is_some_and(|paging| paging.in_body);
        let scope = call.scope.as_ref().map(|names| (scope.query_name(names).to_owned(), id.to_owned()));
        let fixed = call.query.iter().map(|(name, value)| (name.clone(), value.clone()));
        let asked = question.values.iter().filter(|_| !in_body);
        let asked = asked.map(|(name, value)| (name.clone(), crate::read::scalar(value).unwrap_or_default()));
        let query: Vec<(String, String)> = scope.into_iter().chain(fixed).chain(asked).collect();
        let query = query.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let url = self.wire().url(&call.path, id, query);
        let body = (call.method == ListMethod::Post).then(|| {
            let values = if in_body { question.values.as_slice() } else { &[] };
            (self.media_type(), body(call.body.as_deref(), id, values))
        });
        ListRequest { url, body }
    }

    /// One page of a list, asked for again where that can help.
    ///
    /// # Errors
    /// [`PlatformError`] when it could not be had, or is no list.
    pub(crate) async fn list_page(
        &self,
        what: Call,
        call: &ListCall,
        whose: (&Scope, &str),
        question: &Question,
        patience: Patience,
    ) -> Result<ListPage, PlatformError> {
        let request = self.list_request(call, whose.0, whose.1, question);
        let (answer, headers) = self.wire().read(what, &request, patience).await?;
        self.page_of(what, call, &request.url, answer, &headers)
    }

    /// The page in an answer to a question that was asked at `asked`.
    pub(crate) fn page_of(
        &self,
        what: Call,
        call: &ListCall,
        asked: &Url,
        answer: Value,
        headers: &HeaderMap,
    ) -> Result<ListPage, PlatformError> {
        let next = match &call.paging {
            Some(paging) => next(paging, &self.wire().base, asked, &answer, headers)
                .ok_or_else(|| leads_elsewhere(what))?,
            None => Next::Unsaid,
        };
        let listed = self.readers().shapes.list(answer).ok_or_else(|| unreadable(what))?;
        Ok(ListPage { items: listed.items, total: listed.total, next })
    }
}

fn leads_elsewhere(what: Call) -> PlatformError {
    unreadable(what).with_detail("the address of the next page leads to another server, and was not followed")
}

/// The body of a list that is read by POST: what the description says, with the page in it.
fn body(template: Option<&str>, id: &str, values: &[(String, Value)]) -> Vec<u8> {
    let template = template.and_then(|text| serde_json::from_str(text).ok());
    let mut body = template.unwrap_or_else(|| Value::Object(Map::new()));
    change_texts(&mut body, &|text| text.replace("{id}", id));
    for (name, value) in values {
        put(&mut body, name, value.clone());
    }
    // A `Value` has string keys and finite numbers only, so writing it can't fail.
    serde_json::to_vec(&body).unwrap_or_default()
}

/// Every text of a JSON value, changed; keys stay.
pub(crate) fn change_texts(value: &mut Value, change: &dyn Fn(&str) -> String) {
    match value {
        Value::String(text) => *text = change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| change_texts(item, change)),
        Value::Object(map) => map.values_mut().for_each(|inner| change_texts(inner, change)),
        _ => {}
    }
}

/// Puts a value at a key, or where a JSON pointer leads, with the objects on the way to it.
fn put(body: &mut Value, place: &str, value: Value) {
    let mut at = body;
    for step in steps(place).unwrap_or_else(|| vec![place.to_owned()]) {
        if !at.is_object() {
            *at = Value::Object(Map::new());
        }
        let Value::Object(map) = at else { return };
        at = map.entry(step).or_insert(Value::Null);
    }
    *at = value;
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_page_is_put_into_the_body_by_key_or_pointer_and_an_id_into_its_texts() {
        let values = [("startIndex".to_owned(), json!(1)), ("/page/size".to_owned(), json!(100))];
        let body = body(Some("{\"realm\": \"r-{id}\", \"page\": {\"sort\": \"{name}\"}}"), "7", &values);
        let expected = json!({"realm": "r-7", "page": {"sort": "{name}", "size": 100}, "startIndex": 1});
        assert_eq!(serde_json::from_slice::<Value>(&body).expect("JSON"), expected);
    }

    #[test]
    fn without_a_body_an_empty_object_is_sent() {
        assert_eq!(body(None, "7", &[]), b"{}");
    }
}
