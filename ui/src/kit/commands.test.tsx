import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { type Command, type CommandArea, run, useCommands, useShownCommands } from "./commands";

function Offers({ commands, area }: { commands: Command[]; area: CommandArea }) {
  useCommands(commands, area);
  return null;
}

function Shown() {
  return <output>{JSON.stringify(useShownCommands())}</output>;
}

const shown = () => JSON.parse(screen.getByRole("status").textContent ?? "");
const undoing = (act: () => void, more: Partial<Command> = {}): Command => ({
  id: "undo",
  label: "Undo",
  bound: "undo",
  act,
  ...more,
});

describe("a command", () => {
  it("is done once where the system gives its key to the page and to the menu bar", () => {
    const done = vi.fn();
    render(<Offers commands={[undoing(done, { id: "one press" })]} area="here" />);
    fireEvent.keyDown(window, { key: "z", ctrlKey: true });
    run("one press");
    expect(done).toHaveBeenCalledTimes(1);
    fireEvent.keyDown(window, { key: "z", ctrlKey: true });
    expect(done, "a key that is held down acts each time").toHaveBeenCalledTimes(2);
  });

  it("of the screen goes before one of the window, by key and from the menu bar, whichever came first", () => {
    const [ofWindow, ofScreen] = [vi.fn(), vi.fn()];
    render(
      <>
        <Offers commands={[undoing(ofWindow, { id: "nearer" })]} area="anywhere" />
        <Offers commands={[undoing(ofScreen, { id: "nearer", offBecause: "nothing yet" })]} area="here" />
        <Shown />
      </>,
    );
    run("nearer");
    fireEvent.keyDown(window, { key: "z", ctrlKey: true });
    expect([ofWindow.mock.calls.length, ofScreen.mock.calls.length]).toEqual([0, 0]);
    expect(shown().nearer).toEqual({ on: false, checked: null });
  });

  it("that the palette does not list is done from the menu bar all the same", () => {
    const done = vi.fn();
    render(
      <>
        <Offers commands={[undoing(done, { id: "quiet", quiet: true })]} area="anywhere" />
        <Shown />
      </>,
    );
    expect(shown()).toEqual({ quiet: { on: true, checked: null } });
    run("quiet");
    expect(done).toHaveBeenCalledTimes(1);
  });
});
