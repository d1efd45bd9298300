// Pages whose transcript is written, and how a pupil without a mouse answers there.
import { asksNoMore, checkSoon, html, ready, useBrowser } from "./page.mjs";
import { plain, rightOptions } from "./solve.mjs";
import { NOW, keepAnnouncements, standStill } from "./transcript-page.mjs";
import { startTranscript } from "./transcript.mjs";

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required"];
const LOCALES = { en: "en-GB", ar: "ar-EG" };

// A small window, as painting it takes most of the time.
const DEVICE = { viewport: { width: 960, height: 600 }, timezoneId: "UTC", acceptDownloads: true };

/** What follows on the page: whoever leaves the widget comes there. */
const AFTER = `<p><a href="#after">After the widget</a></p>`;

/** Nothing leaves for a printer. */
const quietPrinter = () => {
  window.print = () => {};
};

/** One browser for the tests of a file, and a way to open a page with one widget in it. */
export function useTranscripts() {
  const browser = useBrowser({ args: ARGS });
  /** Opens a page in a language; `content` is shown in place of what the file `src` has. */
  return async (tag, attributes, lang, { content, inside = "" } = {}) => {
    const src = content ? `/adil/examples/here.json` : `/adil/examples/${attributes.src}.json`;
    const all = Object.entries({ ...attributes, src, loading: "eager" }).map(([name, value]) => `${name}="${value}"`);
    const body = html(`<adil-${tag} ${all.join(" ")}>${inside || "<p>The fallback.</p>"}</adil-${tag}>${AFTER}`, { lang });
    const bodies = { "/page.html": body, "/adil/examples/here.json": JSON.stringify(content ?? {}) };
    const made = await browser.site({ bodies });
    const context = await browser.visitor({ ...DEVICE, locale: LOCALES[lang] });
    await context.addInitScript(standStill, NOW);
    await context.addInitScript(keepAnnouncements);
    await context.addInitScript(quietPrinter);
    const seen = await browser.visit(`${made.origin}/page.html`, { context });
    const widget = seen.page.locator(`adil-${tag}`).first();
    await ready(widget);
    // What comes later of a bundle is there.
    await asksNoMore(seen.page);
    const play = await startTranscript(seen.page, `adil-${tag}`, lang);
    return { ...seen, widget, play };
  };
}

/** Goes to the options, takes the one that is met, and goes on by arrows to the one at this place. */
async function takeOne(play, quiz, place) {
  const options = quiz.locator("label input");
  await options.first().waitFor();
  await play.pressOn(options, "Space");
  const at = await options.evaluateAll((all) => all.findIndex((one) => one.matches(":focus")));
  for (let n = at; n < place; n++) await play.press("ArrowDown");
  for (let n = at; n > place; n--) await play.press("ArrowUp");
}

async function takeMany(play, quiz, places) {
  for (const place of places) await play.pressOn(quiz.locator("label input").nth(place), "Space");
}

/** Puts the entries in order, each by the button that has its words. */
async function arrange(play, quiz, item, lang) {
  for (const [n, entry] of item.entries.entries()) {
    await play.pressOn(quiz.locator(".waiting").filter({ hasText: plain(entry, lang) }).first());
    await checkSoon(() => quiz.locator(".placed .option").count(), n + 1);
  }
}

async function pairUp(play, quiz, item, lang) {
  for (const { left, right } of item.pairs) {
    await play.pressOn(quiz.locator(".pair > .option").filter({ hasText: plain(left, lang) }).first());
    await play.pressOn(quiz.locator("button.partner").filter({ hasText: plain(right, lang) }).first());
  }
}

async function sortOut(play, quiz, item, lang) {
  const rows = quiz.locator(".card");
  // In the order of the screen, as nobody goes back who need not.
  for (let n = 0; n < item.cards.length; n++) {
    const words = await rows.nth(n).locator(".card-text .words").textContent();
    const card = item.cards.find(({ text }) => plain(text, lang) === words.replace(/\s+/g, " ").trim());
    await play.tabTo(rows.nth(n).locator("input").first());
    await play.press("Space");
    const at = item.groups.findIndex(({ id }) => id === card.group);
    for (let step = 0; step < at; step++) await play.press("ArrowDown");
  }
}

async function fillIn(play, quiz, item, lang) {
  const blanks = item.blanks ?? [item];
  for (const [n, blank] of blanks.entries()) {
    const field = quiz.locator(".blank").nth(n);
    await play.tabTo(field);
    if (blank.options) {
      const right = plain(blank.options[0], lang);
      const value = () => field.evaluate((one) => one.selectedOptions[0].textContent);
      for (let step = 0; step < 9 && (await value()) !== right; step++) await play.press("ArrowDown");
    } else {
      await play.type(String(blank.answer ?? blank.least ?? plain(blank.accepted[0].text ?? blank.accepted[0], lang)));
    }
  }
}

/** Gives the right answer to the shown item by keyboard. */
export async function giveByKeys(play, quiz, item, lang) {
  const ways = { order: arrange, match: pairUp, sort: sortOut, number: fillIn, text: fillIn, blanks: fillIn };
  if (ways[item.type]) return ways[item.type](play, quiz, item, lang);
  if (item.type === "multiple") return takeMany(play, quiz, rightOptions(item));
  if (item.type === "scale") return takeOne(play, quiz, 2);
  return takeOne(play, quiz, rightOptions(item)[0]);
}

/** Chooses what is wrong: the first option that is not right. */
export const mistake = (play, quiz, item) =>
  takeOne(play, quiz, item.options.findIndex((option) => !(option.score > 0)));

/** Presses the main button; once there is a verdict, the same button goes on. */
export async function check(play, quiz) {
  await play.pressOn(quiz.locator(".go").first());
  return play.wait(async () => (await quiz.locator(".verdict").count()) > 0, "there is a verdict");
}

/** Takes an item as it comes: the screen, the answer, the verdict, and on. */
export async function takeItem(play, quiz, item, lang, name, { hint } = {}) {
  await play.screen(name);
  if (hint) await play.pressOn(hint);
  await giveByKeys(play, quiz, item, lang);
  await check(play, quiz);
  await play.screen(`${name}, checked`, { same: true });
  await play.pressOn(quiz.locator(".go").first());
}
