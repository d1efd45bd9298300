// What a screen reader is given on the main paths of a decision game and of a picture story, in
// English and Arabic, is as it was kept.
import { example } from "./page.mjs";
import { inLanguage } from "./stories.mjs";
import { useTranscripts } from "./transcript-pages.mjs";
import { path, wordsOf } from "./transcript-paths.mjs";

const open = useTranscripts();

path("story", async (lang) => {
  const game = inLanguage(example("cash-box"), lang);
  const words = wordsOf("story", lang);
  const { widget: story, play, ...seen } = await open("story", { src: "cash-box" }, lang);
  // What loads later is there.
  await story.locator("details.map").waitFor();
  await play.screen("The first scene");
  await play.pressOn(game.scenes[0].choices[0].text);
  await play.screen("What follows");
  await play.pressOn(words.go_on);
  await play.screen("The second scene");
  await play.pressOn(story.locator("details.map summary"));
  await play.screen("The map", { same: true });
  await play.pressOn(words.back_step);
  await play.screen("One step back");
  return { play, ...seen };
});

path("story-pictures", async (lang) => {
  const tale = inLanguage(example("lost-mitten"), lang);
  const words = wordsOf("story", lang);
  const { widget: story, play, ...seen } = await open("story", { src: "lost-mitten" }, lang);
  await story.locator(".heard").waitFor();
  await play.screen("The first panel");
  await play.pressOn(words.go_on);
  await play.pressOn(words.go_on);
  await play.screen("A choice");
  await play.pressOn(tale.scenes[2].choices[1].text);
  await play.screen("How it feels");
  await play.pressOn(words.go_on);
  await play.pressOn(words.go_on);
  await play.pressOn(tale.scenes[5].choices[0].text);
  await play.pressOn(words.go_on);
  await play.screen("The end");
  await play.pressOn(words.make);
  await play.screen("A strip of one's own");
  return { play, ...seen };
});

path("story-group", async (lang) => {
  const game = inLanguage(example("cash-box"), lang);
  const words = wordsOf("story", lang);
  const { widget: story, play, ...seen } = await open("story", { src: "cash-box", mode: "group" }, lang);
  await story.locator(".people").waitFor();
  await play.screen("How many they are");
  await play.pressOn(words.start);
  await play.screen("Who does what in the first scene");
  await play.pressOn(game.scenes[0].choices[0].text);
  await play.pressOn(words.go_on);
  await play.screen("The parts have gone on");
  return { play, ...seen };
});
