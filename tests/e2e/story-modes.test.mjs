// A story led by a class, on paper, with a question in it, and what its author is told.
import assert from "node:assert/strict";
import { test } from "../engines/test.mjs";
import { checkAxe, checkSoon, example, fill, fired, readJson, useBrowser } from "./page.mjs";
import { textsOf } from "./pdf.mjs";
import { inLanguage, named, opener, small, title } from "./stories.mjs";

const open = opener(useBrowser());
const game = inLanguage(example("cash-box"), "en");
const text = readJson("locales/story.en.json");
const quiz = readJson("locales/quiz.en.json");

test("a class counts hands, a tie decides nothing, and a remote goes on", async () => {
  const { page, story, ...seen } = await open({ file: "cash-box", attributes: `mode="class"` });
  const [first, second] = game.scenes[0].choices;
  const more = (choice) => named(story, fill(text.hand_more, { option: choice.text }));
  await story.getByText(text.no_hands).waitFor();
  assert.equal(await named(story, text.decide).isVisible(), false);
  await more(first).click();
  await more(second).click();
  await story.getByText(text.tie).waitFor();
  assert.equal(await named(story, text.decide).isVisible(), false);
  await more(second).click();
  await story.getByText(fill(text.most_hands, { n: 2 })).waitFor();
  await checkAxe(page, "a class", "adil-story");
  await named(story, text.decide).click();
  await story.getByText(second.feedback).waitFor();
  await page.keyboard.press("PageDown");
  await title(story, game.scenes[1].title).waitFor();
  await story.getByText(text.no_hands).waitFor();
  await page.keyboard.press("PageUp");
  await title(story, game.scenes[0].title).waitFor();
  const events = await fired(page);
  assert.deepEqual(events.filter(({ name }) => name === "choice").map(({ detail }) => [detail.choiceId, detail.mode]), [["b", "class"]]);
  await seen.close();
});

test("cards lead by their numbers from the first to an end, and are printed", async () => {
  const { page, story, ...seen } = await open({ file: "cash-box", attributes: `mode="print" seed="3"` });
  await story.locator(".card").first().waitFor();
  assert.equal(await story.locator(".card").count(), game.scenes.length + game.endings.length);
  const card = (n) => story.locator(".card", { has: page.getByText(fill(text.card, { n }), { exact: true }) });
  const before = fill(text.go_to, { n: "" });
  let [at, steps] = [1, 0];
  const titles = [];
  for (;;) {
    titles.push(await card(at).getByRole("heading").textContent());
    const ways = await card(at).locator(".way").allTextContents();
    if (!ways.length) break;
    at = Number(ways[0].replace(before, ""));
    assert.ok((steps += 1) < 20, "a way comes to an end");
  }
  assert.ok(titles[0].includes(game.scenes[0].title));
  assert.ok(game.endings.some((ending) => titles.at(-1).includes(ending.title)), titles.at(-1));
  // Rules are told in the words of the story.
  await story.getByText(`If ${game.variables.trust.label} ≥ 8:`).waitFor();
  for (const question of game.debrief) await story.getByText(question).waitFor();
  await checkAxe(page, "cards", "adil-story");
  await page.emulateMedia({ media: "print" });
  assert.equal(await named(story, text.print).isVisible(), false);
  const papers = textsOf(await page.pdf({ format: "A4" }));
  const on = (words) => papers.flatMap((paper, n) => (paper.includes(words) ? [n] : []));
  const begin = (words) => words.split(" ").slice(0, 2).join(" ");
  for (const { title: words } of [...game.scenes, ...game.endings]) assert.ok(on(begin(words)).length, `${words} is on paper`);
  assert.equal(on(text.leader).length, 1, "a sheet for whoever leads");
  assert.ok(on(text.our_way)[0] < on(text.leader)[0], "cards, the sheet of a group, the leader's");
  assert.ok(papers.length <= 9, `${papers.length} sheets`);
  await seen.close();
});

