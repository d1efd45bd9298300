// A decision game from its first scene to an ending, back again, and what is kept of it.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import {
  checkAxe, checkOwn, checkSoon, example, fill, fired, hasState, html, readJson, useBrowser,
} from "./page.mjs";
import { hands, keyboard } from "./solve.mjs";
import { inLanguage } from "./stories.mjs";

const { site, visit } = useBrowser();
const game = inLanguage(example("cash-box"), "en");
const text = readJson("locales/story.en.json");
const sceneOf = (id) => game.scenes.find((scene) => scene.id === id);

/** A page with the game, or with a story of a test. */
async function open({ attributes = "", content, ...options } = {}) {
  const inside = content && `<script type="application/json">${JSON.stringify(content).replaceAll("<", "\\u003c")}</script>`;
  const tag = `<adil-story loading="eager" ${content ? "" : `src="/adil/examples/cash-box.json"`} ${attributes}>${inside ?? "<p>The fallback.</p>"}</adil-story>`;
  const made = await site({ bodies: { "/page.html": html(tag) } });
  const seen = await visit(`${made.origin}/page.html`, options);
  const story = seen.page.locator("adil-story");
  await story.locator(".base").waitFor();
  return { ...seen, site: made, story };
}

const named = (story, name) => story.getByRole("button", { name, exact: true });
const title = (story, name) => story.getByRole("heading", { name, exact: true });

/** Takes choices by their ids from the first scene on. */
async function take(story, ids, hand = hands.mouse) {
  let at = game.start;
  for (const id of ids) {
    const choice = sceneOf(at).choices.find((choice) => choice.id === id);
    await title(story, sceneOf(at).title).waitFor();
    await hand.press(named(story, choice.text));
    if (choice.feedback) {
      await story.getByText(choice.feedback, { exact: true }).waitFor();
      await hand.press(named(story, text.go_on));
    }
    at = choice.to;
  }
}

/** An open way: trust stays high, and the glass box is the end. */
const OPEN = ["a", "a", "a", "a", "a", "a", "a"];

const ways = {
  mouse: [{}, () => hands.mouse],
  touch: [{ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } }, () => hands.touch],
  keyboard: [{}, (page) => keyboard(page)],
};
for (const [name, [options, handOf]] of Object.entries(ways)) {
  test(`the cash box is played to its end by ${name}`, async () => {
    const { page, story, said, ...seen } = await open(options);
    await take(story, OPEN, handOf(page));
    await title(story, game.endings[0].title).waitFor();
    await story.getByText(game.endings[0].reflect, { exact: true }).waitFor();
    for (const question of game.debrief) await story.getByText(question).waitFor();
    assert.ok(await hasState(story, "complete"));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    const events = await fired(page);
    assert.deepEqual(events.filter(({ name }) => name === "choice").map(({ detail }) => detail.choiceId), OPEN);
    assert.deepEqual(events.filter(({ name }) => name === "complete").map(({ detail }) => [detail.endingId, detail.steps]), [["e1", 7]]);
    assert.ok(!JSON.stringify(events).includes("notebook"), "no words of the story in events");
    assert.deepEqual(said, []);
    checkOwn({ said, ...seen }, seen.site.origin);
    await seen.close();
  });
}

test("what a choice changes is said, one step back takes it back, and axe finds nothing", async () => {
  const { page, story, ...seen } = await open();
  const value = (n) => fill(text.value_of, { label: game.variables.trust.label, n, most: 12 });
  await story.getByText(value(3)).waitFor();
  await checkAxe(page, "a scene", "adil-story");
  await named(story, sceneOf("n1").choices[0].text).click();
  await story.getByText(fill(text.changed, { label: game.variables.trust.label, before: 3, after: 5 })).waitFor();
  // Who pressed hears at once where that led.
  await checkSoon(() => title(story, text.your_choice).evaluate((heading) => heading === heading.getRootNode().activeElement), true);
  await checkAxe(page, "what follows", "adil-story");
  await named(story, text.back_step).click();
  await story.getByText(value(3)).waitFor();
  assert.equal(await named(story, text.back_step).count(), 0, "nothing is before the first scene");
  await seen.close();
});

