import { validate } from "@readme/openapi-parser";
import Ajv2020 from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { openApiDocument } from "./openapi.ts";
import { SCHEMAS } from "./openapi-schemas.ts";

it("a validator of others accepts the description of the API", async () => {
  // Parsed from its text: the validator resolves references in place.
  const result = await validate(JSON.parse(JSON.stringify(openApiDocument("https://cua-khau.example", "桥梁"))));
  expect(result).toMatchObject({ valid: true });
});

it("a validator of others sees what is wrong with a description", async () => {
  const broken = { ...openApiDocument("https://cua-khau.example", "桥梁"), paths: { "/articles": { get: { responses: { 200: {} } } } } };
  expect(await validate(JSON.parse(JSON.stringify(broken)))).toMatchObject({ valid: false });
});

it("every schema can be compiled, so that programs can check answers by it", () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { "date-time": true, date: true, uri: true } });
  ajv.addVocabulary(["components"]);
  ajv.addSchema({ $id: "api", components: { schemas: SCHEMAS } });
  for (const name of Object.keys(SCHEMAS)) expect(() => ajv.compile({ $ref: `api#/components/schemas/${name}` }), name).not.toThrow();
});
