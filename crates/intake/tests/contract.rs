//! What the window sees of this crate can be written as TypeScript: no 64-bit integers, no keys that are no words.

use rollcall_intake::{
    Decisions, Defaults, FileFacts, FileProblem, Guess, Mapping, PlanRow, ProblemGroup, ReadOptions,
    TypedPerson,
};
use specta_typescript::Typescript;

#[test]
fn every_type_for_the_window_exports_to_typescript() {
    let types = specta::Types::default()
        .register::<FileFacts>()
        .register::<ReadOptions>()
        .register::<FileProblem>()
        .register::<Guess>()
        .register::<Mapping>()
        .register::<Defaults>()
        .register::<Decisions>()
        .register::<PlanRow>()
        .register::<ProblemGroup>()
        .register::<TypedPerson>();
    let exported = Typescript::default().export(&types, specta_serde::PhasesFormat).expect("exports");
    assert!(exported.contains("\"already-invited\""), "{exported}");
    assert!(exported.contains("identityProvider"), "{exported}");
}
