// Pages with a pledge, and the way to its promise, for tests of what comes there.
import { checkSoon, example, hasState, html, readJson, ready, useBrowser } from "./page.mjs";

export const content = example("my-pledge");
export const text = readJson("locales/pledge.en.json");
export const total = content.clauses.length;
export const named = (pledge, name) => pledge.getByRole("button", { name, exact: true });

/** Runs in the page: a clock that can be held, so that "too soon" does not depend on the machine. */
function holdClock() {
  const now = performance.now.bind(performance);
  let held;
  performance.now = () => held ?? now();
  window.hold = (on) => {
    if (!on) window.heldUntil = now();
    held = on ? now() : undefined;
  };
}

/** One browser for the tests of a file, and a way to open a page with one pledge in the markup `around`. */
export function usePledges() {
  const browser = useBrowser();
  const open = async ({ attributes = "", around = (tag) => tag, file = "my-pledge", bodies, style = "", init = [], ...options } = {}) => {
    const tag = `<adil-pledge loading="eager" src="/adil/examples/${file}.json" ${attributes}><p>The fallback.</p></adil-pledge>`;
    const head = style && `<style>${style}</style>`;
    const made = await browser.site({ bodies: { "/page.html": html(around(tag), { head }), ...bodies } });
    const seen = await browser.visit(`${made.origin}/page.html`, { init: [holdClock, ...init], ...options });
    const pledge = seen.page.locator("adil-pledge").first();
    await ready(pledge);
    return { ...seen, pledge, site: made };
  };
  return { ...browser, open };
}

/** Takes every clause, up to the two questions before the promise. */
export async function toQuestions(pledge) {
  await named(pledge, text.start).click();
  for (let n = 0; n < total; n++) {
    await checkSoon(() => pledge.locator(".step[data-state=done]").count(), n);
    await pledge.locator("label.option").click();
    await named(pledge, text.next).click();
  }
  await pledge.getByRole("group", { name: text.hardest_question }).waitFor();
}

/** Goes on to the promise; its button. */
export async function toPromise(pledge) {
  await toQuestions(pledge);
  await named(pledge, text.next).click();
  const button = named(pledge, text.i_pledge);
  await button.waitFor();
  return button;
}

export const isMade = (pledge) => hasState(pledge, "pledged");
