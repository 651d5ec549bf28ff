{{%AUTOESCAPE context="HTML"}}
{{! look.tpl - the language and the colours of one's pages.
Filled by cgi/account/look.c.
TO_VALUE    the page to go back to, or ""
LANGUAGES   shown with ACTION, TOKEN, ONCE of its form
LANGUAGE    once for each, with LANGUAGE_WORD, LANGUAGE_NAME, LANGUAGE_HERE (value)
THEMES      shown with ACTION, TOKEN, ONCE of its form
COLOURS     once for each, with THEME_WORD, THEME_NAME, THEME_HERE (value)
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
[[> _errors.tpl]]
<h1>[[Language and colours]]</h1>
<div class="stack">
{{#LANGUAGES}}
<form class="panel sheet" method="post" action="{{ACTION}}">
	[[> _form.tpl]]
	<input type="hidden" name="to" value="{{TO_VALUE}}">
	<fieldset class="f">
		<legend>[[Language]]</legend>
		<div class="tiles two">
			{{#LANGUAGE}}
			<label class="tile"><input type="radio" name="language" value="{{LANGUAGE_WORD}}"{{#LANGUAGE_HERE}} checked{{/LANGUAGE_HERE}}><span lang="{{LANGUAGE_WORD}}">{{LANGUAGE_NAME}}</span></label>
			{{/LANGUAGE}}
		</div>
	</fieldset>
	<div class="acts end"><button type="submit" class="btn pri">[[Use this language]]</button></div>
</form>
{{/LANGUAGES}}
{{#THEMES}}
<form class="panel sheet" method="post" action="{{ACTION}}">
	[[> _form.tpl]]
	<input type="hidden" name="to" value="{{TO_VALUE}}">
	<fieldset class="f">
		<legend>[[Colours]]</legend>
		<div class="tiles">
			{{#COLOURS}}
			<label class="tile"><input type="radio" name="theme" value="{{THEME_WORD}}"{{#THEME_HERE}} checked{{/THEME_HERE}}><span>{{THEME_NAME}}</span></label>
			{{/COLOURS}}
		</div>
	</fieldset>
	<div class="acts end"><button type="submit" class="btn pri">[[Use these colours]]</button></div>
</form>
{{/THEMES}}
</div>
</div>
[[> _foot.tpl]]
