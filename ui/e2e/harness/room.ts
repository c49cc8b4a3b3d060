import type { RunningApp } from "./app";

/**
 * What makes the screen scroll sideways. A table may: its columns have a width of their own. A strip of buttons that shows
 * no bar moves by itself to the one that has the focus.
 */
export const sideways = (app: RunningApp) =>
  app.page.browser.execute(() => {
    const scrolls = (each: Element) => {
      const { overflowX, scrollbarWidth } = getComputedStyle(each);
      if (each === document.documentElement) return true;
      return scrollbarWidth !== "none" && (overflowX === "auto" || overflowX === "scroll");
    };
    const ofTable = (each: Element) => each.closest("[role=grid]") ?? each.querySelector(":scope > table");
    return [...document.querySelectorAll("html, main, main *, nav, nav *, [role=dialog], [role=dialog] *")]
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && scrolls(each) && !ofTable(each))
      .map((each) => `${each.tagName} ${each.className}: ${each.scrollWidth} in ${each.clientWidth}`);
  });

/** What can be pressed and lies past an edge of the window, or of a box that cuts it off, where nothing scrolls it back. */
export const pastTheEdge = (app: RunningApp) =>
  app.page.browser.execute(() => {
    type Edges = { left: number; right: number; top: number; bottom: number };
    const scrolls = (over: Element, way: "X" | "Y") => {
      const [flow, more] =
        way === "X"
          ? [getComputedStyle(over).overflowX, over.scrollWidth > over.clientWidth]
          : [getComputedStyle(over).overflowY, over.scrollHeight > over.clientHeight];
      return ["auto", "scroll"].includes(flow) && more;
    };
    const cuts = (over: Element) => {
      const { display, overflow } = getComputedStyle(over);
      // What has no box of its own cuts nothing off.
      return display !== "contents" && !overflow.split(" ").includes("visible");
    };
    const isPast = (box: Edges, edge: Edges) => ({
      X: box.right > edge.right + 1 || box.left < edge.left - 1,
      Y: box.bottom > edge.bottom + 1 || box.top < edge.top - 1,
    });
    /** Whether a part of it can't be brought into sight. */
    const isLost = (each: Element, box: Edges) => {
      const moved = { X: false, Y: false };
      const lostIn = (edge: Edges) => {
        const past = isPast(box, edge);
        return (past.X && !moved.X) || (past.Y && !moved.Y);
      };
      for (let over = each.parentElement; over && over !== document.body; over = over.parentElement) {
        moved.X ||= scrolls(over, "X");
        moved.Y ||= scrolls(over, "Y");
        if (cuts(over) && lostIn(over.getBoundingClientRect())) return true;
      }
      return lostIn({ left: 0, right: innerWidth, top: 0, bottom: innerHeight });
    };
    const shown = (each: Element) => each.checkVisibility({ visibilityProperty: true }) && !each.closest("[inert]");
    // Of a switch or a choice its label is what is seen and pressed.
    return [...document.querySelectorAll("button, a, input, [role=link], [role=button], [role=tab]")]
      .map((each) => each.closest("label") ?? each)
      .map((each) => ({ each, box: each.getBoundingClientRect() }))
      .filter(({ each, box }) => box.width > 1 && box.height > 1 && shown(each) && isLost(each, box))
      .map(({ each, box }) => {
        const name = each.textContent || each.ariaLabel || (each as HTMLInputElement).placeholder || each.outerHTML;
        const edges = [box.left, box.right, box.top, box.bottom].map(Math.round).join(" ");
        return `${name.slice(0, 60)}: ${edges} of ${innerWidth} × ${innerHeight}`;
      });
  });

/** What is left too small to be read: words cut to a letter or two, and boxes that scroll through a slit. */
export const leftTooSmall = (app: RunningApp) =>
  app.page.browser.execute(() => {
    const [WORDS, SLIT] = [32, 96];
    const all = [...document.querySelectorAll<HTMLElement>("main *, [role=dialog] *")];
    const isOnlySaid = (each: Element) => getComputedStyle(each).position === "absolute" && each.clientWidth === 1;
    const isHidden = (each: Element) =>
      !each.checkVisibility() || each.closest(".sr-only, [inert]") || isOnlySaid(each);
    const seen = all.filter((each) => !isHidden(each));
    const says = (each: Element) => [...each.childNodes].some((one) => one.nodeType === 3 && one.textContent?.trim());
    const cut = seen
      .filter((each) => says(each) && !each.closest("[role=grid]") && getComputedStyle(each).overflowX === "hidden")
      .filter((each) => each.clientWidth < WORDS && each.scrollWidth > each.clientWidth + 1)
      .map((each) => `${each.textContent?.slice(0, 60)}: ${each.clientWidth} of ${each.scrollWidth}`);
    const slits = seen
      .filter((each) => ["auto", "scroll"].includes(getComputedStyle(each).overflowY))
      .filter((each) => each.clientHeight < SLIT && each.scrollHeight > each.clientHeight + 1)
      .map((each) => `${each.role ?? each.tagName} ${each.className}: ${each.clientHeight} of ${each.scrollHeight}`);
    return [...cut, ...slits];
  });
