// A picture story: seen, heard, and a strip of one's own after it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "../engines/test.mjs";
import { checkAxe, checkOwn, checkSoon, example, fill, fired, readJson, useBrowser } from "./page.mjs";
import { hands, keyboard } from "./solve.mjs";
import { inLanguage, named, opener, small, title } from "./stories.mjs";

const open = opener(useBrowser());
const written = example("lost-mitten");
const text = readJson("locales/story.en.json");
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const touch = { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } };
for (const [lang, options, handOf] of [["en", {}, (page) => keyboard(page)], ["ar", touch, () => hands.touch]]) {
  test(`the slow way of the mitten is told in ${lang}, and comes to the same end`, async () => {
    const tale = inLanguage(written, lang);
    const words = readJson(`locales/story.${lang}.json`);
    const { page, story, said, ...seen } = await open({ lang, ...options });
    const hand = handOf(page);
    const on = () => hand.press(named(story, words.go_on));
    const choose = async (scene, id) => {
      const choice = tale.scenes.find((one) => one.id === scene).choices.find((one) => one.id === id);
      await hand.press(named(story, choice.text));
      const feeling = tale.drawings.feelings.find((one) => one.id === choice.feels).label;
      await story.getByText(feeling, { exact: true }).waitFor();
      await on();
    };
    await story.getByRole("img", { name: tale.scenes[0].panel.alt }).waitFor();
    await on();
    await on();
    await named(story, tale.scenes[2].choices[0].text).waitFor();
    await checkAxe(page, "a panel with choices", "adil-story");
    assert.equal(await fits(page), 0);
    await choose("three", "look");
    await on();
    await choose("five", "walk");
    await on();
    await story.getByText(tale.endings[0].reflect, { exact: true }).waitFor();
    await checkAxe(page, "the end", "adil-story");
    const events = await fired(page);
    assert.deepEqual(events.filter(({ name }) => name === "choice").map(({ detail }) => detail.choiceId).filter(Boolean), ["look", "walk"]);
    assert.equal(events.filter(({ name }) => name === "complete").length, 1);
    assert.deepEqual(said, []);
    checkOwn({ said, ...seen }, seen.site.origin);
    await seen.close();
  });
}

/** Runs in the page: a voice that speaks when the test says so. */
function voice(lang) {
  window.spoken = [];
  const speech = {
    getVoices: () => [{ lang, localService: true }],
    cancel: () => {},
    speak: (said) => window.spoken.push(said),
  };
  Object.defineProperty(window, "speechSynthesis", { get: () => speech });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
}

test("sentences are read one after the other with the words lit, and the next panel goes on", async () => {
  const { page, story, ...seen } = await open({ init: [`(${voice})("en")`] });
  const spoken = () => page.evaluate(() => window.spoken.map((one) => one.text));
  const end = () => page.evaluate(() => window.spoken.at(-1).onend());
  const lit = (which) => story.locator(`${which}.lit`).allTextContents();
  await named(story, text.read_aloud).click();
  await checkSoon(spoken, ["Snow!"]);
  assert.deepEqual(await lit(".sentence"), ["Snow!"]);
  await end();
  await checkSoon(spoken, ["Snow!", "Maya finds a red mitten on the path."]);
  assert.deepEqual(await lit(".sentence"), ["Maya finds a red mitten on the path."]);
  await page.evaluate(() => window.spoken.at(-1).onboundary({ charIndex: 5 }));
  assert.deepEqual(await lit(".word"), ["finds"]);
  await end();
  await named(story, text.read_aloud).waitFor();
  assert.deepEqual(await lit(""), []);
  // Who has asked once is read to from now on: texts, and then what can be chosen.
  await named(story, text.go_on).click();
  await named(story, text.stop_reading).waitFor();
  await named(story, text.go_on).click();
  for (const words of ["Whose mitten is it?", "What can Maya do?", "Put it on", "Look around"]) {
    await checkSoon(async () => (await spoken()).at(-1), words);
    await end();
  }
  await named(story, text.read_aloud).waitFor();
  await seen.close();
});

test("without a voice of its language a child reads so", async () => {
  const { story, ...seen } = await open({ init: [`(${voice})("ru")`] });
  await story.getByText(text.no_voice).waitFor();
  assert.equal(await named(story, text.read_aloud).isVisible(), false);
  await seen.close();
});

