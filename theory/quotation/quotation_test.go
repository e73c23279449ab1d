package quotation

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// article is a part of Egmose et al. (2024), BMC Psychiatry 24:555 (CC BY 4.0), as a PDF gives it.
func article(t testing.TB) string {
	text, err := os.ReadFile("testdata/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestFind(t *testing.T) {
	text := article(t)
	x := NewIndex(text)
	for _, c := range []struct{ why, quote, at string }{
		{"word for word", "You have felt the pain", "You have felt the pain"},
		{"over a line's end", "felt the pain, we both have a pain in common.", "felt the pain, we \nboth have a pain in common"},
		{"over a hyphen at a line's end", "a few felt it was difficult", "a few felt it was dif-\nficult"},
		{"straight quotation marks", `"Because ten weeks it helps"`, "Because ten weeks it helps"},
		{"a straight apostrophe", "and it hasn't been taboo", "and it hasn’t been \ntaboo"},
		{"an apostrophe of another shape", "it hasn´t been taboo", "it hasn’t been \ntaboo"},
		{"small and capital letters", "there was no one higher on the ladder", "There was no one higher on the  \nladder"},
		{"spaces that a browser keeps together", "because I think ten weeks is fine", "because I think ten\u00a0 weeks is fine"},
		{"punctuation of the quoter's at the end", "the plane of understanding!", "the plane of under-\nstanding"},
		{"a gap", "Loneliness was actually [..] feeling half empty", "Loneliness was actually for all of us, that about not \nfeeling connected or feeling half empty"},
		{"another gap", "Loneliness … half empty", "Loneliness was actually for all of us, that about not \nfeeling connected or feeling half empty"},
		{"dots with spaces", "Loneliness . . . half empty", "Loneliness was actually for all of us, that about not \nfeeling connected or feeling half empty"},
		{"a gap at either end", "... there is zero light …", "there is zero light"},
		{"a gap of the source's own", "put some sprouts [...] under the skin", "put some sprouts [..] under the skin"},
		{"the source's own gap as a gap", "Hey … You have felt the pain", "Hey… You have felt the pain"},
		{"words of the quoter's", "the timeframe of [PEER] was important", "the timeframe of the \ngroup was important"},
		{"a capital of the quoter's", "[H]as been there all the way through", "has \nbeen there all the way through"},
		{"a page header within a sentence", "when talking about change. The short time aspect", "when talking about \n\n\n\nPage 8 of 12Egmose\u00a0et\u00a0al. BMC Psychiatry          (2024) 24:555 \n\nchange. The short time aspect"},
		{"the page header itself", "Page 8 of 12Egmose et al.", "Page 8 of 12Egmose\u00a0et\u00a0al"},
	} {
		at, ok := x.Find(c.quote)
		if !ok {
			t.Errorf("%s: %q is not found", c.why, c.quote)
		} else if got := text[at.Start:at.End]; got != c.at {
			t.Errorf("%s: %q is found at %q, want %q", c.why, c.quote, got, c.at)
		}
	}
}

func TestFindKeepsWordsAndNumbersApart(t *testing.T) {
	x := NewIndex("The difference was −4.1 (−6.7 to −1.6), in 30–50 of 1 000 people. They were inde-\npendent and well-being rose. We're ﬁne.")
	for quote, want := range map[string]bool{
		"-4.1 (-6.7 to -1.6)":       true,
		"was 4.1":                   false,
		"to 1.6":                    false,
		"30 – 50 of 1 000 people":   true,
		"3050 of 1 000 people":      false,
		"in 30-50 of 1000":          false,
		"independent":               true,
		"wellbeing rose":            true,
		"being rose":                true,
		"pendent":                   true, // after a hyphen a word may begin
		"dependent":                 false,
		"depend":                    false,
		"They was independent":      false,
		"We're fine":                true,
		"We're":                     true,
		"Were fine":                 false,
		"in 30–50 … … well-being":   true,
		"well-being … in 30–50":     false,
		"The difference [..] 4.1 (": true,
		"…":                         false,
		"":                          false,
	} {
		if _, ok := x.Find(quote); ok != want {
			t.Errorf("Find(%q) = %v, want %v", quote, ok, want)
		}
	}
}

// TestFindKeepsTheMeaning holds that a quote has the source's words, and that what it leaves out or puts in changes no claim
// into its opposite.
func TestFindKeepsTheMeaning(t *testing.T) {
	x := NewIndex("I was nowhere near well. I did not experience it as safe. It didn't help me, the group. Some\u00adhow we made it well-\nbeing again, " +
		"step by step. 希望の\n力。 He never came. Jeg har ikke mødt nogen.")
	for quote, want := range map[string]bool{
		"I [always] experience it as safe":        false,
		"I [..] experience it as safe":            false,
		"I … experience it as safe":               false,
		"I [did not] experience it as safe":       true,
		"I [never] experience it as safe":         true,
		"It … help me":                            false,
		"It [really] helped":                      false,
		"It [did not] help me":                    true,
		"It didn't help [anyone], the group":      true,
		"It didn't [never] help me":               false,
		"we [never] made it":                      false,
		"we [patients] made it":                   true,
		"He [always] came":                        false,
		"Jeg har [altid] mødt nogen":              false,
		"I was now here near well":                false,
		"I was nowherenear well":                  false,
		"I was nowhere near we ll":                false,
		"somehow we made it wellbeing again":      true,
		"some how we made it":                     true, // the hyphen may be one of two words
		"step by step":                            true,
		"step bystep":                             false,
		"希望の力":                                    true,
		"I was nowhere near well … step by step.": true,
	} {
		if at, ok := x.Find(quote); ok != want {
			t.Errorf("Find(%q) = %v, want %v: %q", quote, ok, want, x.text[at.Start:at.End])
		}
	}
}

// A page's edge shows by its form feed; there, a line that comes back is a header though it holds no number.
func TestPageHeaders(t *testing.T) {
	text := "Peer support\n\nThe groups met in\n7\n\fPeer support\n\nthe library, as a\n8\n\fPeer support\n\nrule. Peer support\nPeer support\nhelps.\n"
	var headers []string
	for _, h := range pageHeaders(text) {
		headers = append(headers, text[h.start:h.end])
	}
	if got, want := strings.Join(headers, "|"), "7\n|\fPeer support\n|8\n|\fPeer support\n"; got != want {
		t.Errorf("headers are %q, want %q", got, want)
	}
	if _, ok := NewIndex(text).Find("met in the library, as a rule"); !ok {
		t.Error("the sentence over three pages is not found")
	}
}

func TestNearest(t *testing.T) {
	text := article(t)
	x := NewIndex(text)
	for _, c := range []struct {
		quote, near string
		apart       bool
	}{
		{"There was nobody higher on the ladder than the others", "There was no one higher on the  \nladder than others", false},
		{"Loneliness was for all of us", "Loneliness was actually for all of us", false},
		{"the group rules were important; those sprouts should be watered", "those sprouts must also be watered", false},
		{"we both have pane in common", "we \nboth have a pain in common", false},
		{"half empty … sprouts", "half empty", true},
		{"half empty … watered sprouts", "watered", false},
		{"an unrelated sentence about quantum rockets", "", false},
		{"…", "", false},
	} {
		if at, ok := x.Find(c.quote); ok {
			t.Errorf("%q is found: %q", c.quote, text[at.Start:at.End])
		}
		near, apart, ok := x.Nearest(c.quote)
		if got := text[near.Start:near.End]; got != c.near || apart != c.apart || ok != (c.near != "") {
			t.Errorf("Nearest(%q) = %q, apart %v, %v; want %q, apart %v", c.quote, got, apart, ok, c.near, c.apart)
		}
	}
}

// Whatever a PDF does to a text's lines, dashes, marks and pages, a run of its words is found, and found in its place;
// with a word changed it is not found, and the place is still named.
func TestFindInMangledText(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		words := make([]string, 300)
		for i := range words {
			words[i] = randomWord(rng)
		}
		text, at := mangle(rng, words)
		x := NewIndex(text)
		from := rng.IntN(len(words) - 20)
		part := append([]string(nil), words[from:from+6+rng.IntN(12)]...)
		found, ok := x.Find(strings.Join(part, " "))
		if !ok {
			t.Fatalf("%q is not found in\n%q", strings.Join(part, " "), text[at[from]:at[from+len(part)]])
		}
		if found.Start != at[from] {
			t.Fatalf("%q is found at byte %d, want %d, in\n%s", strings.Join(part, " "), found.Start, at[from], text)
		}
		part[len(part)/2] = "zzyzx"
		if _, ok := x.Find(strings.Join(part, " ")); ok {
			t.Fatalf("%q is found in\n%s", strings.Join(part, " "), text)
		}
		near, _, ok := x.Nearest(strings.Join(part, " "))
		if !ok || near.Start > at[from+len(part)-1] || near.End < at[from] {
			t.Fatalf("%q: nearest is %q, want it from byte %d, in\n%s", strings.Join(part, " "), text[near.Start:near.End], at[from], text)
		}
	}
}

