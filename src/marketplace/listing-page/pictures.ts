import type { ListingImage } from "../../domain/listing-facts"
import { hasBorder, picturePixels, sample } from "./picture-pixels"
import { pictureText } from "./picture-text"

/** Amazon and others name the size in the address: "._AC_SL1500_.jpg" is 1500 pixels on the longer side. */
const sizeInName = /[._](?:SL|SX|SY|UL|UX|UY)(\d{3,5})_/
const pathOf = (address: string) =>
  address.split(/[?#]/)[0]?.split("/").at(-1)?.split(".")[0] ?? address

/** So many pictures are looked into; the rest is not needed to see what a shop does. */
const mostRead = 6

type Seen = Pick<ListingImage, "whiteEdge" | "fill" | "textBeside" | "textWithin" | "border">

/** What the pixels say, where the browser lets us see them: a picture of another host taints the canvas. */
function pixelsOf(image: HTMLImageElement): Seen {
  const scale = Math.min(1, sample / Math.max(image.naturalWidth, image.naturalHeight))
  const width = Math.max(1, Math.round(image.naturalWidth * scale))
  const height = Math.max(1, Math.round(image.naturalHeight * scale))
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })
  if (!context) return {}
  try {
    context.drawImage(image, 0, 0, width, height)
    const pixels = context.getImageData(0, 0, width, height)
    const seen = { ...picturePixels(pixels), border: hasBorder(pixels) }
    // in a small copy no letters can be made out
    if (Math.max(image.naturalWidth, image.naturalHeight) < sample) return seen
    const { beside, within } = pictureText(pixels)
    return { ...seen, textBeside: beside, textWithin: within }
  } catch {
    // not ours to see: stays unknown
    return {}
  }
}

/** The pictures of a listing by their addresses, with what the page's own copies tell of them. */
export function picturesOf(addresses: string[], doc: Document): ListingImage[] {
  const shown = new Map<string, HTMLImageElement>()
  for (const image of Array.from(doc.images ?? []).slice(0, 500)) {
    const key = pathOf(image.currentSrc || image.src)
    const before = shown.get(key)
    if (!before || image.naturalWidth > before.naturalWidth) shown.set(key, image)
  }
  return addresses.slice(0, 100).map((address, i): ListingImage => {
    const image = shown.get(pathOf(address))
    const named = Number(sizeInName.exec(address)?.[1])
    const size = Math.max(image?.naturalWidth ?? 0, image?.naturalHeight ?? 0, named || 0)
    const alt = image?.getAttribute("alt")
    return {
      // what the shop serves here may be a smaller copy of what was uploaded
      ...(size > 0 && { atLeast: Math.min(size, 100_000) }),
      ...(alt !== null && alt !== undefined && { alt: alt.slice(0, 2_000) }),
      ...(i < mostRead && image && image.naturalWidth > 0 ? pixelsOf(image) : {})
    }
  })
}
