import type { ComponentProps } from "react";

type Props = {
  /** Made and cleaned when it was saved: a post by lib/posts/markdown, a card or a list of studies by lib/studies. Nothing else. */
  html: string;
} & Pick<ComponentProps<"div">, "className" | "dir" | "id">;

/** The one place where stored HTML enters a page. */
export function StoredHtml({ html, ...rest }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned before it was stored
  return <div {...rest} dangerouslySetInnerHTML={{ __html: html }} />;
}
