#!/bin/sh
# templates_test.sh - each rule of templates.awk catches what it is for, and
# templates/build.awk makes of its marks what it says.
cd "$(dirname "$0")" || exit 1
file=$(mktemp) passed=0 failed=0
trap 'rm -f "$file"' EXIT
pragma='{{%AUTOESCAPE context="HTML"}}'

# bad RULE TEXT: the text breaks this rule, and the report says so.
bad() {
	printf '%s' "$2" >"$file"
	if said=$(awk -f templates.awk "$file"); then
		echo "FAILED: passes: $2"
		failed=$((failed + 1))
	elif printf '%s\n' "$said" | grep -q ":[0-9]*: $1: "; then
		passed=$((passed + 1))
	else
		echo "FAILED: not as $1: $2: $said"
		failed=$((failed + 1))
	fi
}

# good TEXT: nothing to say against it.
good() {
	printf '%s' "$pragma$1" >"$file"
	if said=$(awk -f templates.awk "$file") && [ -z "$said" ]; then
		passed=$((passed + 1))
	else
		echo "FAILED: refused: $1: $said"
		failed=$((failed + 1))
	fi
}

bad pragma '<p>{{NAME}}</p>'
bad pragma "
$pragma<p>{{NAME}}</p>"
bad pragma '{{%AUTOESCAPE context="TEXT"}}<p></p>'
good '<p>{{NAME}}</p>'

bad name "$pragma<p>{{name}}</p>"
bad name "$pragma<p>{{>PIECE}}</p>"
bad name "$pragma<p>{{! remark }}</p>"
bad name "$pragma<p>{{=<% %>=}}</p>"
bad name "$pragma<p>{{BI_NEWLINE}}</p>"
bad name "$pragma<p>{{NAME</p>"
bad name "$pragma<p>{{%AUTOESCAPE context=\"TEXT\"}}</p>"

bad modifier "$pragma<p>{{NAME:none}}</p>"
bad modifier "$pragma<p>{{NAME:h:none}}</p>"
bad modifier "$pragma<p>{{NAME:u}}</p>"
bad modifier "$pragma<p title=\"{{NAME:u}}\"></p>"
bad modifier "$pragma<a href=\"/x?q={{NAME:x-own}}\"></a>"
bad modifier "$pragma<p title=\"{{NAME:p}}\"></p>"
bad modifier "$pragma<a href=\"/x?q={{NAME:p}}\"></a>"
good '<textarea>{{NAME:p}}</textarea>'

bad place "$pragma<p {{NAME}}>a</p>"
bad place "$pragma<p {{NAME}}=\"a\">a</p>"
bad place "$pragma<{{NAME}}>a"
bad place "$pragma<p class={{NAME}}>a</p>"
bad place "$pragma<p class=a{{NAME}}>a</p>"
bad place "$pragma<p class='{{NAME}}'>a</p>"
bad place "$pragma<!-- {{NAME}} -->"
bad place "$pragma<script src=\"/a.js\">{{NAME}}</script>"
bad place "$pragma<script src=\"{{NAME}}\"></script>"
bad place "$pragma<style>{{NAME}}</style>"
bad place "$pragma</p {{NAME}}>"
bad place "$pragma<p class=\"a"
good '<p class="{{NAME}}">{{NAME}}</p><textarea>{{NAME}}</textarea>'

for name in style srcdoc srcset formaction poster ping onclick \
	xlink:href background usemap; do
	bad attribute "$pragma<p $name=\"{{NAME}}\">a</p>"
done
good '<p aria-label="{{NAME}}" data-l="a {{NAME}}" id="i-{{NAME}}">a</p>'
good '<svg viewBox="0 0 {{W}} 9"><path d="{{D}}"/><rect x="{{X}}%"/></svg>'

