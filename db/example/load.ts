import { type Membership, type Place, place } from '../../app/domain/access/membership.ts'
import { agreeAction } from '../../app/features/actions/agree-action.server.ts'
import { giveVerdict } from '../../app/features/actions/give-verdict.server.ts'
import { reportOnAction } from '../../app/features/actions/report-on-action.server.ts'
import { addNote } from '../../app/features/decisions/add-note.server.ts'
import { correctBoardDecision } from '../../app/features/decisions/board/correct-board-decision.server.ts'
import { recordBoardDecision } from '../../app/features/decisions/board/record-board-decision.server.ts'
import { setBodyRules } from '../../app/features/decisions/board/set-body-rules.server.ts'
import type { Entry } from '../../app/features/decisions/board/with-parts.ts'
import { castBallot } from '../../app/features/decisions/cast-ballot.server.ts'
import { closeDueDecisions } from '../../app/features/decisions/close-due-decisions.server.ts'
import { type NewDecision, openDecision } from '../../app/features/decisions/open-decision.server.ts'
import { writeOutcome } from '../../app/features/decisions/write-outcome.server.ts'
import { freezeVersion } from '../../app/features/documents/freeze-version.server.ts'
import { proposeDocument } from '../../app/features/documents/propose-document.server.ts'
import { startDocument } from '../../app/features/documents/start-document.server.ts'
import { stateTerms } from '../../app/features/documents/state-terms.server.ts'
import { writeSection } from '../../app/features/documents/write-section.server.ts'
import { addAgendaItem } from '../../app/features/meetings/add-item.server.ts'
import { declareInterest } from '../../app/features/meetings/declare-interest.server.ts'
import { drawUpMeeting } from '../../app/features/meetings/draw-up-meeting.server.ts'
import { notedDigest, noteItem } from '../../app/features/meetings/note-item.server.ts'
import { publishAgenda } from '../../app/features/meetings/publish-agenda.server.ts'
import { attendanceDigest, setAttendance } from '../../app/features/meetings/set-attendance.server.ts'
import { startPartnership } from '../../app/features/partnership/start-partnership.server.ts'
import { admitMember } from '../../app/features/people/admit-member.server.ts'
import { giveSeat } from '../../app/features/people/give-seat.server.ts'
import { makeCard } from '../../app/features/people/make-card.server.ts'
import { makeGroup } from '../../app/features/people/make-group.server.ts'
import { setAccessNeeds } from '../../app/features/people/set-access-needs.server.ts'
import type { AppContext } from '../../app/http/context.ts'
import { newId } from '../../app/http/new-id.ts'
import type { Connection, Database } from '../database.ts'
import { touchDocument } from '../queries/documents.ts'
import { findMembership } from '../queries/members.ts'
import {
	findInstallation,
	findPartnershipBySlug,
	listPartnerships,
	listVoices,
	saveInstallation,
} from '../queries/partnerships.ts'
import { actions } from './actions.ts'
import { board, boardDecisions } from './board-decisions.ts'
import { decisions, type ExampleDecision } from './decisions.ts'
import { documents } from './documents.ts'
import { meetings } from './meetings.ts'
import { groups, listGuests, type Name, neighbour, people } from './people.ts'

type Context = Pick<AppContext, 'db' | 'live' | 'secrets'>

const slug = 'harbourside'
const doneKey = 'example'

/** What a database holds: `half` is an example whose loading was broken off, so that nobody has used it yet. */
export async function whatIsHere(db: Connection): Promise<'nothing' | 'example' | 'half' | 'real work'> {
	if (await findInstallation(db, doneKey)) return 'example'
	if (await findPartnershipBySlug(db, slug)) return 'half'
	return (await listPartnerships(db)).length > 0 ? 'real work' : 'nothing'
}

/**
 * Loads the example partnership through the product's own commands, once, as if the last half year had happened here.
 * Gives back who can be chosen on the sign-in page, and the code on Doreen's card.
 */
