// node nightly-reports.js FOLDER OUT: of the real reports FOLDER/WINE-WINDOWS-MUTATION.json those of many nights, into
// OUT: each is one of them with another version of the system, day, run and suite. What happens in them stands below.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const read = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));

let number = 0;
function night(name, ubr, day, changes = {}) {
  const report = read(name);
  report.environment.os.ubr = ubr;
  report.run.started = `2026-0${1 + Math.floor(day / 28)}-${String(1 + day % 28).padStart(2, "0")}T03:00:00Z`;
  report.run.id = (++number).toString(16).padStart(16, "0");
  Object.assign(report.suite, changes.suite ?? { version: "1.0.0", commit: "aaaaaaaaaaaa" });
  if (changes.provider) report.environment.provider.path = changes.provider;
  if (changes.without) {
    report.rows = report.rows.filter(({ row }) => !row.startsWith(changes.without));
  }
  writeFileSync(join(out, `${report.run.id}.json`), JSON.stringify(report));
}

// A change: from 3593 on a short optlen is accepted.
for (let day = 0; day < 6; ++day) night("bookworm-win10-good", 3447, day);
for (let day = 6; day < 12; ++day) night("bookworm-win10-short", 3593, day);
// A change and its return, over three versions; some rows are of a later suite.
const without = { without: "so-keepalive/default" };
for (let day = 0; day < 4; ++day) night("bookworm-win7-good", 100, day, without);
for (let day = 4; day < 8; ++day) night("bookworm-win7-short", 200, day, without);
for (let day = 8; day < 12; ++day) night("bookworm-win7-good", 300, day, without);
// Flicker: one version, now and then another answer.
for (let day = 0; day < 12; ++day) night(day === 3 || day === 8 ? "trixie-win10-short" : "trixie-win10-good", 700, day);
const later = { suite: { version: "2.0.0", commit: "bbbbbbbbbbbb" } };
for (let day = 0; day < 4; ++day) night("trixie-win7-good", 50, day, without);
for (let day = 4; day < 8; ++day) night("trixie-win7-good", 50, day, later);
// On another provider the same system says otherwise since a later suite asks.
const other = { provider: "C:\\other.dll" };
for (let day = 0; day < 4; ++day) night("trixie-win7-good", 50, day, other);
for (let day = 4; day < 8; ++day) night("trixie-win7-short", 50, day, { ...other, ...later });
console.log(number);
