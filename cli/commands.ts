import type { Command } from './command.ts'
import { exportCommand } from './desk/export.ts'
import { listCommand } from './desk/list.ts'
import { openCommand } from './desk/open.ts'
import { replyCommand } from './desk/reply.ts'
import { saveCommand } from './desk/save.ts'
import { stateCommand } from './desk/state.ts'
import { lockCommand } from './key/lock.ts'
import { makeCommand } from './key/make.ts'
import { repliesCommand } from './replies.ts'
import { initCommand } from './roster/init.ts'
import { publishCommand } from './roster/publish.ts'
import { showCommand } from './roster/show.ts'
import { signCommand } from './roster/sign.ts'
import { verifyCommand } from './roster/verify.ts'
import { submitCommand } from './submit.ts'

/** Every command there is, in the order in which the manual shows them. */
export const commands: readonly Command[] = [
  submitCommand,
  repliesCommand,
  listCommand,
  openCommand,
  replyCommand,
  stateCommand,
  saveCommand,
  exportCommand,
  makeCommand,
  lockCommand,
  initCommand,
  signCommand,
  publishCommand,
  verifyCommand,
  showCommand,
]
