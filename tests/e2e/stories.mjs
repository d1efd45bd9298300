// What the tests of stories share: files as a reader sees them, and pages with a story.
import { html } from "./page.mjs";

/** A content file as a reader of a language sees it. */
export const inLanguage = (value, lang) => {
  if (!value || typeof value !== "object") return value;
  if (!Array.isArray(value) && "en" in value) return value[lang];
  const rows = Object.entries(value).map(([name, inner]) => [name, inLanguage(inner, lang)]);
  return Array.isArray(value) ? rows.map(([, inner]) => inner) : Object.fromEntries(rows);
};

/** Opens a page with a shipped story, or with one of a test. */
export const opener = ({ site, visit }) => async ({ file = "lost-mitten", attributes = "", content, lang = "en", stands = ".base", fault, ...options } = {}) => {
  const inside = content && `<script type="application/json">${JSON.stringify(content).replaceAll("<", "\\u003c")}</script>`;
  const tag = `<adil-story loading="eager" ${content ? "" : `src="/adil/examples/${file}.json"`} ${attributes}>${inside ?? "<p>The fallback.</p>"}</adil-story>`;
  const made = await site({ bodies: { "/page.html": html(tag, { lang }) }, fault });
  const seen = await visit(`${made.origin}/page.html`, options);
  const story = seen.page.locator("adil-story");
  await story.locator(stands).waitFor();
  return { ...seen, site: made, story };
};

export const named = (story, name) => story.getByRole("button", { name, exact: true });
export const title = (story, name) => story.getByRole("heading", { name, exact: true });

/** A story of two places with the drawings of another one. */
export const small = (like, more = {}) => ({
  ...like, id: "small", start: "a", debrief: [], variables: {},
  scenes: [{ id: "a", title: "First", text: "One. Two.", choices: [], route: [{ to: "e" }] }],
  endings: [{ id: "e", title: "The end", text: "So it ends." }], ...more,
});
