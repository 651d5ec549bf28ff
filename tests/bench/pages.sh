# pages.sh - read by bench.sh: pages under load, and what each weighs.
#
# Conversion and retention are asked by the head of sales, who sees all, and
# follow-ups by an account manager.  Fair to losses are the views of conversion
# that are counted from sums; people and product are counted lead by lead.
dashboards='conversion_90 conversion_24m followups retention'
pages="$dashboards fair funnel losses pace people product leads"

# page_of PAGE: $who and $path.
page_of() {
	who=head
	case $1 in
	conversion_90) path="/conversion?from=$day_90&to=$day_today" ;;
	conversion_24m) path="/conversion?from=$day_24m&to=$day_today" ;;
	fair | funnel | losses) path="/conversion/$1?from=$day_90&to=$day_today" ;;
	pace) path=/conversion/pace ;;
	people) path="/conversion?from=$day_90&to=$day_today&group=person" ;;
	product) path="/conversion?from=$day_90&to=$day_today&product=0" ;;
	leads) path="/leads?from=$day_90&to=$day_today&product=0" ;;
	followups) path=/followups who=rep ;;
	retention) path=/retention ;;
	esac
}

# ---- under load ------------------------------------------------------------------

# probe: the pages that answer in $alive, and those too slow for wrk in $slow.
probe() {
	alive='' slow=''
	for p in $pages; do
		page_of "$p"
		took=$(curl -s -o "$dir/body" -w '%{http_code} %{time_total}' \
			-H "$(cookie $who)" --max-time 25 "$site$path")
		record "$p" 1 0 status "${took% *}"
		case $took in
		200\ *) alive="$alive $p" ;;
		*)
			say "$p answers ${took% *} after ${took#* } s"
			continue
			;;
		esac
		case ${took#* } in
		0.[0-4]*) ;;
		*) slow="$slow $p" ;;
		esac
	done
}

is_slow() {
	case " $slow " in
	*" $1 "*) return 0 ;;
	esac
	return 1
}

# one PAGE CONNECTIONS ROUND
one() {
	page_of "$1"
	if ! is_slow "$1"; then
		load "$1" "$2" "$3" "$serve" "$site$path" "$(cookie $who)"
	elif [ "$2" -eq 1 ]; then
		few "$1" "$3" "$serve" "$site$path" "$(cookie $who)"
	fi
}

measure_load() {
	probe
	writer_start
	for round in $rounds; do
		say "pages under load, round $round"
		for c in 1 16; do
			load unit "$c" "$round" "$unit" "$unit_site/20k.html"
			for p in $alive; do
				one "$p" "$c" "$round"
			done
		done
	done
	writer_stop
}

# The processes after all that work; of a process only what is its own counts.
measure_memory() {
	tree "$serve" | while read -r pid name _; do
		awk -v name="$name" '/^(Pss|Rss):/ { print name, tolower($1) $2 }' \
			"/proc/$pid/smaps_rollup"
	done | awk -F '[ :]' '{ kb[$1 " " $2] += $3 }
	END { for (i in kb) print i, kb[i] }' | sort >"$dir/memory"
	while read -r name what kb; do
		record "$name" 0 0 "${what}_kb" "$kb"
	done <"$dir/memory"
}

# ---- not modified ------------------------------------------------------------------

measure_unchanged() {
	tagged=''
	for p in $dashboards; do
		case " $alive " in
		*" $p "*) ;;
		*) continue ;;
		esac
		page_of "$p"
		page $who "$path"
		header etag >"$dir/$p.tag"
		page $who "$path" -H "If-None-Match: $(cat "$dir/$p.tag")"
		if [ "$status" = 304 ]; then
			tagged="$tagged $p"
		else
			unmeasured "$p with If-None-Match: answers $status"
		fi
	done
	for round in $rounds; do
		say "not modified, round $round"
		load unit_304 16 "$round" "$unit" "$unit_site/20k.html"
		load hello_304 16 "$round" "$unit $hello" "$unit_site/hello" \
			"$(cookie head)"
		for p in $tagged; do
			page_of "$p"
			load "${p}_304" 16 "$round" "$serve" "$site$path" \
				"$(cookie $who)" \
				"If-None-Match: $(cat "$dir/$p.tag")"
		done
	done
}

# ---- weight -----------------------------------------------------------------------

packed() {
	curl -s -o /dev/null -H 'Accept-Encoding: gzip, br' -H "$(cookie $who)" \
		-w '%{size_download}' "$1"
}

# A cold visit also fetches what the page names; a warm one has it.
measure_weight() {
	for p in $alive; do
		page_of "$p"
		page $who "$path"
		record "$p" 0 0 bytes "$(wc -c <"$dir/body")"
		requests=1
		all=$(packed "$site$path")
		record "$p" 0 0 packed_bytes "$all"
		for file in $(grep -oE '(href|src)="/static/[^"#]*' "$dir/body" |
			cut -d '"' -f 2 | sort -u); do
			requests=$((requests + 1))
			all=$((all + $(packed "$site$file")))
		done
		record "$p" 0 0 cold_requests $requests
		record "$p" 0 0 cold_bytes "$all"
		record "$p" 0 0 elements "$(grep -oE '<[a-zA-Z]' "$dir/body" | wc -l)"
	done
}

# The first page of programs that just started, of a file that no cache holds.
measure_cold() {
	for p in $pages; do
		page_of "$p"
		site_stop
		dd if="$store" iflag=nocache count=0 2>"$dir/dd"
		site_serve
		page $who "$path" -w '%{http_code} %{time_total}'
		[ "${status% *}" = 200 ] || continue
		record "$p" 0 0 cold_ms "$(per "${status#* }" 0.001)"
	done
}
