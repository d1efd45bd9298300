// Pages with one self-check, and what their tests share.
import { readFileSync } from "node:fs";
import { html, readJson } from "./page.mjs";

export const text = readJson("locales/check.en.json");

/** A way to open pages with one check that ships, or with one of a test. */
export const opener = ({ site, visit }) => async ({ file = "coi-check", attributes = "", content, inside = "<p>The fallback.</p>", lang = "en", fault, ...options } = {}) => {
  const own = content && `<script type="application/json">${JSON.stringify(content).replaceAll("<", "\\u003c")}</script>`;
  const tag = `<adil-check loading="eager" ${content ? "" : `src="/adil/examples/${file}.json"`} ${attributes}>${own ?? inside}</adil-check>`;
  const made = await site({ bodies: { "/page.html": html(tag, { lang }), "/elsewhere.html": html("<p>Elsewhere.</p>") }, fault });
  const seen = await visit(`${made.origin}/page.html`, options);
  const check = seen.page.locator("adil-check");
  await check.locator(".base").waitFor();
  return { ...seen, site: made, check };
};

export const button = (check, name) => check.getByRole("button", { name, exact: true });
export const title = (check, name) => check.getByRole("heading", { name, exact: true });

export const nothingKept = (page) => page.evaluate(() => localStorage.length + sessionStorage.length);
export const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The text of the file that a button saves. */
export async function saved(page, check, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), button(check, name).click()]);
  return readFileSync(await file.path(), "utf8");
}
