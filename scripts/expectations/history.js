// node history.js HISTORY.json: of the reports of nightly-reports.js each change is told right.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const { lines } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const short = /^so-keepalive\/set\/optlen-shorter-than-dword\[/;
// A later Wine is a later version of what it poses as.
assert.deepEqual(lines.map(({ name }) => name.replace(/^Wine as /, "")), ["Windows 10, x64, reference_provider.dll",
  "Windows 7, x64, other.dll", "Windows 7, x64, reference_provider.dll"]);
const [win10, other, win7] = lines;
assert.equal(win10.reports.length + win7.reports.length + other.reports.length, 52);

// In the order of Wine's version, UBR and time.
const systems = win10.reports.map(({ system }) => system.replace(/, .*\./, " "));
assert.deepEqual([...new Set(systems)], ["Wine 8.0 3447", "Wine 8.0 3593", "Wine 10.0 700"]);

// The change at 3593 stays visible beside the flicker on the last version.
for (const { name, kind, parts, unstable } of win10.rows) {
  assert.match(name, short);
  assert.equal(kind, "returned", name);
  assert.deepEqual(parts.map(({ first, last, cause }) => [first, last, cause]),
    [[0, 5, null], [6, 11, "system"], [12, 23, "system"]]);
  assert.equal(unstable.length, 1);
  assert.deepEqual([unstable[0].first, unstable[0].last], [12, 23]);
  assert.deepEqual(unstable[0].answers.map(({ verdict, reports }) => [verdict, reports]), [["pass", 10], ["fail", 2]]);
}
for (const { name, kind, parts, unstable } of win7.rows) {
  assert.match(name, short);
  assert.equal(kind, "returned", name);
  assert.deepEqual(unstable, []);
  assert.equal(parts[0].observed, "SOCKET_ERROR/WSAEFAULT (10014)", name);
  assert.deepEqual(parts.map(({ first, last }) => [first, last]), [[0, 3], [4, 7], [8, 19]]);
  assert.deepEqual(parts.map(({ cause }) => cause), [null, "system", "system"]);
  assert.deepEqual(parts.map(({ verdict }) => verdict), ["pass", "fail", "pass"]);
}
assert.ok(win7.rows.length > 0 && win10.rows.length > 0);

// What is of a later suite is new; what a later suite says otherwise of the same system is its own doing.
assert.ok(win7.new_rows.length > 0 && win7.new_rows.every(({ row, first }) => row.startsWith("so-keepalive/default") && first === 16));
for (const { name, kind, parts } of other.rows) {
  assert.match(name, short);
  assert.equal(kind, "changed", name);
  assert.equal(parts[1].cause, "suite", name);
}
assert.ok(other.rows.length > 0 && other.new_rows.length === 0);
console.log(`${lines.length} lines, ${win10.rows.length + win7.rows.length} rows changed`);
