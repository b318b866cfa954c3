import { Button } from "../src/ui/button"
import { ErrorNotice } from "../src/ui/error-notice"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"

/** Opens the side panel of the window; the browser allows it only in the click itself. */
export function WorkbenchButton({ windowId }: { windowId: number }) {
  const command = useCommand()
  const open = () =>
    command.run(async () => {
      await chrome.sidePanel.open({ windowId })
      window.close()
    })
  return (
    <>
      <Button onPress={open}>{words.site.workbench}</Button>
      <ErrorNotice error={command.error} />
    </>
  )
}
