# build.awk - makes the templates of one language from the English sources.
#
#   awk -f templates/build.awk -v language=ru -v po=templates/lang/ru.po \
#       -v names=build/public/names.env -v icons=static/icons.svg \
#       -v root=templates -v out=build/templates/ru templates/*.tpl templates/*/*.tpl
#
# A page keeps its folder below out, which must be there.
#
# Sources are ctemplate files with marks that are resolved here:
#   [[Some text]]       the text in the language; spaces and line ends in it
#                       count as one space; {{NAME}} may stand inside, and the
#                       translation must hold the same names, in any order
#   [[> _head.tpl]]     the file _head.tpl of root, which may hold marks itself
#   [[@warn]]           the icon "warn" of icons.svg, which a browser keeps
#   [[$CSS]]            the value of CSS in names; also LANGUAGE ("en", "ru"),
#                       LANGUAGE_NAME, OTHER_LANGUAGE, OTHER_LANGUAGE_NAME
# Files whose name begins with _ are pieces and make no page of their own.
# Comments {{! .. }}, indentation, and line ends after {{#A}} or {{/A}} that
# stand alone in a line are left out of the result.  A text without a
# translation, or one that could break out of its place, ends the build.  A file
# NAME.txt.tpl makes plain text, in which only lines of nothing but {{#A}} and
# {{/A}} are left out.

function fail(text) {
	printf "%s: %s\n", page, text > "/dev/stderr"
	failed = 1
}

# The text between the quotes of a line of a .po file.
function unquote(line) {
	sub(/^[^"]*"/, "", line)
	sub(/"[^"]*$/, "", line)
	gsub(/\\\\/, "\001", line)
	gsub(/\\"/, "\"", line)
	gsub(/\\n/, "\n", line)
	gsub(/\\t/, "\t", line)
	gsub(/\001/, "\\", line)
	return line
}

function keep_entry() {
	if (!fuzzy && said["msgstr"] != "")
		translation[said["msgid"]] = said["msgstr"]
	delete said
	fuzzy = 0
	part = ""
}

