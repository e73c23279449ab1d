// Package layouttest builds the real layout program for tests.
package layouttest

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
)

// Build compiles icamo-layout into a folder and gives its path. It must be called inside the module.
func Build(folder string) (program string, err error) {
	program = filepath.Join(folder, "icamo-layout")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	out, err := exec.Command("go", "build", "-o", program, "icamo/cmd/icamo-layout").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build icamo-layout: %w\n%s", err, out)
	}
	return program, nil
}
