package layout

import (
	"os/exec"
	"syscall"
)

// ownGroup makes the process the leader of a group, so that whatever it starts can be killed with it, and has it killed
// when this program is.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

func killGroup(cmd *exec.Cmd) error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
