//! The parts of `cargo xtask test`, in the order in which they run.

use clap::ValueEnum;

/// One part of the test run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The lock files hold what the manifests ask for (looked at in CI alone)
    Locks,
    /// Every Rust file is formatted
    Format,
    /// The page's types hold (TypeScript)
    Types,
    /// The page's sources are formatted and clean (Biome)
    Lint,
    /// The page's unit tests (Vitest)
    UiTests,
    /// The page builds; the app carries it inside
    UiBuild,
    /// Licences, sources, doubles and known holes of the dependencies (cargo-deny)
    Dependencies,
    /// Clippy over every target of the workspace; a warning is a failure
    Clippy,
    /// Builds the programs and every Rust test
    Build,
    /// Unit and integration tests of every crate, fresh bindings among them
    Rust,
    /// The examples in the documentation of every crate
    DocTests,
    /// The walls between the rooms, the shell's permissions, and the project's own tools
    HouseRules,
    /// The sample platform's OpenAPI document holds before a validator
    Openapi,
    /// The real app, driven on a private desktop
    E2e,
    /// The packages: installed on a clean system, used, and removed without a trace
    Install,
}

/// What a part wants of the machine before it can run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Needs {
    /// Node, and the page's packages.
    pub(crate) page: bool,
    /// The libraries that the app is linked against.
    pub(crate) libraries: bool,
    /// A reader of PDFs, and fonts: tests read what is written for people.
    pub(crate) documents: bool,
    /// A SCIM service that is not ours, which tests speak to.
    pub(crate) scim: bool,
    /// A proxy that is not ours.
    pub(crate) network: bool,
    /// A display, a window manager, a keychain, and the drivers.
    pub(crate) desktop: bool,
    /// A screen reader, for the command that listens to it.
    pub(crate) screen_reader: bool,
    /// What makes, examines and installs packages.
    pub(crate) packages: bool,
    /// What packages are signed with.
    pub(crate) signing: bool,
    /// What looks at the dependencies.
    pub(crate) dependencies: bool,
}

impl Part {
    /// The parts to run: those asked for in their usual order, or all.
    pub(crate) fn chosen(only: &[Self]) -> Vec<Self> {
        Self::value_variants().iter().copied().filter(|part| only.is_empty() || only.contains(part)).collect()
    }

    /// The name by which `--only` knows it.
    pub(crate) fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// What it wants of the machine.
    pub(crate) fn needs(self) -> Needs {
        match self {
            Self::Locks | Self::Format => Needs::default(),
            Self::Types | Self::Lint | Self::UiTests | Self::UiBuild => {
                Needs { page: true, ..Needs::default() }
            }
            // The app does not compile without the page that it carries.
            Self::Clippy | Self::Build | Self::DocTests | Self::Openapi => {
                Needs { page: true, libraries: true, ..Needs::default() }
            }
            Self::HouseRules => Needs { page: true, libraries: true, signing: true, ..Needs::default() },
            Self::Rust => Needs {
                page: true,
                libraries: true,
                documents: true,
                scim: true,
                network: true,
                ..Needs::default()
            },
            Self::Dependencies => Needs { dependencies: true, ..Needs::default() },
            Self::Install => {
                Needs { page: true, libraries: true, desktop: true, packages: true, ..Needs::default() }
            }
            Self::E2e => Needs {
                page: true,
                libraries: true,
                documents: true,
                desktop: true,
                scim: true,
                ..Needs::default()
            },
        }
    }
}

impl Needs {
    /// What any of several parts wants.
    pub(crate) fn of(parts: &[Part]) -> Self {
        parts.iter().fold(Self::default(), |all, part| {
            let needs = part.needs();
            Self {
                page: all.page || needs.page,
                libraries: all.libraries || needs.libraries,
                documents: all.documents || needs.documents,
                scim: all.scim || needs.scim,
                network: all.network || needs.network,
                desktop: all.desktop || needs.desktop,
                screen_reader: all.screen_reader || needs.screen_reader,
                packages: all.packages || needs.packages,
                signing: all.signing || needs.signing,
                dependencies: all.dependencies || needs.dependencies,
            }
        })
    }
}

/// Prints the parts and what each does.
pub(crate) fn list() {
    for part in Part::value_variants() {
        let value = part.to_possible_value();
        let help = value.as_ref().and_then(|value| value.get_help()).map(ToString::to_string);
        println!("{:<12} {}", part.name(), help.unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chosen_parts_run_in_their_usual_order_whatever_was_typed() {
        assert_eq!(Part::chosen(&[Part::E2e, Part::Format]), [Part::Format, Part::E2e]);
        assert_eq!(Part::chosen(&[]).len(), Part::value_variants().len(), "none chosen means all");
    }

    #[test]
    fn formatting_alone_asks_nothing_of_the_machine() {
        assert_eq!(Needs::of(&[Part::Format]), Needs::default());
        assert!(Needs::of(&[Part::Format, Part::E2e]).desktop, "the end-to-end tests need a desktop");
    }
}
