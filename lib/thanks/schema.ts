import { z } from "zod";

export const ThankInput = z.strictObject({ number: z.coerce.number().int().positive().max(2_147_483_647) });
export type ThankInput = z.infer<typeof ThankInput>;
