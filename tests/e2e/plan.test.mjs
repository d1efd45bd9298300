// A lesson from its plan to its end: run by a teacher, followed on a projector, kept over a reload; an
// action with its dates, codes and papers; a map with its gaps.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../engines/test.mjs";
import {
  announced, checkAxe, checkOwn, checkSoon, example, fill, fired, hasState, html, readJson, until, useBrowser,
} from "./page.mjs";

const { site, visit } = useBrowser();
const hour = example("integrity-hour-1");
const text = readJson("locales/plan.en.json");
const [first, second, third] = hour.blocks;

/** A page with a plan. */
async function open({ attributes = "", src = "integrity-hour-1", fault, ...options } = {}) {
  const tag = `<adil-plan loading="eager" src="/adil/examples/${src}.json" ${attributes}><p>The fallback.</p></adil-plan>`;
  const made = await site({ bodies: { "/page.html": html(tag) }, fault });
  const seen = await visit(`${made.origin}/page.html`, options);
  const plan = seen.page.locator("adil-plan");
  await plan.locator(".base").waitFor();
  return { ...seen, site: made, plan };
}

const press = (plan, name) => plan.getByRole("button", { name, exact: true }).click();
const heading = (plan, name) => plan.getByRole("heading", { name, exact: true });
const clock = (plan) => plan.getByRole("timer");
const left = async (plan) => {
  const [minutes, seconds] = (await clock(plan).textContent()).split(":").map(Number);
  return minutes * 60 + seconds;
};

test("a teacher runs a lesson from its plan to its end", async () => {
  const { page, plan, said, ...seen } = await open();
  await plan.getByText("45 minutes", { exact: true }).waitFor();
  await checkAxe(page, "the plan", "adil-plan");
  await press(plan, text.run_it);
  await heading(plan, first.title.en).waitFor();
  await checkSoon(async () => (await left(plan)) < first.minutes * 60, true);
  assert.ok(await hasState(plan, "started"));
  await checkAxe(page, "the lesson", "adil-plan");
  await press(plan, text.pause);
  const stands = await left(plan);
  await press(plan, text.add_minute);
  await checkSoon(() => left(plan), stands + 60);
  await press(plan, text.next);
  await heading(plan, second.title.en).waitFor();
  // Whoever pressed hears at once which part it is.
  await checkSoon(() => heading(plan, second.title.en).evaluate((element) => element === element.getRootNode().activeElement), true);
  await press(plan, fill(text.go_to, { title: hour.blocks.at(-1).title.en }));
  await heading(plan, hour.blocks.at(-1).title.en).waitFor();
  await press(plan, text.next);
  await heading(plan, text.lesson_over).waitFor();
  assert.ok(await hasState(plan, "complete"));
  const events = (await fired(page)).map(({ name }) => name);
  assert.deepEqual([events.includes("start"), events.includes("complete")], [true, true]);
  assert.deepEqual(said, []);
  checkOwn({ said, ...seen }, seen.site.origin);
  await seen.close();
});

test("the widget of a part is there when it begins, and the page is told of its parts by id", async () => {
  const { page, plan, ...seen } = await open();
  await page.evaluate(() => {
    window.parts = [];
    for (const name of ["adil-block-start", "adil-block-end"]) addEventListener(name, ({ type, detail }) => window.parts.push([type, detail.blockId]));
  });
  await press(plan, text.run_it);
  await press(plan, fill(text.go_to, { title: third.title.en }));
  await plan.locator("adil-video .base").waitFor();
  const told = await page.evaluate(() => window.parts);
  assert.deepEqual(told, [["adil-block-start", "welcome"], ["adil-block-end", "welcome"], ["adil-block-start", "story"]]);
  await press(plan, fill(text.go_to, { title: first.title.en }));
  await until(async () => (await plan.locator("adil-video:visible").count()) === 0, "the film is gone with its part");
  await seen.close();
});

/**
 * A reload in the middle. The time between two visits was once taken from a clock that begins anew with
 * each page, so that it never counted, and a projector's window showed another time.
 */
