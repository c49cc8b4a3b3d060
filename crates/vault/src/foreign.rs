//! What keychains say of a failure, and what it means. Their words end here.

use crate::VaultState;
use keyring_core::Error;

/// Marks in the words of a failure. D-Bus errors carry their name, which is part of the protocol.
/// Sources: the D-Bus specification, the Secret Service specification, winerror.h.
const MARKS: &[(&str, VaultState)] = &[
    ("org.freedesktop.Secret.Error.IsLocked", VaultState::Locked),
    ("object locked", VaultState::Locked),
    ("org.freedesktop.DBus.Error.AccessDenied", VaultState::Denied),
    ("org.freedesktop.DBus.Error.AuthFailed", VaultState::Denied),
    ("org.freedesktop.DBus.Error.ServiceUnknown", VaultState::NoService),
    ("org.freedesktop.DBus.Error.NameHasNoOwner", VaultState::NoService),
    ("org.freedesktop.DBus.Error.NoServer", VaultState::NoService),
    ("org.freedesktop.DBus.Error.Disconnected", VaultState::NoService),
    ("org.freedesktop.DBus.Error.Spawn.", VaultState::NoService),
    ("org.freedesktop.DBus.Error.NoReply", VaultState::Slow),
    ("org.freedesktop.DBus.Error.Timeout", VaultState::Slow),
    ("org.freedesktop.DBus.Error.TimedOut", VaultState::Slow),
    ("no secret service provider", VaultState::NoService),
    // The person closed the window that asked for the password: it is as locked as before.
    ("prompt dismissed", VaultState::Locked),
    ("before prompt completed", VaultState::Locked),
    ("Windows ERROR_NO_SUCH_LOGON_SESSION", VaultState::NoService),
];

/// What a failure of the keychain means. `None` is "there is no such entry", which is no failure.
pub(crate) fn judge(error: &Error) -> Option<VaultState> {
    let state = match error {
        Error::NoEntry => return None,
        Error::NoDefaultStore => VaultState::NoService,
        Error::PlatformFailure(cause) | Error::NoStorageAccess(cause) => numbered(cause.as_ref())
            .unwrap_or_else(|| worded(&cause.to_string()).unwrap_or(VaultState::Denied)),
        _ => VaultState::Denied,
    };
    // Its display form names what failed and never what was stored.
    tracing::warn!(?state, %error, "the keychain failed");
    Some(state)
}

/// Whether a failure is the keychain's own answer, which it would give again, and not that of a connection that is gone.
#[cfg(any(all(unix, not(target_os = "macos")), test))]
pub(crate) fn is_its_answer(error: &Error) -> bool {
    match error {
        Error::NoEntry => true,
        Error::PlatformFailure(cause) | Error::NoStorageAccess(cause) => {
            matches!(worded(&cause.to_string()), Some(VaultState::Locked | VaultState::Denied))
        }
        _ => false,
    }
}

/// What the words of a failure mean, if they have a mark.
pub(crate) fn worded(words: &str) -> Option<VaultState> {
    MARKS.iter().find(|(mark, _)| words.contains(mark)).map(|(_, state)| *state)
}

#[cfg(target_os = "macos")]
fn numbered(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> Option<VaultState> {
    by_number(cause.downcast_ref::<security_framework::base::Error>()?.code())
}

#[cfg(not(target_os = "macos"))]
fn numbered(_cause: &(dyn std::error::Error + Send + Sync + 'static)) -> Option<VaultState> {
    None
}

/// Source: SecBase.h of macOS.
#[cfg(any(target_os = "macos", test))]
fn by_number(code: i32) -> Option<VaultState> {
    match code {
        // errSecInteractionNotAllowed: it is locked and may not ask.
        -25308 => Some(VaultState::Locked),
        // errSecUserCanceled, errSecAuthFailed, errSecMissingEntitlement.
        -128 | -25293 | -34018 => Some(VaultState::Denied),
        // errSecNotAvailable, errSecNoSuchKeychain, errSecInvalidKeychain, errSecNoDefaultKeychain.
        -25291 | -25294 | -25295 | -25307 => Some(VaultState::NoService),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn platform(words: &str) -> Error {
        Error::PlatformFailure(words.into())
    }

    #[test]
    fn an_absent_entry_is_no_failure() {
        assert_eq!(judge(&Error::NoEntry), None);
    }

    #[test]
    fn each_failure_of_a_keychain_means_one_of_four_things() {
        let cases = [
            (Error::NoDefaultStore, VaultState::NoService),
            (
                platform("zbus error: org.freedesktop.DBus.Error.ServiceUnknown: The name …"),
                VaultState::NoService,
            ),
            (platform("no secret service provider or dbus session found"), VaultState::NoService),
            (platform("zbus error: org.freedesktop.DBus.Error.Spawn.ExecFailed: …"), VaultState::NoService),
            (Error::NoStorageAccess("Windows ERROR_NO_SUCH_LOGON_SESSION".into()), VaultState::NoService),
            (Error::NoStorageAccess("SS Error: object locked".into()), VaultState::Locked),
            (Error::NoStorageAccess("SS error: prompt dismissed".into()), VaultState::Locked),
            (platform("org.freedesktop.Secret.Error.IsLocked: …"), VaultState::Locked),
            (platform("org.freedesktop.DBus.Error.AccessDenied: …"), VaultState::Denied),
            (platform("Windows error code 5"), VaultState::Denied),
            (platform("something nobody has seen before"), VaultState::Denied),
            (Error::BadEncoding(vec![0xff]), VaultState::Denied),
            (platform("org.freedesktop.DBus.Error.NoReply: …"), VaultState::Slow),
        ];
        for (error, state) in cases {
            assert_eq!(judge(&error), Some(state), "{error}");
        }
    }

    #[test]
    fn only_what_the_keychain_itself_says_is_its_answer() {
        let answers = [
            Error::NoEntry,
            Error::NoStorageAccess("SS error: prompt dismissed".into()),
            platform("org.freedesktop.DBus.Error.AccessDenied: …"),
        ];
        assert!(answers.iter().all(is_its_answer));
        let of_the_connection = [
            platform("org.freedesktop.Secret.Error.NoSession: …"),
            platform("org.freedesktop.DBus.Error.NoReply: …"),
            platform("org.freedesktop.DBus.Error.ServiceUnknown: …"),
            Error::NoDefaultStore,
        ];
        assert!(!of_the_connection.iter().any(is_its_answer));
    }

    #[test]
    fn the_numbers_of_macos_are_told_apart() {
        let told: Vec<_> = [-25308, -128, -25291, -1].into_iter().map(by_number).collect();
        let expected =
            [Some(VaultState::Locked), Some(VaultState::Denied), Some(VaultState::NoService), None];
        assert_eq!(told, expected);
    }
}
