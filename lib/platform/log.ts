import pino from "pino";
import { shared } from "./shared";

export const log = shared("log", () =>
  pino({
    level: process.env.LOG_LEVEL ?? "warn",
    base: undefined,
    redact: ["req.headers.cookie", "password", "token", "email"],
  }),
);
