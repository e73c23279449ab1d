// Command icamo checks, draws, compares and tabulates program theories written as TOML files.
//
// Exit status: 0 done and nothing to report; 1 findings at or above --fail-on, differences, or a result that lacks what could
// not be read of a theory; 2 the command could not do its job, with one line on standard error.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
