/**
 * What every address answers to every kind of visitor. A new address or verb fails the test until it has its rows here, and
 * so does any answer that differs: read this table to see who may do what, and change it only on purpose.
 *
 *   page     shown                              done     it went through, or led on
 *   mend     allowed; the form must be mended   state    allowed, but not as things stand
 *   sign-in  asked to sign in first             no       told plainly that they may not
 *   none     to this visitor it does not exist
 */
export const visitors = {
	/** Not signed in. */
	nobody: null,
	/** Facilitates another partnership. */
	elsewhere: 'Rosa',
	observer: 'Ola',
	/** Members of each voice, without a seat in the group that writes the hub. */
	citizen: 'Tomasz',
	commissioner: 'Ngozi',
	provider: 'Sian',
	/** Sits in the group that writes the hub. */
	seat: 'Wei',
	/** Chairs that group, and the Carers’ panel. */
	chair: 'Amina',
	facilitator: 'Farah',
	/** Chairs the private circle. */
	circle: 'Joe',
} as const

export type Kind = keyof typeof visitors
export const kinds = Object.keys(visitors) as Kind[]

const documents = '/p/harbourside/documents'
const decisions = '/p/harbourside/decisions'
const actions = '/p/harbourside/actions'
const meetings = '/p/harbourside/meetings'
const people = '/p/harbourside/people'

/** The things that stand in for `:document` and the like, found by their title in a list. */
export const things: Record<string, { list: string; shownOn?: string; title: string; as: Kind }> = {
	hub: { list: documents, title: 'A hub that carers run themselves', as: 'seat' },
	market: { list: documents, title: 'More small and local providers', as: 'citizen' },
	skills: { list: documents, title: 'Professional time where people want it', as: 'facilitator' },
	private: { list: documents, title: 'What we say among ourselves', as: 'circle' },
	open: { list: decisions, title: 'Should we put a question to people', as: 'seat' },
	closed: { list: decisions, title: 'Should this become a priority', as: 'seat' },
	minuted: { list: decisions, title: 'The strategy for 2026 to 2031', as: 'seat' },
	phone: { list: actions, title: 'One telephone number', as: 'seat' },
	coming: { list: meetings, title: 'Health and Wellbeing Board', as: 'facilitator' },
	doreen: { list: people, title: 'Doreen', as: 'facilitator' },
	board: { list: `${people}/groups`, shownOn: people, title: 'Health and Wellbeing Board', as: 'facilitator' },
	wei: { list: people, title: 'Wei', as: 'facilitator' },
	panel: { list: `${people}/groups`, shownOn: people, title: 'Carers’ panel', as: 'facilitator' },
	voices: { list: `${people}/groups`, shownOn: people, title: 'Harbour Voices', as: 'circle' },
}