func randomWord(rng *rand.Rand) string {
	letters := []rune("abcdefghijklmnopqrstuvwxyzæøåé")
	word := make([]rune, 2+rng.IntN(9))
	for i := range word {
		word[i] = letters[rng.IntN(len(letters))]
	}
	s := string(word)
	switch rng.IntN(12) {
	case 0:
		return s + "-" + s
	case 1:
		return s + "'s"
	case 2:
		return fmt.Sprint(10 + rng.IntN(900))
	case 3:
		return "“" + s + "”"
	case 4:
		return s + ","
	}
	return s
}

// mangle lays words out as a PDF's text does, and says where each begins.
func mangle(rng *rand.Rand, words []string) (string, []int) {
	var b strings.Builder
	at := make([]int, len(words))
	page := 1
	for i, w := range words {
		w = strings.ReplaceAll(w, "-", []string{"-", "‐", "‑", "–"}[rng.IntN(4)])
		w = strings.ReplaceAll(w, "'", []string{"'", "’"}[rng.IntN(2)])
		at[i] = b.Len() + len(w) - len(strings.TrimLeft(w, "“"))
		if half := len(w) / 2; rng.IntN(8) == 0 && w[0] >= 'a' && utf8.RuneStart(w[half]) && w[half] >= 'a' && w[half] <= 'z' && w[half-1] >= 'a' {
			w = w[:half] + []string{"-\n", "\u2011\n", "\u00ad", "\u00ad\n"}[rng.IntN(4)] + w[half:]
		}
		b.WriteString(w)
		switch rng.IntN(40) {
		case 0:
			fmt.Fprintf(&b, "\n\nPage %d of 12 A journal (2024) 1:%d\n\n", page, page)
			page++
		case 1, 2, 3:
			b.WriteString("\n")
		case 4:
			b.WriteString("\u00a0 ")
		default:
			b.WriteString(" ")
		}
	}
	if page == 2 { // one line alone is no header
		b.WriteString("\n\nPage 2 of 12 A journal (2024) 1:2\n")
	}
	return b.String(), at
}

