// The tags in JSX of React 19: "types": ["adil-widgets/react"] in tsconfig.json brings them in.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { AdilElements } from "./index.js";

type Listeners<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Tag<Element, Attributes, Events> =
  & Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Attributes>
  & Attributes
  & Listeners<Events>;

type Tags = {
  [Name in keyof AdilElements]: Tag<
    AdilElements[Name]["element"], AdilElements[Name]["attributes"], AdilElements[Name]["events"]
  >;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
