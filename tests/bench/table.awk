# table.awk - the figures of bench.csv to read: medians of the rounds, growth,
# and the goals beside what was measured.
#
#   awk -f tests/bench/table.awk build/bench/bench.csv

BEGIN {
	FS = ","
	n_pages = split("conversion_90 conversion_24m followups retention " \
		"fair funnel losses pace people product leads", pages, " ")
}

FNR > 1 {
	if ($5 == "pss_kb" && !($2 in is_program)) {
		is_program[$2] = 1
		program[++programs] = $2
	}
	key = $1 SUBSEP $2 SUBSEP $3 SUBSEP $5
	value[key, ++rounds[key]] = $6
	if (!($1 in seen)) {
		seen[$1] = 1
		size[++sizes] = $1
	}
	if (($2 SUBSEP $5) in known || $5 !~ /^db_ms / )
		next
	known[$2 SUBSEP $5] = 1
	statement[++statements] = $2 SUBSEP substr($5, 7)
}

# Median of the rounds; "" when there is none.
function get(s, page, c, measure,    key, n, i, j, v, t) {
	key = s SUBSEP page SUBSEP c SUBSEP measure
	n = rounds[key]
	if (!n)
		return ""
	for (i = 1; i <= n; i++)
		v[i] = value[key, i]
	if (v[1] + 0 != v[1])
		return v[1]
	for (i = 2; i <= n; i++)
		for (j = i; j > 1 && v[j - 1] + 0 > v[j] + 0; j--) {
			t = v[j]
			v[j] = v[j - 1]
			v[j - 1] = t
		}
	return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
}

# a / b, or "" when one is not known.
function ratio(a, b) {
	return a == "" || b == "" || b + 0 == 0 ? "" : a / b
}

# A number with three figures that count; "-" for none.
function short(x) {
	if (x == "")
		return "-"
	if (x + 0 != x)
		return x
	if (x == int(x) || x >= 1000)
		return sprintf("%.0f", x)
	return sprintf(x >= 100 ? "%.0f" : x >= 10 ? "%.1f" : x >= 1 ? "%.2f" : x >= 0.1 ? "%.3f" : "%.4f", x)
}

# ---- one size --------------------------------------------------------------------

function load_row(s, page, unit, c,    rate, cpu) {
	rate = get(s, page, c, "req_s")
	cpu = get(s, page, c, "cpu_ms")
	printf "  %-20s %3d %9s %9s %9s %9s %9s %8s\n", page, c, short(rate), short(ratio(rate, get(s, unit, c, "req_s"))), short(get(s, page, c, "p50_ms")), short(get(s, page, c, "p99_ms")), short(cpu), short(ratio(cpu, get(s, unit, c, "cpu_ms")))
}

# What a page says instead of an answer; "" when it answers.
function status_of(s, page,    status) {
	status = get(s, page, 1, "status")
	return status == "" || status == 200 ? "" : page " answers " status " at " s
}

function print_load(s,    i, c) {
	printf "\n  %-20s %3s %9s %9s %9s %9s %9s %8s\n", "page", "c", "req/s", "of unit", "p50 ms", "p99 ms", "cpu ms", "x unit"
	for (c = 1; c <= 16; c += 15) {
		load_row(s, "unit", "unit", c)
		for (i = 1; i <= n_pages; i++)
			load_row(s, pages[i], "unit", c)
	}
	load_row(s, "unit_304", "unit_304", 16)
	load_row(s, "hello_304", "unit_304", 16)
	for (i = 1; i <= n_pages; i++)
		if (load(s, pages[i] "_304", "req_s") != "")
			load_row(s, pages[i] "_304", "unit_304", 16)
	for (i = 1; i <= n_pages; i++)
		if (status_of(s, pages[i]))
			print "  not measured: " status_of(s, pages[i])
}

