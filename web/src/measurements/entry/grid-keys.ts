export type GridCommand =
  | { type: 'move'; to: 'up' | 'down' | 'left' | 'right' | 'next' | 'back'; extend: boolean }
  | { type: 'edit' | 'clear' | 'fillDown' | 'undo' | 'redo' | 'leave' | 'submit' | 'evidence' | 'browser' }

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>
/** `typing`: an editor opened by typing, which the arrows leave; `editing`: one opened by F2, where they move the caret. */
export type KeyMode = 'active' | 'typing' | 'editing'

const arrows = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const

/** What a key does in the grid; `undefined` where the grid or the editor does it by itself. */
export function commandOf(keys: Keys, mode: KeyMode): GridCommand | undefined {
  const { key, shiftKey } = keys
  // An input method uses Enter and the arrows for itself while a syllable is not finished.
  if (keys.isComposing) return undefined
  const withControl = keys.ctrlKey || keys.metaKey
  if (withControl && key === 'Enter') return { type: 'submit' }
  if (key === 'Enter') return { type: 'move', to: shiftKey ? 'up' : 'down', extend: false }
  if (key === 'Tab') return { type: 'move', to: shiftKey ? 'back' : 'next', extend: false }
  const arrow = arrows[key as keyof typeof arrows]
  if (mode !== 'active') {
    const leaves = arrow && (mode === 'typing' || arrow === 'up' || arrow === 'down')
    return leaves && !shiftKey && !withControl ? { type: 'move', to: arrow, extend: false } : undefined
  }
  if (arrow && !withControl) return { type: 'move', to: arrow, extend: shiftKey }
  if (withControl) return controlCommand(key.toLowerCase(), shiftKey)
  if (key === 'F2') return { type: 'edit' }
  if (key === 'F8') return { type: 'evidence' }
  if (key === 'Delete') return { type: 'clear' }
  if (key === 'Escape') return { type: 'leave' }
  return undefined
}

function controlCommand(key: string, shiftKey: boolean): GridCommand | undefined {
  switch (key) {
    case 'd':
      return { type: 'fillDown' }
    case 'z':
      return { type: shiftKey ? 'redo' : 'undo' }
    case 'y':
      return { type: 'redo' }
    case 'c':
    case 'v':
      // The clipboard's own events follow.
      return { type: 'browser' }
    default:
      return undefined
  }
}
