# processes.awk - a process and all that came from it: "PID NAME TICKS" each.
#
#   cat /proc/[0-9]*/stat | awk -v root=PID -f tests/bench/processes.awk
#
# TICKS are the processor time spent so far, that of ended children included.

{
	pid = $1
	at = index($0, "(")
	rest = $0
	while (match(rest, /\)/)) # the name may hold brackets itself
		rest = substr(rest, RSTART + 1)
	name[pid] = substr($0, at + 1, length($0) - at - length(rest) - 1)
	split(rest, field, " ")
	parent[pid] = field[2]
	ticks[pid] = field[12] + field[13] + field[14] + field[15]
}

function ours(pid,    steps) {
	for (steps = 0; pid > 1 && steps < 20; steps++) {
		if (pid == root)
			return 1
		pid = parent[pid]
	}
	return 0
}

END {
	for (pid in name)
		if (ours(pid))
			print pid, name[pid], ticks[pid]
}
