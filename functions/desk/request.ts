import type { Read } from '../../domain/fields.ts'
import { limits } from '../../domain/limits.ts'
import { jsonOf, readExactly } from '../../domain/request.ts'
import { jsonClasses } from '../../domain/sizes.ts'

const usualSizes = jsonClasses.filter((one) => one <= limits.deskRequestBytes)

/**
 * The fields of a request to the desk, which has one of the JSON classes.
 *
 * @throws Refusal `too-large`, `wrong-size`, `malformed`, and what `read` throws
 */
export async function readRequest<T>(
  request: Request,
  read: Read<T>,
  sizes: readonly number[] = usualSizes,
): Promise<T> {
  return read(jsonOf(await readExactly(request.body, sizes)), 'request')
}
