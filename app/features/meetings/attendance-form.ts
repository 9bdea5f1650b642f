import { z } from 'zod'
import type { Attended, Meeting } from '../../domain/meetings/meeting.ts'
import type { SaidOfAttended } from '../../domain/meetings/seats-now.ts'
import { EntryReader, type Errors } from '../decisions/board/entry-reader.ts'
import { partField } from '../decisions/board/seat-form.ts'
import { sure } from '../documents/form-fields.ts'

export const attendanceSchema = z.object({
	step: z.enum(['save', 'rest-present']).default('save'),
	/** A digest of what stood there when the form was shown. */
	base: z.string().max(64).default(''),
	sure,
})

type Values = Record<string, string | string[]>

export interface AttendanceSaid {
	attended: SaidOfAttended[]
	presiderId: string | null
	clerkId: string | null
}

const longest = 300

/** Reads who came, by the same field names as the entry of a decision. Of whom nothing is said yet, nothing is read. */
export function attendanceFrom(
	values: Values,
	seats: readonly { memberId: string }[],
	officerIds: readonly string[],
): { said: AttendanceSaid; errors: Errors } {
	const read = new EntryReader(values)
	const attended = seats.flatMap(({ memberId }): SaidOfAttended[] => {
		const field = (name: string) => `seats.${memberId}.${name}`
		const said = {
			memberId,
			joined: read.choice(field('joined'), ['room', 'remote'] as const, null) ?? 'room',
			late: read.choice(field('late'), ['yes'] as const, null) !== null,
			left: read.choice(field('left'), ['yes'] as const, null) !== null,
			substitute: read.words(field('substitute'), longest),
		}
		const here = read.choice(partField(memberId), ['present', 'absent'] as const, null)
		if (here) return [{ ...said, here }]
		if (said.joined === 'remote' || said.late || said.left || said.substitute)
			read.mend(partField(memberId), 'Choose whether this member came')
		return []
	})
	return {
		said: {
			attended,
			presiderId: read.member(
				'presiderId',
				seats.map(({ memberId }) => memberId),
			),
			clerkId: read.member('clerkId', officerIds),
		},
		errors: read.errors,
	}
}

/** The form as what stands fills it. */
export function valuesOfAttendance(
	attended: readonly Attended[],
	{ presiderId, clerkId }: Pick<Meeting, 'presiderId' | 'clerkId'>,
): Record<string, string> {
	const values: Record<string, string> = { presiderId: presiderId ?? '', clerkId: clerkId ?? '' }
	for (const { memberId, here, joined, late, left, substitute } of attended) {
		const said = { part: here, joined, late: late ? 'yes' : '', left: left ? 'yes' : '', substitute }
		for (const [name, value] of Object.entries(said)) values[`seats.${memberId}.${name}`] = value
	}
	return values
}

/**
 * Everybody of whom nothing is said is there, at one press. Not whoever may have held no seat at the hour of the meeting: that is
 * for the clerk to say.
 */
export function withRestHere(values: Values, seats: readonly { memberId: string; handover: boolean }[]): Values {
	const rest = seats
		.filter(({ handover }) => !handover)
		.map(({ memberId }) => partField(memberId))
		.filter((name) => !values[name])
	return { ...values, ...Object.fromEntries(rest.map((name) => [name, 'present'])) }
}