bad address "$pragma<a href=\"/x?q={{NAME}}\">a</a>"
bad address "$pragma<a href=\"/x/{{NAME:u}}\">a</a>"
bad address "$pragma<a href=\"/{{NAME}}\">a</a>"
bad address "$pragma<a href=\"{{NAME:u}}\">a</a>"
bad address "$pragma<a href=\"{{ONE}}{{TWO}}\">a</a>"
bad address "$pragma<form action=\"/x/{{NAME}}\"></form>"
bad address "$pragma<a href=\"javascript{{NAME}}\">a</a>"
good '<a href="{{URL}}">a</a><img src="{{URL}}"><form action="{{URL}}"></form>'
good '<a href="/x?a={{A:u}}&amp;b={{B:u}}#{{C:u}}">a</a>'
good '<a href="?{{#A}}a={{A:u}}{{/A}}">a</a><a href="mailto:{{M:u}}">a</a>'

bad quote "$pragma<p class=a>a</p>"
bad quote "$pragma<p class='a'>a</p>"
good '<input required value=""><br/><input disabled>'

bad inline "$pragma<p style=\"color:red\">a</p>"
bad inline "$pragma<p STYLE=\"color:red\">a</p>"
bad inline "$pragma<p onclick=\"a()\">a</p>"
bad inline "$pragma<style>p{}</style>"
bad inline "$pragma<style></style>"
bad inline "$pragma<script>a()</script>"
bad inline "$pragma<script></script>"
bad inline "$pragma<script src=\"\">a()</script>"
bad inline "$pragma<script src=\"/a.js\">a()</script>"
bad inline "$pragma<a href=\"javascript:a()\">a</a>"
bad inline "$pragma<a href=\"JavaScript:a()\">a</a>"
good '<script type="module" src="/a.js"></script>'

for name in base object embed iframe; do
	bad tag "$pragma<$name data=\"/a\">"
done
bad tag "$pragma<meta http-equiv=\"refresh\" content=\"1\">"
good '<meta name="viewport" content="width=device-width">'

bad section "$pragma{{#A}}<p>"
bad section "$pragma<p>{{/A}}</p>"
bad section "$pragma{{#A}}{{#B}}{{/A}}{{/B}}"
bad section "$pragma{{#A}}<p {{/A}}>a</p>"
bad section "$pragma<p {{#A}}class=\"a{{/A}}\">a</p>"
bad section "$pragma<p class=\"{{#A}}\">a{{/A}}</p>"
bad section "$pragma<a href=\"/x{{#A}}?a=1{{/A}}&amp;b\">a</a>"
good '{{#A}}<p{{#B}} class="b"{{/B}}>{{#C}}{{C}}{{/C}}</p>{{/A}}'
bad section "$pragma<p{{#A}}class=\"a\"{{/A}}>a</p>"
bad section "$pragma<p {{#A}} class=\"a\"{{/A}}id=\"b\">a</p>"
good '<p class="a{{#B}} b{{/B}}">a</p>'
good '<input required{{#A}} disabled{{/A}}{{#B}} class="b"{{/B}}/>'

bad mark "$pragma<p>[[Team]]</p>"
good '<p>[Team]</p>'

# Plain text: nothing is escaped, and nothing asks for it.
html=$file file=$file.txt.tpl
bad pragma "$pragma{{NAME}}"
bad modifier 'a {{NAME:u}}'
bad name 'a {{name}}'
bad mark '[[Team]]'
bad section '{{#A}}a'
bad section '{{#A}}a{{/B}}'
printf '{{#A}}\na < b & "{{NAME}}"\n{{/A}}' >"$file"
if awk -f templates.awk "$file"; then passed=$((passed + 1)); else
	echo 'FAILED: refused: plain text'
	failed=$((failed + 1))
fi
rm -f "$file"
file=$html

# A file that is not there is no file without faults.
if awk -f templates.awk /nonexistent >/dev/null 2>&1; then
	echo 'FAILED: passes a missing file'
	failed=$((failed + 1))
else
	passed=$((passed + 1))
fi

# ---- templates/build.awk ----

work=$(mktemp -d)
trap 'rm -rf "$file" "$work"' EXIT
mkdir "$work/out"
printf '%s\n' '<svg>' '<symbol id="i-a"><path/></symbol>' \
	'<symbol id="i-b"/>' '</svg>' >"$work/icons.svg"
printf '%s\n' '{{! names no key }}' '<i>[[Team]]</i>' >"$work/_piece.tpl"
printf '%s\n' '[[> _loop.tpl]]' >"$work/_loop.tpl"
printf '%s\n' 'CSS=/static/x.css' 'ICON=/static/x.svg' >"$work/names.env"
cat >"$work/ru.po" <<'END'
msgid ""
msgstr "Language: ru\n"

