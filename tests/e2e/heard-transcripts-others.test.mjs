// What a screen reader is given on the main paths of a pledge and of a video lesson, in English and
// Arabic, is as it was kept.
import { comesToRest } from "./guard.mjs";
import { example } from "./page.mjs";
import { check, giveByKeys, useTranscripts } from "./transcript-pages.mjs";
import { LANGS, path, wordsOf } from "./transcript-paths.mjs";

const open = useTranscripts();

path("pledge", async (lang) => {
  const content = example("my-pledge");
  const words = wordsOf("pledge", lang);
  const { widget: pledge, play, ...seen } = await open("pledge", { src: "my-pledge" }, lang);
  await play.screen("The preface");
  await play.pressOn(words.start);
  for (let n = 0; n < content.clauses.length; n++) {
    if (n < 2) await play.screen(`Clause ${n + 1}`);
    if (n < 2) await play.pressOn(pledge.locator("input[type=checkbox]"), "Space");
    await play.pressOn(words.next);
  }
  await play.screen("What will be hard");
  await play.pressOn(pledge.locator("input[name=hardest]").first(), "Space");
  await play.pressOn(pledge.locator("input[name=who]").first(), "Space");
  await play.pressOn(words.next);
  await play.screen("The promise");
  await play.tabTo(words.i_pledge);
  await comesToRest(pledge.locator("button.choice").last());
  await play.press("Enter");
  await play.wait(() => pledge.evaluate((one) => one.matches(":state(pledged)")));
  await play.wait(async () => (await pledge.locator("details.receipt button").count()) > 1);
  await play.screen("The pledge is made");
  await play.pressOn(pledge.locator("details.receipt summary"));
  await play.screen("The receipt", { same: true });
  await play.pressOn(words.save_receipt);
  await play.pressOn(words.withdraw);
  await play.screen("It is withdrawn");
  return { play, ...seen };
});

path("pledge-not-today", async (lang) => {
  const content = example("my-pledge");
  const words = wordsOf("pledge", lang);
  const { widget: pledge, play, ...seen } = await open("pledge", {}, lang, { content: { ...content, clauses: content.clauses.slice(0, 1), reminders: [], gesture: "hold" } });
  await play.pressOn(words.start);
  await play.screen("A clause to hold");
  await play.pressOn(words.next);
  await play.screen("Nothing was taken");
  await play.pressOn(words.back);
  await play.pressOn(pledge.locator("input[type=checkbox]"), "Space");
  await play.pressOn(words.next);
  await play.pressOn(words.next);
  await play.pressOn(words.not_today);
  await play.screen("Not today");
  return { play, ...seen };
});

path("pledge-certificate", async (lang) => {
  const { widget: pledge, play, ...seen } = await open("pledge", { src: "my-pledge", mode: "certificate", signature: "drawn" }, lang);
  const words = wordsOf("pledge", lang);
  await play.screen("The certificate");
  await play.tabTo(words.signature_type_instead);
  await play.type("Aigul");
  await play.tabTo(pledge.locator("input[type=radio]").first());
  await play.press("ArrowRight");
  await play.tabTo(words.print);
  await play.screen("It is signed", { same: true });
  return { play, ...seen };
});

path("pledge-reminder", async (lang) => {
  const { play, ...seen } = await open("pledge", { src: "my-pledge", mode: "reminder" }, lang);
  await play.screen("The reminder");
  await play.pressOn(wordsOf("pledge", lang).i_remember);
  await play.screen("It is remembered", { same: true });
  return { play, ...seen };
});

path("pledge-class", async (lang) => {
  const words = wordsOf("pledge", lang);
  const { widget: pledge, play, ...seen } = await open("pledge", { src: "my-pledge", mode: "class" }, lang);
  await play.screen("The start");
  await play.pressOn(words.class_empty);
  for (const clause of [["We share.", "نتشارك."], ["We ask first.", "نسأل أولًا."]]) {
    await play.tabTo(words.new_clause);
    await play.type(clause[LANGS.indexOf(lang)]);
    await play.press("Enter");
  }
  await play.screen("Two promises", { same: true });
  await play.pressOn(pledge.locator("details.votes summary, details.vote summary").first());
  await play.pressOn(pledge.locator(".hands button").last());
  await play.pressOn(pledge.locator("details.make-code summary"));
  await play.press("Tab");
  await play.type("12");
  await play.pressOn(words.code_make);
  await play.screen("A code", { same: true });
  return { play, ...seen };
});

/** Plays from just before a time; the page itself jumps once it plays. */
async function playFrom(play, video, from) {
  await video.evaluate((element, from) => {
    const began = ({ target }) => {
      if (!(target.currentTime > 0)) return;
      element.shadowRoot.removeEventListener("timeupdate", began, true);
      target.currentTime = from;
    };
    element.shadowRoot.addEventListener("timeupdate", began, true);
  }, from);
}

path("video", async (lang) => {
  const whole = example("scholarship-list");
  const byId = (id) => whole.checkpoints.find((one) => one.id === id);
  const content = { ...whole, checkpoints: [byId("asked"), byId("tell-timur")], completion: { minCheckpoints: 1, minWatched: 0 } };
  const { widget: video, play, page, ...seen } = await open("video", { storage: "none" }, lang, { content });
  const words = wordsOf("video", lang);
  const panel = video.locator(".checkpoint-panel");
  const quiz = panel.locator("adil-quiz");
  /** What plays is never at rest: the question is waited for. */
  const stops = () => panel.locator(".checkpoint-title").waitFor({ state: "visible" });
  const [asked, tell] = content.checkpoints;
  await play.screen("The start");
  await playFrom(play, video, asked.at - 0.6);
  await play.pressOn(video.locator("button.start"), "Enter", { wait: stops });
  await quiz.locator("label.option").first().waitFor();
  await play.hear();
  await play.screen("A question");
  await giveByKeys(play, quiz, asked.item, lang);
  await check(play, quiz);
  await play.screen("The question, checked", { same: true });
  const plays = () => panel.waitFor({ state: "hidden" });
  await play.pressOn(quiz.locator(".go").first().or(panel.locator(".go").first()).last(), "Enter", { wait: plays });
  await play.press("k", { wait: () => {} });
  await video.locator("video").evaluate((film) => (film.currentTime = 50));
  await play.wait(async () => (await video.locator(".caption").allTextContents()).join("").trim() !== "", "a caption is shown");
  await play.screen("The player");
  await play.tabTo(video.locator("summary").last());
  await play.pressOn(words.settings);
  await play.screen("The settings", { same: true });
  await play.press("Escape");
  await play.meanwhile("It plays on, and comes to a question to think about", async () => {
    await playFrom(play, video, tell.at - 0.6);
    await video.locator("video").evaluate((film) => film.play());
    await stops();
  });
  await play.screen("A question to think about");
  await play.tabTo(words.your_words);
  await play.type("Yes");
  await play.pressOn(words.done);
  await play.screen("It is answered", { same: true });
  await play.pressOn(words.continue_video, "Enter", { wait: async () => {
    await plays();
    await video.locator("video").evaluate((film) => (film.currentTime = film.duration - 0.4));
    await video.locator(".end").waitFor();
  } });
  await play.hear();
  await play.screen("The end");
  // How much was watched depends on how fast the machine is.
  const share = /^[^:]*/.exec(words.watched_share)[0];
  const veil = (text) => text.replace(new RegExp(`“${share}: [^”]*”`, "g"), `“${share}: n%”`);
  return { play, page, veil, ...seen };
});
