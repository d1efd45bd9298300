// The command `adil`, as tests run it.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const repo = fileURLToPath(new URL("../..", import.meta.url));

/** Runs the command that ADIL_COMMAND names, else the one of this folder; what it wrote. */
export const adil = (...given) => {
  const built = process.env.ADIL_COMMAND;
  const [command, ...first] = built ? [built] : ["cargo", "run", "-q", "-p", "adil-cli", "--"];
  return execFileSync(command, [...first, ...given], { cwd: repo, encoding: "utf8" });
};
