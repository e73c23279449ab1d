package lsp

// What clients send, as far as it is looked at.
type (
	initializeParams struct {
		Capabilities struct {
			Workspace struct {
				WorkspaceEdit struct {
					DocumentChanges bool `json:"documentChanges"`
				} `json:"workspaceEdit"`
				DidChangeWatchedFiles struct {
					DynamicRegistration bool `json:"dynamicRegistration"`
				} `json:"didChangeWatchedFiles"`
			} `json:"workspace"`
		} `json:"capabilities"`
	}
	documentID struct {
		URI     string `json:"uri"`
		Version *int   `json:"version"`
	}
	openParams struct {
		Document struct {
			documentID
			Text string `json:"text"`
		} `json:"textDocument"`
	}
	changeParams struct {
		Document documentID `json:"textDocument"`
		Changes  []struct {
			Range *span  `json:"range"`
			Text  string `json:"text"`
		} `json:"contentChanges"`
	}
	documentParams struct {
		Document documentID `json:"textDocument"`
	}
	placeParams struct {
		Document documentID `json:"textDocument"`
		Position position   `json:"position"`
		NewName  string     `json:"newName"`
		Context  struct {
			IncludeDeclaration bool `json:"includeDeclaration"`
		} `json:"context"`
	}
	rangeParams struct {
		Document documentID `json:"textDocument"`
		Range    span       `json:"range"`
	}
)

// What clients are sent.
type (
	location struct {
		URI   string `json:"uri"`
		Range span   `json:"range"`
	}
	textEdit struct {
		Range   span   `json:"range"`
		NewText string `json:"newText"`
	}
	diagnostic struct {
		Range    span      `json:"range"`
		Severity int       `json:"severity"`
		Code     string    `json:"code,omitempty"`
		Source   string    `json:"source"`
		Message  string    `json:"message"`
		Related  []related `json:"relatedInformation,omitempty"`
	}
	related struct {
		Location location `json:"location"`
		Message  string   `json:"message"`
	}
	publishParams struct {
		URI         string       `json:"uri"`
		Version     *int         `json:"version,omitempty"`
		Diagnostics []diagnostic `json:"diagnostics"`
	}
	completionList struct {
		Incomplete bool             `json:"isIncomplete"`
		Items      []completionItem `json:"items"`
	}
	completionItem struct {
		Label  string   `json:"label"`
		Kind   int      `json:"kind"`
		Detail string   `json:"detail,omitempty"`
		Doc    string   `json:"documentation,omitempty"`
		Sort   string   `json:"sortText"`
		Edit   textEdit `json:"textEdit"`
	}
	markup struct {
		Kind  string `json:"kind"`
		Value string `json:"value"`
	}
	hover struct {
		Contents markup `json:"contents"`
		Range    span   `json:"range"`
	}
	documentEdit struct {
		Document struct {
			URI     string `json:"uri"`
			Version *int   `json:"version"` // null for a file that is not open
		} `json:"textDocument"`
		Edits []textEdit `json:"edits"`
	}
	workspaceEdit struct {
		Documents []documentEdit        `json:"documentChanges,omitempty"`
		Changes   map[string][]textEdit `json:"changes,omitempty"`
	}
	renamable struct {
		Range       span   `json:"range"`
		Placeholder string `json:"placeholder"`
	}
	symbol struct {
		Name      string `json:"name"`
		Detail    string `json:"detail,omitempty"`
		Kind      int    `json:"kind"`
		Range     span   `json:"range"`
		Selection span   `json:"selectionRange"`
	}
	fold struct {
		Start int `json:"startLine"`
		End   int `json:"endLine"`
	}
	command struct {
		Title   string `json:"title"`
		Command string `json:"command"`
	}
	codeLens struct {
		Range   span    `json:"range"`
		Command command `json:"command"`
	}
	codeAction struct {
		Title       string        `json:"title"`
		Kind        string        `json:"kind"`
		Diagnostics []diagnostic  `json:"diagnostics"`
		Preferred   bool          `json:"isPreferred,omitempty"`
		Edit        workspaceEdit `json:"edit"`
	}
)

// capabilities are what the server can be asked.
func capabilities() any {
	type is = map[string]any
	return is{
		"textDocumentSync":           is{"openClose": true, "change": 2, "save": true},
		"completionProvider":         is{"triggerCharacters": []string{`"`, "[", "."}},
		"hoverProvider":              true,
		"definitionProvider":         true,
		"referencesProvider":         true,
		"renameProvider":             is{"prepareProvider": true},
		"documentSymbolProvider":     true,
		"foldingRangeProvider":       true,
		"documentFormattingProvider": true,
		"codeLensProvider":           is{},
		"codeActionProvider":         is{"codeActionKinds": []string{"quickfix"}},
	}
}
