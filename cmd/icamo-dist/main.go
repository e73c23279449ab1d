// Command icamo-dist makes the archives of a release: icamo for each system, with manual pages, completions, documents, the
// licences of all that is in it, a bill of materials, and checksums.
//
//	source in git → icamo-dist → dist/icamo-VERSION-SYSTEM-PROCESSOR.tar.gz or .zip, SHA256SUMS
//
// The same source gives the same bytes, wherever and whenever it is built: paths are trimmed, and all times are those of the
// commit. It knows nothing of theories.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// systems are those that icamo is released for, on both processors.
var systems = []string{"linux", "darwin", "windows"}

var processors = []string{"amd64", "arm64"}

func main() {
	log.SetFlags(0)
	log.SetPrefix("icamo-dist: ")
	folder := flag.String("o", "dist", "write the archives into this `FOLDER`")
	only := flag.String("only", "", "build for this `SYSTEM/PROCESSOR` alone, such as linux/amd64")
	files := flag.String("files", "", "write what stands beside the program in all archives into this `FOLDER`, and build no archive")
	flag.Parse()
	if err := run(*folder, *only, *files); err != nil {
		log.Fatal(err)
	}
}

func run(folder, only, filesFolder string) error {
	temporary, err := os.MkdirTemp("", "icamo-dist")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temporary)
	own := filepath.Join(temporary, "icamo"+ending(runtime.GOOS))
	if err := build(own, runtime.GOOS, runtime.GOARCH); err != nil {
		return err
	}
	inside, err := insideOf(own)
	if err != nil {
		return err
	}
	common, err := commonFiles(own, temporary)
	if err != nil {
		return err
	}
	changed, err := sourceTime()
	if err != nil {
		return err
	}
	if filesFolder != "" {
		licences, err := licencesIn(own)
		if err != nil {
			return err
		}
		materials, err := billOfMaterials(own, inside, changed)
		if err != nil {
			return err
		}
		return writeAll(filesFolder, slices.Concat(common, licences, []file{{name: materialsFile, data: materials}}))
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	var sums bytes.Buffer
	built := 0
	for _, system := range systems {
		for _, processor := range processors {
			if only != "" && only != system+"/"+processor {
				continue
			}
			program := filepath.Join(temporary, system+"-"+processor)
			if err := build(program, system, processor); err != nil {
				return err
			}
			name := fmt.Sprintf("icamo-%s-%s-%s", inside.Version, system, processor)
			archive, err := pack(name, program, system, common, inside, changed)
			if err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(folder, archive.name), archive.data, 0o666); err != nil {
				return err
			}
			fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(archive.data), archive.name)
			fmt.Printf("%s: %.1f MB, the program %.1f MB\n", archive.name, float64(len(archive.data))/1e6, float64(archive.program)/1e6)
			built++
		}
	}
	if built == 0 {
		return fmt.Errorf("-only cannot be %q: it is a system (%s) and a processor (%s)", only, strings.Join(systems, ", "), strings.Join(processors, ", "))
	}
	return os.WriteFile(filepath.Join(folder, "SHA256SUMS"), sums.Bytes(), 0o666)
}

// build compiles icamo without C, without the paths of this computer, and without what only debuggers need.
func build(program, system, processor string) error {
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=true", "-ldflags=-s -w -buildid=", "-o", program, "./cmd/icamo")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOOS="+system, "GOARCH="+processor, "GOAMD64=v1", "GOARM64=v8.0")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("build for %s/%s: %w", system, processor, err)
	}
	return nil
}

func ending(system string) string {
	if system == "windows" {
		return ".exe"
	}
	return ""
}

// inside is what icamo version --json says of a program.
type inside struct {
	Version  string
	Go       string
	Graphviz struct{ Version string }
	Fonts    []struct{ Family, Version string }
}

func insideOf(program string) (inside, error) {
	var said inside
	out, err := output(program, "version", "--json")
	if err != nil {
		return said, err
	}
	return said, json.Unmarshal([]byte(out), &said)
}

// sourceTime is when the commit was made that is built, or what SOURCE_DATE_EPOCH says.
func sourceTime() (time.Time, error) {
	seconds := os.Getenv("SOURCE_DATE_EPOCH")
	if seconds == "" {
		var err error
		if seconds, err = output("git", "log", "-1", "--format=%ct"); err != nil {
			return time.Time{}, err
		}
	}
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	return time.Unix(n, 0).UTC(), nil
}

// output is what a program prints.
func output(name string, args ...string) (string, error) {
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			err = fmt.Errorf("%w: %s", err, failed.Stderr)
		}
		return "", fmt.Errorf("%s %s: %w", filepath.Base(name), strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}
