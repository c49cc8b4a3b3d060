import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Sandbox } from "../harness/sandbox";

interface Operation {
  security?: Record<string, unknown>[];
  responses?: Record<string, unknown>;
}
type Document = { openapi?: string; paths: Record<string, Record<string, Operation>> };

describe("the OpenAPI document of the sample platform", () => {
  let sandbox: Sandbox;
  let document: Document;
  beforeAll(async () => {
    sandbox = await Sandbox.start();
    document = await sandbox.json<Document>("/openapi.json");
  });
  afterAll(async () => {
    await sandbox?.stop();
  });

  test("it holds before a validator", async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as Record<string, unknown>);
    expect(errors ?? [], JSON.stringify(errors, null, 2)).toEqual([]);
    expect(valid).toBe(true);
  });

  test("the validator finds what is wrong", async () => {
    const { openapi, ...rest } = structuredClone(document);
    const wrong = { openapi, ...rest, paths: { "/api/v2/users": { get: { responses: "all of them" } } } };
    expect((await new Validator().validate(wrong)).valid, "a broken document must not pass").toBe(false);
  });

  test("every reference in it leads somewhere", async () => {
    const validator = new Validator();
    await validator.validate(structuredClone(document) as Record<string, unknown>);
    expect(JSON.stringify(validator.resolveRefs())).not.toContain('"$ref"');
  });

  test("it names exactly the calls that are served", () => {
    const calls = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations)
        .filter((key) => ["get", "put", "post", "delete", "patch"].includes(key))
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(calls.sort()).toEqual([
      "GET /api/v2/identity-providers",
      "GET /api/v2/organizations/details/{id}",
      "GET /api/v2/roles",
      "GET /api/v2/users",
      "POST /api/v2/users/invite",
      "POST /oauth/token",
    ]);
  });

  test("every call but the one for tokens wants key and token, and the platform does", async () => {
    for (const path of ["/api/v2/users", "/api/v2/roles", "/api/v2/identity-providers"]) {
      const declared = document.paths[path]?.get?.responses ?? {};
      expect(Object.keys(declared), `${path} must say what it answers to strangers`).toContain("401");
      const answer = await fetch(`${sandbox.access.baseUrl}${path}`);
      expect(answer.status, `${path} was open to a stranger`).toBe(401);
    }
  });
});
