// What a suite found out, noted for docs/proof.md: `cargo xtask proof` sets where notes go and asks
// for the whole of a suite; `cargo xtask test` runs as much of it as a push has time for.
import { appendFileSync } from "node:fs";

const FILE = process.env.ADIL_NOTES;

/** Whether the whole of a suite was asked for, however long it takes. */
export const whole = process.env.ADIL_WHOLE === "1";

/** A row of a table, by the table's title: what stands in each column. */
export function note(table, row) {
  if (FILE) appendFileSync(FILE, `${JSON.stringify({ table, row })}\n`);
}

/** A sentence below a table, for a count or a median that sums it up. */
export function remark(table, text) {
  if (FILE) appendFileSync(FILE, `${JSON.stringify({ table, text })}\n`);
}
