package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"icamo/theory/load"
)

// timeout is how long one call of git may take.
const timeout = 20 * time.Second

// repository is where git is called, and how.
type repository struct {
	program string
	folder  string
}

func newRepository(folder string) (*repository, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return nil, errors.New("git is not installed, or not on the PATH; revisions are read with it")
	}
	return &repository{program, folder}, nil
}

// errUnknown says that git does not know a name.
var errUnknown = errors.New("unknown to git")

var objectID = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([0-9a-f]{40}|[0-9a-f]{64})$`) })

// object is the id of what a name stands for; errUnknown where it stands for nothing.
func (r *repository) object(ctx context.Context, name string) (string, error) {
	if strings.ContainsAny(name, "\x00\n") {
		return "", errUnknown
	}
	out, err := r.run(ctx, 1<<10, "rev-parse", "--verify", "--end-of-options", name)
	if err != nil {
		return "", err
	}
	id := strings.TrimSpace(string(out))
	if !objectID().MatchString(id) {
		return "", errUnknown
	}
	return id, nil
}

// Before says whether one commit is the other, or was made before it in the same line, by any names that git has for them.
func Before(ctx context.Context, folder, earlier, later string) bool {
	repo, err := newRepository(folder)
	if err != nil {
		return false
	}
	from, err := repo.object(ctx, earlier+"^{commit}")
	if err != nil {
		return false
	}
	to, err := repo.object(ctx, later+"^{commit}")
	if err != nil {
		return false
	}
	_, err = repo.run(ctx, 1<<10, "merge-base", "--is-ancestor", from, to)
	return err == nil
}

// blob is the content of a file. No more than a byte over load.MaxFileSize of it is read.
func (r *repository) blob(ctx context.Context, id string) ([]byte, error) {
	return r.run(ctx, load.MaxFileSize+1, "cat-file", "blob", id)
}

// run calls git with the least that it needs of the environment, and reads no more than limit of what it says.
func (r *repository) run(ctx context.Context, limit int64, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, r.program, append([]string{"-c", "core.fsmonitor=false", "-c", "protocol.allow=never"}, args...)...)
	cmd.Dir = r.folder
	cmd.Env = environment(os.Environ())
	cmd.WaitDelay = time.Second
	var said bytes.Buffer
	cmd.Stderr = &capped{&said, 4 << 10}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("call git: %w", err)
	}
	out, readErr := io.ReadAll(io.LimitReader(stdout, limit))
	if int64(len(out)) == limit {
		cancel() // it has more to say than anyone will read
		_ = cmd.Wait()
		return out, nil
	}
	err = cmd.Wait()
	switch {
	case ctx.Err() != nil:
		return nil, fmt.Errorf("git %s took too long: %w", args[0], ctx.Err())
	case err != nil:
		return nil, refusal(said.String())
	}
	return out, readErr
}

// refusal is why git would not do as told.
func refusal(said string) error {
	said = strings.TrimSpace(said)
	switch {
	case strings.Contains(said, "not a git repository"):
		return errors.New("this folder is in no git repository")
	case strings.Contains(said, "dubious ownership"):
		return errors.New("git does not trust this repository, as another user owns it; see safe.directory in git help config")
	}
	return errUnknown
}

// passed are the variables that git needs to find the repository that the caller means, and its own settings. All others
// are kept from it: several name programs to run.
var passed = []string{"PATH", "HOME", "USERPROFILE", "XDG_CONFIG_HOME", "SYSTEMROOT", "TMPDIR", "TMP", "TEMP",
	"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
	"GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM"}

func environment(all []string) []string {
	kept := []string{"LC_ALL=C", "GIT_ALLOW_PROTOCOL=none", "GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0"}
	for _, v := range all {
		if name, _, _ := strings.Cut(v, "="); slices.Contains(passed, name) {
			kept = append(kept, v)
		}
	}
	return kept
}

// capped keeps the first bytes of what is written, and drops the rest.
type capped struct {
	w    *bytes.Buffer
	left int
}

func (c *capped) Write(b []byte) (int, error) {
	kept := min(c.left, len(b))
	c.left -= kept
	c.w.Write(b[:kept])
	return len(b), nil
}
