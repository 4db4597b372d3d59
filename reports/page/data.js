// The data of the page, and its words.
// A sign for each, so that colour is never the only difference.
const SIGNS = {
  pass: "✓",
  fail: "✗",
  inconclusive: "?",
  "not-applicable": "–",
  recorded: "≡",
  "not-measured": "…",
  timeout: "∞",
  crash: "☠",
  "not-run": "○",
};
const KINDS = {
  pass: "pass",
  fail: "fail",
  timeout: "fail",
  crash: "fail",
  inconclusive: "unsure",
  recorded: "unsure",
  "not-measured": "unsure",
  "not-run": "unsure",
  "not-applicable": "none",
};

const $ = (id) => document.getElementById(id);
// Text goes in as text: nothing of a report is ever read as HTML.
const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

const data = (name) =>
  [...document.querySelectorAll(`script.${name}`)].map((element) => JSON.parse(element.textContent));
// The names of verdicts and standings, in the order in which rows have their numbers.
const [{ verdicts: VERDICTS, worstFirst: WORST_FIRST, standings: STANDINGS }] = data("names");
const [texts] = data("texts");
const [calls] = data("calls");
const [requirements] = data("requirements");
// A row's requirements are those that its own report names; repetitions of a row are rows.
const [ROW, VERDICT, STANDING, CALLS, REQUIREMENTS, EXPECTED, OBSERVED, RECORDED, REASON, SOURCE, BUG] =
  Array(11).keys();
const seenRuns = new Map();
const platforms = data("platform").map((platform) => {
  // A run that is there twice has a second column of its own.
  const times = (seenRuns.get(platform.run) ?? 0) + 1;
  seenRuns.set(platform.run, times);
  if (times > 1) platform.run += `~${times}`;
  const byRequirement = new Map();
  for (const row of platform.rows) {
    for (const id of texts[row[REQUIREMENTS]].split(" ")) {
      if (!byRequirement.has(id)) byRequirement.set(id, []);
      byRequirement.get(id).push(row);
    }
  }
  return { ...platform, byRequirement };
});

const textOf = (row, field) => texts[row[field] ?? 0];

function cellOf(requirement, platform) {
  const rows = platform.byRequirement.get(requirement.id);
  if (!rows) return null;
  const [verdictNumber, standingNumber, passed, applicable, recorded, breaks] =
    platform.cells[requirement.id];
  const verdict = VERDICTS[verdictNumber];
  const standing = STANDINGS[standingNumber] ?? "";
  return {
    verdict,
    standing,
    recorded: texts[recorded],
    rows,
    breaks,
    label: verdict === "not-applicable" ? SIGNS[verdict] : `${SIGNS[verdict]} ${passed}/${applicable}`,
    // The rows' own answers may differ where their sum does not.
    said: rows.map((row) => `${row[ROW]} ${row[VERDICT]} ${row[STANDING]} ${row[OBSERVED] ?? ""}`).join("\n"),
  };
}

const lines = requirements.map((requirement) => ({
  requirement,
  cells: platforms.map((platform) => cellOf(requirement, platform)),
  words: null,
}));

// How many requirements of a platform have each verdict, and how many break the gate.
const totals = platforms.map((_, x) => {
  const counts = new Map();
  let breaking = 0;
  for (const { cells } of lines) {
    if (!cells[x]) continue;
    counts.set(cells[x].verdict, (counts.get(cells[x].verdict) ?? 0) + 1);
    breaking += cells[x].breaks ? 1 : 0;
  }
  return { counts, breaking };
});

// Everything that a search looks through; made when the first search comes.
function wordsOf(line) {
  if (line.words === null) {
    const { id, statement, section } = line.requirement;
    const words = new Set([id, statement, section]);
    for (const cell of line.cells) {
      for (const row of cell?.rows ?? [])
        for (const field of [ROW, EXPECTED, OBSERVED, RECORDED, REASON, SOURCE, BUG])
          words.add(textOf(row, field));
    }
    line.words = [...words].join("\n").toLowerCase();
  }
  return line.words;
}
