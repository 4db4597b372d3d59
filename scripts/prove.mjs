// node prove.mjs FOLDER MACHINE [--full] [--only=ID,...]: runs the mutations of the reference provider that are for that
// machine, on which this is; what was seen goes to FOLDER/MACHINE.seen.json.
// node prove.mjs FOLDER "" [--only=ID,...]: makes the figure of what was seen: a table or the problems, FOLDER/proof.json, FOLDER/proof.md.
// UNDER_WINE, PROGRAM, PROVIDER and WSK_DRIVER say how to run.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [folder, machine, ...options] = process.argv.slice(2);
const full = options.includes("--full");
// With --only, the mutations of these requirements alone.
const only = options.find((option) => option.startsWith("--only="))?.replace("--only=", "").split(",");
const { UNDER_WINE: underWine, PROGRAM: program, PROVIDER: provider, WSK_DRIVER: driver } =
  process.env;
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

const requirements = readdirSync(join(root, "suites/requirements")).filter((name) => name.endsWith(".json") && name !== "not_yet_covered.json")
  .flatMap((name) => readJson(join(root, "suites/requirements", name)).requirements);
const notYetCovered = readJson(join(root, "suites/requirements/not_yet_covered.json"));

// On this one nothing but the claims about it can be looked at.
const networkDown = "network-down";
// On these the wire is watched, by rows that wait for seconds, and nothing else.
const wire = (on) => on.startsWith("wire") || on === "kernel-wire";
// These lack something, or are an earlier Windows: win10's mutations run there, before the rows that caught
// them on win10 and still pass here without a mutation.
const restricted = (on) => /^(without|earlier)-/.test(on);
const missing = restricted(machine ?? "") && machine.startsWith("without-") ?
  machine.replace("without-", "") : "";
// The provider cannot lack these: the harness is told to do without.
const ofTheHarness = ["administrator", "silent-peer"].includes(missing);
// On these it is the reference inside the kernel's driver that is mutated.
const kernel = (on) => on.startsWith("kernel");
const isKernels = (row) => row.needs.includes("wsk-driver");
const watches = (row) => row.needs.some((name) => name.startsWith("packet-observation"));
// These lie between calls, where walks look: what walks may find beside, they are not asked for elsewhere.
const isBetweenCalls = ({ mutation }) => /^after\.|@nth:|@thread|^set\.same/.test(mutation);
const isWalk = (name) => /^walk/.test(name);
const someWalks = "walk[family=ipv4]";
// What the system under the reference provider rounds to whole seconds.
const isRounded = (row) => ["keepalivetime", "keepaliveinterval"].some((name) => name in row.parameters && row.parameters[name] % 1000 !== 0);

// One entry per mutation and machine, with every requirement that it breaks.
const mutations = new Map();
const listed = { ...readJson(join(root, "fixtures/reference_provider/mutations.json")),
  ...readJson(join(root, "fixtures/wsk_probe/mutations.json")) };
// No mutation can be made here: what they are about is settled when the driver is compiled.
const isSettled = (id) => listed[id]?.length === 0;
const usualMachine = (requirement) => requirement.startsWith("wsk-") ? "kernel" : "win10";
for (const [requirement, entries] of Object.entries(listed)) {
  for (const entry of entries) {
    const { mutation, machine: on = usualMachine(requirement) } =
      typeof entry === "string" ? { mutation: entry } : entry;
    if (only && !only.includes(requirement)) continue;
    const key = `${on} ${mutation}`;
    if (!mutations.has(key)) mutations.set(key, { mutation, machine: on, breaks: [] });
    mutations.get(key).breaks.push(requirement);
  }
}

const inconclusive = ({ verdict }) => ["inconclusive", "not-run", "not-measured"].includes(verdict);
const failed = ({ verdict }) => ["fail", "crash", "timeout"].includes(verdict);

// Wine now and then (once in some ten thousand) fails to start a process. The run's own is lost: exit code 1,
// nothing said, and no journal, with which every run begins. A worker's finds no functions in the provider: exit
// code 5 with that reason, a harness fault, which is no verdict. Running it again hides no answer; what fails three
// times is told.
async function run(mutation, selectors, report) {
  for (let starts = 1; ; ++starts) {
    const seen = await runOnce(mutation, selectors, report);
    if (seen.rows) return seen;
    const isLost = seen.code === 1 && seen.said === "" && !existsSync(`${report}.journal`);
    const isNotLoaded = seen.code === 5 && seen.said.includes("expected a Winsock: it does not export");
    if ((!isLost && !isNotLoaded) || starts === 3) {
      throw new Error(`${mutation || "no mutation"}: exit code ${seen.code}: ${seen.said || "nothing said"}`);
    }
    console.error(`prove: run again: ${mutation || "no mutation"}: ${seen.said.split("\n").at(-2) ?? "process lost"}`);
  }
}

