package layout

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"icamo/render/graphviz"
)

// Layouts that are kept: the oldest go first when there are more.
const (
	mostEntries    = 500
	mostEntryBytes = 64 << 20
)

const entryHeader = "icamo layout 2 "

// identity names an engine and its version without starting it: a program that was built anew is another file.
func (e *Engine) identity() (string, error) {
	if e.command == nil || e.ours {
		return "Graphviz of go-graphviz " + graphviz.Version, nil
	}
	info, err := os.Stat(e.command[0])
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s %d %d", e.command[0], info.Size(), info.ModTime().UnixNano()), nil
}

// entry is the file name under which a layout is kept.
func entry(identity string, dot []byte) string {
	hash := sha256.New()
	fmt.Fprintf(hash, "%s%q\n", entryHeader, identity)
	hash.Write(dot)
	return hex.EncodeToString(hash.Sum(nil)) + ".json"
}

// load gives a kept answer; a damaged one counts as absent.
func load(folder, name string) ([]byte, bool) {
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		return nil, false
	}
	header, answer, _ := bytes.Cut(data, []byte("\n"))
	return answer, string(header) == entryHeader+checksum(answer)
}

// store keeps an answer, whole or not at all. That it could not is no reason to fail a layout.
func store(folder, name string, answer []byte) error {
	file, err := os.CreateTemp(folder, "*.tmp")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(file, "%s%s\n%s", entryHeader, checksum(answer), answer)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(file.Name(), filepath.Join(folder, name))
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return err
}

func checksum(answer []byte) string {
	sum := sha256.Sum256(answer)
	return hex.EncodeToString(sum[:])
}

// prune removes the oldest entries beyond what may be kept.
func prune(folder string, most int, mostBytes int64) {
	sweep(folder)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	type kept struct {
		name string
		size int64
		at   time.Time
	}
	var all []kept
	for _, e := range entries {
		if info, err := e.Info(); err == nil && strings.HasSuffix(e.Name(), ".json") {
			all = append(all, kept{e.Name(), info.Size(), info.ModTime()})
		}
	}
	slices.SortFunc(all, func(a, b kept) int { return b.at.Compare(a.at) })
	for i, k := range all {
		if mostBytes -= k.size; i >= most || mostBytes < 0 {
			_ = os.Remove(filepath.Join(folder, k.name))
		}
	}
}
