// Plans, checks and records, as the faults of this suite meet them: see widgets.mjs.
import { checkSoon, readJson } from "../e2e/page.mjs";
import { isKept } from "./widgets.mjs";

const EXAMPLES = "/adil/examples";
const wordsOf = (widget) => readJson(`locales/${widget}.en.json`);
const named = (element, name) => element.getByRole("button", { name, exact: true });

const plan = {
  name: "adil-plan", kind: "plan", src: `${EXAMPLES}/fair-shares.json`, words: wordsOf("plan"),
  /** A lesson begins, and comes to its second part. */
  async act({ element }) {
    await named(element, plan.words.run_it).click();
    await element.locator(".controls .go").click();
    await checkSoon(() => isKept({ element, widget: plan }), true);
  },
  keptIn: (element) => element.shadowRoot.querySelectorAll(".lesson .block[data-state=done]").length === 1,
};

const check = {
  name: "adil-check", kind: "check", src: `${EXAMPLES}/iso-37001-ready.json`,
  words: { ...wordsOf("check"), not_kept: wordsOf("check").refused },
  /** The first question is answered. */
  async act({ element }) {
    await named(element, check.words.start).click();
    await element.locator(".screen .question input[type=radio]").first().check();
    await checkSoon(() => isKept({ element, widget: check }), true);
  },
  async keptIn(element) {
    const all = (selector) => [...element.shadowRoot.querySelectorAll(selector)];
    // Whoever comes back begins where the questions begin.
    if (all("input[name=edition]").length) {
      all(".foot .go")[0].click();
      await new Promise((later) => setTimeout(later));
    }
    return all(".question input:checked").filter(({ name }) => name !== "edition").length === 1;
  },
};

const record = {
  name: "adil-record", kind: "record", src: `${EXAMPLES}/our-club.json`, words: wordsOf("record"),
  /** One entry is written. */
  async act({ element }) {
    await named(element, record.words.add).click();
    const labels = ["What we did", "For whom"].map((name) => element.getByLabel(name, { exact: true }));
    for (const label of labels) await label.selectOption({ index: 1 });
    await element.getByLabel("How many were there", { exact: true }).fill("24");
    await element.getByLabel("Result, without names", { exact: true }).fill("Fair");
    await named(element, record.words.save).click();
    await element.locator(".entry").waitFor();
  },
  keptIn: (element) => element.shadowRoot.querySelectorAll(".entry").length === 1,
};

/** Those in which people work, rather than learn. */
export const KEEPERS = [plan, check, record];
