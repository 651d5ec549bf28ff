# chart.awk - processor time of an answer by page and size, as SVG: one group
# of bars for a page, a bar for each size, a line for the unit, a log axis.
#
#   awk -f tests/bench/chart.awk build/bench/bench.csv >build/bench/bench.svg

BEGIN {
	FS = ","
	width = 760
	height = 420
	left = 70
	right = 20
	top = 60
	bottom = 70
	n_pages = split("conversion_90 conversion_24m followups retention", pages, " ")
	split("Conversion, 90 days|Conversion, 24 months|Follow-ups|Retention", titles, "|")
	split("#9ec5f4 #5b93d6 #2b65ab #123d73", colours, " ")
}

FNR > 1 && $5 == "cpu_ms" {
	key = $1 SUBSEP $2 SUBSEP $3
	value[key, ++rounds[key]] = $6
	if (!($1 in seen)) {
		seen[$1] = 1
		size[++sizes] = $1
	}
}

function median(key,    n, i, j, v, t) {
	n = rounds[key]
	for (i = 1; i <= n; i++)
		v[i] = value[key, i]
	for (i = 2; i <= n; i++)
		for (j = i; j > 1 && v[j - 1] + 0 > v[j] + 0; j--) {
			t = v[j]
			v[j] = v[j - 1]
			v[j - 1] = t
		}
	return n ? v[int((n + 1) / 2)] + 0 : 0
}

function cpu(s, page,    x) {
	x = median(s SUBSEP page SUBSEP 16)
	return x ? x : median(s SUBSEP page SUBSEP 1)
}

function log10(x) {
	return log(x) / log(10)
}

function y(x) {
	return height - bottom - (log10(x) - low) / (high - low) * (height - top - bottom)
}

function text(x, at, anchor, what) {
	printf "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, at, anchor, what
}

function number(x) {
	return x >= 100 ? sprintf("%.0f", x) : x >= 1 ? sprintf("%.1f", x) : sprintf("%.2f", x)
}

function axis(    e, at) {
	for (e = low; e <= high; e++) {
		at = y(10 ^ e)
		printf "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>\n", left, at, width - right
		text(left - 8, at + 4, "end", 10 ^ e)
	}
	printf "<text transform=\"rotate(-90)\" x=\"%.1f\" y=\"18\" text-anchor=\"middle\">ms of processor time an answer (log)</text>\n", -(top + height - bottom) / 2
}

function bars(i,    k, group, bar, x, ms) {
	group = (width - left - right) / n_pages
	bar = group * 0.8 / sizes
	for (k = 1; k <= sizes; k++) {
		ms = cpu(size[k], pages[i])
		x = left + group * (i - 0.9) + bar * (k - 1)
		if (!ms) {
			text(x + bar / 2, height - bottom - 6, "middle", "none")
			continue
		}
		printf "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"><title>%s, %s leads: %s ms</title></rect>\n", x, y(ms), bar - 2, height - bottom - y(ms), colours[k], titles[i], size[k], number(ms)
		text(x + bar / 2 - 1, y(ms) - 4, "middle", number(ms))
	}
	text(left + group * (i - 0.5), height - bottom + 20, "middle", titles[i])
}

function legend(    k, x) {
	x = left
	for (k = 1; k <= sizes; k++) {
		printf "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>\n", x, height - 28, colours[k]
		text(x + 17, height - 18, "start", size[k] " leads")
		x += 95
	}
	printf "<path d=\"M%d %dh24\" stroke=\"#b3261e\" stroke-width=\"2\" stroke-dasharray=\"5 3\"/>\n", x, height - 22
	text(x + 30, height - 18, "start", "nginx, a static file of 20 kB")
}

END {
	unit = sizes ? cpu(size[sizes], "unit") : 0
	least = most = unit ? unit : 1
	for (k = 1; k <= sizes; k++)
		for (i = 1; i <= n_pages; i++) {
			ms = cpu(size[k], pages[i])
			if (ms > most)
				most = ms
			if (ms && ms < least)
				least = ms
		}
	low = int(log10(least)) - 1
	high = int(log10(most)) + 1
	printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"11\" fill=\"#222\">\n", width, height, width, height
	printf "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", width, height
	printf "<text x=\"%d\" y=\"26\" font-size=\"16\">What an answer costs, by page and number of leads</text>\n", left
	printf "<text x=\"%d\" y=\"44\" fill=\"#555\">All programs and nginx, data changing once a second, 16 connections (one, where a page is too slow for them)</text>\n", left
	axis()
	for (i = 1; i <= n_pages; i++)
		bars(i)
	if (unit)
		printf "<path d=\"M%d %.1fH%d\" stroke=\"#b3261e\" stroke-width=\"2\" stroke-dasharray=\"5 3\"/>\n", left, y(unit), width - right
	legend()
	print "</svg>"
}
