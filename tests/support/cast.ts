/**
 * The people everybody knows. Tests speak of them by name, and the demo's community is made of the same: after a week
 * you know who would say what. Their names here are the names the forum shows.
 */
import { members } from "@/prisma/seed/members";

export type { MemberKey } from "@/prisma/seed/members";
export { members as cast } from "@/prisma/seed/members";

/** Runs the place. Has no ITP herself; her sister has. */
export const orla = members.orla;
/** Moderator. Diagnosed in 1998, in remission, shows her counts to everyone. */
export const sandi = members.sandi;
/** Moderator. Translator in Graz, polite, shows nothing of himself to guests. */
export const bernhard = members.bernhard;
/** Member since the first winter. Shares news with the reference at its end. */
export const jasond = members.jasond;
/** Software tester. Digs up full texts and asks what is missing from them. */
export const hal9k = members.hal9k;
/** Says thank you. */
export const karenr = members.karenr;
/** Joined this August and has never touched a setting. */
export const amara = members.amara;
/** Uses a wheelchair and a screen reader. */
export const theo = members.theo;
/** Writes right to left at times; her name is in Arabic. */
export const nadia = members.nadia;
/** Thirty wide letters. */
export const wombat = members.wombat;
/** Retired nurse, now a patient. */
export const maureen = members.maureen;
/** Postman without a spleen; takes things back. */
export const koen = members.koen;
/** Father of a child with ITP; has no health facts of his own. */
export const luis = members.luis;
/** Teacher, two pregnancies, makes lists. */
export const priya = members.priya;
/** Retired bus driver. Makes the jokes. */
export const gus = members.gus;
