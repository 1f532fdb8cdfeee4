import type { ReactNode } from "react";

type Section = { href: string; label: string };

const sections: Section[] = [
  { href: "/settings/profile", label: "Profile" },
  { href: "/settings/health", label: "Health facts" },
  { href: "/settings/counts", label: "Platelet counts" },
  { href: "/settings/notices", label: "Notices" },
  { href: "/settings/email", label: "E-mail" },
  { href: "/settings/password", label: "Password" },
  { href: "/settings/sessions", label: "Sessions" },
  { href: "/settings/tokens", label: "Tokens" },
  { href: "/settings/export", label: "Export my data" },
  { href: "/settings/close", label: "Close the account" },
];

type Props = { here: string; title: string; intro?: ReactNode; children: ReactNode; list?: Section[]; label?: string };

export function SettingsPage({ here, title, intro, children, list = sections, label = "Settings" }: Props) {
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={label}>
        <ul>
          {list.map((section) => (
            <li key={section.href}>
              <a href={section.href} aria-current={section.href === here ? "page" : undefined}>
                {section.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="settings-main">
        <h1>{title}</h1>
        {intro && <div className="intro">{typeof intro === "string" ? <p>{intro}</p> : intro}</div>}
        {children}
      </div>
    </div>
  );
}
