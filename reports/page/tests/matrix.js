// node matrix.js MATRIX.html MANY.html HOSTILE.html FOLDER: the matrix page in headless Chromium. MATRIX is
// of a few reports, MANY of a hundred, HOSTILE of one whose every text means harm. FOLDER gets screenshots.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [matrix, many, hostile, folder] = process.argv.slice(2).map((path) => resolve(path));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// A busy machine shows a page late.
const timeout = 300_000;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox"],
  timeout,
});
const problems = [];

async function openPage(path, hash = "", options = {}) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, ...options });
  page.setDefaultTimeout(timeout);
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) problems.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(path).href + hash);
  return page;
}

const count = async (page) => Number((await page.locator("#count").textContent()).match(/^(\d+) of/)[1]);
const columns = (page) => page.locator("thead th:not(.corner)");
const cell = (page, id, column) => page.locator(`tbody tr[data-id="${id}"] > [data-column="${column}"]`);
const focused = (page) =>
  page.evaluate(() => {
    const { parentElement, dataset } = document.activeElement;
    return `${parentElement.dataset.id} ${dataset.column}`;
  });
const tests = [];
const test = (name, body) => tests.push([name, body]);

test("thirty requirements of twelve platforms are visible, each cell with a sign and a word", async () => {
  const page = await openPage(matrix);
  const seen = await page.evaluate(() => {
    const { top, bottom, right } = document.getElementById("scroll").getBoundingClientRect();
    const below = Math.max(top, document.querySelector("thead").getBoundingClientRect().bottom);
    const rows = [...document.querySelectorAll("tbody tr[data-id]")].map((row) =>
      row.getBoundingClientRect(),
    );
    const width = document.querySelector("tbody td").getBoundingClientRect().width;
    return {
      rows: rows.filter((row) => row.top >= below - 1 && row.bottom <= bottom).length,
      columns: Math.floor((right - document.querySelector("tbody td").getBoundingClientRect().left) / width),
      height: Math.max(...rows.map((row) => row.height)),
    };
  });
  assert.ok(seen.rows >= 30 && seen.columns >= 12 && seen.height < 24, JSON.stringify(seen));
  const words = await page.locator("tbody td[data-kind]").allTextContents();
  assert.ok(
    words.length > 50 &&
      words.every((text) =>
        /pass|fail|inconclusive|recorded|not-measured|not-applicable|timeout|crash|not-run|no row/.test(text),
      ),
  );
  assert.match(
    words.find((text) => text.includes("fail")),
    /^✗ \d+\/\d+ fail/,
  );
  const names = await columns(page).allTextContents();
  assert.ok(
    names.findIndex((name) => name.includes("Wine 8")) < names.findIndex((name) => name.includes("Wine 10")),
  );
  assert.match(names[0], /10\.0\.\d+x64/);
  assert.match(names[0], /✓ gate/);
  assert.match(names[0], /✗ \d+/, "the head has totals");
});

test("filters keep what fits, say how many, and say when nothing does", async () => {
  const page = await openPage(matrix);
  const all = await count(page);
  await page.selectOption("#document", "ipproto-tcp");
  const ids = await page
    .locator("tbody tr[data-id]")
    .evaluateAll((rows) => rows.map((row) => row.dataset.id));
  assert.ok(ids.length > 5 && ids.every((id) => id.startsWith("ipproto-tcp.")));
  await page.selectOption("#document", "");
  for (const [name, value] of [
    ["verdict", "crash"],
    ["standing", "known-deviation"],
  ]) {
    await page.selectOption(`#${name}`, value);
    const some = await count(page);
    assert.ok(some > 0 && some < all, `${name} ${value}: ${some}`);
    await page.selectOption(`#${name}`, "");
  }
  await page.fill("#text", "WSAENOBUFS");
  assert.ok((await count(page)) > 0 && (await count(page)) < all);
  await page.fill("#text", "no such words anywhere");
  assert.equal(await count(page), 0);
  assert.equal(await page.locator("#empty").isVisible(), true);
  await page.click("#clear");
  assert.equal(await count(page), all);
  assert.equal(await page.locator("#empty").isVisible(), false);
  await page.check("#differences");
  const different = await count(page);
  assert.ok(different > 0 && different < all);
  await page.check("#breaking");
  assert.equal(await count(page), 0, "the gates of these reports hold");
});

