package wording

import (
	"strings"

	"icamo/theory"
)

// StatementWords are what stands before the parts of a configuration's statement, and what is said of its outcomes.
type StatementWords struct {
	If, In, Through, Then, For, Because, Countering, OnlyWhere, BlockedBy, Against, NotSeen, NotReviewed, Reading string

	All, Throughout, NoneNeeded, Elsewhere, RefutedElsewhere string

	By, Whom                                                      string // "by feeling safe", "for members", behind an outcome
	Reduced, AlsoReduced, Unwanted, Unintended, NoWay, NotSettled string
	NoOutcome, NoMechanism                                        string

	statuses map[theory.Status]string
}

// Parted takes the word before a line of a statement off it; "" where it has none, as an evaluator's own statement.
func (w StatementWords) Parted(line string) (word, text string) {
	for _, word := range []string{w.If, w.In, w.Through, w.Then, w.For, w.Because, w.Countering, w.OnlyWhere, w.BlockedBy, w.Against, w.NotSeen,
		w.NotReviewed, w.Reading, w.Throughout} {
		if text, found := strings.CutPrefix(line, word+" "); found {
			return word, text
		}
	}
	return "", line
}

// Status is a status as a reader meets it.
func (w StatementWords) Status(s theory.Status) string {
	if word := w.statuses[s]; word != "" {
		return word
	}
	return English.Word(string(s))
}

// Statement gives the words in the language of a BCP 47 tag; English where there are none in it.
func Statement(language string) StatementWords {
	if primary, _, _ := strings.Cut(strings.ToLower(language), "-"); primary == "da" {
		return danishStatement
	}
	return englishStatement
}

var englishStatement = StatementWords{
	If: "If:", In: "In:", Through: "Through:", Then: "Then:", For: "For:", Because: "Because:", Countering: "Countering:",
	OnlyWhere: "Only where:", BlockedBy: "Blocked by:", Against: "Evidence against:", NotSeen: "Not seen at work in:",
	NotReviewed: "Not reviewed yet:", Reading: "Our reading:",
	All: "All configurations", Throughout: "Throughout:", NoneNeeded: "none needed", Elsewhere: "the evidence for it is of other cases",
	RefutedElsewhere: "the evidence against it is of other cases",
	By:               "← by", Whom: "for",
	Reduced: "reduced:", AlsoReduced: "also reduced:", Unwanted: "unwanted", Unintended: "unintended",
	NoWay: "no link of the configuration leads to it", NotSettled: "not settled",
	NoOutcome: "[no outcome given]", NoMechanism: "[no mechanism given]",
}

var danishStatement = StatementWords{
	If: "Hvis:", In: "I:", Through: "Gennem:", Then: "Så:", For: "For:", Because: "Fordi:", Countering: "Modvirker:",
	OnlyWhere: "Kun hvor:", BlockedBy: "Hæmmes af:", Against: "Evidens imod:", NotSeen: "Ikke set virke hos:",
	NotReviewed: "Endnu ikke gennemset:", Reading: "Vores læsning:",
	All: "Alle konfigurationer", Throughout: "Overalt:", NoneNeeded: "ingen nødvendig", Elsewhere: "evidensen for det er fra andre cases",
	RefutedElsewhere: "evidensen imod det er fra andre cases",
	By:               "← ved", Whom: "for",
	Reduced: "mindsket:", AlsoReduced: "også mindsket:", Unwanted: "uønsket", Unintended: "utilsigtet",
	NoWay: "ingen forbindelse i konfigurationen fører til det", NotSettled: "ikke afgjort",
	NoOutcome: "[intet resultat angivet]", NoMechanism: "[ingen mekanisme angivet]",
	statuses: map[theory.Status]string{
		theory.Supported: "understøttet", theory.Mixed: "blandet", theory.Hypothesised: "antaget", theory.NotTested: "ikke afprøvet",
		theory.NotActivated: "ikke aktiveret", theory.Refuted: "afkræftet",
	},
}
