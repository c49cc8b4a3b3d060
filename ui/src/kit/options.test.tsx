import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { ComboBox } from "./ComboBox";
import { MultiSelect } from "./MultiSelect";
import { Select } from "./Select";

const OPTIONS = Array.from({ length: 2_000 }, (_, place) => ({ id: `o${place}`, label: `Organization ${place}` }));

function One({ of: Field }: { of: typeof ComboBox | typeof Select }) {
  const [value, setValue] = useState<string | null>(null);
  return <Field label="Organization" options={OPTIONS} value={value} onChange={setValue} />;
}

function Several() {
  const [value, setValue] = useState<string[]>([]);
  return <MultiSelect label="Organization" options={OPTIONS} value={value} onChange={setValue} />;
}

const listed = () => screen.getAllByRole("option").length;
const field = () => screen.getByRole<HTMLInputElement>("combobox");

describe("a list of very many options", () => {
  it("draws those in sight only, under a button", async () => {
    render(<One of={Select} />);
    await userEvent.setup().click(screen.getByRole("button"));
    expect(listed()).toBeLessThan(100);
  });

  it("draws those in sight only, under a field that narrows it, and each can be found and taken", async () => {
    const user = userEvent.setup();
    render(<One of={ComboBox} />);
    await user.click(field());
    expect(listed()).toBeLessThan(100);
    await user.keyboard("1999");
    expect(screen.getAllByRole("option").map((one) => one.textContent)).toEqual(["Organization 1999"]);
    await user.keyboard("{ArrowDown}{Enter}");
    expect(field().value).toBe("Organization 1999");
  });

  it("draws those in sight only, where several can be taken, and says how many there are", async () => {
    const user = userEvent.setup();
    render(<Several />);
    await user.click(field());
    expect(listed()).toBeLessThan(100);
    expect(screen.getAllByRole("option")[0]?.getAttribute("aria-setsize")).toBe("2000");
    await user.keyboard("1998{ArrowDown}{Enter}");
    expect(screen.getByRole("button", { name: "Remove Organization 1998" })).toBeTruthy();
  });
});
