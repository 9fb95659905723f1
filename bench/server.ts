import { join } from 'node:path'
import { organise } from '../test/support/organisation.ts'
import { openPortal } from '../test/support/portal.ts'
import { buildSite } from '../web/build.ts'
import { writeTrials } from './trials/write.ts'

/**
 * A whole portal in a process of its own: real engine, real site, functions, publisher and caretaker, as `npm start`
 * runs them. Told over the channel of `fork` what is asked of it; see `portal.ts`.
 */
const [folder = '', bits = '0', withSite = ''] = process.argv.slice(2)
const siteDir = join(folder, 'site')
const { pin } = await organise()
if (withSite === 'site') {
  await buildSite({ pin, minimumVersion: 1, out: siteDir })
  await writeTrials(siteDir)
}
const portal = await openPortal({
  http: true,
  siteDir,
  workBits: Number(bits),
  organisation: { policy: { workBits: { floor: Number(bits), ceiling: 20 } } },
})
const { json } = portal.organisation
process.send?.({ ready: { origin: portal.origin, pin, json } })

process.on('message', (asked) => {
  if (asked === 'cpu') process.send?.({ cpu: process.cpuUsage(), alarms: portal.alarms.map(String) })
  if (asked === 'close') void portal.close().then(() => process.exit(0))
})
process.on('disconnect', () => process.exit(1))
