// What is kept of a run, where, and for whom.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { checkQuiet, checkSoon, fired, html, quizOf, ready, settled, single, until, useBrowser, words } from "./page.mjs";

const { site, visit, visitor, visitQuiz } = useBrowser();
const content = quizOf([single("one"), single("two"), single("three")]);
const open = (storage, more = {}) => visitQuiz(content, { attributes: `loading="eager" storage="${storage}"`, ...more });
const kept = (page) => page.evaluate(() => [sessionStorage.length, localStorage.length]);
const text = words();

async function answer(quiz, option = 1) {
  await quiz.locator(".option").nth(option).click();
  await quiz.locator(".go").click();
  await quiz.locator(".verdict").waitFor();
}

const atItem = (quiz) => quiz.locator(".stem").textContent();

for (const [storage, places] of [["session", [1, 0]], ["device", [0, 1]]]) {
  test(`storage="${storage}" keeps answers and place over a reload, in one entry`, async () => {
    const { page, quiz, ...seen } = await open(storage);
    await ready(quiz);
    await answer(quiz);
    await quiz.locator(".go").click();
    await checkSoon(() => atItem(quiz), "Which one, two?");
    await checkSoon(() => kept(page), places);
    await page.reload();
    await ready(quiz);
    await checkSoon(() => atItem(quiz), "Which one, two?");
    await quiz.getByRole("button", { name: text.back }).click();
    await checkSoon(() => quiz.locator(".option[data-state=right]").count(), 1);
    assert.equal((await fired(page, "start")).length, 0, "a run that goes on does not start again");
    checkQuiet(seen);
    await seen.close();
  });
}

test(`storage="none" keeps nothing`, async () => {
  const { page, quiz, close } = await open("none");
  await ready(quiz);
  await answer(quiz);
  await settled(page);
  assert.deepEqual(await kept(page), [0, 0]);
  await page.reload();
  await ready(quiz);
  await settled(page);
  assert.equal(await quiz.locator("input:checked").count(), 0);
  assert.equal(await quiz.locator("[part=notice]").count(), 0, "what the page asked for needs no notice");
  await close();
});

test("in a sandboxed frame the quiz works and says that nothing is kept", async () => {
  const bodies = { "/outer.html": `<!doctype html><title>x</title><iframe sandbox="allow-scripts" src="/page.html" width="800" height="900"></iframe>` };
  const made = await site({
    bodies: { ...bodies, "/page.html": html(`<adil-quiz loading="eager" src="/quiz.json"></adil-quiz>`), "/quiz.json": JSON.stringify(content) },
    headers: { "access-control-allow-origin": "*" },
  });
  const seen = await visit(`${made.origin}/outer.html`);
  const quiz = seen.page.frameLocator("iframe").locator("adil-quiz");
  await ready(quiz);
  await answer(quiz);
  assert.equal(await quiz.locator("[part=notice]").innerText(), text.not_kept);
  checkQuiet(seen);
  await seen.close();
});

test("a full storage is said once and answers go on", async () => {
  const fillUp = () => {
    for (const size of [2 ** 16, 2 ** 8, 1]) {
      try {
        for (let n = 0; ; n++) sessionStorage.setItem(`other${size}-${n}`, "x".repeat(size));
      } catch {
        // Full for entries of this size; smaller ones follow.
      }
    }
  };
  const { page, quiz, close } = await open("session", { init: [fillUp] });
  await ready(quiz);
  await answer(quiz);
  assert.equal(await quiz.locator("[part=notice]").innerText(), text.not_kept);
  await quiz.locator(".go").click();
  await answer(quiz);
  await settled(page);
  const said = await fired(page, "storage");
  assert.deepEqual(said.map((event) => event.detail.kept), [false]);
  await close();
});

test("the next pupil finds nothing of the last one, on the device either", async () => {
  const { page, quiz, close } = await open("device");
  await ready(quiz);
  for (let n = 0; n < 3; n++) {
    await answer(quiz, 0);
    await quiz.locator(".go").click();
  }
  await quiz.getByRole("button", { name: text.next_pupil }).click();
  await checkSoon(() => atItem(quiz), "Which one, one?");
  await checkSoon(() => kept(page), [0, 0]);
  await page.reload();
  await ready(quiz);
  await settled(page);
  assert.equal(await quiz.locator("input:checked").count(), 0);
  await close();
});

