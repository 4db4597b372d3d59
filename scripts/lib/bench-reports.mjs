// node bench-reports.mjs REPORT FOLDER COUNT ROWS: COUNT reports of ROWS rows, made of a real one, each
// varied: another version, build and time, rows that changed their verdict, other handles and times.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [source, folder, count, rows] = process.argv.slice(2);
const report = JSON.parse(readFileSync(source, "utf8"));
const step = report.rows.length / Number(rows);
report.rows = Array.from({ length: Number(rows) }, (_, i) => report.rows[Math.floor(i * step)]);

// Numbers that are the same in every run, so that runs can be compared.
let state = 12345;
const random = (below) => {
  state = (state * 1103515245 + 12345) % 2 ** 31;
  return Math.floor(state / 65536) % below;
};

mkdirSync(folder, { recursive: true });
for (let i = 0; i < Number(count); ++i) {
  report.run.id = i.toString(16).padStart(16, "0");
  report.run.seed = i;
  report.environment.os.nt_version = { major: 10, minor: 0 };
  report.environment.os.build = 10240 + i * 16;
  report.environment.os.wine_version = i % 4 === 0 ? `${8 + (i % 3)}.${i % 20}` : null;
  const text = JSON.stringify(
    {
      ...report,
      rows: report.rows.map((row) => {
        const varied = {
          ...row,
          duration_us: random(100000),
          calls: row.calls.map((call) => ({ ...call, microseconds: random(10000) / 10 })),
        };
        if (row.verdict === "pass" && random(20) === 0 && row.checks.length > 0) {
          varied.verdict = "fail";
          const actual = `0, stored ${random(4)}`;
          varied.checks = row.checks.map((check) => ({ ...check, passed: false, actual }));
          varied.expected = varied.checks[0].expected;
          varied.actual = varied.checks[0].actual;
        }
        return varied;
      }),
    },
    null,
    1,
  );
  writeFileSync(join(folder, `report-${i}.json`), text);
}
