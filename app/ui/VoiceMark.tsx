import { shapeOf, voiceClass } from './voice-shapes.ts'

/** The side somebody speaks from: a shape, the word, and only then a colour. */
export function VoiceMark({ shape, name }: { shape: number; name: string }) {
	return (
		<span className={`voice ${voiceClass(shape)}`}>
			<span className="voice__shape" aria-hidden="true">
				{shapeOf(shape)}
			</span>
			{name}
		</span>
	)
}
