/** What writes a text on this computer. */
export type TextWriter = {
  /** @throws when the model gives no answer */
  write(prompt: string, signal: AbortSignal): Promise<string>
}

/** Chrome's Prompt API (developer.chrome.com/docs/ai/prompt-api), as far as it is used here. */
type LanguageModel = {
  availability(): Promise<"unavailable" | "downloadable" | "downloading" | "available">
  create(options: { signal: AbortSignal }): Promise<{
    prompt(text: string, options: { signal: AbortSignal }): Promise<string>
    destroy(): void
  }>
}

/** The browser's own language model; undefined where there is none on this computer yet (nothing is downloaded). */
export async function browserWriter(): Promise<TextWriter | undefined> {
  const { LanguageModel: model } = globalThis as { LanguageModel?: LanguageModel }
  if (!model || (await model.availability()) !== "available") return undefined
  return {
    async write(prompt, signal) {
      const session = await model.create({ signal })
      try {
        return (await session.prompt(prompt, { signal })).trim()
      } finally {
        session.destroy()
      }
    }
  }
}
