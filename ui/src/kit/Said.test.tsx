import { render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { Said } from "./Said";

it("comes without its words, which follow, so that they are read out", () => {
  expect(renderToString(<Said>3 people will be invited.</Said>)).not.toContain("invited");
  render(<Said>3 people will be invited.</Said>);
  expect(screen.getByRole("status").textContent).toBe("3 people will be invited.");
});
