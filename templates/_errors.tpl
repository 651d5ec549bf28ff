{{! _errors.tpl - the summary on top of a form that came back.
ERRORS   shown once; in it ERROR, once for each bad field, with
  FIELD    name of the field, which is its id too
  MESSAGE  what to do }}
{{#ERRORS}}
<div class="errors" role="alert" tabindex="-1"><h2>[[There is a problem]]</h2><ul>
	{{#ERROR}}
	<li><a href="#{{FIELD:u}}">{{MESSAGE}}</a></li>
	{{/ERROR}}
</ul></div>
{{/ERRORS}}
