import type { ReactNode } from "react";
import { Icon } from "./icon";

type Props = {
  kind?: "info" | "caution" | "stop";
  title?: string;
  /** Set for something that has just happened, so that screen readers say it on arrival. */
  announce?: boolean;
  children: ReactNode;
};

export function Notice({ kind = "info", title, announce = false, children }: Props) {
  return (
    <div className={`notice ${kind}`} role={announce ? "status" : undefined}>
      <Icon name={kind} />
      <div className="notice-text">
        {title && <p className="notice-title">{title}</p>}
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
