// The dialog: the rows of a cell, or a requirement on all platforms.
const FIRST_ROWS = 12;

const facts = (pairs) => {
  const list = make("dl");
  for (const [what, ...value] of pairs) {
    if (value.some((part) => part !== "")) list.append(make("dt", {}, what), make("dd", {}, ...value));
  }
  return list;
};
const linkTo = (address, text) => make("a", { href: address, rel: "noreferrer" }, text);

function claimOf(requirement) {
  const pairs = [["claim", requirement.statement]];
  if (/^https:\/\//.test(requirement.address)) {
    pairs.push(["document", linkTo(requirement.address, requirement.title), `, ${requirement.section}`]);
  }
  for (const { conflict, taken } of requirement.readings ?? []) {
    pairs.push(["contradiction", conflict], ["reading taken", taken]);
  }
  pairs.push(["rests on", requirement.basis]);
  return pairs;
}

function copyButton(text) {
  const button = make("button", { type: "button", className: "copy" }, "Copy selector");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // From a file there may be no clipboard: the old way.
      const area = make("textarea", { value: text });
      $("detail").append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.textContent = "Copied";
  });
  return button;
}

function callsOf(row) {
  const pre = make("pre", { tabIndex: 0, role: "region", ariaLabel: "Calls" });
  for (const line of calls[row[CALLS]].split("\n")) {
    const isMarked = line.startsWith("=> ");
    pre.append(
      isMarked ? make("mark", { title: "the call that a failed check is about" }, line) : line,
      "\n",
    );
  }
  return make("details", {}, make("summary", {}, "Calls"), pre);
}

function showRow(row) {
  const verdict = VERDICTS[row[VERDICT]];
  const name = texts[row[ROW]];
  const link = make(
    "a",
    { href: `#${stateText({ row: name })}`, className: "anchor", title: "Link to this row" },
    "#",
  );
  const observed = textOf(row, OBSERVED);
  const bug = textOf(row, BUG);
  const element = make(
    "section",
    { className: "row" },
    make("h3", {}, `${SIGNS[verdict]} ${name} `, link),
    copyButton(name),
    facts([["verdict", verdict + (STANDINGS[row[STANDING]] ? `, ${STANDINGS[row[STANDING]]}` : "")]]),
  );
  element.dataset.row = name;
  if (textOf(row, EXPECTED) || (verdict === "recorded" && observed)) {
    element.append(
      make(
        "div",
        { className: "sides" },
        make(
          "div",
          {},
          make("h4", {}, "Documented"),
          make("p", {}, textOf(row, EXPECTED) || "every outcome is allowed"),
        ),
        make("div", {}, make("h4", {}, "Observed"), make("p", {}, observed)),
      ),
    );
  } else if (observed) {
    element.append(facts([["reason", observed]]));
  }
  element.append(
    facts([
      ["baseline", textOf(row, RECORDED)],
      ["why", textOf(row, REASON)],
      ["source", textOf(row, SOURCE)],
      ["bug", /^https:\/\//.test(bug) ? linkTo(bug, bug) : bug],
    ]),
  );
  if (calls[row[CALLS]]) element.append(callsOf(row));
  return element;
}

// Rows that are not asked for are not made: a cell may have hundreds.
function showRows(rows, wanted) {
  const order = (row) => WORST_FIRST.indexOf(VERDICTS[row[VERDICT]]);
  const sorted = [...rows].sort((one, other) => order(one) - order(other));
  const place = sorted.findIndex((row) => texts[row[ROW]] === wanted);
  const shown = Math.max(FIRST_ROWS, place + 1);
  const list = make("div", {}, ...sorted.slice(0, shown).map(showRow));
  if (shown < sorted.length) {
    const more = make("button", { type: "button" }, `Show ${sorted.length - shown} more rows`);
    more.addEventListener("click", () => more.replaceWith(...sorted.slice(shown).map(showRow)));
    list.append(more);
  }
  return list;
}

function showDialog(title, ...content) {
  $("detail-title").textContent = title;
  $("detail-body").replaceChildren(...content);
  if (!$("detail").open) $("detail").showModal();
  $("detail").scrollTop = 0;
}

function openCell(line, x, wantedRow = "") {
  const platform = platforms[x];
  opened = { requirement: line.requirement.id, run: platform.run, row: wantedRow };
  showDialog(
    `${line.requirement.id}, ${platform.name}`,
    facts([...claimOf(line.requirement), ...platform.facts]),
    showRows(line.cells[x].rows, wantedRow),
  );
  const row = [...document.querySelectorAll("#detail-body .row")].find(
    (element) => element.dataset.row === wantedRow,
  );
  if (row) {
    row.classList.add("wanted");
    row.scrollIntoView({ block: "start" });
    row.querySelector("details")?.setAttribute("open", "");
  }
}

function openRequirement(line) {
  opened = { requirement: line.requirement.id, run: "", row: "" };
  const table = make("table", { className: "across" });
  view.columns.forEach((x) => {
    const cell = line.cells[x];
    const go = make("button", { type: "button" }, platforms[x].name);
    go.addEventListener("click", () => {
      openCell(line, x);
      pushState();
      $("close").focus();
    });
    table.append(
      make(
        "tr",
        {},
        make("td", {}, cell ? go : platforms[x].name),
        make("td", {}, `${platforms[x].version} ${platforms[x].architecture}`),
        make(
          "td",
          {},
          cell
            ? [`${cell.label} ${cell.verdict}`, cell.standing, cell.recorded].filter(Boolean).join(", ")
            : "no row",
        ),
      ),
    );
  });
  showDialog(line.requirement.id, facts(claimOf(line.requirement)), table);
}
