/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactMaxHeadersLength: 0, // what to preload stands in the head too: the door keeps pages, not Next's headers
  compress: false, // the door compresses, and keeps guests' pages compressed
  reactStrictMode: true,
  htmlLimitedBots: /.*/, // metadata stands in the head of every answer
  agentRules: false,
  typescript: { ignoreBuildErrors: true }, // `npm run check` looks at types; a start should not wait for them
  images: { unoptimized: true },
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "pino",
    "@prisma/client",
    "@prisma/adapter-pg",
    "@node-rs/argon2",
    "markdown-it",
    "sanitize-html",
    "nodemailer",
    "next-auth",
    "rate-limiter-flexible",
  ],
  experimental: { preloadEntriesOnStart: false, serverActions: { bodySizeLimit: "1mb" } },
};
