// node empty-stacks.js LIST FOLDER: the cases that pass on each stack whose report is FOLDER/STACK.json are
// exactly those of the list.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [listPath, folder] = process.argv.slice(2);
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const problems = [];
const listed = new Map();
for (const { reason, stacks, cases } of readJson(listPath)) {
  if (!reason) problems.push(`no reason is given for ${cases}`);
  for (const stack of stacks) for (const name of cases) listed.set(`${stack}: ${name}`, reason);
}
const seen = new Set();
// A row that could not be observed here shows nothing of its case.
const unobserved = new Set();
for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
  const stack = file.replace(".json", "");
  for (const row of readJson(join(folder, file)).rows) {
    if (row.verdict === "pass") seen.add(`${stack}: ${row.case}`);
    if (row.unobserved) unobserved.add(`${stack}: ${row.case}`);
  }
}
for (const pass of seen) if (!listed.has(pass)) problems.push(`${pass} passes without a reason`);
for (const pass of listed.keys()) {
  if (!seen.has(pass) && !unobserved.has(pass)) problems.push(`${pass} is listed, and does not pass`);
}
for (const problem of problems) console.error(problem);
console.log(`${seen.size} passing cases on the stacks, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
