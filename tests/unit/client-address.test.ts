import { describe, expect, test } from "vitest";
import { clientAddress, networkOf } from "@/lib/platform/client-address";

const proxies = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"];

describe("the client is", () => {
  test.each([
    ["the socket’s other end where no proxy is trusted", "203.0.113.9", "198.51.100.1", [], "203.0.113.9"],
    ["the socket’s other end where a stranger sends the header", "203.0.113.9", "198.51.100.1", proxies, "203.0.113.9"],
    ["whom the trusted proxy names", "127.0.0.1", "198.51.100.1", proxies, "198.51.100.1"],
    ["the last stranger before two trusted proxies", "127.0.0.1", "198.51.100.1, 10.1.2.3", proxies, "198.51.100.1"],
    ["not whom the client claims to be", "127.0.0.1", "1.1.1.1, 198.51.100.1", proxies, "198.51.100.1"],
    ["the proxy itself where the header is missing", "127.0.0.1", undefined, proxies, "127.0.0.1"],
    ["the proxy itself where the header is no address", "127.0.0.1", "unknown", proxies, "127.0.0.1"],
    ["read from several headers as from one", "127.0.0.1", ["1.1.1.1", "198.51.100.1"], proxies, "198.51.100.1"],
    ["without its port", "127.0.0.1", "198.51.100.1:4711", proxies, "198.51.100.1"],
    ["without brackets", "fd00::1", "[2001:DB8::7]:443", proxies, "2001:db8::7"],
    ["in IPv4 where the socket takes both", "::ffff:127.0.0.1", "::ffff:198.51.100.1", proxies, "198.51.100.1"],
  ] as const)("%s", (_what, socket, header, trusted, address) => {
    expect(clientAddress(socket, header as string | string[] | undefined, [...trusted])).toBe(address);
  });
});

test("a trusted proxy that is no address is named", () => {
  expect(() => clientAddress("127.0.0.1", undefined, ["nginx"])).toThrow("TRUSTED_PROXIES names nginx");
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8:0:0:ffff::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("%s is counted as %s", (address, network) => expect(networkOf(address)).toBe(network));
