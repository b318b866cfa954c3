export const base = "/portside-demo"

/** The answer of the admin's own API; throws with the status where there is none. */
export async function load(path) {
  const response = await fetch(`${base}/api/${path}`)
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}
