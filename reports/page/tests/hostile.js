// node hostile.js REPORT: the report with harmful texts in it, on the standard output.
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const texts = [
  "</script><script>window.harmed = 1</script>",
  '<img src=x onerror="window.harmed = 2">',
  "<!--<script>",
  "]]>&amp;\u0000\u001b[2J\u202e",
  '=HYPERLINK("http://example.invalid")',
  "+1",
  "-1",
  "@SUM(A1)",
  "`` | <b>bold</b> | [link](http://example.invalid) @somebody #1 \n\n# heading",
  '"quote",\r\nnext',
  "::error::stop",
  "javascript:window.harmed = 3",
  "\ufffe\uffff",
];
let next = 0;
const harmful = () => texts[next++ % texts.length];
report.environment.os.product = texts[1];
report.environment.provider.path = `C:\\${texts[0]}`;
report.capabilities.forEach((capability) => {
  capability.reason = capability.available ? "" : harmful();
});
report.rows = report.rows.slice(0, 200);
report.rows.forEach((row) => {
  if (row.reason !== "") row.reason = harmful();
  for (const check of row.checks) {
    check.expression = harmful();
    check.expected = harmful();
    check.actual = harmful();
  }
  const failed = row.checks.find((check) => !check.passed);
  if (failed) Object.assign(row, { expected: failed.expected, actual: failed.actual });
  for (const call of row.calls) call.function = harmful();
  row.row = `${row.row.slice(0, -1)},${harmful().replaceAll(/[\[\]]/g, "")}]`;
});
process.stdout.write(JSON.stringify(report));