test("a lesson goes on over a reload: the time between counts, but no clock that was set back", async () => {
  const { page, plan, ...seen } = await open();
  await press(plan, text.run_it);
  await press(plan, text.next);
  await heading(plan, second.title.en).waitFor();
  const all = second.minutes * 60;
  /** Loads the page anew when the device's clock shows so many seconds more. */
  const leftAfter = async (seconds) => {
    await seen.context.addInitScript((seconds) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + seconds * 1_000;
    }, seconds);
    await page.reload();
    await heading(plan, second.title.en).waitFor();
    return left(plan);
  };
  const [soon, later] = [await leftAfter(0), await leftAfter(100)];
  assert.ok(soon > all - 60 && soon <= all, `${soon} s left`);
  assert.ok(later <= soon - 100 && later > soon - 160, `${later} s left, ${soon} s before`);
  const back = await leftAfter(-7_200);
  assert.ok(back > later - 60 && back <= later, `${back} s left, ${later} s before`);
  await seen.close();
});

// A teacher's plan was edited, and the part that had been running was gone: the lesson began anew
// without a word.
test("a lesson whose part was taken out of the plan says so", async () => {
  const { page, plan, site: made, ...seen } = await open();
  await press(plan, text.run_it);
  await press(plan, text.next);
  await heading(plan, second.title.en).waitFor();
  const told = () => plan.getByText(text.edited, { exact: true }).count();
  await page.reload();
  await heading(plan, second.title.en).waitFor();
  assert.equal(await told(), 0);
  const edited = JSON.stringify({ ...hour, blocks: hour.blocks.filter(({ id }) => id !== second.id), minutes: undefined });
  made.faulty((path) => (path.endsWith("integrity-hour-1.json") ? { body: edited, type: "application/json" } : undefined));
  await page.reload();
  await checkSoon(told, 1);
  await press(plan, text.run_it);
  await checkSoon(told, 0);
  await seen.close();
});

test("the window on the projector follows, without what is for the teacher", async () => {
  const { page, plan, context, ...seen } = await open();
  await press(plan, text.run_it);
  const [screen] = await Promise.all([context.waitForEvent("page"), press(plan, text.second_window)]);
  const shown = screen.locator("adil-plan");
  await heading(shown, first.title.en).waitFor();
  await plan.getByText(text.screen_follows, { exact: true }).waitFor();
  await checkSoon(async () => Math.abs((await left(plan)) - (await left(shown))) <= 2, true, "both show the same time");
  assert.equal(await shown.getByText(first.teacher.en, { exact: true }).count(), 0);
  await shown.getByText(first.pupils.en, { exact: true }).waitFor();
  await press(plan, fill(text.go_to, { title: third.title.en }));
  await heading(shown, third.title.en).waitFor();
  await shown.locator("adil-video .base").waitFor();
  assert.equal(await plan.locator("adil-video").count(), 0, "the pupils see it once");
  await press(plan, text.pause);
  const box = await shown.locator(".base").first().boundingBox();
  assert.deepEqual([box.x, box.y], [0, 0], "it fills its window");
  await checkAxe(screen, "the screen", "adil-plan");
  await screen.close();
  await plan.locator("adil-video .base").waitFor();
  await seen.close();
});

test("a lesson is run by keyboard, in Arabic, on a small window, and nothing overflows", async () => {
  const words = readJson("locales/plan.ar.json");
  const { page, plan, ...seen } = await open({ attributes: `lang="ar"`, viewport: { width: 360, height: 740 } });
  await plan.getByRole("button", { name: words.run_it, exact: true }).focus();
  await page.keyboard.press("Enter");
  await heading(plan, first.title.ar).waitFor();
  await plan.getByRole("button", { name: words.next, exact: true }).focus();
  await page.keyboard.press("Space");
  await heading(plan, second.title.ar).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  await checkAxe(page, "the lesson in Arabic", "adil-plan");
  await seen.close();
});

/** A projector went dark in the middle of a talk: nobody touches the computer of a lesson for minutes. */
test("the screen stays on while the clock runs, and may go dark when it stands", async () => {
  const lock = () => {
    window.locks = [];
    const request = async (what) => {
      window.locks.push(`asked for ${what}`);
      return { release: async () => void window.locks.push("let go") };
    };
    Object.defineProperty(navigator, "wakeLock", { configurable: true, value: { request } });
  };
  const { page, plan, said, ...seen } = await open({ init: [lock] });
  const locks = () => page.evaluate(() => window.locks.join(", "));
  assert.equal(await locks(), "", "who reads a plan needs none");
  await press(plan, text.run_it);
  await checkSoon(locks, "asked for screen");
  await press(plan, text.pause);
  await checkSoon(locks, "asked for screen, let go");
  await press(plan, text.run);
  await checkSoon(locks, "asked for screen, let go, asked for screen");
  await press(plan, text.full_plan);
  await checkSoon(locks, "asked for screen, let go, asked for screen, let go");
  assert.deepEqual(said, []);
  await seen.close();
});

