//! How this installation stands.

use crate::contract::Density;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What the foot of the window says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AppStatus {
    /// Rollcall's version.
    pub version: String,
    /// How the operating system's keychain answers.
    pub keychain: KeychainView,
    /// How the data on this machine is protected.
    pub storage: StorageView,
    /// What the person chose.
    pub settings: Settings,
}

/// How the operating system's keychain answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct KeychainView {
    /// One of five states.
    pub state: KeychainState,
    /// What it means and what to do; absent when all is well.
    pub sentence: Option<String>,
}

/// The five honest states of a keychain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum KeychainState {
    /// It answers.
    Ok,
    /// There is none.
    NoService,
    /// It is locked.
    Locked,
    /// It refused.
    Denied,
    /// It did not answer in time.
    Slow,
}

/// How the data on this machine is protected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StorageView {
    /// Whether the databases are encrypted.
    pub encrypted: bool,
    /// By what, and why not.
    pub kept: DataKept,
    /// The same in a line of English.
    pub sentence: String,
}

/// What protects the data on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum DataKept {
    /// Encrypted; the key is in the keychain.
    KeyInKeychain,
    /// Encrypted; the key was given by the environment.
    KeyGiven,
    /// Encrypted, and the key is not at hand.
    KeyMissing,
    /// Not encrypted, because there is no keychain.
    NoKeychain,
    /// Not encrypted, because the keychain gave no key.
    NoKey,
    /// Not known; the sentence says why.
    Unknown,
}

/// What the person chose for this installation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// How strongly words stand out from their ground.
    pub contrast: Contrast,
    /// How close rows stand where no view says otherwise.
    pub density: Density,
    /// Whether things may move on the screen.
    pub motion: Motion,
    /// How far the tour of the sample platform is.
    pub tour: Tour,
    /// The language of the window, or as the system says.
    pub language: Language,
    /// How often lists are refreshed while Rollcall runs, in minutes from 5 to 1440; none is only when asked.
    pub refresh_every_minutes: Option<u32>,
    /// How large the page is drawn, in percent from 50 to 300; none is as it was designed.
    pub zoom_percent: Option<u32>,
    /// Whether the menu bar stands in the window where it can be put away.
    pub menu_bar: bool,
}

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How strongly words stand out from their ground.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Contrast {
    /// As the system says.
    #[default]
    System,
    /// At least seven to one.
    High,
}

/// Whether things may move on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Motion {
    /// As the system says.
    #[default]
    System,
    /// Nothing moves.
    Reduced,
}

/// How far the tour of the sample platform is. It shows itself once; afterwards only when asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Tour {
    /// Nobody saw it yet.
    #[default]
    Unseen,
    /// Finding people.
    Find,
    /// Seeing who can do what.
    Roles,
    /// Dropping a spreadsheet.
    File,
    /// Seeing what would be sent, and sending it to the sample platform.
    Send,
    /// Done, or left.
    Over,
}

/// The language of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// As the system says.
    #[default]
    System,
    /// English.
    En,
    /// German.
    De,
    /// Latvian.
    Lv,
}
