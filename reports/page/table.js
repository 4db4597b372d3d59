// The table: what is in view is made, so that a hundred reports are as fast as one. Lines, documents and
// columns each have one size, so that what is in view follows from how far it is scrolled.
const view = {
  entries: [],
  tops: [0],
  columns: platforms.map((_, x) => x),
  pinned: new Set(),
  collapsed: new Set(),
  drawn: "",
};
// The cell that the keyboard is at: a line's requirement, and a place among the columns, -1 for the row's
// head.
const at = { id: null, column: 0 };
const toPixels = (name) => {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return (
    parseFloat(value) *
    (value.endsWith("rem") ? parseFloat(getComputedStyle(document.documentElement).fontSize) : 1)
  );
};

// The first and last entry and column that are in view, and some beside them.
function inView() {
  const scroll = $("scroll");
  const width = toPixels("--cell-width");
  const first = Math.max(0, view.tops.findLastIndex((top) => top <= scroll.scrollTop) - 6);
  const left = view.pinned.size + Math.max(0, Math.floor(scroll.scrollLeft / width) - 2);
  return {
    first,
    last: Math.min(
      view.entries.length - 1,
      first + Math.ceil(scroll.clientHeight / toPixels("--row-height")) + 12,
    ),
    left,
    right: Math.min(view.columns.length - 1, left + Math.ceil(scroll.clientWidth / width) + 4),
  };
}

// Appends a cell for each column that is in view or pinned, and one for all between them.
function addCells(row, { left, right }, makeCell) {
  const space = (count) => {
    if (count > 0) row.append(make("td", { colSpan: count, className: "space" }));
  };
  const add = (place) => {
    const cell = makeCell(view.columns[place]);
    cell.ariaColIndex = place + 2;
    cell.dataset.column = place;
    if (place < view.pinned.size) {
      cell.classList.add("pinned");
      cell.style.left = `calc(var(--name-width) + ${place} * var(--cell-width))`;
    }
    row.append(cell);
  };
  for (let place = 0; place < view.pinned.size; ++place) add(place);
  space(left - view.pinned.size);
  for (let place = left; place <= right; ++place) add(place);
  space(view.columns.length - 1 - right);
}

function headOf(x) {
  const platform = platforms[x];
  const { counts, breaking } = totals[x];
  const sums = WORST_FIRST.filter((verdict) => counts.has(verdict))
    .map((verdict) => `${SIGNS[verdict]} ${counts.get(verdict)}`)
    .join("  ");
  const gate =
    { holds: "✓ gate", broken: `✗ gate: ${breaking}` }[platform.gate] ??
    (breaking ? `✗ ${breaking}, no baseline` : "no baseline");
  const name = platform.provider ? platform.name.slice(0, -platform.provider.length - 2) : platform.name;
  const title = `${platform.name}, ${platform.version} ${platform.architecture}, ${platform.file}\n${sums}`;
  return make(
    "th",
    { scope: "col", title },
    make("b", {}, name),
    make("span", {}, platform.provider),
    make("span", {}, platform.version),
    make("span", {}, platform.architecture),
    make("span", { className: `gate ${platform.gate}` }, gate),
    make("span", { className: "totals" }, sums),
  );
}

function drawHead(range) {
  const head = make(
    "tr",
    { ariaRowIndex: 1 },
    make("th", { scope: "col", className: "corner", ariaColIndex: 1 }, "Requirement"),
  );
  addCells(head, range, headOf);
  document.querySelector("thead").replaceChildren(head);
}

function drawGroup({ document: id, title, count, breaking }) {
  const collapsed = view.collapsed.has(id);
  const button = make(
    "button",
    { type: "button", ariaExpanded: String(!collapsed) },
    `${collapsed ? "▸" : "▾"} ${title || id}`,
    make("small", {}, ` ${count} requirements${breaking ? `, ${breaking} break` : ""}`),
  );
  button.dataset.document = id;
  return make(
    "tr",
    { className: "group" },
    make("th", { scope: "colgroup", colSpan: view.columns.length + 1 }, button),
  );
}

function drawCell(cell) {
  const td = make("td", { tabIndex: -1 });
  if (!cell) {
    td.dataset.kind = "absent";
    td.append(make("span", { className: "hidden" }, "no row"));
    return td;
  }
  td.dataset.kind = KINDS[cell.verdict];
  if (cell.standing === "known-deviation" || cell.standing === "as-recorded") td.dataset.known = "";
  if (cell.breaks) td.dataset.breaks = "";
  td.title = [cell.verdict, cell.standing, cell.recorded].filter(Boolean).join(", ");
  td.append(cell.label, make("span", { className: "hidden" }, ` ${td.title}`));
  return td;
}