test("what is kept and sent can be read, and printed alone, in each mode that keeps something", async () => {
  const quiet = () => {
    window.print = () => {};
  };
  for (const [attributes, names] of [["", ["variant", "block", "spent", "runs", "lengths", "at"]], [`mode="campaign" storage="device"`, ["day", "theme", "classes", "people"]]]) {
    const { page, plan, ...seen } = await open({ attributes, init: [quiet] });
    await plan.getByText(text.sheet, { exact: true }).click();
    for (const name of names) assert.ok(await plan.getByText(text[`kept_${name}`], { exact: true }).isVisible(), name);
    const where = attributes ? fill(text.keeps_device, { days: "90" }) : text.keeps_session;
    assert.ok(await plan.getByText(where, { exact: true }).isVisible());
    await checkAxe(page, "the sheet", "adil-plan");
    await press(plan, text.print_keeps);
    await page.emulateMedia({ media: "print" });
    assert.ok(await plan.getByText(text.sends_nothing, { exact: true }).isVisible());
    assert.ok(!(await plan.getByRole("heading").first().isVisible()), "nothing else is printed");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.ok(await plan.getByRole("heading").first().isVisible());
    await seen.close();
  }
});

test("the end of a part is said once, and the part goes on", async () => {
  const block = (id, minutes) => ({ id, title: id, minutes });
  const content = { format: "adil", formatVersion: 1, kind: "plan", id: "short", title: "Short", blocks: [block("one", 1), block("two", 1)] };
  const tag = `<adil-plan loading="eager" storage="none"><script type="application/json">${JSON.stringify(content)}</script></adil-plan>`;
  const made = await site({ bodies: { "/page.html": html(tag) } });
  // A clock that runs sixty times as fast.
  const fast = () => {
    const now = performance.now.bind(performance);
    performance.now = () => now() * 60;
  };
  const { page, close } = await visit(`${made.origin}/page.html`, { init: [fast] });
  const plan = page.locator("adil-plan");
  await press(plan, text.run_it);
  await checkSoon(() => clock(plan).getAttribute("data-state"), "over");
  await checkSoon(async () => /^\+/.test(await clock(plan).textContent()), true);
  await heading(plan, "one").waitFor();
  assert.equal((await announced(page)).filter((line) => line === text.time_over).length, 1);
  await close();
});

