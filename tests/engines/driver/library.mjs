// What the driver needs inside of a page, as one script. It is there before the page's own
// scripts, so that no clock or stand-in of a page comes in its way.
import { readFileSync } from "node:fs";
import { pack, unpack } from "./pack.mjs";

const read = (name) => readFileSync(new URL(`page/${name}.js`, import.meta.url), "utf8");
const NAME = `Symbol.for("adil-driver")`;
const ACTS = "find, findOne, nameOf, isVisible, isDisabled, pressable, pressed, rectOf, scrollTo, fill, choose, giveFiles, fire";

/** Makes the library, once for each document. */
export const LIBRARY = `if (!globalThis[${NAME}]) Object.defineProperty(globalThis, ${NAME}, { value: (() => {
${pack}
${unpack}
${["find", "name", "act"].map(read).join("\n")}
return { pack, unpack, ${ACTS} };
})() });`;

const MISSING = "the driver's library is not in this document yet";
export const isMissing = (error) => `${error?.message}`.includes(MISSING);

/**
 * A function of a test as one that a driver calls in a page: it takes packed values and handles,
 * and answers with a packed value, or with the thing itself where \`keep\` asks for a handle.
 */
export const wrap = (fn, { keep = false } = {}) => `async (packed, ...handles) => {
  const page = globalThis[${NAME}];
  if (!page) throw new Error(${JSON.stringify(MISSING)});
  const answer = await (${fn})(...page.unpack(packed, handles), page);
  return ${keep ? "answer" : "page.pack(answer)"};
}`;
