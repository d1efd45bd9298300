// Made from the element's SPEC; do not edit.

/** What all events carry. No name and no typed text is ever among it. */
export interface Run {
  readonly widget: "record";
  readonly contentId: string;
  readonly contentVersion: string;
  readonly run: number;
  readonly mode: "record" | "merge" | "study" | "collect" | "setup";
  readonly level: string;
}

export interface AdilRecordEventMap {
  /** The first screen is there. */
  "adil-ready": CustomEvent<Run & { entries: number }>;
  /** An entry was added, or a pupil answered. */
  "adil-progress": CustomEvent<Run & { entries: number }>;
  /** A file was saved: the record, or a table. */
  "adil-export": CustomEvent<Run & { what: "json" | "csv" }>;
  /** The browser refused to keep the record. */
  "adil-storage": CustomEvent<Run & { kept: boolean }>;
  /** The widget could not run. */
  "adil-error": CustomEvent<{ code: string; message: string }>;
}

export interface AdilRecord extends HTMLElement {
  /** The content file, relative to the page. */
  src: string | null;
  /** A file of interface texts, in any language. */
  texts: string | null;
  /** One group keeps its record; files of several are put side by side; pupils answer a study; answers of many devices become a report; a study is set up. */
  mode: string | null;
  /** For whom: sets type size, targets, register. */
  level: string | null;
  /** Where the record is kept; on the device for 400 days after the last change. */
  storage: string | null;
  /** The level of the widget's own heading. */
  headingLevel: string | null;
  /** Auto is as the page, else as the system. */
  theme: string | null;
  /** The content itself, instead of src. */
  content: object | string;
  addEventListener<K extends keyof AdilRecordEventMap>(
    type: K,
    listener: (this: AdilRecord, event: AdilRecordEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilRecord, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof AdilRecordEventMap>(
    type: K,
    listener: (this: AdilRecord, event: AdilRecordEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilRecord, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** What the tag takes in a template. */
export interface AdilRecordAttributes {
  /** The content file, relative to the page. */
  src?: string | undefined;
  /** The language of the interface, and of texts that have it. */
  lang?: string | undefined;
  /** A file of interface texts, in any language. */
  texts?: string | undefined;
  /** One group keeps its record; files of several are put side by side; pupils answer a study; answers of many devices become a report; a study is set up. */
  mode?: "record" | "merge" | "study" | "collect" | "setup" | undefined;
  /** For whom: sets type size, targets, register. */
  level?: "primary-1" | "primary-2" | "secondary" | "tertiary" | "staff" | undefined;
  /** Where the record is kept; on the device for 400 days after the last change. */
  storage?: "none" | "session" | "device" | undefined;
  /** The level of the widget's own heading. */
  "heading-level"?: number | string | undefined;
  /** Auto is as the page, else as the system. */
  theme?: "light" | "dark" | "auto" | undefined;
  /** The content itself, instead of src. */
  content?: object | string | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "adil-record": AdilRecord;
  }
}
