import { expect, test } from 'vitest'
import { castingVoterOf } from './casting-vote.ts'
import type { Seated } from './open.ts'

const chair: Seated = {
	memberId: 'ada',
	name: 'Ada Eze',
	voiceId: 'citizen',
	voice: 'Citizens',
	shape: 0,
	role: 'member',
	votes: true,
	office: 'chair',
}

test.each<[string, Partial<Seated>, boolean]>([
	['who votes', {}, true],
	['whose seat has no vote', { votes: false }, false],
	['who only watches', { role: 'observer' }, false],
	['who is none', { office: null as never }, false],
])('the casting vote of a chair %s', (_said, change, has) => {
	expect(castingVoterOf('panel-vote', [{ ...chair, ...change }], null)?.memberId).toBe(has ? 'ada' : undefined)
})