// A text or a quote made to be slow is not.
func BenchmarkHostile(b *testing.B) {
	const size = 1 << 20
	for _, c := range []struct{ name, text, quote string }{
		{"one letter", strings.Repeat("a", size), strings.Repeat("a", 1000) + "b"},
		{"one word", strings.Repeat("a ", size/2), strings.Repeat("a … ", 10_000) + "b"},
		{"all gaps", strings.Repeat("ab ba ", size/6), strings.Repeat("… [..] ", 10_000) + "ab c"},
		{"all brackets", strings.Repeat("[", size), strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000)},
		{"all accents", strings.Repeat("\u0301", size/2), strings.Repeat("\u0301", 1000)},
		{"all lines", strings.Repeat("1\n\n", size/3), strings.Repeat("1\n\n", 1000) + "2"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				x := NewIndex(c.text)
				if _, ok := x.Find(c.quote); ok && c.name != "all accents" && c.name != "all brackets" {
					b.Fatal("found")
				}
				x.Nearest(c.quote)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	text := article(f)
	f.Add(text, "You have felt … common")
	f.Add("a\xffb ﬁ\u0301", "[W]e [..] \xff")
	f.Add("\f1\n\n\f2\n", "1 2")
	f.Add("1–2 −3", "1-2")
	f.Fuzz(func(t *testing.T, text, quote string) {
		x := NewIndex(text)
		at, ok := x.Find(quote)
		if ok && (at.Start < 0 || at.Start >= at.End || at.End > len(text)) {
			t.Fatalf("Find: %v in %d bytes", at, len(text))
		}
		at, _, ok = x.Nearest(quote)
		if ok && (at.Start < 0 || at.Start >= at.End || at.End > len(text)) {
			t.Fatalf("Nearest: %v in %d bytes", at, len(text))
		}
	})
}

// BenchmarkEllipses looks for quotes of nothing but common words and gaps, and for twice as many: the ratio of the times is to
// be two, or less.
func BenchmarkEllipses(b *testing.B) {
	look := func(quotes int) time.Duration {
		start := time.Now()
		x := NewIndex(strings.Repeat("the pain ", 10_000))
		for i := range quotes {
			quote := strings.Repeat("the … ", 98) + fmt.Sprint("pain zz", i)
			for _, q := range []string{quote, strings.TrimSuffix(quote, fmt.Sprint(" zz", i))} {
				x.Find(q)
				x.Nearest(q)
			}
		}
		return time.Since(start)
	}
	var once, twice time.Duration
	for b.Loop() {
		once += look(70)
		twice += look(140)
	}
	b.ReportMetric(float64(twice)/float64(once), "ratio")
}
