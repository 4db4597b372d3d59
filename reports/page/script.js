"use strict";
(() => {
  const VERDICTS = ["pass", "fail", "inconclusive", "not-applicable", "recorded", "not-measured", "timeout", "crash", "not-run"];
  // A cell's rows are shown in this order.
  const WORST_FIRST = ["crash", "timeout", "fail", "inconclusive", "not-measured", "not-run", "recorded", "pass", "not-applicable"]
    .map((name) => VERDICTS.indexOf(name));
  const STANDINGS = ["as-documented", "known-deviation", "changed", "regression", "improvement", "new", "as-recorded", "recorded-otherwise"];
  // A sign and words for each, so that colour is never the only one.
  const SIGNS = { pass: "✓", fail: "✗", inconclusive: "?", "not-applicable": "–", recorded: "≡", "not-measured": "…", timeout: "⧗", crash: "✗✗", "not-run": "○" };
  const KINDS = { pass: "pass", fail: "fail", timeout: "fail", crash: "fail", inconclusive: "unsure", recorded: "unsure", "not-measured": "unsure", "not-run": "unsure", "not-applicable": "none" };

  const data = (name) => [...document.querySelectorAll(`script.${name}`)].map((element) => JSON.parse(element.textContent));
  const [texts] = data("texts");
  const [calls] = data("calls");
  const [requirements] = data("requirements");
  // A row's requirements are those that its own report names; repetitions of a row are rows.
  const [ROW, VERDICT, STANDING, CALLS, REQUIREMENTS, EXPECTED, OBSERVED, BUG] = [0, 1, 2, 3, 4, 5, 6, 7];
  const platforms = data("platform").map((platform) => {
    const byRequirement = new Map();
    for (const row of platform.rows) {
      for (const id of texts[row[REQUIREMENTS]].split(" ")) {
        if (!byRequirement.has(id)) byRequirement.set(id, []);
        byRequirement.get(id).push(row);
      }
    }
    return { ...platform, byRequirement };
  });
  const $ = (id) => document.getElementById(id);

  // Text goes in as text: nothing of a report is ever read as HTML.
  const make = (tag, properties = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name in element) element[name] = value; else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };
  // An id may break behind its dot.
  const breakable = (id) => id.split(".").flatMap((part, i) => (i === 0 ? [part] : [".", make("wbr"), part]));
  const cellOf = (requirement, platform) => {
    const rows = platform.byRequirement.get(requirement.id);
    if (!rows) return null;
    const [verdict, standing, observed, applicable, recorded] = platform.cells[requirement.id];
    const part = observed < applicable && [0, 4].includes(verdict) ? `${observed} of ${applicable} rows observed` : "";
    return { verdict: VERDICTS[verdict], standing: STANDINGS[standing] ?? "", part, recorded: texts[recorded], rows };
  };

  const sayCell = (cell, requirement, platform) =>
    `${requirement.id} on ${platform.name}: ${cell.verdict}${cell.part ? `, ${cell.part}` : ""}${cell.recorded ? `, ${cell.recorded}` : ""}${cell.standing ? `, ${cell.standing}` : ""}`;

  const lines = requirements.map((requirement) => {
    const cells = platforms.map((platform) => cellOf(requirement, platform));
    // The rows' own answers may differ where their sum does not.
    const said = cells.map((cell) => (cell ? cell.rows.map((row) =>
      `${row[ROW]} ${row[VERDICT]} ${row[STANDING]} ${row[OBSERVED] ?? ""}`).join("\n") : ""));
    const differs = new Set(said).size > 1;
    const words = new Set([requirement.id, requirement.statement, requirement.section]);
    for (const cell of cells) {
      for (const row of cell?.rows ?? []) {
        words.add(texts[row[ROW]]);
        if (row.length > OBSERVED) words.add(texts[row[OBSERVED]]);
      }
    }
    return { requirement, cells, differs, words: [...words].join("\n").toLowerCase() };
  });

  const buildTable = () => {
    $("about").textContent = `${requirements.length} requirements, ${platforms.length} ${platforms.length === 1 ? "report" : "reports"}`;
    const head = make("tr", {}, make("th", { scope: "col" }, "Requirement"));
    for (const platform of platforms) {
      const gate = platform.gate ? `gate ${platform.gate}` : "no baseline";
      head.append(make("th", { scope: "col" }, platform.name, make("small", {}, platform.file), make("small", {}, gate)));
    }
    document.querySelector("thead").append(head);
    const body = document.querySelector("tbody");
    lines.forEach((line, y) => {
      const { id, statement, address } = line.requirement;
      line.element = make("tr", {}, make("th", { scope: "row" }, make("b", {}, ...breakable(id)), make("small", {}, statement)));
      line.element.title = address;
      line.cells.forEach((cell, x) => {
        const td = make("td");
        if (cell) {
          td.dataset.kind = KINDS[cell.verdict];
          if (["regression", "changed", "new", "recorded-otherwise"].includes(cell.standing)) td.dataset.breaks = "";
          const button = make("button", { className: "cell", type: "button" }, `${SIGNS[cell.verdict]} ${cell.verdict}`, make("small", {}, [cell.part, cell.recorded, cell.standing].filter(Boolean).join(", ")));
          button.setAttribute("aria-label", sayCell(cell, line.requirement, platforms[x]));
          button.dataset.x = x;
          button.dataset.y = y;
          button.tabIndex = -1;
          td.append(button);
        } else {
          td.dataset.kind = "none";
          td.append(make("span", { className: "absent" }, "not run"));
        }
        line.element.append(td);
      });
      body.append(line.element);
    });
    const start = body.querySelector("button");
    if (start) start.tabIndex = 0;
  };

  const fillChoices = () => {
    const add = (select, values) => values.forEach((value) => select.append(make("option", { value }, value)));
    add($("document"), [...new Set(requirements.map((requirement) => requirement.document))]);
    const present = (key) => new Set(lines.flatMap((line) => line.cells.map((cell) => cell?.[key])));
    add($("verdict"), VERDICTS.filter((verdict) => present("verdict").has(verdict)));
    add($("standing"), STANDINGS.filter((standing) => present("standing").has(standing)));
  };

  // Everything that a link is to bring back stands in the address: filters, and the open cell.
  const state = () => {
    const values = new URLSearchParams();
    for (const name of ["document", "verdict", "standing", "text"]) {
      if ($(name).value) values.set(name, $(name).value);
    }
    if ($("differences").checked) values.set("differences", "1");
    if ($("detail").open) {
      values.set("requirement", $("detail").dataset.requirement);
      values.set("platform", $("detail").dataset.platform);
    }
    return values.toString();
  };
  const keepState = () => history.replaceState(null, "", `#${state()}`);

  const filter = () => {
    const wanted = { document: $("document").value, verdict: $("verdict").value, standing: $("standing").value };
    const text = $("text").value.trim().toLowerCase();
    let shown = 0;
    for (const line of lines) {
      const fits = (!wanted.document || line.requirement.document === wanted.document) &&
        (!text || line.words.includes(text)) && (!$("differences").checked || line.differs) &&
        ((!wanted.verdict && !wanted.standing) || line.cells.some((cell) => cell &&
          (!wanted.verdict || cell.verdict === wanted.verdict) && (!wanted.standing || cell.standing === wanted.standing)));
      line.element.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    $("count").textContent = `${shown} of ${lines.length} shown`;
    moveEntry();
  };

  // One cell is in the tab order; the arrow keys go from there.
  const visible = (button) => button && !button.closest("tr").hidden;
  const moveEntry = () => {
    const entry = document.querySelector('.cell[tabindex="0"]');
    if (visible(entry)) return;
    if (entry) entry.tabIndex = -1;
    const next = document.querySelector("tbody tr:not([hidden]) .cell");
    if (next) next.tabIndex = 0;
  };
  const focusCell = (button) => {
    const entry = document.querySelector('.cell[tabindex="0"]');
    if (entry) entry.tabIndex = -1;
    button.tabIndex = 0;
    button.focus();
  };
  const step = (from, dx, dy) => {
    let x = Number(from.dataset.x);
    let y = Number(from.dataset.y);
    for (;;) {
      x += dx;
      y += dy;
      if (x < 0 || y < 0 || x >= platforms.length || y >= lines.length) return null;
      const button = lines[y].element.querySelector(`[data-x="${x}"]`);
      if (visible(button)) return button;
    }
  };

  const showRow = (row) => {
    const verdict = VERDICTS[row[VERDICT]];
    const facts = make("dl", {}, make("dt", {}, "verdict"), make("dd", {}, `${SIGNS[verdict]} ${verdict}`));
    const add = (what, text) => { if (text) facts.append(make("dt", {}, what), make("dd", {}, text)); };
    add("standing", STANDINGS[row[STANDING]]);
    if (row.length > OBSERVED) {
      add("expected", texts[row[EXPECTED]]);
      add({ fail: "observed", recorded: "recorded" }[verdict] ?? "reason", texts[row[OBSERVED]]);
    }
    if (texts[row[BUG]]) facts.append(make("dt", {}, "bug"), make("dd", {}, make("a", { href: texts[row[BUG]], rel: "noreferrer" }, texts[row[BUG]])));
    const element = make("section", { className: "row" }, make("h3", {}, texts[row[ROW]]), facts);
    if (calls[row[CALLS]]) {
      element.append(make("details", {}, make("summary", {}, "calls"), make("pre", {}, calls[row[CALLS]])));
    }
    return element;
  };

  const open = (x, y) => {
    const { requirement, cells } = lines[y];
    const platform = platforms[x];
    const dialog = $("detail");
    dialog.dataset.requirement = requirement.id;
    dialog.dataset.platform = x;
    $("detail-title").textContent = `${requirement.id}, ${platform.name}`;
    const facts = make("dl");
    const add = (what, ...value) => facts.append(make("dt", {}, what), make("dd", {}, ...value));
    add("claim", requirement.statement);
    if (/^https:\/\//.test(requirement.address)) {
      add("document", make("a", { href: requirement.address, rel: "noreferrer" }, requirement.title), `, ${requirement.section}`);
    }
    add("rests on", requirement.basis);
    for (const [name, value] of platform.facts) add(name, value);
    const order = (row) => WORST_FIRST.indexOf(row[VERDICT]);
    const rows = [...cells[x].rows].sort((one, other) => order(one) - order(other));
    $("detail-body").replaceChildren(facts, ...rows.map(showRow));
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    keepState();
  };

  const restore = () => {
    const values = new URLSearchParams(location.hash.slice(1));
    for (const name of ["document", "verdict", "standing", "text"]) $(name).value = values.get(name) ?? "";
    for (const name of ["document", "verdict", "standing"]) if ($(name).selectedIndex < 0) $(name).value = "";
    $("differences").checked = values.get("differences") === "1";
    filter();
    const y = lines.findIndex((line) => line.requirement.id === values.get("requirement"));
    const x = Number(values.get("platform"));
    if (y >= 0 && lines[y].cells[x]) open(x, y);
  };

  buildTable();
  fillChoices();
  restore();
  $("filters").addEventListener("input", () => { filter(); keepState(); });
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", restore);
  $("detail").addEventListener("close", () => {
    keepState();
    const { requirement, platform } = $("detail").dataset;
    const y = lines.findIndex((line) => line.requirement.id === requirement);
    const button = lines[y]?.element.querySelector(`[data-x="${platform}"]`);
    if (visible(button)) focusCell(button);
  });
  const table = $("matrix");
  table.addEventListener("click", (event) => {
    const button = event.target.closest(".cell");
    if (button) open(Number(button.dataset.x), Number(button.dataset.y));
  });
  table.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const button = event.target.closest(".cell");
    if (!button || !steps[event.key]) return;
    const next = step(button, ...steps[event.key]);
    if (next) {
      event.preventDefault();
      focusCell(next);
    }
  });
})();
