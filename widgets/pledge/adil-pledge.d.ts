// Made from the element's SPEC; do not edit.

/** What all events carry. No name and no typed text is ever among it. */
export interface Run {
  readonly widget: "pledge";
  readonly contentId: string;
  readonly contentVersion: string;
  readonly run: number;
  readonly mode: "pledge" | "reminder" | "class";
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
  /** A class saved its pledge to a file. */
  "adil-export": CustomEvent<Run & { clauseCount: number }>;
  /** Codes of classes were added up. */
  "adil-tally": CustomEvent<Run & { count: number; codes: number }>;
  /** A certificate was printed or saved as a picture. */
  "adil-certificate-made": CustomEvent<Run & { kind: "print" | "picture"; pages: number }>;
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
  /** A file of interface texts, in any language. */
  texts: string | null;
  /** A whole pledge, one clause just before the act, a class that writes and counts its own, a certificate, or a check of receipts. */
  mode: string | null;
  /** For whom: sets type size, targets, register. */
  level: string | null;
  /** Where the pledge is kept. */
  storage: string | null;
  /** The level of the widget's own heading. */
  headingLevel: string | null;
  /** Auto is as the page, else as the system. */
  theme: string | null;
  /** A second language below the first. */
  beside: string | null;
  /** A form is valid only with a pledge. */
  required: string | null;
  /** How a certificate is signed. */
  signature: string | null;
  /** The receipt that a certificate shows. */
  receipt: string | null;
  /** The content itself, instead of src. */
  content: object | string;
  addEventListener<K extends keyof AdilPledgeEventMap>(
    type: K,
    listener: (this: AdilPledge, event: AdilPledgeEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilPledge, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof AdilPledgeEventMap>(
    type: K,
    listener: (this: AdilPledge, event: AdilPledgeEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilPledge, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** What the tag takes in a template. */
export interface AdilPledgeAttributes {
  /** The content file, relative to the page. */
  src?: string | undefined;
  /** The language of the interface, and of texts that have it. */
  lang?: string | undefined;
  /** A file of interface texts, in any language. */
  texts?: string | undefined;
  /** A whole pledge, one clause just before the act, a class that writes and counts its own, a certificate, or a check of receipts. */
  mode?: "pledge" | "reminder" | "class" | "certificate" | "verify" | undefined;
  /** For whom: sets type size, targets, register. */
  level?: "primary-1" | "primary-2" | "secondary" | "tertiary" | "staff" | undefined;
  /** Where the pledge is kept. */
  storage?: "none" | "session" | "device" | undefined;
  /** The level of the widget's own heading. */
  "heading-level"?: number | string | undefined;
  /** Auto is as the page, else as the system. */
  theme?: "light" | "dark" | "auto" | undefined;
  /** A second language below the first. */
  beside?: string | undefined;
  /** A form is valid only with a pledge. */
  required?: boolean | "" | undefined;
  /** How a certificate is signed. */
  signature?: "none" | "initials" | "first-name" | "class" | "drawn" | undefined;
  /** The receipt that a certificate shows. */
  receipt?: string | undefined;
  /** The content itself, instead of src. */
  content?: object | string | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "adil-pledge": AdilPledge;
  }
}
