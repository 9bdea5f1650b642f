import { Button } from '~/ui/Button.tsx'
import { Details } from '~/ui/Details.tsx'

export function GiveUpSeat({ action, memberId }: { action: string; memberId: string }) {
	return (
		<Details summary="Give up my seat">
			<form method="post" action={action}>
				<input type="hidden" name="memberId" value={memberId} />
				<p className="govuk-body">You lose what only this group can see and do. What you wrote stays.</p>
				<Button kind="warning" name="step" value="take-away">
					Give up my seat
				</Button>
			</form>
		</Details>
	)
}
