//go:build !unix || race

package load_test

import "time"

// cpuTime is not known on other systems, and with the race detector it says little.
func cpuTime() time.Duration { return 0 }
