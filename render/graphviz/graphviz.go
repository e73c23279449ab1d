package graphviz

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"icamo/render/graphviz/wasm"
)

// mostNested bounds how deep a graph's braces and brackets nest: Graphviz reads them by recursion, and a stack that grows
// without end would take the whole process with it.
const mostNested = 200

// mostMemory is what a layout may have, in bytes: package wasm is made so.
const mostMemory = 1 << 30

// Layout reads one DOT graph and gives its layout by the dot algorithm as Graphviz's json0. It may be called by several
// goroutines at once. What Graphviz refuses, and where it fails, is an error of one line.
func Layout(dot []byte) (answer []byte, err error) {
	switch {
	case len(bytes.TrimSpace(dot)) == 0:
		return nil, errors.New("read DOT: empty input")
	case bytes.IndexByte(dot, 0) >= 0:
		return nil, errors.New("read DOT: it holds a zero byte")
	case nested(dot) > mostNested:
		return nil, fmt.Errorf("read DOT: it nests deeper than %d levels", mostNested)
	}
	h := &host{}
	free := func() {}
	defer func() { free() }()
	defer func() {
		if trap := recover(); trap != nil {
			answer, err = nil, fmt.Errorf("lay out: Graphviz failed (%v)%s", trap, h.complaint())
			if strings.Contains(err.Error(), "out of memory") {
				err = fmt.Errorf("lay out: Graphviz needs more than the %d MiB of memory that a layout may have; draw less at once", mostMemory>>20)
			}
		}
	}()
	h.m = wasm.New(env{}, h)
	memory := h.m.Slice()
	*memory, free = reserve(*memory)
	h.m.X__wasm_call_ctors()
	graph := h.m.Xagmemread(h.text(string(dot)))
	if graph == 0 {
		return nil, fmt.Errorf("read DOT%s", h.complaint())
	}
	h.labelNodes(graph)
	context := h.m.XgvContextPlugins(h.plugins(), 1)
	if context == 0 {
		return nil, errors.New("start Graphviz: it gave no context")
	}
	if h.m.XgvLayout(context, graph, h.text("dot")) != 0 {
		return nil, fmt.Errorf("lay out%s", h.complaint())
	}
	result, length := h.space(4), h.space(4)
	if h.m.XgvRenderData(context, graph, h.text("json0"), result, length) != 0 {
		return nil, fmt.Errorf("lay out%s", h.complaint())
	}
	at := h.word(result)
	return bytes.Clone(h.memory()[at:][:h.word(length)]), nil
}

// labelNodes gives nodes without a label the one that go-graphviz gives them, "\N": their name.
func (h *host) labelNodes(graph int32) {
	label, name, none := h.text("label"), h.text(`\N`), h.text("")
	for n := h.m.Xagfstnode(graph); n != 0; n = h.m.Xagnxtnode(graph, n) {
		if at := h.m.Xagget(n, label); at == 0 || h.memory()[at] == 0 {
			h.m.Xagsafeset(n, label, name, none)
		}
	}
}

// plugins is the list of Graphviz's own plugins, with a zero entry at its end.
func (h *host) plugins() int32 {
	const entry = 8 // bytes: a name and an address
	at := h.space(4)
	h.m.Xwasm_bridge_SymList_default(at)
	slice := h.word(at) // a length and the address of pointers, of which each takes the room of two
	length, pointers := h.word(slice), h.word(slice+4)
	list := h.space((length + 1) * entry)
	for i := range length {
		from := h.word(pointers + i*8)
		copy(h.memory()[list+i*entry:][:entry], h.memory()[from:])
	}
	clear(h.memory()[list+length*entry:][:entry])
	return list
}

// nested is how deep braces and brackets nest.
func nested(dot []byte) int {
	depth, deepest := 0, 0
	for _, c := range dot {
		switch c {
		case '{', '[', '<':
			depth++
			deepest = max(deepest, depth)
		case '}', ']', '>':
			depth = max(depth-1, 0)
		}
	}
	return deepest
}

// host is what Graphviz asks of the system: an empty environment, no files, and somewhere to complain.
type host struct {
	wasm.Xwasi_snapshot_preview1 // what is not below is never asked for, and would be a trap
	m                            *wasm.Module
	said                         strings.Builder
}

// env is callbacks into Go, of which a layout has none.
type env struct{ wasm.Xenv }

func (h *host) memory() []byte { return *h.m.Slice() }

func (h *host) word(at int32) int32 { return int32(binary.LittleEndian.Uint32(h.memory()[at:])) }

func (h *host) setWord(at, value int32) {
	binary.LittleEndian.PutUint32(h.memory()[at:], uint32(value))
}

// space is room in Graphviz's memory, which goes with the module.
func (h *host) space(size int32) int32 {
	at := h.m.X__libc_malloc(size)
	if at == 0 {
		panic("out of memory")
	}
	return at
}

// text puts a text with a zero byte at its end into Graphviz's memory.
func (h *host) text(s string) int32 {
	at := h.space(int32(len(s)) + 1)
	copy(h.memory()[at:], s)
	h.memory()[int(at)+len(s)] = 0
	return at
}

// complaint is the first line that Graphviz complained with, quoted, as it may repeat a theory's text.
func (h *host) complaint() string {
	line, _, _ := strings.Cut(strings.TrimSpace(h.said.String()), "\n")
	if line == "" && h.m != nil {
		if at := h.m.Xaglasterr(); at != 0 {
			rest := h.memory()[at:]
			line, _, _ = strings.Cut(strings.TrimSpace(string(rest[:max(bytes.IndexByte(rest, 0), 0)])), "\n")
		}
	}
	if line == "" {
		return ""
	}
	return fmt.Sprintf(": %q", line)
}

// Answers to system calls.
const (
	ok      = 0
	badFile = 8
	noFile  = 44
)

const mostSaid = 4 << 10 // bytes of complaint that are kept

// Xfd_write takes what is written to standard error.
func (h *host) Xfd_write(file, vectors, count, written int32) int32 {
	if file != 2 {
		return badFile
	}
	total := int32(0)
	for i := range count {
		at, length := h.word(vectors+i*8), h.word(vectors+i*8+4)
		if room := mostSaid - h.said.Len(); room > 0 {
			h.said.Write(h.memory()[at:][:min(int(length), room)])
		}
		total += length
	}
	h.setWord(written, total)
	return ok
}

func (h *host) Xenviron_sizes_get(count, size int32) int32 {
	h.setWord(count, 0)
	h.setWord(size, 0)
	return ok
}

// Xclock_time_get says that no time has passed: nothing in a layout depends on it.
func (h *host) Xclock_time_get(_ int32, _ int64, at int32) int32 {
	clear(h.memory()[at:][:8])
	return ok
}

func (h *host) Xenviron_get(int32, int32) int32 { return ok }

func (h *host) Xfd_fdstat_get(int32, int32) int32         { return badFile }
func (h *host) Xfd_prestat_get(int32, int32) int32        { return badFile }
func (h *host) Xfd_close(int32) int32                     { return badFile }
func (h *host) Xfd_read(int32, int32, int32, int32) int32 { return badFile }
func (h *host) Xfd_seek(int32, int64, int32, int32) int32 { return badFile }
func (h *host) Xpath_open(int32, int32, int32, int32, int32, int64, int64, int32, int32) int32 {
	return noFile
}
func (h *host) Xproc_exit(status int32) { panic(fmt.Sprintf("it ended with status %d", status)) }
