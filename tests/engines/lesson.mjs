// A short lesson on the real media that ships, and a page around it as a school would write it.
import { fileURLToPath } from "node:url";
import { DIST, html, readJson } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
export const MEDIA = "/adil/examples/scholarship-list";
export const text = (lang = "en") => readJson(`locales/video.${lang}.json`);

const option = (id, score) => ({ id, text: `The ${id} one`, score, feedback: `About ${id}.` });

/** An item with two options, of which the second is right. */
export const item = (id) => ({ id, type: "single", stem: `Which one, ${id}?`, options: [option("wrong", 0), option("right", 1)] });

export const stops = {
  poll: { id: "poll", at: 2, item: { id: "poll", type: "poll", stem: "What do you think?", options: [{ text: "This" }, { text: "That" }] } },
  must: { id: "must", at: 4, required: true, rewindTo: 3, item: item("must") },
  think: { id: "think", at: 6, reflection: { prompt: "What would you say?", answer: "One could say this." } },
  note: { id: "note", at: 8, note: "Look at the folder.", required: true },
};

/** A lesson's file. */
export const lesson = (more = {}) => ({
  format: "adil", formatVersion: 1, kind: "video", id: "short-lesson", contentVersion: "1.0.0",
  title: "A short lesson", level: "secondary", languages: ["en"], duration: 150.68,
  files: [
    { src: `${MEDIA}/lesson-360.mp4`, type: "video/mp4", height: 360, bytes: 751635 },
    { src: `${MEDIA}/lesson-360.webm`, type: "video/webm", height: 360, bytes: 567937 },
  ],
  captions: ["en", "kk"].map((lang) => ({ lang, src: `${MEDIA}/captions.${lang}.vtt` })),
  descriptions: [{ lang: "en", src: `${MEDIA}/descriptions.en.vtt` }],
  chapters: [{ start: 0, title: "The folder" }, { start: 5, title: "The list" }],
  checkpoints: Object.values(stops),
  ...more,
});

/** A site with one lesson on one page, over dist below /adil/. */
export async function lessonSite(content, { attributes = "", inside = "<p>The fallback.</p>", lang = "en", head, folders = {}, fault = () => undefined } = {}) {
  const bodies = {
    "/page.html": html(`<adil-video id="lesson" loading="eager" src="/lesson.json" ${attributes}>${inside}</adil-video><p><a href="#x">Elsewhere</a></p>`, { lang, head }),
    "/lesson.json": JSON.stringify(content),
    "/favicon.ico": "",
  };
  const inner = (path) => site.broken?.(path) ?? fault(path) ?? (bodies[path] === undefined ? undefined : { body: bodies[path], type: path.endsWith("json") ? "application/json" : "text/html" });
  const site = await serve({ "/adil/": `${DIST}/`, "/fixtures/": FIXTURES, ...folders }, { fault: inner });
  site.page = `${site.origin}/page.html`;
  return site;
}
