import { longDate, longMoment } from '~/ui/dates.ts'
import type { Named } from '../naming.ts'
import type { PresentedEntry } from '../present-entries.server.ts'
import { sentences } from './sentences.tsx'

export function EntryRow({ entry: { number, at, said }, base }: { entry: PresentedEntry; base: string }) {
	return (
		<li className="row" id={`entry-${number}`}>
			<div className="row__words">
				<p className="row__sentence">
					{said ? <Sentence said={said} base={base} /> : 'Something happened in a private circle.'}
				</p>
				<div className="row__meta">
					Entry {number} · {typeof at === 'string' && at.length === 10 ? longDate(at) : longMoment(at)}
					{said?.by && ` · by ${said.by}`}
				</div>
			</div>
		</li>
	)
}

function Sentence({ said, base }: { said: NonNullable<PresentedEntry['said']>; base: string }) {
	const { kind, details, subject, person, result } = said
	const it = <Thing named={subject} base={base} />
	return sentences[kind]({ it, person: person && <Thing named={person} base={base} />, details, result })
}

function Thing({ named: { words, path }, base }: { named: Named; base: string }) {
	return path ? <a href={base + path}>{words}</a> : words
}