test("documents fold, and what they hold comes back", async () => {
  const page = await openPage(matrix);
  const first = page.locator("tr.group button").first();
  const before = await page.locator("tbody tr[data-id]").first().getAttribute("data-id");
  await first.click();
  assert.equal(await first.getAttribute("aria-expanded"), "false");
  assert.notEqual(await page.locator("tbody tr[data-id]").first().getAttribute("data-id"), before);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("tbody tr[data-id]").first().getAttribute("data-id"), before);
});

test("columns are hidden, pinned and compared, also in a link", async () => {
  const page = await openPage(matrix);
  const all = await columns(page).count();
  await page.locator("#columns > summary").click();
  const boxes = (text) => page.locator("#columns-list label", { hasText: text }).locator("input");
  await boxes("show").nth(0).uncheck();
  assert.equal(await columns(page).count(), all - 1);
  await boxes("show").nth(0).check();
  await boxes("pin").nth(1).check();
  assert.match(await columns(page).first().getAttribute("class"), /pinned/);
  assert.match(await columns(page).first().textContent(), /Wine 10/);
  await boxes("compare").nth(0).check();
  await boxes("compare").nth(1).check();
  assert.equal(await columns(page).count(), 2);
  assert.equal(await page.isChecked("#differences"), true);
  const again = await openPage(matrix, await page.evaluate(() => location.hash));
  assert.equal(await columns(again).count(), 2);
  assert.match(await columns(again).first().textContent(), /Wine 10/);
});

