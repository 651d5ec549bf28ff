# templates.awk - refuses templates that could let a value out of its place.
#
#   awk -f tests/templates.awk build/templates/*/*.tpl
#
# Reads what templates/build.awk has made, so that pieces and translations are
# seen where they land.  The library escapes each value for its context; the
# rules here keep values out of the contexts where it does that badly:
#   pragma    the first line begins with {{%AUTOESCAPE context="HTML"}}
#   name      nothing but {{NAME}}, {{NAME:u}}, {{NAME:p}}, {{#NAME}}, {{/NAME}}
#   modifier  :u only in the query or fragment of an address (in the whole of
#             mailto: and tel:); :p, which keeps the ends of lines, only in text
#   place     values in text or in double-quoted attributes, nowhere else
#   attribute only those of a short list hold values
#   address   href, src, action: one value is all of it, or :u in the query
#   quote     all attributes are quoted with "
#   inline    no style=, <style>, inline <script>, on*=, javascript:
#   tag       no base, object, embed, iframe, and no meta http-equiv
#   section   begins and ends in the same tag, attribute and part of address
#   mark      nothing left of [[..]]
# A file NAME.txt.tpl is plain text, where nothing is escaped: it must have no
# pragma, only plain {{NAME}}, {{#NAME}} and {{/NAME}}, and nothing left of [[..]].
# Prints every breach as FILE:LINE: RULE: what, and fails if there was one.

function breach(rule, text) {
	printf "%s:%d: %s: %s\n", FILENAME, line, rule, text
	failed = 1
}

BEGIN {
	n = split("class href src action method value id for name content title " \
		"lang hreflang data d points x y x1 x2 y1 y2 cx cy r rx ry width " \
		"height dx dy viewbox transform datetime colspan rowspan max min " \
		"step low high optimum placeholder label alt rows cols maxlength " \
		"scope", list, " ")
	for (i = 1; i <= n; i++)
		allowed[list[i]] = 1
	split("href src action", list, " ")
	for (i in list)
		address[list[i]] = 1
	split("base object embed iframe frame applet portal", list, " ")
	for (i in list)
		forbidden[list[i]] = 1
}

function may_hold_value(name) {
	return name in allowed || name ~ /^(aria|data)-[a-z-]+$/
}

