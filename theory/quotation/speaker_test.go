package quotation

import "testing"

func TestSpeaker(t *testing.T) {
	names := []string{"Participant 1", "Participant 7", "p1", "p7"}
	for _, c := range []struct{ text, quote, want string }{
		{"“I did not feel safe. Yes, [..] I left.” (Participant 7)\n\n“We shared.” (Participant 1)", "I did not feel safe", "Participant 7"},
		{"“I did not feel safe,” one said.\n\n“We shared.” (Participant 1)", "I did not feel safe", ""},
		{"“We [the members] shared a lot.”\n(participant  1)", "shared a lot", "Participant 1"},
		{"Interviewer: How was it?\nP7: I did not feel safe.\nP1: We shared.", "I did not feel safe", "p7"},
		{"P7: I did not feel safe.\nAnd then I left the group.\nP1: We shared.", "then I left the group", "p7"},
		{"P7: No.\nInterviewer: You did not feel safe?", "You did not feel safe", ""},
		{"They did not feel safe.", "did not feel safe", ""},
	} {
		x := NewIndex(c.text)
		at, ok := x.Find(c.quote)
		if !ok {
			t.Fatalf("%q is not found in %q", c.quote, c.text)
		}
		if got, _ := x.SpeakerOf(at, names); got.Name != c.want {
			t.Errorf("%q in %q is given to %q, want %q", c.quote, c.text, got.Name, c.want)
		}
	}
}