function print_weight(s,    i, p) {
	printf "\n  %-20s %9s %9s %9s %9s %9s %9s\n", "page", "bytes", "packed", "cold req", "cold kB", "elements", "first ms"
	for (i = 1; i <= n_pages; i++) {
		p = pages[i]
		printf "  %-20s %9s %9s %9s %9s %9s %9s\n", p, short(get(s, p, 0, "bytes")), short(get(s, p, 0, "packed_bytes")), short(get(s, p, 0, "cold_requests")), short(ratio(get(s, p, 0, "cold_bytes"), 1000)), short(get(s, p, 0, "elements")), short(get(s, p, 0, "cold_ms"))
	}
}

function print_statements(s,    i, part, ms) {
	printf "\n  %-44s %12s %14s\n", "statement, alone in the sqlite3 shell", "ms, prepared", "engine steps"
	for (i = 1; i <= statements; i++) {
		split(statement[i], part, SUBSEP)
		printf "  %-44s %12s %14s\n", part[1] " " part[2], short(get(s, part[1], 0, "db_ms " part[2])), short(get(s, part[1], 0, "db_steps " part[2]))
	}
}

# Memory of all programs in MB.
function memory(s, what,    i, sum) {
	for (i = 1; i <= programs; i++)
		sum += get(s, program[i], 0, what "_kb")
	return sum ? sum / 1024 : ""
}

function print_memory(s,    i) {
	printf "\n  memory after the load, MB: %s PSS, %s RSS in all; PSS", short(memory(s, "pss")), short(memory(s, "rss"))
	for (i = 1; i <= programs; i++)
		printf " %s %s", program[i], short(ratio(get(s, program[i], 0, "pss_kb"), 1024))
	print ""
}

function print_writes(s) {
	printf "  import: %s rows/s, bare inserts %s, ratio %s, with all rows it leaves %s; peak %s MB for %s rows\n", short(get(s, "import", 0, "rows_s")), short(get(s, "import", 0, "bare_rows_s")), short(import_ratio(s)), short(ratio(get(s, "import", 0, "rows_s"), get(s, "import", 0, "all_rows_s"))), short(ratio(get(s, "import", 0, "peak_kb"), 1024)), short(get(s, "import", 0, "rows"))
	printf "  form: %s ms, bare commit %s ms, ratio %s\n", short(get(s, "form", 1, "ms")), short(get(s, "form", 1, "bare_ms")), short(form_ratio(s))
	printf "  file: %s bytes per lead, %s times the facts alone\n", short(get(s, "file", 0, "bytes_per_lead")), short(get(s, "file", 0, "whole_to_facts"))
}

function import_ratio(s) {
	return ratio(get(s, "import", 0, "rows_s"), get(s, "import", 0, "bare_rows_s"))
}

function form_ratio(s) {
	return ratio(get(s, "form", 1, "ms"), get(s, "form", 1, "bare_ms"))
}

# ---- growth ------------------------------------------------------------------------

# At 16 connections; of a page too slow for them, at one.
function load(s, page, measure) {
	if (get(s, page, 16, measure) != "")
		return get(s, page, 16, measure)
	return get(s, page, 1, measure)
}

function cpu(s, page) {
	return load(s, page, "cpu_ms")
}

function print_growth(    i, k) {
	printf "\nProcessor time of an answer, ms\n  %-20s", "page"
	for (k = 1; k <= sizes; k++)
		printf " %9s", size[k]
	printf " %9s\n", "growth"
	for (i = 0; i <= n_pages; i++) {
		page = i ? pages[i] : "unit"
		printf "  %-20s", page
		for (k = 1; k <= sizes; k++)
			printf " %9s", short(cpu(size[k], page))
		printf " %9s\n", short(ratio(cpu(size[sizes], page), cpu(size[1], page)))
	}
}

# ---- goals -------------------------------------------------------------------------

# The worst of a measure over sizes and some pages: most, or with least = 1
# the least; "" as soon as one is missing.
function worst(measure, list, least,    n, page, i, k, x, out, first) {
	n = split(list, page, " ")
	first = 1
	for (k = 1; k <= sizes; k++)
		for (i = 1; i <= n; i++) {
			x = measured(size[k], page[i], measure)
			if (x == "") {
				why = status_of(size[k], page[i])
				return ""
			}
			if (first || (least ? x < out : x > out))
				out = x
			first = 0
		}
	return out
}

