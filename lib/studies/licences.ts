/** "cc by" and "cc0" in any spelling, their addresses too; not "cc by-nc", which would forbid a forum with a sponsor. */
export function isOpenLicence(licence: string | undefined): boolean {
  if (!licence) return false;
  return (
    /^cc[ -]?(by|0|zero)$/i.test(licence.trim()) ||
    /creativecommons\.org\/(licenses\/by\/|publicdomain\/zero\/)/i.test(licence)
  );
}
