#!/bin/sh
# texts.sh - keeps the Russian texts complete; run it in the repository's root.
#
#   templates/lang/texts.sh check BUILD    collects all texts of C files and
#       templates into BUILD/salesboard.pot and fails, naming each text that
#       has no translation in ru.po, or a doubtful one (fuzzy), and each
#       translation whose text is gone (obsolete)
#   templates/lang/texts.sh update BUILD   also writes the new texts into
#       ru.po, to be translated there, and removes the obsolete ones
#   templates/lang/texts.sh compile BUILD  writes the catalogue for the C
#       programs: BUILD/locale/ru/LC_MESSAGES/salesboard.mo
set -eu

verb=$1 build=$2
po=templates/lang/ru.po
pot=$build/salesboard.pot
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

collect() {
	awk -f templates/extract.awk templates/*.tpl templates/*/*.tpl |
		msguniq --no-wrap -o "$work/templates.pot"
	find cgi -name '*.c' | sort >"$work/files"
	# Without --force-po no file comes out while C holds no text.
	xgettext --force-po --from-code=UTF-8 --no-wrap --language=C \
		--add-location=file \
		--add-comments=TRANSLATORS: --package-name=salesboard \
		-k -k_ -kN_ -klang_plural:1,2 \
		--flag=lang_plural:1:pass-c-format \
		--flag=lang_plural:2:pass-c-format --flag=_:1:pass-c-format \
		-f "$work/files" -o "$work/c.pot" 2>"$work/said" || {
		cat "$work/said" >&2
		exit 1
	}
	# Heads with dates and lines with numbers would change at every update.
	sed -i -e 's/charset=CHARSET/charset=UTF-8/' -e '/^"POT-Creation/d' \
		-e '/^"Report-Msgid/d' "$work/c.pot"
	mkdir -p "$build"
	msgcat --use-first --no-wrap --add-location=file "$work/c.pot" \
		"$work/templates.pot" -o "$pot"
}

merge() {
	msgmerge --quiet --no-fuzzy-matching --no-wrap "$po" "$pot" -o "$1"
}

# Each text of a .po file but its head, one a line after the word given.
names() {
	msgcat --no-wrap - | sed -n "s/^\(#~ \)\{0,1\}msgid \"\(..*\)\"\$/$1: \2/p"
}

# {} and {{NAME}} must come through a translation.
holders() {
	msgattrib --no-wrap --translated --no-obsolete "$work/ru.po" | awk '
		function count(text) { return gsub(/\{\}|\{\{/, "", text) }
		/^msgid "/ { id = $0 }
		/^msgstr "/ && count(id) != count($0) {
			print "other {} than in the text: " substr(id, 8, length(id) - 8)
		}'
}

case $verb in
check)
	collect
	merge "$work/ru.po"
	{
		msgattrib --untranslated --no-obsolete "$work/ru.po" |
			names "no translation"
		msgattrib --only-fuzzy --no-obsolete "$work/ru.po" |
			names fuzzy
		msgattrib --only-obsolete "$work/ru.po" | names obsolete
		holders
	} >"$work/findings"
	if [ -s "$work/findings" ]; then
		sed "s|^|$po: |" "$work/findings" >&2
		echo "templates/lang/texts.sh update BUILD writes them into $po" >&2
		exit 1
	fi
	msgfmt --check-format --check-domain -o /dev/null "$po"
	;;
update)
	collect
	merge "$work/ru.po"
	msgattrib --no-obsolete --no-wrap "$work/ru.po" -o "$po"
	;;
compile)
	mkdir -p "$build/locale/ru/LC_MESSAGES"
	msgfmt --check-format --check-domain \
		-o "$build/locale/ru/LC_MESSAGES/salesboard.mo" "$po"
	;;
*)
	sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
	exit 2
	;;
esac
