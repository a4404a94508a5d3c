import type { Frame, Page } from 'playwright-core';

declare global {
  interface Window {
    /** How everything that can have the focus looked while it was elsewhere. */
    looksBefore?: Map<Element, string>;
    /** How an element and what is close around it look. */
    lookOf?(element: Element): string;
  }
}

/** Call it before the focus moves: it is the comparison for `flawOfFocus`. */
export async function rememberLooks(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    // A field is often drawn by the boxes around its input, or, as a checkbox, by the picture beside it.
    window.lookOf = (element) => {
      const picture = element.matches('[type=checkbox]') ? element.nextElementSibling : null;
      const boxes: (Element | null | undefined)[] = [picture, picture?.firstElementChild];
      for (let box: Element | null = element; box && boxes.length < 7; box = box.parentElement)
        boxes.push(box);
      const looks = boxes.map((box) => {
        if (!box) return '';
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
          getComputedStyle(box);
        const outline = outlineStyle === 'none' ? 'none' : `${outlineWidth} ${outlineColor}`;
        return [outline, boxShadow, borderColor, backgroundColor].join(' ');
      });
      return looks.join(' | ');
    };
    const reachable = document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]');
    window.looksBefore = new Map([...reachable].map((element) => [element, window.lookOf?.(element) ?? '']));
  });
}

/** What keeps somebody from seeing where the focus is now, if anything does. */
export async function flawOfFocus(page: Page, frame: Frame): Promise<string | undefined> {
  const flaw = await frame.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
    const focused = document.activeElement;
    if (!focused || focused === document.body) return 'The focus is nowhere.';
    const { outerHTML } = focused;
    return window.lookOf?.(focused) === window.looksBefore?.get(focused)
      ? `The focus cannot be seen: ${outerHTML.slice(0, 200)}`
      : undefined;
  });
  return flaw ?? (await flawOfPlace(page, frame));
}

async function flawOfPlace(page: Page, frame: Frame): Promise<string | undefined> {
  const focused = (await frame.evaluateHandle(() => document.activeElement)).asElement();
  const box = await focused?.boundingBox();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const isInView =
    box &&
    box.width > 0 &&
    box.x >= 0 &&
    box.y >= 0 &&
    box.x + box.width <= width &&
    box.y + box.height <= height;
  return isInView ? undefined : `The focus is outside the screen: ${JSON.stringify(box)}`;
}
