package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"icamo/theory/theorytest"
)

// BenchmarkCommand measures whole commands, each in turn with what it is held against, and prints the ratio of the
// medians beside what it may be at most. It is a measurement, not a test: no figure makes it fail.
func BenchmarkCommand(b *testing.B) {
	s := newSpeed(b)
	small, middle, large := s.theory(1_000), s.theory(20_000), s.theory(100_000)
	dot := filepath.Join(s.dir, "peer.dot")
	s.must("render", s.peer, "-o", dot)
	svg, png, pdf := filepath.Join(s.dir, "peer.svg"), filepath.Join(s.dir, "peer.png"), filepath.Join(s.dir, "peer.pdf")

	b.Run("check_20000_links_to_bare_decode", func(b *testing.B) {
		s.ratio(b, 0.7, s.icamo("check", middle.old), s.program("bare", middle.old))
	})
	b.Run("check_growth_per_link_1000_to_100000", func(b *testing.B) {
		s.shares(b, 1.2, 100, s.icamo("check", large.old), s.icamo("check", small.old))
	})
	b.Run("diff_growth_per_link_1000_to_100000", func(b *testing.B) {
		s.shares(b, 1.2, 100, s.icamo("diff", large.old, large.new), s.icamo("diff", small.old, small.new))
	})
	smallSteps, largeSteps := filepath.Join(s.dir, "steps-1000.toml"), filepath.Join(s.dir, "steps-100000.toml")
	s.write(smallSteps, theorytest.LargeWithSteps(500, 1_000))
	s.write(largeSteps, theorytest.LargeWithSteps(50_000, 100_000))
	b.Run("check_growth_per_link_with_needs_and_steps", func(b *testing.B) {
		s.shares(b, 1.2, 100, s.icamo("check", largeSteps), s.icamo("check", smallSteps))
	})
	b.Run("trace_growth_per_link_with_needs_and_steps", func(b *testing.B) {
		s.shares(b, 1.2, 100, s.icamo("trace", largeSteps, "node-24", "--without", "node-3"), s.icamo("trace", smallSteps, "node-24", "--without", "node-3"))
	})
	b.Run("check_100000_links_peak_memory_to_file", func(b *testing.B) {
		s.memory(b, 25, large.old, s.icamo("check", large.old))
	})
	b.Run("version_start", func(b *testing.B) {
		s.extra(b, 3, s.icamo("version"), s.program("empty"))
	})
	b.Run("check_peer_start", func(b *testing.B) {
		s.extra(b, 8, s.icamo("check", filepath.Dir(s.peer)), s.program("empty"))
	})
	native, err := exec.LookPath("dot")
	if err != nil {
		b.Log("native dot is not installed: no comparison with it")
	}
	nativeSVG := func() *exec.Cmd { return exec.Command(native, "-Tsvg", "-o", filepath.Join(s.dir, "dot.svg"), dot) }
	if native != "" {
		b.Run("svg_first_time_to_native_dot", func(b *testing.B) {
			s.ratio(b, 1.3, s.forgetting(s.icamo("render", s.peer, "-o", svg)), nativeSVG)
		})
		b.Run("svg_unchanged_to_native_dot", func(b *testing.B) {
			s.ratio(b, 0.5, s.icamo("render", s.peer, "-o", svg), nativeSVG)
		})
		b.Run("svg_of_an_edited_theory_with_the_same_layout_to_native_dot", func(b *testing.B) {
			s.ratio(b, 0.5, s.commented(svg), nativeSVG)
		})
		b.Run("svg_180mm_first_time_to_native_dot", func(b *testing.B) {
			s.ratio(b, 1.5, s.forgetting(s.icamo("render", s.peer, "-o", svg, "--width", "180mm")), nativeSVG)
		})
		b.Run("200_configurations_in_200_files_to_200_runs_of_native_dot", func(b *testing.B) {
			many, one := filepath.Join(s.dir, "many.toml"), filepath.Join(s.dir, "one.dot")
			s.write(many, theorytest.Large(4_000, 5_200, false))
			s.must("render", many, "-o", one, "--view", "configuration=claim-0")
			s.shares(b, 0.5, 200, s.forgetting(s.icamo("render", many, "-o", filepath.Join(s.dir, "many"), "--view", "configurations")), func() *exec.Cmd {
				return exec.Command(native, "-Tsvg", "-o", filepath.Join(s.dir, "dot.svg"), one)
			})
		})
		for _, nodes := range []int{60, 100} {
			file := filepath.Join(s.dir, fmt.Sprintf("figure-%d.toml", nodes))
			s.write(file, theorytest.Large(nodes, nodes*13/10, false))
			s.must("render", file, "-o", filepath.Join(s.dir, "figure.dot"))
			native := func() *exec.Cmd {
				return exec.Command(native, "-Tsvg", "-o", filepath.Join(s.dir, "dot.svg"), filepath.Join(s.dir, "figure.dot"))
			}
			wide := s.icamo("render", file, "-o", svg, "--width", "180mm")
			b.Run(fmt.Sprintf("svg_180mm_%d_nodes_first_time_to_native_dot", nodes), func(b *testing.B) {
				s.ratio(b, 1.5, s.forgetting(wide), native)
			})
			b.Run(fmt.Sprintf("svg_180mm_%d_nodes_unchanged_to_native_dot", nodes), func(b *testing.B) {
				s.ratio(b, 0.5, wide, native)
			})
		}
	}
	b.Run("png_180mm_300dpi_first_time", func(b *testing.B) {
		s.within(b, 150, s.forgetting(s.icamo("render", s.peer, "-o", png, "--width", "180mm", "--dpi", "300")))
	})
	b.Run("png_400_nodes_300dpi_peak_memory", func(b *testing.B) {
		forest := filepath.Join(s.dir, "forest.toml")
		s.write(forest, theorytest.Large(400, 500, false))
		s.megabytes(b, 300, s.icamo("render", forest, "-o", filepath.Join(s.dir, "forest.png"), "--dpi", "300"))
	})
	b.Run("pdf_180mm_first_time", func(b *testing.B) {
		s.within(b, 60, s.forgetting(s.icamo("render", s.peer, "-o", pdf, "--width", "180mm")))
	})
	if d2, err := exec.LookPath("d2"); err == nil {
		b.Run("svg_first_time_to_d2", func(b *testing.B) {
			source := filepath.Join(s.dir, "peer.d2")
			s.write(source, d2Text(b, dot))
			s.ratio(b, 1, s.forgetting(s.icamo("render", s.peer, "-o", svg)), func() *exec.Cmd {
				return exec.Command(d2, source, filepath.Join(s.dir, "d2.svg"))
			})
		})
	}
	if mmdc, err := exec.LookPath("mmdc"); err == nil {
		b.Run("svg_first_time_to_mermaid", func(b *testing.B) {
			source, browser := filepath.Join(s.dir, "peer.mmd"), filepath.Join(s.dir, "browser.json")
			s.must("render", s.peer, "-o", source)
			s.write(browser, browserSettings(b))
			s.ratio(b, 1, s.forgetting(s.icamo("render", s.peer, "-o", svg)), func() *exec.Cmd {
				return exec.Command(mmdc, "-p", browser, "-i", source, "-o", filepath.Join(s.dir, "mermaid.svg"))
			})
		})
	}
}

