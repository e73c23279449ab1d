package refi

// Project is what a project or code book holds.
type Project struct {
	Name        string
	Description string
	Origin      string // the program that wrote it, as it says itself
	Codes       []*Code
	Sources     []*Source
	Passages    []*Passage // in the order of the sources and their texts
	Cases       []*Case
	Sets        []*Set
	Links       []*Link // between codes
	Left        []Left  // what is in the file and not here
}

// Code is a code, with those below it.
type Code struct {
	GUID        string
	Name        string
	Description string
	Memos       []string
	Colour      string
	Folder      bool  // holds other codes, and codes nothing
	Case        *Case // the case that it stands for; nil for other codes
	Parent      *Code
	Children    []*Code
	Passages    int
}

// Path is the names of a code and of all that it is below, from the top: "Contexts/Group rules".
func (c *Code) Path() string {
	if c.Parent == nil {
		return c.Name
	}
	return c.Parent.Path() + "/" + c.Name
}

// All goes through codes and those below them, each before those below it.
func All(codes []*Code) []*Code {
	var all []*Code
	for _, c := range codes {
		all = append(all, c)
		all = append(all, All(c.Children)...)
	}
	return all
}

// Source is a document, transcript or recording.
type Source struct {
	GUID        string
	Name        string
	Description string
	Text        string // line breaks are line feeds; "" where there is none
	Lost        bool   // selections are in it, and its text is not in the file
	Uncertain   bool   // how the program counts characters could not be settled: its passages may be a letter or more off
	Case        *Case  // the only one that it is of
	Attributes  []Attribute

	selections []*selection
	inline     bool   // the text stands in the XML, which has lost its carriage returns
	raw        string // with its line breaks as they were
}

// Passage is a stretch of a source's text that is coded.
type Passage struct {
	Source   *Source
	Text     string
	Locator  string // "paragraph 12", "page 3", "0:12:05"
	Comments []string
	Codes    []*Code
	Cases    []*Case
}

// Case is a participant, site or the like.
type Case struct {
	GUID        string
	Name        string
	Description string
	Attributes  []Attribute
}

// Attribute is what a variable says of a case or source.
type Attribute struct{ Name, Value string }

// Set is a named group of codes and sources.
type Set struct {
	Name    string
	Codes   []*Code
	Sources []*Source
}

// Link is a relation between two codes.
type Link struct {
	Name     string
	Directed bool
	From, To *Code
}

// Left is a sort of thing that was not carried over.
type Left struct {
	What  string
	Count int
}

// left counts what is not carried over.
func (p *Project) left(what string, count int) {
	if count == 0 {
		return
	}
	for i := range p.Left {
		if p.Left[i].What == what {
			p.Left[i].Count += count
			return
		}
	}
	p.Left = append(p.Left, Left{what, count})
}
