import { differ } from './differ.ts'
import type { Facts } from './election.ts'
import { tieOrderFromSeed } from './hash.ts'

type Published = Record<string, unknown>

/**
 * Compares what both files say of the vote as a whole: question, kind, choices with their names and costs, money, numbers, seal.
 * The names of what was compared, and of what the ballots' file says and the result does not.
 */
export function compareFacts(published: Published, counted: Record<string, unknown>, says: Facts) {
	const differences: string[] = []
	const compared: string[] = []
	const unsaid: string[] = []
	const compare = (name: string, theirs: unknown, ours: unknown) => {
		compared.push(name)
		differ(name, theirs, ours, differences, "the ballots' file says")
	}
	const decision = Object(published.decision) as Record<string, unknown>

	for (const [name, said] of Object.entries(says.parts)) {
		if (Object.hasOwn(counted, name)) continue
		if (published[name] === undefined) unsaid.push(name)
		else compare(name, published[name], said)
	}
	if (says.heading !== undefined) {
		if (published.title === undefined || published.decision === undefined) unsaid.push('title and decision')
		else {
			compare('title', onOneLine(`${decision.kind} ${decision.reference}: ${published.title}`), onOneLine(says.heading))
			compared.push('decision.kind', 'decision.reference')
		}
	}
	if (says.rows !== undefined && published.decision !== undefined) {
		for (const row of says.rows) differ('decision', `${decision.reference} ${decision.kind}`, row, differences, howRows)
		compared.push('decision.kind', 'decision.reference')
	}
	if (says.choices !== undefined && Array.isArray(published.choices)) {
		const ofForm = published.choices.map((choice, at) => inForm(Object(choice), says.choices![at] ?? { id: '' }))
		compare('choices', ofForm, says.choices.map(tidy))
	}
	// Where no money is shared, Pabulib's budget is how many were to be chosen, which is counted with.
	if (says.budget !== undefined && published.budget !== undefined) compare('budget', published.budget, says.budget)
	if (says.selected !== undefined && published.decision !== undefined) {
		const winners = published.outcome === 'chosen' && Array.isArray(published.winners) ? published.winners : []
		differ('selected', [...winners].sort(), [...says.selected].sort(), differences, "the ballots' file says")
	}
	if (typeof published.tieSeed === 'string' && Array.isArray(counted.tieOrder)) {
		compared.push('tieSeed')
		const drawn = tieOrderFromSeed(published.tieSeed, counted.tieOrder)
		differ('tieOrder, drawn from the published tieSeed', drawn, counted.tieOrder, differences)
	}
	return { differences, compared: [...new Set(compared)], unsaid }
}

const howRows = "a row of the ballots' file says"

type Choice = NonNullable<Facts['choices']>[number]

/** A published choice with only what the form of the ballots' file has room for. Pabulib needs a cost where there is none: 1. */
function inForm({ id, name = id, cost = '1' }: Choice, ours: Choice): Choice {
	const all: Choice = { id, name, cost }
	return tidy(Object.fromEntries(Object.entries(all).filter(([key]) => Object.hasOwn(ours, key))))
}

function tidy(choice: Choice): Choice {
	return Object.fromEntries(Object.entries(choice).map(([key, text]) => [key, onOneLine(text)]))
}

/** Some forms have no place for a line end in a name. */
function onOneLine(text: string): string {
	return `${text}`.replaceAll(/\s+/g, ' ').trim()
}
