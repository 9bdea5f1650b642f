import { Button } from '~/ui/Button.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import type { DemoPerson } from '../list-demo-people.server.ts'

interface DemoPeopleProps {
	people: { name: string; people: DemoPerson[] }[]
	next: string | null
}

/** The demonstration has no e-mail to wait for: anybody may be anybody. */
export function DemoPeople({ people: partnerships, next }: DemoPeopleProps) {
	return (
		<>
			<h2 className="govuk-heading-l">Choose a person</h2>
			<p className="govuk-body">This is a demonstration. Come in as any of these people and do what they would do.</p>
			<form method="post" action="/sign-in/demo">
				{next && <input type="hidden" name="next" value={next} />}
				{partnerships.map(({ name, people }) => (
					<section key={name} aria-label={name}>
						{partnerships.length > 1 && <h3 className="govuk-heading-m">{name}</h3>}
						{/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when a list has no bullets */}
						<ul className="rows" role="list">
							{people.map((person) => (
								<Person key={person.personId} person={person} />
							))}
						</ul>
					</section>
				))}
			</form>
		</>
	)
}

function Person({ person: { personId, name, voice, shape, task } }: { person: DemoPerson }) {
	return (
		<li className="row">
			<div className="row__words">
				<strong>{name}</strong>
				<div className="row__meta">
					<VoiceMark shape={shape} name={voice} />
					{task && ` · ${task}`}
				</div>
			</div>
			<div className="row__action">
				<Button kind="secondary" name="person" value={personId}>
					Come in as {name}
				</Button>
			</div>
		</li>
	)
}
