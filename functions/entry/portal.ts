import { deskApp } from '../desk/app.ts'
import type { DeskParts } from '../desk/parts.ts'
import { intakeApp } from '../intake/app.ts'
import type { IntakeParts } from '../intake/parts.ts'
import { type Alarm, type Answering, answering, bugLine } from './answer.ts'

/** Every call of a portal, answered by the function that it is for. `alarm` is told of bugs; left out, one line each. */
export function portalOf(parts: { readonly intake: IntakeParts; readonly desk: DeskParts }, alarm?: Alarm): Answering {
  const intake = answering(intakeApp(parts.intake), alarm ?? bugLine('intake'))
  const desk = answering(deskApp(parts.desk), alarm ?? bugLine('desk'))
  return async (request) => await (new URL(request.url).pathname.startsWith('/api/desk/') ? desk : intake)(request)
}
