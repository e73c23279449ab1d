package main

import (
	"regexp"
	"strings"
	"sync"

	"icamo/theory"
)

var plainArgument = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[\pL\pN/.,:=@%+_][\pL\pN/.,:=@%+_-]*$`) })

// argument is a file's name as a shell takes it, and as icamo does: one that begins with a hyphen is no flag.
func argument(name string) string {
	if strings.HasPrefix(name, "-") {
		name = "./" + name
	}
	if plainArgument().MatchString(name) {
		return name
	}
	return "'" + strings.ReplaceAll(theory.Legible(name), "'", `'\''`) + "'"
}