# Only plain entries count: sentences with plurals are made in C.
function read_po(path,    line) {
	while ((getline line < path) > 0) {
		if (line ~ /^#,.*fuzzy/)
			fuzzy = 1
		else if (line ~ /^#/)
			continue
		else if (line ~ /^$/)
			keep_entry()
		else if (line ~ /^msg/) {
			part = line
			sub(/ .*$/, "", part)
			said[part] = unquote(line)
		} else
			said[part] = said[part] unquote(line)
	}
	keep_entry()
	close(path)
}

function read_names(path,    line, at) {
	while ((getline line < path) > 0) {
		at = index(line, "=")
		if (at > 1)
			value[substr(line, 1, at - 1)] = substr(line, at + 1)
	}
	close(path)
}

function read_icons(path,    line) {
	while ((getline line < path) > 0)
		if (match(line, /<symbol id="i-[a-z0-9]+"/))
			drawn[substr(line, RSTART + 14, RLENGTH - 15)] = 1
	close(path)
}

function slurp(path,    line, text) {
	while ((getline line < path) > 0)
		text = text line "\n"
	if (close(path) != 0 || text == "")
		fail(path " cannot be read")
	return text
}

# The {{..}} of a text, sorted, so that two texts can be compared.
function variables(text,    n, i, j, list, all) {
	while (match(text, /\{\{[^}]*\}\}/)) {
		list[++n] = substr(text, RSTART, RLENGTH)
		text = substr(text, RSTART + RLENGTH)
		for (i = n; i > 1 && list[i] < list[i - 1]; i--) {
			j = list[i]; list[i] = list[i - 1]; list[i - 1] = j
		}
	}
	for (i = 1; i <= n; i++)
		all = all list[i]
	return all
}

# Texts are plain words: they stand in attributes as well as between tags.
function check_plain(text, original,    bare) {
	bare = text
	gsub(/&([a-z]+|#[0-9]+);/, "", bare)
	if (bare ~ /[<>"&]/)
		fail("no <, >, \" or bare & in a text: " text)
	if (variables(text) != variables(original))
		fail("other {{..}} than in \"" original "\": " text)
}

function translate(text,    result) {
	gsub(/[ \t\n]+/, " ", text)
	sub(/^ /, "", text)
	sub(/ $/, "", text)
	result = text
	check_plain(text, text)
	if (language != "en") {
		if (!(text in translation))
			fail("no translation: " text)
		else
			result = translation[text]
		check_plain(result, text)
	}
	return result
}

function icon(name) {
	if (!(name in drawn))
		fail("no such icon: " name)
	return "<svg class=\"i\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">" \
		"<use href=\"" named("ICON") "#i-" name "\"/></svg>"
}

function named(name) {
	if (!(name in value))
		fail("no such name: $" name)
	return value[name]
}

function include(path, depth,    text) {
	if (depth > 8) {
		fail("includes itself: " path)
		return ""
	}
	text = expand(slurp(path), depth)
	sub(/\n$/, "", text)
	return text
}

function resolve(mark, depth) {
	if (mark ~ /^> *[a-z_]+\.tpl *$/) {
		gsub(/[> ]/, "", mark)
		return include(root "/" mark, depth + 1)
	} else if (mark ~ /^@[a-z0-9]+$/)
		return icon(substr(mark, 2))
	else if (mark ~ /^\$[A-Z_]+$/)
		return named(substr(mark, 2))
	else
		return translate(mark)
}

function expand(text, depth,    result, start, end) {
	while ((start = index(text, "{{!")) > 0) {
		end = index(substr(text, start), "}}")
		result = result substr(text, 1, start - 1)
		text = substr(text, start + end + 1)
		sub(/^\n/, "", text)
	}
	text = result text
	result = ""
	while ((start = index(text, "[[")) > 0) {
		end = index(substr(text, start), "]]")
		if (!end) {
			fail("[[ without ]]: " substr(text, start, 40))
			break
		}
		result = result substr(text, 1, start - 1) \
			resolve(substr(text, start + 2, end - 3), depth)
		text = substr(text, start + end + 1)
	}
	return result text
}

# In plain text blank lines and indentation stay.
function tidy_text(text,    lines, n, i, line, result) {
	n = split(text, lines, "\n")
	for (i = 1; i < n; i++) {
		line = lines[i]
		if (line ~ /^[ \t]*(\{\{[#\/][^}]*\}\})+$/) {
			gsub(/[ \t]/, "", line)
			result = result line
		} else
			result = result line "\n"
	}
	return result
}

# Blank lines and the ends of lines that hold nothing but section marks go.
function tidy(text,    lines, n, i, line, result) {
	n = split(text, lines, "\n")
	for (i = 1; i <= n; i++) {
		line = lines[i]
		gsub(/^[ \t]+|[ \t]+$/, "", line)
		if (line ~ /^(\{\{[#\/%][^}]*\}\})+$/)
			result = result line
		else if (line != "")
			result = result line "\n"
	}
	return result
}

function build(path,    target, text) {
	page = path
	target = out substr(path, length(root) + 1)
	text = expand(slurp(path), 0)
	printf "%s", path ~ /\.txt\.tpl$/ ? tidy_text(text) : tidy(text) > target
	if (close(target) != 0)
		fail(target " cannot be written")
}

BEGIN {
	called["en"] = "English"
	called["ru"] = "Русский"
	other = language == "en" ? "ru" : "en"
	value["LANGUAGE"] = language
	value["LANGUAGE_NAME"] = called[language]
	value["OTHER_LANGUAGE"] = other
	value["OTHER_LANGUAGE_NAME"] = called[other]
	page = "build.awk"
	if (language != "en")
		read_po(po)
	read_names(names)
	read_icons(icons)
	for (i = 1; i < ARGC; i++) {
		if (ARGV[i] ~ /(^|\/)_[^\/]*$/ || ARGV[i] ~ /=/)
			continue
		build(ARGV[i])
	}
	exit failed
}
