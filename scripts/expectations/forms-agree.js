// node forms-agree.js FOLDER NAME EXIT_CODE: the report NAME.json, NAME.xml (JUnit), NAME.ctrf.json, NAME.md and the
// annotations in NAME.log name the same rows as failed, and agree with the exit code. Prints how many.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, name, exitCode] = process.argv.slice(2);
const read = (ending) => readFileSync(join(folder, `${name}${ending}`), "utf8");
const plain = (xml) => xml.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const { rows, judgement } = JSON.parse(read(".json"));
const withoutRepetition = (row) => row.replace(/ \(repetition \d+\)$/, "");

// JUnit: the row's name is put together again from its case and its parameters.
const xml = read(".xml");
const junit = { failed: new Set(), known: new Set(), passed: 0 };
for (const [, classname, test, rest] of xml.matchAll(/<testcase classname="([^"]*)" name="([^"]*)"[^>]*?(\/>|>[\s\S]*?<\/testcase>)/g)) {
  const of = classname.split(".").slice(1).join("/");
  const parameters = withoutRepetition(plain(test));
  const row = parameters === "no parameters" ? of : `${of}[${parameters}]`;
  if (/<(failure|error) /.test(rest)) junit.failed.add(row);
  if (/<skipped type="known-deviation"/.test(rest)) junit.known.add(row);
}
const count = (what) => Number(xml.match(new RegExp(`<testsuites[^>]* ${what}="(\\d+)"`))[1]);
assert.equal(count("tests"), rows.length, "JUnit has every row");
assert.equal(count("failures") + count("errors"), [...xml.matchAll(/<(failure|error) /g)].length);

const { summary, tests } = JSON.parse(read(".ctrf.json")).results;
const ctrf = (status) => new Set(tests.filter((test) => test.status === status).map((test) => test.name));
assert.equal(tests.length, new Set(rows.map(({ row }) => row)).size, "CTRF has every row once");
assert.equal(summary.failed, ctrf("failed").size);
assert.deepEqual(ctrf("failed"), junit.failed, "CTRF and JUnit name the same failures");
assert.deepEqual(new Set([...junit.known].filter((row) => !junit.failed.has(row))), ctrf("other"));
for (const test of tests) {
  const all = rows.filter(({ row }) => row === test.name);
  assert.equal(test.retries ?? 0, all.length - 1, `${test.name}: its repetitions`);
  assert.equal(test.flaky ?? false, new Set(all.map(({ verdict }) => verdict)).size > 1, `${test.name}: flaky`);
}

// Markdown and the annotations show the first ones, and say how many there are.
const markdown = read(".md");
const failures = [...xml.matchAll(/<(failure|error) /g)].length;
assert.equal(Number(markdown.match(/What breaks the gate: (\d+) rows?/)?.[1] ?? 0), failures, "Markdown counts the same");
// A group's label: one row, patterns of rows with their number, or their number alone.
const caseOf = (row) => row.split("[")[0];
const failedCases = new Set([...junit.failed].map(caseOf));
const rowsIn = (label) => Number(label.match(/(?:^|, )(\d+) rows?(?: of \d+ cases?)?$/)?.[1] ?? 1);
const checkLabel = (label) => {
  if (/^\d+ rows/.test(label)) return;
  if (rowsIn(label) === 1) assert.ok(junit.failed.has(withoutRepetition(label)), `${label} has not failed`);
  else assert.ok(failedCases.has(caseOf(label.split(", ")[0])), `no row of ${label} has failed`);
};
const groups = [...markdown.split("<details>")[0].matchAll(/^\| [a-z-]+(?:, [a-z-]+)? \| `([^`]*)` \| /gm)].map(([, label]) => label);
groups.forEach(checkLabel);
const cut = /^The first \d+ of \d+ groups are shown/m.test(markdown);
const inMarkdown = groups.map(rowsIn).reduce((a, b) => a + b, 0);
assert.ok(cut ? inMarkdown < failures : inMarkdown === failures, `Markdown's groups hold ${inMarkdown} of ${failures} rows`);
assert.equal(/^Gate: holds/m.test(markdown), failures === 0, "Markdown's gate");
const annotations = [...read(".log").matchAll(/^::error (?:file=[^,]*,line=\d+,)?title=([^:]*)::(.*?)\r?$/gm)];
const more = annotations.map(([, , text]) => Number(text.match(/^(\d+) more rows? breaks? the gate/)?.[1] ?? 0)).reduce((a, b) => a + b, 0);
const named = annotations.filter(([, title]) => title !== "Winsock conformance");
const titles = named.map(([, title]) => title.replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%25", "%"));
titles.forEach(checkLabel);
assert.equal(titles.map(rowsIn).reduce((a, b) => a + b, 0) + more, failures, "the annotations count the same");
for (const message of named.map(([, , text]) => text)) assert.match(message, /%0Arerun: winsock-conformance run /);
assert.equal(Number(exitCode), failures === 0 ? 0 : 1, "the exit code");
assert.equal(judgement?.gate ?? (failures === 0 ? "holds" : "broken"), failures === 0 ? "holds" : "broken");
console.log(`${name}: ${rows.length} rows, ${failures} failed, ${junit.known.size} known deviations, ${summary.flaky} flaky`);
