package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

const (
	// garbagePercent lets garbage grow to 1.5 times what is in use before it is collected: a command starts and finishes sooner
	// for it. With 1.7 times or twice as much a check of a large file took 26 to 30 times its size.
	garbagePercent = 150

	// littleMemory, in bytes, is what a figure may take without that garbage is collected at all.
	littleMemory = 128 << 20

	// muchMemory, in bytes, is more than any theory takes that people wrote: near it garbage is collected at once.
	muchMemory = 3 << 29
)

// collect has garbage collected when it has grown to a percentage of what is in use. The environment can say otherwise.
func collect(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(muchMemory)
	}
}

// collectLate has garbage collected only where a command takes more than little memory, and from then on as usual.
func collectLate() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(littleMemory)
	runtime.AddCleanup(new([4]*int), collect, garbagePercent) // with the first collection
}
