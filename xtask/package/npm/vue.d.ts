// The tags in templates of Vue 3: "types": ["adil-widgets/vue"] in tsconfig.json brings them in.
import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { AdilElements } from "./index.js";

type Camel<Name extends string> =
  Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;

type Props<Attributes> = { [Name in keyof Attributes as Camel<Name & string>]: Attributes[Name] };

type Tag<Element, Attributes, Events> = new () => Element & {
  /** For templates alone. */
  $props: Omit<HTMLAttributes, keyof Attributes> & Props<Attributes> & PublicProps;
  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
};

type Tags = {
  [Name in keyof AdilElements]: Tag<
    AdilElements[Name]["element"], AdilElements[Name]["attributes"], AdilElements[Name]["events"]
  >;
};

declare module "vue" {
  interface GlobalComponents extends Tags {}
}
