// What somebody does who plays any game: the next way on, whatever the game is.

/** Ways on, by what stands first. */
const WAYS = ["button.option", "button.verdict", ".scene .go, .stage .go, .setup .go"];

/** Presses the next way on; whether there was one. */
export async function pressNext(element) {
  for (const way of WAYS) {
    const found = element.locator(way).first();
    if (await found.isVisible()) {
      await found.click();
      return true;
    }
  }
  return false;
}