msgid "Team"
msgstr "Команда"

msgid "{{N}} of {{M}} leads"
msgstr "из {{M}} обращений "
"{{N}}"

#, fuzzy
msgid "Doubtful"
msgstr "Сомнительно"

msgid "Lost {{N}}"
msgstr "Потеряно"

msgid "Twice {{N}}"
msgstr "{{N}} и {{N}}"

msgid "Broken"
msgstr "<b>"

msgid "Quoted"
msgstr "\"так\""

#~ msgid "Old"
#~ msgstr "Старое"
END

run_build() {
	printf '%s\n' "$2" >"$work/page.tpl"
	rm -f "$work/out/page.tpl"
	awk -f ../templates/build.awk -v language="$1" -v po="$work/ru.po" \
		-v names="$work/names.env" -v icons="$work/icons.svg" -v root="$work" -v out="$work/out" \
		"$work"/*.tpl 2>"$work/said"
}

# makes LANGUAGE TEXT WANT: the page that the text becomes.
makes() {
	if run_build "$1" "$2" && [ "$(cat "$work/out/page.tpl")" = "$3" ]; then
		passed=$((passed + 1))
	else
		echo "FAILED: $1: $2: $(cat "$work/said" "$work/out/page.tpl")"
		failed=$((failed + 1))
	fi
}

# refuses LANGUAGE TEXT PART: the build fails and says so.
refuses() {
	if ! run_build "$1" "$2" && grep -q -- "$3" "$work/said"; then
		passed=$((passed + 1))
	else
		echo "FAILED: builds or says otherwise: $2: $(cat "$work/said")"
		failed=$((failed + 1))
	fi
}

makes en '<p>[[Team]]</p>' '<p>Team</p>'
makes ru '<p>[[Team]]</p>' '<p>Команда</p>'
makes ru '<p>[[ {{N}} of
	{{M}}   leads ]]</p>' '<p>из {{M}} обращений {{N}}</p>'
makes ru 'a [[> _piece.tpl]] b' 'a <i>Команда</i> b'
makes en '<link href="[[$CSS]]">[[$LANGUAGE]] [[$OTHER_LANGUAGE]]' \
	'<link href="/static/x.css">en ru'
makes ru '[[$LANGUAGE_NAME]] [[$OTHER_LANGUAGE_NAME]]' 'Русский English'
makes en '[[@a]]' '<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><use href="/static/x.svg#i-a"/></svg>'
makes en "$pragma
{{! a remark }}
{{#A}}
	<p>a</p>
{{/A}}

<p>b</p>" "$pragma{{#A}}<p>a</p>
{{/A}}<p>b</p>"
printf '%s\n' '{{! a remark }}' '[[Team]]' '' '{{#A}}' '  {{NAME}}' \
	'{{/A}}' 'b' >"$work/mail.txt.tpl"
makes ru a a
text='Команда

{{#A}}  {{NAME}}
{{/A}}b'
if [ "$(cat "$work/out/mail.txt.tpl")" = "$text" ]; then
	passed=$((passed + 1))
else
	echo "FAILED: plain text: $(cat "$work/out/mail.txt.tpl")"
	failed=$((failed + 1))
fi
rm "$work/mail.txt.tpl"
refuses ru '[[Unknown]]' 'no translation: Unknown'
refuses ru '[[Doubtful]]' 'no translation: Doubtful'
refuses ru '[[Old]]' 'no translation: Old'
refuses ru '[[Lost {{N}}]]' 'other {{..}} than'
refuses ru '[[Twice {{N}}]]' 'other {{..}} than'
refuses ru '[[Broken]]' 'no <'
refuses ru '[[Quoted]]' 'no <'
refuses en '[[<b>Team</b>]]' 'no <'
refuses en '[[This & that]]' 'no <'
refuses en '[[Team' 'without ]]'
refuses en '[[> _none.tpl]]' 'cannot be read'
refuses en '[[> _loop.tpl]]' 'includes itself'
refuses en '[[@none]]' 'no such icon'
refuses en '[[$NONE]]' 'no such name'

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
