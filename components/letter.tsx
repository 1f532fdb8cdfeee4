import type { Role } from "./types";

/** The first letter of a name on a tint, in place of a picture from somewhere else. */
export function Letter({ name, role = "member", former = false }: { name: string; role?: Role; former?: boolean }) {
  const letter = [...new Intl.Segmenter("en").segment(name.trim())][0]?.segment ?? "";
  const tint = former ? "former" : role === "member" ? "member" : "moderator";
  return (
    <span className={`letter ${tint}`} aria-hidden="true">
      {former ? "–" : letter.toLocaleUpperCase("en")}
    </span>
  );
}
