import type { AttendanceDifference, AttendanceDiffers, ComingAndGoing } from '../../domain/meetings/same-attendance.ts'

/** Which field of the form about a decision a difference stands beside. */
export const differsIn: Record<AttendanceDiffers, 'part' | 'joined' | 'substitute'> = {
	'absent-throughout': 'part',
	'there-throughout': 'part',
	'other-way-of-joining': 'joined',
	'other-substitute': 'substitute',
}

/** Beside the field of the form about a decision, with how to mend it. */
export const mendWords: Record<AttendanceDiffers, (name: string) => string> = {
	'absent-throughout': (name) =>
		`The page of the meeting says that ${name} was absent. Choose “Absent” here, or say there that ${name} came`,
	'there-throughout': (name) =>
		`The page of the meeting says that ${name} was there from beginning to end. Mend it here, or say there that ${name} came late or left`,
	'other-way-of-joining': (name) =>
		`The page of the meeting says that ${name} joined in another way. Mend it here or there. If ${name} changed it in between, say there that ${name} came late`,
	'other-substitute': (name) =>
		`The page of the meeting says something else about who came instead of ${name}. Mend it here or there. If somebody took over in between, say there that ${name} left`,
}

const saidWords: Record<AttendanceDiffers, (name: string) => string> = {
	'absent-throughout': (name) =>
		`the decision says that ${name} was there, and the meeting says that ${name} was absent`,
	'there-throughout': (name) =>
		`the decision says that ${name} was not there all the time, and the meeting says that ${name} was there from beginning to end`,
	'other-way-of-joining': (name) => `the decision and the meeting differ in how ${name} joined`,
	'other-substitute': (name) => `the decision and the meeting differ in who came instead of ${name}`,
}

/** "Item 2: the decision says that Joe was there, and the meeting says that Joe was absent." */
export function differenceWords(
	{ differs, memberId }: AttendanceDifference,
	{ number, nameOf }: { number: number; nameOf: (memberId: string) => string },
): string {
	return `Item ${number}: ${saidWords[differs](nameOf(memberId))}.`
}

/** "left before item 4", for whoever was not there from beginning to end. */
export function comingAndGoingWords({ late, left }: { late: boolean; left: boolean }, moved: ComingAndGoing): string[] {
	if (moved && 'left' in moved) return [`left ${moved.left} item ${moved.item}`]
	if (moved && 'cameAfter' in moved) return [`came after item ${moved.cameAfter}`]
	const said = [...(late ? ['came late or was out for a time'] : []), ...(left ? ['left before it ended'] : [])]
	return moved ? [...said, `was not there for ${itemsWords(moved.awayFor)}`] : said
}

function itemsWords(numbers: readonly number[]): string {
	if (numbers.length === 1) return `item ${numbers[0]}`
	return `items ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
}
