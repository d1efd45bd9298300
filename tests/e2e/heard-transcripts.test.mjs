// What a screen reader is given on the main paths of a quiz, in English and Arabic, is as it was
// kept: stops with names and states, what is announced, and each screen from its start to its end.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { example, settled, until } from "./page.mjs";
import { check, giveByKeys, mistake, takeItem, useTranscripts } from "./transcript-pages.mjs";
import { path, wordsOf } from "./transcript-paths.mjs";

const open = useTranscripts();

path("quiz-types", async (lang) => {
  const whole = example("item-types");
  // The file is in English: of other languages only what the interface says is heard.
  const types = ["single", "order", "match", "sort", "blanks", "scale"];
  const content = lang === "en" ? whole : { ...whole, items: whole.items.filter(({ id }) => types.includes(id)) };
  const { widget: quiz, play, ...seen } = await open("quiz", { seed: "1" }, lang, { content });
  await play.screen("The start");
  await play.pressOn(quiz.locator(".go"));
  for (const item of content.items) {
    // One hint is enough to hear how it comes.
    const hint = item.id === "single" ? wordsOf("quiz", lang).hint : undefined;
    await takeItem(play, quiz, item, "en", `Question “${item.id}”`, { hint });
  }
  await play.wait(() => quiz.locator(".result").isVisible());
  await play.screen("The result");
  return { play, ...seen };
});

path("quiz-learn", async (lang) => {
  const content = example("fair-and-square");
  const items = content.items.slice(0, 1);
  const { widget: quiz, play, ...seen } = await open("quiz", { seed: "1" }, lang, { content: { ...content, items: [...items, content.items[4]] } });
  await play.screen("The first question");
  // Nothing is chosen yet.
  await play.pressOn(quiz.locator(".go"));
  await mistake(play, quiz, items[0]);
  await check(play, quiz);
  await play.screen("Checked, and wrong", { same: true });
  await play.pressOn(wordsOf("quiz", lang).try_again);
  await play.screen("Once more");
  await giveByKeys(play, quiz, items[0], lang);
  await check(play, quiz);
  await play.pressOn(quiz.locator(".go"));
  await takeItem(play, quiz, content.items[4], lang, "The second question");
  await play.wait(() => quiz.locator(".result").isVisible());
  await play.screen("The result");
  await play.pressOn(quiz.locator(".review-box button"));
  await play.pressOn(quiz.locator(".review summary").first());
  await play.screen("The review", { same: true });
  await play.pressOn(wordsOf("quiz", lang).next_pupil);
  await play.screen("For the next pupil");
  return { play, ...seen };
});

path("quiz-mistakes", async (lang) => {
  const whole = example("item-types");
  const items = ["number", "order", "sort"].map((id) => whole.items.find((item) => item.id === id));
  const { widget: quiz, play, ...seen } = await open("quiz", { seed: "1" }, lang, { content: { ...whole, intro: undefined, items } });
  await play.tabTo(quiz.locator(".blank"));
  await play.type("abc");
  await play.press("Enter");
  await play.screen("It is no number");
  await play.tabTo(quiz.locator(".blank"));
  await play.press("Control+A");
  await play.type("50");
  await check(play, quiz);
  await play.screen("It is a wrong number", { same: true });
  await play.pressOn(quiz.locator(".go"));
  // As they stand, and the last one before all others.
  for (let n = 0; n < 4; n++) await play.pressOn(quiz.locator(".waiting").last());
  await play.press("Enter");
  await check(play, quiz);
  await play.screen("A wrong order", { same: true });
  await play.pressOn(quiz.locator(".go"));
  for (let n = 0; n < 4; n++) {
    await play.tabTo(quiz.locator(".card").nth(n).locator("input").first());
    await play.press("Space");
  }
  await check(play, quiz);
  await play.screen("Cards in wrong groups", { same: true });
  await play.pressOn(quiz.locator(".go"));
  await play.wait(() => quiz.locator(".result").isVisible());
  await play.screen("The result");
  return { play, ...seen };
});

path("quiz-test", async (lang) => {
  const content = example("fair-and-square");
  const items = [content.items[0], content.items[3], content.items[7]];
  const words = wordsOf("quiz", lang);
  const { widget: quiz, play, ...seen } = await open("quiz", { seed: "1", mode: "test", "time-limit": "90" }, lang, {
    content: { ...content, level: "secondary", items },
  });
  await play.screen("The start");
  await play.pressOn(quiz.locator(".go"));
  await play.screen("The first question");
  await play.pressOn(words.flag);
  await giveByKeys(play, quiz, items[0], lang);
  await play.pressOn(quiz.locator(".go"));
  await play.screen("The second question, which is left out");
  await play.pressOn(words.pause);
  await play.screen("A pause");
  await play.pressOn(words.resume);
  await play.pressOn(quiz.locator(".go"));
  await giveByKeys(play, quiz, items[2], lang);
  await play.screen("The third question, answered");
  await play.pressOn(quiz.locator(".go"));
  await play.screen("One is open");
  await play.pressOn(words.first_open);
  await play.screen("The open one");
  await play.press("Tab");
  // By its number, as Tab does not come to the options in each version of Chromium.
  await play.press("2");
  await play.pressOn(quiz.locator(".overview .jump").last());
  await play.pressOn(quiz.locator(".go"));
  await play.wait(() => quiz.locator(".result").isVisible());
  await play.screen("The result");
  await play.pressOn(quiz.locator(".review-box button"));
  await play.screen("The review", { same: true });
  return { play, ...seen };
});

// Each second redraws the time that is left; whoever puts entries in order keeps the focus meanwhile.
test("while the time runs the focus stays at an entry", async () => {
  const content = example("fair-and-square");
  const { widget: quiz, play, page, close } = await open("quiz", { seed: "1", mode: "test", "time-limit": "90" }, "en", {
    content: { ...content, level: "secondary", items: [content.items[4]] },
  });
  await play.pressOn(quiz.locator(".go"));
  await play.pressOn(quiz.locator(".waiting").first());
  await quiz.locator(".placed button").first().focus();
  const left = () => quiz.getByRole("timer").textContent();
  const before = await left();
  await until(async () => (await left()) !== before, "a second has passed");
  await settled(page);
  const name = await quiz.evaluate((one) => one.shadowRoot.activeElement?.ariaLabel);
  assert.ok(name?.startsWith(wordsOf("quiz", "en").move_up), `the focus is at ${name}`);
  await close();
});

path("quiz-class", async (lang) => {
  const content = example("fair-and-square");
  const { widget: quiz, play, ...seen } = await open("quiz", { mode: "class", seed: "1" }, lang, {
    content: { ...content, items: [content.items[0], content.items[4]] },
  });
  await play.screen("The first slide");
  await play.pressOn(quiz.locator(".hands button").last());
  await play.pressOn(quiz.locator(".go"));
  await play.screen("Its answer", { same: true });
  await play.press("PageDown");
  await play.screen("The second slide");
  return { play, ...seen };
});

path("quiz-print", async (lang) => {
  const content = example("item-types");
  const { play, ...seen } = await open("quiz", { mode: "print", seed: "1" }, lang, { content });
  await play.screen("The paper");
  await play.press("Tab");
  return { play, ...seen };
});