test("the map has what was seen, and leads back to it", async () => {
  const { page, story, ...seen } = await open();
  await story.getByText(text.map).click();
  await story.getByText(fill(text.seen_of, { n: 1, total: 12 })).waitFor();
  await take(story, ["a", "a"]);
  await story.getByText(fill(text.seen_of, { n: 3, total: 12 })).waitFor();
  await story.getByText(fill(text.ends_of, { n: 0, total: 3 })).waitFor();
  await checkAxe(page, "the map", "adil-story");
  await named(story, fill(text.return_to, { title: sceneOf("n2").title })).click();
  await title(story, sceneOf("n2").title).waitFor();
  // What was seen stays seen, also on a new way.
  await story.getByText(fill(text.seen_of, { n: 3, total: 12 })).waitFor();
  await seen.close();
});

test("a way outlives a reload, and one that an edit cut short goes on where it still fits", async () => {
  const { page, story, site, ...seen } = await open();
  await take(story, ["a", "a", "a"]);
  await page.reload();
  await title(story, sceneOf("n6").title).waitFor();
  assert.equal(await story.getByText(text.edited, { exact: true }).count(), 0);
  // Its author took the scene of the earphones away.
  const edited = structuredClone(game);
  edited.scenes = edited.scenes.filter(({ id }) => id !== "n4");
  for (const choice of edited.scenes.flatMap(({ choices }) => choices)) if (choice.to === "n4") choice.to = "n5";
  site.faulty((path) => (path.endsWith("cash-box.json") ? { body: JSON.stringify(edited), type: "application/json" } : undefined));
  await page.reload();
  await title(story, sceneOf("n5").title).waitFor();
  // Whoever came back stood elsewhere without a word.
  assert.equal(await story.getByText(text.edited, { exact: true }).count(), 1);
  await named(story, edited.scenes.find(({ id }) => id === "n5").choices[0].text).click();
  await checkSoon(() => story.getByText(text.edited, { exact: true }).count(), 0);
  await seen.close();
});

test("conditions offer and hide choices, routes decide, and a scene may lead on by itself", async () => {
  const content = {
    ...game, id: "small", variables: { told: { start: false }, trust: { start: 0, min: 0, max: 2 } }, start: "a", debrief: [],
    scenes: [
      { id: "a", title: "First", text: "Tell?", choices: [
        { id: "yes", text: "Tell", set: "told = true", to: "b" }, { id: "no", text: "Do not", to: "b" },
      ] },
      { id: "b", title: "Second", text: "And now?", choices: [
        { id: "thanks", text: "Be thanked", if: "told", to: "c" }, { id: "hide", text: "Go on hiding", if: "not told", to: "c" },
      ] },
      { id: "c", title: "Third", text: "It goes on.", choices: [], route: [{ if: "told", to: "e1" }, { to: "e2" }] },
    ],
    endings: game.endings.slice(0, 2),
  };
  for (const [first, second, hidden, end] of [["Tell", "Be thanked", "Go on hiding", 0], ["Do not", "Go on hiding", "Be thanked", 1]]) {
    const { story, ...seen } = await open({ content });
    await named(story, first).click();
    await named(story, second).waitFor();
    assert.equal(await named(story, hidden).count(), 0);
    await named(story, second).click();
    await named(story, text.go_on).click();
    await title(story, game.endings[end].title).waitFor();
    await named(story, text.again).click();
    await title(story, "First").waitFor();
    await seen.close();
  }
});

test("hostile words of a story are words", async () => {
  const hostile = `<img src=x onerror="window.ran = 1">{1} [x](javascript:window.ran=1)`;
  const content = {
    ...game, id: "hostile", debrief: [hostile],
    variables: { trust: { start: 1, min: 0, max: 2, label: hostile } },
    scenes: [{ id: "a", title: hostile, speaker: hostile, text: hostile, choices: [{ id: "x", text: hostile, feedback: hostile, to: "e" }] }],
    start: "a", endings: [{ id: "e", title: hostile, text: hostile, reflect: hostile }],
  };
  const { page, story, ...seen } = await open({ content });
  await story.locator(".option").click();
  await named(story, text.go_on).click();
  await story.locator(".reflect").first().waitFor();
  await story.getByText(text.map).click();
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await story.locator("img, a[href^=javascript]").count(), 0);
  await seen.close();
});
