import { BlockList, isIP } from "node:net";

/**
 * The address of whoever sent a request. `X-Forwarded-For` is believed only as far as trusted proxies wrote it: read
 * from the right, the first address that is not a trusted proxy's is the client's, whatever stands before it.
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | string[] | undefined,
  trustedProxies: string[],
): string {
  const trusted = listOf(trustedProxies);
  let address = plain(socketAddress);
  const hops = (Array.isArray(forwardedFor) ? forwardedFor.join(",") : (forwardedFor ?? "")).split(",");
  while (hops.length > 0 && isTrusted(address, trusted)) {
    const before = plain(hops.pop() ?? "");
    if (!isIP(before)) break;
    address = before;
  }
  return address;
}

/** What throttles count as one sender: an IPv4 address, or the /64 that one household or server gets of IPv6. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const groups = expanded(address);
  return `${groups.slice(0, 4).join(":")}::/64`;
}

const lists = new WeakMap<string[], BlockList>();

function listOf(proxies: string[]): BlockList {
  const known = lists.get(proxies);
  if (known) return known;
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = "", bits] = proxy.split("/");
    const version = isIP(address);
    if (!version) throw new Error(`TRUSTED_PROXIES names ${proxy}, which is no address.`);
    const family = version === 6 ? "ipv6" : "ipv4";
    if (bits) list.addSubnet(address, Number(bits), family);
    else list.addAddress(address, family);
  }
  lists.set(proxies, list);
  return list;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const version = isIP(address);
  return version !== 0 && trusted.check(address, version === 6 ? "ipv6" : "ipv4");
}

/** Without brackets, port, zone and the IPv6 clothes that IPv4 addresses wear on a socket that takes both. */
function plain(raw: string): string {
  const text = raw.trim();
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, "").toLowerCase();
  return /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(address)?.[1] ?? address;
}

function expanded(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const parts = (text: string) => (text ? text.split(":") : []);
  const front = parts(head);
  const back = tail === undefined ? [] : parts(tail);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array<string>(missing).fill("0"), ...back].map((group) => group.replace(/^0+(?=.)/, ""));
}
