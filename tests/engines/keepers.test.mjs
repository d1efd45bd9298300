// The main paths of plans, checks and records in three engines, short: a lesson runs and its widget is
// there, a check comes to its result, an entry is written, taken from a table and printed, a study is
// set up. On a push each runs in one engine; the whole of their tests runs in all with `all.mjs`.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { DIST, example, html, readJson } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { inTurn } from "../run/sample.mjs";
import { test as run } from "../run/test.mjs";
import { checkSoon } from "../run/wait.mjs";
import { NAMES, start } from "./engines.mjs";

const [plan, check, record] = ["plan", "check", "record"].map((name) => readJson(`locales/${name}.en.json`));
const chosen = new Map();

for (const name of NAMES) describe(name, () => {
  let engine;
  let site;
  before(async () => (engine = await start(name)));
  after(async () => {
    await site?.close();
    await engine?.close();
  });

  /** Opens a page with one widget, and hands it over by its locator. */
  const test = (title, tag, act) => {
    if (!chosen.has(title)) chosen.set(title, inTurn("engines for plans, checks and records", NAMES));
    if (!chosen.get(title).includes(name)) return;
    run(title, async () => {
      const body = html(tag);
      site = await serve({ "/adil/": `${DIST}/` }, { fault: (path) => ({ "/page.html": { body }, "/favicon.ico": { body: "" } })[path] });
      const page = await engine.open(`${site.origin}/page.html`);
      const [element] = /adil-\w+/.exec(tag);
      await page.wait((element) => Boolean(document.querySelector(element)?.shadowRoot?.querySelector(".base")), element);
      const widget = page.page.locator(element);
      const button = (words) => widget.getByRole("button", { name: words, exact: true }).first();
      await act({ page, widget, button });
      assert.deepEqual(await page.axe(element), []);
      assert.deepEqual(await page.errors(), []);
      await page.close();
      await site.close();
      site = undefined;
    });
  };

  test("a lesson runs, and the widget of its part is there", `<adil-plan loading="eager" src="/adil/examples/integrity-hour-1.json"></adil-plan>`, async ({ page, widget, button }) => {
    const [first, second] = example("integrity-hour-1").blocks;
    await button(plan.run_it).click();
    await widget.getByRole("heading", { name: first.title.en, exact: true }).waitFor();
    await button(plan.next).click();
    await widget.getByRole("heading", { name: second.title.en, exact: true }).waitFor();
    await page.wait(() => all(".now > .stage > :not([hidden])")[0]?.shadowRoot?.querySelector(".base"));
    await page.page.reload();
    await widget.getByRole("heading", { name: second.title.en, exact: true }).waitFor();
  });

  test("a check comes to its result", `<adil-check loading="eager" src="/adil/examples/coi-check.json"></adil-check>`, async ({ page, widget, button }) => {
    await button(check.start).click();
    for (let n = 0; n < 20 && !(await page.run(() => seen(".type").length)); n++) {
      const missing = await page.run(() => seen(".question").filter((one) => !one.querySelector(":checked")).length);
      for (let k = 0; k < missing; k++) {
        await page.run(() => {
          const open = seen(".question").find((one) => !one.querySelector(":checked"));
          open.querySelectorAll("input[type=radio]")[1].click();
        });
      }
      await page.click(".foot .go");
      await page.settle();
    }
    await widget.locator(".type").waitFor();
  });

  test("an entry comes from a table", `<adil-record loading="eager" src="/adil/examples/our-club.json"></adil-record>`, async ({ page, widget }) => {
    await widget.getByText(record.files).click();
    // A file is put into the field by the page itself: not every driver can.
    await page.run(() => {
      const table = "Day;What we did;For whom;How many were there;Result, without names\n15.10.2026;Debate;Parents;24;Fair\n";
      const data = new DataTransfer();
      data.items.add(new File([table], "club.csv", { type: "text/csv" }));
      const field = all("input[type=file]")[0];
      field.files = data.files;
      field.dispatchEvent(new Event("change"));
    });
    await checkSoon(() => widget.locator(".entry").count(), 1);
    await page.page.reload();
    await checkSoon(() => widget.locator(".entry").count(), 1);
  });

  test("a study is set up and tried", `<adil-record loading="eager" mode="setup" src="/adil/examples/pilot-study.json"></adil-record>`, async ({ widget, button }) => {
    await widget.getByLabel(record.setup_title, { exact: true }).fill("Our own study");
    await button(record.setup_try).click();
    await widget.locator("adil-record").getByText(record.for_teacher, { exact: true }).waitFor();
  });
});
