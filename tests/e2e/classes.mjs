// Pages on which a class writes its own pledge, and what tests do there.
import { readFileSync } from "node:fs";
import { example, html, lastAnnounced, readJson, ready, useBrowser } from "./page.mjs";

export const content = example("my-pledge");
export const wordsOf = (lang = "en") => readJson(`locales/pledge.${lang}.json`);
export const text = wordsOf();

const tagOf = (attributes = "", src = "/adil/examples/my-pledge.json") =>
  `<adil-pledge loading="eager" src="${src}" mode="class" ${attributes}><p>The fallback.</p></adil-pledge>`;

/** One browser for the tests of a file, and a way to open a page with a class's screen. */
export function useClasses() {
  const browser = useBrowser();
  const open = async ({ attributes, lang = "en", around = (tag) => tag, bodies = {}, headers, src, ...options } = {}) => {
    const made = await browser.site({ bodies: { "/page.html": html(around(tagOf(attributes, src)), { lang }), ...bodies }, headers });
    const seen = await browser.visit(`${made.origin}/page.html`, { acceptDownloads: true, ...options });
    const pledge = seen.page.locator("adil-pledge").first();
    await ready(pledge);
    return { ...seen, pledge, site: made };
  };
  return { ...browser, open };
}

export const named = (pledge, name) => pledge.getByRole("button", { name, exact: true });
export const lines = (pledge) => pledge.locator(".line-text").allTextContents();
export const field = (pledge, name = text.new_clause) => pledge.getByRole("textbox", { name, exact: true });
export const of = (what, clause) => `${what}: ${clause}`;
export const heard = (pledge) => lastAnnounced(pledge.page());

export async function unfold(pledge, part) {
  const fold = pledge.locator(`details.${part}`);
  if (!(await fold.evaluate((fold) => fold.open))) await fold.locator("summary").click();
}

export async function add(pledge, ...clauses) {
  for (const clause of clauses) {
    await field(pledge).fill(clause);
    await named(pledge, text.add_clause).click();
  }
}

/** What stands in the browser's storage, and what the events said. */
export const left = (page) => page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, window.fired]));

/** Saves the class's pledge; its text and its name. */
export async function save({ page, pledge }) {
  await unfold(pledge, "files");
  const [file] = await Promise.all([page.waitForEvent("download"), named(pledge, text.export_pledge).click()]);
  return { name: file.suggestedFilename(), body: readFileSync(await file.path(), "utf8") };
}

export const choose = (pledge, name, body) =>
  pledge.locator("input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(body) });

/** Makes a code for so many. */
export async function codeFor(pledge, count) {
  await unfold(pledge, "make-code");
  await pledge.getByRole("textbox", { name: text.code_count }).fill(`${count}`);
  await named(pledge, text.code_make).click();
  return pledge.getByRole("textbox", { name: text.class_code }).inputValue();
}

export async function addUp(pledge, typed) {
  await unfold(pledge, "sum");
  await field(pledge, text.code_list).fill(typed);
  await named(pledge, text.code_sum).click();
}