const places = (row, n, who) => fill(text.cell, { row: text[`row_${row}`], n, who });

test("a strip is made by keys, saved, and kept only on request", async () => {
  const content = small(written, { makes: true });
  const { page, story, ...seen } = await open({ content });
  const keys = keyboard(page);
  const begin = async () => {
    await named(story, text.go_on).click();
    await named(story, text.make).click();
    await title(story, text.your_strip).waitFor();
  };
  await begin();
  const label = (list, id) => written.drawings[list].find((one) => one.id === id).label.en;
  const maya = label("figures", "maya");
  await keys.press(named(story, label("backgrounds", "yard")));
  await keys.press(named(story, maya));
  await keys.press(named(story, label("feelings", "proud")));
  // Arrows lead over the grid, and Enter has the chosen figure come there.
  await named(story, places("near", 3, maya)).focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await named(story, places("far", 2, maya)).waitFor();
  await named(story, places("near", 3, text.nobody)).waitFor();
  await story.getByLabel(text.sentence).fill("<b>My</b> snow fox!");
  assert.equal(await story.locator(".sheet text").allTextContents().then((lines) => lines.join(" ")), "<b>My</b> snow fox!");
  await checkAxe(page, "the desk", "adil-story");
  await named(story, text.add_panel).click();
  await named(story, fill(text.panel_of, { n: 2, total: 2 })).waitFor();
  const save = async (key) => {
    const [download] = await Promise.all([page.waitForEvent("download"), named(story, text[key]).click()]);
    return readFile(await download.path());
  };
  const svg = (await save("save_svg")).toString();
  assert.equal(svg.match(/<svg /g).length, 3, "a sheet and two panels");
  assert.ok(svg.includes("&lt;b&gt;My&lt;/b&gt;") && !svg.includes("<b>"));
  assert.deepEqual([...(await save("save_png")).subarray(1, 4)], [...Buffer.from("PNG")]);
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes("strip")).length);
  assert.equal(await kept(), 0, "nobody asked for it");
  await story.getByLabel(text.keep_here).check();
  assert.equal(await kept(), 1);
  await named(story, text.back_to_story).click();
  await title(story, "The end").waitFor();
  const ends = (await fired(page)).filter(({ name }) => name === "complete").length;
  assert.equal(ends, 1, "coming back to an end is not coming to it");
  await page.reload();
  await named(story, text.make).click();
  await named(story, places("far", 2, maya)).waitFor();
  await story.getByLabel(text.keep_here).uncheck();
  assert.equal(await kept(), 0);
  assert.ok(!JSON.stringify(await fired(page)).includes("fox"), "no words in events");
  await seen.close();
});

test("hostile words and drawings of a picture story do nothing", async () => {
  const hostile = `<img src=x onerror="window.ran = 1"><svg onload="window.ran = 1">`;
  const drawings = structuredClone(written.drawings);
  for (const one of [...drawings.backgrounds, ...drawings.figures, ...drawings.feelings]) one.label = hostile;
  const panel = { ...written.scenes[0].panel, alt: hostile };
  const content = small(written, {
    drawings, makes: true, teacherNotes: hostile,
    scenes: [{
      id: "a", title: hostile, speaker: hostile, text: hostile, panel, feelings: [{ who: hostile, feels: "glad" }],
      choices: [{ id: "x", text: hostile, panel, feels: "sad", to: "e" }],
    }],
    endings: [{ id: "e", title: hostile, text: hostile, panel }],
  });
  const { page, story, ...seen } = await open({ content });
  await story.locator(".option").click();
  await named(story, text.go_on).click();
  await named(story, text.make).click();
  await story.locator(".pick").first().waitFor();
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await story.locator("img").count(), 0);
  await seen.close();
  for (const [field, value] of [["d", `M0 0"/><script>window.ran=1</script>`], ["fill", "url(javascript:window.ran=1)"]]) {
    const bad = structuredClone(content);
    bad.drawings.backgrounds[0].shapes[0][field] = value;
    const refused = await open({ content: bad, stands: "[part=error]" });
    assert.ok((await refused.story.locator("[part=error]").textContent()).includes(`shapes[0].${field}: expected`));
    await refused.close();
  }
});
