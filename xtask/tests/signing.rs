//! The scripts that sign what people install: with a key they sign, without one they say so, and nothing of a key stays behind.
//!
//! Linux packages are signed here by a real key. What signs for Windows and macOS runs on their own machines alone: stand-ins
//! for the system's programs tell what they were asked.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

const PASSWORD: &str = "p4ss-word of the certificate";

/// A folder like a checkout that was built, in which one of the scripts runs.
struct Checkout {
    folder: TempDir,
}

impl Checkout {
    fn with(script: &str) -> Self {
        let checkout = Self { folder: TempDir::new().expect("a folder") };
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.ci").join(script);
        checkout.file(&format!(".ci/{script}"), &fs::read_to_string(source).expect("the script"));
        checkout.runnable(&format!(".ci/{script}"));
        checkout.file("ui/package.json", "{}");
        checkout
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn file(&self, path: &str, text: &str) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn runnable(&self, path: &str) {
        fs::set_permissions(self.at(path), fs::Permissions::from_mode(0o755)).expect("runnable");
    }

    /// Puts a program before those of the system that notes what it is asked, argument by argument, and then does `more`.
    fn stand_in(&self, name: &str, more: &str) {
        let path = format!("bin/{name}");
        let note = r#"printf '%s\n' "$@" >> "$(dirname "$0")/../$(basename "$0").asked""#;
        self.file(&path, &format!("#!/bin/sh\n{note}\n{more}\n"));
        self.runnable(&path);
    }

    /// Everything that a stand-in was asked.
    fn asked(&self, name: &str) -> String {
        fs::read_to_string(self.at(&format!("{name}.asked"))).unwrap_or_default()
    }

    fn run(&self, script: &str, arguments: &[&str], env: &[(&str, &str)]) -> Output {
        let path = format!("{}:/usr/bin:/bin", self.at("bin").display());
        let home = self.at("tmp");
        fs::create_dir_all(&home).expect("a folder");
        Command::new(self.at(&format!(".ci/{script}")))
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", path)
            .env("TMPDIR", &home)
            .envs(env.iter().copied())
            .output()
            .expect("the script runs")
    }

    /// What the script left in the folder for what is passing.
    fn left(&self) -> Vec<String> {
        let entries = fs::read_dir(self.at("tmp")).expect("a folder").flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn gpg(home: &Path, arguments: &[&str]) -> Output {
    let output = Command::new("gpg").arg("--homedir").arg(home).arg("--batch").args(arguments).output();
    output.expect("gpg runs: cargo xtask test installs it")
}

mod linux {
    use super::*;

    /// A key of this test alone, and the folder where it can be looked up.
    fn key() -> (TempDir, String) {
        // Its agent's socket lies in it, whose path has to be short.
        let home = tempfile::Builder::new().prefix("key").tempdir_in("/tmp").expect("a folder");
        fs::set_permissions(home.path(), fs::Permissions::from_mode(0o700)).expect("its owner's alone");
        let whose = "Rollcall Test <test@rollcall.example>";
        let made = gpg(
            home.path(),
            &["--passphrase", "", "--quick-generate-key", whose, "ed25519", "sign", "never"],
        );
        assert!(made.status.success(), "{}", text(&made));
        let exported = gpg(home.path(), &["--armor", "--export-secret-keys"]);
        (home, String::from_utf8(exported.stdout).expect("letters"))
    }

    fn packages() -> Checkout {
        let checkout = Checkout::with("sign-linux");
        for package in ["rollcall_0.1.0_amd64.deb", "rollcall 0.1.0.rpm", "Rollcall.AppImage"] {
            checkout.file(&format!("out/{package}"), package);
        }
        checkout.file("out/SHA256SUMS", "no package");
        checkout
    }

    #[test]
    fn every_package_is_signed_by_the_key_and_a_changed_one_is_found_out() {
        let (home, key) = key();
        let checkout = packages();
        let ran = checkout.run("sign-linux", &["out"], &[("LINUX_SIGNING_KEY", &key)]);
        assert!(ran.status.success(), "{}", text(&ran));
        assert!(!text(&ran).contains("PRIVATE"), "the key is printed nowhere");
        for package in ["rollcall_0.1.0_amd64.deb", "rollcall 0.1.0.rpm", "Rollcall.AppImage"] {
            let (signed, signature) =
                (checkout.at(&format!("out/{package}")), checkout.at(&format!("out/{package}.asc")));
            let verify =
                || gpg(home.path(), &["--verify", &signature.to_string_lossy(), &signed.to_string_lossy()]);
            let good = verify();
            assert!(good.status.success(), "{package}: {}", text(&good));
            fs::write(&signed, "something else").expect("a file");
            assert!(!verify().status.success(), "{package} was changed and still passes");
        }
        assert!(!checkout.at("out/SHA256SUMS.asc").exists(), "only packages are signed");
        assert_eq!(checkout.left(), [""; 0], "the key stays nowhere");
        let _ = Command::new("gpgconf").arg("--homedir").arg(home.path()).args(["--kill", "all"]).status();
    }

    #[test]
    fn the_key_stays_nowhere_even_where_its_agent_can_not_be_ended() {
        let (home, key) = key();
        let checkout = packages();
        checkout.stand_in("gpgconf", "exit 1");
        let ran = checkout.run("sign-linux", &["out"], &[("LINUX_SIGNING_KEY", &key)]);
        assert!(ran.status.success(), "{}", text(&ran));
        assert!(checkout.asked("gpgconf").contains("--kill"));
        assert_eq!(checkout.left(), [""; 0]);
        let _ = Command::new("gpgconf").arg("--homedir").arg(home.path()).args(["--kill", "all"]).status();
    }

    #[test]
    fn without_a_key_they_stay_unsigned_and_it_says_so() {
        let checkout = packages();
        for none in [&[][..], &[("LINUX_SIGNING_KEY", "")]] {
            let ran = checkout.run("sign-linux", &["out"], none);
            assert!(ran.status.success(), "{}", text(&ran));
            assert!(text(&ran).contains("the packages for Linux stay unsigned"), "{}", text(&ran));
        }
        let signatures = fs::read_dir(checkout.at("out")).expect("a folder").flatten();
        assert_eq!(
            signatures.filter(|entry| entry.path().extension().is_some_and(|is| is == "asc")).count(),
            0
        );
    }

    #[test]
    fn a_key_that_is_none_ends_the_release_instead_of_leaving_packages_unsigned() {
        let checkout = packages();
        let ran = checkout.run("sign-linux", &["out"], &[("LINUX_SIGNING_KEY", "no key at all")]);
        assert!(!ran.status.success(), "{}", text(&ran));
        assert_eq!(checkout.left(), [""; 0]);
    }
}

mod windows {
    use super::*;

    /// "a certificate" in base64.
    const CERTIFICATE: &str = "YSBjZXJ0aWZpY2F0ZQ==";

    fn built(powershell: &str) -> Checkout {
        let checkout = Checkout::with("bundle-windows");
        for program in ["npm", "cargo", "node"] {
            checkout.stand_in(program, "");
        }
        checkout.stand_in("rustc", "echo 'host: x86_64-pc-windows-msvc'");
        checkout.stand_in("pwsh", powershell);
        checkout.file("target/release/rollcallctl.exe", "a program");
        checkout
    }

    #[test]
    fn the_installers_are_signed_with_the_certificate_which_does_not_stay() {
        let checkout = built("cp certificate.pfx seen\nprintf 'A1B2C3\\r\\n'");
        let env = [("WINDOWS_CERTIFICATE", CERTIFICATE), ("WINDOWS_CERTIFICATE_PASSWORD", PASSWORD)];
        let ran = checkout.run("bundle-windows", &[], &env);
        assert!(ran.status.success(), "{}", text(&ran));
        let asked = checkout.asked("node");
        let configs: Vec<serde_json::Value> = asked.lines().flat_map(serde_json::from_str).collect();
        let signing = configs.iter().find_map(|config| config.pointer("/bundle/windows"));
        let signing = signing.unwrap_or_else(|| panic!("{asked}"));
        assert_eq!(signing["certificateThumbprint"], "A1B2C3");
        assert!(signing["timestampUrl"].as_str().is_some_and(|url| url.starts_with("http")), "{signing}");
        assert_eq!(fs::read_to_string(checkout.at("seen")).expect("what was imported"), "a certificate");
        assert!(!checkout.at("certificate.pfx").exists(), "the certificate stays on the disk");
        for program in ["node", "pwsh", "cargo", "npm"] {
            assert!(
                !checkout.asked(program).contains(PASSWORD),
                "{program} is told the password in the open"
            );
        }
        assert!(!text(&ran).contains(PASSWORD));
    }

    #[test]
    fn without_a_certificate_they_stay_unsigned_and_it_says_so() {
        let checkout = built("exit 1");
        let ran = checkout.run("bundle-windows", &[], &[("WINDOWS_CERTIFICATE", "")]);
        assert!(ran.status.success(), "{}", text(&ran));
        assert!(text(&ran).contains("the installers for Windows stay unsigned"), "{}", text(&ran));
        assert!(!checkout.asked("node").contains("certificateThumbprint"));
        assert!(checkout.asked("node").contains("nsis,msi"), "and they are made");
    }

    #[test]
    fn a_certificate_that_is_not_taken_ends_the_release() {
        for powershell in ["exit 1", "true"] {
            let checkout = built(powershell);
            let env = [("WINDOWS_CERTIFICATE", CERTIFICATE), ("WINDOWS_CERTIFICATE_PASSWORD", PASSWORD)];
            let ran = checkout.run("bundle-windows", &[], &env);
            assert!(!ran.status.success(), "pwsh: {powershell}: {}", text(&ran));
            assert_eq!(checkout.asked("node"), "", "nothing is made");
            assert!(!checkout.at("certificate.pfx").exists(), "the certificate stays on the disk");
        }
    }
}

mod macos {
    use super::*;

    fn built() -> Checkout {
        let checkout = Checkout::with("bundle-macos");
        for program in ["npm", "cargo", "rustup"] {
            checkout.stand_in(program, "");
        }
        checkout.stand_in("lipo", r#"cat "$4" "$5" > "$3""#);
        checkout.stand_in("node", r#"env | grep '^APPLE_' >> "$(dirname "$0")/../given"; true"#);
        for target in ["x86_64", "aarch64"] {
            for program in ["rollcall", "rollcallctl"] {
                checkout.file(&format!("target/{target}-apple-darwin/release/{program}"), target);
            }
        }
        checkout
    }

    fn given(checkout: &Checkout) -> String {
        fs::read_to_string(checkout.at("given")).unwrap_or_default()
    }

    #[test]
    fn the_disk_image_is_signed_where_a_certificate_is_given() {
        let checkout = built();
        let env = [
            ("APPLE_CERTIFICATE", "YSBjZXJ0aWZpY2F0ZQ=="),
            ("APPLE_CERTIFICATE_PASSWORD", PASSWORD),
            ("APPLE_SIGNING_IDENTITY", "Developer ID Application: Rollcall (TEAM)"),
            ("APPLE_ID", "release@rollcall.example"),
            ("APPLE_PASSWORD", "for notarising"),
            ("APPLE_TEAM_ID", "TEAM"),
        ];
        let ran = checkout.run("bundle-macos", &[], &env);
        assert!(ran.status.success(), "{}", text(&ran));
        let asked = checkout.asked("node");
        assert!(!asked.contains("--no-sign") && !asked.contains(PASSWORD), "{asked}");
        for (name, value) in env {
            assert!(given(&checkout).contains(&format!("{name}={value}")), "{name} reaches the bundler");
        }
        let both = fs::read_to_string(checkout.at("target/universal-apple-darwin/release/rollcallctl"));
        assert_eq!(both.expect("one program of both"), "x86_64aarch64");
    }

    #[test]
    fn without_one_it_stays_unsigned_and_says_so() {
        let checkout = built();
        let ran =
            checkout.run("bundle-macos", &[], &[("APPLE_CERTIFICATE", ""), ("APPLE_SIGNING_IDENTITY", "")]);
        assert!(ran.status.success(), "{}", text(&ran));
        assert!(text(&ran).contains("the disk image stays unsigned"), "{}", text(&ran));
        assert!(checkout.asked("node").lines().any(|argument| argument == "--no-sign"));
        assert_eq!(given(&checkout), "", "an empty identity would be looked for");
    }
}
