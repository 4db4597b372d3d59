// node windows.js REPORT WINE PRODUCT MAJOR.MINOR ARCHITECTURE FOLDER: the report tells that Windows in its
// environment and in its name, and its rows apply exactly where a requirement of theirs does.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

const [path, wine, product, version, architecture, folder] = process.argv.slice(2);
const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));
const { environment: { os, architecture: machine }, rows } = readJson(path);
const documents = readdirSync(folder).map((name) => join(folder, name))
  .filter((path) => path.endsWith(".json") && !path.endsWith("not_yet_covered.json"));
const requirements = new Map(documents.flatMap((file) => readJson(file).requirements).map((one) => [one.id, one]));

const problems = [];
const expect = (what, expected, got) => {
  if (expected !== got) problems.push(`${what}: expected ${expected}, got ${got}`);
};
const here = [os.nt_version.major, os.nt_version.minor, os.build];
expect("NT", version, here.slice(0, 2).join("."));
expect("product", product, os.product);
expect("architecture", architecture, machine.process);
const named = `Wine ${wine} as ${os.product} ${os.display_version ?? ""} ${here.join(".")} ${architecture}`;
expect("name", `${named.toLowerCase().replace(/[^a-z0-9.]+/g, "-")}.json`, basename(path));

const number = (text) => text.split(".").map(Number);
const order = (a, b) => {
  for (let i = 0; i < Math.min(a.length, b.length); ++i) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
};
// A version names all builds that begin with it: "5.2" is before 6.0 and after none of its own builds.
const applies = ({ from, until }) =>
  (!from || order(here, number(from)) >= 0) && (!until || order(here, number(until)) <= 0);
// A row that could not be seen before a version applies, and is not run.
const isUnobservable = ({ verdict, unobserved }) => verdict === "inconclusive" && unobserved === "version";
// A row may be of a value that came later than its requirement, and says so.
const isOfLaterValue = (reason) => {
  const from = /^the row applies from .*?\(([\d.]+)\)/.exec(reason)?.[1];
  return from !== undefined && order(here, number(from)) < 0;
};
let applicable = 0;
for (const { row, verdict, requirements: ids, reason, unobserved } of rows) {
  const wanted = ids.some((id) => applies(requirements.get(id)));
  if (!wanted) expect(row, "not-applicable", verdict);
  else if (isUnobservable({ verdict, unobserved }) && !/^cannot be observed before .*\([\d.]+\)/.test(reason))
    problems.push(`${row} says nothing of a version: ${reason}`);
  else if (verdict === "not-applicable" && !isOfLaterValue(reason)) problems.push(`${row} applies, and is not run: ${reason}`);
  applicable += wanted ? 1 : 0;
}
if (applicable === 0 || rows.length === 0) problems.push("no row applies");

for (const problem of problems) console.error(`${product}: ${problem}`);
console.log(`${basename(path)}: ${applicable} of ${rows.length} rows apply`);
process.exit(problems.length === 0 ? 0 : 1);
