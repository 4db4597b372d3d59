// node samples.js WINE8 WINE10 TODAY8 [TODAY10]: the reports under reports/samples are of today's suite,
// and the two Wines differ in what the older one does not have, the newer options of IPPROTO_TCP, alone.
import { readFileSync } from "node:fs";

const [wine8, wine10, today8, today10] = process.argv.slice(2).map((path) =>
  ({ path, report: JSON.parse(readFileSync(path, "utf8")) }));
const problems = [];
const expect = (holds, what) => { if (!holds) problems.push(what); };
const byRow = ({ report }) => new Map(report.rows.map((row) => [row.row, row]));

for (const [{ path, report }, version] of [[wine8, "8."], [wine10, "10."]]) {
  expect(report.environment.os.wine_version.startsWith(version), `Wine ${version} in ${path}`);
  expect(report.run.complete && report.run.seed !== undefined, `a complete run in ${path}`);
}

const rowsOf8 = byRow(wine8);
const rowsOf10 = byRow(wine10);
const rowsToday = byRow(today8);
const isTodays = (sample, path, today) => {
  for (const [name, { verdict }] of today) {
    expect(sample.get(name)?.verdict === verdict,
      `${verdict} for ${name} in ${path}, got ${sample.get(name)?.verdict}`);
  }
};
isTodays(rowsOf8, wine8.path, rowsToday);
if (today10) isTodays(rowsOf10, wine10.path, byRow(today10));
expect([...rowsToday.keys()].every((name) => rowsOf10.has(name)), `today's rows in ${wine10.path}`);
expect(rowsOf8.size === rowsToday.size && rowsOf10.size === rowsToday.size, "no row of old");

const lacksOption = (row) => row.calls.some((call) => call.arguments.level === "IPPROTO_TCP" &&
  call.arguments.optname.startsWith("TCP_KEEP") && call.error?.number === 10042);
let differences = 0;
for (const [name, row] of rowsOf8) {
  const other = rowsOf10.get(name);
  if (other && (row.verdict !== other.verdict || row.actual !== other.actual)) {
    ++differences;
    expect(lacksOption(row), `Wine 8 to lack an option that ${name} uses, which differs`);
  }
}
expect(differences > 0, "the two Wines to differ");

for (const problem of problems.slice(0, 20)) console.error(`expected ${problem}`);
console.log(`${rowsToday.size} rows, ${differences} differ between the Wines`);
process.exit(problems.length === 0 ? 0 : 1);
