// Made from the element's SPEC; do not edit.

/** What all events carry. No name and no typed text is ever among it. */
export interface Run {
  readonly widget: "board";
  readonly contentId: string;
  readonly contentVersion: string;
  readonly run: number;
  readonly mode: "play" | "projector";
  readonly level: string;
}

export interface AdilBoardEventMap {
  /** The first screen is there. */
  "adil-ready": CustomEvent<Run & { kind: "board" | "quest" | "debate" }>;
  /** A game began. */
  "adil-start": CustomEvent<Run & { teams: number }>;
  /** A team rolled. `team` is the shape of its token. */
  "adil-turn": CustomEvent<Run & { team: string; roll: number; from: number; to: number }>;
  /** A card was answered. */
  "adil-card": CustomEvent<Run & { deckId: string; cardId: string; verdict: "good" | "partly" | "notYet" }>;
  /** A quest or a debate went on. */
  "adil-progress": CustomEvent<Run & { done: number; total: number }>;
  /** The game is over. */
  "adil-complete": CustomEvent<Run & { moves: number }>;
  /** The browser refused to keep the game. */
  "adil-storage": CustomEvent<Run & { kept: boolean }>;
  /** The widget could not run. */
  "adil-error": CustomEvent<{ code: string; message: string }>;
}

export interface AdilBoard extends HTMLElement {
  /** The content file, relative to the page. */
  src: string | null;
  /** A file of interface texts, in any language. */
  texts: string | null;
  /** Whether it begins large, for a class. */
  mode: string | null;
  /** For whom: sets type size, targets, register; children have no timers. */
  level: string | null;
  /** Where the game is kept. */
  storage: string | null;
  /** The level of the widget's own heading. */
  headingLevel: string | null;
  /** Auto is as the page, else as the system. */
  theme: string | null;
  /** The content itself, instead of src. */
  content: object | string;
  addEventListener<K extends keyof AdilBoardEventMap>(
    type: K,
    listener: (event: AdilBoardEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "adil-board": AdilBoard;
  }
}
