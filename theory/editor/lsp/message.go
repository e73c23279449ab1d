package lsp

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// message is a request, an answer to one, or a notification (JSON-RPC 2.0).
type message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *failure        `json:"error,omitempty"`
}

// failure says why a request is not answered.
type failure struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (f *failure) Error() string { return f.Message }

// The codes of failures.
const (
	parseError     = -32700
	invalidRequest = -32600
	methodNotFound = -32601
	invalidParams  = -32602
	internalError  = -32603
	notInitialized = -32002
	cancelled      = -32800
	requestFailed  = -32803
)

const (
	maxBody   = 256 << 20 // bytes of one message: a file at the limit, written in JSON
	maxHeader = 4 << 10
)

// readMessage reads one message. A failure is of a message that is not as it must be, after which the next can be read;
// any other error ends the connection.
func readMessage(r *bufio.Reader) (*message, error) {
	length := -1
	for read := 0; ; {
		line, err := r.ReadSlice('\n')
		if err != nil {
			if errors.Is(err, bufio.ErrBufferFull) {
				err = errors.New("a header of a message is too long")
			}
			return nil, err
		}
		if read += len(line); read > maxHeader {
			return nil, errors.New("the header of a message is too long")
		}
		header := strings.TrimRight(string(line), "\r\n")
		if header == "" && read == len(line) {
			continue // between messages
		}
		if header == "" {
			break
		}
		name, value, _ := strings.Cut(header, ":")
		if strings.EqualFold(strings.TrimSpace(name), "Content-Length") {
			if length, err = strconv.Atoi(strings.TrimSpace(value)); err != nil || length < 0 || length > maxBody {
				return nil, fmt.Errorf("a message cannot be %q bytes long", strings.TrimSpace(value))
			}
		}
	}
	if length < 0 {
		return nil, errors.New("a message has no Content-Length: standard input is not a language client's")
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(r, body); err != nil {
		return nil, err
	}
	m := &message{}
	if err := json.Unmarshal(body, m); err != nil {
		return nil, &failure{parseError, "the message is not JSON-RPC"}
	}
	return m, nil
}

// writeMessage writes one message, whole.
func writeMessage(w io.Writer, m message) error {
	m.Version = "2.0"
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "Content-Length: %d\r\n\r\n%s", len(body), body)
	return err
}
