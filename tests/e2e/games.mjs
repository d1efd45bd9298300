// What somebody does who plays any game: the next way on, whatever the game is.

/** Ways on, by what stands first; a question is answered before its button is of use. */
const GO = ["scene", "stage", "setup"].map((where) => `.${where} .go:not([aria-disabled=true])`).join(", ");
const WAYS = ["button.option", "button.verdict", GO, "label.option"];

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