// d2Text is a figure's DOT in D2's language: its boxes with their labels, and its links.
func d2Text(b *testing.B, dot string) string {
	text, err := os.ReadFile(dot)
	if err != nil {
		b.Fatal(err)
	}
	lines := []string{"direction: right"}
	for line := range strings.Lines(string(text)) {
		name, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if !strings.HasPrefix(name, "n") || name == "node" {
			continue
		}
		if to, isLink := strings.CutPrefix(rest, "-> "); isLink {
			to, _, _ = strings.Cut(to, " ")
			lines = append(lines, name+" -> "+to)
		} else if _, label, ok := strings.Cut(rest, "label="); ok {
			label, _, _ = strings.Cut(label, `", `)
			lines = append(lines, name+": "+label+`"`)
		}
	}
	return strings.Join(lines, "\n")
}

// browserSettings lets mermaid-cli use an installed Chromium, and run as root, which Chromium does without its sandbox only.
func browserSettings(b *testing.B) string {
	settings := map[string]any{}
	if chromium, err := exec.LookPath("chromium"); err == nil {
		settings["executablePath"] = chromium
	}
	if os.Geteuid() == 0 {
		settings["args"] = []string{"--no-sandbox"}
	}
	text, err := json.Marshal(settings)
	if err != nil {
		b.Fatal(err)
	}
	return string(text)
}

