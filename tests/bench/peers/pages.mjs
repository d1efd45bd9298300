// The pages of all contenders, what they load, and the video they play, as one site.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../../node_modules/esbuild/lib/main.js";
import { DIST, example, html } from "../../e2e/page.mjs";
import { item, lesson } from "../../engines/lesson.mjs";
import { ADIL, CAPTIONS, MEDIA, QUIZZES, VIDEOS } from "./contenders.mjs";
import { forAdil } from "./questions.mjs";
import { makeFiles, sizesOf } from "./server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const MODULES = here("node_modules");

/** One script or sheet, minified and without dead code. */
async function bundle(contents, loader) {
  const made = await build({
    stdin: { contents, loader, resolveDir: here(".") },
    bundle: true, minify: true, write: false, format: "esm", target: "chrome120",
    conditions: ["production", "browser"], logLevel: "error",
  });
  return made.outputFiles[0].text;
}

/** Ten seconds of the lesson that ships; without ffmpeg the lesson as it is. */
function film() {
  const whole = join(DIST, "examples/scholarship-list/lesson-360.mp4");
  const folder = mkdtempSync(join(tmpdir(), "adil-film-"));
  const cut = join(folder, "lesson.mp4");
  try {
    const options = ["-t", "10", "-c", "copy", "-movflags", "+faststart"];
    execFileSync("ffmpeg", ["-v", "error", "-i", whole, ...options, cut]);
    return { body: readFileSync(cut), seconds: 10 };
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return { body: readFileSync(whole), seconds: 150.68 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const STYLE = "<style>.widget { min-block-size: 60rem; max-inline-size: 760px }</style>";

/** A page as a school has it: the place of a widget is kept free, and text follows. */
function page(head, body, code) {
  const script = code ? `<script type="module">${code}</script>` : "";
  const place = `<div class="widget">${body}</div>${script}<p>The page goes on.</p>`;
  return html(place, { head: `${STYLE}${head}`, script: "" });
}

/** Which widgets stand together on the pages that show what one more costs. */
export const TOGETHER = [["quiz"], ["quiz", "pledge"], ["quiz", "video"], ["quiz", "pledge", "video"]];
const widget = (kind) =>
  `<adil-${kind} loading="eager" src="/content/${kind}.json"><p>It needs JavaScript.</p></adil-${kind}>`;

/** Makes all pages; gives the files and the contenders with the path of their page. */
export async function makePages() {
  const { body, seconds } = film();
  const bodies = {
    "/content/quiz.json": forAdil,
    "/content/pledge.json": JSON.stringify(example("my-pledge")),
    "/content/video.json": JSON.stringify(lesson({
      duration: seconds,
      files: [{ src: MEDIA, type: "video/mp4", height: 360, bytes: body.length }],
      captions: [{ lang: "en", src: CAPTIONS }],
      descriptions: undefined,
      chapters: undefined,
      checkpoints: [{ id: "stop", at: 5, item: item("stop") }],
    })),
    [MEDIA]: body,
    [CAPTIONS]: readFileSync(join(DIST, "examples/scholarship-list/captions.en.vtt")),
  };
  const place = (kind, contenders) => Promise.all(contenders.map(async (contender, n) => {
    const { head = "", bundle: script, styles, codeFile } = contender;
    if (script) bodies[`/bundles/${script[0]}.js`] = await bundle(script[1], "js");
    if (styles) bodies[`/bundles/${styles[0]}.css`] = await bundle(styles[1], "css");
    const code = codeFile ? await bundle(readFileSync(here(codeFile), "utf8"), "js") : contender.code;
    const path = `/pages/${kind}-${n}.html`;
    bodies[path] = page(head, contender.body, code?.trim());
    return { ...contender, path, inline: code && sizesOf(Buffer.from(code.trim())) };
  }));
  const quiz = await place("quiz", QUIZZES);
  const video = await place("video", VIDEOS);
  for (const kinds of TOGETHER) {
    bodies[`/pages/${kinds.join("-")}.html`] = page(ADIL, kinds.map(widget).join(""));
  }
  const files = makeFiles({ bodies, folders: { "/adil/": DIST, "/npm/": MODULES } });
  return { files, quiz, video, seconds };
}
