/** Of everything that is drawn at random: the same each time, so that no run is red by chance. LIVE_SEED draws others. */
export const seed = Number(process.env.LIVE_SEED ?? 20_261_122)
