# Sourced by the laws. law NAME BREACHES: one assertion, failed when there are breaches, which are shown.
n=0
law() {
	n=$((n + 1))
	if test -z "$2"; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		printf '%s\n' "$2" | sed 's/^/# /'
	fi
}
