import { Component, type ReactNode } from 'react'

interface StillInsteadProps {
	/** The words and their forms, as they are without JavaScript. */
	still: ReactNode
	children: ReactNode
}

/** An old browser, or a line that dropped the editor on its way, still gets the words and a form for each section. */
export class StillInstead extends Component<StillInsteadProps, { failed: boolean }> {
	override state = { failed: false }

	static getDerivedStateFromError() {
		return { failed: true }
	}

	override render() {
		if (!this.state.failed) return this.props.children
		return (
			<>
				<div className="govuk-inset-text" role="status">
					Live writing did not start in this browser. You can write all the same: edit each section on its own page. We
					put your words together with what others write.
				</div>
				{this.props.still}
			</>
		)
	}
}
