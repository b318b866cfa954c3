import type { Format } from "./format"

/** Files, protection, recovery: the sentences of the Data view. */
export const dataWords = (format: Format) => ({
  files: {
    title: "Bring in your history",
    intro:
      "Drop a file that your marketplace let you download: orders, products, stock or settlements, as CSV, TSV, Excel or zip. It is read in this browser and sent nowhere.",
    drop: "Drop a file here",
    choose: "Choose a file",
    looking: (name: string) => `Looking at ${name}…`,
    lookedAt: (rows: number) => format.plural(rows, { one: "# row seen", other: "# rows seen" }),
    storing: (name: string) => `Bringing in ${name}…`,
    storedRows: (rows: number) =>
      format.plural(rows, { one: "# row stored", other: "# rows stored" }),
    cancel: "Cancel",
    cancelled: "Cancelled. Nothing of this file was stored.",
    preview: (name: string) => `Check before it is stored: ${name}`,
    recognised: (what: string, rows: number) =>
      `${what}: ${format.plural(rows, { one: "# row", other: "# rows" })}.`,
    unknownTable: (rows: number) =>
      `Portside does not know this table (${format.plural(rows, { one: "# row", other: "# rows" })}). Say what its columns mean; your answer is remembered for the next file like this.`,
    formats: {
      "amazon-all-orders": "Amazon, all orders",
      "amazon-unshipped": "Amazon, unshipped orders",
      "amazon-new-orders": "Amazon, new orders",
      "amazon-fba-inventory": "Amazon, FBA inventory",
      "amazon-fba-inventory-es": "Amazon, FBA inventory (Spanish)",
      "amazon-settlement": "Amazon, settlement",
      "shopify-orders": "Shopify, orders",
      "shopify-products": "Shopify, products",
      "ebay-orders": "eBay, orders report",
      "ebay-orders-de": "eBay, orders report (German)",
      "etsy-orders": "Etsy, sold orders",
      "etsy-order-items": "Etsy, sold order items",
      "woocommerce-products": "WooCommerce, products",
      "walmart-orders": "Walmart, orders",
      "tiktok-orders": "TikTok Shop, orders",
      "temu-orders": "Temu, orders",
      "mercadolibre-orders": "Mercado Livre, sales",
      "mercadolibre-orders-es": "Mercado Libre, sales",
      "shopee-orders": "Shopee, orders (Indonesian)",
      "shopee-orders-pt": "Shopee, orders (Portuguese)",
      "lazada-orders": "Lazada, orders",
      mapped: "Table"
    },
    shop: "Shop",
    noShop: "No shop read yet",
    zone: "Time zone of the shop",
    zoneHelp: "For times in the file that name no zone.",
    dateOrder: "How are dates like 03/04 written in this file?",
    dateOrders: { dmy: "Day first: 3 April", mdy: "Month first: March 4" },
    decimal: "What does 1.234 mean in this file?",
    decimals: { ".": "One and a bit (decimal point)", ",": "More than a thousand (decimal comma)" },
    currency: "Currency of the amounts (three letters, such as USD)",
    currencyHelp: "The file names none. Without it, rows are stored without prices.",
    pick: "Please choose",
    kind: "This table holds",
    kinds: { lines: "orders", listings: "products or stock" },
    column: (title: string) => `Column “${title}” is`,
    unused: "not used",
    fields: {
      order: "order number",
      at: "order date",
      updatedAt: "last change",
      sku: "SKU",
      title: "product name",
      quantity: "quantity",
      unitPrice: "price each",
      linePrice: "price of the line",
      currency: "currency",
      status: "status",
      country: "country",
      buyerId: "buyer",
      buyerEmail: "buyer's e-mail",
      buyerName: "buyer's name",
      buyerPhone: "buyer's phone",
      buyerAddress: "buyer's address",
      price: "price",
      onHand: "stock on hand",
      available: "stock available"
    },
    missing: "Choose at least the order number and the order date.",
    missingListing: "Choose at least the SKU.",
    store: "Store",
    sampleTitle: "First rows",
    skip: "Do not store",
    nothingChosen: "Choose at least one table.",
    include: (name: string) => `Store ${name}`,
    stored: (stored: number, reported: number) =>
      reported === 0
        ? `${format.plural(stored, { one: "# row", other: "# rows" })} stored, every row read.`
        : `${format.plural(stored, { one: "# row", other: "# rows" })} stored; ${format.plural(reported, { one: "# row", other: "# rows" })} left out, see below.`,
    already: "This file was stored before. Nothing changed.",
    leftOut: "Rows left out",
    line: "Line",
    reason: "Why",
    inColumn: (title: string) => `in column “${title}”`,
    reasons: {
      description: "describes the columns",
      footer: "a note under the table",
      summary: "sums up other rows",
      "repeated-header": "repeats the header",
      "variant-parent": "a product that only holds variants",
      "short-row": "breaks off before its last column: the download may be cut",
      "no-order-id": "no order number",
      "order-id-rounded": "the order number was rounded by a spreadsheet",
      "no-date": "no date",
      "unclear-date": "a date that cannot be read with certainty",
      "unclear-quantity": "a quantity that cannot be read with certainty",
      "unclear-money": "an amount that cannot be read with certainty",
      "no-sku": "no SKU",
      "no-first-row": "continues an order that the file does not show",
      "too-long": "a cell that is too long"
    },
    moreLeftOut: (count: number) => `and ${format.count(count)} more`,
    listTitle: "Files brought in",
    none: "None yet.",
    fileLines: (lines: number, from: string, to: string) =>
      `${format.plural(lines, { one: "# order line", other: "# order lines" })}, ${from} to ${to}`,
    fileListings: (count: number) =>
      format.plural(count, { one: "# product", other: "# products" }),
    fileMovements: (count: number) =>
      format.plural(count, { one: "# settlement row", other: "# settlement rows" }),
    broughtIn: (when: string) => `Brought in ${when}`,
    undo: "Undo",
    undoLabel: (name: string) => `Undo ${name}`,
    undoTitle: (name: string) => `Take ${name} out again?`,
    undoText:
      "What this file brought is removed. Orders that it had brought up to date go back to what was known before.",
    undone: (name: string) => `${name} was taken out again.`,
    keep: "Keep",
    failed: {
      empty: "This file is empty.",
      "too-large": "This file is too large, or grows too large when unpacked.",
      "too-many-columns": "A row of this file has thousands of columns. Is it a table?",
      "record-too-long":
        "A row of this file is over a million characters long. A quotation mark may be missing its partner.",
      "too-many-rows": "This file has over 20 million rows. Split it and bring in the parts.",
      "zip-broken": "This zip or Excel file is damaged. Download it again.",
      "zip-encrypted": "This zip has a password. Unpack it first, then drop the files.",
      "zip-too-many": "This zip holds too many files.",
      "zip-no-table": "This zip holds no CSV, TSV or Excel file.",
      "workbook-broken": "This Excel file is damaged. Download it again.",
      "old-workbook":
        "This is an old Excel file (.xls). Save it as .xlsx or CSV, then drop it again.",
      "no-header": "No row of this file looks like a header, so its columns have no names.",
      "not-a-table": "This is not a table: it holds binary data.",
      "disk-full":
        "The disk is full. Nothing of this file was stored; what was stored before is safe. Free some space and try again.",
      "read-only": "A newer Portside wrote the stored data. Update Portside first.",
      "no-answer": "Portside was stopped meanwhile. Nothing of this file was stored. Try again.",
      failed: "Something went wrong inside Portside. Nothing of this file was stored. Try again."
    } as Record<string, string>,
    failedLine: (line: number) => `Line ${format.count(line)}.`
  },
  recovery: {
    diskFull: (since: string) =>
      `The disk is full: since ${since} nothing new could be saved. What was saved before is safe. Free some space, then reload the shop's page or bring the file in again.`,
    diskFullNow:
      "The disk is full, so what Portside stored cannot be opened. Nothing of it is lost. Free some space, then try again.",
    saveTitle: "Take the copy with you",
    saveHelp:
      "Saves the copy as a backup file under a passphrase that you choose. After Portside was removed and installed again, restore it in Data, Export, backup, delete.",
    savePassphrase: "Passphrase of the backup",
    save: "Save the copy as a file",
    title: "Some of your data is missing",
    what: "The browser's store was damaged and lost data that Portside had saved. Nothing was written since it was noticed.",
    held: (orders: number, files: number, at: number) =>
      `${format.moment(at)}: ${format.plural(orders, { one: "# order", other: "# orders" })} and ${format.plural(files, { one: "# imported file", other: "# imported files" })}.`,
    holds: (orders: number, files: number) =>
      `Now: ${format.plural(orders, { one: "# order", other: "# orders" })} and ${format.plural(files, { one: "# imported file", other: "# imported files" })}.`,
    safe: "Your shop itself is not affected: its pages and files can be read again at any time.",
    snapshot: (when: string) =>
      `Portside keeps a copy in a place of its own. The newest is of ${when}.`,
    noSnapshot: "There is no copy that could be restored.",
    restore: "Restore the copy",
    stuck:
      "If this stays so after a restart of the browser, it cannot open its store any more. Remove Portside, install it again, then bring your files in again.",
    accept: "Go on with what is left",
    acceptHelp: "You can also go on with what is left and bring your files in again.",
    blocked:
      "Another window keeps an older Portside open. Close other Portside windows and side panels, then try again."
  },
  protection: {
    clock: (now: string, latest: string) =>
      `This computer's clock says ${now}; the last time that Portside saw was ${latest}. If the clock is wrong, put it right: until you answer, no buyer data is deleted because of its age.`,
    clockRight: "The clock is right",
    keptTitle: "Kept buyer data of an order",
    keptNumber: "Number of the order",
    keptShow: "Show",
    keptLocked: "Locked. Unlock it above first.",
    keptNone: "Nothing is kept of an order with this number.",
    title: "Buyer data",
    intro:
      "Portside works without names and addresses. If you want to see them beside an order, switch on what may be kept. It is sealed, and deleted 30 days after delivery, at the latest 60 days after the order.",
    kinds: {
      name: "Names",
      email: "E-mail addresses",
      phone: "Phone numbers",
      address: "Addresses",
      message: "Texts of messages"
    },
    open: "Not protected against someone who can read this computer's disk: the key lies beside the data. Set a passphrase to change that.",
    locked:
      "Locked. Orders, forecasts and checks go on; new buyer data is still sealed, but can be read only after you unlock it.",
    unlocked: "Unlocked. It locks itself after 15 minutes without use.",
    passphrase: "Passphrase (at least 10 characters)",
    again: "The same passphrase again",
    set: "Set passphrase",
    change: "Change passphrase",
    differ: "The two passphrases differ.",
    short: "Take at least 10 characters.",
    codeTitle: "Write down your recovery code",
    code: "It opens your buyer data if you forget the passphrase. It is shown only now. Without both, buyer data cannot be read again; everything else can.",
    noted: "I wrote it down",
    secret: "Passphrase or recovery code",
    unlock: "Unlock",
    wrong: "That is neither the passphrase nor the recovery code.",
    lock: "Lock now",
    forgetTitle: "Forget a buyer",
    forgetHelp:
      "Give the number of any order of this buyer. Amounts stay; everything that leads to the person goes.",
    orderNumber: "Order number",
    forget: "Forget this buyer",
    forgotten: (places: number): string =>
      places === 0
        ? "No stored order with this number names a buyer."
        : "Forgotten, in the copies too.",
    yourData: "Export, backup, delete",
    exportTitle: "Take your data with you",
    exportJson: "Everything as JSON",
    exportCsv: "Order lines as CSV",
    exporting: "Writing the file…",
    backupTitle: "Backup",
    backupHelp: "A file under a passphrase that you choose. Buyer data is not in it.",
    backupPassphrase: "Passphrase of the backup",
    backup: "Write a backup",
    restoreBackup: "Restore a backup",
    restoreAsk:
      "What is stored now is replaced by what the backup holds. Imported files, orders and verdicts of today that are not in it are gone.",
    restored: "The backup was restored.",
    restoreFailed: {
      "not-a-backup": "This file is no Portside backup.",
      "newer-backup": "A newer Portside wrote this backup. Update Portside first.",
      "backup-damaged": "This backup is damaged or incomplete. Nothing was changed.",
      "wrong-passphrase": "The passphrase is wrong, or the file was changed. Nothing was changed."
    } as Record<string, string>,
    deleteTitle: "Delete everything",
    deleteHelp:
      "Destroys the keys, deletes every stored order, file, verdict, copy and setting of Portside, and gives back the sites. Your shop is not touched.",
    deleteAll: "Delete everything",
    deleteAsk: "Delete everything that Portside stored? There is no way back.",
    cancel: "Keep it"
  }
})