function measured(s, page, measure) {
	if (measure == "cpu")
		return ratio(cpu(s, page), get(s, "unit", 16, "cpu_ms"))
	if (measure == "rate")
		return ratio(load(s, page, "req_s"), get(s, "unit", 16, "req_s"))
	if (measure == "same")
		return ratio(get(s, page "_304", 16, "cpu_ms"), get(s, "unit_304", 16, "cpu_ms"))
	if (measure == "growth")
		return sizes > 1 ? ratio(cpu(s, page), cpu(size[1], page)) : ""
	if (measure == "p99")
		return s == size[sizes] ? load(s, page, "p99_ms") : 0
	return get(s, page, 0, measure)
}

function goal(id, text, x, limit, least,    verdict) {
	if (x == "")
		verdict = why ? "missed: " why : "not measured"
	else
		verdict = (least ? x + 0 >= limit : x + 0 <= limit) ? "met" : "missed"
	printf "  %-4s %-58s %9s %9s  %s\n", id, text, short(limit), short(x), verdict
	why = ""
}

function print_goals(    q1, all, every, k, import, form, pss, x) {
	q1 = "conversion_90 conversion_24m"
	all = q1 " followups retention"
	every = all " fair funnel losses pace people product leads"
	printf "\n  %-4s %-58s %9s %9s\n", "goal", "worst of all sizes", "limit", "measured"
	goal("P1", "conversion: processor time, x unit", worst("cpu", q1), 18)
	goal("P1", "conversion: growth from the first size", worst("growth", q1), 1.2)
	goal("P1", "its views counted from sums: processor time, x unit", worst("cpu", "fair funnel losses pace"), 18)
	goal("P2", "follow-ups: processor time, x unit", worst("cpu", "followups"), 10)
	goal("P3", "retention: processor time, x unit", worst("cpu", "retention"), 22.5)
	goal("P4", "16 connections: req/s of the unit's, at least", worst("rate", all, 1), 0.1, 1)
	goal("P4", "16 connections, largest size: p99 ms", worst("p99", all), 10)
	goal("P5", "not modified: processor time, x unit", worst("same", all), 3)
	goal("P5", "the same of a program that does nothing, hello.c", worst("same", "hello"), 3)
	goal("P7", "cold page: requests", worst("cold_requests", all), 4)
	goal("P7", "cold page: bytes compressed", worst("cold_bytes", all), 25000)
	goal("P7", "warm page: bytes compressed", worst("packed_bytes", every), 9000)
	goal("P7", "elements of a page", worst("elements", every), 3000)
	for (k = 1; k <= sizes; k++) {
		x = import_ratio(size[k])
		import = import == "" || (x != "" && x < import) ? x : import
		x = form_ratio(size[k])
		form = x != "" && x > form + 0 ? x : form
		pss = memory(size[k], "pss")
		goal("P6", "memory at " size[k] ", MB PSS", pss, size[k] == "10M" ? 64 : 40)
	}
	goal("P8", "import, rows/s of bare inserts, at least", import, 0.5, 1)
	goal("P8", "import: growth of peak memory from the first size", sizes > 1 ? ratio(get(size[sizes], "import", 0, "peak_kb"), get(size[1], "import", 0, "peak_kb")) : "", 1.2)
	printf "  %-4s %-58s\n", "P9", "from a bare machine to the demo: not measured here"
	goal("P10", "a form post, x the bare commit", form, 2)
}

END {
	for (k = 1; k <= sizes; k++) {
		printf "%s%s leads\n", (k > 1 ? "\n" : ""), size[k]
		print_load(size[k])
		print_weight(size[k])
		print_statements(size[k])
		print_memory(size[k])
		print_writes(size[k])
	}
	print_growth()
	print_goals()
}
