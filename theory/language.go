package theory

import (
	"regexp"
	"strings"
	"sync"
)

// LanguageTag is the tag, as BCP 47 has it, of a language that a theory says it is in: English where it says none, and "und",
// undetermined, where what it says is no tag.
func LanguageTag(said string) string {
	switch {
	case said == "":
		return "en"
	case IsLanguageTag(said):
		return said
	}
	return "und"
}

// IsLanguageTag says whether a text is the tag of a language: a code of two letters that ISO 639-1 has or of three letters, and
// subtags such as those of a script or region.
func IsLanguageTag(text string) bool {
	if !formOfTag().MatchString(text) {
		return false
	}
	code, _, _ := strings.Cut(strings.ToLower(text), "-")
	return len(code) == 3 || strings.Contains(codes, " "+code+" ")
}

var formOfTag = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$`) })

// codes are those of ISO 639-1, and those that it had.
const codes = ` aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es` +
	` et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki` +
	` kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny` +
	` oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn` +
	` to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu `
