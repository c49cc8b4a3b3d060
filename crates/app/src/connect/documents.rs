//! Use cases: what a dropped document says of a platform.

use crate::App;
use crate::contract::*;

impl App {
    /// Reads a document that was dropped or picked for a connection.
    pub async fn read_connection_document(&self, token: String) -> Result<ConnectionDocument, AppError> {
        let _ = token;
        Err(super::not_yet())
    }

    /// The proposal of an OpenAPI document with a person's word on some of the calls.
    pub async fn propose_operations(
        &self,
        token: String,
        choices: Vec<OperationChoice>,
    ) -> Result<OpenapiProposal, AppError> {
        let _ = (token, choices);
        Err(super::not_yet())
    }
}
