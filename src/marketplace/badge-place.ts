/** Where a badge goes in without moving anything: after the last words of its anchor. */
export type BadgePlace = {
  parent: Element
  /** Free pixels behind those words up to the edge of their cell: a label needs room, a sign does not. */
  room: number
  /** Where the parent lays its children out in boxes: how far from its start the words end, to the right. */
  at?: number
}

/** A badge inside one of these would be pressed with it. */
const pressed = "a,button,summary"
const cells = "td,th,li,[role*=cell]"
const displayOf = (element: Element) => getComputedStyle(element).display

/** The innermost last block of an anchor: after it a badge would need a line of its own. */
function lastBlock(at: Element): Element {
  const last = at.lastElementChild
  const isEnd =
    !last ||
    last.nextSibling?.textContent?.trim() ||
    last.matches(pressed) ||
    /inline|none|cont/.test(displayOf(last))
  return isEnd ? at : lastBlock(last)
}

/** Measures only; to be asked for every anchor before anything is written. */
export function badgePlace(anchor: Element): BadgePlace {
  const parent = lastBlock(anchor)
  const range = document.createRange()
  range.selectNodeContents(parent)
  const words = range.getBoundingClientRect()
  const box = parent.getBoundingClientRect()
  const cell = (parent.closest(cells) ?? parent).getBoundingClientRect()
  const isLeft = getComputedStyle(parent).direction === "rtl"
  return {
    parent,
    room: isLeft ? words.left - cell.left : cell.right - words.right,
    ...(/flex|grid/.test(displayOf(parent)) && {
      at: isLeft ? words.left - box.right : words.right - box.left
    })
  }
}
