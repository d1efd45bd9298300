// True traps inside a bundle that runs. A page's script cannot change compiled code, but every
// call that leaves a module goes through a function that the page gives it: one of these, chosen
// by count, executes `unreachable` in a module of its own. The engine then throws what it throws
// for any trap, with the bundle's frames on the stack, and unwinds the bundle as for any trap.
import { fired, settled } from "../e2e/page.mjs";

/** Runs in the page before its own scripts. */
export function canTrap() {
  // (module (func (export "t") unreachable))
  const bytes = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11,
  ];
  const { instantiateStreaming } = WebAssembly;
  // By bundle: calls out of it so far, after how many more it traps, and how often it did.
  const traps = (window.traps = {});
  const kill = () => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.t();
  const through = (state, call) => (...given) => {
    state.calls++;
    if (state.left !== undefined && state.left-- === 0) {
      state.left = undefined;
      state.trapped++;
      kill();
    }
    return call(...given);
  };
  const wrapped = (state, imports) => Object.fromEntries(Object.entries(imports).map(([name, value]) =>
    [name, typeof value === "function" ? through(state, value) : value]));
  WebAssembly.instantiateStreaming = async (response, imports) => {
    const given = await response;
    const [, name] = /([\w-]+)_bg[.-]/.exec(given.url);
    const state = (traps[name] ??= { calls: 0, trapped: 0 });
    const all = Object.entries(imports).map(([from, functions]) => [from, wrapped(state, functions)]);
    return instantiateStreaming(given, Object.fromEntries(all));
  };
}

/** The bundle traps at the n-th call out of it from the next click on; timers run on until then. */
export const armAtClick = (page, bundle, n = 0) => page.evaluate(([bundle, n]) => {
  addEventListener("click", () => void (window.traps[bundle].left = n), { capture: true, once: true });
}, [bundle, n]);

/** Arms a bundle before it is loaded: the n-th call of its start and its first view. */
export const armedFrom = (bundle, n) =>
  ({ content: `window.traps["${bundle}"] = { calls: 0, trapped: 0, left: ${n} }` });

export const calls = (page, bundle) => page.evaluate((bundle) => window.traps[bundle]?.calls ?? 0, bundle);
export const trapped = (page, bundle) => page.evaluate((bundle) => window.traps[bundle]?.trapped ?? 0, bundle);

/**
 * So many milliseconds have passed for the page: of two timers with the same wait, the one that was set
 * first comes first, however busy the machine is.
 */
export async function pass(page, milliseconds) {
  await page.evaluate((milliseconds) => new Promise((done) => setTimeout(done, milliseconds)), milliseconds);
  await settled(page);
}

/** Waits until a bundle has made no call for a while: what opened it has ended. */
export async function rests(page, bundle) {
  for (let before, now = await calls(page, bundle); before !== now;) {
    before = now;
    await pass(page, 400);
    now = await calls(page, bundle);
  }
}

/** The codes of the errors that the page heard. */
export const errors = async (page) => (await fired(page, "error")).map(({ detail }) => detail.code);
