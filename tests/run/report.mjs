// What a run tells at its end: each test and each sample adds a line to the file that
// `cargo xtask test` reads.
import { appendFileSync } from "node:fs";

/** The file of tests that this process runs. */
export const FILE = process.argv[1]?.split(/[/\\]/).slice(-2).join("/") ?? "";

/** Adds a line to the report, where one is made. */
export function tell(line) {
  const { ADIL_REPORT } = process.env;
  if (ADIL_REPORT) appendFileSync(ADIL_REPORT, `${JSON.stringify(line)}\n`);
}
