/** Plasmo (Parcel) packs the file and gives its url inside the extension. */
declare module "url:*" {
  const url: string
  export default url
}

/** Plasmo (Parcel) turns an imported stylesheet into one that the page links. */
declare module "*.css" {}
