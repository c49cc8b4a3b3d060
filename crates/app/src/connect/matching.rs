//! Use cases: a real record of the platform beside Rollcall's fields.

use crate::App;
use crate::contract::*;

impl App {
    /// The first record of a list of the platform, beside Rollcall's fields.
    pub async fn record_match(&self, profile: String, call: ApiCall) -> Result<RecordMatch, AppError> {
        let _ = (profile, call);
        Err(super::not_yet())
    }

    /// Takes a person's word on where fields stand, as overrides of the connection's description.
    pub async fn match_fields(
        &self,
        profile: String,
        call: ApiCall,
        places: Vec<FieldPlace>,
    ) -> Result<RecordMatch, AppError> {
        let _ = (profile, call, places);
        Err(super::not_yet())
    }
}
