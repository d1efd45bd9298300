// The button that makes a pledge acts only once a learner could see it, where it is, for half a second.

/**
 * Runs in the page: waits until the button's place, and whether it can be seen, have not changed for
 * longer than its guard asks for: after that a press counts, or never will.
 */
export const restsInSight = (button) => new Promise((done) => {
  // The guard's half a second; what is seen and where it is, it learns a tenth of a second late.
  const LONG_ENOUGH = 700;
  let since, sight, before;
  const observer = new IntersectionObserver((entries) => {
    const { isVisible, isIntersecting } = entries[entries.length - 1];
    const now = isVisible ?? isIntersecting;
    if (now !== sight) since = performance.now();
    sight = now;
  }, { threshold: 0.95, trackVisibility: true, delay: 100 });
  observer.observe(button);
  const look = () => {
    const { x, y } = button.getBoundingClientRect();
    // Until the browser has told once, nothing is known.
    if (`${x} ${y}` !== before && since !== undefined) since = performance.now();
    before = `${x} ${y}`;
    if (!(performance.now() - since >= LONG_ENOUGH)) return setTimeout(look, 50);
    observer.disconnect();
    return done();
  };
  look();
});

/** Brings the button into sight, and waits until a press on it counts, or never will. */
export async function comesToRest(button) {
  await button.scrollIntoViewIfNeeded();
  await button.evaluate(restsInSight);
}
