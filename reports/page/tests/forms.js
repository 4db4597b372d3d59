// node forms.js CTRF JUNIT MARKDOWN CSV: the forms of a hostile report are valid, and its texts stay
// texts in them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { validateStrict } from "ctrf";

const [ctrf, junit, markdown, csv] = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
const parsed = JSON.parse(ctrf);
validateStrict(parsed);
assert.equal(parsed.results.summary.tests, parsed.results.tests.length);

// Well-formedness is xmllint's part; here, that nothing came through that XML cannot hold.
assert.ok(!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(junit));
assert.match(junit, /&lt;img src=x onerror=/);

// Outside code spans, Markdown holds nothing of the report.
const outside = markdown.replaceAll(/`[^`\n]*`/g, "");
assert.ok(!/img|script|example\.invalid|somebody|harmed|bold/.test(outside), "a text is outside a code span");
assert.ok(!/[\u0000-\u0009\u000b-\u001f\u202e]/.test(markdown));

for (const line of csv.split("\r\n").filter(Boolean)) {
  assert.match(line, /^("([^"]|"")*"(,|$))+$/, "a line of CSV is quoted fields");
  assert.ok(!/(^|,)" *[=+\-@\t\r]/.test(line), "no field begins as a formula does");
}
const [head, ...csvLines] = csv
  .split("\r\n")
  .filter(Boolean)
  .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, field]) => field));
for (const name of [
  "requirement",
  "platform",
  "build",
  "ubr",
  "architecture",
  "verdict",
  "standing",
  "rows",
  "fail",
]) {
  assert.ok(head.includes(name), `CSV has the column ${name}`);
}
assert.ok(
  csvLines.length > 3 && csvLines.every((fields) => fields.length === head.length),
  "CSV is of one form",
);
console.log("ok");
