// Made from the element's SPEC; do not edit.

/** What all events carry. No name and no typed text is ever among it. */
export interface Run {
  readonly widget: "pledge";
  readonly contentId: string;
  readonly contentVersion: string;
  readonly run: number;
  readonly mode: "pledge" | "reminder";
  readonly level: string;
}

export interface AdilPledgeEventMap {
  /** The first screen is there. */
  "adil-ready": CustomEvent<Run & { clauses: number }>;
  /** The pledge is about to be made. `preventDefault()` stops it. */
  "adil-before-pledge": CustomEvent<Run & { clauseIds: string[]; clauseCount: number; renewal: boolean }>;
  /** The pledge was made. */
  "adil-pledge": CustomEvent<Run & { clauseIds: string[]; clauseCount: number; renewal: boolean }>;
  /** The pledge was taken back. */
  "adil-withdraw": CustomEvent<Run>;
  /** A reminder is shown. */
  "adil-reminder-shown": CustomEvent<Run & { clauseId: string }>;
  /** "I remember" was pressed. */
  "adil-remember": CustomEvent<Run & { clauseId: string }>;
  /** A receipt was checked. */
  "adil-verify": CustomEvent<Run & { result: "ok" | "future" | "unsigned_ok" | "other_content" | "other_text" | "changed" | "wrong_key" | "no_seal" | "newer" | "other_credential" | "not_receipt" | "broken" | "too_large" | "empty" | "several" | "no_crypto" | "no_suite" }>;
  /** The browser refused to keep the pledge. */
  "adil-storage": CustomEvent<Run & { kept: boolean }>;
  /** The widget could not run. */
  "adil-error": CustomEvent<{ code: string; message: string }>;
}

export interface AdilPledge extends HTMLElement {
  /** The content file, relative to the page. */
  src: string | null;
  /** A whole pledge, one clause of it just before the act, or a check of receipts. */
  mode: string | null;
  /** For whom: sets type size, targets, register. */
  level: string | null;
  /** Where the pledge is kept. */
  storage: string | null;
  /** A second language below the first. */
  beside: string | null;
  /** A form is valid only with a pledge. */
  required: string | null;
  /** The content itself, instead of src. */
  content: object | string;
  addEventListener<K extends keyof AdilPledgeEventMap>(
    type: K,
    listener: (event: AdilPledgeEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "adil-pledge": AdilPledge;
  }
}
