// Command bare decodes a TOML file with BurntSushi/toml and does nothing else: what the speed of check is held against.
package main

import (
	"fmt"
	"os"

	"github.com/BurntSushi/toml"
)

func main() {
	var values map[string]any
	if _, err := toml.DecodeFile(os.Args[1], &values); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
