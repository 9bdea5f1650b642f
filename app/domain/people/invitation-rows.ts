export interface InvitationRow {
	name: string
	email: string | null
	voiceId: string | null
	groupId: string | null
}

export interface BadRow {
	/** Of the file, counting from 1: what a spreadsheet shows beside the row. */
	line: number
	reasons: string[]
}

export interface Known {
	voices: { id: string; name: string }[]
	groups: { id: string; name: string }[]
	/** Addresses of members and of people already invited, in lower case. */
	emails: ReadonlySet<string>
}

export const mostRows = 500
const longestName = 100
/** As HTML checks `type=email`, less strict than the RFC: something, an @, a host with a dot. */
const emailShape = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/

/** Reads rows of name, e-mail, voice and group as people type them. Good rows come back; bad ones say why, by line. */
export function readInvitationRows(
	lines: { line: number; fields: Record<string, string> }[],
	known: Known,
): { rows: InvitationRow[]; bad: BadRow[] } {
	const seen = new Set<string>()
	const rows: InvitationRow[] = []
	const bad: BadRow[] = []
	for (const { line, fields } of lines) {
		const { row, reasons } = readRow(fields, known, seen)
		if (row.email) seen.add(row.email)
		if (reasons.length > 0) bad.push({ line, reasons })
		else rows.push(row)
	}
	return { rows, bad }
}

function readRow(fields: Record<string, string>, known: Known, seen: ReadonlySet<string>) {
	const [name, email, voiceName, groupName] = ['name', 'email', 'voice', 'group'].map(
		(column) => fields[column]?.trim() ?? '',
	) as [string, string, string, string]
	const address = email.toLowerCase()
	const voice = named(known.voices, voiceName)
	const group = named(known.groups, groupName)
	const reasons: string[] = []
	if (!name) reasons.push('There is no name.')
	if (name.length > longestName) reasons.push(`The name is longer than ${longestName} characters.`)
	if (email && (!emailShape.test(address) || address.length > 254))
		reasons.push(`“${shortened(email)}” is not an e-mail address.`)
	if (known.emails.has(address)) reasons.push(`${address} is a member or invited already.`)
	if (seen.has(address)) reasons.push(`${address} is in this file twice.`)
	if (voiceName && !voice) reasons.push(`There is no voice called “${shortened(voiceName)}”.`)
	if (groupName && !group) reasons.push(`There is no group called “${shortened(groupName)}”.`)
	return { row: { name, email: address || null, voiceId: voice?.id ?? null, groupId: group?.id ?? null }, reasons }
}

function named<Thing extends { name: string }>(things: Thing[], name: string): Thing | undefined {
	return things.find((thing) => thing.name.toLowerCase() === name.toLowerCase())
}

function shortened(words: string) {
	return words.length > 60 ? `${words.slice(0, 60)}…` : words
}
