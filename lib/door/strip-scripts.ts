/** Our own script and data blocks stay; everything that Next would run in the reader's browser goes. */
const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/gi;
const SCRIPT_LINKS = /<link\b(?=[^>]*\b(?:as="script"|rel="modulepreload"))[^>]*>/gi;
/** Where React would put what it sends later; public pages are sent whole, so these are empty. */
const MARKERS = /<!--\/?\$[!?~]?-->|<!-- -->/g;
/** Where Next would put metadata that comes late. */
const EMPTY_PLACE = '<body><div hidden=""></div>';

/**
 * Takes the framework's scripts out of a finished page. What people wrote can't be hit: in a page made by React and
 * our renderer every `<` of theirs is escaped.
 */
export function stripScripts(html: string): string {
  return html
    .replace(SCRIPT, (element, attributes: string) => (isKept(attributes) ? element : ""))
    .replace(SCRIPT_LINKS, "")
    .replace(MARKERS, "")
    .replace(EMPTY_PLACE, "<body>");
}

function isKept(attributes: string): boolean {
  return (
    /\btype="application\/ld\+json"/.test(attributes) || /\bsrc="\/(?:enhance|composer)\.js(\?[^"]*)?"/.test(attributes)
  );
}
