// What a screen reader is given on the main paths of a record, a study and its report, in English and
// Arabic, is as it was kept.
import { example } from "./page.mjs";
import { useTranscripts } from "./transcript-pages.mjs";
import { path, wordsOf } from "./transcript-paths.mjs";

const open = useTranscripts();

path("record", async (lang) => {
  const shop = example("honesty-shop");
  const words = wordsOf("record", lang);
  const { widget: record, play, ...seen } = await open("record", { src: "honesty-shop" }, lang);
  // What loads later is there.
  await record.locator("details.files").waitFor();
  await play.screen("No entries yet");
  await play.pressOn(words.add);
  await play.screen("The form");
  const fields = record.locator("input[type=text]");
  // The parts of a day are the browser's own, and no transcript follows them.
  await play.meanwhile("the day is passed", () => fields.first().focus());
  await play.pressOn(words.save);
  await play.screen("Something is missing", { same: true });
  for (const [n, typed] of [[0, "30"], [1, "10"], [8, "2400"], [9, "2400"]]) {
    await play.tabTo(fields.nth(n));
    await play.type(typed);
  }
  await play.pressOn(words.save);
  await play.wait(async () => (await record.locator(".entry").count()) === 1, "the entry is there");
  await play.screen("The result");
  await play.pressOn(record.getByRole("button", { name: words.delete }));
  await play.screen("It is deleted", { same: true });
  await play.pressOn(words.undo);
  await play.pressOn(record.locator("details.files summary"));
  await play.screen("Files and paper", { same: true });
  await play.pressOn(words.about);
  await play.screen(shop.group.label[lang]);
  return { play, ...seen };
});

path("record-study", async (lang) => {
  const study = example("pilot-study");
  const words = wordsOf("record", lang);
  const { widget: record, play, ...seen } = await open("record", { src: "pilot-study", mode: "study" }, lang);
  await play.screen("For teachers");
  await play.pressOn(words.begin);
  await play.screen("What pupils read first");
  await play.pressOn(words.take_part);
  await play.screen("The code");
  for (let n = 0; n < study.code.length; n++) {
    await play.tabTo(record.locator("select").nth(n));
    await play.press("ArrowDown");
  }
  await play.pressOn(words.next);
  await play.screen("The first item");
  await play.pressOn(record.locator("input[type=radio]"), "Space");
  for (let n = 0; n < 6; n++) await play.pressOn(words.next);
  await play.screen("Opinions");
  await play.pressOn(words.next);
  await play.screen("In words");
  await play.pressOn(words.next);
  await play.screen("Thanks");
  return { play, ...seen };
});