/** Brings a tab to the front, as whoever presses in it does: one behind another draws once a second. */
const front = ({ page }) => page.bringToFront?.();

test("two tabs of one device go on together and lose no answer", async () => {
  const first = await open("device");
  await ready(first.quiz);
  // The run is in the storage from its first answer on; the second tab takes it up.
  await answer(first.quiz);
  const second = await visit(first.page.url(), { context: first.context });
  await ready(second.quiz);
  await checkSoon(() => second.quiz.locator(".option[data-state=right]").count(), 1);
  await second.quiz.locator(".go").click();
  await answer(second.quiz);
  await front(first);
  await checkSoon(() => first.quiz.locator("[part=notice]").innerText(), text.joined);
  await first.quiz.locator(".go").click();
  await checkSoon(() => atItem(first.quiz), "Which one, two?");
  await checkSoon(() => first.quiz.locator(".option[data-state=right]").count(), 1, "what the other tab answered is here");
  await first.quiz.locator(".go").click();
  await answer(first.quiz);
  await first.quiz.locator(".go").click();
  await first.quiz.locator(".result").waitFor();
  const isFull = async ({ quiz }) => /3 of 3/.test(await quiz.locator(".score").textContent());
  await until(() => isFull(first), "the first tab has all points");
  await until(() => isFull(second), "the second tab has all points");
  checkQuiet(first);
  checkQuiet(second);
  await first.close();
});

test("where another tab begins anew, this one says so and keeps its answers on request", async () => {
  const first = await open("device");
  await ready(first.quiz);
  await answer(first.quiz, 1);
  const second = await visit(first.page.url(), { context: first.context });
  await ready(second.quiz);
  for (let n = 0; n < 3; n++) {
    if (n) await answer(second.quiz);
    await second.quiz.locator(".go").click();
  }
  await second.quiz.getByRole("button", { name: text.retry_all }).click();
  await checkSoon(() => atItem(second.quiz), "Which one, one?");
  await answer(second.quiz, 0);
  await checkSoon(() => first.quiz.locator("[part=notice] p").innerText(), text.replaced);
  const stored = () => first.page.evaluate(() => JSON.parse(Object.values(localStorage)[0]).run.id);
  const theirs = await stored();
  await front(first);
  await first.quiz.getByRole("button", { name: text.keep_this }).click();
  await until(async () => (await stored()) !== theirs, "this tab's run is kept");
  await first.close();
});

const broken = {
  "torn JSON": (entry) => entry.slice(0, entry.length / 2),
  "another shape": () => `{"day":1e9,"run":{"answers":{"item":1},"at":-5,"seed":"x"}}`,
  "answers beyond the options": (entry) => entry.replaceAll(/"c":\[\[[\d,]*\]\]/g, `"c":[99]`),
  "a place beyond the items": (entry) => entry.replace(/"at":\d+/, `"at":99`),
  "deep lists": () => `{"day":1e9,"run":${"[".repeat(5_000)}${"]".repeat(5_000)}}`,
};
test("a spoilt entry in the storage never keeps a quiz from starting", async () => {
  const { page, quiz, ...seen } = await open("session");
  await ready(quiz);
  await answer(quiz);
  const [key, entry] = await page.evaluate(() => Object.entries(sessionStorage)[0]);
  for (const [name, spoil] of Object.entries(broken)) {
    await page.evaluate(([key, text]) => sessionStorage.setItem(key, text), [key, spoil(entry)]);
    await page.reload();
    await ready(quiz);
    await checkSoon(() => quiz.locator(".stem").count(), 1, `starts over ${name}`);
  }
  checkQuiet(seen);
  await seen.close();
});

test("two quizzes with one file keep their runs apart by their ids", async () => {
  const tags = ["a", "b"].map((id) => `<adil-quiz id="${id}" loading="eager" src="/quiz.json"></adil-quiz>`);
  const made = await site({ bodies: { "/page.html": html(tags.join("")), "/quiz.json": JSON.stringify(content) } });
  const { page, close } = await visit(`${made.origin}/page.html`, { context: await visitor() });
  const [a, b] = [page.locator("#a"), page.locator("#b")];
  await Promise.all([ready(a), ready(b)]);
  await answer(a);
  await page.reload();
  await Promise.all([ready(a), ready(b)]);
  await checkSoon(async () => [await a.locator("input:checked").count(), await b.locator("input:checked").count()], [1, 0]);
  await close();
});
