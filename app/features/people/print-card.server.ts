import type { AppLoadContext } from '@remix-run/node'
import type { PrintedCard } from './components/ReturnCard.tsx'
import { qrCode } from './qr-code.server.ts'

/** Everything that stands on a card. Made from a code in the answer that made the code, and never again. */
export async function printCard(
	{ origin }: Pick<AppLoadContext, 'origin'>,
	card: Pick<PrintedCard, 'kind' | 'name' | 'partnership' | 'code'>,
): Promise<PrintedCard> {
	return { ...card, address: `${new URL(origin).host}/join`, qr: await qrCode(`${origin}/join/${card.code}`) }
}
