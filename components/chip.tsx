import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import type { Tone } from "./types";

export function Chip({ tone = "plain", icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={tone === "plain" ? "chip" : `chip ${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
