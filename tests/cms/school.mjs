// A school's site in WordPress: the release, a quiz and its page beside the posts, and the plug-in.
import { resolve } from "node:path";
import { read } from "../e2e/guides.mjs";
import { DIST, html } from "../e2e/page.mjs";
import { pluginOf } from "./services.mjs";
import { useWordPress } from "./wordpress.mjs";

/** The quiz of the guide. */
export const QUIZ = read("wordpress").files["quizzes/honesty.json"];

/** The site; all of it ends with the file of tests. */
export async function useSchool() {
  const wp = await useWordPress({ plugin: pluginOf("wordpress/adil"), files: { adil: resolve(DIST), "quizzes/honesty.json": QUIZ } });
  const { origin } = wp;
  const frame = `${origin}/adil/frame.html?src=${encodeURIComponent(`${origin}/quizzes/honesty.json`)}&amp;kind=quiz`;
  // As `adil embed --page` writes them; that it does so its own tests say.
  wp.put("quizzes/honesty.html", html("", {
    head: `<link rel="alternate" type="application/json+oembed" href="${origin}/quizzes/honesty.oembed.json">`,
  }));
  wp.put("quizzes/honesty.oembed.json", JSON.stringify({
    version: "1.0", type: "rich", title: "Honesty", width: 640, height: 640,
    html: `<iframe src="${frame}" title="Honesty" width="640" height="640" style="border:0"></iframe>`,
  }));
  return wp;
}
