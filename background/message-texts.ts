const key = "message-texts"
/** The newest texts only: about 1 MB at most. */
const most = 500

type Texts = Record<string, string>

async function all(): Promise<Texts> {
  const stored = await chrome.storage.session.get(key)
  return (stored[key] as Texts | undefined) ?? {}
}

/**
 * Texts of messages for as long as the browser runs. `chrome.storage.session` is memory, not disk, and only our own
 * contexts can read it; closing the browser forgets everything.
 */
export const messageTexts = {
  async remember(texts: Texts): Promise<void> {
    const known = Object.entries({ ...(await all()), ...texts }).slice(-most)
    await chrome.storage.session.set({ [key]: Object.fromEntries(known) })
  },
  async recall(id: string): Promise<string | undefined> {
    return (await all())[id]
  }
}
