// Filters, columns, and what a link brings back. Everything stands in the address by name, so that another
// report in the page moves nothing.
let opened = null;
const VALUES = ["text", "document", "verdict", "standing"];
const BOXES = ["breaking", "differences"];
const chosen = { hidden: new Set(), pinned: new Set(), compared: new Set() };

function stateText(changes = {}) {
  const values = new URLSearchParams();
  for (const name of VALUES) if ($(name).value) values.set(name, $(name).value);
  for (const name of BOXES) if ($(name).checked) values.set(name, "1");
  for (const [name, runs] of Object.entries(chosen)) if (runs.size) values.set(name, [...runs].join(" "));
  for (const [name, value] of Object.entries({ ...opened, ...changes })) if (value) values.set(name, value);
  return values.toString();
}
const keepState = () => history.replaceState(history.state, "", `#${stateText()}`);
// A dialog is a place of its own: Back closes it.
const pushState = () => history.pushState({ dialog: true }, "", `#${stateText()}`);

function chooseColumns() {
  const all = platforms.map((_, x) => x);
  const is = (set) => (x) => set.has(platforms[x].run);
  const shown =
    chosen.compared.size === 2 ? all.filter(is(chosen.compared)) : all.filter((x) => !is(chosen.hidden)(x));
  view.pinned = new Set(shown.filter(is(chosen.pinned)));
  view.columns = [...shown.filter((x) => view.pinned.has(x)), ...shown.filter((x) => !view.pinned.has(x))];
}

function fits(line, text) {
  const [documentId, verdict, standing] = [$("document").value, $("verdict").value, $("standing").value];
  const cells = view.columns.map((x) => line.cells[x]);
  return (
    (!documentId || line.requirement.document === documentId) &&
    (!text || wordsOf(line).includes(text)) &&
    (!$("breaking").checked || cells.some((cell) => cell?.breaks)) &&
    (!$("differences").checked || new Set(cells.map((cell) => cell?.said ?? "")).size > 1) &&
    ((!verdict && !standing) ||
      cells.some(
        (cell) => cell && (!verdict || cell.verdict === verdict) && (!standing || cell.standing === standing),
      ))
  );
}

// Everything that is shown is made from what is chosen.
function refresh() {
  chooseColumns();
  const text = $("text").value.trim().toLowerCase();
  const fitting = lines.filter((line) => fits(line, text));
  view.entries = [];
  for (const line of fitting) {
    const { document, title } = line.requirement;
    if (view.entries.findLast(({ group }) => group)?.group.document !== document) {
      const ofGroup = fitting.filter((other) => other.requirement.document === document);
      const breaking = ofGroup.filter(({ cells }) => view.columns.some((x) => cells[x]?.breaks)).length;
      view.entries.push({ group: { document, title, count: ofGroup.length, breaking } });
    }
    if (!view.collapsed.has(document)) view.entries.push({ line });
  }
  if (!fitting.some(({ requirement }) => requirement.id === at.id)) {
    Object.assign(at, { id: fitting[0]?.requirement.id ?? null, column: 0 });
  }
  at.column = Math.min(at.column, view.columns.length - 1);
  $("empty").hidden = fitting.length !== 0;
  $("count").textContent =
    `${fitting.length} of ${lines.length} requirements, ` +
    `${view.columns.length} of ${platforms.length} reports`;
  layOut();
}

function listColumns() {
  const box = (run, set, text, changed) => {
    const input = make("input", {
      type: "checkbox",
      checked: set === chosen.hidden ? !set.has(run) : set.has(run),
    });
    input.addEventListener("change", () => {
      if (input.checked === (set !== chosen.hidden)) set.add(run);
      else set.delete(run);
      changed?.(input);
      refresh();
      keepState();
    });
    return make("label", { className: "box" }, input, ` ${text}`);
  };
  $("columns-list").replaceChildren(
    ...platforms.map(({ name, run, version, architecture, file }) =>
      make(
        "fieldset",
        {},
        make("legend", {}, `${name} ${version} ${architecture}, ${file}`),
        box(run, chosen.hidden, "show"),
        box(run, chosen.pinned, "pin"),
        box(run, chosen.compared, "compare", () => {
          // A third one takes the place of the first.
          if (chosen.compared.size > 2) chosen.compared.delete([...chosen.compared][0]);
          if (chosen.compared.size === 2) $("differences").checked = true;
          listColumns();
        }),
      ),
    ),
  );
}

function fillChoices() {
  const add = (select, values) => values.forEach((value) => select.append(make("option", { value }, value)));
  add($("document"), [...new Set(requirements.map((requirement) => requirement.document))]);
  const present = (key) => new Set(lines.flatMap((line) => line.cells.map((cell) => cell?.[key])));
  add(
    $("verdict"),
    VERDICTS.filter((verdict) => present("verdict").has(verdict)),
  );
  add(
    $("standing"),
    STANDINGS.filter((standing) => present("standing").has(standing)),
  );
  const legend = [
    ...Object.entries(SIGNS).map(([verdict, sign]) => `${sign} ${verdict}`),
    "12/24: rows that pass, of those that apply",
  ];
  $("legend").append(
    ...legend.map((text) => make("li", {}, text)),
    make("li", { className: "breaks" }, "breaks the gate"),
    make("li", { className: "known" }, "known deviation"),
  );
}

function restore() {
  const values = new URLSearchParams(location.hash.slice(1));
  for (const name of VALUES) $(name).value = values.get(name) ?? "";
  for (const name of BOXES) $(name).checked = values.get(name) === "1";
  const missing = [];
  for (const name of VALUES.slice(1)) {
    if ($(name).selectedIndex >= 0) continue;
    missing.push(`the ${name} ${values.get(name)}`);
    $(name).value = "";
  }
  const runs = new Set(platforms.map(({ run }) => run));
  for (const name of Object.keys(chosen)) {
    const named = (values.get(name) ?? "").split(" ").filter(Boolean);
    chosen[name] = new Set(named.filter((run) => runs.has(run)));
    missing.push(...named.filter((run) => !runs.has(run)).map((run) => `the report of the run ${run}`));
  }
  opened = null;
  listColumns();
  refresh();
  const [id, run, row] = ["requirement", "run", "row"].map((name) => values.get(name) ?? "");
  const line = lines.find(({ requirement }) => requirement.id === id);
  const x = platforms.findIndex((platform) => platform.run === run);
  if (id && !line) missing.push(`the requirement ${id}`);
  if (run && x < 0) missing.push(`the report of the run ${run}`);
  if (line && x >= 0 && !line.cells[x]) missing.push(`rows of ${id} in the report of the run ${run}`);
  if ((run && !id) || (row && !run)) missing.push("the requirement or the run that it is about");
  if (row && line?.cells[x] && !line.cells[x].rows.some((one) => texts[one[ROW]] === row))
    missing.push(`the row ${row}`);
  $("notice").textContent =
    missing.length === 0
      ? ""
      : `The link names ${[...new Set(missing)].join(", ")}, which this page does not have.`;
  if (line) Object.assign(at, { id, column: Math.max(-1, view.columns.indexOf(x)) });
  if (line && line.cells[x]) openCell(line, x, row);
  else if (line && !run) openRequirement(line);
  else if ($("detail").open) $("detail").close();
}
