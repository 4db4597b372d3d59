// node samples.js SAMPLE MATRIX PAGE TODAY8 [TODAY10]: the report and the page under reports/samples are of
// today's suite and of no one's machine, and the two Wines differ in the newer options of IPPROTO_TCP, which the
// older one lacks, and in the close of a lingering socket, alone. PAGE is the folder of the page's sources.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [samplePath, matrixPath, page, ...todays] = process.argv.slice(2);
const problems = [];
const expect = (holds, what) => { if (!holds) problems.push(what); };
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const byRow = ({ rows }) => new Map(rows.map((row) => [row.row, row]));
const [today8, today10] = todays.map((path) => byRow(read(path)));

const sample = read(samplePath);
expect(sample.environment.os.wine_version.startsWith("8."), `Wine 8 in ${samplePath}`);
expect(sample.run.complete && sample.run.seed !== undefined, `a complete run in ${samplePath}`);
expect(sample.rows.length >= 40 && sample.rows.length <= 60, `some 50 rows in ${samplePath}, got ${sample.rows.length}`);
for (const { row, verdict } of sample.rows) {
  expect(today8.get(row)?.verdict === verdict, `${today8.get(row)?.verdict} for ${row} in ${samplePath}, got ${verdict}`);
}
const verdicts = new Set(sample.rows.map(({ verdict }) => verdict));
for (const verdict of ["pass", "fail", "recorded"]) expect(verdicts.has(verdict), `a row of ${samplePath} with ${verdict}`);
expect(sample.rows.some(({ wire }) => wire), `a row of ${samplePath} that watches the wire`);

const matrix = readFileSync(matrixPath, "utf8");
for (const file of readdirSync(page).filter((name) => /\.(js|css)$/.test(name) && name !== "history.js")) {
  expect(matrix.includes(readFileSync(join(page, file), "utf8").trim()), `today's ${file} in ${matrixPath}`);
}
const theirs = /\/(tmp|home|root|work|build|mnt)\/|[A-Z]:\\\\?(Users|users|tmp)|-dirty|\.tmp/;
for (const path of [samplePath, matrixPath]) {
  const found = readFileSync(path, "utf8").match(theirs);
  expect(!found, `no path of a machine and no dirty commit in ${path}, got ${found?.[0]}`);
}

let differences = 0;
if (today10) {
  const lacksOption = (row) => row.calls.some((call) => call.arguments.level === "IPPROTO_TCP" &&
    call.arguments.optname.startsWith("TCP_KEEP") && call.error?.number === 10042);
  for (const [name, row] of today8) {
    const other = today10.get(name);
    if (row.verdict !== other?.verdict || row.actual !== other.actual) {
      ++differences;
      // Wine 10 resets the connection of a socket that lingers for 0 seconds, Wine 8 does not.
      const isReset = name.startsWith("so-linger/close/zero-resets");
      expect(isReset || lacksOption(row), `Wine 8 to lack an option that ${name} uses, which differs`);
    }
  }
  expect(differences > 0, "the two Wines to differ");
}

for (const problem of problems.slice(0, 20)) console.error(`expected ${problem}`);
console.log(`${today8.size} rows, ${differences} differ between the Wines`);
process.exit(problems.length === 0 ? 0 : 1);
