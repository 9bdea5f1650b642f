import { TaskList } from '~/ui/TaskList.tsx'
import { stepWords, type WayToDecision } from '../step-words.ts'

/** Every step from first words to a decision: what is done, what comes next and its page, what comes later. */
export function StepsToDecision({ way }: { way: WayToDecision }) {
	const filling = new Set<string>(['good-life', 'terms'])
	return (
		<TaskList
			items={way.steps.map((step) => {
				const { title, status, href, hint } = stepWords(step, way)
				const isOpen = step.step === way.next?.step || step.done || filling.has(step.step)
				// The button for proposing stands on the page of the steps itself.
				const leads = isOpen && step.step !== 'propose' ? href : null
				return {
					title,
					status: isOpen ? status : 'Later',
					...(leads ? { href: leads } : {}),
					...(hint ? { hint } : {}),
				}
			})}
		/>
	)
}
