#!/bin/sh
# build.sh - the files that nginx serves itself, below the folder WWW:
#
#   static/build.sh WWW
#
#   WWW/static/salesboard-HASH.css .js, icons-HASH.svg   HASH is of the content,
#                   so that browsers may keep them for ever
#   WWW/static/*.br *.gz   the same, packed once and as small as can be
#   WWW/down.html   what nginx shows while no program answers
#   WWW/refused.html   what it shows for too many tries, or too much
#   WWW/names.env   CSS=/static/.. JS=/static/.. ICON=/static/.., for the
#                   marks [[$CSS]], [[$JS]] and [[$ICON]] of the templates
set -eu

www=$1
here=$(dirname "$0")
parts='reset tokens base layout buttons forms filters panels tables messages
	charts heat sheets signin conversion leads followups retention print'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# keep NAME FILE ENDING: files FILE away under its hash, plain and packed, and
# notes the name. The packed ones have its time: nginx answers with theirs.
keep() {
	hash=$(sha256sum "$2" | cut -c1-12)
	name=$(basename "$2" ".$3")-$hash.$3
	cp "$2" "$www/static/$name"
	brotli --best --stdout "$2" >"$www/static/$name.br"
	gzip -9 --no-name --stdout "$2" >"$www/static/$name.gz"
	touch -r "$www/static/$name" "$www/static/$name.br" "$www/static/$name.gz"
	echo "$1=/static/$name" >>"$work/names.env"
}

# Every part is listed, and colours are named in tokens.css alone.
for file in "$here"/css/*.css; do
	case " $(echo $parts) " in
	*" $(basename "$file" .css) "*) ;;
	*) echo "$0: $file is not among the parts" >&2 && exit 1 ;;
	esac
done
if grep -nE '#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(|oklch\(' "$here"/css/*.css |
	grep -v '/tokens\.css:'; then
	echo "$0: colours belong into tokens.css" >&2
	exit 1
fi

# Comments would be cut off wrongly in the middle of a line.
if grep -nE '[^[:space:]].*/[*]|[*]/.*[^[:space:]]' "$here"/css/*.css \
	"$here"/salesboard.js; then
	echo "$0: a comment has lines of its own" >&2
	exit 1
fi

for part in $parts; do
	awk -f "$here/shrink.awk" "$here/css/$part.css"
done >"$work/salesboard.css"
awk -f "$here/shrink.awk" "$here/salesboard.js" >"$work/salesboard.js"

mkdir -p "$www/static"
rm -f "$www"/static/salesboard-*.css* "$www"/static/salesboard-*.js* \
	"$www"/static/icons-*.svg*
keep CSS "$work/salesboard.css" css
keep JS "$work/salesboard.js" js
keep ICON "$here/icons.svg" svg

sed -e "s|^\([A-Z]*\)=\(.*\)|s,\\\\[\\\\[[$]\1\\\\]\\\\],\2,g|" \
	"$work/names.env" >"$work/names.sed"
for page in down refused; do
	sed -f "$work/names.sed" "$here/$page.html" >"$www/$page.html"
done
mv "$work/names.env" "$www/names.env"
