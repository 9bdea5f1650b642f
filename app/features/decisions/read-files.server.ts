import { redirect } from '@remix-run/node'
import { countBallots, findBallotsVoice, listBallots } from '../../../db/queries/ballots.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import { type Decision, isOutcomeOnly, type Result } from '../../domain/decisions/decision.ts'
import {
	asksVoices,
	csvRecountWords,
	type FileName,
	type FileSetting,
	fileNames,
	filesFor,
	writeFile,
} from '../../domain/decisions/published-files.ts'
import { type Args, notFound } from '../../http/visit.ts'
import { isoDay } from '../../ui/dates.ts'
import { kindWords } from './decision-words.ts'
import { easiestFirst } from './file-words.ts'
import { hasSteps } from './has-steps.ts'
import { presentDecision } from './present-decision.server.ts'
import { resultTitle } from './result-words.ts'
import { type DecisionVisit, visitDecision } from './visit-decision.server.ts'

export type ClosedVisit = DecisionVisit & { decision: { result: Result } }

/** A vote that is closed; until then it has no result, no files and no minute. A board decision has its own minute. */
export async function visitClosedDecision(args: Args): Promise<ClosedVisit> {
	const here = await visitDecision(args)
	if (here.decision.kind === 'board-decision') throw redirect(`${here.address}/board-minute`)
	if (here.decision.state !== 'closed' || !here.decision.result) throw notFound()
	return here as ClosedVisit
}

/** Which files there are, what each is called when taken away, and how each is counted again. */
export async function readFiles(args: Args) {
	const { decision } = await visitClosedDecision(args)
	const isHidden = isOutcomeOnly(decision.result)
	const db = args.context.db.read
	const [ballots, voice] = isHidden
		? [0, null]
		: await Promise.all([countBallots(db, decision.id), findBallotsVoice(db, decision.id)])
	const isMissing = asksVoices(decision) && voice === ''
	return {
		/** So few voted that there is the outcome to take away and nothing else. */
		isHidden,
		files: inOrder(filesFor(decision)).map((file) => ({
			file,
			name: nameOf(decision, file),
			command: commandFor(decision, file),
		})),
		ballotsHash: decision.result.ballotsHash,
		engine: decision.result.engine,
		hasSteps: hasSteps(decision.result, isMissing),
		saysVoices: Boolean(voice),
		isMissingVoices: isMissing,
		ballots,
	}
}

function inOrder(files: readonly FileName[]): FileName[] {
	return easiestFirst.filter((file) => files.includes(file))
}

/** One file, with its name and type. */
export async function readFile(args: Args): Promise<{ text: string; name: string; type: string }> {
	const here = await visitClosedDecision(args)
	const file = fileNames.find((name) => name === args.params.file)
	if (!file) throw notFound()
	const { decision } = here
	const ballots = await listBallots(args.context.db.read, decision.id)
	const text = writeFile(file, decision as Decision & { result: Result }, ballots, await settingOf(args, here))
	if (text === null) throw notFound()
	// Without the mark some spreadsheets take every curly quote and accent for something else.
	const mark = file === 'ballots-dictionary.csv' ? '\uFEFF' : ''
	return { text: mark + text, name: nameOf(decision, file), type: types[file] }
}

const types: Record<FileName, string> = {
	'ballots.json': 'application/json; charset=utf-8',
	'result.json': 'application/json; charset=utf-8',
	'ballots.pb': 'text/plain; charset=utf-8',
	'ballots.blt': 'text/plain; charset=utf-8',
	'ballots.csv': 'text/csv; charset=utf-8',
	'ballots-dictionary.csv': 'text/csv; charset=utf-8',
}

async function settingOf(args: Args, { decision, partnership, place }: ClosedVisit): Promise<FileSetting> {
	const { name: kind, means } = kindWords[decision.kind]
	const voices = await listVoices(args.context.db.read, place)
	return {
		kind,
		means,
		version: decision.about.fingerprint,
		place: partnership.name,
		began: dottedDay(decision.opensAt),
		ended: dottedDay(decision.closesAt),
		says: resultTitle(presentDecision(decision, new Date())),
		voices: voices.map(({ id, plural }) => ({ id, name: plural })),
	}
}

/** As Pabulib writes days: 21.11.2026 */
function dottedDay(moment: Date): string {
	return isoDay(moment).split('-').reverse().join('.')
}

/** `DEC-2026-011-show-of-views-ballots.json` */
function nameOf({ reference, kind }: Decision, file: FileName): string {
	return `${reference}-${kind}-${file}`
}

/** A CSV file cannot say the rule, so the command does; none of what holds no ballots. */
function commandFor(decision: ClosedVisit['decision'], file: FileName): string | null {
	if (file === 'result.json' || file === 'ballots-dictionary.csv') return null
	const words = file === 'ballots.csv' ? ` ${csvRecountWords(decision)}` : ''
	return `npx alongside recount ${nameOf(decision, file)}${words} --against ${nameOf(decision, 'result.json')}`
}