// speed builds the programs once and runs them.
type speed struct {
	b     *testing.B
	dir   string
	cache string
	peer  string
	env   []string
}

type launch func() *exec.Cmd

func newSpeed(b *testing.B) *speed {
	b.Helper()
	s := &speed{b: b, dir: b.TempDir()}
	s.cache = filepath.Join(s.dir, "cache")
	for name, pkg := range map[string]string{"icamo": ".", "bare": "./testdata/bare", "empty": "./testdata/empty"} {
		build := exec.Command("go", "build", "-o", filepath.Join(s.dir, name), pkg)
		build.Env = append(os.Environ(), "CGO_ENABLED=0") // as a release is built
		if out, err := build.CombinedOutput(); err != nil {
			b.Fatalf("build %s: %v\n%s", name, err, out)
		}
	}
	var err error
	if s.peer, err = filepath.Abs("../../theories/peer/revised.toml"); err != nil {
		b.Fatal(err)
	}
	s.env = append(os.Environ(), "ICAMO_LAYOUT=", "XDG_CACHE_HOME="+s.cache, "HOME="+s.dir)
	return s
}

type versions struct{ old, new string }

func (s *speed) theory(links int) versions {
	v := versions{filepath.Join(s.dir, fmt.Sprintf("old-%d.toml", links)), filepath.Join(s.dir, fmt.Sprintf("new-%d.toml", links))}
	s.write(v.old, theorytest.Large(links/2, links, false))
	s.write(v.new, theorytest.Large(links/2, links, true))
	return v
}

func (s *speed) write(name, text string) {
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		s.b.Fatal(err)
	}
}

func (s *speed) program(name string, args ...string) launch {
	return func() *exec.Cmd {
		cmd := exec.Command(filepath.Join(s.dir, name), args...)
		cmd.Env = s.env
		return cmd
	}
}

func (s *speed) icamo(args ...string) launch { return s.program("icamo", args...) }

// forgetting runs a command each time without the layouts kept from before, and without what it wrote.
func (s *speed) forgetting(r launch) launch {
	return func() *exec.Cmd {
		cmd := r()
		for _, kept := range []string{filepath.Join(s.cache, "icamo", "layouts"), cmd.Args[slices.Index(cmd.Args, "-o")+1]} {
			if err := os.RemoveAll(kept); err != nil {
				s.b.Fatal(err)
			}
		}
		return cmd
	}
}

// commented draws a theory in which a comment is another one each time: the figure is drawn anew, by the layout that is kept.
func (s *speed) commented(svg string) launch {
	text, err := os.ReadFile(s.peer)
	if err != nil {
		s.b.Fatal(err)
	}
	edited := filepath.Join(s.dir, filepath.Base(s.peer))
	for _, other := range []string{"evidence.toml", "initial.toml"} {
		beside, err := os.ReadFile(filepath.Join(filepath.Dir(s.peer), other))
		if err != nil {
			s.b.Fatal(err)
		}
		s.write(filepath.Join(s.dir, other), string(beside))
	}
	n := 0
	return func() *exec.Cmd {
		n++
		s.write(edited, fmt.Sprintf("%s# %d\n", text, n))
		return s.icamo("render", edited, "-o", svg)()
	}
}

