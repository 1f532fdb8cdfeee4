import { ensureAdministrator, lockAdministrator } from "@/lib/accounts/standing";
import { noteDeed } from "@/lib/administration/writes";
import { now } from "@/lib/platform/clock";
import { isDuplicate, narrow, prisma, type Tx, touch, transaction } from "@/lib/platform/db";
import { orNotFound, Refusal } from "@/lib/platform/errors";
import { once } from "@/lib/platform/once";
import { tags } from "@/lib/platform/tags";
import { type Audience, audienceLabels, isWiderThan } from "@/lib/policy/audience";
import type { Viewer } from "@/lib/policy/viewer";
import {
  countPublicly,
  keepToTheirReaders,
  LARGE_CHANGE_LASTS,
  listPeopleCountedIn,
  lockThreadsOf,
} from "@/lib/threads/whole-category";
import { slugForCategory } from "./rules";
import type { ChangeCategoryInput, CreateCategoryInput, DeleteCategoryInput, PlaceCategoryInput } from "./schema";
import { insertCategory, type LockedCategory, lockCategory, removeCategory, setPlace, updateCategory } from "./writes";

/** Makes a category at the end of the list. Its address is made of its name, once and for good. */
export async function createCategory(administrator: Viewer, input: CreateCategoryInput): Promise<{ id: number }> {
  ensureAdministrator(administrator);
  return naming(() =>
    transaction(async (tx) => {
      const actor = await lockAdministrator(tx, administrator);
      return once(tx, { actorId: actor.id, deed: "create-category", form: input }, async () => {
        const { requestId: _, ...category } = input;
        const taken = await tx.category.findMany({ select: { slug: true } });
        const slug = slugForCategory(
          input.name,
          taken.map((one) => one.slug),
        );
        const id = await insertCategory(tx, { ...category, slug, position: taken.length + 1 });
        await noteDeed(tx, actor, { deed: "create-category", subject: `category:${id}`, reason: input.name });
        touch(tx, tags.log());
        return { id };
      });
    }),
  );
}

/**
 * Renames, describes and places a category, and says who reads and writes there. A new audience holds for everything that
 * stands in it, at once and everywhere; see `changeAudience`.
 */
export async function changeCategory(administrator: Viewer, input: ChangeCategoryInput): Promise<{ id: number }> {
  ensureAdministrator(administrator);
  const { id, place, confirm, audience, ...words } = input;
  const before = orNotFound(await prisma.category.findUnique({ where: { id }, select: { audience: true } }));
  // Their rows come first, in order; whoever joins in between is waited for, at worst in a second try.
  const people = before.audience === audience ? [] : await listPeopleCountedIn(prisma, id);

  return naming(() =>
    transaction(async (tx) => {
      const actor = await lockAdministrator(tx, administrator, people);
      if (before.audience !== audience) await lockThreadsOf(tx, id);
      const present = orNotFound(await lockCategory(tx, id));
      await updateCategory(tx, id, words);
      await setPlace(tx, id, place);
      await noteDeed(tx, actor, { deed: "change-category", subject: `category:${id}`, reason: input.name });
      if (present.audience !== audience) {
        await ensureConfirmed(tx, present, confirm);
        await changeAudience(tx, present, audience);
        const reason = `${audienceLabels[present.audience]} → ${audienceLabels[audience]}`;
        await noteDeed(tx, actor, { deed: "change-audience", subject: `category:${id}`, reason });
        touch(tx, tags.log());
      }
      touch(tx, tags.everything()); // its name stands above each of its threads
      return { id };
    }, LARGE_CHANGE_LASTS),
  );
}

/** Moves a category to a place in the list, counted from one. Pressed twice, it stays where it was put. */
export async function placeCategory(administrator: Viewer, { id, place }: PlaceCategoryInput): Promise<void> {
  ensureAdministrator(administrator);
  await transaction(async (tx) => {
    const actor = await lockAdministrator(tx, administrator);
    orNotFound(await lockCategory(tx, id));
    await setPlace(tx, id, place);
    await noteDeed(tx, actor, { deed: "place-category", subject: `category:${id}`, reason: `place ${place}` });
    touch(tx, tags.front());
  });
}

/** Takes a category away in which nothing was ever written. Any other can be closed. */
export async function deleteCategory(administrator: Viewer, { id }: DeleteCategoryInput): Promise<void> {
  ensureAdministrator(administrator);
  await transaction(async (tx) => {
    const actor = await lockAdministrator(tx, administrator);
    const { name } = orNotFound(await lockCategory(tx, id));
    if (await hasThreads(tx, id))
      throw new Refusal(
        "not-empty",
        "Something was written in this category, be it shown or not, so it stays. You can close it instead.",
        { status: 409 },
      );
    await removeCategory(tx, id);
    await noteDeed(tx, actor, { deed: "delete-category", subject: `category:${id}`, reason: name });
    touch(tx, tags.everything(), tags.log());
  });
}

/**
 * From now on a category is for other people. Narrowing hides its threads at once, wherever they show; widening shows
 * again what was written for as many, and never what was written for fewer.
 */
async function changeAudience(tx: Tx, present: LockedCategory, audience: Audience): Promise<void> {
  await lockThreadsOf(tx, present.id); // one that was begun while we waited for the category
  if (present.audience === "everyone") await countPublicly(tx, present.id, -1);
  await keepToTheirReaders(tx, present);
  await updateCategory(tx, present.id, { audience, audienceSince: now() });
  if (audience === "everyone") await countPublicly(tx, present.id, 1);
  if (isWiderThan(present.audience, audience)) narrow(tx, tags.everything());
}

/** Only threads that are shown are counted; what isn't shown changes its readers as well. */
async function ensureConfirmed(tx: Tx, { id, threadCount }: LockedCategory, confirmed: boolean): Promise<void> {
  if (confirmed || !(await hasThreads(tx, id))) return;
  const which =
    threadCount === 0
      ? "what was written in this category"
      : threadCount === 1
        ? "the thread in this category"
        : `the ${threadCount} threads in this category`;
  throw new Refusal("confirm", `This changes who can read ${which}. Please tick the box if that is what you want.`, {
    field: "confirm",
  });
}

async function hasThreads(tx: Tx, categoryId: number): Promise<boolean> {
  return (await tx.thread.findFirst({ where: { categoryId }, select: { id: true } })) !== null;
}

async function naming<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDuplicate(error))
      throw new Refusal("name-taken", "There is a category of this name already.", { field: "name" });
    throw error;
  }
}
