import { isIP } from "node:net";
import { z } from "zod";
import { shared } from "./shared";

const between = (least: number, most: number) => {
  const error = `it must be a whole number from ${least} to ${most}`;
  return z
    .union([z.string().regex(/^\d{1,9}$/, error), z.number()], error)
    .transform(Number)
    .pipe(z.number().min(least, error).max(most, error));
};
const httpUrl = z
  .url({ protocol: /^https?$/, error: "it must be a web address such as https://forum.example" })
  .transform((url) => url.replace(/\/+$/, ""));
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "it must be an address such as postgresql://name:password@host/database",
});

/** Every variable the forum reads, with its default. A bad value stops the start with a sentence that names it. */
export const Environment = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: between(0, 65_535).default(3000),
  ORIGIN: httpUrl.transform((url) => new URL(url).origin).optional(),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((address) => address.trim())
        .filter(Boolean),
    )
    .refine(
      (list) => list.every(isAddressOrSubnet),
      "it lists addresses or subnets, such as 10.0.0.1 or 10.0.0.0/8, with commas between",
    ),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_READ_URL: postgresUrl.optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  AUTH_SECRET: z.string().min(32, "it must be at least 32 characters long").optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "it must be an address such as smtps://name:password@mail.example:465" })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/@/, "it must hold an e-mail address, such as Wellcited <forum@forum.example>")
    .optional(),
  CONTACT_EMAIL: z.email("it must be an e-mail address").optional(),
  EUROPEPMC_URL: httpUrl.default("https://www.ebi.ac.uk/europepmc/webservices/rest"),
  PUBMED_URL: httpUrl.default("https://eutils.ncbi.nlm.nih.gov/entrez/eutils"),
  CROSSREF_URL: httpUrl.default("https://api.crossref.org"),
  CLINICALTRIALS_URL: httpUrl.default("https://clinicaltrials.gov/api/v2"),
  DOI_URL: httpUrl.default("https://doi.org"),
  DATACITE_URL: httpUrl.default("https://api.datacite.org"),
  NCBI_API_KEY: z.string().min(1).optional(),
  PAGE_STORE_MB: between(0, 65_536).default(128),
  LOG_LEVEL: z
    .enum(
      ["silent", "fatal", "error", "warn", "info", "debug", "trace"],
      "it must be one of silent, fatal, error, warn, info, debug and trace",
    )
    .optional(),
});

function isAddressOrSubnet(text: string): boolean {
  const [address = "", bits, more] = text.split("/");
  const version = isIP(address);
  return (
    version !== 0 &&
    more === undefined &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32)))
  );
}

export type Config = z.infer<typeof Environment>;

/** Throws a sentence a person at a terminal can act on. */
export class BadConfiguration extends Error {
  override name = "BadConfiguration";
}

export function readConfig(env: Record<string, string | undefined>): Config {
  // An empty variable is what a shell leaves behind for "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new BadConfiguration(`${issue?.path.join(".")} can’t be used: ${issue?.message}.`);
}

/** The environment, parsed once a process. */
export function config(): Config {
  return shared("config", () => readConfig(process.env));
}

/** Where links in mails and canonical addresses point. */
export function origin(): string {
  const { ORIGIN, HOST, PORT } = config();
  return ORIGIN ?? `http://${HOST === "0.0.0.0" || HOST === "::" ? "127.0.0.1" : HOST}:${PORT}`;
}