function runOnce(mutation, selectors, report) {
  return new Promise((resolve) => {
    for (const file of [report, `${report}.journal`]) rmSync(file, { force: true });
    const by = kernel(machine) ?
      // All drivers share one thread of Wine's: what one waits for, the others wait for, too.
      ["--timeout-multiplier", "8", "--wsk-driver", driver, "--wsk-provider",
        mutation ? `reference:${mutation}` : "reference"] :
      ["--provider", provider, ...ofTheHarness ? ["--without", missing] : []];
    const child = spawn(underWine,
      [program, "run", ...selectors, "--jobs", "1", ...by, "--report", report],
      { env: { ...process.env, MUTATION: mutation, WITHOUT: ofTheHarness ? "" : missing }, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => { said = (said + text).slice(-2000); });
    }
    child.on("close", (code) => {
      if (!existsSync(report) || (code !== 0 && code !== 1)) {
        resolve({ code, said });
        return;
      }
      const rows = readJson(report).rows.filter(({ verdict, unobserved }) => verdict !== "pass" &&
        (unobserved !== "choice"));
      rmSync(report);
      resolve({ code, rows });
    });
  });
}

async function runAll() {
  const list = JSON.parse(execFileSync(underWine, [program, "list", "--json"],
    { maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] }))
    .filter((row) => isKernels(row) === kernel(machine) && watches(row) === wire(machine) &&
      (!row.only_when_named || kernel(machine)) && !isRounded(row) &&
      !row.requirements.every(isSettled));
  // Where not all rows run, a cheap one of each requirement tells of precision; another one each time.
  const cheap = new Map();
  for (const row of list.filter(({ own_process: alone, case: of }) => !alone && !isWalk(of))) {
    cheap.set(row.requirements[0], [...cheap.get(row.requirements[0]) ?? [], row]);
  }
  // A command line does not hold all rows' names; of cases that watch the wire not every row runs.
  const nameOf = (row) => wire(machine) ? row.row : isWalk(row.case) ? someWalks : row.case;
  const named = (rows) => [...new Set(rows.map(nameOf))];
  const namesOf = (id) => named(list.filter((row) => row.requirements.includes(id)));
  const seen = { full, reference: [], runs: [] };

  const waiting = [...mutations.values()]
    .filter((entry) => entry.machine === (restricted(machine) ? "win10" : machine));
  const everything = only ? [...new Set(waiting.flatMap(({ breaks }) => breaks.flatMap(namesOf)))] : machine === networkDown ? waiting.flatMap(({ breaks }) => breaks) :
    machine === "wire" || !wire(machine) ? named(list) :
      [...new Set(waiting.flatMap(({ breaks }) => breaks.flatMap(namesOf)))];
  // What never comes is waited for to the end: it begins first.
  const isWaitedFor = ({ mutation }) => /never|late|wrong|other/.test(mutation);
  waiting.sort((one, other) => isWaitedFor(other) - isWaitedFor(one));

  const workOnReference = async () => {
    const { rows } = await run("", everything, join(folder, `${machine}.reference.json`));
    const isExpected = ({ row, verdict, unobserved }) =>
      ["not-applicable", "recorded"].includes(verdict) || (unobserved ?? false) !== false ||
      (restricted(machine) && verdict === "inconclusive") ||
      // A Windows 10 without them does not do what it should.
      (machine === "without-tcp-options" && row.startsWith("ipproto-tcp/"));
    seen.reference = rows.filter((row) => !isExpected(row))
      .map(({ row, verdict, reason }) => ({ row, verdict, reason }));
    return new Set(rows.map(({ row }) => row));
  };
  // Leaves the mutations that a row which passes here caught on win10, with these rows.
  const keepObservable = (notPassing) => {
    for (const { mutation, failed: rows, breaks } of readJson(join(folder, "win10.seen.json")).runs) {
      const expected = rows.filter(({ row, requirements: ids }) =>
        !notPassing.has(row) && ids.some((id) => breaks.includes(id)));
      const at = waiting.findIndex((entry) => entry.mutation === mutation);
      if (expected.length !== 0) waiting[at] = { ...waiting[at], expected: named(expected.map(
        ({ row }) => ({ row, case: row.replace(/\[.*/, "") }))) };
      else waiting.splice(at, 1);
    }
  };
  const work = async (worker) => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
      const broken = [...entry.breaks.flatMap(namesOf), ...isBetweenCalls(entry) && !wire(machine) ? [someWalks] : []];
      const rest = only || wire(machine) || restricted(machine) ? [] :
        [...cheap.values()].map((rows) => rows[waiting.length % rows.length])
          .filter((row) => !broken.includes(row.case)).map((row) => row.row);
      const begun = performance.now();
      const selectors = machine === networkDown ? entry.breaks : entry.expected ??
        (full && !wire(machine) ? named(list).filter((name) => !isWalk(name) || isBetweenCalls(entry)) : [...new Set([...broken, ...rest])]);
      const report = join(folder, `${machine}.${worker}.json`);
      const { rows } = await run(entry.mutation, selectors, report);
      const seconds = Math.round((performance.now() - begun) / 10) / 100;
      seen.runs.push({ ...entry, seconds, inconclusive: rows.filter(inconclusive).length,
        reasons: [...new Set(rows.filter(inconclusive).map(({ reason }) => reason))],
        failed: rows.filter(failed)
          .map(({ row, verdict, requirements: ids }) => ({ row, verdict, requirements: ids })) });
    }
  };
  // A run waits most of its time, for processes to start and for packets: more of them than processors. But
  // all rows that watch the wire at once leave the machine too busy for any other's measure.
  const reference = workOnReference();
  if (wire(machine)) await reference;
  if (restricted(machine)) keepObservable(await reference);
  await Promise.all([reference, ...Array.from({ length: 3 * availableParallelism() }, (_, i) => work(i))]);
  writeFileSync(join(folder, `${machine}.seen.json`), JSON.stringify(seen, null, 1));
}