function drawLine({ requirement, cells }, range) {
  const [document, ...rest] = requirement.id.split(".");
  const head = make(
    "th",
    { scope: "row", title: requirement.statement, tabIndex: -1, ariaColIndex: 1 },
    make("span", { className: "document" }, `${document}.`),
    rest.join("."),
  );
  head.dataset.column = -1;
  const row = make("tr", {}, head);
  row.dataset.id = requirement.id;
  addCells(row, range, (x) => drawCell(cells[x]));
  return row;
}

function draw(again = false) {
  const range = inView();
  const { first, last } = range;
  const drawn = Object.values(range).join(" ");
  if (!again && drawn === view.drawn) return;
  view.drawn = drawn;
  drawHead(range);
  const body = document.querySelector("tbody");
  const hadFocus = body.contains(document.activeElement);
  const space = (height) =>
    make("tr", { ariaHidden: "true", className: "space", style: `height: ${height}px` });
  const rows = view.entries.slice(first, last + 1).map(({ group, line }, i) => {
    const row = group ? drawGroup(group) : drawLine(line, range);
    row.ariaRowIndex = first + i + 2;
    return row;
  });
  body.replaceChildren(space(view.tops[first]), ...rows, space(view.tops.at(-1) - view.tops[last + 1]));
  const cell = cellAt();
  if (cell) cell.tabIndex = 0;
  if (hadFocus) (cell ?? $("scroll")).focus({ preventScroll: true });
}

// When other lines or columns are shown than before.
function layOut() {
  const [line, group] = [toPixels("--row-height"), toPixels("--group-height")];
  view.tops = [0];
  for (const entry of view.entries) view.tops.push(view.tops.at(-1) + (entry.group ? group : line));
  $("matrix").style.width = `calc(var(--name-width) + ${view.columns.length} * var(--cell-width))`;
  $("matrix").setAttribute("aria-colcount", view.columns.length + 1);
  $("matrix").setAttribute("aria-rowcount", view.entries.length + 1);
  const widths = ["name", ...view.columns.map(() => "cell")].map((name) =>
    make("col", { style: `width: var(--${name}-width)` }),
  );
  document.querySelector("colgroup")?.remove();
  $("matrix").prepend(make("colgroup", {}, ...widths));
  draw(true);
}

const cellAt = () =>
  at.id === null
    ? null
    : document.querySelector(`tbody tr[data-id="${CSS.escape(at.id)}"] > [data-column="${at.column}"]`);

// Scrolls so far that from..to is between what stays and the end of what is seen.
function scrollTo(axis, from, to, hidden, seen) {
  const scroll = $("scroll");
  if (from < scroll[axis]) scroll[axis] = from;
  if (to > scroll[axis] + seen - hidden) scroll[axis] = to - seen + hidden;
}

function focusCell(id, column) {
  const index = view.entries.findIndex(({ line }) => line?.requirement.id === id);
  if (index < 0) return;
  Object.assign(at, { id, column: Math.min(column, view.columns.length - 1) });
  const width = toPixels("--cell-width");
  scrollTo(
    "scrollTop",
    view.tops[index],
    view.tops[index + 1],
    document.querySelector("thead").offsetHeight,
    $("scroll").clientHeight,
  );
  const place = at.column - view.pinned.size;
  const stays = toPixels("--name-width") + view.pinned.size * width;
  if (place >= 0) scrollTo("scrollLeft", place * width, (place + 1) * width, stays, $("scroll").clientWidth);
  draw(true);
  cellAt().focus({ preventScroll: true });
}

function moveBy(event) {
  const ids = view.entries.filter(({ line }) => line).map(({ line }) => line.requirement.id);
  if (ids.length === 0) return;
  const now = Math.max(0, ids.indexOf(at.id));
  const page = Math.max(1, Math.floor($("scroll").clientHeight / toPixels("--row-height")) - 6);
  const end = view.columns.length - 1;
  const [line, column] = {
    ArrowUp: [now - 1, at.column],
    ArrowDown: [now + 1, at.column],
    ArrowLeft: [now, at.column - 1],
    ArrowRight: [now, at.column + 1],
    PageUp: [now - page, at.column],
    PageDown: [now + page, at.column],
    Home: event.ctrlKey ? [0, -1] : [now, -1],
    End: event.ctrlKey ? [ids.length - 1, end] : [now, end],
  }[event.key] ?? [null, null];
  if (line === null) return;
  event.preventDefault();
  focusCell(ids[Math.min(ids.length - 1, Math.max(0, line))], Math.min(end, Math.max(-1, column)));
}
