// node validate-plain.js SCHEMA FILE...: each file has to be valid by JSON Schema 2020-12, in strict mode.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const [schemaPath, ...paths] = process.argv.slice(2);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, "utf8")));
let failures = 0;
for (const path of paths) {
  if (!validate(JSON.parse(readFileSync(path, "utf8")))) {
    failures += 1;
    console.error(`${path}: ${ajv.errorsText(validate.errors)}`);
  }
}
process.exit(failures === 0 ? 0 : 1);
