//go:build unix && !race

package load_test

import (
	"syscall"
	"time"
)

// cpuTime is what this process has had of the processors: other programs do not add to it.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
