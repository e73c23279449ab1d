package preview

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// guard lets in only requests that a reader's browser makes of its own accord to the address served. A page on the web
// can make a browser ask any address, under any name that leads to it (DNS rebinding), so a request must name a host that
// is ours: localhost, the address that it reached, or the name that was asked for on the command line.
type guard struct {
	name string // a host name that was asked for; "" for none
	port string
	next http.Handler
}

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	local, _ := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	switch {
	case !g.ours(r.Host, local):
		http.Error(w, "this preview does not go by that name", http.StatusForbidden)
	case !sameOrigin(r):
		http.Error(w, "this preview is not for other pages", http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
	default:
		g.next.ServeHTTP(w, r)
	}
}

// ours says whether the Host header names this preview. Names other than localhost can be made to lead anywhere by those
// who own them; addresses cannot.
func (g *guard) ours(host string, local net.Addr) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name, port = host, "80"
		if strings.HasPrefix(name, "[") && strings.HasSuffix(name, "]") {
			name = name[1 : len(name)-1]
		}
	}
	if port != g.port {
		return false
	}
	reached, err := netip.ParseAddrPort(addressText(local))
	if err != nil {
		return false
	}
	address, err := netip.ParseAddr(name)
	if err != nil {
		return strings.EqualFold(name, "localhost") && reached.Addr().Unmap().IsLoopback() ||
			g.name != "" && strings.EqualFold(name, g.name)
	}
	at := reached.Addr().Unmap().WithZone("")
	address = address.Unmap()
	return address == at || address.IsLoopback() && at.IsLoopback() && address.Zone() == ""
}

func addressText(a net.Addr) string {
	if a == nil {
		return ""
	}
	return a.String()
}

// sameOrigin turns away what another page asks for. Following a link to the preview is the reader's own doing.
func sameOrigin(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && !strings.EqualFold(origin, "http://"+r.Host) {
		return false
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return true
	}
	return r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
}
