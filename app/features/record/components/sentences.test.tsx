import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Details, RecordKind } from '~/domain/record/entry.ts'
import { sentences } from './sentences.tsx'

const said = (kind: RecordKind, details: Details = {}) =>
	renderToStaticMarkup(sentences[kind]({ it: 'PRI-2026-004', person: 'Amina', details }))

test.each<[RecordKind, Details, string]>([
	['ballot-cast', {}, 'A vote was cast on PRI-2026-004.'],
	['ballot-cast', { orChanged: true }, 'A vote was cast or changed on PRI-2026-004.'],
	['version-frozen', { number: 2 }, 'Version 2 of PRI-2026-004 was frozen.'],
	['seat-given', { votes: true, office: 'chair' }, 'Amina was given a seat in PRI-2026-004, as chair, with a vote.'],
	['action-updated', { status: 'went-backwards', dueOn: null }, 'A report on PRI-2026-004 says “worse than before”.'],
	[
		'action-updated',
		{ status: 'at-risk', dueOn: '2027-03-03' },
		'A report on PRI-2026-004 says “at risk”, with a new due date, 3 March 2027.',
	],
	['document-visibility-changed', { to: 'public' }, 'Who can read PRI-2026-004 was changed: now everyone.'],
	[
		'meeting-moved',
		{ from: '2026-06-25', to: '2026-07-23', short: false, unsaid: true },
		'The day of PRI-2026-004 was moved from 25 June 2026 to 23 July 2026. The reason stands on its page. What was written down of who was there went with the old hour.',
	],
	[
		'meeting-published',
		{ short: true, begun: false, asChair: false },
		'The agenda of PRI-2026-004 was published, fewer than five clear working days before. The reason was entered for the chair.',
	],
	[
		'meeting-item-added',
		{ late: true, asChair: true },
		'An item was added to the published agenda of PRI-2026-004, with fewer than five clear working days left. The reason stands beside it. The reason was entered by the chair.',
	],
	[
		'partnership-changed',
		{ open: false },
		'What the partnership says about itself was changed. It is open to its members only.',
	],
])('%s', (kind, details, words) => {
	expect(said(kind, details)).toBe(words)
})

test('a count says what it came to, when the reader may know', () => {
	const told = { it: 'DEC-2026-011', person: null, details: {} }
	const said = (result: string | null) => renderToStaticMarkup(sentences['decision-closed']({ ...told, result }))
	expect(said('Not agreed.')).toBe('Voting on DEC-2026-011 closed and was counted. Not agreed.')
	expect(said(null)).toBe('Voting on DEC-2026-011 closed and was counted.')
})

test.each<[RecordKind]>([
	['decision-opened'],
	['decision-closed'],
	['board-decision-recorded'],
	['board-decision-corrected'],
])('%s shows the seal as ballot, receipt and result do', (kind) => {
	const told = { it: 'DEC-2026-011', person: null, result: null, details: { seal: '7f3a91c2'.padEnd(64, '0') } }
	expect(renderToStaticMarkup(sentences[kind](told))).toMatch(/\. Seal <code>7f3a 91c2<\/code>\.$/)
})

test('every kind of entry has a sentence, whatever its details', () => {
	for (const kind of Object.keys(sentences) as RecordKind[]) expect(said(kind)).toMatch(/^[“A-Z].*\.$/)
})
