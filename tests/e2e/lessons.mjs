// Pages with one lesson each, and what tests ask of it.
import { lesson } from "../engines/lesson.mjs";
import { checkSoon, html, useBrowser } from "./page.mjs";

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required"];

/** One browser for the tests of a file, and a way to open a page with one lesson in it. */
export function useLessons() {
  const browser = useBrowser({ args: ARGS });
  const open = async (content = lesson(), { attributes = "", inside = "<p>The fallback.</p>", lang = "en", fault, headers, ...options } = {}) => {
    const tag = `<adil-video loading="eager" src="/lesson.json" ${attributes}>${inside}</adil-video>`;
    const bodies = { "/page.html": html(tag, { lang }), "/lesson.json": JSON.stringify(content) };
    const made = await browser.site({ bodies, fault, headers });
    const context = await browser.visitor(options, ...(options.init ?? []));
    const seen = await browser.visit(`${made.origin}/page.html`, { context });
    const video = seen.page.locator("adil-video");
    await video.locator(".base").waitFor();
    return { ...seen, video, site: made };
  };
  return { ...browser, open };
}

export const media = (video) => video.locator("video");
export const time = (video) => media(video).evaluate((element) => element.currentTime);
export const stands = (video) => media(video).evaluate((element) => element.paused);
export const named = (video, name) => video.getByRole("button", { name, exact: true });
export const jump = (video, to) => media(video).evaluate((element, to) => { element.currentTime = to; }, to);
export const panel = (video) => video.locator(".checkpoint-panel");

/** Plays from a time, just before what a test is about. */
export async function play(video, from = 0) {
  // The page itself jumps once it plays: on a busy machine the film came to its question in between,
  // and the jump led away from it.
  await video.evaluate((element, from) => {
    window.plays = false;
    const began = ({ target }) => {
      if (window.plays || !(target.currentTime > 0)) return;
      window.plays = true;
      if (from) target.currentTime = from;
    };
    // A page's own film is no part of the shadow root.
    for (const root of [element, element.shadowRoot]) root.addEventListener("timeupdate", began, true);
  }, from);
  await video.locator("button.start").click();
  await checkSoon(() => video.page().evaluate(() => window.plays), true);
}
