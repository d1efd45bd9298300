// The way of a pledge to its last screen, for tests of what comes there.

/** The button that makes the pledge, beside the one for "not today". */
export const PROMISE = ".choices > .choice + .choice";

/** The button acts once it was seen for half a second. */
export const LONG_ENOUGH = 1_000;

/** Takes every clause of a pledge, by a script inside the page; the button is seen then. */
export const toPromise = (page) => page.run(async (promise) => {
  const press = async (selector) => {
    all(selector)[0].click();
    await new Promise((later) => setTimeout(later, 30));
  };
  await press(".foot > .go");
  while (all(".clause").length) {
    await press("label.option input");
    await press(".foot > .go");
  }
  await press(".foot > .go");
  all(promise)[0].scrollIntoView({ block: "center", behavior: "instant" });
}, PROMISE);