export async function loadExample(context: Context, say: (step: string) => void, today = new Date()): Promise<Loaded> {
	const done = await findInstallation(context.db.read, doneKey)
	if (done) return { guests: listGuests(), card: done, written: new Map() }
	say('Loading the example partnership …')
	const example = new Example(context, today)
	await example.people()
	const card = await example.card('Doreen')
	say(`${people.length} people and ${groups.length} groups`)
	await example.history(say)
	await startNeighbour(context, today)
	await context.db.write((tx) => saveInstallation(tx, doneKey, card))
	return { guests: listGuests(), card, written: example.written }
}

export interface Loaded {
	guests: ReturnType<typeof listGuests>
	card: string
	/** When the words of each document were written in the story, by its id: what was loaded just now notes the moment of loading. */
	written: ReadonlyMap<string, Date>
}

/** Once the live documents are closed, and have noted what they will of themselves. */
export async function backdateWords(db: Database, { written }: Pick<Loaded, 'written'>) {
	await db.write(async (tx) => {
		for (const [id, at] of written) await touchDocument(tx, id, at)
	})
}

class Example {
	readonly written = new Map<string, Date>()
	readonly #context: Context
	readonly #today: Date
	readonly #partnershipId = newId()
	readonly #here: Place = place(this.#partnershipId)
	/** Ids by the example's own names: people, groups, documents, versions, decisions. */
	readonly #ids = new Map<string, string>()
	readonly #persons = new Map<string, string>()

	constructor(context: Context, today: Date) {
		this.#context = context
		this.#today = today
	}

