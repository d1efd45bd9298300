// A whole Integrity Hour as a teacher leads it, from the poster to the report: on a line of 512 kbit/s,
// where each part's widget is there when the part begins; and without a network once all was loaded.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../engines/test.mjs";
import { checkAxe, checkOwn, checkSoon, example, fill, fired, html, readJson, until, useBrowser } from "./page.mjs";

const { site, visit, visitor } = useBrowser();
const hour = example("integrity-hour-1");
const game = example("cash-box");
const [text, quiz, pledge] = ["plan", "quiz", "pledge"].map((name) => readJson(`locales/${name}.en.json`));
const withWidgets = hour.blocks.filter(({ widget }) => widget);
/** 512 kbit/s, in bytes. */
const LINE = 64_000;

const button = (within, name) => within.getByRole("button", { name, exact: true });
const quiet = () => {
  window.print = () => {};
};

/** A school's page: the desk of the action, and below it the plan. `line` is its speed. */
async function open({ line } = {}) {
  const src = `src="/adil/examples/integrity-hour-1.json"`;
  const dates = `dates="2026-10-15 2026-12-09 2027-02-11 2027-05-06"`;
  const body = `<adil-plan id="desk" loading="eager" mode="campaign" storage="device" ${dates} ${src}></adil-plan>
    <adil-plan id="lesson" loading="eager" ${src}></adil-plan>`;
  const made = await site({ bodies: { "/page.html": html(body), "/quiet.txt": "" } });
  const context = await visitor({ acceptDownloads: true }, quiet);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  const bytes = { sum: 0 };
  cdp.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes.sum += encodedDataLength));
  if (line) await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 100, downloadThroughput: line, uploadThroughput: line });
  const said = [];
  const asked = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${made.origin}/page.html`);
  const [desk, lesson] = ["#desk", "#lesson"].map((id) => page.locator(id));
  await lesson.locator(".base").first().waitFor();
  await desk.locator(".base").waitFor();
  return { page, context, site: made, desk, lesson, said, asked, bytes, close: () => context.close() };
}

/** Prints a paper of the desk; what stands on it. */
async function printed({ page, desk }, name) {
  await button(desk, name).click();
  await page.emulateMedia({ media: "print" });
  const words = await desk.locator(".sheet").innerText();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  return words;
}

/** The teacher goes on to the next part; its widget, if it has one, is there at once and can be used. */
const next = (lesson) => lesson.locator(".controls").getByRole("button", { name: text.next, exact: true }).click();

/** What is done in the parts with a widget, by their ids. */
const DO = {
  "first-thoughts": async (within) => {
    await button(within, quiz.reveal).click();
    await within.locator(".option[data-state=right]").waitFor();
  },
  // The film itself loads when it is played; its words are there.
  story: async (within) => assert.ok(await within.locator("button.start").isEnabled()),
  play: async (within) => {
    const first = game.scenes.find(({ id }) => id === game.start);
    await button(within, first.choices[0].text.en).click();
    await until(async () => !(await button(within, first.choices[0].text.en).isVisible()), "the choice was taken");
  },
  "after-thoughts": async (within) => {
    await button(within, quiz.reveal).click();
    await within.locator(".option[data-state=right]").waitFor();
  },
  promise: async (within) => {
    await button(within, pledge.start).click();
    await within.locator("label.option").first().click();
    await button(within, pledge.next).click();
    await checkSoon(() => within.locator(".step[data-state=done]").count(), 1);
  },
};

/** All widgets of the lesson stand, most of them unseen. */
const loaded = (lesson) => until(async () => {
  const found = await lesson.locator(".now > .stage > *").evaluateAll((all) => all.filter((one) => one.matches(":state(ready)")).length);
  return found === withWidgets.length;
}, "all widgets are ready");

/** Leads the lesson from its first part to its end. */
async function lead({ page, lesson }) {
  for (const [n, { id, title, widget }] of hour.blocks.entries()) {
    await lesson.getByRole("heading", { name: title.en, exact: true }).waitFor();
    const shown = lesson.locator(".now > .stage > :not([hidden])");
    if (widget) {
      // No waiting: whoever begins a part has it.
      assert.ok(await shown.locator(".base").first().isVisible(), `${id} is there when it begins`);
      await DO[id](shown);
    } else {
      assert.equal(await shown.count(), 0);
    }
    if (n === 4) await checkAxe(page, `the part ${id}`, "#lesson");
    await next(lesson);
  }
  await lesson.getByRole("heading", { name: text.lesson_over, exact: true }).waitFor();
}

/** What the teacher does at the desk afterwards: counts, a code that is added up, papers. */
async function report(seen) {
  const { desk } = seen;
  await desk.getByLabel(text.classes, { exact: true }).fill("2");
  await desk.getByLabel(text.people, { exact: true }).fill("51");
  await desk.getByLabel(text.class_name, { exact: true }).fill("7 B");
  for (const { title } of withWidgets) await desk.getByLabel(title.en, { exact: true }).check();
  await button(desk, text.write_down).click();
  await desk.getByRole("cell", { name: "51", exact: true }).waitFor();
  await button(desk, text.make_code).click();
  const code = await desk.locator("output").textContent();
  await desk.getByLabel(text.codes, { exact: true }).fill(code);
  await button(desk, text.add_up).click();
  await desk.locator(".total").getByText("2 classes, 51 people", { exact: true }).waitFor();
  const paper = await printed(seen, text.print_report);
  for (const words of [hour.campaign.name.en, "51", ...withWidgets.map(({ title }) => title.en), text.self_reported]) {
    assert.ok(paper.includes(words), `${words} in ${paper}`);
  }
  assert.match(await printed(seen, text.print_certificate), /7 B/);
}

test("an Integrity Hour from its poster to its report, at 512 kbit/s", async () => {
  const seen = await open({ line: LINE });
  const { page, desk, lesson, said, bytes } = seen;
  const [file] = await Promise.all([page.waitForEvent("download"), button(desk, text.calendar_all).click()]);
  assert.equal(readFileSync(await file.path(), "utf8").match(/BEGIN:VEVENT/g).length, 4);
  const poster = await printed(seen, text.print_poster);
  assert.ok(poster.includes(hour.campaign.editions[0].theme.en) && poster.includes("/page.html"));
  const before = bytes.sum;
  await button(lesson, text.run_it).click();
  // Before the first part is over all others are there: at this speed, however slow the machine is.
  await loaded(lesson);
  const seconds = (bytes.sum - before) / LINE;
  assert.ok(seconds < hour.blocks[0].minutes * 60, `${Math.round(seconds)} s of the line`);
  await lead(seen);
  const told = (await fired(page)).filter(({ on }) => on === "lesson").map(({ name }) => name);
  assert.ok(told.includes("start") && told.includes("complete"), `${told}`);
  await report(seen);
  assert.deepEqual(said, []);
  checkOwn(seen, seen.site.origin);
  await seen.close();
});

test("an Integrity Hour without a network, once its first part has begun", async () => {
  const seen = await open();
  const { page, context, lesson, said, asked } = seen;
  await button(lesson, text.run_it).click();
  await loaded(lesson);
  // What widgets load behind their first screens, too.
  await checkSoon(async () => {
    const before = asked.length;
    await page.evaluate(() => fetch("/quiet.txt").then((answer) => answer.text()));
    return asked.length - before;
  }, 1);
  await context.setOffline(true);
  await lead(seen);
  await report(seen);
  // What asks for something is refused; nothing that the teacher needs did.
  assert.deepEqual(said.filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line)), []);
  const files = asked.slice(asked.findLastIndex((url) => url.includes("quiet.txt")) + 1);
  assert.deepEqual(files.filter((url) => /\.(js|wasm|json|css)\b/.test(url)), []);
  await seen.close();
});

test("two parts with the same file share one widget, and what was left is made anew", async () => {
  const block = (id, src) => ({ id, title: id, minutes: 1, widget: { element: "quiz", src: `/adil/examples/${src}.json`, mode: "class" } });
  const content = { format: "adil", formatVersion: 1, kind: "plan", id: "twice", title: "Twice", blocks: [block("one", "first-thoughts"), block("two", "after-thoughts"), block("three", "first-thoughts")] };
  const made = await site({ bodies: { "/page.html": html(`<adil-plan loading="eager" storage="none"><script type="application/json">${JSON.stringify(content)}</script></adil-plan>`) } });
  const { page, close, said } = await visit(`${made.origin}/page.html`);
  const plan = page.locator("adil-plan");
  await button(plan, text.run_it).click();
  const all = plan.locator(".now > .stage > adil-quiz");
  await checkSoon(() => all.count(), 2);
  await next(plan);
  await checkSoon(() => plan.locator(".now > .stage > adil-quiz:not([hidden])").getAttribute("src"), `${made.origin}/adil/examples/after-thoughts.json`);
  await button(plan, fill(text.go_to, { title: "three" })).click();
  await checkSoon(() => all.count(), 1, "nothing comes after it");
  assert.deepEqual(said, []);
  await close();
});
