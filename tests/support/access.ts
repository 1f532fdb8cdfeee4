import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** In one page: the forum has no frames from elsewhere, which another way of asking would be for. */
export const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true);

export async function anyProblems(asked: AxeBuilder): Promise<string[]> {
  const { violations } = await asked.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** What makes the page scroll sideways; a box that scrolls within itself does not. */
export async function whatSticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((one) => one.getBoundingClientRect().right > room + 1)
      .map((one) => one.outerHTML.slice(0, 120))
      .slice(0, 5);
  });
}
