//! Use cases: signing in with the browser, pasting a token, and finding where to sign in.

use crate::App;
use crate::contract::*;

impl App {
    /// Opens the system's browser and waits until the person has signed in, for five minutes at most.
    pub async fn sign_in(&self, profile: String) -> Result<ProfileView, AppError> {
        let _ = profile;
        Err(super::not_yet())
    }

    /// Stops waiting for the browser.
    pub async fn cancel_sign_in(&self, profile: String) -> Result<(), AppError> {
        let _ = profile;
        Err(super::not_yet())
    }

    /// Takes a new token for a connection that uses pasted ones.
    pub async fn paste_token(&self, profile: String, pasted: PastedToken) -> Result<ProfileView, AppError> {
        let _ = (profile, pasted);
        Err(super::not_yet())
    }

    /// Asks an issuer where people and clients sign in.
    pub async fn discover_sign_in(
        &self,
        issuer: String,
        network: Network,
    ) -> Result<SignInEndpoints, AppError> {
        let _ = (issuer, network);
        Err(super::not_yet())
    }
}
