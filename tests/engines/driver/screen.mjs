import { spawn } from "node:child_process";

/**
 * A screen for one browser. Nobody manages windows there, so keys go to the one below the screen's
 * pointer, which rests in the middle: windows are put so that it is on their bar.
 */
const SCREEN = { width: 3000, height: 2600 };
export const CORNER = { x: SCREEN.width / 2 - 100, y: SCREEN.height / 2 - 5 };

/** Opens such a screen; its process and its name. */
export function openScreen() {
  const { width, height } = SCREEN;
  const arguments_ = ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp"];
  const screen = spawn("Xvfb", arguments_, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  return new Promise((opened, fail) => {
    screen.stdio[3].once("data", (number) => opened({ screen, display: `:${`${number}`.trim()}` }));
    screen.once("exit", () => fail(new Error("Xvfb does not start")));
  });
}
