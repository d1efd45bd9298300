// What a screen reader is given of a lesson that runs, of the desk of an action and of a map, in
// English and Arabic, is as it was kept.
import { example, fill } from "./page.mjs";
import { useTranscripts } from "./transcript-pages.mjs";
import { path, wordsOf } from "./transcript-paths.mjs";

const open = useTranscripts();
const hour = example("integrity-hour-1");

/** Clocks go on while somebody listens. */
const veil = (text) => text.replaceAll(/\b\d+:\d\d\b/g, "M:SS");

path("plan", async (lang) => {
  const words = wordsOf("plan", lang);
  const { widget: plan, play, ...seen } = await open("plan", { src: "integrity-hour-1" }, lang);
  // What loads later is there.
  await plan.locator("details.keeps").waitFor();
  await play.screen("The plan");
  await play.pressOn(words.run_it);
  await play.screen("The first part");
  await play.pressOn(words.pause);
  await play.pressOn(words.add_minute);
  // Its widget is there when it begins.
  await play.wait(async () => (await plan.locator(".now > .stage > adil-quiz").first().locator(".base").count()) === 1, "the next widget is there");
  await play.pressOn(plan.locator(".controls .go"));
  await play.screen("The second part");
  await play.pressOn(fill(words.go_to, { title: hour.blocks.at(-1).title[lang] }));
  await play.pressOn(plan.locator(".controls .go"));
  await play.screen("The end");
  return { play, veil, ...seen };
});

path("plan-campaign", async (lang) => {
  const words = wordsOf("plan", lang);
  const attributes = { src: "integrity-hour-1", mode: "campaign", dates: "2026-10-15 2026-12-09 - 2027-05-06" };
  const { play, ...seen } = await open("plan", attributes, lang);
  await play.screen("The desk");
  await play.pressOn(words.calendar_all);
  return { play, ...seen };
});

path("plan-map", async (lang) => {
  const { play, ...seen } = await open("plan", { src: "integrity-curriculum", mode: "map" }, lang);
  await play.screen("The map");
  return { play, ...seen };
});
