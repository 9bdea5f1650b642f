import { Button } from '~/ui/Button.tsx'
import { longMoment } from '~/ui/dates.ts'

interface Place {
	id: string
	device: string
	sharedDevice: boolean
	lastSeenAt: Date
	current: boolean
}

/** Where somebody is signed in, to end one or all the others: a lost phone, a library PC. */
export function SignedInHere({ sessions }: { sessions: Place[] }) {
	return (
		<>
			<h2 className="govuk-heading-l">Where I am signed in</h2>
			<form method="post" action="/account/sessions">
				{/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when a list has no bullets */}
				<ul className="rows" role="list">
					{sessions.map(({ id, device, sharedDevice, lastSeenAt, current }) => (
						<li className="row" key={id}>
							<div className="row__words">
								<strong>{device}</strong>
								<div className="row__meta">
									{current ? 'This device, now' : `Last used ${longMoment(lastSeenAt)}`}
									{sharedDevice && ' · shared with others'}
								</div>
							</div>
							{!current && (
								<div className="row__action">
									<Button kind="secondary" name="session" value={id}>
										Sign out <span className="govuk-visually-hidden">{device}</span>
									</Button>
								</div>
							)}
						</li>
					))}
				</ul>
				{sessions.length > 1 && (
					<Button kind="secondary" name="session" value="others">
						Sign out everywhere else
					</Button>
				)}
			</form>
		</>
	)
}
