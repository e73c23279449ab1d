package load

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"icamo/theory"
	"icamo/theory/toml"
)

// wrongValue says what is wrong with a value, in words; "" where nothing is.
func wrongValue(k *theory.Key, value *toml.Item) string {
	if nothing := namesNothing(k, value); nothing != "" {
		return nothing
	}
	switch k.Type {
	case theory.Text, theory.Reference, theory.Word:
		text, ok := value.Says.(string)
		if !ok {
			return wrongType(k, value)
		}
		if k.Type == theory.Word && !slices.Contains(k.Words, text) {
			return fmt.Sprintf("%q cannot be %q: it is one of %s", k.Name, shortened(text), strings.Join(k.Words, ", "))
		}
	case theory.Texts, theory.References, theory.Words:
		if value.Form != toml.List || !value.Every(isText) {
			return wrongType(k, value)
		}
		for item := range value.Items() {
			if word := item.Says.(string); k.Type == theory.Words && !slices.Contains(k.Words, word) {
				return fmt.Sprintf("%q cannot hold %q: its words are %s", k.Name, shortened(word), strings.Join(k.Words, ", "))
			}
		}
	case theory.Whole:
		if n, ok := value.Says.(int64); !ok || n < int64(k.Least) || n > int64(k.Largest()) {
			return wrongType(k, value)
		}
	case theory.Number:
		if _, ok := number(value); !ok {
			return wrongType(k, value)
		}
	case theory.Flag:
		if _, ok := value.Says.(bool); !ok {
			return wrongType(k, value)
		}
	case theory.Interval:
		ends, ok := interval(value)
		if !ok {
			return wrongType(k, value)
		}
		if ends[0] > ends[1] {
			return fmt.Sprintf("the ends of %q are reversed: write the lower one first", k.Name)
		}
	case theory.Attributes:
		if value.Form != toml.Table || !value.Every(isAttribute) {
			return wrongType(k, value)
		}
	case theory.Acceptances, theory.Levels:
		if value.Form != toml.Table || !value.Every(isText) {
			return wrongType(k, value)
		}
	}
	return ""
}

// namesNothing says that an id or the name of a file is empty; "" where none is. A required one is then missing, which is
// said elsewhere.
func namesNothing(k *theory.Key, value *toml.Item) string {
	named := func(item *toml.Item) bool {
		text, isText := item.Says.(string)
		return !isText || strings.TrimSpace(text) != ""
	}
	switch {
	case (k.Type == theory.Reference && !k.Required || k.Name == "revises") && !named(value):
		return fmt.Sprintf("%q names nothing; take it out, or name what is meant", k.Name)
	case (k.Type == theory.References || k.Name == "include") && !value.Every(named):
		return fmt.Sprintf("%q holds an empty text, which names nothing; take it out, or name what is meant", k.Name)
	}
	return ""
}

// wrongType says of what type a value must be, and how it is written where that can be told.
func wrongType(k *theory.Key, value *toml.Item) string {
	switch k.Type {
	case theory.Word:
		return fmt.Sprintf("%q must be one of %s, in quotation marks", k.Name, strings.Join(k.Words, ", "))
	case theory.Words:
		return fmt.Sprintf("%q must be a list of these words: %s; write it as [%q]", k.Name, strings.Join(k.Words, ", "), likely(k, value))
	}
	return fmt.Sprintf("%q must be %s%s", k.Name, k.Takes(), typeRemedy(k, value))
}

// likely is the word of a key that a value is, else the first that it may be.
func likely(k *theory.Key, value *toml.Item) string {
	if text, _ := value.Says.(string); slices.Contains(k.Words, text) {
		return text
	}
	return k.Words[0]
}

// copiedSigns turns the signs that stand for minus in printed texts into the one of TOML.
var copiedSigns = strings.NewReplacer("−", "-", "–", "-", "—", "-", "‒", "-")

func typeRemedy(k *theory.Key, value *toml.Item) string {
	text, quoted := value.Says.(string)
	switch k.Type {
	case theory.Texts, theory.References, theory.Words:
		if quoted {
			return fmt.Sprintf("; write [%q]", shortened(text))
		}
	case theory.Text, theory.Reference, theory.Word:
		if value.Form == toml.List && value.Count == 1 && isText(value.First) {
			return fmt.Sprintf("; write %q", shortened(value.First.Says.(string)))
		}
		if n, ok := number(value); ok && k.Name == "width" {
			return fmt.Sprintf("; write width = \"%vmm\"", n)
		} else if ok {
			return "; put it in quotation marks"
		}
		if k.Name == "dropped" {
			return "; give the reason why it was dropped"
		}
	case theory.Flag:
		if flag := map[string]string{"yes": "true", "true": "true", "no": "false", "false": "false"}[strings.ToLower(text)]; flag != "" {
			return fmt.Sprintf("; write %s, without quotation marks", flag)
		}
	case theory.Whole, theory.Number:
		text = copiedSigns.Replace(text)
		if _, err := strconv.ParseFloat(text, 64); quoted && err == nil {
			if point := strings.Index(text, "."); point == 0 || point == 1 && strings.ContainsAny(text[:1], "+-") {
				text = text[:point] + "0" + text[point:]
			}
			return fmt.Sprintf("; write %s, without quotation marks", text)
		}
	case theory.Interval:
		return "; write it as [0.5, 6.8]"
	case theory.Attributes:
		return `; write it as { age = "45-50" }`
	case theory.Acceptances:
		return `; write it as { PT206 = "the reason why" }`
	}
	return ""
}

func isText(value *toml.Item) bool {
	_, ok := value.Says.(string)
	return ok
}

func isTable(value *toml.Item) bool { return value.Form == toml.Table }

func isAttribute(value *toml.Item) bool {
	switch value.Says.(type) {
	case string, int64, float64, bool:
		return true
	}
	return false
}

func number(value *toml.Item) (float64, bool) {
	switch n := value.Says.(type) {
	case int64:
		return float64(n), true
	case float64:
		return n, n == n && n-n == 0 // neither NaN nor infinite
	}
	return 0, false
}

func interval(value *toml.Item) (ends [2]float64, ok bool) {
	if value.Form != toml.List || value.Count != 2 {
		return ends, false
	}
	low, lowOK := number(value.First)
	high, highOK := number(value.Last)
	return [2]float64{low, high}, lowOK && highOK
}

// shortened cuts a text from a file to what a message can quote.
func shortened(text string) string { return theory.Shortened(text, 200) }
