# shrink.awk - a style sheet or script without its comments and indentation: what
# a browser has no use for.
#
#   awk -f static/shrink.awk FILE ...
#
# A comment begins its line, as all of ours do; build.sh refuses others.
{ sub(/^[ \t]+/, "") }
inside || /^\/\*/ {
	inside = !/\*\/[ \t]*$/
	next
}
/./ { print }
