import { fingerprint } from '../fingerprint.ts'
import type { Decision } from './decision.ts'
import type { Elector } from './open.ts'

export type Sealed = Pick<Decision, 'question' | 'kind' | 'method' | 'rules' | 'opensAt' | 'closesAt'> & {
	versionFingerprint: string
	electorate: readonly Elector[]
}

/** SHA-256 over everything fixed at opening. The same whatever order the roll was read in. */
export function sealOf({
	question,
	kind,
	method,
	rules,
	versionFingerprint,
	electorate,
	opensAt,
	closesAt,
}: Sealed): string {
	return fingerprint({
		question,
		kind,
		method,
		rules,
		version: versionFingerprint,
		electorate: electorate
			.map(({ memberId, voiceId }) => ({ memberId, voiceId }))
			.sort((a, b) => (a.memberId < b.memberId ? -1 : 1)),
		opensAt: opensAt.toISOString(),
		closesAt: closesAt.toISOString(),
	})
}
