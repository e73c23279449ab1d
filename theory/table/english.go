package table

import (
	"strings"
	"sync"
)

// The small English vocabulary by which labels are taken apart: which words are verbs, which nouns can be counted. A word
// that is not here leaves its label a noun, which reads well enough in most sentences.
var (
	auxiliaries = words(`is are was were has have had does do did can cannot could may might must shall should will would
		isn't aren't doesn't don't can't won't`)
	relatives    = words(`that which who whose whom where when while whether because if as than to`)
	prepositions = words(`about across after against along among around at before behind between beyond by during for from
		in inside into near of off on onto outside over per since through throughout to toward towards under until
		upon via with within without as`)
	determiners = words(`a an the this that these those their his her its our your my one's each every any some no all both
		many much most few fewer little several enough another other others one two three four five six seven eight
		nine ten eleven twelve own`)
	// objects begin what a verb takes as its object.
	objects = words(`a an the this that these those their his her its our your my one's each every any some no all both many
		much more most few fewer less little several another other others themselves itself himself herself oneself them
		him it us you me up out off down back well better together`)
	irregularPlurals     = words(`children people women men staff police data teeth feet lives`)
	irregularSingulars   = map[string]string{"children": "child", "people": "person", "women": "woman", "men": "man", "lives": "life"}
	irregularParticiples = words(`seen given taken told held built made led kept taught shown known heard felt driven chosen
		run set put paid met left lost found brought bought sent spent understood written spoken broken`)
	notParticiples = words(`need speed seed feed breed indeed proceed exceed succeed hundred kindred sacred unmet worked talked
		lived aged skilled`)
	intransitive = words(`work advocate act care talk hope report meet visit stay live`)

	// verbs are words that are seldom nouns, at least beside a subject.
	verbs = words(`accept achieve acknowledge adapt add address adopt allow apply arrange ask assess assist attend avoid be
		become begin believe belong bring build can carry choose collaborate come commit communicate compare complete
		connect consider contribute cope create deal decide define deliver demonstrate depend describe develop discover
		discuss display do earn educate empathise empower enable encourage engage enhance enjoy ensure establish expect
		explain explore express facilitate fail feed feel find fit follow forget form gain gather get give go grow handle
		happen have hear help hold identify ignore improve include increase inform inspire integrate introduce invite involve
		join keep know lack learn leave let listen live look lose make manage meet motivate negotiate notice obtain occur open
		organise organize overcome own participate perceive permit persist pose prefer prepare prevent proceed produce prolong
		promote propose protect prove provide pursue push put read realise realize receive recognise recognize reduce refer
		reflect refuse reinforce reject relate remain remember remind remove repeat replace require resist respond rest
		restrict retain reveal see seek seem select send serve settle share shape show sit speak spend start stay stick stir
		stop strengthen struggle submit succeed suffer suggest take teach tell tend think threaten tolerate train transform
		travel treat try turn understand undermine update urge use validate want watch win withdraw witness worry write`)
	// nounOrVerb are words that are either.
	nounOrVerb = words(`act advocate aid aim answer approach balance benefit call care challenge change claim coach comment
		conflict contact contract control cost counsel cover cycle delay demand design deal doubt drive drop effect end
		exchange exercise experience face fear focus fund group guide hope host impact influence interest lead link match
		matter mean measure mentor model monitor move need offer order pay place plan play practice practise praise present
		pressure process profile profit project question rank rate reach record report request research result reward risk
		role rule schedule score shift sign sound stand state step stress study supply support surprise switch talk target
		test trace trigger trust value view visit voice vote wish work`)
	// institutions go without an article after a preposition: "in hospital".
	institutions = words(`hospital school prison`)
	// countNouns need an article when they stand alone: people, groups of people, and things often named in labels.
	countNouns = words(`peer child participant volunteer facilitator patient parent carer caregiver nurse doctor clinician
		therapist worker teacher student pupil learner manager leader supervisor practitioner professional client user
		member mentor mentee person woman man mother father adolescent adult youth provider trainer coach team group service
		school hospital clinic programme ward family community household organisation organization government ministry
		neighbour friend colleague researcher evaluator midwife officer resident citizen consumer
		network relationship self-image model role network partner session meeting course manual exercise plan goal space
		place problem conversation dream story condition system`)
)

// alwaysCapital are names that English writes with a capital wherever they stand.
const alwaysCapital = `Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August
	September October November December English Danish Swedish Norwegian Finnish Icelandic Dutch German French Spanish
	Portuguese Italian Greek British Irish Scottish Welsh American Canadian Australian African Asian European Indian Chinese
	Japanese Arabic Turkish Russian Ukrainian Polish Brazilian Mexican Muslim Christian Jewish Hindu Buddhist Catholic
	Māori Aboriginal Indigenous Denmark Sweden Norway Finland England Scotland Wales Ireland Britain Germany France Spain
	Italy Europe Africa Asia America Canada Australia India China Japan`

// words asks whether a word is in a list, which is taken apart when it is first asked.
func words(list string) func(word string) bool {
	set := sync.OnceValue(func() map[string]bool {
		set := make(map[string]bool)
		for word := range strings.FieldsSeq(list) {
			set[word] = true
		}
		return set
	})
	return func(word string) bool { return set()[word] }
}
