// node validate.js SCHEMA REPORT...: each report has to be valid by JSON Schema 2020-12, in strict
// mode, and stop being valid when something is added, taken away or misspelt.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const [schemaPath, ...reportPaths] = process.argv.slice(2);
const ajv = new Ajv2020({ strict: true, allErrors: false, allowUnionTypes: true });
const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, "utf8")));

const damages = {
  "an unknown member": (report) => { report.mood = "good"; },
  "an unknown member of a row": (report) => { report.rows[0].mood = "good"; },
  "a missing member": (report) => { delete report.run.seed; },
  "a missing environment": (report) => { report.environment = null; },
  "an unknown verdict": (report) => { report.rows[0].verdict = "splendid"; },
  "a number for a text": (report) => { report.rows[0].reason = 1; },
  "another version": (report) => { report.schema_version = 3; },
};

let failures = 0;
const check = (holds, what) => {
  if (!holds) {
    failures += 1;
    console.error(`FAILED: ${what}`);
  }
};

for (const path of reportPaths) {
  // fatal: bytes that are not UTF-8 are an error here, not a replacement character.
  const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  const valid = validate(JSON.parse(text));
  check(valid, `${path} is valid: ${ajv.errorsText(validate.errors)}`);
  for (const [name, damage] of Object.entries(damages)) {
    const damaged = JSON.parse(text);
    damage(damaged);
    check(!validate(damaged), `${path} with ${name} is refused`);
  }
}
console.log(`${reportPaths.length} reports read with ajv, ${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
