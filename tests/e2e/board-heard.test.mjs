// What a screen reader is given in games of teams, in English and Arabic, is as it was kept.
import { example } from "./page.mjs";
import { useTranscripts } from "./transcript-pages.mjs";
import { path, wordsOf } from "./transcript-paths.mjs";

const open = useTranscripts();
const board = example("climb-together");
const [question, , fate] = board.decks;

/** A board on which chance decides nothing: each deck has one card. */
const certain = {
  ...board, teacherNotes: undefined, intro: undefined,
  decks: [
    { ...question, on: [14], cards: question.cards.filter(({ id }) => id === "mistake") },
    { ...question, id: "closed", on: [2], cards: question.cards.filter(({ id }) => id === "no-money") },
    { ...fate, on: [5], cards: fate.cards.filter(({ id }) => id === "notes") },
  ],
};

path("board", async (lang) => {
  const words = wordsOf("board", lang);
  const { widget, play, ...seen } = await open("board", {}, lang, { content: certain });
  const face = (n) => widget.locator("button.face").nth(n - 1);
  await play.screen("Before the game");
  await play.tabTo(widget.locator("input[name=die]").first());
  await play.press("ArrowDown");
  await play.pressOn(words.begin);
  await play.screen("A turn");
  await play.pressOn(face(2));
  await play.screen("A ladder, and a question for the host to judge");
  await play.pressOn(words.verdict_good);
  await play.screen("What came of it");
  await play.pressOn(words.next);
  await play.pressOn(face(1));
  await play.screen("A question with answers");
  await play.pressOn(widget.locator("button.option").first());
  await play.screen("What the card says");
  await play.pressOn(words.next);
  await play.pressOn(face(4));
  await play.screen("A turn of fate");
  await play.pressOn(words.undo);
  await play.screen("It is taken back");
  return { play, ...seen };
});

path("quest", async (lang) => {
  const words = wordsOf("board", lang);
  const content = { ...example("six-stations"), teacherNotes: undefined };
  const { widget, play, ...seen } = await open("board", {}, lang, { content });
  await play.screen("Before the quest");
  await play.pressOn(words.begin);
  await play.screen("A round");
  await play.tabTo(widget.locator(".point input").first());
  await play.press("Space");
  await play.press("ArrowDown");
  await play.pressOn(words.next_round);
  await play.screen("The next round");
  return { play, ...seen };
});

path("debate", async (lang) => {
  const words = wordsOf("board", lang);
  const content = { ...example("open-grades"), teacherNotes: undefined };
  const { widget, play, ...seen } = await open("board", {}, lang, { content });
  await play.pressOn(words.begin);
  await play.screen("Hands before");
  await play.tabTo(widget.locator(".field input").first());
  await play.type("12");
  await play.pressOn(words.go_on);
  await play.screen("Preparation");
  await play.pressOn(words.begin_debate);
  await play.screen("A speech");
  return { play, ...seen };
});
