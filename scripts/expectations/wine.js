// node wine.js REPORT WINDOWS: what was measured of Wine 8.0, by hand and independently of the suite.
import { readFileSync } from "node:fs";

const [path, windows] = process.argv.slice(2);
const report = JSON.parse(readFileSync(path, "utf8"));
const versions = { winxp64: [5, 2], win2003: [5, 2], win7: [6, 1], win10: [10, 0] };
const [major, minor] = versions[windows];
const isOld = major < 6;
const isWin10 = major === 10;

const problems = [];
const expect = (holds, what) => { if (!holds) problems.push(what); };

const { os } = report.environment;
expect(os.nt_version.major === major && os.nt_version.minor === minor, `NT ${major}.${minor}`);
expect(os.wine_version.startsWith("8."), "Wine 8");
expect(report.run.complete, "a complete run");

// Every row whose name has all these parts, in both families, has that verdict and answer.
const rows = (verdict, actual, ...parts) => {
  const found = report.rows.filter((row) => parts.every((part) => row.row.includes(part)));
  expect(found.length > 0, `rows with ${parts}`);
  for (const row of found) {
    expect(row.verdict === verdict, `${verdict} for ${row.row}, got ${row.verdict}`);
    expect(row.actual.includes(actual), `"${actual}" in ${row.row}, got ${row.actual}`);
  }
};

rows("pass", "", "set/optlen-shorter", "optlen=0]");
for (const optlen of [1, 2, 3]) rows("fail", "0", "set/optlen-shorter", `optlen=${optlen}]`);
rows("fail", "WSAENOBUFS", "set/optlen-shorter", "optlen=-1]");
rows("pass", "", "get/optlen-shorter", "optlen=0]");
rows("pass", "", "get/optlen-shorter", "optlen=-1]");
rows("fail", "optlen 1", "get/reports-the-size");
rows("fail", "stored 0", "boolean/other-than-zero", "value=0x100]");
rows("pass", "", "boolean/other-than-zero", "value=1]");
rows("fail", "0", "so-keepalive/unsupported/datagram", "call=set");
rows("fail", "0", "so-keepalive/unsupported/datagram", "call=get");
rows("pass", "", "level/unknown-level");
rows("pass", "", "default/new-socket");
rows("pass", "", "default/connected");
rows("pass", "", "default/accepted-from-off");
rows("pass", "", "connect/leaves-the-default", "function=ConnectEx");
rows("fail", "WSAENOTSOCK", "so-keepalive/not-initialised", "before-WSAStartup");
if (isWin10 || isOld) rows("inconclusive", "", "default/times");
rows(isOld ? "pass" : "not-applicable", "", "connecting/set-is-allowed[");
rows(isOld ? "not-applicable" : "fail", isOld ? "" : "0", "connecting/set-is-refused[");
rows("inconclusive", "", "connect/set-before", "WSAConnectByList");

const sio = "sio-keepalive-vals/";
rows("pass", "", sio + "input/shorter-than-tcp-keepalive");
rows("pass", "", sio + "input/at-least-tcp-keepalive");
rows("pass", "", sio + "input/misaligned");
rows("pass", "", sio + "memory/input", "memory=null");
rows("fail", "WSAEINVAL", sio + "other-sockets/datagram", "value=1]");
rows("fail", "0", sio + "other-sockets/datagram", "value=0]");
rows("fail", "0", sio + "output/size-other-than-zero");
rows("pass", "", sio + "overlapped/tells-of-its-completion");
rows("pass", "", sio + "completion-routine/runs-once");
rows("pass", "", sio + "bytes-returned/becomes-zero");
rows("not-applicable", "", sio + "pending/");
rows("pass", "", sio + "times/ordinary");
rows("inconclusive", "", sio + "wspioctl/");
if (isWin10) rows("inconclusive", "", sio + "per-connection/times");
rows(isWin10 ? "fail" : "not-applicable", isWin10 ? "WSAENOPROTOOPT" : "", "ipproto-tcp/keepcnt/reads-what-was-set");
rows(isOld ? "not-applicable" : "fail", isOld ? "" : "WSAENOPROTOOPT", "ipproto-tcp/keepalive/reads-what-was-set");
rows(isWin10 ? "not-applicable" : "pass", "",
  "ipproto-tcp/unsupported/keepcnt-before-its-build");

const requirement = (id) => report.requirements.find((entry) => entry.id === id)?.verdict;
expect(requirement("so-keepalive.default-off") === "pass", "default-off passes");
expect(requirement("so-keepalive.transitional-allowed") === (isOld ? "pass" : "not-applicable"),
  "transitional-allowed");
expect(requirement("so-keepalive.einval-transitional") === (isOld ? "not-applicable" : "fail"),
  "einval-transitional");

for (const problem of problems) console.error(`${windows}: expected ${problem}`);
console.log(`${windows}: ${report.rows.length} rows, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
