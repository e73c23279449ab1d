package preview

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
)

// request is one that reached the preview at an address.
func request(t testing.TB, reached, host string, header ...string) *http.Request {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.Host = host
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	local := net.TCPAddrFromAddrPort(netip.MustParseAddrPort(reached))
	return r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, net.Addr(local)))
}

func answer(g *guard, r *http.Request) int {
	g.next = http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})
	w := httptest.NewRecorder()
	g.ServeHTTP(w, r)
	return w.Code
}

func TestGuardLetsInOnlyItsOwnNames(t *testing.T) {
	const loopback, lan = "127.0.0.1:8000", "192.168.1.7:8000"
	for _, c := range []struct {
		reached, name, host string
		want                int
	}{
		{loopback, "127.0.0.1", "127.0.0.1:8000", 200},
		{loopback, "127.0.0.1", "localhost:8000", 200},
		{loopback, "127.0.0.1", "LocalHost:8000", 200},
		{loopback, "127.0.0.1", "127.0.0.2:8000", 200},
		{"[::1]:8000", "::1", "[::1]:8000", 200},
		{"[::ffff:127.0.0.1]:8000", "", "127.0.0.1:8000", 200},
		{loopback, "127.0.0.1", "127.0.0.1:8001", 403}, // another port is another server
		{loopback, "127.0.0.1", "127.0.0.1", 403},
		{loopback, "127.0.0.1", "", 403},
		{loopback, "127.0.0.1", "evil.example:8000", 403},
		{loopback, "127.0.0.1", "localhost.evil.example:8000", 403},
		{loopback, "127.0.0.1", "127.0.0.1.evil.example:8000", 403},
		{loopback, "127.0.0.1", "evil.localhost:8000", 403},
		{loopback, "127.0.0.1", "localhost.:8000", 403},
		{loopback, "127.0.0.1", "192.168.1.7:8000", 403},
		{loopback, "127.0.0.1", "0x7f.1:8000", 403},
		{loopback, "127.0.0.1", "user@localhost:8000", 403},
		{lan, "0.0.0.0", "192.168.1.7:8000", 200},
		{lan, "0.0.0.0", "192.168.1.8:8000", 403},
		{lan, "0.0.0.0", "localhost:8000", 403}, // it did not come by loopback
		{lan, "0.0.0.0", "evil.example:8000", 403},
		{lan, "study.example", "study.example:8000", 200},
		{lan, "study.example", "STUDY.example:8000", 200},
		{"127.0.0.1:80", "127.0.0.1", "localhost", 200},
		{"[::1]:80", "::1", "[::1]", 200},
	} {
		_, port, _ := net.SplitHostPort(c.reached)
		if got := answer(&guard{name: c.name, port: port}, request(t, c.reached, c.host)); got != c.want {
			t.Errorf("reached at %s, served as %q, asked for host %q: answers %d, want %d", c.reached, c.name, c.host, got, c.want)
		}
	}
}

func TestGuardLetsInNoOtherPage(t *testing.T) {
	const host = "127.0.0.1:8000"
	for _, c := range []struct {
		header []string
		want   int
	}{
		{nil, 200},
		{[]string{"Origin", "http://127.0.0.1:8000"}, 200},
		{[]string{"Origin", "http://127.0.0.1:8001"}, 403},
		{[]string{"Origin", "https://127.0.0.1:8000"}, 403},
		{[]string{"Origin", "https://evil.example"}, 403},
		{[]string{"Origin", "null"}, 403},
		{[]string{"Sec-Fetch-Site", "same-origin"}, 200},
		{[]string{"Sec-Fetch-Site", "none"}, 200},
		{[]string{"Sec-Fetch-Site", "cross-site"}, 403},
		{[]string{"Sec-Fetch-Site", "same-site"}, 403}, // another port of this computer
		{[]string{"Sec-Fetch-Site", "anything"}, 403},
		{[]string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, 200},
		{[]string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe"}, 403},
		{[]string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "script"}, 403},
	} {
		if got := answer(&guard{port: "8000"}, request(t, host, host, c.header...)); got != c.want {
			t.Errorf("headers %q: answers %d, want %d", c.header, got, c.want)
		}
	}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions, http.MethodConnect, "PROPFIND"} {
		r := request(t, host, host)
		r.Method = method
		if got := answer(&guard{port: "8000"}, r); got != http.StatusMethodNotAllowed {
			t.Errorf("%s: answers %d, want %d", method, got, http.StatusMethodNotAllowed)
		}
	}
}

// FuzzHost holds that whoever is let in named a loopback address or localhost, and the port.
func FuzzHost(f *testing.F) {
	for _, host := range []string{"localhost:8000", "127.0.0.1:8000", "[::1]:8000", "evil.example:8000", "127.0.0.1", "[::1%25lo]:8000", "::1:8000", "127.1:8000", "[::ffff:7f00:1]:8000", "2130706433:8000", "localhost:8000:8000", "\x00:8000"} {
		f.Add(host)
	}
	f.Fuzz(func(t *testing.T, host string) {
		g := guard{name: "127.0.0.1", port: "8000"}
		local := net.TCPAddrFromAddrPort(netip.MustParseAddrPort("127.0.0.1:8000"))
		if !g.ours(host, local) {
			return
		}
		name, port, err := net.SplitHostPort(host)
		if err != nil || port != "8000" {
			t.Fatalf("host %q is let in without the port", host)
		}
		if ip := net.ParseIP(name); !(ip != nil && ip.IsLoopback()) && !strings.EqualFold(name, "localhost") {
			t.Fatalf("host %q is let in", host)
		}
	})
}