	async people() {
		const { db } = this.#context
		const [farah, ...others] = people
		const began = this.#daysAgo(210, 9)
		this.#persons.set(farah.name, newId())
		must(
			await startPartnership(
				db,
				{
					id: this.#partnershipId,
					slug,
					name: 'Harbourside Health and Wellbeing Partnership',
					purpose:
						'People who use care and health services, and those who plan, pay for and provide them, agreeing what should change by the harbour and seeing it done.',
					runBy: 'Harbourside Council and Harbourside Carers Together',
					open: true,
					facilitator: {
						personId: this.#persons.get(farah.name)!,
						name: farah.name,
						email: farah.email,
						voice: farah.voice,
					},
				},
				began,
			),
		)
		const voices = new Map((await listVoices(db.read, this.#here)).map((voice) => [voice.kind, voice.id]))
		for (const person of others) {
			const personId = newId()
			const memberId = newId()
			this.#persons.set(person.name, personId)
			this.#ids.set(person.name, memberId)
			const admitted = {
				memberId,
				personId,
				name: person.name,
				email: 'email' in person ? person.email : null,
				voiceId: voices.get(person.voice)!,
				role: 'role' in person ? person.role : ('member' as const),
			}
			must(await admitMember(db, await this.#as('Farah'), admitted, began))
			if ('accessNeeds' in person)
				must(await setAccessNeeds(db, await this.#as(person.name), memberId, person.accessNeeds))
		}
		this.#ids.set('Farah', (await this.#as('Farah')).memberId)
		for (const group of groups) await this.#group(group, began)
		await this.#boardRules(began)
	}

	async #group({ key, kind, name, purpose, madeBy, seats }: (typeof groups)[number], at: Date) {
		const { db } = this.#context
		const id = newId()
		this.#ids.set(key, id)
		must(await makeGroup(db, await this.#as(madeBy), { id, kind, name, purpose }, at))
		for (const { name: sitting, office = 'none', votes = true } of seats) {
			must(await giveSeat(db, await this.#as(madeBy), { groupId: id, memberId: this.#id(sitting), votes, office }, at))
		}
	}

	async card(name: Name) {
		const made = must(await makeCard(this.#context, await this.#as('Farah'), this.#id(name), this.#daysAgo(200, 10)))
		return made.code
	}

	/** Everything else, in the order in which it happened. */
	async history(say: (step: string) => void) {
		const steps = [
			...documents.map((document) => ({ daysAgo: document.daysAgo, run: () => this.#document(document) })),
			...decisions.flatMap((decision) => [
				{ daysAgo: decision.openedDaysAgo, run: () => this.#openDecision(decision) },
				{ daysAgo: Math.max(decision.closedDaysAgo, 0), run: () => this.#finishDecision(decision) },
			]),
			...boardDecisions.flatMap((decision) => [
				{ daysAgo: decision.heldDaysAgo + decision.agendaDaysBefore, run: () => this.#boardAgenda(decision) },
				{ daysAgo: decision.heldDaysAgo, run: () => this.#boardMeets(decision) },
				{ daysAgo: decision.heldDaysAgo - 1, run: () => this.#boardDecision(decision) },
			]),
			...meetings.flatMap((meeting) => [
				{ daysAgo: meeting.drawnUpDaysAgo, run: () => this.#drawUp(meeting) },
				{ daysAgo: meeting.publishedDaysAgo, run: () => this.#publish(meeting) },
			]),
			...actions.flatMap((action) => [
				{ daysAgo: action.agreedDaysAgo, run: () => this.#action(action) },
				...action.updates.map((update) => ({ daysAgo: update.daysAgo, run: () => this.#update(action, update) })),
				{ daysAgo: 1, run: () => this.#verdicts(action) },
			]),
		].sort((a, b) => b.daysAgo - a.daysAgo)
		for (const { run } of steps) await run()
		say(
			`${documents.length} documents, ${decisions.length + boardDecisions.length} decisions and ${actions.length} actions`,
		)
	}

	async #drawUp({ key, group, drawnUpBy, drawnUpDaysAgo, inDays, hour, place, items }: (typeof meetings)[number]) {
		const { db } = this.#context
		const at = this.#daysAgo(drawnUpDaysAgo, 10)
		const clerk = await this.#as(drawnUpBy)
		const id = newId()
		this.#ids.set(key, id)
		const days = [inDays, inDays + 1, inDays + 2].find((ahead) => !isWeekend(this.#daysAgo(-ahead, 12)))
		const startsAt = this.#daysAgo(-(days ?? inDays), hour)
		must(await drawUpMeeting(db, clerk, { id, groupId: this.#id(group), startsAt, place }, at))
		for (const { paperOf, ...item } of items) {
			const versionId = paperOf && this.#id(`version of ${paperOf}`)
			must(await addAgendaItem(db, clerk, id, { ...item, id: newId(), versionId, lateReason: null }, at))
		}
	}

	async #publish({ key, drawnUpBy, publishedDaysAgo }: (typeof meetings)[number]) {
		const asked = { meetingId: this.#id(key), reason: null }
		must(await publishAgenda(this.#context.db, await this.#as(drawnUpBy), asked, this.#daysAgo(publishedDaysAgo, 10)))
	}

	async #document(document: (typeof documents)[number]) {
		const { db } = this.#context
		const id = newId()
		this.#ids.set(document.key, id)
		const began = this.#daysAgo(document.daysAgo, 10)
		const written = this.#daysAgo(document.daysAgo, 11)
		this.written.set(id, written)
		const { title, template, need, needSource, visibility } = document
		const groupId = document.group ? this.#id(document.group) : null
		const starter = await this.#as(document.startedBy)
		must(await startDocument(db, starter, { id, title, template, need, needSource, groupId, visibility }, began))
		if (document.terms) must(await stateTerms(db, starter, id, document.terms, began))
		for (const [section, name, text] of document.words) {
			must(await writeSection(this.#context, await this.#as(name), id, section, { text }, written))
		}
	}

	async #openDecision(decision: (typeof decisions)[number]) {
		const documentId = this.#id(decision.document)
		const at = this.#daysAgo(decision.openedDaysAgo, 9)
		const opener = await this.#as(decision.openedBy)
		const versionId = await this.#version(documentId, decision, at)
		this.#ids.set(`version of ${decision.key}`, versionId)
		const id = newId()
		this.#ids.set(decision.key, id)
		const { kind, question } = decision
		const closesAt = this.#daysAgo(decision.closedDaysAgo, 17)
		const groupId = this.#id(decision.group)
		const opened = { id, versionId, groupId, kind, question, closesAt, ...askedIn(decision) } as NewDecision
		must(await openDecision(this.#context.db, opener, opened, at))
		for (const [index, [name, said, reason = '']] of decision.ballots.entries()) {
			const castAt = new Date(at.getTime() + (index + 1) * 3_600_000)
			const answer = typeof said === 'string' ? { choice: said } : said
			must(await castBallot(this.#context, await this.#as(name), id, { answer, reason }, castAt))
		}
	}

	/** Frozen for this decision, unless an earlier one was about the same words. */
	async #version(documentId: string, { openedBy, frozenBy = openedBy, sameWordsAs }: ExampleDecision, at: Date) {
		if (sameWordsAs) return this.#id(`version of ${sameWordsAs}`)
		const id = newId()
		const writer = await this.#as(frozenBy === 'Farah' ? 'Helen' : frozenBy)
		must(await freezeVersion(this.#context, writer, documentId, { id }, at))
		return id
	}

	async #finishDecision({ key, closedDaysAgo, notes = [], outcome }: (typeof decisions)[number]) {
		if (closedDaysAgo < 0) return
		const { db } = this.#context
		const closed = this.#daysAgo(closedDaysAgo, 17)
		await closeDueDecisions(db, closed)
		const later = new Date(closed.getTime() + 3_600_000)
		for (const [name, words] of notes)
			must(await addNote(db, await this.#as(name), this.#id(key), { id: newId(), words }, later))
		if (outcome) must(await writeOutcome(db, await this.#as(outcome[0]), this.#id(key), outcome[1], later))
	}

	async #boardRules(at: Date) {
		const { group, setBy, rules, rights } = board
		const byId = Object.fromEntries(Object.entries(rights).map(([name, right]) => [this.#id(name), right]))
		const own = { groupId: this.#id(group), rules, rights: byId }
		must(await setBodyRules(this.#context.db, await this.#as(setBy), own, at))
	}

	/** The words the board was asked to decide about, frozen and put on the agenda of its meeting. */
	async #boardAgenda(decision: (typeof boardDecisions)[number]) {
		const { key, document, presider, heldDaysAgo, agendaDaysBefore, group, place } = decision
		const id = newId()
		this.#ids.set(`${key}-version`, id)
		const at = this.#daysAgo(heldDaysAgo + agendaDaysBefore, 9)
		const writer = await this.#as(presider)
		must(await freezeVersion(this.#context, writer, this.#id(document), { id }, at))
		must(await proposeDocument(this.#context, writer, this.#id(document), at))

		const { db } = this.#context
		const clerk = await this.#as(decision.enteredBy)
		const meetingId = newId()
		this.#ids.set(`${key}-meeting`, meetingId)
		const meeting = { id: meetingId, groupId: this.#id(group), startsAt: this.#daysAgo(heldDaysAgo, 14), place }
		must(await drawUpMeeting(db, clerk, meeting, at))
		const { discussed, question, presenter } = decision
		const items = [
			{ key: 'item', title: question, presenter, purpose: 'decide', versionId: id },
			{ key: 'discussed', title: discussed.title, presenter: discussed.presenter, purpose: 'discuss', versionId: null },
		] as const
		for (const { key: what, ...item } of items) {
			const itemId = newId()
			this.#ids.set(`${key}-${what}`, itemId)
			const asked = { ...item, id: itemId, privateReason: null, lateReason: null }
			must(await addAgendaItem(db, clerk, meetingId, asked, at))
		}
		must(await publishAgenda(db, clerk, { meetingId, reason: null }, at))
	}

	/** Who was there is what the minute of the decision says too. */
	async #boardMeets({ key, parts, presider, enteredBy, heldDaysAgo, discussed }: (typeof boardDecisions)[number]) {
		const { db } = this.#context
		const meetingId = this.#id(`${key}-meeting`)
		const clerk = await this.#as(enteredBy)
		const before = this.#daysAgo(heldDaysAgo, 12)
		const during = this.#daysAgo(heldDaysAgo, 15)
		for (const [name, part] of Object.entries(parts)) {
			if (typeof part === 'string' || !('interest' in part)) continue
			const { interest } = part
			const own = { id: newId(), itemId: this.#id(`${key}-item`), memberId: this.#id(name), interest }
			must(await declareInterest(db, await this.#as(name as Name), meetingId, own, before))
		}
		const attended = Object.entries(parts).map(([name, part]) => ({
			memberId: this.#id(name),
			here: part === 'absent' ? ('absent' as const) : ('present' as const),
			joined: 'room' as const,
			late: false,
			left: part === 'left',
			substitute: typeof part === 'object' && 'substitute' in part ? part.substitute : '',
		}))
		const said = { attended, presiderId: this.#id(presider), clerkId: clerk.memberId }
		const startsAt = this.#daysAgo(heldDaysAgo, 14)
		const base = attendanceDigest([], { presiderId: null, clerkId: null, startsAt })
		must(await setAttendance(db, clerk, meetingId, { ...said, base }, during))
		const itemId = this.#id(`${key}-discussed`)
		must(await noteItem(db, clerk, { meetingId, itemId, noted: discussed.noted, base: notedDigest(null) }, during))
	}

	/** Entered the day after the meeting, with one part written down wrongly, and corrected an hour later. */
	async #boardDecision(decision: (typeof boardDecisions)[number]) {
		const { db } = this.#context
		const { presider, mover, seconder, amendment, correction, heldDaysAgo } = decision
		const at = this.#daysAgo(heldDaysAgo - 1, 10)
		const clerk = await this.#as(decision.enteredBy)
		const id = newId()
		this.#ids.set(decision.key, id)
		const entry: Entry = {
			heldOn: this.#daysAgo(heldDaysAgo, 12).toISOString().slice(0, 10),
			place: decision.place,
			question: decision.question,
			motion: decision.motion,
			presiderId: this.#id(presider),
			officerId: clerk.memberId,
			moverId: this.#id(mover),
			seconderId: this.#id(seconder),
			amendments: [
				{
					change: amendment.change,
					moverId: this.#id(amendment.mover),
					seconderId: this.#id(amendment.seconder),
					vote: { how: 'names' },
					parts: this.#byId(amendment.parts),
					casting: null,
					wording: amendment.wording,
				},
			],
			vote: { how: 'names' },
			casting: decision.casting,
			reasons: decision.reasons,
			parts: Object.fromEntries(
				Object.entries(decision.parts).map(([name, part]) => [
					this.#id(name),
					{
						joined: 'room' as const,
						late: false,
						right: '',
						substitute: typeof part === 'object' && 'substitute' in part ? part.substitute : '',
						interest: typeof part === 'object' && 'interest' in part ? part.interest : '',
						dispensation: '',
						part: typeof part === 'string' ? part : 'part' in part ? part.part : ('interest' as const),
					},
				]),
			),
		}
		const wrong = this.#id(correction.of)
		const first = { ...entry, parts: { ...entry.parts, [wrong]: { ...entry.parts[wrong]!, part: correction.first } } }
		const groupId = this.#id(decision.group)
		const versionId = this.#id(`${decision.key}-version`)
		const itemId = this.#id(`${decision.key}-item`)
		must(await recordBoardDecision(db, clerk, { id, versionId, groupId, itemId, entry: first }, at))
		const later = new Date(at.getTime() + 3_600_000)
		const { reason } = correction
		must(await correctBoardDecision(db, clerk, id, { id: newId(), entry, reason, base: 0 }, later))
		must(await writeOutcome(db, await this.#as(presider), id, decision.outcome, later))
	}

	#byId<Said>(byName: Partial<Record<Name, Said>>): Record<string, Said> {
		return Object.fromEntries(Object.entries(byName).map(([name, said]) => [this.#id(name), said as Said]))
	}

	async #action(action: (typeof actions)[number]) {
		const id = newId()
		this.#ids.set(action.key, id)
		const { title, accountableBody, lead, expectedDifference } = action
		must(
			await agreeAction(
				this.#context.db,
				await this.#as(action.agreedBy),
				{
					id,
					decisionId: this.#id(action.decision),
					title,
					accountableBody,
					lead,
					leadMemberId: action.leadMember && this.#id(action.leadMember),
					citizenPartnerId: action.citizenPartner && this.#id(action.citizenPartner),
					expectedDifference,
					dueOn: this.#day(action.dueInDays),
				},
				this.#daysAgo(action.agreedDaysAgo, 12),
			),
		)
	}

	async #update({ key }: (typeof actions)[number], update: (typeof actions)[number]['updates'][number]) {
		const { by, status, words, newDueInDays, daysAgo } = update
		const dueOn = newDueInDays === undefined ? null : this.#day(newDueInDays)
		const reporter = await this.#as(by)
		must(
			await reportOnAction(
				this.#context.db,
				reporter,
				this.#id(key),
				{ id: newId(), status, words, dueOn },
				this.#daysAgo(daysAgo, 14),
			),
		)
	}

	async #verdicts({ key, verdicts = [] }: (typeof actions)[number]) {
		for (const [name, answer, words = ''] of verdicts) {
			must(
				await giveVerdict(
					this.#context.db,
					await this.#as(name),
					this.#id(key),
					{ answer, words },
					this.#daysAgo(1, 15),
				),
			)
		}
	}

	/** Asked for each time: rights are those of now, also here. */
	async #as(name: Name): Promise<Membership> {
		const membership = await findMembership(this.#context.db.read, this.#here, this.#persons.get(name) ?? '')
		if (!membership) throw new Error(`the example has no ${name}`)
		return membership
	}

	#id(key: string): string {
		const id = this.#ids.get(key)
		if (!id) throw new Error(`the example has no ${key}`)
		return id
	}

	#daysAgo(days: number, hour: number): Date {
		const at = new Date(this.#today.getTime() - days * 86_400_000)
		at.setUTCHours(hour, 0, 0, 0)
		return at
	}

	#day(inDays: number): string {
		return new Date(this.#today.getTime() + inDays * 86_400_000).toISOString().slice(0, 10)
	}
}

async function startNeighbour({ db }: Context, today: Date) {
	const facilitator = { personId: newId(), ...neighbour.facilitator }
	const started = { id: newId(), ...neighbour, open: false, facilitator }
	must(await startPartnership(db, started, today))
}

/** Method, rules and options; a decision that names no method is a motion. */
function askedIn(decision: ExampleDecision) {
	if (decision.method === undefined) return { method: 'motion' as const, rules: decision.rules, options: [] }
	const { method, rules } = decision
	return { method, rules, options: 'options' in decision ? decision.options : [] }
}

function must<Answer>(answer: Answer): Exclude<Answer, { refused: string }> {
	if (typeof answer === 'object' && answer !== null && 'refused' in answer) {
		throw new Error(`the example was refused: ${JSON.stringify(answer)}`)
	}
	return answer as Exclude<Answer, { refused: string }>
}

function isWeekend(day: Date): boolean {
	return day.getUTCDay() % 6 === 0
}
