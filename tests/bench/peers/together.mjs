// What each further kind of widget costs on a page that has one already: bytes until all work.
import { LATER, resting, weigh } from "./measure.mjs";
import { TOGETHER } from "./pages.mjs";
import { grouped, table } from "./table.mjs";
import { BYTES, MORE, target } from "./targets.mjs";

/** Runs in the page. */
const allReady = () =>
  [...document.querySelectorAll(".widget > *")].every((element) => element.matches(":state(ready)"));

export async function together(where) {
  const title = "Several kinds of widget on a page, bytes at brotli 11";
  const found = new Map();
  for (const kinds of TOGETHER) {
    const name = kinds.join(" + ");
    const { paths } = await resting(where, { name, path: `/pages/${kinds.join("-")}.html`, stands: allReady });
    if (new Set(paths).size !== paths.length) throw new Error(`${name}: something is loaded twice`);
    const bytes = weigh(where.files, paths.filter((path) => !LATER.test(path))).brotli;
    found.set(name, { bytes, all: weigh(where.files, paths).brotli, requests: paths.length });
  }
  table(title, [...found].map(([name, { bytes, all, requests }]) => ({
    "": name, requests: grouped(requests), "until all work": grouped(bytes), "in all": grouped(all),
  })));
  const cost = (name, less) => found.get(name).bytes - found.get(less).bytes;
  for (const [words, name, less] of [
    ["a pledge beside a quiz", "quiz + pledge", "quiz"],
    ["a video beside a quiz", "quiz + video", "quiz"],
    ["a pledge beside quiz and video", "quiz + pledge + video", "quiz + video"],
    ["a video beside quiz and pledge", "quiz + pledge + video", "quiz + pledge"],
  ]) target(title, words, cost(name, less), MORE, BYTES);
}
