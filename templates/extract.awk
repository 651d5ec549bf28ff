# extract.awk - the texts of the templates as a gettext template (.pot).
#
#   awk -f templates/extract.awk templates/*.tpl templates/*/*.tpl |
#       msguniq
#
# The marks are described in build.awk; here only [[Some text]] counts.

function entry(path, line, text) {
	gsub(/[ \t\n]+/, " ", text)
	sub(/^ /, "", text)
	sub(/ $/, "", text)
	gsub(/\\/, "\\\\", text)
	gsub(/"/, "\\\"", text)
	printf "\n#: %s:%d\nmsgid \"%s\"\nmsgstr \"\"\n", path, line, text
}

function lines_in(text) {
	return gsub(/\n/, "", text)
}

function extract(path,    line, text, at, start, end, mark) {
	while ((getline line < path) > 0)
		text = text line "\n"
	close(path)
	for (at = 1; (start = index(text, "[[")) > 0; ) {
		end = index(substr(text, start), "]]")
		if (!end)
			break
		mark = substr(text, start + 2, end - 3)
		at += lines_in(substr(text, 1, start))
		if (mark !~ /^[>@$]/)
			entry(path, at, mark)
		at += lines_in(mark)
		text = substr(text, start + end + 1)
	}
}

BEGIN {
	print "msgid \"\"\nmsgstr \"\"\n" \
		"\"Content-Type: text/plain; charset=UTF-8\\n\""
	for (i = 1; i < ARGC; i++)
		extract(ARGV[i])
	exit 0
}
