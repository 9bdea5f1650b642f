import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { newId } from '../app/http/new-id.ts'
import { harbourside } from './fixtures.ts'
import { findId } from './own-server.ts'

/** Test files share the example, so a journey that changes something makes its own, as a facilitator would. */
export interface OwnVote {
	question: string
	secrecy?: 'secret' | 'named'
	kind?: 'show-of-views' | 'panel-vote'
	document?: string
	group?: string
	closesAt?: Date
}

const dayMs = 24 * 60 * 60_000

/** Opens a vote of the test's own through the form, and answers with its address. */
export async function openVote(
	facilitator: Page,
	{
		question,
		secrecy = 'secret',
		kind = 'show-of-views',
		document = 'Breaks for carers that fit real weeks',
		group = 'Carers’ panel',
		closesAt = new Date(Date.now() + 7 * dayMs),
	}: OwnVote,
): Promise<string> {
	const door = facilitator.request
	const answer = await post(
		facilitator,
		`${harbourside}/decisions/new?version=${await findVersionId(door, document)}`,
		{
			id: newId(),
			want: 'agree',
			kind,
			group: await findId(door, `${harbourside}/people/groups`, group, `${harbourside}/people`),
			question,
			secrecy,
			...closing(closesAt),
			threshold: 'majority',
			quorum: '0',
			closesSure: 'yes',
			step: 'open',
		},
	)
	expect(answer.status(), `opening “${question}”`).toBe(303)
	return answer.headers().location!
}

export interface OwnAction {
	title: string
	/** By first name. */
	lead?: string
	/** What is reported of it at once. */
	status?: string
}

/** Agrees an action of the test's own and answers with its address. */
export async function agreeAction(facilitator: Page, { title, lead, status }: OwnAction): Promise<string> {
	const door = facilitator.request
	const decision = await findId(door, `${harbourside}/decisions`, 'Should this become a priority for 2027')
	const agreed = await post(facilitator, `${harbourside}/actions/new?decision=${decision}`, {
		id: newId(),
		title,
		expectedDifference: 'People can sit down.',
		accountableBody: 'Harbourside Council',
		lead: lead ?? 'Head of streets',
		...(lead && { leadMemberId: await findId(door, `${harbourside}/people`, lead) }),
		...dayOf('dueOn', new Date(Date.now() + 200 * dayMs)),
	})
	expect(agreed.status(), `agreeing “${title}”`).toBe(303)
	const address = agreed.headers().location!
	if (status) {
		const reported = await post(facilitator, `${address}/updates`, { id: newId(), status, words: 'The benches stand.' })
		expect(reported.status()).toBe(303)
	}
	return address
}

/** Begins a private circle, as any member may. */
export async function makeCircle(member: Page, name: string) {
	const made = await post(member, `${harbourside}/people/groups/new`, {
		id: newId(),
		kind: 'circle',
		name,
		purpose: 'To talk among ourselves.',
	})
	expect(made.status()).toBe(303)
}

/** Soon, on a full minute, with time enough before it to vote. */
export function soon(leastMs: number): Date {
	return new Date(Math.ceil((Date.now() + leastMs) / 60_000) * 60_000)
}

export async function findVersionId(door: APIRequestContext, title: string) {
	const id = await findId(door, `${harbourside}/documents`, title)
	const page = await (await door.get(`${harbourside}/documents/${id}/versions/1`)).text()
	const version = /\/decisions\/new\?version=([0-9a-z]{16})/.exec(page)?.[1]
	if (!version) throw new Error(`version 1 of “${title}” cannot be put to people`)
	return version
}

async function post(page: Page, path: string, form: Record<string, string>) {
	const { origin } = new URL((await page.request.get('/health')).url())
	return await page.request.post(path, { form, headers: { origin }, maxRedirects: 0 })
}

const london = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	day: 'numeric',
	month: 'numeric',
	year: 'numeric',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
})

function closing(at: Date) {
	const part = partsOf(at)
	return { ...dayOf('closes', at), time: `${part('hour')}:${part('minute')}` }
}

function dayOf(name: string, at: Date): Record<string, string> {
	const part = partsOf(at)
	return { [`${name}.day`]: part('day'), [`${name}.month`]: part('month'), [`${name}.year`]: part('year') }
}

function partsOf(at: Date) {
	const parts = london.formatToParts(at)
	return (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)!.value
}
