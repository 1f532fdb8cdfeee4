import { Icon, type IconName } from "./icon";

const tools: { tool: string; icon: IconName; label: string }[] = [
  { tool: "bold", icon: "bold", label: "Bold" },
  { tool: "italic", icon: "italic", label: "Italic" },
  { tool: "quote", icon: "quote", label: "Quote" },
  { tool: "list", icon: "list", label: "List" },
  { tool: "link", icon: "link", label: "Link" },
];

/** Does nothing without a script, so public/enhance.js shows it. Arrow keys go from tool to tool. */
export function ComposerToolbar({ controls }: { controls: string }) {
  return (
    <div className="toolbar" role="toolbar" aria-label="Formatting" aria-controls={controls} hidden>
      {tools.map(({ tool, icon, label }, place) => (
        <button key={tool} type="button" data-tool={tool} tabIndex={place === 0 ? 0 : -1} title={label}>
          <Icon name={icon} />
          <span className="visually-hidden">{label}</span>
        </button>
      ))}
    </div>
  );
}
