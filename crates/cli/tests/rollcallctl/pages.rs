//! Pages of the manual and completions: they name every command, and hidden ones stay hidden.

use crate::desk::Desk;

#[test]
fn each_shell_gets_completions_that_know_the_commands() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = desk.run(&["completions", shell]).ends_with(0).stdout;
        for command in ["profile", "invite", "completions"] {
            assert!(script.contains(command), "{shell} does not know {command}");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_each_command_that_people_are_told_of() {
    let desk = Desk::new();
    let folder = desk.home().join("pages");
    let folder = folder.to_str().expect("a path of letters");
    desk.run(&["man-pages", folder]).ends_with(1);
    std::fs::create_dir_all(folder).expect("a folder");
    desk.run(&["man-pages", folder]).ends_with(0);
    let page = |name: &str| std::fs::read_to_string(format!("{folder}/{name}.1"));
    assert!(page("rollcallctl").expect("the program's page").contains("ROLLCALL_HOME"));
    for command in ["invite", "profile-add", "runs-show", "completions"] {
        let text = page(&format!("rollcallctl-{command}")).expect(command);
        assert!(text.contains(".SH NAME"), "{command} has no name");
    }
    assert!(page("rollcallctl-man-pages").is_err(), "what people are not told of has no page");
}