# Where in an address the next character would stand: nothing yet, its path,
# its query or fragment; a value that is all of it stands by itself.
function part(value) {
	if (value == "")
		return "start"
	if (value == VALUE)
		return "whole"
	if (value ~ /^(mailto|tel):/ || value ~ /[?#]/)
		return "query"
	return "path"
}

# What must be the same where a section begins and where it ends.
function place(    at) {
	at = state " " (state == "text" ? "" : tag) " " attribute
	if (state == "value" && attribute in address)
		at = at " " (part(value) == "query" ? "query" : "path")
	return at
}

function check_address(modifier) {
	if (modifier == ":u" && part(value) != "query")
		breach("address", attribute "=\"" value "{{..:u}}")
	else if (modifier == "" && value != "")
		breach("address", attribute "=\"" value "{{..}} needs :u")
}

function see_value(name, modifier) {
	if (modifier != "" && modifier != ":u" && modifier != ":p")
		breach("modifier", "{{" name modifier "}}")
	if (state == "text")
		;
	else if (state != "value")
		breach("place", "{{" name "}} in " state " of <" tag ">")
	else if (!may_hold_value(attribute))
		breach("attribute", attribute "=\"..{{" name "}}\"")
	else if (attribute in address)
		check_address(modifier)
	if (modifier == ":u" && !(state == "value" && attribute in address))
		breach("modifier", "{{" name ":u}} outside an address")
	if (modifier == ":p" && state != "text")
		breach("modifier", "{{" name ":p}} outside of text")
	if (state == "value")
		value = value VALUE
}

# A section among attributes: what it begins with, and what follows it, must
# keep apart from the word before, whether it is shown or not.
function settle(kind, next_char) {
	if (state != "name" && state != "attribute" && state != "tag")
		return
	if (next_char !~ (kind == "#" ? "[ \t\n{]" : "[ \t\n{>/]"))
		breach("section", "no space after {{" kind " in <" tag ">")
	see_in_tag(" ")
}

function see_marker(inner, next_char,    kind, name, modifier) {
	kind = substr(inner, 1, 1)
	name = kind ~ /[#\/]/ ? substr(inner, 2) : inner
	modifier = ""
	if (kind !~ /[#\/]/ && match(name, /:/)) {
		modifier = substr(name, RSTART)
		name = substr(name, 1, RSTART - 1)
	}
	if (name !~ /^[A-Z][A-Z0-9_]*$/ || name ~ /^BI_/)
		breach("name", "{{" inner "}}")
	else if (kind == "#") {
		settle(kind, next_char)
		open_name[++depth] = name
		open_place[depth] = place()
	} else if (kind == "/") {
		settle(kind, next_char)
		if (depth == 0 || open_name[depth] != name)
			breach("section", "{{" inner "}} ends nothing")
		else if (open_place[depth] != place())
			breach("section", name " ends elsewhere than it begins")
		if (depth > 0)
			depth--
	} else
		see_value(name, modifier)
}

function end_attribute() {
	if (attribute == "style" || attribute ~ /^on/)
		breach("inline", attribute "=")
	if (tolower(value) ~ /javascript:/)
		breach("inline", "javascript:")
	if (tag == "meta" && attribute == "http-equiv")
		breach("tag", "meta http-equiv")
	if (tag == "script" && attribute == "src" && value != "")
		has_source = 1
	if (tag == "script" && attribute == "src" && index(value, VALUE))
		breach("place", "a value in the src of <script>")
	attribute = value = ""
}

function end_tag() {
	if (tag in forbidden)
		breach("tag", "<" tag ">")
	if (tag == "style")
		breach("inline", "<style>")
	if (tag == "script" && !has_source)
		breach("inline", "<script> without src")
	state = tag == "script" || tag == "style" ? "raw" : "text"
	has_source = 0
}

# One character outside of {{..}}.
function see(c, ahead) {
	if (state == "text") {
		if (c == "<" && ahead ~ /^<!--/)
			state = "comment"
		else if (c == "<" && ahead ~ /^<[!\/]/)
			state = "closing"
		else if (c == "<" && ahead ~ /^<[a-zA-Z]/) {
			state = "name"
			tag = ""
		} else if (c == "<")
			breach("place", "< begins no tag: " ahead)
	} else if (state == "comment") {
		if (c == "-" && ahead ~ /^-->/)
			state = "closing"
	} else if (state == "closing") {
		if (c == ">")
			state = "text"
	} else if (state == "raw") {
		if (c == "<" && tolower(ahead) ~ ("^</" tag))
			state = "closing"
		else if (c !~ /[ \t\n]/ && !raw_seen[FILENAME, line]++)
			breach("inline", "content of <" tag ">")
	} else if (state == "name" || state == "tag" || state == "attribute")
		see_in_tag(c)
	else if (state == "before") {
		if (c == "\"")
			state = "value"
		else if (c !~ /[ \t\n]/) {
			breach("quote", tag " " attribute "=" c)
			state = c == "'" ? "single" : "bare"
		}
	} else if (state == "value") {
		if (c == "\"") {
			end_attribute()
			state = "tag"
		} else
			value = value c
	} else if (state == "single") {
		if (c == "'")
			state = "tag"
	} else if (state == "bare" && c ~ /[ \t\n>]/) {
		state = "tag"
		see_in_tag(c)
	}
}

function see_in_tag(c) {
	if (c == ">") {
		if (attribute != "")
			end_attribute()
		tag = tolower(tag)
		end_tag()
	} else if (c == "=" && attribute != "")
		state = "before"
	else if (c ~ /[ \t\n\/]/) {
		if (state == "name")
			tag = tolower(tag)
		else if (attribute != "")
			end_attribute()
		state = "tag"
	} else if (state == "name")
		tag = tag c
	else {
		attribute = attribute tolower(c)
		state = "attribute"
	}
}

# Without tags all of it is one place.
function check_text(all) {
	state = "text"
	tag = attribute = value = ""
	depth = 0
	line = 1
	if (index(all, "{{%"))
		breach("pragma", "in plain text")
	if (index(all, "[["))
		breach("mark", substr(all, index(all, "[["), 30))
	for (; match(all, /\{\{[^}]*\}\}/); all = substr(all, RSTART + RLENGTH)) {
		if (index(substr(all, RSTART, RLENGTH), ":"))
			breach("modifier", substr(all, RSTART, RLENGTH))
		see_marker(substr(all, RSTART + 2, RLENGTH - 4), " ")
		match(all, /\{\{[^}]*\}\}/)
	}
	if (depth > 0)
		breach("section", open_name[depth] " never ends")
}

function check_file(all,    i, n, c, end) {
	state = "text"
	tag = attribute = value = ""
	depth = 0
	line = 1
	if (index(all, PRAGMA) != 1)
		breach("pragma", "missing")
	else
		all = substr(all, length(PRAGMA) + 1)
	n = length(all)
	for (i = 1; i <= n; i++) {
		c = substr(all, i, 1)
		if (c == "\n")
			line++
		if (c == "[" && substr(all, i, 2) == "[[")
			breach("mark", substr(all, i, 30))
		if (c == "{" && substr(all, i, 2) == "{{") {
			end = index(substr(all, i), "}}")
			if (!end) {
				breach("name", "{{ without }}")
				break
			}
			see_marker(substr(all, i + 2, end - 3), \
				substr(all, i + end + 1, 1))
			i += end
		} else
			see(c, substr(all, i, 9))
	}
	if (depth > 0)
		breach("section", open_name[depth] " never ends")
	if (state != "text")
		breach("place", "the file ends inside a " state)
}

BEGIN {
	VALUE = "\001"
	PRAGMA = "{{%AUTOESCAPE context=\"HTML\"}}"
	for (i = 1; i < ARGC; i++) {
		FILENAME = ARGV[i]
		all = ""
		while ((status = (getline row < FILENAME)) > 0)
			all = all row "\n"
		if (status < 0) {
			print FILENAME ": cannot be read"
			failed = 1
		} else if (FILENAME ~ /\.txt\.tpl$/)
			check_text(all)
		else
			check_file(all)
		close(FILENAME)
	}
	if (ARGC < 2) {
		print "templates.awk: no file to check"
		failed = 1
	}
	exit failed
}
