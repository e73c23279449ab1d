// Package office opens files in LibreOffice, for tests.
package office

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Converted is a file of some ending as LibreOffice reads it, in another format that it writes: "pdf", "txt:Text". Where there is
// no LibreOffice, the test says so and is skipped; with ICAMO_OFFICE=required it fails.
func Converted(t *testing.T, data []byte, ending, format string) []byte {
	t.Helper()
	program := ""
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		if os.Getenv("ICAMO_OFFICE") == "required" {
			t.Fatal("LibreOffice is not installed")
		}
		t.Skip("LibreOffice is not installed: nothing is opened in it")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "file."+ending)
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "--headless", "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--convert-to", format, "--outdir", dir, file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	made, _, _ := strings.Cut(format, ":")
	converted, err := os.ReadFile(filepath.Join(dir, "file."+made))
	if err != nil {
		t.Fatalf("LibreOffice could not read the %s: %v", ending, err)
	}
	return converted
}