const rows = `
# verb path                                                                 thing      nobody   elsewher observer citizen  commissi provider seat     chair    facilita circle
GET  /sign-in                                                               -          page     page     page     page     page     page     page     page     page     page
GET  /sign-in/demo                                                          -          done     done     done     done     done     done     done     done     done     done
GET  /sign-in/code                                                          -          done     done     done     done     done     done     done     done     done     done
GET  /sign-in/link/:token                                                   -          page     page     page     page     page     page     page     page     page     page
GET  /join                                                                  -          page     page     page     page     page     page     page     page     page     page
GET  /join/:code                                                            -          none     none     none     none     none     none     none     none     none     none
GET  /account                                                               -          sign-in  page     page     page     page     page     page     page     page     page
GET  /account/name                                                          -          sign-in  page     page     page     page     page     page     page     page     page
GET  /account/email                                                         -          sign-in  page     page     page     page     page     page     page     page     page
GET  /account/email/code                                                    -          sign-in  done     done     done     done     done     done     done     done     done
GET  /account/access-needs/:member                                          doreen     sign-in  none     none     none     none     none     none     none     none     none
GET  /account/card/:member                                                  doreen     done     done     done     done     done     done     done     done     done     done
GET  /account/sessions                                                      -          done     done     done     done     done     done     done     done     done     done
GET  /account/data.json                                                     -          sign-in  page     page     page     page     page     page     page     page     page
GET  /account/leaving/:member                                               doreen     sign-in  none     none     none     none     none     none     none     none     none
GET  /account/words                                                         -          sign-in  page     page     page     page     page     page     page     page     page
GET  /account/erasure                                                       -          sign-in  page     page     page     page     page     page     page     page     page
GET  /                                                                      -          page     page     page     page     page     page     page     page     page     page
GET  /set-up/:code                                                          -          page     page     page     page     page     page     page     page     page     page
GET  /accessibility                                                         -          page     page     page     page     page     page     page     page     page     page
GET  /privacy                                                               -          page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership                                                        -          page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership                                                        northfield sign-in  page     no       no       no       no       no       no       no       no
GET  /p/:partnership/settings                                               -          sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/documents                                              -          page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/documents/new                                          -          sign-in  no       no       page     page     page     page     page     page     page
GET  /p/:partnership/documents/:document                                    hub        page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/documents/:document                                    market     sign-in  none     page     page     page     page     page     page     page     page
GET  /p/:partnership/documents/:document                                    skills     sign-in  none     none     none     page     none     none     page     page     page
GET  /p/:partnership/documents/:document                                    private    sign-in  none     none     none     none     none     none     none     none     page
GET  /p/:partnership/documents/:document/write                              hub        sign-in  no       no       no       no       no       page     page     no       no
GET  /p/:partnership/documents/:document/write                              private    sign-in  none     none     none     none     none     none     none     none     page
GET  /p/:partnership/documents/:document/sections/:section                  hub        sign-in  no       no       no       no       no       page     page     no       no
GET  /p/:partnership/documents/:document/sections/:section                  private    sign-in  none     none     none     none     none     none     none     none     page
GET  /p/:partnership/documents/:document/terms                              hub        sign-in  no       no       no       no       no       page     page     no       no
GET  /p/:partnership/documents/:document/terms                              private    sign-in  none     none     none     none     none     none     none     none     page
GET  /p/:partnership/documents/:document/proposal                           market     sign-in  none     no       page     no       page     no       no       no       no
GET  /p/:partnership/documents/:document/proposal                           private    sign-in  none     none     none     none     none     none     none     none     page
GET  /p/:partnership/documents/:document/rescued                            hub        sign-in  no       no       no       no       no       page     page     no       no
GET  /p/:partnership/documents/:document/rescued                            private    sign-in  none     none     none     none     none     none     none     none     page
GET  /p/:partnership/documents/:document/visibility                         hub        sign-in  no       no       no       no       no       no       page     page     no
GET  /p/:partnership/documents/:document/visibility                         private    sign-in  none     none     none     none     none     none     none     none     page
GET  /p/:partnership/documents/:document/final                              hub        sign-in  no       no       no       no       no       no       page     page     no
GET  /p/:partnership/documents/:document/final                              private    sign-in  none     none     none     none     none     none     none     none     page
GET  /p/:partnership/documents/:document/open-again                         hub        sign-in  no       no       no       no       no       no       done     done     no
GET  /p/:partnership/documents/:document/open-again                         private    sign-in  none     none     none     none     none     none     none     none     done
GET  /p/:partnership/documents/:document/stop                               hub        sign-in  no       no       no       no       no       no       page     page     no
GET  /p/:partnership/documents/:document/stop                               private    sign-in  none     none     none     none     none     none     none     none     page
GET  /p/:partnership/documents/:document/erasure                            hub        sign-in  no       no       no       no       no       no       page     page     no
GET  /p/:partnership/documents/:document/erasure                            private    sign-in  none     none     none     none     none     none     none     none     page
GET  /p/:partnership/documents/:document/versions                           hub        page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/documents/:document/versions                           private    sign-in  none     none     none     none     none     none     none     none     page
GET  /p/:partnership/documents/:document/versions/:number                   hub        page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/documents/:document/versions/:number                   private    sign-in  none     none     none     none     none     none     none     none     none
GET  /p/:partnership/documents/:document/versions/:number/content.json      hub        page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/documents/:document/versions/:number/content.json      private    sign-in  none     none     none     none     none     none     none     none     none
GET  /p/:partnership/decisions                                              -          page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/new                                          -          sign-in  no       no       no       no       no       no       page     page     page
GET  /p/:partnership/decisions/board/new                                    -          sign-in  no       no       no       no       no       no       page     page     no
GET  /p/:partnership/decisions/:decision                                    minuted    page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/secrecy                                       -          page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/:decision                                    open       page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/:decision                                    closed     page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/:decision/steps                               closed     none     none     none     none     none     none     none     none     none     none
GET  /p/:partnership/decisions/:decision/files                               open       none     none     none     none     none     none     none     none     none     none
GET  /p/:partnership/decisions/:decision/files                               closed     page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/:decision/files/:file                         open       none     none     none     none     none     none     none     none     none     none
GET  /p/:partnership/decisions/:decision/files/:file                         closed     page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/:decision/minute                              open       none     none     none     none     none     none     none     none     none     none
GET  /p/:partnership/decisions/:decision/minute                              closed     page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/:decision/minute.txt                          open       none     none     none     none     none     none     none     none     none     none
GET  /p/:partnership/decisions/:decision/minute.txt                          closed     page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/:decision/ballot                             open       sign-in  no       page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/:decision/ballot                             minuted    done     done     done     done     done     done     done     done     done     done
GET  /p/:partnership/decisions/:decision/ballot/:member                     open       sign-in  no       no       no       no       no       no       no       no       no
GET  /p/:partnership/decisions/:decision/ballot/:member                     minuted    done     done     done     done     done     done     done     done     done     done
GET  /p/:partnership/decisions/:decision/receipt                            open       page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/:decision/receipt                            minuted    done     done     done     done     done     done     done     done     done     done
GET  /p/:partnership/decisions/:decision/electors                           open       sign-in  no       page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/:decision/electors                           minuted    sign-in  no       done     done     done     done     done     done     done     done
GET  /p/:partnership/decisions/:decision/board-minute                            minuted    page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/:decision/board-minute                            closed     none     none     none     none     none     none     none     none     none     none
GET  /p/:partnership/decisions/:decision/board-minute.txt                        minuted    page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/:decision/board-minute.txt                        closed     none     none     none     none     none     none     none     none     none     none
GET  /p/:partnership/decisions/:decision/correction                         minuted    sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/decisions/:decision/correction                         closed     none     none     none     none     none     none     none     none     none     none
GET  /p/:partnership/decisions/:decision/names                              minuted    sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/decisions/:decision/approval                           minuted    sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/decisions/:decision/paper                                   open       sign-in  no       no       no       no       no       no       page     page     no
GET  /p/:partnership/decisions/:decision/paper                                   minuted    done     done     done     done     done     done     done     done     done     done
GET  /p/:partnership/decisions/:decision/paper/print                             open       sign-in  no       no       no       no       no       no       page     page     no
GET  /p/:partnership/decisions/:decision/paper/print                             minuted    done     done     done     done     done     done     done     done     done     done
GET  /p/:partnership/decisions/:decision/paper/reading                           open       sign-in  no       no       no       no       no       no       done     done     no
GET  /p/:partnership/decisions/:decision/paper/reading                           minuted    done     done     done     done     done     done     done     done     done     done
GET  /p/:partnership/decisions/:decision/stop                               open       sign-in  no       no       no       no       no       no       page     page     no
GET  /p/:partnership/decisions/:decision/stop                               minuted    done     done     done     done     done     done     done     done     done     done
GET  /p/:partnership/decisions/:decision/withdrawn                          open       sign-in  no       no       no       no       no       no       none     none     no
GET  /p/:partnership/decisions/:decision/withdrawn                          minuted    done     done     done     done     done     done     done     done     done     done
GET  /p/:partnership/decisions/:decision/casting-vote                       closed     sign-in  no       none     none     none     none     none     none     none     none     none
GET  /p/:partnership/decisions/:decision/casting-vote                       minuted    done     done     done     done     done     done     done     done     done     done
GET  /p/:partnership/decisions/:decision/outcome                            closed     sign-in  no       no       no       no       no       no       page     page     no
GET  /p/:partnership/decisions/:decision/notes                              closed     page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/decisions/:decision/notes/:note/withdrawal             closed     done     done     done     done     done     done     done     done     done     done
GET  /p/:partnership/meetings                                                    -          page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/meetings/new                                                -          sign-in  no       no       no       no       no       no       page     page     no
GET  /p/:partnership/meetings/:meeting                                           coming     page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/meetings/:meeting/items                                     coming     sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/meetings/:meeting/items/new                                 coming     sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/meetings/:meeting/items/:item/place                         coming     sign-in  no       no       no       no       no       no       no       done     no
GET  /p/:partnership/meetings/:meeting/items/:item/details                       coming     none     none     none     none     none     none     none     none     none     none
GET  /p/:partnership/meetings/:meeting/items/:item/title                         coming     none     none     none     none     none     none     none     none     none     none
GET  /p/:partnership/meetings/:meeting/items/:item/removal                       coming     sign-in  no       no       no       no       no       no       no       none     no
GET  /p/:partnership/meetings/:meeting/publication                               coming     sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/meetings/:meeting/move                                      coming     sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/meetings/:meeting/calling-off                               coming     sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/meetings/:meeting/room                                      coming     sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/meetings/:meeting/items/:item/interest                      coming     none     none     none     none     none     none     none     none     none     none
GET  /p/:partnership/meetings/:meeting/items/:item/noted                         coming     none     none     none     none     none     none     none     none     none     none
GET  /p/:partnership/meetings/:meeting/interests/:interest/dispensation          coming     sign-in  no       no       no       no       no       no       no       none     no
GET  /p/:partnership/meetings/:meeting/interests/:interest/withdrawal            coming     sign-in  no       no       no       no       no       no       no       none     no
GET  /p/:partnership/meetings/:meeting/minutes                                   coming     page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/meetings/:meeting/minutes.txt                               coming     page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/meetings/:meeting/approval                                  coming     sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/meetings/:meeting/names                                     coming     sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/actions                                                -          page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/actions/new                                            -          sign-in  no       no       no       no       no       no       page     page     page
GET  /p/:partnership/actions/:action                                        phone      page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/actions/:action/updates                                phone      sign-in  no       no       no       page     no       no       no       page     no
GET  /p/:partnership/actions/:action/verdict                                phone      sign-in  no       no       page     page     page     page     page     page     page
GET  /p/:partnership/people                                                 -          sign-in  no       page     page     page     page     page     page     page     page
GET  /p/:partnership/people/voices                                          -          sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/people/voices/:voice                                   -          sign-in  no       no       no       no       no       no       no       none     no
GET  /p/:partnership/people/invitations                                     -          sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/people/invitations/new                                 -          sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/people/invitations/file                                -          sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/people/invitations/:invitation/withdrawal              -          sign-in  no       no       no       no       no       no       no       done     no
GET  /p/:partnership/people/groups/new                                      -          sign-in  no       no       page     page     page     page     page     page     page
GET  /p/:partnership/people/groups/:group                                   panel      sign-in  no       page     page     page     page     page     page     page     page
GET  /p/:partnership/people/groups/:group                                   voices     sign-in  no       none     none     none     none     none     none     none     page
GET  /p/:partnership/people/groups/:group/seats                             panel      sign-in  no       no       no       no       no       no       page     page     no
GET  /p/:partnership/people/groups/:group/seats                             voices     sign-in  no       none     none     none     none     none     none     none     page
GET  /p/:partnership/people/groups/:group/rules                             board      sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/people/groups/:group/rules                             panel      sign-in  no       none     none     none     none     none     none     none     none
GET  /p/:partnership/people/groups/:group/closing                           panel      sign-in  no       no       no       no       no       no       page     page     no
GET  /p/:partnership/people/groups/:group/closing                           voices     sign-in  no       none     none     none     none     none     none     none     page
GET  /p/:partnership/people/:member                                         doreen     sign-in  no       page     page     page     page     page     page     page     page
GET  /p/:partnership/people/:member/membership                              doreen     sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/people/:member/access-needs                            doreen     sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/people/:member/card                                    doreen     sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/people/:member/card/revocation                         doreen     sign-in  no       done     done     done     done     done     done     done     done
GET  /p/:partnership/people/:member/supporters                              doreen     sign-in  no       no       no       no       no       no       no       no       no
GET  /p/:partnership/people/:member/supporters                              wei        sign-in  no       no       no       no       no       page     no       no       no
GET  /p/:partnership/people/:member/supporters/:supporter/ending            wei        sign-in  no       done     done     done     done     done     done     done     done
GET  /p/:partnership/people/:member/removal                                 doreen     sign-in  no       no       no       no       no       no       no       page     no
GET  /p/:partnership/record                                                 -          page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/record/verification                                    -          page     page     page     page     page     page     page     page     page     page
GET  /p/:partnership/record/entries.json                                    -          page     page     page     page     page     page     page     page     page     page
GET  /*                                                                     -          none     none     none     none     none     none     none     none     none     none
GET  /sign-out                                                              -          done     done     done     done     done     done     done     done     done     done
POST /sign-in                                                               -          mend     mend     mend     mend     mend     mend     mend     mend     mend     mend
POST /sign-in/demo                                                          -          done     done     done     done     done     done     done     done     done     done
POST /sign-in/code                                                          -          done     done     done     done     done     done     done     done     done     done
POST /sign-in/link/:token                                                   -          state    state    state    state    state    state    state    state    state    state
POST /join                                                                  -          mend     mend     mend     mend     mend     mend     mend     mend     mend     mend
POST /join/:code                                                            -          state    state    state    state    state    state    state    state    state    state
POST /account/name                                                          -          sign-in  mend     mend     mend     mend     mend     mend     mend     mend     mend
POST /account/email                                                         -          sign-in  mend     mend     mend     mend     mend     mend     mend     mend     mend
POST /account/email/code                                                    -          sign-in  done     done     done     done     done     done     done     done     done
POST /account/access-needs/:member                                          doreen     sign-in  none     none     none     none     none     none     none     none     none
POST /account/card/:member                                                  doreen     sign-in  none     none     none     none     none     none     none     none     none
POST /account/sessions                                                      -          sign-in  done     done     done     done     done     done     done     done     done
POST /account/leaving/:member                                               doreen     sign-in  none     none     none     none     none     none     none     none     none
POST /account/words                                                         -          sign-in  mend     mend     mend     mend     mend     mend     mend     mend     mend
POST /account/erasure                                                       -          sign-in  mend     mend     mend     mend     mend     mend     mend     mend     mend
POST /set-up/:code                                                          -          mend     mend     mend     mend     mend     mend     mend     mend     mend     mend
POST /p/:partnership/settings                                               -          sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/documents/new                                          -          sign-in  no       no       mend     mend     mend     mend     mend     mend     mend
POST /p/:partnership/documents/:document/sections/:section                  hub        sign-in  no       no       no       no       no       mend     mend     no       no
POST /p/:partnership/documents/:document/sections/:section                  private    sign-in  none     none     none     none     none     none     none     none     mend
POST /p/:partnership/documents/:document/terms                              hub        sign-in  no       no       no       no       no       mend     mend     no       no
POST /p/:partnership/documents/:document/terms                              private    sign-in  none     none     none     none     none     none     none     none     mend
POST /p/:partnership/documents/:document/proposal                           market     sign-in  none     no       state    no       state    no       no       no       no
POST /p/:partnership/documents/:document/proposal                           private    sign-in  none     none     none     none     none     none     none     none     done
POST /p/:partnership/documents/:document/rescued                            hub        sign-in  no       no       no       no       no       mend     mend     no       no
POST /p/:partnership/documents/:document/rescued                            private    sign-in  none     none     none     none     none     none     none     none     mend
POST /p/:partnership/documents/:document/visibility                         hub        sign-in  no       no       no       no       no       no       mend     mend     no
POST /p/:partnership/documents/:document/visibility                         private    sign-in  none     none     none     none     none     none     none     none     mend
POST /p/:partnership/documents/:document/final                              hub        sign-in  no       no       no       no       no       no       mend     mend     no
POST /p/:partnership/documents/:document/final                              private    sign-in  none     none     none     none     none     none     none     none     mend
POST /p/:partnership/documents/:document/open-again                         hub        sign-in  no       no       no       no       no       no       done     done     no
POST /p/:partnership/documents/:document/open-again                         private    sign-in  none     none     none     none     none     none     none     none     done
POST /p/:partnership/documents/:document/stop                               hub        sign-in  no       no       no       no       no       no       mend     mend     no
POST /p/:partnership/documents/:document/stop                               private    sign-in  none     none     none     none     none     none     none     none     mend
POST /p/:partnership/documents/:document/erasure                            hub        sign-in  no       no       no       no       no       no       mend     mend     no
POST /p/:partnership/documents/:document/erasure                            private    sign-in  none     none     none     none     none     none     none     none     mend
POST /p/:partnership/documents/:document/versions                           hub        sign-in  no       no       no       no       no       mend     mend     no       no
POST /p/:partnership/documents/:document/versions                           private    sign-in  none     none     none     none     none     none     none     none     mend
POST /p/:partnership/decisions/new                                          -          sign-in  no       no       no       no       no       no       none     none     none
POST /p/:partnership/decisions/board/new                                    -          sign-in  no       no       no       no       no       no       none     none     no
POST /p/:partnership/decisions/:decision/correction                         minuted    sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/decisions/:decision/names                              minuted    sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/decisions/:decision/approval                           minuted    sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/decisions/:decision/ballot                             open       sign-in  no       no       mend     mend     mend     mend     mend     no       mend
POST /p/:partnership/decisions/:decision/ballot                             minuted    done     done     done     done     done     done     done     done     done     done
POST /p/:partnership/decisions/:decision/ballot/:member                     open       sign-in  no       no       no       no       no       no       no       no       no
POST /p/:partnership/decisions/:decision/ballot/:member                     minuted    done     done     done     done     done     done     done     done     done     done
POST /p/:partnership/decisions/:decision/receipt                            open       mend     mend     mend     mend     mend     mend     mend     mend     mend     mend
POST /p/:partnership/decisions/:decision/receipt                            minuted    done     done     done     done     done     done     done     done     done     done
POST /p/:partnership/decisions/:decision/paper                                   open       sign-in  no       no       no       no       no       no       mend     mend     no
POST /p/:partnership/decisions/:decision/paper                                   minuted    done     done     done     done     done     done     done     done     done     done
POST /p/:partnership/decisions/:decision/paper/reading                           open       sign-in  no       no       no       no       no       no       done     done     no
POST /p/:partnership/decisions/:decision/paper/reading                           minuted    done     done     done     done     done     done     done     done     done     done
POST /p/:partnership/decisions/:decision/stop                               open       sign-in  no       no       no       no       no       no       mend     mend     no
POST /p/:partnership/decisions/:decision/stop                               minuted    done     done     done     done     done     done     done     done     done     done
POST /p/:partnership/decisions/:decision/withdrawn                          open       sign-in  no       no       no       no       no       no       none     none     no
POST /p/:partnership/decisions/:decision/withdrawn                          minuted    done     done     done     done     done     done     done     done     done     done
POST /p/:partnership/decisions/:decision/casting-vote                       closed     sign-in  no       none     none     none     none     none     none     none     none     none
POST /p/:partnership/decisions/:decision/casting-vote                       minuted    done     done     done     done     done     done     done     done     done     done
POST /p/:partnership/decisions/:decision/outcome                            closed     sign-in  no       no       no       no       no       no       mend     mend     no
POST /p/:partnership/decisions/:decision/notes                              closed     sign-in  no       no       mend     mend     mend     mend     mend     mend     mend
POST /p/:partnership/decisions/:decision/notes/:note/withdrawal             closed     sign-in  no       none     none     none     none     none     none     none     none
POST /p/:partnership/meetings/new                                                -          sign-in  no       no       no       no       no       no       mend     mend     no
POST /p/:partnership/meetings/:meeting/items/new                                 coming     sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/meetings/:meeting/items/:item/place                         coming     sign-in  no       no       no       no       no       no       no       none     no
POST /p/:partnership/meetings/:meeting/items/:item/details                       coming     none     none     none     none     none     none     none     none     none     none
POST /p/:partnership/meetings/:meeting/items/:item/title                         coming     none     none     none     none     none     none     none     none     none     none
POST /p/:partnership/meetings/:meeting/items/:item/removal                       coming     sign-in  no       no       no       no       no       no       no       none     no
POST /p/:partnership/meetings/:meeting/publication                               coming     sign-in  no       no       no       no       no       no       no       state    no
POST /p/:partnership/meetings/:meeting/move                                      coming     sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/meetings/:meeting/calling-off                               coming     sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/meetings/:meeting/room                                      coming     sign-in  no       no       no       no       no       no       no       done     no
POST /p/:partnership/meetings/:meeting/items/:item/interest                      coming     none     none     none     none     none     none     none     none     none     none
POST /p/:partnership/meetings/:meeting/items/:item/noted                         coming     none     none     none     none     none     none     none     none     none     none
POST /p/:partnership/meetings/:meeting/interests/:interest/dispensation          coming     sign-in  no       no       no       no       no       no       no       none     no
POST /p/:partnership/meetings/:meeting/interests/:interest/withdrawal            coming     sign-in  no       no       no       no       no       no       no       none     no
POST /p/:partnership/meetings/:meeting/approval                                  coming     sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/meetings/:meeting/names                                     coming     sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/actions/new                                            -          sign-in  no       no       no       no       no       no       mend     mend     mend
POST /p/:partnership/actions/:action/updates                                phone      sign-in  no       no       no       mend     no       no       no       mend     no
POST /p/:partnership/actions/:action/verdict                                phone      sign-in  no       no       mend     mend     mend     mend     mend     mend     mend
POST /p/:partnership/people/voices/:voice                                   -          sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/people/invitations                                     -          sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/people/invitations/new                                 -          sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/people/invitations/file                                -          sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/people/invitations/:invitation/withdrawal              -          sign-in  no       no       no       no       no       no       no       done     no
POST /p/:partnership/people/groups/new                                      -          sign-in  no       no       mend     mend     mend     mend     mend     mend     mend
POST /p/:partnership/people/groups/:group/seats                             panel      sign-in  no       no       no       no       no       no       mend     mend     no
POST /p/:partnership/people/groups/:group/seats                             voices     sign-in  no       none     none     none     none     none     none     none     mend
POST /p/:partnership/people/groups/:group/rules                             board      sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/people/groups/:group/rules                             panel      sign-in  no       none     none     none     none     none     none     none     none
POST /p/:partnership/people/groups/:group/closing                           panel      sign-in  no       no       no       no       no       no       done     done     no
POST /p/:partnership/people/groups/:group/closing                           voices     sign-in  no       none     none     none     none     none     none     none     done
POST /p/:partnership/people/:member/membership                              doreen     sign-in  no       no       no       no       no       no       no       mend     no
POST /p/:partnership/people/:member/access-needs                            doreen     sign-in  no       no       no       no       no       no       no       done     no
POST /p/:partnership/people/:member/card                                    doreen     sign-in  no       no       no       no       no       no       no       page     no
POST /p/:partnership/people/:member/card/revocation                         doreen     sign-in  no       no       no       no       no       no       no       done     no
POST /p/:partnership/people/:member/supporters                              doreen     sign-in  no       no       no       no       no       no       no       no       no
POST /p/:partnership/people/:member/supporters                              wei        sign-in  no       no       no       no       no       mend     no       no       no
POST /p/:partnership/people/:member/supporters/:supporter/ending            wei        sign-in  no       no       no       no       no       no       no       no       no
POST /p/:partnership/people/:member/removal                                 doreen     sign-in  no       no       no       no       no       no       no       done     no
POST /*                                                                     -          none     none     none     none     none     none     none     none     none     none
POST /sign-out                                                              -          done     done     done     done     done     done     done     done     done     done
`

export interface RightsRow {
	verb: 'GET' | 'POST'
	path: string
	thing: string | null
	answers: string[]
}

export const table: RightsRow[] = rows
	.split('\n')
	.map((line) => line.trim())
	.filter((line) => line !== '' && !line.startsWith('#'))
	.map((line) => {
		const [verb, path, thing, ...answers] = line.split(/\s+/)
		return { verb: verb as RightsRow['verb'], path: path!, thing: thing === '-' ? null : thing!, answers }
	})