func (s *speed) must(args ...string) {
	if out, err := s.icamo(args...)().CombinedOutput(); err != nil {
		s.b.Fatalf("icamo %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// time is how long a command takes. Findings and differences, icamo's status 1, are no failure.
func (s *speed) time(b *testing.B, r launch) (time.Duration, *os.ProcessState) {
	cmd := r()
	start := time.Now()
	err := cmd.Run()
	took := time.Since(start)
	reports := filepath.Base(cmd.Path) == "icamo" && cmd.ProcessState.ExitCode() == statusReport
	if err != nil && !reports {
		b.Fatalf("%s: %v", strings.Join(cmd.Args, " "), err)
	}
	return took, cmd.ProcessState
}

// pairs runs two commands in turn after a warm-up, seven times, or up to sixty in the time that short ones leave, and gives
// the medians.
func (s *speed) pairs(b *testing.B, first, second launch) (a, c time.Duration) {
	var as, cs []time.Duration
	const least, most, enough = 7, 60, 4 * time.Second
	start := time.Now()
	for i := 0; i <= least || i <= most && time.Since(start) < enough; i++ {
		x, _ := s.time(b, first)
		y, _ := s.time(b, second)
		if i > 0 {
			as, cs = append(as, x), append(cs, y)
		}
	}
	return median(as), median(cs)
}

func median(of []time.Duration) time.Duration {
	slices.Sort(of)
	return of[len(of)/2]
}

func (s *speed) ratio(b *testing.B, most float64, own, other launch) {
	for b.Loop() {
		a, c := s.pairs(b, own, other)
		s.report(b, a.Seconds()/c.Seconds(), most, "x")
		b.ReportMetric(float64(a.Milliseconds()), "ms")
		b.ReportMetric(float64(c.Milliseconds()), "other-ms")
	}
}

// shares is the time of a command for each of the parts that it does, as a share of that of another command that does one.
func (s *speed) shares(b *testing.B, most, runs float64, own, other launch) {
	for b.Loop() {
		a, c := s.pairs(b, own, other)
		s.report(b, a.Seconds()/c.Seconds()/runs, most, "x")
	}
}

func (s *speed) extra(b *testing.B, most float64, own, empty launch) {
	for b.Loop() {
		a, c := s.pairs(b, own, empty)
		s.report(b, float64((a-c).Microseconds())/1000, most, "ms-more")
		b.ReportMetric(float64(c.Microseconds())/1000, "other-ms")
	}
}

func (s *speed) within(b *testing.B, most float64, own launch) {
	for b.Loop() {
		a, _ := s.pairs(b, own, own)
		s.report(b, float64(a.Milliseconds()), most, "ms-median")
	}
}

func (s *speed) memory(b *testing.B, most float64, file string, own launch) {
	info, err := os.Stat(file)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s.report(b, s.peak(b, own)/float64(info.Size()), most, "x")
	}
}

func (s *speed) megabytes(b *testing.B, most float64, own launch) {
	for b.Loop() {
		s.report(b, s.peak(b, own)/1e6, most, "MB")
	}
}

// peak is the most memory that a process took, in bytes.
func (s *speed) peak(b *testing.B, own launch) float64 {
	_, state := s.time(b, own)
	peak, ok := peakMemory(state)
	if !ok {
		b.Skipf("peak memory is not measured on %s", runtime.GOOS)
	}
	return float64(peak)
}

// report gives a figure with what it may be at most, and takes the benchmark's own time, which says nothing, away.
func (s *speed) report(b *testing.B, figure, most float64, unit string) {
	b.ReportMetric(figure, unit)
	b.ReportMetric(most, "at-most-"+unit)
	b.ReportMetric(0, "ns/op")
}