// All requirements that cannot hold when one of `broken` does not.
function reach(broken) {
  const all = new Set(broken);
  for (let before = 0; before !== all.size;) {
    before = all.size;
    for (const { id, includes = [] } of requirements) {
      if (includes.some((included) => all.has(included))) all.add(id);
    }
  }
  return all;
}

function figure() {
  const machines = readdirSync(folder).filter((name) => name.endsWith(".seen.json"))
    .map((name) => name.replace(".seen.json", ""));
  const allSeen = machines.map((name) => readJson(join(folder, `${name}.seen.json`)));
  const runs = allSeen.flatMap((seen, i) => restricted(machines[i]) ? [] : seen.runs);
  const reference = Object.fromEntries(machines.map((name, i) => [name, allSeen[i].reference]));
  const wasFull = allSeen.some((seen) => seen.full);
  const problems = [];
  // A row that was not measured without a mutation says nothing of the provider, and catches nothing: who says
  // that it would not have failed?
  const unmeasured = {};
  for (const [on, rows] of Object.entries(reference)) {
    unmeasured[on] = new Set();
    for (const { row, verdict, reason } of rows) {
      if (verdict === "not-measured") unmeasured[on].add(row);
      else problems.push(`the reference provider on ${on}: ${row}: ${verdict} ${reason}`);
    }
  }
  const table = requirements.filter(({ id }) => !notYetCovered.includes(id) && (!only || only.includes(id)))
    .map(({ id, not_exercisable: why }) => ({ id, why, mutations: [] }));
  const unseen = runs.reduce((sum, entry) => sum + entry.inconclusive, 0);
  let unrelated = 0;
  let included = 0;
  for (const entry of runs) {
    const reached = reach(entry.breaks);
    const strangers = entry.failed.filter((row) => !row.requirements.some((id) => reached.has(id)));
    unrelated += strangers.length;
    included += entry.failed.filter((row) => !row.requirements.some((id) =>
      entry.breaks.includes(id))).length - strangers.length;
    for (const { row } of strangers) {
      problems.push(`${entry.mutation}: fails ${row}, whose claim still holds`);
    }
    for (const id of entry.breaks) {
      const caught = entry.failed.some(({ row, requirements: ids }) =>
        ids.includes(id) && !unmeasured[entry.machine].has(row));
      if (!caught) problems.push([`${entry.mutation}: survives ${id}`, ...entry.reasons].join("; "));
      table.find((line) => line.id === id)?.mutations.push({ mutation: entry.mutation,
        machine: entry.machine, caught, rows: entry.failed.length, unrelated: strangers.length });
    }
  }
  for (const line of table) {
    const { length } = line.mutations;
    const elsewhere = only || (listed[line.id] ?? []).some((entry) =>
      !((entry.machine ?? usualMachine(line.id)) in reference));
    if (isSettled(line.id)) line.why = "settled when the driver is compiled";
    if (length < 3 && elsewhere) line.why = "its machine is not here";
    if (length < 3 && !line.why) problems.push(`${line.id}: ${length} mutations cover it, not three`);
  }
  const byWalksAlone = runs.filter((entry) => {
    const catching = entry.failed.filter(({ requirements: ids }) => ids.some((id) => entry.breaks.includes(id)));
    return catching.length !== 0 && catching.every(({ row }) => isWalk(row));
  });
  const totalOfWin10 = runs.filter((entry) => entry.machine === "win10").length;
  const restrictions = machines.flatMap((name, i) => restricted(name) ? [{ machine: name, runs: allSeen[i].runs }] : [])
    .map(({ machine: name, runs: of }) => {
      const survivors = of.filter((entry) => !entry.failed.some(({ row, requirements: ids }) =>
        ids.some((id) => entry.breaks.includes(id)) && !unmeasured[name].has(row)));
      for (const { mutation, reasons } of survivors) {
        problems.push([`${mutation}: survives on ${name}`, ...reasons].join("; "));
      }
      return { machine: name, observable: of.length, caught: of.length - survivors.length };
    });
  const count = (entries) => entries.filter((entry) => entry.caught).length;
  const all = table.flatMap((line) => line.mutations);
  const words = `${runs.length} mutations break ${all.length} claims: ${count(all)} caught; ` +
    `${unrelated} rows of unrelated requirements failed (each mutation met ` +
    `${wasFull ? "all rows that do not watch the wire, or those of what it breaks that do" : "the rows of what it breaks and one of every other requirement"})`;
  const lines = table.map((line) => `| ${line.id} | ` + (/^its machine|^settled/.test(line.why) ? line.why : line.why ? "not exercisable" :
    `${count(line.mutations)}/${line.mutations.length}`) + ` | ` +
    `${line.mutations.reduce((sum, entry) => sum + entry.unrelated, 0)} |`);
  const markdown = ["# What the suite catches", "",
    "Each mutation makes the reference provider break a requirement in one way",
    "(`fixtures/reference_provider/mutations.json`). Caught is one that fails a row of that requirement;",
    "unrelated are failing rows of requirements whose claim still holds; a requirement that cannot hold",
    "without a broken one (`includes` in suites/requirements) is not among them. Made by `scripts/prove`.", "",
    `${words}. ${byWalksAlone.length} mutations lie between calls, where walks alone catch them:`, "",
    ...byWalksAlone.map(({ mutation }) => `- \`${mutation}\``), "", "| requirement | caught | unrelated rows |", "|---|---|---|", ...lines, "",
    "## Machines that lack something, and earlier versions of Windows", "",
    `Each meets those of the ${totalOfWin10} mutations of Windows 10 that a row which passes there without a`,
    "mutation is about. `scripts/prove --every-machine` runs them all.", "",
    "| machine | observable | caught |", "|---|---|---|",
    ...restrictions.map((of) => `| ${of.machine} | ${of.observable} | ${of.caught} |`), ""].join("\n");
  writeFileSync(join(folder, "proof.md"), markdown);
  writeFileSync(join(folder, "proof.json"), JSON.stringify({ full: wasFull, runs: runs.length,
    caught: count(all), claims: all.length, unrelated, included, inconclusive: unseen, problems, restrictions, requirements: table }, null, 1) + "\n");
  console.log((problems.length === 0 ? lines : problems).join("\n"));
  for (const [on, rows] of Object.entries(unmeasured)) {
    for (const row of rows) console.log(`without a mutation, the machine was too busy to measure on ${on}: ${row}`);
  }
  for (const of of restrictions) {
    console.log(`${of.machine}: ${of.caught} of ${of.observable} observable mutations caught`);
  }
  console.log(`${included} rows failed of requirements that include a broken one; ` +
    `${unseen} rows could not see their claim with a mutation on, and are inconclusive`);
  console.log(`${byWalksAlone.length} mutations are caught by walks alone`);
  console.log(words);
  process.exit(problems.length === 0 ? 0 : 1);
}

await (machine ? runAll() : figure());
