// The way of a pledge to its last screen, for tests of what comes there.
import { restsInSight } from "../e2e/guard.mjs";

/** The button that makes the pledge, beside the one for "not today". */
export const PROMISE = ".choices > .choice + .choice";

/** Takes every clause of a pledge, by a script inside the page; the button is seen then. */
export const toPromise = (page) => page.run(async (promise) => {
  const press = async (selector) => {
    all(selector)[0].click();
    await new Promise((later) => setTimeout(later));
  };
  await press(".foot > .go");
  while (all(".clause").length) {
    await press("label.option input");
    await press(".foot > .go");
  }
  await press(".foot > .go");
  all(promise)[0].scrollIntoView({ block: "center", behavior: "instant" });
}, PROMISE);

/** Waits until a press on the button counts, or never will. */
export const comesToRest = (page) => page.run(`(promise) => (${restsInSight})(all(promise)[0])`, PROMISE);