test("an action has its dates for calendars, and a code that a school adds up", async () => {
  const dates = `dates="2026-10-15 2026-12-09 - 2027-05-06"`;
  const { page, plan, said, ...seen } = await open({ attributes: `mode="campaign" ${dates}`, acceptDownloads: true });
  await plan.getByText("15 October 2026", { exact: true }).waitFor();
  assert.equal(await plan.getByText(text.no_date, { exact: true }).count(), 1);
  const [file] = await Promise.all([page.waitForEvent("download"), press(plan, text.calendar_all)]);
  const calendar = readFileSync(await file.path(), "utf8");
  assert.equal(calendar.match(/BEGIN:VEVENT/g).length, 3);
  assert.match(calendar, /DTSTART:20261209T090000\r\nDURATION:PT45M/);
  assert.equal(new Set(calendar.match(/UID:.*/g)).size, 3);
  // A field for numbers took no Arabic digit, and a word was written down as nobody.
  await plan.getByLabel(text.classes, { exact: true }).fill("three");
  await plan.getByLabel(text.people, { exact: true }).fill("71");
  await press(plan, text.write_down);
  const range = fill(text.code_range, { classes: 255, people: "2,047" });
  await plan.locator(".refusal").getByText(range, { exact: true }).waitFor();
  await plan.getByText(text.none_past, { exact: true }).waitFor();
  await plan.getByLabel(text.classes, { exact: true }).fill("٣");
  await plan.getByLabel(text.people, { exact: true }).fill("\u200f٧١");
  await press(plan, text.make_code);
  const code = await plan.locator("output").textContent();
  assert.match(code, /^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
  await plan.getByLabel(text.codes, { exact: true }).fill(`${code}\n${code}\n12345-ABCDE`);
  await press(plan, text.add_up);
  await plan.locator(".total").getByText("3 classes, 71 people", { exact: true }).waitFor();
  for (const why of [text.code_twice]) await plan.getByText(why, { exact: true }).waitFor();
  await plan.getByLabel(text.people, { exact: true }).fill("9999");
  await press(plan, text.make_code);
  await plan.locator(".refusal").getByText(range, { exact: true }).waitFor();
  await checkAxe(page, "the desk", "adil-plan");
  assert.deepEqual(said, []);
  await seen.close();
});

// A school held two hours in one quarter, and its calendar showed the second only.
test("two editions of one quarter are two events of a calendar", async () => {
  const editions = hour.campaign.editions.map((edition) => ({ ...edition, quarter: 1, day: "2026-10-15" }));
  const body = JSON.stringify({ ...hour, campaign: { ...hour.campaign, editions } });
  const fault = (path) => (path.endsWith("integrity-hour-1.json") ? { body, type: "application/json" } : undefined);
  const { page, plan, ...seen } = await open({ attributes: `mode="campaign"`, fault, acceptDownloads: true });
  const [file] = await Promise.all([page.waitForEvent("download"), press(plan, text.calendar_all)]);
  const uids = readFileSync(await file.path(), "utf8").match(/UID:.*/g);
  assert.equal(new Set(uids).size, editions.length);
  await seen.close();
});

test("what is past stays on the device, and goes when it is forgotten", async () => {
  const { page, plan, ...seen } = await open({ attributes: `mode="campaign" storage="device"` });
  await plan.getByLabel(text.classes, { exact: true }).fill("2");
  await plan.getByLabel(text.people, { exact: true }).fill("40");
  await press(plan, text.write_down);
  await plan.getByRole("cell", { name: "40", exact: true }).waitFor();
  await page.reload();
  await plan.getByRole("cell", { name: "40", exact: true }).waitFor();
  await plan.getByRole("button", { name: /^Forget / }).click();
  await plan.getByText(text.none_past, { exact: true }).waitFor();
  await page.reload();
  await plan.getByText(text.none_past, { exact: true }).waitFor();
  await seen.close();
});

/** A browser that only begins to print when it is asked to printed an empty page. */
test("each paper of an action is printed alone, and the page is as before", async () => {
  const quiet = () => {
    window.print = () => {};
  };
  const { page, plan, ...seen } = await open({ attributes: `mode="campaign"`, init: [quiet] });
  await plan.getByLabel(text.class_name, { exact: true }).fill("7 B");
  for (const [button, words] of [[text.print_report, text.report], [text.print_certificate, "7 B"], [text.print_poster, hour.campaign.name.en]]) {
    await press(plan, button);
    await page.emulateMedia({ media: "print" });
    assert.ok(await plan.locator(".sheet").getByText(words, { exact: true }).first().isVisible(), words);
    assert.ok(!(await heading(plan, text.dates).isVisible()), "nothing else is printed");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen" });
    assert.equal(await plan.locator(".sheet").textContent(), "");
  }
  await heading(plan, text.dates).waitFor();
  await seen.close();
});

test("a map names its gaps", async () => {
  const map = example("integrity-curriculum");
  const { page, plan, ...seen } = await open({ src: "integrity-curriculum", attributes: `mode="map"` });
  await heading(plan, text["level_primary-1"]).waitFor();
  const gaps = plan.getByText(text.gap, { exact: true });
  assert.equal(await gaps.count(), 4);
  await plan.getByLabel(text.gaps_only, { exact: true }).check();
  assert.equal(await plan.getByText(map.plans[2].title.en, { exact: true }).count(), 0);
  await plan.getByRole("combobox").selectOption({ label: text.level_secondary });
  await checkSoon(() => gaps.count(), 1);
  await checkAxe(page, "the map", "adil-plan");
  await seen.close();
});

test("a plan is printed with each handout on paper of its own", async () => {
  const { page, plan, ...seen } = await open({ src: "open-decisions", attributes: `mode="print"` });
  await page.emulateMedia({ media: "print" });
  await plan.getByText("Sorting cards", { exact: true }).waitFor();
  assert.equal(await plan.getByRole("button", { name: text.print, exact: true }).count(), 0, "no buttons on paper");
  const breaks = await plan.locator(".handout").evaluateAll((all) => all.map((one) => getComputedStyle(one).breakBefore));
  assert.deepEqual(breaks, ["page", "page"]);
  await seen.close();
});