test("a cell opens by keyboard to document, observation and baseline, and gives the focus back", async () => {
  const page = await openPage(matrix);
  await page.fill("#text", "so-keepalive.efault-short-optlen");
  await cell(page, "so-keepalive.efault-short-optlen", 0).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  assert.match(await page.locator("#detail-title").textContent(), /^so-keepalive\.efault-short-optlen, /);
  const detail = await page.locator("#detail-body").textContent();
  for (const text of [
    "optlen-shorter-than-dword[family=ipv4,optlen=-1]",
    "WSAENOBUFS",
    "Documented",
    "Observed",
    "baseline",
    "known-deviation",
  ]) {
    assert.ok(detail.includes(text), `the dialog says ${text}`);
  }
  await page.locator("#detail-body summary").first().click();
  assert.match(
    await page.locator("#detail-body pre").first().textContent(),
    /[gs]etsockopt\(s1, level=SOL_SOCKET/,
  );
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal(await focused(page), "so-keepalive.efault-short-optlen 0");
});

test("the call that a failed check is about is marked, and a row's selector is copied", async () => {
  const page = await openPage(matrix);
  await page.fill("#text", "so-keepalive.boolean");
  await cell(page, "so-keepalive.boolean", 0).click();
  await page.locator("#detail-body summary").first().click();
  assert.match(await page.locator("#detail-body mark").first().textContent(), /^=> getsockopt\(/);
  await page.locator(".copy").first().click();
  await page.locator(".copy", { hasText: "Copied" }).first().waitFor();
});

test("the keyboard goes everywhere in the table, also where nothing has been made yet", async () => {
  const page = await openPage(many);
  const first = await page.locator("tbody tr[data-id]").first().getAttribute("data-id");
  await cell(page, first, 0).focus();
  await page.keyboard.press("End");
  assert.equal(await focused(page), `${first} 99`);
  await page.keyboard.press("Home");
  assert.equal(await focused(page), `${first} -1`);
  await page.keyboard.press("Control+End");
  const last = await focused(page);
  assert.ok(last.endsWith(" 99") && !last.startsWith(first));
  for (let i = 0; i < 20; ++i) await page.keyboard.press("PageUp");
  assert.equal(await focused(page), `${first} 99`);
  await page.keyboard.press("PageDown");
  assert.notEqual(await focused(page), `${first} 99`);
  await page.keyboard.press("Control+Home");
  assert.equal(await focused(page), `${first} -1`);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#detail-title").textContent(), first);
});

test("a link names requirement, run and row, so that it stays right when reports are added", async () => {
  const page = await openPage(matrix);
  const title = async (from) => from.locator("#detail-title").textContent();
  await page.fill("#text", "so-keepalive.efault-short-optlen");
  await cell(page, "so-keepalive.efault-short-optlen", 1).click();
  const hash = await page.evaluate(() => location.hash);
  const row = await page.locator("#detail-body .row").nth(2).getAttribute("data-row");
  const link = await page.locator("#detail-body .anchor").nth(2).getAttribute("href");
  const again = await openPage(matrix, link);
  assert.equal(await title(again), await title(page));
  assert.equal(await again.locator(".row.wanted").getAttribute("data-row"), row);
  assert.ok(!/[?&#]platform=/.test(hash) && /run=[0-9a-f]{16}/.test(hash), hash);
  await page.goBack();
  assert.equal(await page.locator("dialog[open]").count(), 0, "Back closes the dialog");
  const stale = await openPage(
    matrix,
    "#requirement=so-keepalive.gone&run=0123456789abcdef&verdict=%3Cscript%3E",
  );
  const notice = await stale.locator("#notice").textContent();
  assert.match(notice, /so-keepalive\.gone/);
  assert.match(notice, /0123456789abcdef/);
});

test("of a hundred reports what is seen is made, and no more", async () => {
  const page = await openPage(many);
  assert.ok((await page.evaluate(() => document.querySelectorAll("*").length)) < 6000);
  const times = [];
  for (let i = 0; i < 9; ++i) {
    times.push(
      await page.evaluate((at) => {
        const cells = document.querySelectorAll('tbody td[data-kind]:not([data-kind="absent"])');
        const begun = performance.now();
        cells[(at * 37) % cells.length].click();
        document.getElementById("detail").getBoundingClientRect();
        return performance.now() - begun;
      }, i),
    );
    await page.keyboard.press("Escape");
  }
  console.log(
    `        a cell of a hundred reports opens in ${Math.round(times.sort((a, b) => a - b)[4])} ms`,
  );
});

test("hostile text stays text", async () => {
  const page = await openPage(hostile);
  for (const one of (await page.locator('tbody td[data-kind]:not([data-kind="absent"])').all()).slice(
    0,
    12,
  )) {
    await one.click();
    await page.evaluate(() =>
      document.querySelectorAll("#detail-body summary").forEach((summary) => summary.click()),
    );
    await page.keyboard.press("Escape");
  }
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  assert.equal(await page.locator("#detail-body img, thead img, tbody img").count(), 0);
  assert.match(await page.locator("thead").textContent(), /<img src=x onerror=/);
});

test("axe-core finds nothing, in light and dark, open and closed, and on a phone", async () => {
  const told = ({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 100)} (${nodes.length})`;
  const phone = await openPage(matrix, "", { viewport: { width: 400, height: 800 } });
  await phone.evaluate(axe);
  const { violations: small } = await phone.evaluate(() => window.axe.run({ runOnly: ["wcag22aa"] }));
  assert.deepEqual(small.map(told), []);
  for (const colorScheme of ["light", "dark"]) {
    const page = await openPage(matrix, "", { colorScheme });
    await page.locator("#columns > summary").click();
    for (const place of ["table", "requirement", "cell"]) {
      if (place === "requirement") await page.locator("tbody tr[data-id] th").first().click();
      if (place === "cell") {
        await page.keyboard.press("Escape");
        await page.locator('tbody td[data-kind="fail"]').first().click();
      }
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map(told), [], `${colorScheme}, ${place}`);
    }
  }
});

test("the page fits a phone, folds its filters there, and follows dark and light", async () => {
  const views = [
    ["1400", {}],
    ["800", { viewport: { width: 800, height: 900 }, colorScheme: "dark" }],
    ["400", { viewport: { width: 400, height: 800 } }],
  ];
  for (const [name, options] of views) {
    const page = await openPage(matrix, "", options);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(tooWide, false, `${name}: the page itself scrolls sideways`);
    assert.equal(await page.locator("#filters").isVisible(), name !== "400");
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.locator('tbody td[data-kind="fail"]').first().click();
    await page.screenshot({ path: join(folder, `${name}-open.png`) });
  }
});

test("on paper the columns are split over pages, every row is there, and nothing else", async () => {
  const page = await openPage(many);
  await page.emulateMedia({ media: "print" });
  await page.pdf({ path: join(folder, "print.pdf"), preferCSSPageSize: true });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator("#filters").isVisible(), false);
  assert.equal(await page.locator("#print table").count(), 10);
  assert.equal(await page.locator("#print table").first().locator("tbody tr").count(), await count(page));
  assert.equal(await page.locator("#print table").first().locator("thead th").count(), 11);
  const { width, right } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    right: document.querySelector("#print table").getBoundingClientRect().right,
  }));
  assert.ok(right <= width + 1);
});

for (const [name, body] of tests) {
  try {
    await body();
    console.log(`ok      ${name}`);
  } catch (error) {
    problems.push(`${name}: ${error.message.split("\n").slice(0, 8).join(" ")}`);
  }
  // Open pages go on taking time.
  for (const context of browser.contexts()) await context.close();
}
await browser.close();
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
