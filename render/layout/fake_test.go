package layout

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"icamo/render/graphviz"
)

// The test program plays the layout program too, when this variable names a part; its log goes to the other.
const (
	part    = "ICAMO_FAKE_LAYOUT"
	journal = "ICAMO_FAKE_JOURNAL"
)

func TestMain(m *testing.M) {
	if name := os.Getenv(part); name != "" {
		play(name)
	}
	os.Exit(m.Run())
}

// parts are what a layout program can do, by name.
var parts = map[string]func(dot []byte){
	"good":          func([]byte) { fmt.Print(good) },
	"Graphviz":      lay,
	"crashing":      func([]byte) { crash() },
	"crashing once": func([]byte) { once(crash); fmt.Print(good) },
	"hanging":       func([]byte) { hang() },
	"slow with curves": func(dot []byte) {
		if !bytes.Contains(dot, []byte("splines=line")) {
			hang()
		}
		fmt.Print(good)
	},
	"failing with curves": func(dot []byte) {
		if !bytes.Contains(dot, []byte("splines=line")) {
			crash()
		}
		fmt.Print(good)
	},
	"hanging with a child":                         func([]byte) { startChild(false); hang() },
	"leaving a child":                              func([]byte) { startChild(false); fmt.Print(good) },
	"hanging with a child in a session of its own": func([]byte) { startChild(true); hang() },
	"leaving a child in a session of its own":      func([]byte) { startChild(true); fmt.Print(good) },
	"nonsense":               func([]byte) { fmt.Print("<svg/>") },
	"silent":                 func([]byte) {},
	"cut short":              func([]byte) { fmt.Print(good[:len(good)/2]) },
	"answering twice":        func([]byte) { fmt.Print(good, good) },
	"answering and chatting": func([]byte) { fmt.Print(good, "done\n") },
	"wrong node":             func([]byte) { fmt.Print(strings.ReplaceAll(good, `"b"`, `"x"`)) },
	"not a number":           func([]byte) { fmt.Print(strings.ReplaceAll(good, "27,90", "nan,90")) },
	"huge": func([]byte) {
		line := bytes.Repeat([]byte("1234567 "), 1<<13)
		for {
			if _, err := os.Stdout.Write(line); err != nil {
				hang() // ignores that nobody listens
			}
		}
	},
}

const good = `{"bb": "0,0,54,108", "objects": [
	{"_gvid": 0, "name": "a", "pos": "27,90", "width": "0.75", "height": "0.5"},
	{"_gvid": 1, "name": "b", "pos": "27,18", "width": "0.75", "height": "0.5"}],
	"edges": [{"_gvid": 0, "id": "ab", "tail": 0, "head": 1, "pos": "e,27,36.104 27,71.697 27,63.983 27,54.712 27,46.112"}]}
`

var pair = Graph{DOT: []byte("digraph { a -> b [id=ab] }"), Nodes: []string{"a", "b"}, Edges: []string{"ab"}}

func play(name string) {
	signal.Ignore(syscall.SIGTERM)
	note("start %d", os.Getpid())
	if name == "child" {
		hang()
	}
	act, ok := parts[name]
	if !ok || len(os.Args) != 2 || os.Args[1] != "-Tjson0" {
		fmt.Fprintln(os.Stderr, "no such part or call:", name, os.Args)
		os.Exit(3)
	}
	dot, err := io.ReadAll(os.Stdin)
	if err != nil {
		os.Exit(3)
	}
	act(dot)
	os.Exit(0)
}

// lay lays out as icamo does when it is called for a layout.
func lay(dot []byte) {
	answer, err := graphviz.Layout(dot)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	fmt.Printf("%s", answer)
}

func crash() {
	fmt.Fprintln(os.Stderr, "panic: wasm error: \x1b[31mout of bounds\ngoroutine 1 [running]:")
	os.Exit(2)
}

func hang() { time.Sleep(time.Hour) }

// once calls f in the first process that gets here.
func once(f func()) {
	file, err := os.OpenFile(os.Getenv(journal)+".once", os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		file.Close()
		f()
	}
}

// startChild leaves a process, in this one's group or in a session of its own, that holds on to its output.
func startChild(session bool) {
	child := exec.Command(os.Args[0])
	child.SysProcAttr = &syscall.SysProcAttr{Setsid: session}
	child.Env = append(os.Environ(), part+"=child")
	child.Stdout, child.Stderr = os.Stdout, os.Stderr
	if err := child.Start(); err != nil {
		os.Exit(3)
	}
	for !strings.Contains(contents(os.Getenv(journal)), fmt.Sprintf("start %d\n", child.Process.Pid)) {
		time.Sleep(time.Millisecond)
	}
}

func contents(file string) string {
	data, _ := os.ReadFile(file)
	return string(data)
}

func note(format string, args ...any) {
	file, err := os.OpenFile(os.Getenv(journal), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		os.Exit(3)
	}
	fmt.Fprintf(file, format+"\n", args...)
	file.Close()
}

// A stage is an engine whose program is this test program playing a part.
type stage struct {
	*Engine
	journal string
}

func newStage(t *testing.T, name string) stage {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := stage{NewProgram(filepath.Join(t.TempDir(), "icamo"), self), filepath.Join(t.TempDir(), "journal")}
	t.Setenv(part, name)
	t.Setenv(journal, s.journal)
	t.Setenv("TMPDIR", t.TempDir())
	return s
}

// starts is how many processes played so far, children too.
func (s stage) starts() int { return strings.Count(contents(s.journal), "start") }

// clean fails the test if a process or a temporary folder is left.
func (s stage) clean(t *testing.T) {
	t.Helper()
	for line := range strings.Lines(contents(s.journal)) {
		pid, err := strconv.Atoi(strings.TrimPrefix(strings.TrimSpace(line), "start "))
		if err != nil {
			t.Fatal(err)
		}
		if !gone(pid) {
			t.Errorf("process %d is left", pid)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "*")); len(left) > 0 {
		t.Errorf("left in the temporary folder: %v", left)
	}
}

// gone waits a moment, since a killed orphan is there until the system's first process has noted its end.
func gone(pid int) bool {
	for range 100 {
		process, err := os.FindProcess(pid)
		if err != nil || process.Signal(syscall.Signal(0)) != nil || zombie(pid) {
			return true
		}
		time.Sleep(10 * time.Millisecond)
	}
	return false
}

// zombie says whether a process has ended and only waits for its parent to ask how.
func zombie(pid int) bool {
	stat := contents(fmt.Sprintf("/proc/%d/stat", pid))
	return strings.HasPrefix(stat[strings.LastIndexByte(stat, ')')+1:], " Z")
}

// slack tells an answer that a busy machine delays from one that never comes: the programs that hang do so for an hour.
const slack = 20 * time.Second

func (s stage) run(t *testing.T) (*Layout, error) {
	t.Helper()
	start := time.Now()
	l, err := s.Run(context.Background(), pair)
	if took := time.Since(start); took > s.Timeout+slack {
		t.Errorf("took %v with a deadline of %v", took, s.Timeout)
	}
	s.clean(t)
	return l, err
}
