export interface PrintedCard {
	kind: 'card' | 'invitation'
	name: string
	partnership: string
	code: string
	/** "alongside.example/join" */
	address: string
	/** SVG markup made by `qrCode`. */
	qr: string
}

/** A card to print and hand over: two to a page. What it says must stand without this screen. */
export function ReturnCard({ card: { kind, name, partnership, code, address, qr } }: { card: PrintedCard }) {
	return (
		<section className="return-card" aria-label={`Card for ${name}`}>
			<h2 className="return-card__title">{partnership}</h2>
			<p>
				{kind === 'card' ? `This card lets ${name} in.` : `${name}, you are invited.`} Scan it, or go to{' '}
				<strong>{address}</strong> and type:
			</p>
			<p className="return-card__code">{code}</p>
			<div
				role="img"
				aria-label="The same address as a square code, for a phone’s camera"
				// biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by qrCode from our own address and code
				dangerouslySetInnerHTML={{ __html: qr }}
			/>
			<p>
				Use it as often as you like. Whoever holds it can come in as {name}, so keep it safe. Lost it? Tell a
				facilitator, who makes it useless and prints a new one.
			</p>
		</section>
	)
}
