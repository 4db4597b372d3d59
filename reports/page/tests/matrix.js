// node matrix.js MATRIX.html HOSTILE.html FOLDER: the matrix page in headless Chromium. MATRIX is of
// several reports, HOSTILE of one whose every text is of somebody who means harm. FOLDER gets
// screenshots.
import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [matrix, hostile, folder] = process.argv.slice(2).map((path) => resolve(path));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const problems = [];

async function openPage(path, hash = "", options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
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

const shown = (page) => page.locator("tbody tr:not([hidden])");
const tests = [];
const test = (name, body) => tests.push([name, body]);

test("every requirement and every platform is there, in words and not in colour alone", async () => {
  const page = await openPage(matrix);
  const platforms = await page.locator("thead th").count() - 1;
  assert.ok(platforms >= 2);
  assert.equal(await page.locator("tbody tr").first().locator("td").count(), platforms);
  assert.match(await page.locator("#count").textContent(), /^(\d+) of \1 shown$/);
  const words = await page.locator(".cell").allTextContents();
  assert.ok(words.every((text) => /pass|fail|inconclusive|recorded|not-measured|not-applicable|timeout|crash|not-run/.test(text)));
  const names = await page.locator("thead th").allTextContents();
  assert.ok(names.findIndex((name) => name.includes("Wine 8")) < names.findIndex((name) => name.includes("Wine 10")));
});

test("filters keep what fits, and say how many", async () => {
  const page = await openPage(matrix);
  const all = await shown(page).count();
  await page.selectOption("#document", "ipproto-tcp");
  const ofDocument = await shown(page).locator("b").allTextContents();
  assert.ok(ofDocument.length > 5 && ofDocument.every((id) => id.startsWith("ipproto-tcp.")));
  await page.selectOption("#document", "");
  await page.selectOption("#verdict", "crash");
  const crashes = await shown(page).count();
  assert.ok(crashes > 0 && crashes < all);
  for (const row of await shown(page).all()) assert.match(await row.textContent(), /crash/);
  await page.selectOption("#verdict", "");
  await page.selectOption("#standing", "known-deviation");
  const known = await shown(page).count();
  assert.ok(known > 0 && known < all);
  await page.selectOption("#standing", "");
  await page.fill("#text", "WSAENOBUFS");
  assert.ok((await shown(page).count()) > 0 && (await shown(page).count()) < all);
  await page.fill("#text", "no such words anywhere");
  assert.equal(await shown(page).count(), 0);
  assert.match(await page.locator("#count").textContent(), /^0 of/);
  await page.fill("#text", "");
  await page.check("#differences");
  const different = await shown(page).count();
  assert.ok(different > 0 && different < all);
  assert.equal(await shown(page).locator("b", { hasText: /^so-keepalive\.get$/ }).count(), 0);
  assert.equal(await shown(page).locator("b", { hasText: /^ipproto-tcp\.keepidle$/ }).count(), 1);
});

test("a cell opens to rows, reasons and calls, by keyboard, and gives the focus back", async () => {
  const page = await openPage(matrix);
  await page.fill("#text", "so-keepalive.efault-short-optlen");
  await page.locator("tbody tr:not([hidden]) .cell").first().focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.x), "1");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  assert.match(await page.locator("#detail-title").textContent(), /^so-keepalive\.efault-short-optlen, /);
  const detail = await page.locator("#detail-body").textContent();
  assert.match(detail, /optlen-shorter-than-dword\[family=ipv4,optlen=-1\]/);
  assert.match(detail, /WSAENOBUFS/);
  await page.locator("#detail-body summary").first().click();
  assert.match(await page.locator("#detail-body pre").first().textContent(), /[gs]etsockopt\(s1, level=SOL_SOCKET/);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.className), "cell");
});

test("a link brings back the filters and the open cell", async () => {
  const page = await openPage(matrix);
  await page.selectOption("#document", "sio-keepalive-vals");
  await page.check("#differences");
  await page.locator("tbody tr:not([hidden]) .cell").nth(1).click();
  const title = await page.locator("#detail-title").textContent();
  const link = await page.evaluate(() => location.hash);
  const count = await shown(page).count();
  const again = await openPage(matrix, link);
  assert.equal(await again.locator("#detail-title").textContent(), title);
  assert.equal(await shown(again).count(), count);
  const nonsense = await openPage(matrix, "#verdict=%3Cscript%3E&platform=99&requirement=none");
  assert.match(await nonsense.locator("#count").textContent(), /^(\d+) of \1 shown$/);
});

test("hostile text stays text", async () => {
  const page = await openPage(hostile);
  for (const cell of (await page.locator(".cell").all()).slice(0, 12)) {
    await cell.click();
    for (const summary of await page.locator("#detail-body summary").all()) await summary.click();
    await page.keyboard.press("Escape");
  }
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  assert.equal(await page.locator("#detail-body img, thead img, tbody img").count(), 0);
  assert.match(await page.locator("thead").textContent(), /<img src=x onerror=/);
});

test("the page fits a phone, prints, and follows dark and light", async () => {
  const views = [["wide", {}], ["narrow", { viewport: { width: 375, height: 700 } }],
    ["dark", { colorScheme: "dark" }]];
  for (const [name, options] of views) {
    const page = await openPage(matrix, "", options);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(tooWide, false, `${name}: the page itself scrolls sideways`);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.locator("tbody tr:not([hidden]) .cell").first().click();
    await page.screenshot({ path: join(folder, `${name}-open.png`) });
  }
  const page = await openPage(matrix);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("#filters").isVisible(), false);
  await page.pdf({ path: join(folder, "print.pdf"), landscape: true });
});

for (const [name, body] of tests) {
  try {
    await body();
    console.log(`ok      ${name}`);
  } catch (error) {
    problems.push(`${name}: ${error.message.split("\n").slice(0, 6).join(" ")}`);
  }
}
await browser.close();
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
