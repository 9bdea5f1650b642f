/**
 * A voice's mark, by its number: solid shapes first, the same shapes hollow for a large partnership. U+FE0E keeps a
 * phone from drawing its own picture.
 */
const shapes = ['●', '■', '▲', '◆', '▼', '★', '✚', '◐', '○', '□', '△', '◇'] as const

/** How many colours and patterns the styles know (`_voice.scss`); shapes tell voices apart beyond that. */
const colours = 8

export const shapeOf = (shape: number) => `${shapes[shape % shapes.length]}\uFE0E`

export const voiceClass = (shape: number) => `voice--${shape % colours}`
