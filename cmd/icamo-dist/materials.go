package main

import (
	"debug/buildinfo"
	"encoding/json"
	"strings"
	"time"
)

// materialsFile is the bill of materials in every archive.
const materialsFile = "icamo.cdx.json"

// The parts of a bill of materials by CycloneDX 1.5, of which these are the keys that are needed.
type bill struct {
	Format     string      `json:"bomFormat"`
	Spec       string      `json:"specVersion"`
	Version    int         `json:"version"`
	Metadata   metadata    `json:"metadata"`
	Components []component `json:"components"`
}

type metadata struct {
	Timestamp string    `json:"timestamp"`
	Component component `json:"component"`
}

type component struct {
	Type     string          `json:"type"`
	Ref      string          `json:"bom-ref"`
	Name     string          `json:"name"`
	Version  string          `json:"version"`
	PURL     string          `json:"purl,omitempty"`
	Licenses []licenceChoice `json:"licenses,omitempty"`
}

type licenceChoice struct {
	License licence `json:"license"`
}

type licence struct {
	ID string `json:"id"`
}

// billOfMaterials says what a program is made of: the modules that the program itself names, and what they do not show.
func billOfMaterials(program string, in inside, changed time.Time) ([]byte, error) {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return nil, err
	}
	b := bill{Format: "CycloneDX", Spec: "1.5", Version: 1, Metadata: metadata{
		Timestamp: changed.Format(time.RFC3339),
		Component: other("application", "icamo", in.Version, "MIT"),
	}}
	for _, m := range info.Deps {
		purl := "pkg:golang/" + m.Path + "@" + m.Version
		b.Components = append(b.Components, component{Type: "library", Ref: purl, Name: m.Path, Version: m.Version, PURL: purl})
	}
	b.Components = append(b.Components,
		other("library", "std", strings.TrimPrefix(info.GoVersion, "go"), "BSD-3-Clause"),
		other("library", "graphviz", in.Graphviz.Version, "EPL-1.0"),
		// These two are in go-graphviz's WebAssembly, whose recipe names their versions.
		other("library", "expat", "2.6.3", "MIT"),
		other("library", "wasi-libc", "wasi-sdk-24", "MIT"),
	)
	for _, f := range in.Fonts {
		b.Components = append(b.Components, other("data", f.Family, f.Version, "OFL-1.1"))
	}
	data, err := json.MarshalIndent(b, "", "  ")
	return append(data, '\n'), err
}

func other(kind, name, version, licenceID string) component {
	return component{Type: kind, Ref: name + "@" + version, Name: name, Version: version, Licenses: []licenceChoice{{licence{licenceID}}}}
}
