// A school's site in WordPress: the release, a quiz and its page beside the posts, and the plug-in.
import { join, resolve } from "node:path";
import { read } from "../e2e/guides.mjs";
import { DIST } from "../e2e/page.mjs";
import { pluginOf } from "./services.mjs";
import { useWordPress } from "./wordpress.mjs";

/** The quiz of the guide. */
export const QUIZ = read("wordpress").files["quizzes/honesty.json"];

/** The site; all of it ends with the file of tests. */
export async function useSchool() {
  const wp = await useWordPress({ plugin: pluginOf("wordpress/adil"), files: { adil: resolve(DIST), "quizzes/honesty.json": QUIZ } });
  const { origin } = wp;
  // The page of the guide and its description, with the content file beside them.
  const quizzes = join(wp.site, "quizzes");
  await wp.call(process.env.ADIL_COMMAND, [
    "embed", "--page", quizzes, "--site", `${origin}/quizzes/`, join(quizzes, "honesty.json"),
  ]);
  return wp;
}
