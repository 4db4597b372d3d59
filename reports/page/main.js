// What the page does when something happens.
function openAt(target) {
  const cell = target.closest("[data-column]");
  if (!cell) return;
  const line = lines.find(({ requirement }) => requirement.id === cell.parentElement.dataset.id);
  const column = Number(cell.dataset.column);
  Object.assign(at, { id: line.requirement.id, column });
  if (column < 0) openRequirement(line);
  else if (line.cells[view.columns[column]]) openCell(line, view.columns[column]);
  else return;
  pushState();
}

// On paper there is no scrolling: tables of as many columns as a page takes, with every row.
function layOutForPrint() {
  const perPage = 10;
  const text = $("text").value.trim().toLowerCase();
  const shown = lines.filter((line) => fits(line, text)).map((line) => ({ line }));
  const pages = [];
  for (let first = 0; first < view.columns.length; first += perPage) {
    const columns = view.columns.slice(first, first + perPage);
    const head = make(
      "tr",
      {},
      make("th", {}, "Requirement"),
      ...columns.map((x) =>
        make("th", {}, `${platforms[x].name} ${platforms[x].version} ${platforms[x].architecture}`),
      ),
    );
    const body = shown.map(({ line }) =>
      make(
        "tr",
        {},
        make("th", {}, line.requirement.id),
        ...columns.map((x) =>
          make("td", { className: line.cells[x]?.breaks ? "breaks" : "" }, line.cells[x]?.label ?? ""),
        ),
      ),
    );
    pages.push(make("table", {}, make("thead", {}, head), make("tbody", {}, ...body)));
  }
  $("print").replaceChildren(...pages);
}

// On a phone the rows come first.
const wide = matchMedia("(min-width: 40.01rem)");
const foldControls = () => {
  $("controls").open = wide.matches;
};
wide.addEventListener("change", foldControls);
foldControls();
fillChoices();
restore();

$("filters").addEventListener("input", (event) => {
  if (event.target.closest("#columns-list")) return;
  refresh();
  keepState();
});
$("filters").addEventListener("submit", (event) => event.preventDefault());
$("clear").addEventListener("click", () => {
  for (const name of VALUES) $(name).value = "";
  for (const name of BOXES) $(name).checked = false;
  refresh();
  keepState();
  $("text").focus();
});
$("scroll").addEventListener("scroll", () => draw());
addEventListener("resize", layOut);
document.querySelector("tbody").addEventListener("click", (event) => {
  const group = event.target.closest("[data-document]")?.dataset.document;
  if (group === undefined) {
    openAt(event.target);
    return;
  }
  if (!view.collapsed.delete(group)) view.collapsed.add(group);
  refresh();
  [...document.querySelectorAll("[data-document]")]
    .find((button) => button.dataset.document === group)
    ?.focus();
});
$("scroll").addEventListener("keydown", (event) => {
  if (event.target.closest("button")) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    openAt(event.target);
  } else {
    moveBy(event);
  }
});
// A link to a row is a place in the dialog that is open: Back closes that, as before.
$("detail").addEventListener("click", (event) => {
  const row = event.target.closest(".anchor")?.closest(".row").dataset.row;
  if (row === undefined) return;
  event.preventDefault();
  opened.row = row;
  history.replaceState(history.state, "", `#${stateText()}`);
  for (const element of document.querySelectorAll("#detail-body .row"))
    element.classList.toggle("wanted", element.dataset.row === row);
});
addEventListener("popstate", restore);
addEventListener("hashchange", restore);
$("detail").addEventListener("close", () => {
  // Closed by hand: the place in the history that it was goes, too.
  const wasPlace = opened !== null && history.state?.dialog;
  opened = null;
  if (wasPlace) history.back();
  else keepState();
  if (at.id !== null) focusCell(at.id, at.column);
});
addEventListener("beforeprint", layOutForPrint);
addEventListener("afterprint", () => $("print").replaceChildren());