const asking = (item) => small(game, {
  variables: { knows: { start: false } },
  scenes: [
    { id: "a", title: "First", text: "Think.", item, results: { right: "knows = true" }, choices: [{ id: "on", text: "Go to the end", to: "b" }] },
    { id: "b", title: "Second", text: "And now?", choices: [
      { id: "say", text: "Say what you know", if: "knows", to: "e" }, { id: "ask", text: "Ask somebody", to: "e" },
    ] },
  ],
});
const item = {
  id: "q", type: "single", stem: "Which one?",
  options: [{ id: "a", text: "the right one", score: 1 }, { id: "b", text: "the wrong one", score: 0 }],
};

test("the answer to a question in a scene is a variable", async () => {
  for (const [answer, knows] of [["the right one", 1], ["the wrong one", 0]]) {
    const { page, story, ...seen } = await open({ content: asking(item) });
    await title(story, "First").waitFor();
    assert.equal(await named(story, "Go to the end").count(), 0, "the question comes first");
    await story.getByText(answer, { exact: true }).click();
    await named(story, quiz.check_answer).click();
    await named(story, "Go to the end").click();
    await title(story, "Second").waitFor();
    assert.equal(await named(story, "Say what you know").count(), knows);
    // Only the story speaks to the page.
    const events = await fired(page);
    assert.deepEqual(events.filter(({ detail }) => detail.widget !== "story"), []);
    const answers = events.filter(({ name }) => name === "answer").map(({ detail }) => [detail.sceneId, detail.verdict]);
    assert.deepEqual(answers, [["a", knows ? "right" : "wrong"]]);
    // Back to the answer, and back again to the question.
    await named(story, text.back_step).click();
    await named(story, "Go to the end").waitFor();
    await named(story, text.back_step).click();
    await story.getByRole("radio", { name: answer }).waitFor();
    await seen.close();
  }
});

test("a question that its author has to mend keeps nobody", async () => {
  const { story, ...seen } = await open({ content: asking({ type: "single", stem: "Which one?" }) });
  await named(story, "Go to the end").click();
  await title(story, "Second").waitFor();
  await seen.close();
});

test("an author reads in the console what is amiss, and a learner goes on", async () => {
  const content = small(game, {
    variables: { told: { start: false } },
    scenes: [
      { id: "a", title: "First", text: "?", choices: [{ id: "x", text: "On", to: "e" }, { id: "y", text: "Never", if: "told", to: "e" }] },
      { id: "b", title: "Lost", text: "?", choices: [], route: [{ to: "e" }] },
    ],
  });
  const { story, warned, ...seen } = await open({ content });
  await checkSoon(() => warned.filter((line) => /scenes/.test(line)).map((line) => line.replace(/^\w+: /, "")).sort(), [
    "scenes[0].choices[1].if: expected what holds at times, found what never does when learners are here",
    "scenes[1]: expected a way that leads here, found none",
  ]);
  await named(story, "On").click();
  await title(story, "The end").waitFor();
  await seen.close();
});

test("hostile words do nothing before a class and on paper", async () => {
  const hostile = `<img src=x onerror="window.ran = 1">{1} [x](javascript:window.ran=1)`;
  const content = small(game, {
    intro: hostile, teacherNotes: hostile, debrief: [hostile],
    variables: { trust: { start: 1, min: 0, max: 2, label: hostile } },
    scenes: [{
      id: "a", title: hostile, speaker: hostile, text: hostile, item: { ...item, stem: hostile }, results: { right: "trust + 1" },
      choices: [{ id: "x", text: hostile, if: "trust >= 1", set: "trust - 1", feedback: hostile }], route: [{ if: "trust = 2", to: "e" }, { to: "e" }],
    }],
    endings: [{ id: "e", title: hostile, text: hostile, reflect: hostile }],
  });
  for (const [mode, stands] of [["class", ".notes"], ["print", ".card"]]) {
    const { page, story, ...seen } = await open({ content, attributes: `mode="${mode}"` });
    await story.locator(stands).first().waitFor();
    assert.ok((await story.locator(".base").textContent()).includes("<img src=x"), "they are words");
    assert.equal(await page.evaluate(() => window.ran), undefined);
    assert.equal(await story.locator("img, a[href^=javascript]").count(), 0);
    await seen.close();
  }
});
